//! Rows of Plausible's exports → daily visits, visitors and page views, or a table of visitors by origin.

use super::wire::{CHANNELS, Day};
use crate::arrivals::{Tables, by_channel, by_source};
use crate::contract::Note;
use crate::figures::day_flow;
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::Date;
use model::{Breakdown, Metric, Piece, referrer};
use std::collections::BTreeSet;

/// Days read so far. Plausible does not say in which zone the site cuts them.
#[derive(Debug, Default)]
pub struct Days(BTreeSet<Date>);

impl Days {
    /// What one day tells.
    pub fn take(&mut self, day: Day) -> Result<Vec<Piece>, Trouble> {
        if !self.0.insert(day.date) {
            let trouble = Trouble::new(TroubleCode::Contradiction).line(day.line).field("date");
            return Err(trouble.with("value", &day.date.to_string()));
        }
        let figures =
            [(Metric::Visits, day.visits), (Metric::Visitors, day.visitors), (Metric::PageViews, day.pageviews)];
        let told = figures.into_iter().filter_map(|(metric, value)| Some(day_flow(metric, value?, day.date, None)));
        Ok(told.collect())
    }

    /// What was seen, for people.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if let (Some(first), Some(last)) = (self.0.first(), self.0.last()) {
            notes.push(Note::new("days", [("from", first.to_string()), ("to", last.to_string())]));
        }
        notes.push(Note::new("day-zone-unknown", []));
        notes
    }
}

/// Visitors by name: of a channel or of a source.
#[derive(Debug, Default)]
pub struct Names(Vec<(String, f64)>);

impl Names {
    /// Takes one row.
    pub fn take(&mut self, name: String, visitors: f64) {
        self.0.push((name, visitors));
    }

    /// Whether these are channels or sources. Tags of campaigns and regions come in tables of the same columns, but name
    /// no network and no site, and never *direct*.
    pub fn are_origins(&self) -> bool {
        let names = || self.0.iter().map(|(name, _)| name.as_str());
        let known = |name: &str| {
            let direct = name.eq_ignore_ascii_case("Direct / None");
            direct || referrer::named(name).is_some() || referrer::who(name).is_some()
        };
        names().all(|name| CHANNELS.contains(&name)) || names().any(known)
    }

    /// Visitors over all names.
    pub fn sum(&self) -> f64 {
        self.0.iter().map(|(_, visitors)| visitors).sum()
    }

    /// The table of a window, its last day included.
    pub fn tables(&self, from: Date, to: Date) -> Tables {
        let channels = self.0.iter().all(|(name, _)| CHANNELS.contains(&name.as_str()));
        let mut tables = Tables::default();
        for (name, visitors) in &self.0 {
            let (by, origin) = if channels {
                (Breakdown::Channel, by_channel(name))
            } else {
                (Breakdown::Source, by_source(name, ""))
            };
            tables.add((from, to, by, Metric::Visitors), origin, *visitors);
        }
        tables
    }
}
