//! The columns of TikTok's daily tables that are read, and one row of them.
//!
//! One alias table for both files: the overview (gains and losses) and the audience (levels of followers).

use crate::day_table::OfDay;
use crate::table::{Columns, Label};
use crate::trouble::{Trouble, TroubleCode};
use model::Metric;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Date,
    Figure(Metric),
    /// Recognises the file; not read.
    Calls,
    /// Recognises the file; not read.
    Leads,
}

const fn figure(metric: Metric, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key: Column::Figure(metric), required, names }
}

/// What they are called. The French labels are those of TikTok's French pages; no French file was met yet.
pub static LABELS: &[Label<Column>] = &[
    Label { key: Column::Date, required: true, names: &["Date"] },
    figure(Metric::Gains, true, &["New followers", "Nouveaux followers", "Nouveaux abonnés"]),
    figure(Metric::Losses, false, &["Lost followers", "Followers perdus", "Abonnés perdus"]),
    figure(Metric::NetGrowth, false, &["Net growth", "Croissance nette"]),
    figure(Metric::Followers, false, &["Total followers", "Total des followers", "Total des abonnés"]),
    figure(Metric::VideoViews, false, &["Video views", "Vues de vidéos", "Vues de vidéo"]),
    figure(Metric::ProfileViews, false, &["Profile views", "Vues du profil"]),
    figure(Metric::Likes, false, &["Likes", "J'aime", "Mentions J'aime"]),
    figure(Metric::Shares, false, &["Shares", "Partages"]),
    figure(Metric::Comments, false, &["Comments", "Commentaires"]),
    figure(Metric::Reach, false, &["Reached audience", "Audience touchée", "Audience atteinte"]),
    figure(Metric::EngagedPeople, false, &["Engaged audience", "Audience engagée"]),
    Label {
        key: Column::Calls, required: false, names: &["Phone number clicks", "Clics sur le numéro de téléphone"]
    },
    Label { key: Column::Leads, required: false, names: &["Leads submission", "Envois de prospects"] },
];

/// Columns that no other service's daily table has.
pub static SIGNATURE: &[Column] = &[
    Column::Figure(Metric::Gains),
    Column::Figure(Metric::Losses),
    Column::Figure(Metric::NetGrowth),
    Column::Figure(Metric::Reach),
    Column::Figure(Metric::EngagedPeople),
    Column::Calls,
    Column::Leads,
];

/// The overview without its losses, or the audience without its levels, is not the whole table.
pub fn require_its_kind(columns: &Columns<Column>, header_line: u64) -> Result<(), Trouble> {
    let audience = columns.has(Column::Figure(Metric::EngagedPeople));
    let needed = Column::Figure(if audience { Metric::Followers } else { Metric::Losses });
    if columns.has(needed) {
        return Ok(());
    }
    Err(Trouble::new(TroubleCode::MissingColumn)
        .line(header_line)
        .field(columns.header(needed))
        .with("headers", &columns.headers().join(" · ")))
}

impl OfDay for Column {
    const DATE: Self = Self::Date;

    fn figure(self) -> Option<Metric> {
        match self {
            Self::Figure(metric) => Some(metric),
            _ => None,
        }
    }
}
