//! Tables of visits that an audience tool tells already sorted by origin: which of them a question uses, and where.
//!
//! A tool may sort the same visits in two ways (by channel, by source): each table holds all of them, so one is taken
//! and never both. Rows by referrer need the table by source; otherwise the tool's channels go first, because tables by
//! source are often cut after their first rows. `ledger` says when a table stands beside what else is known.

use crate::ask::{Query, Split};
use crate::evaluation::{VisitClass, class_of};
use crate::frame::Frame;
use crate::history::Arrivals;
use crate::ledger::is_window;
use crate::narrow::Narrow;
use jiff::civil::Date;
use model::{Breakdown, ImportId, Metric};
use std::collections::BTreeMap;

/// Where a table falls in the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// One civil day: its slots, the last one excluded.
    Day(usize, usize),
    /// Exactly one column.
    Column(usize),
}

/// One table, its rows classed under the rules asked.
#[derive(Debug)]
pub struct Table {
    /// Where it falls.
    pub place: Place,
    /// Visits, or visitors where that is all the tool tells.
    pub metric: Metric,
    /// Whether its rows are the tool's own channels, whatever the rules asked.
    pub by_channel: bool,
    /// The tool's zone.
    pub zone: Option<String>,
    /// The newest import among its rows.
    pub import: ImportId,
    /// Whether visits are told for the same window too.
    second: bool,
    rows: Vec<(VisitClass, f64)>,
}

impl Table {
    /// Whether a sum of visits may rest on it; `visitors` says that visitors do where no visits are told.
    pub fn fits(&self, visitors: bool) -> bool {
        self.metric == Metric::Visits || (visitors && !self.second)
    }

    /// Its rows.
    pub fn rows(&self) -> impl Iterator<Item = (&VisitClass, f64)> {
        self.rows.iter().map(|(class, value)| (class, *value))
    }

    /// The sum of the rows that belong to a row of the answer.
    pub fn sum(&self, narrow: &Narrow) -> f64 {
        self.rows().filter(|(class, _)| class.belongs(narrow)).map(|(_, value)| value).sum()
    }
}

/// The tables of one space that the question can use, filtered as it asks.
pub fn tables(query: &Query, frame: &Frame, arrivals: &[Arrivals]) -> Vec<Table> {
    let by_referrer =
        query.splits.contains(&Split::Referrer) || query.filters.iter().any(|(split, _)| *split == Split::Referrer);
    let order: &[Breakdown] = if by_referrer { &[Breakdown::Source] } else { &[Breakdown::Channel, Breakdown::Source] };
    let mut windows: BTreeMap<(Date, Date), Vec<&Arrivals>> = BTreeMap::new();
    for row in arrivals {
        windows.entry((row.from, row.to)).or_default().push(row);
    }
    let mut tables = Vec::new();
    for ((from, to), rows) in windows {
        let Some(place) = place(frame, from, to) else { continue };
        let mut second = false;
        for metric in [Metric::Visits, Metric::Visitors] {
            let sorted = |by: Breakdown| rows.iter().filter(move |row| row.metric == metric && row.by == by);
            let Some(by) = order.iter().copied().find(|by| sorted(*by).next().is_some()) else { continue };
            let import = sorted(by).map(|row| row.import).max().unwrap_or(ImportId(0));
            let zone = sorted(by).find(|row| row.import == import).and_then(|row| row.zone.clone());
            let classed = sorted(by).map(|row| (class_of(query, &row.origin), row.value));
            let rows = classed.filter(|(class, _)| taken(query, class)).collect();
            tables.push(Table { place, metric, by_channel: by == Breakdown::Channel, zone, import, second, rows });
            second = true;
        }
    }
    tables
}

/// A day falls on its slots, several days on the column that equals them.
fn place(frame: &Frame, from: Date, to: Date) -> Option<Place> {
    if from.tomorrow().is_ok_and(|next| next == to) {
        let (first, after) = frame.slots_on(from);
        return (first < after).then_some(Place::Day(first, after));
    }
    if frame.hourly {
        return None;
    }
    frame.columns.iter().position(|column| is_window(column, from, to)).map(Place::Column)
}

/// Whether the question's filters let visits of this class through.
fn taken(query: &Query, class: &VisitClass) -> bool {
    query.filters.iter().all(|(split, values)| match split {
        Split::Channel => values.iter().any(|value| value == class.channel.as_str()),
        Split::Referrer => values.iter().any(|value| *value == *class.referrer),
        _ => true,
    })
}
