//! The title and the columns of X's video overview, and one row of it.
//!
//! French labels are those of X's French pages; no French file was met yet.

use crate::day_table::{DATE, DayColumn, figure, mark};
use crate::table::{Label, columns::fold};
use model::Metric;

/// Recognises the file; not read.
pub const WATCH_TIME: DayColumn = DayColumn::Mark("watch time");

/// What they are called.
pub static LABELS: &[Label<DayColumn>] = &[
    DATE,
    figure(Metric::VideoViews, true, &["Views", "Vues"]),
    mark("watch time", &["Watch Time (ms)", "Durée de visionnage (ms)", "Temps de visionnage (ms)"]),
    mark("completion", &["Completion Rate", "Taux d'achèvement"]),
];

/// Whether a row is the title.
pub fn is_title(cells: &[String]) -> bool {
    const TITLES: &[&str] = &["video overview", "vue d'ensemble des videos", "apercu des videos"];
    let mut filled = cells.iter().filter(|cell| !cell.trim().is_empty());
    let title = filled.next().map(|cell| fold(cell));
    filled.next().is_none() && title.is_some_and(|title| TITLES.contains(&title.as_str()))
}
