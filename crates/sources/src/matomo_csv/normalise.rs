//! Rows of a report → visits, visitors and page views of its days, or a table of visits by channel.

use super::wire::{Days, Entry, is_channel};
use crate::arrivals::{Tables, by_channel, window};
use crate::contract::Note;
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::Date;
use model::{Breakdown, Metric, Observation, Piece, Shape, Subject};
use std::collections::BTreeMap;

/// Rows kept before anything is handed out: whether labels are channels, the last one tells.
const LIMIT: usize = 500_000;

/// What was read so far. Matomo does not say in which zone the site cuts days.
#[derive(Debug)]
pub struct Taken {
    named: Option<Days>,
    wholes: BTreeMap<(Date, Date, Metric), f64>,
    rows: Vec<(Option<Days>, String, f64)>,
    channels: bool,
    undated: f64,
    undated_rows: u64,
}

impl Taken {
    /// With the days that the file's name tells.
    pub const fn new(named: Option<Days>) -> Self {
        Self { named, wholes: BTreeMap::new(), rows: Vec::new(), channels: true, undated: 0.0, undated_rows: 0 }
    }

    /// Takes one row.
    pub fn take(&mut self, entry: Entry) -> Result<(), Trouble> {
        let days = entry.days.or(self.named);
        if let Some(label) = entry.label {
            self.channels &= is_channel(&label);
            if self.rows.len() >= LIMIT {
                return Err(Trouble::new(TroubleCode::TooLarge).line(entry.line).with("limit", &LIMIT.to_string()));
            }
            if let Some(visits) = entry.visits {
                self.rows.push((days, label, visits));
            }
            return Ok(());
        }
        let Some((from, to)) = days else {
            self.undated += entry.visits.unwrap_or_default();
            self.undated_rows += 1;
            return Ok(());
        };
        let figures =
            [(Metric::Visits, entry.visits), (Metric::Visitors, entry.visitors), (Metric::PageViews, entry.page_views)];
        for (metric, value) in figures {
            let Some(value) = value else { continue };
            if self.wholes.insert((from, to, metric), value).is_some() {
                let trouble = Trouble::new(TroubleCode::Contradiction).line(entry.line).field("date");
                return Err(trouble.with("value", &from.to_string()));
            }
        }
        Ok(())
    }

    /// What the report tells, and what was seen.
    pub fn finish(self) -> (Vec<Piece>, Vec<Note>) {
        let mut notes = Vec::new();
        let mut tables = Tables::default();
        let mut undated = self.undated;
        let mut undated_rows = self.undated_rows;
        if self.channels {
            for (days, label, visits) in &self.rows {
                match days {
                    Some((from, to)) => {
                        tables.add((*from, *to, Breakdown::Channel, Metric::Visits), by_channel(label), *visits);
                    }
                    None => {
                        undated += visits;
                        undated_rows += 1;
                    }
                }
            }
        } else {
            notes.push(Note::new("matomo-aside", [("rows", self.rows.len().to_string())]));
        }
        let pieces: Vec<Piece> =
            self.wholes.iter().map(|((from, to, metric), value)| whole(*from, *to, *metric, *value)).collect();
        if let (Some((first, ..)), Some((_, last, _))) = (self.wholes.keys().next(), self.wholes.keys().next_back()) {
            notes.push(Note::new("days", [("from", first.to_string()), ("to", last.to_string())]));
        }
        if undated_rows > 0 {
            let args = [("metric", Metric::Visits.to_string()), ("sum", undated.to_string())];
            notes.push(Note::new("arrivals-undated", args));
        }
        notes.extend(tables.notes());
        let pieces: Vec<Piece> = pieces.into_iter().chain(tables.pieces(None)).collect();
        if !pieces.is_empty() {
            notes.push(Note::new("day-zone-unknown", []));
        }
        (pieces, notes)
    }
}

fn whole(from: Date, to: Date, metric: Metric, value: f64) -> Piece {
    Piece::Observation(Observation {
        subject: Subject::Space,
        metric,
        shape: Shape::Flow,
        value,
        window: window(from, to, None),
        observed_at: None,
    })
}
