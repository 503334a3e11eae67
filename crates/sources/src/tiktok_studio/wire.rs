//! The columns of TikTok Studio's tables by day, and one row of them.

use super::days::month_day;
use crate::figures::figures_in;
use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use model::Metric;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Date,
    Followers,
    /// Compared with the followers of the day itself and of the following one.
    Difference,
    Figure(Metric),
}

const fn label(key: Column, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required: matches!(key, Column::Date), names }
}

/// What they are called. The French labels are those of TikTok's French pages; no French file was met yet.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Date, &["Date"]),
    label(Column::Followers, &["Followers", "Abonnés"]),
    label(
        Column::Difference,
        &[
            "Difference in followers from previous day",
            "Différence d'abonnés par rapport à la veille",
            "Différence de followers par rapport à la veille",
            "Différence de followers par rapport au jour précédent",
        ],
    ),
    label(Column::Figure(Metric::VideoViews), &["Video Views", "Vues de vidéos", "Vues de vidéo"]),
    label(Column::Figure(Metric::ProfileViews), &["Profile Views", "Vues du profil", "Vues de profil"]),
    label(Column::Figure(Metric::Likes), &["Likes", "J'aime", "Mentions J'aime"]),
    label(Column::Figure(Metric::Comments), &["Comments", "Commentaires"]),
    label(Column::Figure(Metric::Shares), &["Shares", "Partages"]),
];

/// The figures of the overview.
const OVERVIEW: [Metric; 5] =
    [Metric::VideoViews, Metric::ProfileViews, Metric::Likes, Metric::Comments, Metric::Shares];

/// Whether these are the headers of the history of followers.
pub fn is_history(columns: &Columns<Column>) -> bool {
    columns.has(Column::Followers) && columns.has(Column::Difference)
}

/// Whether these are the headers of the overview, and no more than them: Business Suite has more.
pub fn is_overview(columns: &Columns<Column>) -> bool {
    let figures = OVERVIEW.iter().filter(|metric| columns.has(Column::Figure(**metric))).count();
    figures >= 4 && columns.headers().len() == figures + 1
}

/// One day, of an unknown year.
#[derive(Debug)]
pub struct Day {
    pub line: u64,
    pub month_day: (i8, i8),
    pub followers: Option<f64>,
    pub difference: Option<f64>,
    pub figures: Vec<(Metric, f64)>,
}

impl Day {
    /// Reads a row; `undefined` gives no figure.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        let cell = columns.cell(row, Column::Date)?.unwrap_or_default();
        let trouble = |code| Trouble::new(code).line(row.line).field(columns.header(Column::Date));
        if cell.trim().is_empty() {
            return Err(trouble(TroubleCode::EmptyValue));
        }
        let figures =
            figures_in(columns, row, |column| if let Column::Figure(metric) = column { Some(metric) } else { None })?;
        Ok(Self {
            line: row.line,
            month_day: month_day(cell).ok_or_else(|| trouble(TroubleCode::NotADate).with("value", cell))?,
            followers: columns.count(row, Column::Followers)?,
            difference: columns.count(row, Column::Difference)?,
            figures,
        })
    }
}
