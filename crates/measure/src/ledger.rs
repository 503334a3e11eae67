//! The ledger of one space: for one quantity, who tells each day, and what.
//!
//! Several sources may tell the same day. One wins: the service's own daily figure, then counted facts (or visits)
//! where they are covered, then what an audience tool tells by origin, then posts' lifetime figures on their day of
//! publication. A figure over several days stands where a column equals its days and they are not all told otherwise.
//! Nothing is counted twice; a covered day without facts is zero, an uncovered one is missing.

mod tables;

use crate::evaluation::{Evaluation, Ground};
use crate::frame::Column;
use crate::history::Flow;
use crate::material::SpaceMaterial;
use crate::narrow::Narrow;
use crate::quantity::{Counting, GAINS, LOSSES, Quantity, Sheets};
use crate::told::{Remark, Set, Teller, Told};
use model::time::QUARTER_MS;
use model::{FactKind, ImportId, Metric, Millis, Network, Precision, Span, What};

/// One space's share of a quantity, by column.
#[derive(Debug, Default)]
pub struct Line {
    /// What is told, one entry per column.
    pub columns: Vec<Told>,
    /// Whether anything is told in any column.
    pub any: bool,
    /// The tables of visits by origin that stand: the place in `Ground::tables`, the column, and whether it stands for
    /// the whole column instead of one of its days.
    pub tables: Vec<(usize, usize, bool)>,
}

/// What is told of one slot.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    value: f64,
    n: u64,
    by: Option<Teller>,
    gaps: u32,
    import: Option<ImportId>,
    zone: Zone,
    freshest: Option<i64>,
    covered: i64,
    days_only: bool,
    day_not_known: bool,
    remarks: Set,
    table: Option<usize>,
}

/// How the service's day relates to the zone asked.
#[derive(Debug, Clone, Copy, Default)]
enum Zone {
    #[default]
    Same,
    Unknown,
    Other(u8),
}

/// One space, one quantity, one narrowing.
pub struct Ledger<'a> {
    evaluation: &'a Evaluation<'a>,
    place: usize,
    space: &'a SpaceMaterial,
    ground: &'a Ground<'a>,
    quantity: Quantity,
    narrow: &'a Narrow,
    /// The kinds that count here: the quantity's, less those filtered out.
    kinds: Vec<FactKind>,
    /// Whether figures that tell the quantity as a whole fit.
    whole: bool,
    entries: Vec<Entry>,
}

impl<'a> Ledger<'a> {
    /// Opens an empty ledger for the space at this place of the evaluation.
    pub fn open(evaluation: &'a Evaluation<'a>, place: usize, quantity: Quantity, narrow: &'a Narrow) -> Self {
        let (space, ground) = evaluation.space(place);
        let mut kinds = quantity.kinds().to_vec();
        kinds.retain(|kind| narrow.kind.is_none_or(|wanted| wanted == *kind) && evaluation.filters.takes_kind(*kind));
        let whole = kinds.len() == quantity.kinds().len();
        let entries = vec![Entry::default(); evaluation.frame.slots.len()];
        Self { evaluation, place, space, ground, quantity, narrow, kinds, whole, entries }
    }

    /// Writes it, from the least trusted teller to the most trusted, and adds it up by column.
    pub fn line(mut self) -> Line {
        if self.kinds.is_empty() && !self.quantity.kinds().is_empty() {
            return Line { columns: vec![Told::default(); self.evaluation.frame.columns.len()], ..Line::default() };
        }
        if self.whole {
            self.write_sheets();
        }
        self.write_tables();
        let covering = self.write_counted();
        if self.whole && self.narrow.is_whole() && !self.evaluation.filters.below_space {
            self.write_daily();
        }
        let mut line = self.added_up();
        self.credit_coverage(&mut line, &covering);
        if self.whole && self.narrow.is_whole() && !self.evaluation.filters.below_space {
            self.write_windows(&mut line);
        }
        self.write_whole_tables(&mut line);
        line.any = line.columns.iter().any(Told::any);
        line
    }

