//! The columns of X's account overview that are read, and one row of it.
//!
//! `Shares` is not read: what X counts there (uses of the share menu) is documented nowhere.

use crate::day_table::OfDay;
use crate::table::Label;
use model::Metric;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Date,
    /// Never there: a table with any of them is X's table of posts.
    OfPosts,
    Figure(Metric),
}

const fn figure(metric: Metric, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key: Column::Figure(metric), required, names }
}

/// What they are called. The French labels are those of X's French pages; no French file was met yet.
pub static LABELS: &[Label<Column>] = &[
    Label { key: Column::Date, required: true, names: &["Date"] },
    Label {
        key: Column::OfPosts,
        required: false,
        names: &["Post id", "Post text", "Post Link", "Tweet id", "Tweet text", "Detail Expands"],
    },
    figure(Metric::Gains, true, &["New follows", "Nouveaux abonnements", "Nouveaux abonnés"]),
    figure(Metric::Losses, true, &["Unfollows", "Désabonnements", "Désabonnés"]),
    figure(Metric::Impressions, true, &["Impressions", "Vues"]),
    figure(Metric::Likes, true, &["Likes", "J'aime", "Mentions J'aime"]),
    figure(Metric::Engagements, false, &["Engagements", "Engagement"]),
    figure(Metric::Saves, false, &["Bookmarks", "Signets"]),
    figure(Metric::RepliesReceived, true, &["Replies", "Réponses"]),
    figure(Metric::Shares, true, &["Reposts", "Retweets", "Republications"]),
    figure(Metric::ProfileViews, false, &["Profile visits", "Visites du profil", "Visites de profil"]),
    figure(Metric::PostsPublished, false, &["Create Post", "Créer un post", "Posts créés"]),
    figure(Metric::VideoViews, false, &["Video views", "Vues de vidéos", "Vues de la vidéo"]),
    figure(Metric::MediaViews, false, &["Media views", "Vues de médias"]),
];

/// Columns that no other service's daily table has.
pub static SIGNATURE: &[Column] = &[
    Column::Figure(Metric::Gains),
    Column::Figure(Metric::Losses),
    Column::Figure(Metric::PostsPublished),
    Column::Figure(Metric::MediaViews),
    Column::Figure(Metric::Saves),
];

impl OfDay for Column {
    const DATE: Self = Self::Date;

    fn figure(self) -> Option<Metric> {
        match self {
            Self::Figure(metric) => Some(metric),
            _ => None,
        }
    }
}
