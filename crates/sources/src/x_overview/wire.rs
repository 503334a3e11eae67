//! The columns of X's account overview that are read, and one row of it.
//!
//! `Shares` is not read: what X counts there (uses of the share menu) is documented nowhere.

use crate::day_table::{DATE, DayColumn, figure, mark};
use crate::table::Label;
use model::Metric;

/// Never there: a table with any of them is X's table of posts.
pub const OF_POSTS: DayColumn = DayColumn::Mark("posts");

/// What they are called. The French labels are those of X's French pages; no French file was met yet.
pub static LABELS: &[Label<DayColumn>] = &[
    DATE,
    mark("posts", &["Post id", "Post text", "Post Link", "Tweet id", "Tweet text", "Detail Expands"]),
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
pub static SIGNATURE: &[DayColumn] = &[
    DayColumn::Figure(Metric::Gains),
    DayColumn::Figure(Metric::Losses),
    DayColumn::Figure(Metric::PostsPublished),
    DayColumn::Figure(Metric::MediaViews),
    DayColumn::Figure(Metric::Saves),
];
