//! One day of the export by day → daily figures of the space. Tweets become what X's newer export makes of them.

use crate::day_table::Day;
use crate::figures::day_flow;
use model::Piece;

/// The figures of one day. Twitter does not say in which zone it cuts days.
pub fn pieces(day: &Day) -> Vec<Piece> {
    day.figures.iter().map(|(metric, value)| day_flow(*metric, *value, day.date, None)).collect()
}
