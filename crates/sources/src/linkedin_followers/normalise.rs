//! One day of LinkedIn's new followers → the growth of that day, which may be negative.

use crate::figures::day_flow;
use jiff::civil::Date;
use model::{Metric, Piece};

/// What the day gained less what it lost. LinkedIn does not say in which zone it cuts days.
pub fn pieces(date: Date, total: Option<f64>) -> Vec<Piece> {
    total.map(|total| day_flow(Metric::NetGrowth, total, date, None)).into_iter().collect()
}
