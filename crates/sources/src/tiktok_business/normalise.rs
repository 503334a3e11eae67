//! One day of TikTok's tables → daily figures of the space; followers are a level, the rest are flows.

use crate::day_table::Day;
use crate::figures::{day_flow, day_level};
use model::{Metric, Piece};

/// The figures of one day. TikTok does not say in the file in which zone it cuts days.
pub fn pieces(day: &Day) -> Vec<Piece> {
    day.figures
        .iter()
        .map(|(metric, value)| match metric {
            Metric::Followers => day_level(*metric, *value, day.date, None),
            _ => day_flow(*metric, *value, day.date, None),
        })
        .collect()
}