    fn write_sheets(&mut self) {
        let frame = &self.evaluation.frame;
        let Some(teller) = (match self.quantity.sheets {
            Sheets::Nothing => None,
            Sheets::Sum(_) => Some(Teller::PostLifetime),
            Sheets::Count => Some(Teller::PostsCounted),
        }) else {
            return;
        };
        for covered in &self.space.covered {
            let fits = match (covered.coverage.what, self.quantity.sheets) {
                (What::Posts(metric), Sheets::Sum(wanted)) => metric == wanted,
                (What::Posts(_), Sheets::Count) => true,
                _ => false,
            };
            if fits {
                let (from, to) = frame.slots_touched(covered.coverage.span);
                for entry in self.entries.iter_mut().take(to).skip(from) {
                    entry.by = Some(teller);
                    entry.import = Some(covered.import);
                }
            }
        }
        let figure = |sheet: &crate::history::SheetRow| match self.quantity.sheets {
            Sheets::Sum(metric) => told_figure(&sheet.told, metric),
            Sheets::Count => Some(1.0),
            Sheets::Nothing => None,
        };
        let mut without = Vec::new();
        let mut walk = frame.walk();
        for sheet in &self.space.sheets {
            if !self.narrow.takes(sheet.content_type, sheet.person.as_deref()) {
                continue;
            }
            let Some(slot) = walk.slot_at(sheet.at) else { continue };
            let Some(entry) = self.entries.get_mut(slot) else { continue };
            if frame.hourly && sheet.precision != Precision::Exact {
                entry.days_only = true;
                continue;
            }
            entry.day_not_known |= sheet.precision == Precision::MonthWeekdayHour && self.evaluation.finer_than_month;
            match figure(sheet) {
                Some(value) => {
                    entry.value += value;
                    entry.n += 1;
                    entry.by = Some(teller);
                    entry.import = Some(sheet.import);
                    entry.freshest = entry.freshest.max(sheet.observed_at.map(|at| at.0));
                }
                None => without.push(slot),
            }
        }
        for slot in without {
            if let Some(entry) = self.entries.get_mut(slot)
                && entry.by.is_some()
            {
                entry.gaps += 1;
            }
        }
    }

    /// The first moment of which this journal tells acts of the kinds asked for.
    fn journal_begun(&self) -> Option<Millis> {
        let told = self.space.covered.iter().filter(|covered| match covered.coverage.what {
            What::Facts(kind) => FactKind::JOURNAL.contains(&kind) && self.kinds.contains(&kind),
            What::Visits | What::Posts(_) => false,
        });
        told.map(|covered| covered.coverage.span.from).min()
    }

    /// Counts facts (or visits) on the slots that are covered; answers which imports cover which slots.
    fn write_counted(&mut self) -> Vec<(usize, usize, ImportId)> {
        let mut covering = Vec::new();
        match self.quantity.counting {
            Counting::Nothing => return covering,
            Counting::GainsMinusLosses => {
                self.write_gains_minus_losses();
                return covering;
            }
            Counting::Facts(_) | Counting::Visits | Counting::Origins => {}
        }
        let frame = &self.evaluation.frame;
        // A journal is kept from its first entry on: before, nothing is known; after, a day without entry is a zero.
        let begun = (self.space.info.network == Network::Journal).then(|| self.journal_begun()).flatten();
        let journal = begun.is_some();
        if let Some(begun) = begun {
            for (entry, slot) in self.entries.iter_mut().zip(&frame.slots) {
                if slot.span.from <= self.evaluation.now && slot.span.to > begun {
                    *entry = Entry { by: Some(Teller::Journal), covered: i64::MAX, ..Entry::default() };
                }
            }
        }
        for covered in &self.space.covered {
            let fits = match covered.coverage.what {
                What::Facts(kind) => self.kinds.contains(&kind),
                What::Visits => matches!(self.quantity.counting, Counting::Visits | Counting::Origins),
                What::Posts(_) => false,
            };
            if fits {
                let (from, to) = frame.slots_touched(covered.coverage.span);
                covering.push((from, to, covered.import));
                for (entry, slot) in self.entries.iter_mut().zip(&frame.slots).take(to).skip(from) {
                    if !matches!(entry.by, Some(Teller::Counted | Teller::Journal)) {
                        *entry = Entry { by: Some(Teller::Counted), ..Entry::default() };
                    }
                    entry.covered = entry.covered.saturating_add(overlap(slot.span, covered.coverage.span));
                }
            }
        }
        if covering.is_empty() && !journal {
            return covering;
        }
        match self.quantity.counting {
            Counting::Nothing | Counting::GainsMinusLosses => {}
            Counting::Facts(_) => {
                for tally in &self.space.tallies {
                    if self.kinds.contains(&tally.kind)
                        && self.narrow.takes(tally.content_type, tally.person.as_deref())
                    {
                        count(&mut self.entries, self.evaluation, &tally.quarters);
                    }
                }
            }
            Counting::Visits | Counting::Origins => {
                for (tally, class) in self.space.visits.iter().zip(self.ground.visits) {
                    if class.belongs(self.narrow) {
                        count(&mut self.entries, self.evaluation, &tally.quarters);
                    }
                }
            }
        }
        covering
    }

