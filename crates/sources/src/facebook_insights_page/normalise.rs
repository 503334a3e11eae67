//! One day of the page export → figures of the space.

use super::ZONE;
use super::wire::{Day, Over};
use crate::dates::{self, Order};
use crate::figures::{day_flow, day_level};
use crate::trouble::{Trouble, TroubleCode};
use jiff::ToSpan as _;
use jiff::civil::Date;
use model::{Metric, Observation, Piece, Shape, Subject, Window};

/// The day and its figures. Those over a week or four end with that day.
pub fn pieces(day: &Day, order: Order, field: &str) -> Result<(Date, Vec<Piece>), Trouble> {
    let not_a_date = || Trouble::new(TroubleCode::NotADate).line(day.line).field(field).with("value", &day.date);
    let date = dates::day(&day.date, Some(order)).ok_or_else(not_a_date)?;
    let piece = |(metric, over, value): &(Metric, Over, f64)| match over {
        Over::Lifetime => Some(day_level(*metric, *value, date, Some(ZONE))),
        Over::Day => Some(day_flow(*metric, *value, date, Some(ZONE))),
        Over::Week => window(*metric, *value, date, 7),
        Over::FourWeeks => window(*metric, *value, date, 28),
    };
    Ok((date, day.figures.iter().filter_map(piece).collect()))
}

fn window(metric: Metric, value: f64, last: Date, days: i64) -> Option<Piece> {
    let to = last.tomorrow().ok()?;
    let from = to.checked_sub(days.days()).ok()?;
    Some(Piece::Observation(Observation {
        subject: Subject::Space,
        metric,
        shape: Shape::Flow,
        value,
        window: Window::Days { from, to, zone: Some(ZONE.to_owned()) },
        observed_at: None,
    }))
}
