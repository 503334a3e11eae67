//! The columns of YouTube Studio's tables that are read, and one row of each.

use crate::figures::figures_in;
use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::Date;
use model::Metric;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    /// The day, in the tables by day.
    Date,
    /// The video's id; `Total` in one row.
    Content,
    Title,
    Published,
    /// Recognises the file; not read.
    Duration,
    /// Recognises the file; not read: a mean or a rate, or what no figure of ours means.
    Other,
    /// Subscribers gained less those lost.
    Net,
    Gained,
    Lost,
    Figure(Metric),
}

const fn label(key: Column, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required: false, names }
}

/// What they are called, in English and in French.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Date, &["Date"]),
    label(Column::Content, &["Content", "Video", "Contenu", "Vidéo"]),
    label(Column::Title, &["Video title", "Titre de la vidéo"]),
    label(
        Column::Published,
        &["Video publish time", "Heure de publication de la vidéo", "Date de publication de la vidéo"],
    ),
    label(Column::Duration, &["Duration", "Durée"]),
    label(Column::Figure(Metric::VideoViews), &["Views", "Vues"]),
    label(Column::Figure(Metric::Likes), &["Likes", "J'aime", "Mentions J'aime", "Likes (J'aime)"]),
    label(Column::Figure(Metric::Shares), &["Shares", "Partages"]),
    label(Column::Figure(Metric::Comments), &["Comments added", "Comments", "Commentaires ajoutés", "Commentaires"]),
    label(Column::Figure(Metric::Impressions), &["Impressions"]),
    label(Column::Figure(Metric::Reach), &["Unique viewers", "Spectateurs uniques"]),
    label(Column::Net, &["Subscribers", "Abonnés"]),
    label(Column::Gained, &["Subscribers gained", "Nouveaux abonnés", "Abonnés gagnés"]),
    label(Column::Lost, &["Subscribers lost", "Abonnés perdus"]),
    label(
        Column::Other,
        &[
            "Watch time (hours)",
            "Durée de visionnage (heures)",
            "Impressions click-through rate (%)",
            "Taux de clics par impression (%)",
            "Average view duration",
            "Durée moyenne de visionnage",
            "Durée moyenne d'une vue",
            "Average percentage viewed (%)",
            "Pourcentage moyen de vidéo regardé (%)",
            "Pourcentage moyen regardé (%)",
            "Stayed to watch (%)",
            "Ont continué de regarder (%)",
            "Engaged views",
            "Vues engagées",
            "Average views per viewer",
            "Regular viewers",
            "Casual viewers",
            "New viewers",
            "YouTube Premium views",
            "Dislikes",
        ],
    ),
];

/// The three tables of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One row a video.
    Table,
    /// One row a day and video.
    Chart,
    /// One row a day.
    Totals,
}

/// Which table these headers are of.
pub fn kind(columns: &Columns<Column>) -> Option<Kind> {
    let video = columns.has(Column::Content) && columns.has(Column::Title) && columns.has(Column::Published);
    let figures = columns.present().any(|column| !is_frame(column));
    match (columns.has(Column::Date), video) {
        (false, true) if columns.has(Column::Duration) || figures => Some(Kind::Table),
        (true, true) if figures => Some(Kind::Chart),
        (true, false) if figures && every_header_is_known(columns) => Some(Kind::Totals),
        _ => None,
    }
}

const fn is_frame(column: Column) -> bool {
    matches!(column, Column::Date | Column::Content | Column::Title | Column::Published | Column::Duration)
}

/// A table of days has no column of its own: it is ours when every one of its few columns is known.
fn every_header_is_known(columns: &Columns<Column>) -> bool {
    !columns.has(Column::Content)
        && columns.headers().len() == 2
        && columns.headers().iter().all(|header| Columns::find(LABELS, std::slice::from_ref(header)).known() == 1)
}

/// Whether the table tells a mean or a rate that only YouTube calls so.
pub fn is_surely_ours(columns: &Columns<Column>) -> bool {
    columns.has(Column::Other) || columns.has(Column::Gained) || columns.has(Column::Lost)
}

/// The headers of figures that are not kept.
pub fn left_out(columns: &Columns<Column>) -> Vec<&str> {
    let kept = |header: &String| {
        let found = Columns::find(LABELS, std::slice::from_ref(header));
        found.known() == 1 && !found.has(Column::Other)
    };
    columns.headers().iter().filter(|header| !kept(header)).map(String::as_str).collect()
}

/// The figures of one row: an empty cell gives none. Subscribers are gained less lost, however the table says it.
pub fn figures(columns: &Columns<Column>, row: &Row, subscribers: Metric) -> Result<Vec<(Metric, f64)>, Trouble> {
    let mut figures =
        figures_in(columns, row, |column| if let Column::Figure(metric) = column { Some(metric) } else { None })?;
    let net = match columns.count(row, Column::Net)? {
        Some(net) => Some(net),
        None => columns
            .count(row, Column::Gained)?
            .zip(columns.count(row, Column::Lost)?)
            .map(|(gained, lost)| gained - lost),
    };
    figures.extend(net.map(|net| (subscribers, net)));
    Ok(figures)
}

/// One video.
#[derive(Debug)]
pub struct Video {
    pub id: String,
    pub title: Option<String>,
    /// `None` when the table leaves it empty.
    pub published: Option<Date>,
}

/// Whether the row is the sum that YouTube makes itself.
pub fn is_total(columns: &Columns<Column>, row: &Row) -> Result<bool, Trouble> {
    let cell = columns.cell(row, Column::Content)?.unwrap_or_default();
    Ok(matches!(crate::table::columns::fold(cell).as_str(), "total" | "totaux" | "total general"))
}

impl Video {
    /// Reads a row.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        let empty = || Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(Column::Content));
        let id = columns.text(row, Column::Content)?.ok_or_else(empty)?;
        let published = match columns.text(row, Column::Published)? {
            Some(_) => Some(columns.day(row, Column::Published)?),
            None => None,
        };
        Ok(Self { id, title: columns.text(row, Column::Title)?, published })
    }
}
