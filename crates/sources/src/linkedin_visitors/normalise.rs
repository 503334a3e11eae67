//! One day of LinkedIn's visitors → the views of the page that day.

use crate::figures::day_flow;
use jiff::civil::Date;
use model::{Metric, Piece};

/// The views of all tabs. LinkedIn does not say in which zone it cuts days.
pub fn pieces(date: Date, views: Option<f64>) -> Vec<Piece> {
    views.map(|views| day_flow(Metric::ProfileViews, views, date, None)).into_iter().collect()
}
