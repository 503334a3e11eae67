//! Tables of a service with one row a day: each day once, its figures as they stand under their headers. No column is
//! known here.

use crate::contract::{Note, Report, Sink};
use crate::figures::figures_in;
use crate::table::{Columns, Label, Table};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::civil::Date;
use model::{Metric, Piece};
use std::collections::BTreeSet;

/// One day.
#[derive(Debug)]
pub struct Day {
    /// Which one.
    pub date: Date,
    /// What its row tells; a cell without figure gives none.
    pub figures: Vec<(Metric, f64)>,
}

/// A column of a table of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DayColumn {
    /// The day.
    Date,
    /// A figure of it.
    Figure(Metric),
    /// Not read: by this name it tells whose table it is.
    Mark(&'static str),
}

impl DayColumn {
    const fn metric(self) -> Option<Metric> {
        match self {
            Self::Figure(metric) => Some(metric),
            Self::Date | Self::Mark(_) => None,
        }
    }
}

/// What the column of the day is called, in English and in French.
pub const DATE: Label<DayColumn> = Label { key: DayColumn::Date, required: true, names: &["Date"] };

/// What a column of figures is called.
pub const fn figure(metric: Metric, required: bool, names: &'static [&'static str]) -> Label<DayColumn> {
    Label { key: DayColumn::Figure(metric), required, names }
}

/// What a column is called that is not read.
pub const fn mark(name: &'static str, names: &'static [&'static str]) -> Label<DayColumn> {
    Label { key: DayColumn::Mark(name), required: false, names }
}

/// Reads every row of the table; a day that stands twice contradicts itself.
pub fn read(
    table: &mut Table<'_>,
    columns: &Columns<DayColumn>,
    sink: &mut dyn Sink,
    pieces: impl Fn(&Day) -> Vec<Piece>,
) -> Result<Report, Refusal> {
    let mut days = BTreeSet::new();
    let rows = table.each(sink, |row| {
        let date = columns.day(row, DayColumn::Date)?;
        let day = Day { date, figures: figures_in(columns, row, DayColumn::metric)? };
        if !days.insert(day.date) {
            let trouble = Trouble::new(TroubleCode::Contradiction).line(row.line);
            return Err(trouble.field(columns.header(DayColumn::Date)).with("value", &day.date.to_string()));
        }
        Ok(pieces(&day))
    })?;
    let mut seen = vec![Note::new("day-zone-unknown", [])];
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        seen.push(Note::new("days", [("from", first.to_string()), ("to", last.to_string())]));
    }
    Ok(Report { rows, seen })
}
