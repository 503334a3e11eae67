//! Which picture shows the rows of a series best. Only what was asked and what may be added up decide, never how
//! the numbers happen to lie, so that the same question gives the same picture tomorrow; the one exception is a gap in
//! a part, which forbids to pile parts up.

use crate::subject::Subject;
use measure::answer::{PeriodKey, Series, Status};
use model::Grain;

/// Labels beside lines that a reader can still tell apart.
pub const LINES: usize = 4;

/// Most panels of small multiples.
pub const PANELS: usize = 12;

/// A shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape<'a> {
    /// Nothing is known: words only.
    Nothing,
    /// One figure: a big numeral.
    Numeral,
    /// Levels or rates over periods: a line.
    Course,
    /// Quantities over periods: bars, or a surface when there are too many of them.
    Flow,
    /// Gains up and losses down.
    Mirrored {
        /// The losses, with the same periods.
        losses: &'a Series,
    },
    /// One value per key: lying bars, the longest first.
    Ranking,
    /// Several keys over periods: lines with their names at the end.
    Lines,
    /// Several keys over periods, each in its own panel.
    Panels,
    /// Parts of a whole over periods: piled bars.
    Stacks,
    /// Hours of several days: weekday by hour.
    Week,
}

impl<'a> Shape<'a> {
    /// The shape of a series.
    pub fn of(subject: &Subject<'a>) -> Self {
        let grid = &subject.grid;
        if !grid.any_known() {
            return Self::Nothing;
        }
        match (grid.periods.len(), grid.is_split()) {
            (0, false) => Self::Numeral,
            (_, true) if grid.periods.len() < 2 => Self::Ranking,
            (1, false) => Self::Numeral,
            (_, false) => over_periods(subject),
            (_, true) => several(subject),
        }
    }
}

fn over_periods<'a>(subject: &Subject<'a>) -> Shape<'a> {
    let periods = &subject.grid.periods;
    let days = match (periods.first(), periods.last()) {
        (Some(first), Some(last)) if first.from < last.from => 2,
        _ => 1,
    };
    if subject.grain() == Some(Grain::Hour) && days > 1 && subject.is_flow() {
        return Shape::Week;
    }
    if let Some(losses) = losses(subject) {
        return Shape::Mirrored { losses };
    }
    if subject.is_flow() { Shape::Flow } else { Shape::Course }
}

/// The losses asked together with these gains, if their periods are the same and anything is known of them.
fn losses<'a>(subject: &Subject<'a>) -> Option<&'a Series> {
    if subject.indicator().id != "gains" {
        return None;
    }
    fn periods(series: &Series) -> Vec<Option<&PeriodKey>> {
        series.rows.iter().map(|row| row.period.as_ref()).collect()
    }
    let losses = subject.answer.series.iter().find(|series| series.indicator.id == "losses")?;
    let known = losses.rows.iter().any(|row| row.figure.value.is_some() && row.figure.status != Status::Missing);
    let unsplit = losses.rows.iter().all(|row| row.keys.is_empty());
    (known && unsplit && periods(losses) == periods(subject.series)).then_some(losses)
}

fn several<'a>(subject: &Subject<'a>) -> Shape<'a> {
    let grid = &subject.grid;
    let piles = subject.adds_over_keys() && subject.adds_over_periods();
    let positive =
        || grid.lines.iter().flat_map(|line| line.readings()).filter_map(ink::Reading::value).all(|value| value >= 0.0);
    if piles && grid.is_full() && positive() && grid.lines.len() > 1 {
        Shape::Stacks
    } else if grid.lines.len() <= LINES || piles {
        Shape::Lines
    } else {
        Shape::Panels
    }
}
