//! The rows of a series as a grid: periods across, one line per combination of keys. A place without a row is as
//! empty as a row without a value.

use crate::key::key_text;
use ink::Reading;
use measure::answer::{Figure, Key, PeriodKey, Row, Series, Status};
use phrases::Voice;
use std::collections::BTreeMap;

/// The value of a figure and how far it can be trusted.
pub fn reading(figure: Option<&Figure>) -> Reading {
    let Some((value, status)) = figure.and_then(|figure| Some((figure.value?, figure.status))) else {
        return Reading::Missing;
    };
    match status {
        _ if !value.is_finite() => Reading::Missing,
        Status::Measured => Reading::Whole(value),
        Status::Partial | Status::Pending => Reading::Partial(value),
        Status::Missing | Status::NotDefined => Reading::Missing,
    }
}

/// One combination of keys over all periods; without periods it has one place.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// Its keys in the order asked; none when nothing was split.
    pub keys: &'a [Key],
    /// What people call it: the keys' words.
    pub name: String,
    /// One place per period.
    pub rows: Vec<Option<&'a Row>>,
}

impl Line<'_> {
    /// What is known at a place.
    pub fn at(&self, place: usize) -> Reading {
        reading(self.rows.get(place).copied().flatten().map(|row| &row.figure))
    }

    /// All places in order.
    pub fn readings(&self) -> Vec<Reading> {
        self.rows.iter().map(|row| reading(row.map(|row| &row.figure))).collect()
    }

    /// What was known at the same places of the stretch compared with.
    pub fn before(&self) -> Vec<Reading> {
        self.rows.iter().map(|row| reading(row.and_then(|row| row.before.as_deref()))).collect()
    }

    /// The newest known value with its place.
    pub fn newest(&self) -> Option<(usize, f64)> {
        self.readings().into_iter().enumerate().rev().find_map(|(place, value)| Some((place, value.value()?)))
    }
}

/// The rows of a series.
#[derive(Debug, Clone)]
pub struct Grid<'a> {
    /// The periods, in order; none when the whole was asked for.
    pub periods: Vec<&'a PeriodKey>,
    /// The combinations of keys, in the order of the answer.
    pub lines: Vec<Line<'a>>,
}

impl<'a> Grid<'a> {
    /// Lays the rows out.
    pub fn of(series: &'a Series, voice: &Voice) -> Self {
        let mut periods: Vec<&PeriodKey> = series.rows.iter().filter_map(|row| row.period.as_ref()).collect();
        // An hour that a clock change repeats has the same date and hour: its offset tells which came first.
        let moment = |period: &PeriodKey| {
            let (hour, offset) = period.hour.unwrap_or((0, 0));
            (period.from, hour, -offset, period.id.clone())
        };
        periods.sort_by_cached_key(|period| moment(period));
        periods.dedup();
        let places: BTreeMap<&str, usize> =
            periods.iter().enumerate().map(|(n, period)| (period.id.as_str(), n)).collect();
        let mut order: BTreeMap<&[Key], usize> = BTreeMap::new();
        let mut lines: Vec<Line<'a>> = Vec::new();
        for row in &series.rows {
            let next = lines.len();
            let slot = *order.entry(row.keys.as_slice()).or_insert(next);
            if slot == next {
                let words: Vec<String> = row.keys.iter().map(|key| key_text(key, voice)).collect();
                lines.push(Line { keys: &row.keys, name: words.join(" · "), rows: vec![None; periods.len().max(1)] });
            }
            let place = row.period.as_ref().and_then(|period| places.get(period.id.as_str()).copied()).unwrap_or(0);
            if let Some(cell) = lines.get_mut(slot).and_then(|line| line.rows.get_mut(place)) {
                *cell = Some(row);
            }
        }
        Self { periods, lines }
    }

    /// Whether rows are split by anything but periods.
    pub fn is_split(&self) -> bool {
        self.lines.iter().any(|line| !line.keys.is_empty())
    }

    /// Whether any value is known.
    pub fn any_known(&self) -> bool {
        self.lines.iter().any(|line| line.newest().is_some())
    }

    /// Whether every place of every line has a value, complete or not.
    pub fn is_full(&self) -> bool {
        self.lines.iter().all(|line| line.readings().iter().all(|value| value.value().is_some()))
    }

    /// Whether any known value is partial.
    pub fn any_partial(&self) -> bool {
        self.lines.iter().any(|line| line.readings().iter().any(|value| value.is_partial()))
    }
}

/// What several readings make when they may be added up.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sum {
    /// The sum of what is known.
    pub value: f64,
    /// How many are known.
    pub known: usize,
    /// How many are not.
    pub gaps: usize,
    /// Whether one of them is partial.
    pub partial: bool,
}

impl Sum {
    /// Adds readings up.
    pub fn of(readings: impl IntoIterator<Item = Reading>) -> Self {
        let mut sum = Self::default();
        for reading in readings {
            match reading.value() {
                Some(value) => {
                    sum.value += value;
                    sum.known += 1;
                    sum.partial |= reading.is_partial();
                }
                None => sum.gaps += 1,
            }
        }
        sum
    }

    /// Whether nothing is missing and nothing partial.
    pub const fn is_whole(&self) -> bool {
        self.known > 0 && self.gaps == 0 && !self.partial
    }

    /// The sum as a reading: partial as soon as anything lacks, missing when nothing is known.
    pub fn reading(&self) -> Reading {
        if self.known == 0 || !self.value.is_finite() {
            Reading::Missing
        } else if self.is_whole() {
            Reading::Whole(self.value)
        } else {
            Reading::Partial(self.value)
        }
    }
}
