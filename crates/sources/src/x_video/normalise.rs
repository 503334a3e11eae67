//! One day of X's video overview → the video views of the day.

use crate::day_table::Day;
use crate::figures::day_flow;
use model::Piece;

/// The figure of one day. X does not say in which zone it cuts days.
pub fn pieces(day: &Day) -> Vec<Piece> {
    day.figures.iter().map(|(metric, value)| day_flow(*metric, *value, day.date, None)).collect()
}
