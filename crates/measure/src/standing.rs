//! Stands of followers: the last one known at a moment, and growth told by the difference of two.

use crate::answer::{Caveat, Figure, Status};
use crate::cell::Cell;
use crate::evaluation::{Ground, Reading};
use crate::fold::{DAY_MS, date_at};
use crate::quantity::NET_GROWTH;
use crate::told::{Remark, Teller, Told};
use model::Millis;

/// A stand read longer ago than this says nothing about a moment: 31 days.
pub const STALE_MS: i64 = 31 * DAY_MS;

impl Ground<'_> {
    /// The last stand at or before a moment.
    pub fn followers_at(&self, at: Millis) -> Option<Reading> {
        let after = self.followers.partition_point(|reading| reading.at <= at);
        after.checked_sub(1).and_then(|last| self.followers.get(last)).copied()
    }

    /// The same, unless it is older than 31 days.
    pub fn fresh_followers_at(&self, at: Millis) -> Option<Reading> {
        self.followers_at(at).filter(|reading| at.0 - reading.at.0 <= STALE_MS)
    }
}

/// Followers at the end of the cell, over its spaces.
pub fn followers(cell: &Cell<'_>) -> Figure {
    let mut sum = Told::default();
    let mut stale: Option<Millis> = None;
    for (place, _, ground) in cell.spaces() {
        if ground.followers.is_empty() && !cell.expected_in(place) {
            continue;
        }
        let mut told = Told { spaces_asked: 1, ahead: u32::from(cell.is_ahead()), ..Told::default() };
        told.asked = u32::from(!cell.is_ahead());
        if let Some(reading) = ground.followers_at(cell.column.span.to).filter(|_| !cell.is_ahead()) {
            told.value = reading.value;
            told.n = 1;
            told.told = 1;
            told.spaces_told = 1;
            told.by(Teller::Level);
            told.credit_import(reading.import);
            told.known_at(reading.at.0);
            if reading.at < cell.column.span.from {
                stale = Some(stale.map_or(reading.at, |oldest| oldest.min(reading.at)));
            }
        }
        if !cell.is_ahead() && cell.column.span.to > cell.evaluation().now {
            told.remark(Remark::WindowOpen);
        }
        sum.add_space(&told);
    }
    // Days do not matter to a stand: what is missing is a space, and `spaces-untold` says so.
    sum.asked = if sum.any() { sum.told } else { sum.asked };
    let mut figure = cell.figure(&sum, Some(model::Metric::Followers));
    if let Some(at) = stale {
        figure.status = Status::Partial;
        figure.caveats.push(stale_level(cell, at));
    }
    figure
}

/// Growth of one space.
pub struct Net {
    /// What is told of it.
    pub told: Told,
    /// Followers at the beginning.
    pub base: Option<Reading>,
    /// The beginning's stand is older than a day.
    pub stale: bool,
}

/// Growth in the cell, space by space: told by the service or by gains and losses where they tell every day,
/// or else by the difference of two stands.
pub fn net_by_space(cell: &Cell<'_>) -> Vec<Net> {
    let span = cell.column.span;
    let shares = cell.by_space(NET_GROWTH);
    let mut nets = Vec::new();
    for (place, _, ground) in cell.spaces() {
        let flows = shares.iter().find(|(of, _)| *of == place).map(|(_, told)| told);
        if flows.is_none() && ground.followers.is_empty() && !cell.expected_in(place) {
            continue;
        }
        let base = ground.fresh_followers_at(span.from).filter(|_| !cell.is_ahead());
        let flows = flows.cloned().unwrap_or_else(|| Told { spaces_asked: 1, ..Told::default() });
        let levels = base.and_then(|base| difference(cell, ground, base, &flows));
        let told = levels.filter(|levels| levels.told > flows.told).unwrap_or(flows);
        let by_levels = told.by.has(Teller::LevelDifference.code());
        let stale = base.is_some_and(|base| span.from.0 - base.at.0 > DAY_MS);
        nets.push(Net { told, base, stale: stale && by_levels });
    }
    nets
}

/// The difference of two stands, if the second was read inside the cell. It tells the days up to that reading.
fn difference(cell: &Cell<'_>, ground: &Ground, base: Reading, flows: &Told) -> Option<Told> {
    let evaluation = cell.evaluation();
    let span = cell.column.span;
    let last = ground.followers_at(span.to).filter(|last| last.at > span.from)?;
    let slots = evaluation.frame.slots.get(cell.column.slots.0..cell.column.slots.1)?;
    let over =
        |until: Millis| slots.iter().filter(|slot| slot.span.from < slot.span.to && slot.span.to <= until).count();
    let asked = u32::try_from(over(evaluation.now)).unwrap_or(u32::MAX);
    // A stand read during the last day tells that day as well as one read at its end.
    let told = u32::try_from(over(Millis(last.at.0.saturating_add(DAY_MS)).min(evaluation.now))).unwrap_or(u32::MAX);
    let mut sum = Told {
        value: last.value - base.value,
        n: 2,
        told: told.max(1),
        ahead: flows.ahead,
        spaces_told: 1,
        spaces_asked: 1,
        ..Told::default()
    };
    sum.asked = asked.max(sum.told);
    sum.by(Teller::LevelDifference);
    sum.credit_import(base.import);
    sum.credit_import(last.import);
    sum.known_at(last.at.0);
    if sum.ahead > 0 {
        sum.remark(Remark::WindowOpen);
    }
    Some(sum)
}

/// The sum of what is told of growth, and the caveat of the oldest stand if one is stale.
pub fn net_sum<'a>(cell: &Cell<'_>, nets: impl Iterator<Item = &'a Net>) -> (Told, Option<Caveat>) {
    let mut sum = Told::default();
    let mut stale: Option<Millis> = None;
    for net in nets {
        sum.add_space(&net.told);
        if let Some(base) = net.base.filter(|_| net.stale) {
            stale = Some(stale.map_or(base.at, |oldest| oldest.min(base.at)));
        }
    }
    (sum, stale.map(|at| stale_level(cell, at)))
}

/// The remark that a stand is older than the window.
pub fn stale_level(cell: &Cell<'_>, at: Millis) -> Caveat {
    // The stand of a day holds until its end, which is the next day's midnight: name the day itself.
    let date = date_at(Millis(at.0 - 1), &cell.evaluation().query.zone);
    Caveat { code: "stale-level", args: vec![("date", date.to_string())] }
}