    /// A day that tells both gains and losses tells their difference.
    fn write_gains_minus_losses(&mut self) {
        let [gains, losses] = [GAINS, LOSSES].map(|quantity| {
            let mut side = Ledger::open(self.evaluation, self.place, quantity, self.narrow);
            side.write_counted();
            side.write_daily();
            side.entries
        });
        for (entry, (gain, loss)) in self.entries.iter_mut().zip(gains.into_iter().zip(losses)) {
            if gain.by.is_some() && loss.by.is_some() {
                *entry = Entry {
                    value: gain.value - loss.value,
                    n: gain.n + loss.n,
                    by: Some(Teller::GainsMinusLosses),
                    covered: gain.covered.min(loss.covered),
                    ..gain
                };
            }
        }
    }

    /// A flow given per civil day belongs to the local day of the same date, whatever the zone asked.
    fn write_daily(&mut self) {
        let Some(metric) = self.quantity.flow else { return };
        let frame = &self.evaluation.frame;
        for flow in self.space.flows.iter().filter(|flow| flow.metric == metric && single_day(flow)) {
            let (from, to) = frame.slots_on(flow.from);
            for entry in self.entries.iter_mut().take(to).skip(from) {
                if frame.hourly {
                    entry.days_only = true;
                } else {
                    *entry = Entry {
                        value: flow.value,
                        n: 1,
                        by: Some(Teller::ServiceDaily),
                        import: Some(flow.import),
                        zone: zone_of(self.evaluation, flow.zone.as_deref()),
                        covered: i64::MAX,
                        ..Entry::default()
                    };
                }
            }
        }
    }

    /// A flow over several days is used only where a column equals its window, and days do not tell it in full.
    fn write_windows(&self, line: &mut Line) {
        let Some(metric) = self.quantity.flow else { return };
        for flow in self.space.flows.iter().filter(|flow| flow.metric == metric && !single_day(flow)) {
            for (told, column) in line.columns.iter_mut().zip(&self.evaluation.frame.columns) {
                if is_window(column, flow.from, flow.to) && !self.evaluation.frame.hourly && told.told < told.asked {
                    *told = window(self.evaluation, flow, column);
                }
            }
        }
    }

    fn added_up(&self) -> Line {
        let now = self.evaluation.now;
        let mut columns = vec![Told::default(); self.evaluation.frame.columns.len()];
        let mut tables = Vec::new();
        for (entry, slot) in self.entries.iter().zip(&self.evaluation.frame.slots) {
            let Some(told) = columns.get_mut(slot.column) else { continue };
            let exists = slot.span.from < slot.span.to;
            let over = slot.span.to <= now;
            if exists && !over {
                told.ahead += 1;
            }
            if entry.days_only && entry.by.is_none() {
                told.remark(Remark::DaysOnly);
            }
            let Some(by) = entry.by.filter(|_| slot.span.from <= now) else {
                told.asked += u32::from(exists && over);
                continue;
            };
            told.value += entry.value;
            told.n += entry.n;
            told.told += 1;
            told.asked += 1;
            told.gaps += entry.gaps;
            told.by(by);
            if let Some(import) = entry.import {
                told.credit_import(import);
            }
            let end = slot.span.to.min(now);
            told.known_at(entry.freshest.unwrap_or(end.0));
            if by == Teller::Counted && entry.covered + QUARTER_MS < end.0 - slot.span.from.0 {
                told.remark(Remark::PartDays);
            }
            if entry.day_not_known {
                told.remark(Remark::DayNotKnown);
            }
            told.remarks.merge(entry.remarks);
            if let Some(table) = entry.table {
                tables.push((table, slot.column, false));
            }
            remark_zone(told, entry.zone);
        }
        for told in &mut columns {
            told.spaces_asked = 1;
            told.spaces_told = u32::from(told.any());
            if told.any() && told.ahead > 0 {
                told.remark(Remark::WindowOpen);
            }
        }
        Line { columns, any: false, tables }
    }

