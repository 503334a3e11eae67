//! The columns of TikTok's daily tables that are read, and one row of them.
//!
//! One alias table for both files: the overview (gains and losses) and the audience (levels of followers).

use crate::day_table::{DATE, DayColumn, figure, mark};
use crate::table::{Columns, Label};
use crate::trouble::{Trouble, TroubleCode};
use model::Metric;

/// What they are called. The French labels are those of TikTok's French pages; no French file was met yet.
pub static LABELS: &[Label<DayColumn>] = &[
    DATE,
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
    mark("calls", &["Phone number clicks", "Clics sur le numéro de téléphone"]),
    mark("leads", &["Leads submission", "Envois de prospects"]),
];

/// Columns that no other service's daily table has.
pub static SIGNATURE: &[DayColumn] = &[
    DayColumn::Figure(Metric::Gains),
    DayColumn::Figure(Metric::Losses),
    DayColumn::Figure(Metric::NetGrowth),
    DayColumn::Figure(Metric::Reach),
    DayColumn::Figure(Metric::EngagedPeople),
    DayColumn::Mark("calls"),
    DayColumn::Mark("leads"),
];

/// The overview without its losses, or the audience without its levels, is not the whole table.
pub fn require_its_kind(columns: &Columns<DayColumn>, header_line: u64) -> Result<(), Trouble> {
    let audience = columns.has(DayColumn::Figure(Metric::EngagedPeople));
    let needed = DayColumn::Figure(if audience { Metric::Followers } else { Metric::Losses });
    if columns.has(needed) {
        return Ok(());
    }
    Err(Trouble::new(TroubleCode::MissingColumn)
        .line(header_line)
        .field(columns.header(needed))
        .with("headers", &columns.headers().join(" · ")))
}
