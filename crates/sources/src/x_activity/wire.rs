//! The columns of the two exports that are read, and one day. A tweet's row is that of X's newer export
//! (`x_content`) under other labels.
//!
//! French labels are those of Twitter's French pages of the time; no French file was met yet.

use crate::day_table::{DATE, DayColumn, figure};
use crate::table::{Columns, Label};
use crate::x_content::Column;
use jiff::civil::Date;
use model::Metric;

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// Tweet by tweet. Likes were favorites until 2016.
pub static TWEETS: &[Label<Column>] = &[
    label(Column::PostId, true, &["Tweet id", "Identifiant du Tweet", "ID du Tweet"]),
    label(Column::Date, true, &["time", "heure", "date et heure"]),
    label(Column::Text, false, &["Tweet text", "Texte du Tweet"]),
    label(Column::Link, false, &["Tweet permalink", "Lien permanent du Tweet", "Permalien du Tweet"]),
    label(Column::Figure(Metric::Impressions), true, &["impressions"]),
    label(Column::Figure(Metric::Engagements), false, &["engagements", "engagement"]),
    label(Column::Figure(Metric::Shares), true, &["retweets"]),
    label(Column::Figure(Metric::Comments), true, &["replies", "réponses"]),
    label(Column::Figure(Metric::Likes), true, &["likes", "favorites", "J'aime", "favoris"]),
    label(
        Column::Figure(Metric::ProfileViews),
        false,
        &["user profile clicks", "clics sur le profil de l'utilisateur", "clics sur le profil"],
    ),
    label(Column::Figure(Metric::LinkClicks), false, &["url clicks", "clics sur l'URL", "clics sur les liens"]),
    label(Column::HashtagClicks, false, &["hashtag clicks", "clics sur les hashtags"]),
    label(Column::DetailExpands, false, &["detail expands", "ouvertures des détails"]),
    label(Column::PermalinkClicks, false, &["permalink clicks", "clics sur le lien permanent"]),
    label(Column::Figure(Metric::FollowsFromPost), false, &["follows", "abonnements"]),
    label(Column::Figure(Metric::MediaViews), false, &["media views", "vues du média", "vues de médias"]),
];

/// Columns that, two together, no other export has.
pub static SIGNATURE: &[Column] = &[Column::PostId, Column::Text, Column::Link];

/// Day by day. The follows are those that tweets brought, not all that were gained: they are not read.
pub static DAYS: &[Label<DayColumn>] = &[
    DATE,
    figure(Metric::PostsPublished, true, &["Tweets published", "Tweets publiés"]),
    figure(Metric::Impressions, true, &["impressions"]),
    figure(Metric::Engagements, false, &["engagements", "engagement"]),
    figure(Metric::Shares, true, &["retweets"]),
    figure(Metric::RepliesReceived, true, &["replies", "réponses"]),
    figure(Metric::Likes, true, &["likes", "favorites", "J'aime", "favoris"]),
    figure(
        Metric::ProfileViews,
        false,
        &["user profile clicks", "clics sur le profil de l'utilisateur", "clics sur le profil"],
    ),
    figure(Metric::LinkClicks, false, &["url clicks", "clics sur l'URL", "clics sur les liens"]),
    figure(Metric::MediaViews, false, &["media views", "vues du média", "vues de médias"]),
];

/// Whether the table is the one by day: no other counts the tweets published.
pub fn is_by_day(columns: &Columns<DayColumn>) -> bool {
    columns.has(DayColumn::Figure(Metric::PostsPublished)) && columns.has(DayColumn::Figure(Metric::Shares))
}

/// The days of `tweet_activity_metrics_name_20160401_20160501_en.csv`: the second is the first one after.
pub fn range_in_name(name: &str) -> Option<(Date, Date)> {
    let file = name.rsplit('/').next()?;
    let mut days = file.split(['_', '.']).filter(|part| part.len() == 8).filter_map(|part| {
        let (year, rest) = part.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    });
    let (from, after) = (days.next()?, days.next()?);
    let to = after.yesterday().ok()?;
    (from <= to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_last_day_of_a_name_is_not_inside() {
        let cases = [
            ("tweet_activity_metrics_exemple_20160401_20160501_en.csv", Some((date(2016, 4, 1), date(2016, 4, 30)))),
            ("tweet_activity_metrics_12345678_20160401_20160501_fr.csv", Some((date(2016, 4, 1), date(2016, 4, 30)))),
            ("tweets_20160401_20160401.csv", None),
            ("tweets.csv", None),
        ];
        for (name, expected) in cases {
            assert_eq!(range_in_name(name), expected, "{name}");
        }
    }
}
