//! The ledger's entries that rest on an audience tool's tables of visits by origin.

use super::{Entry, Ledger, Line, in_full, remark_zone, zone_of};
use crate::arrivals::{Place, Table};
use crate::quantity::Counting;
use crate::told::{Remark, Set, Teller, Told};
use model::Metric;

impl<'a> Ledger<'a> {
    /// The audience tool's tables that this quantity may rest on, each with its place in the ground.
    fn tables(&self) -> impl Iterator<Item = (usize, &'a Table)> + use<'a> {
        let visitors = match self.quantity.counting {
            Counting::Visits => Some(false),
            Counting::Origins => Some(true),
            Counting::Nothing | Counting::Facts(_) | Counting::GainsMinusLosses => None,
        };
        let tables = self.ground.tables.iter().enumerate();
        tables.filter(move |(_, table)| visitors.is_some_and(|visitors| table.fits(visitors)))
    }

    /// What a table tells of this row, as an entry of a day.
    fn entry_of(&self, at: usize, table: &Table) -> Entry {
        let value = table.sum(self.narrow);
        let visits = crate::number::whole(value).and_then(|value| u64::try_from(value).ok()).unwrap_or(1);
        let mut remarks = Set::default();
        if table.by_channel {
            remarks.add(Remark::ChannelsOfTool.code());
        }
        if table.metric == Metric::Visitors {
            remarks.add(Remark::VisitorsForVisits.code());
        }
        Entry {
            value,
            n: if self.quantity.counting == Counting::Origins { visits } else { 1 },
            by: Some(Teller::AudienceTool),
            import: Some(table.import),
            zone: zone_of(self.evaluation, table.zone.as_deref()),
            covered: i64::MAX,
            remarks,
            table: Some(at),
            ..Entry::default()
        }
    }

    /// Days that an audience tool tells by origin.
    pub(super) fn write_tables(&mut self) {
        let hourly = self.evaluation.frame.hourly;
        for (at, table) in self.tables() {
            let Place::Day(from, to) = table.place else { continue };
            let told = self.entry_of(at, table);
            for entry in self.entries.iter_mut().take(to).skip(from) {
                if hourly {
                    entry.days_only = true;
                } else {
                    *entry = told;
                }
            }
        }
    }

    /// Columns that an audience tool tells by origin as a whole, where their days are not all told.
    pub(super) fn write_whole_tables(&self, line: &mut Line) {
        for (at, table) in self.tables() {
            let Place::Column(place) = table.place else { continue };
            let columns = &self.evaluation.frame.columns;
            let (Some(told), Some(column)) = (line.columns.get_mut(place), columns.get(place)) else { continue };
            if told.told >= told.asked {
                continue;
            }
            let entry = self.entry_of(at, table);
            *told = Told { value: entry.value, n: entry.n, ..in_full(self.evaluation, column) };
            told.by(Teller::AudienceTool);
            told.credit_import(table.import);
            told.remarks.merge(entry.remarks);
            remark_zone(told, entry.zone);
            line.tables.retain(|(_, of, _)| *of != place);
            line.tables.push((at, place, true));
        }
    }
}
