//! Short ways to write what audience tools tell: visits by origin, in a table of one window. No tool is known here.

use crate::contract::Note;
use jiff::civil::Date;
use model::{Breakdown, Metric, Observation, Origin, Piece, Shape, Subject, Window};
use std::collections::BTreeMap;

/// Longest word kept of an origin, in characters.
const LONGEST: usize = 100;
/// What tools call the rows they keep together.
const REST: &str = "(other)";

/// The tables of one file, by window.
#[derive(Debug, Default)]
pub struct Tables {
    rows: BTreeMap<Key, BTreeMap<Origin, f64>>,
}

/// One table: its window (last day included), how it is sorted, what it counts.
type Key = (Date, Date, Breakdown, Metric);

impl Tables {
    /// Adds a row; rows of one origin add up (a second dimension splits them).
    pub fn add(&mut self, key: Key, origin: Origin, value: f64) {
        *self.rows.entry(key).or_default().entry(origin).or_default() += value;
    }

    /// What the rows of a table make.
    pub fn sum(&self, key: Key) -> Option<f64> {
        self.rows.get(&key).map(|rows| rows.values().sum())
    }

    /// Completes a table up to the total that the file tells: what it does not list came from somewhere too.
    pub fn complete(&mut self, key: Key, total: f64) {
        if let Some(rest) = self.sum(key).map(|sum| total - sum).filter(|rest| *rest > 0.0) {
            self.add(key, rest_of_table(), rest);
        }
    }

    /// Takes over tables that are not there yet: of two that say the same, the first stands.
    pub fn merge(&mut self, others: Self) {
        for (key, rows) in others.rows {
            self.rows.entry(key).or_insert(rows);
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What they tell, in order. `zone`: the one in which the tool cuts days, when it is known.
    pub fn pieces(&self, zone: Option<&str>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for ((from, to, by, metric), rows) in &self.rows {
            for (origin, value) in rows {
                pieces.push(Piece::Observation(Observation {
                    subject: Subject::Origin(*by, origin.clone()),
                    metric: *metric,
                    shape: Shape::Flow,
                    value: *value,
                    window: window(*from, *to, zone),
                    observed_at: None,
                }));
            }
        }
        pieces
    }

    /// One note for each way of sorting: over which days, and how many visits or visitors in all.
    pub fn notes(&self) -> Vec<Note> {
        let mut stretches: BTreeMap<(Breakdown, Metric), (Date, Date, f64)> = BTreeMap::new();
        for ((from, to, by, metric), rows) in &self.rows {
            let stretch = stretches.entry((*by, *metric)).or_insert((*from, *to, 0.0));
            stretch.0 = stretch.0.min(*from);
            stretch.1 = stretch.1.max(*to);
            stretch.2 += rows.values().sum::<f64>();
        }
        let notes = stretches.into_iter().map(|((by, metric), (from, to, sum))| {
            let args = [
                ("by", by.to_string()),
                ("metric", metric.to_string()),
                ("from", from.to_string()),
                ("to", to.to_string()),
                ("sum", sum.to_string()),
            ];
            Note::new("arrivals", args)
        });
        notes.collect()
    }
}

/// A window of whole days, the last one included.
pub fn window(from: Date, to: Date, zone: Option<&str>) -> Window {
    let zone = zone.map(str::to_owned);
    match to.tomorrow() {
        Ok(after) if from < to => Window::Days { from, to: after, zone },
        _ => Window::Day { date: from, zone },
    }
}

/// The visits that a table keeps together or does not list.
pub fn rest_of_table() -> Origin {
    by_channel(REST)
}

/// A channel in the tool's own words.
pub fn by_channel(word: &str) -> Origin {
    Origin { told: true, channel: Some(short(word)), ..Origin::default() }
}

/// A source and a medium as tools write them: `google` / `organic`, `(direct)` / `(none)`, `news` / `email`. The medium is
/// empty where the tool has none.
pub fn by_source(source: &str, medium: &str) -> Origin {
    let (source, medium) = (short(source), short(medium));
    let told = Origin { told: true, ..Origin::default() };
    match (source.as_str(), medium.as_str()) {
        ("" | "(direct)" | "direct" | "direct / none" | "accès direct" | "(none)", _) => told,
        ("(not set)" | "(other)" | "(data not available)" | "(autre)" | "(non défini)", _) => rest_of_table(),
        (_, "" | "referral" | "organic" | "(none)" | "(not set)") => {
            Origin { referrer: Some(source.strip_prefix("www.").unwrap_or(&source).to_owned()), ..told }
        }
        _ => Origin { campaign_source: Some(source), campaign_medium: Some(medium), ..told },
    }
}

/// A word without its spaces, lower case, of a bounded length.
fn short(word: &str) -> String {
    let words: Vec<&str> = word.split_whitespace().collect();
    words.join(" ").to_lowercase().chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i8) -> Date {
        Date::constant(2026, 3, day)
    }

    #[test]
    fn sources_as_tools_write_them() {
        let some = |text: &str| Some(text.to_owned());
        let told = Origin { told: true, ..Origin::default() };
        let cases = [
            ("(direct)", "(none)", told.clone()),
            ("Direct / None", "", told.clone()),
            ("google", "organic", Origin { referrer: some("google"), ..told.clone() }),
            ("www.Example.org", "referral", Origin { referrer: some("example.org"), ..told.clone() }),
            ("Facebook", "", Origin { referrer: some("facebook"), ..told.clone() }),
            ("news", "email", Origin { campaign_source: some("news"), campaign_medium: some("email"), ..told.clone() }),
            ("(not set)", "(not set)", Origin { channel: some("(other)"), ..told }),
        ];
        for (source, medium, expected) in cases {
            assert_eq!(by_source(source, medium), expected, "{source} / {medium}");
        }
    }

    #[test]
    fn a_table_is_completed_up_to_its_total() {
        let key = (day(1), day(7), Breakdown::Channel, Metric::Visits);
        let mut tables = Tables::default();
        tables.add(key, by_channel("Direct"), 3.0);
        tables.add(key, by_channel("direct"), 2.0);
        tables.complete(key, 5.0);
        assert_eq!((tables.sum(key), tables.pieces(None).len()), (Some(5.0), 1));
        tables.complete(key, 9.0);
        assert_eq!((tables.sum(key), tables.pieces(None).len()), (Some(9.0), 2));
    }

    #[test]
    fn windows_of_one_day_are_days() {
        assert_eq!(window(day(1), day(1), None), Window::Day { date: day(1), zone: None });
        assert_eq!(window(day(1), day(7), None), Window::Days { from: day(1), to: day(8), zone: None });
    }
}
