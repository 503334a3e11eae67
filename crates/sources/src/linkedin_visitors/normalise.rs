//! One day of LinkedIn's visitors → the views of the page that day, and the people who looked at it.

use crate::figures::day_flow;
use jiff::civil::Date;
use model::{Metric, Piece};

/// The views of all tabs, and LinkedIn's own count of the people behind them: those of its tabs would count somebody who
/// opened two of them twice. LinkedIn does not say in which zone it cuts days.
pub fn pieces(date: Date, views: Option<f64>, visitors: Option<f64>) -> Vec<Piece> {
    let told = [(Metric::ProfileViews, views), (Metric::Visitors, visitors)];
    told.into_iter().filter_map(|(metric, value)| Some(day_flow(metric, value?, date, None))).collect()
}
