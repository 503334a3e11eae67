//! The table behind a picture: every row of the series, nothing left out, nothing added up.

use crate::caption::{splits, subtitle};
use crate::grid::reading;
use crate::key::key_text;
use crate::period::period_text;
use crate::shape::Shape;
use crate::status::status_text;
use crate::subject::Subject;
use crate::value::value_text;
use measure::answer::{Figure, Row, Series, Status};

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Whether it is a number, to be set flush right.
    pub numeric: bool,
}

/// A table for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Measure, unit, period, zone.
    pub caption: String,
    /// One per column.
    pub headers: Vec<Cell>,
    /// The rows, in the order of the answer; every row has as many cells as there are headers.
    pub rows: Vec<Vec<Cell>>,
}

fn words(text: String) -> Cell {
    Cell { text, numeric: false }
}

fn numeric(text: String) -> Cell {
    Cell { text, numeric: true }
}

impl Table {
    /// The table of a series, with the losses beside the gains where the picture shows both.
    pub(crate) fn of(subject: &Subject<'_>, shape: &Shape<'_>) -> Self {
        let losses = match shape {
            Shape::Mirrored { losses } => Some(*losses),
            _ => None,
        };
        let against = subject.against();
        let by_period = !subject.grid.periods.is_empty();
        let with_status = [Some(subject.series), losses].iter().flatten().any(|series| any_weak(series));
        let mut headers = Vec::new();
        if let Some(grain) = subject.grain() {
            headers.push(words(subject.say(&format!("figure-column-{grain}"))));
        }
        headers.extend(splits(subject).into_iter().map(|split| words(subject.say(&format!("split-{split}")))));
        headers.push(numeric(subject.name()));
        headers.extend(losses.map(|losses| numeric(subject.say(&losses.indicator.name_key()))));
        headers.extend(against.map(|against| numeric(against.text("label", subject.voice))));
        if with_status {
            headers.push(words(subject.say("figure-column-status")));
        }
        let rows = subject.series.rows.iter().enumerate().map(|(place, row)| {
            let mut cells = Vec::new();
            if by_period {
                cells.push(words(
                    row.period.as_ref().map_or_else(String::new, |period| period_text(period, subject.voice)),
                ));
            }
            cells.extend(row.keys.iter().map(|key| words(key_text(key, subject.voice))));
            cells.push(figure(subject, subject.series, Some(&row.figure)));
            let lost = losses.map(|losses| (losses, losses.rows.get(place)));
            cells.extend(lost.map(|(losses, row)| figure(subject, losses, row.map(|row| &row.figure))));
            cells.extend(against.map(|_| figure(subject, subject.series, row.before.as_deref())));
            if with_status {
                cells.push(words(statuses(subject, row, lost.and_then(|(_, row)| row))));
            }
            cells
        });
        Self { caption: subtitle(subject, shape), headers, rows: rows.collect() }
    }
}

fn figure(subject: &Subject<'_>, series: &Series, figure: Option<&Figure>) -> Cell {
    match figure {
        Some(figure) => {
            let text = value_text(figure, series.indicator, subject.voice);
            Cell { text, numeric: reading(Some(figure)).value().is_some() }
        }
        None => words(subject.say("figure-no-data")),
    }
}

fn any_weak(series: &Series) -> bool {
    series.rows.iter().any(|row| row.figure.status != Status::Measured)
}

/// The status of a row; both when gains and losses differ.
fn statuses(subject: &Subject<'_>, row: &Row, lost: Option<&Row>) -> String {
    let own = status_text(row.figure.status, subject.voice);
    match lost.map(|row| row.figure.status) {
        Some(other) if other != row.figure.status => format!("{own} · {}", status_text(other, subject.voice)),
        _ => own,
    }
}
