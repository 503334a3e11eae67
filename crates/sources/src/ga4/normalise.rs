//! Rows of their tables → daily figures of the site and tables of visits by origin.

use super::wire::{Entry, Step};
use crate::arrivals::{Tables, by_channel, by_source, window};
use crate::contract::Note;
use crate::figures::day_flow;
use crate::trouble::{Trouble, TroubleCode};
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
    undated: u64,
    compared: u64,
}

/// The table under way.
#[derive(Debug, Default)]
struct Current {
    window: Option<(Date, Date)>,
    sorted: Vec<Breakdown>,
    total: Option<f64>,
    aside: bool,
    undated: bool,
}

impl Taken {
    /// Whether nothing was of use.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty() && self.tables.is_empty()
    }

    /// Takes what one row is; whether it was a row of a table.
    pub fn take(&mut self, step: Step) -> Result<bool, Trouble> {
        match step {
            Step::Nothing => return Ok(false),
            Step::End => {
                self.close();
                return Ok(false);
            }
            Step::Table(window) => {
                self.close();
                self.table.window = window;
                return Ok(false);
            }
            Step::Aside => self.table.aside = true,
            Step::Compared => self.compared += 1,
            Step::Total(total) => self.table.total = Some(total),
            Step::Entry(entry) => self.entry(entry),
        }
        Ok(true)
    }

    fn entry(&mut self, entry: Entry) {
        let Some((from, to)) = entry.day.map(|day| (day, day)).or(self.table.window) else {
            self.table.undated = true;
            return;
        };
        if let Some(users) = entry.users {
            self.days.insert((Metric::Visitors, from), users);
        }
        let Some(sessions) = entry.sessions else { return };
        let mut sort = |by: Breakdown, origin| {
            self.tables.add((from, to, by, Metric::Visits), origin, sessions);
            if entry.day.is_none() && !self.table.sorted.contains(&by) {
                self.table.sorted.push(by);
            }
        };
        if let Some(channel) = &entry.channel {
            sort(Breakdown::Channel, by_channel(channel));
        }
        if let Some((source, medium)) = &entry.source {
            sort(Breakdown::Source, by_source(source, medium));
        }
        if entry.channel.is_none() && entry.source.is_none() {
            self.days.insert((Metric::Visits, from), sessions);
        }
    }

    /// The table is over: what its total says beyond its rows came from somewhere too.
    fn close(&mut self) {
        let table = std::mem::take(&mut self.table);
        self.set_aside += u64::from(table.aside);
        self.undated += u64::from(table.undated);
        let (Some((from, to)), Some(total)) = (table.window, table.total) else { return };
        for by in table.sorted {
            self.tables.complete((from, to, by, Metric::Visits), total);
            self.wholes.insert((from, to), total);
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
        for metric in [Metric::Visits, Metric::Visitors] {
            let mut days = self.days.keys().filter(|(of, _)| *of == metric).map(|(_, day)| *day);
            if let Some(first) = days.next() {
                let last = days.next_back().unwrap_or(first);
                let args = [("metric", metric.to_string()), ("from", first.to_string()), ("to", last.to_string())];
                notes.push(Note::new("arrivals-days", args));
            }
        }
        notes.extend(self.tables.notes());
        for (code, count) in [("ga4-aside", self.set_aside), ("ga4-undated", self.undated), ("ga4-compared", self.compared)] {
            if count > 0 {
                notes.push(told(code, count));
            }
        }
        notes.push(Note::new("day-zone-unknown", []));
        notes
    }
}

fn told(code: &str, count: u64) -> Note {
    let args = [("count", count.to_string())];
    match code {
        "ga4-aside" => Note::new("ga4-aside", args),
        "ga4-undated" => Note::new("ga4-undated", args),
        _ => Note::new("ga4-compared", args),
    }
}
