//! Rows of Search Console → clicks and impressions of each day, and sums of the tables that say no day.

use super::wire::Entry;
use crate::contract::Note;
use crate::figures::day_flow;
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::Date;
use model::{Metric, Piece};
use std::collections::BTreeSet;

/// What was read so far.
#[derive(Debug, Default)]
pub struct Taken {
    days: BTreeSet<Date>,
    clicks: f64,
    impressions: f64,
}

impl Taken {
    /// What one row tells.
    pub fn take(&mut self, entry: Entry, zone: &str) -> Result<Vec<Piece>, Trouble> {
        if entry.clicks > entry.impressions {
            let trouble = Trouble::new(TroubleCode::Contradiction).line(entry.line);
            return Err(trouble.with("value", &entry.clicks.to_string()));
        }
        let mut pieces = Vec::new();
        if let Some(day) = entry.day {
            if !self.days.insert(day) {
                let trouble = Trouble::new(TroubleCode::Contradiction).line(entry.line);
                return Err(trouble.with("value", &day.to_string()));
            }
            pieces.push(day_flow(Metric::Clicks, entry.clicks, day, Some(zone)));
            pieces.push(day_flow(Metric::Impressions, entry.impressions, day, Some(zone)));
        }
        self.clicks += entry.clicks;
        self.impressions += entry.impressions;
        Ok(pieces)
    }

    /// What was seen, for people.
    pub fn notes(&self, dimension: &str) -> Vec<Note> {
        let sums = [("clicks", self.clicks.to_string()), ("impressions", self.impressions.to_string())];
        let [clicks, impressions] = sums;
        match (self.days.first(), self.days.last()) {
            (Some(first), Some(last)) => vec![
                Note::new("days", [("from", first.to_string()), ("to", last.to_string())]),
                Note::new("search-days", [clicks, impressions]),
            ],
            _ => vec![Note::new("search-aside", [("dimension", dimension.to_owned()), clicks, impressions])],
        }
    }
}