    fn credit_coverage(&self, line: &mut Line, covering: &[(usize, usize, ImportId)]) {
        let slots = &self.evaluation.frame.slots;
        for (from, to, import) in covering {
            let (Some(first), Some(last)) = (slots.get(*from), to.checked_sub(1).and_then(|last| slots.get(last)))
            else {
                continue;
            };
            for told in line.columns.iter_mut().take(last.column + 1).skip(first.column) {
                if told.by.has(Teller::Counted.code()) {
                    told.credit_import(*import);
                }
            }
        }
    }
}

/// The service's own figure of exactly this column.
pub fn window(evaluation: &Evaluation<'_>, flow: &Flow, column: &Column) -> Told {
    let mut told = Told { value: flow.value, n: 1, ..in_full(evaluation, column) };
    told.by(if single_day(flow) { Teller::ServiceDaily } else { Teller::ServiceWindow });
    told.credit_import(flow.import);
    remark_zone(&mut told, zone_of(evaluation, flow.zone.as_deref()));
    told
}

/// One space's column with every day told.
fn in_full(evaluation: &Evaluation<'_>, column: &Column) -> Told {
    let days = u32::try_from(column.slots.1 - column.slots.0).unwrap_or(u32::MAX);
    let mut told = Told { told: days, asked: days, spaces_told: 1, spaces_asked: 1, ..Told::default() };
    told.known_at(column.span.to.min(evaluation.now).0);
    told
}

fn zone_of(evaluation: &Evaluation<'_>, zone: Option<&str>) -> Zone {
    match zone {
        None => Zone::Unknown,
        Some(zone) if zone == evaluation.zone_name => Zone::Same,
        Some(zone) => evaluation.zone_bit(zone).map_or(Zone::Unknown, Zone::Other),
    }
}

/// A told lifetime figure of a post.
pub fn told_figure(told: &[(Metric, f64)], metric: Metric) -> Option<f64> {
    told.iter().find(|(name, _)| *name == metric).map(|(_, value)| *value)
}

/// Whether a flow covers one civil day.
pub fn single_day(flow: &Flow) -> bool {
    flow.from.tomorrow().is_ok_and(|next| next == flow.to)
}

/// Whether a column is exactly this window.
pub fn is_window(column: &Column, from: jiff::civil::Date, to: jiff::civil::Date) -> bool {
    column.from == from && column.to == to
}

fn count(entries: &mut [Entry], evaluation: &Evaluation<'_>, quarters: &[(model::Quarter, u32)]) {
    let mut walk = evaluation.frame.walk();
    for (quarter, count) in quarters {
        let slot = walk.slot_at(quarter.start());
        if let Some(entry) = slot.and_then(|slot| entries.get_mut(slot))
            && matches!(entry.by, Some(Teller::Counted | Teller::Journal))
        {
            entry.value += f64::from(*count);
            entry.n += u64::from(*count);
        }
    }
}

fn remark_zone(told: &mut Told, zone: Zone) {
    match zone {
        Zone::Same => {}
        Zone::Unknown => told.remark(Remark::ZoneUnknown),
        Zone::Other(bit) => told.zones |= 1 << bit,
    }
}

fn overlap(a: Span, b: Span) -> i64 {
    (a.to.0.min(b.to.0) - a.from.0.max(b.from.0)).max(0)
}
