//! The title and the columns of X's video overview, and one row of it.
//!
//! French labels are those of X's French pages; no French file was met yet.

use crate::table::{Columns, Label, Row, columns::fold};
use crate::trouble::Trouble;
use jiff::civil::Date;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Date,
    Views,
    /// Recognises the file; not read.
    WatchTime,
    /// Recognises the file; not read.
    Completion,
}

/// What they are called.
pub static LABELS: &[Label<Column>] = &[
    Label { key: Column::Date, required: true, names: &["Date"] },
    Label { key: Column::Views, required: true, names: &["Views", "Vues"] },
    Label {
        key: Column::WatchTime,
        required: false,
        names: &["Watch Time (ms)", "Durée de visionnage (ms)", "Temps de visionnage (ms)"],
    },
    Label { key: Column::Completion, required: false, names: &["Completion Rate", "Taux d'achèvement"] },
];

/// Whether a row is the title.
pub fn is_title(cells: &[String]) -> bool {
    const TITLES: &[&str] = &["video overview", "vue d'ensemble des videos", "apercu des videos"];
    let mut filled = cells.iter().filter(|cell| !cell.trim().is_empty());
    let title = filled.next().map(|cell| fold(cell));
    filled.next().is_none() && title.is_some_and(|title| TITLES.contains(&title.as_str()))
}

/// One day.
#[derive(Debug)]
pub struct Day {
    pub date: Date,
    /// Missing where X gives none.
    pub views: Option<f64>,
}

impl Day {
    /// Reads a row.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        Ok(Self { date: columns.day(row, Column::Date)?, views: columns.count(row, Column::Views)? })
    }
}
