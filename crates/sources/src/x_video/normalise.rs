//! One day of X's video overview → the video views of the day.

use super::wire::Day;
use crate::figures::day_flow;
use model::{Metric, Piece};

/// The figure of one day. X does not say in which zone it cuts days.
pub fn pieces(day: &Day) -> Vec<Piece> {
    day.views.map(|views| day_flow(Metric::VideoViews, views, day.date, None)).into_iter().collect()
}
