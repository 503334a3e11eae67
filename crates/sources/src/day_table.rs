//! Tables of a service with one row a day: each day once, its figures as they stand under their headers. No column is
//! known here.

use crate::contract::{Note, Report, Sink};
use crate::table::{Columns, Row, Table};
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

/// The columns of a table of days.
pub trait OfDay: Copy + PartialEq {
    /// The column of the date.
    const DATE: Self;

    /// The figure that stands in the column.
    fn figure(self) -> Option<Metric>;
}

impl Day {
    /// Reads a row.
    pub fn read<K: OfDay>(columns: &Columns<K>, row: &Row) -> Result<Self, Trouble> {
        let mut figures = Vec::new();
        let date = columns.day(row, K::DATE)?;
        for column in columns.present() {
            let Some(metric) = column.figure() else { continue };
            figures.extend(columns.count(row, column)?.map(|value| (metric, value)));
        }
        Ok(Self { date, figures })
    }
}

/// Reads every row of the table; a day that stands twice contradicts itself.
pub fn read<K: OfDay>(
    table: &mut Table<'_>,
    columns: &Columns<K>,
    sink: &mut dyn Sink,
    pieces: impl Fn(&Day) -> Vec<Piece>,
) -> Result<Report, Refusal> {
    let mut days = BTreeSet::new();
    let rows = table.each(sink, |row| {
        let day = Day::read(columns, row)?;
        if !days.insert(day.date) {
            let trouble = Trouble::new(TroubleCode::Contradiction).line(row.line);
            return Err(trouble.field(columns.header(K::DATE)).with("value", &day.date.to_string()));
        }
        Ok(pieces(&day))
    })?;
    let mut seen = vec![Note::new("day-zone-unknown", [])];
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        seen.push(Note::new("days", [("from", first.to_string()), ("to", last.to_string())]));
    }
    Ok(Report { rows, seen })
}
