//! Rows of their tables → daily figures of the site and tables of visits by origin.

use super::wire::{Entry, Step};
use crate::arrivals::{Tables, by_channel, by_source, window};
use crate::contract::Note;
use crate::figures::day_flow;
use jiff::civil::Date;
use model::{Breakdown, Metric, Observation, Piece, Shape, Subject};
use std::collections::BTreeMap;

/// What was read so far. GA4 does not say in which zone the property cuts days.
#[derive(Debug, Default)]
pub struct Taken {
    days: BTreeMap<(Metric, Date), f64>,
    wholes: BTreeMap<(Date, Date), f64>,
    tables: Tables,
    table: Current,
    set_aside: u64,
    split: u64,
    undated: u64,
    compared: u64,
}

/// The table under way.
#[derive(Debug, Default)]
struct Current {
    window: Option<(Date, Date)>,
    sessions: BTreeMap<Date, f64>,
    users: BTreeMap<Date, f64>,
    views: BTreeMap<Date, f64>,
    /// The table has a second dimension, over which users do not add up nor sessions by page, and whose rows may be cut:
    /// its header says so, or a day that came twice.
    days_split: bool,
    tables: Tables,
    sorted: Vec<Breakdown>,
    total: Option<f64>,
    aside: bool,
    undated: bool,
}

impl Taken {
    /// Whether nothing was of use, not even to say why a table is left out.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty() && self.tables.is_empty() && self.split == 0
    }

    /// Takes what one row is; whether it was a row of a table.
    pub fn take(&mut self, step: Step) -> bool {
        match step {
            Step::Nothing => return false,
            Step::Table(window) => {
                self.close();
                self.table.window = window;
                return false;
            }
            Step::Aside => self.table.aside = true,
            Step::Compared => self.compared += 1,
            Step::Total(total) => self.table.total = Some(total),
            Step::Entry(entry) => self.table.entry(entry),
        }
        true
    }

    /// The table is over: what its total says beyond its rows came from somewhere too.
    pub fn close(&mut self) {
        let mut table = std::mem::take(&mut self.table);
        self.set_aside += u64::from(table.aside);
        self.undated += u64::from(table.undated);
        if let (Some((from, to)), Some(total)) = (table.window, table.total) {
            for by in table.sorted {
                table.tables.complete((from, to, by, Metric::Visits), total);
                self.wholes.insert((from, to), total);
            }
        }
        self.tables.merge(table.tables);
        if table.days_split {
            self.split += 1;
            table.sessions.clear();
            table.users.clear();
            table.views.clear();
        }
        let told =
            [(Metric::Visits, table.sessions), (Metric::Visitors, table.users), (Metric::PageViews, table.views)];
        for (metric, days) in told {
            for (day, value) in days {
                self.days.entry((metric, day)).or_insert(value);
            }
        }
    }

    /// What the file tells.
    pub fn pieces(&self) -> Vec<Piece> {
        let days = self.days.iter().map(|((metric, day), value)| day_flow(*metric, *value, *day, None));
        let wholes = self.wholes.iter().map(|((from, to), total)| {
            Piece::Observation(Observation {
                subject: Subject::Space,
                metric: Metric::Visits,
                shape: Shape::Flow,
                value: *total,
                window: window(*from, *to, None),
                observed_at: None,
            })
        });
        days.chain(wholes).chain(self.tables.pieces(None)).collect()
    }

    /// What was seen, for people.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        for metric in [Metric::Visits, Metric::Visitors, Metric::PageViews] {
            let mut days = self.days.keys().filter(|(of, _)| *of == metric).map(|(_, day)| *day);
            if let Some(first) = days.next() {
                let last = days.next_back().unwrap_or(first);
                let args = [("metric", metric.to_string()), ("from", first.to_string()), ("to", last.to_string())];
                notes.push(Note::new("arrivals-days", args));
            }
        }
        notes.extend(self.tables.notes());
        let left_out = [
            ("ga4-aside", self.set_aside),
            ("ga4-split", self.split),
            ("ga4-undated", self.undated),
            ("ga4-compared", self.compared),
        ];
        let left_out = left_out.into_iter().filter(|(_, count)| *count > 0);
        notes.extend(left_out.map(|(code, count)| Note::new(code, [("count", count.to_string())])));
        notes.push(Note::new("day-zone-unknown", []));
        notes
    }
}

impl Current {
    fn entry(&mut self, entry: Entry) {
        let Some((from, to)) = entry.day.map(|day| (day, day)).or(self.window) else {
            self.undated = true;
            return;
        };
        self.days_split |= entry.part;
        if let Some(users) = entry.users {
            self.days_split |= self.users.insert(from, users).is_some();
        }
        if let Some(views) = entry.views {
            self.days_split |= self.views.insert(from, views).is_some();
        }
        let Some(sessions) = entry.sessions else { return };
        let mut sort = |by: Breakdown, origin| {
            self.tables.add((from, to, by, Metric::Visits), origin, sessions);
            if entry.day.is_none() && !self.sorted.contains(&by) {
                self.sorted.push(by);
            }
        };
        if let Some(channel) = &entry.channel {
            sort(Breakdown::Channel, by_channel(channel));
        }
        if let Some((source, medium)) = &entry.source {
            sort(Breakdown::Source, by_source(source, medium));
        }
        if entry.day.is_some() && entry.channel.is_none() && entry.source.is_none() {
            self.days_split |= self.sessions.insert(from, sessions).is_some();
        }
    }
}
