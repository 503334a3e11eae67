//! One day of X's account overview → daily figures of the space.

use crate::day_table::Day;
use crate::figures::day_flow;
use model::Piece;

/// The figures of one day. X does not say in which zone it cuts days.
pub fn pieces(day: &Day) -> Vec<Piece> {
    day.figures.iter().map(|(metric, value)| day_flow(*metric, *value, day.date, None)).collect()
}
