//! Hours folded into weekdays: the mean of each hour of the week over the hours that are known. A mean, because a
//! stretch rarely holds each weekday equally often.

use crate::grid::Sum;
use crate::subject::Subject;
use ink::Reading;
use jiff::civil::Weekday;
use std::collections::BTreeMap;

/// One hour of the week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hour {
    /// The day.
    pub weekday: Weekday,
    /// The local hour, 0 to 23.
    pub hour: i8,
    /// The mean of what is known; partial when any of its hours is partial or missing.
    pub mean: Reading,
    /// How many hours it rests on.
    pub known: usize,
}

/// The hours of the week that lie in the stretch, from Monday 0 h.
pub fn means(subject: &Subject<'_>) -> Vec<Hour> {
    let Some(line) = subject.single_line() else { return Vec::new() };
    let mut found: BTreeMap<(i8, i8), (Weekday, Vec<Reading>)> = BTreeMap::new();
    for (period, reading) in subject.grid.periods.iter().zip(line.readings()) {
        let weekday = period.from.weekday();
        let hour = period.hour.map_or(0, |(hour, _)| hour);
        let cell = found.entry((weekday.to_monday_zero_offset(), hour)).or_insert_with(|| (weekday, Vec::new()));
        cell.1.push(reading);
    }
    let folded = found.into_iter().map(|((_, hour), (weekday, readings))| {
        let sum = Sum::of(readings);
        let mean = sum.reading().map(|value| value / crate::number::count(sum.known.max(1)));
        Hour { weekday, hour, mean, known: sum.known }
    });
    folded.collect()
}

/// A mean as it is written: with one decimal.
pub fn shown(mean: f64) -> f64 {
    if mean.abs() >= 1.0e12 { mean } else { (mean * 10.0).round() / 10.0 }
}
