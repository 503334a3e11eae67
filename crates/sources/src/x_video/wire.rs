//! The title and the columns of X's video overview, and one row of it.
//!
//! French labels are those of X's French pages; no French file was met yet.

use crate::day_table::OfDay;
use crate::table::{Label, columns::fold};
use model::Metric;

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

impl OfDay for Column {
    const DATE: Self = Self::Date;

    fn figure(self) -> Option<Metric> {
        (self == Self::Views).then_some(Metric::VideoViews)
    }
}
