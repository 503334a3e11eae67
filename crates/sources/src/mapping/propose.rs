//! Guesses a mapping from the words of the headers, in French and in English. A person always has the last word.

use super::{ColumnIs, Mapping, Role, RowsAre};
use crate::dates;
use crate::table::columns::fold;
use model::Metric;
use std::collections::{BTreeMap, BTreeSet};

/// Words that name a role: the whole header, then what it begins with, then what it holds.
const WORDS: &[(&str, Role)] = &[
    ("post id", Role::Id),
    ("tweet id", Role::Id),
    ("id de la publication", Role::Id),
    ("identifiant", Role::Id),
    ("id", Role::Id),
    ("published at", Role::At),
    ("publish time", Role::At),
    ("date de publication", Role::At),
    ("heure de publication", Role::At),
    ("created date", Role::At),
    ("created at", Role::At),
    ("created utc", Role::At),
    ("published", Role::At),
    ("publie le", Role::At),
    ("time", Role::At),
    ("post time", Role::At),
    ("timestamp", Role::At),
    ("horodateur", Role::At),
    ("posted", Role::At),
    ("date", Role::At),
    ("jour", Role::At),
    ("day", Role::At),
    ("year", Role::Year),
    ("annee", Role::Year),
    ("post month", Role::Month),
    ("month", Role::Month),
    ("mois", Role::Month),
    ("post weekday", Role::Weekday),
    ("weekday", Role::Weekday),
    ("jour de la semaine", Role::Weekday),
    ("post hour", Role::Hour),
    ("hour", Role::Hour),
    ("heure", Role::Hour),
    ("post message", Role::Text),
    ("post text", Role::Text),
    ("message", Role::Text),
    ("texte", Role::Text),
    ("text", Role::Text),
    ("description", Role::Text),
    ("title", Role::Text),
    ("titre", Role::Text),
    ("permalink", Role::Url),
    ("permalien", Role::Url),
    ("post link", Role::Url),
    ("lien", Role::Url),
    ("link", Role::Url),
    ("url", Role::Url),
    ("content type", Role::ContentType),
    ("post type", Role::ContentType),
    ("type de contenu", Role::ContentType),
    ("type de publication", Role::ContentType),
    ("type", Role::ContentType),
    ("media type", Role::ContentType),
    ("media.type", Role::ContentType),
    ("author", Role::Person),
    ("auteur", Role::Person),
    ("author.name", Role::Person),
    ("user.name", Role::Person),
    ("posted by", Role::Person),
    ("publie par", Role::Person),
    ("total interactions", Role::Figure(Metric::Engagements)),
    ("engagements", Role::Figure(Metric::Engagements)),
    ("interactions", Role::Figure(Metric::Engagements)),
    ("page total likes", Role::Figure(Metric::Followers)),
    ("total followers", Role::Figure(Metric::Followers)),
    ("followers", Role::Figure(Metric::Followers)),
    ("abonnes", Role::Figure(Metric::Followers)),
    ("new followers", Role::Figure(Metric::Gains)),
    ("new follows", Role::Figure(Metric::Gains)),
    ("nouveaux abonnes", Role::Figure(Metric::Gains)),
    ("daily new likes", Role::Figure(Metric::Gains)),
    ("unfollows", Role::Figure(Metric::Losses)),
    ("lost followers", Role::Figure(Metric::Losses)),
    ("abonnes perdus", Role::Figure(Metric::Losses)),
    ("desabonnements", Role::Figure(Metric::Losses)),
    ("daily unlikes", Role::Figure(Metric::Losses)),
    ("like", Role::Figure(Metric::Likes)),
    ("likes", Role::Figure(Metric::Likes)),
    ("reactions", Role::Figure(Metric::Likes)),
    ("mentions j'aime", Role::Figure(Metric::Likes)),
    ("j'aime", Role::Figure(Metric::Likes)),
    ("comment", Role::Figure(Metric::Comments)),
    ("comments", Role::Figure(Metric::Comments)),
    ("commentaires", Role::Figure(Metric::Comments)),
    ("share", Role::Figure(Metric::Shares)),
    ("shares", Role::Figure(Metric::Shares)),
    ("reposts", Role::Figure(Metric::Shares)),
    ("partages", Role::Figure(Metric::Shares)),
    ("lifetime post total reach", Role::Figure(Metric::Reach)),
    ("reach", Role::Figure(Metric::Reach)),
    ("couverture", Role::Figure(Metric::Reach)),
    ("portee", Role::Figure(Metric::Reach)),
    ("lifetime post total impressions", Role::Figure(Metric::Impressions)),
    ("impressions", Role::Figure(Metric::Impressions)),
    ("views", Role::Figure(Metric::Impressions)),
    ("vues", Role::Figure(Metric::Impressions)),
    ("lifetime engaged users", Role::Figure(Metric::EngagedPeople)),
    ("lifetime post consumptions", Role::Figure(Metric::Clicks)),
    ("clicks", Role::Figure(Metric::Clicks)),
    ("clics", Role::Figure(Metric::Clicks)),
    ("link clicks", Role::Figure(Metric::LinkClicks)),
    ("clics sur le lien", Role::Figure(Metric::LinkClicks)),
    ("saves", Role::Figure(Metric::Saves)),
    ("bookmarks", Role::Figure(Metric::Saves)),
    ("enregistrements", Role::Figure(Metric::Saves)),
    ("video views", Role::Figure(Metric::VideoViews)),
    ("profile views", Role::Figure(Metric::ProfileViews)),
    ("like count", Role::Figure(Metric::Likes)),
    ("likes count", Role::Figure(Metric::Likes)),
    ("favourites count", Role::Figure(Metric::Likes)),
    ("favorite count", Role::Figure(Metric::Likes)),
    ("comment count", Role::Figure(Metric::Comments)),
    ("comments count", Role::Figure(Metric::Comments)),
    ("reply count", Role::Figure(Metric::Comments)),
    ("replies count", Role::Figure(Metric::Comments)),
    ("share count", Role::Figure(Metric::Shares)),
    ("shares count", Role::Figure(Metric::Shares)),
    ("repost count", Role::Figure(Metric::Shares)),
    ("retweet count", Role::Figure(Metric::Shares)),
    ("reblogs count", Role::Figure(Metric::Shares)),
    ("impression count", Role::Figure(Metric::Impressions)),
    ("view count", Role::Figure(Metric::Impressions)),
    ("views count", Role::Figure(Metric::Impressions)),
    ("bookmark count", Role::Figure(Metric::Saves)),
    ("followers count", Role::Figure(Metric::Followers)),
    ("profile visits", Role::Figure(Metric::ProfileViews)),
    ("vues du profil", Role::Figure(Metric::ProfileViews)),
    ("visites du profil", Role::Figure(Metric::ProfileViews)),
    ("sessions", Role::Figure(Metric::Visits)),
    ("visits", Role::Figure(Metric::Visits)),
    ("visites", Role::Figure(Metric::Visits)),
    ("nb visits", Role::Figure(Metric::Visits)),
    ("nb uniq visitors", Role::Figure(Metric::Visitors)),
    ("unique visitors", Role::Figure(Metric::Visitors)),
    ("visitors", Role::Figure(Metric::Visitors)),
    ("visiteurs uniques", Role::Figure(Metric::Visitors)),
    ("visiteurs", Role::Figure(Metric::Visitors)),
    ("total users", Role::Figure(Metric::Visitors)),
    ("users", Role::Figure(Metric::Visitors)),
    ("total des utilisateurs", Role::Figure(Metric::Visitors)),
    ("nombre total d'utilisateurs", Role::Figure(Metric::Visitors)),
    ("utilisateurs", Role::Figure(Metric::Visitors)),
    ("nb pageviews", Role::Figure(Metric::PageViews)),
    ("page views", Role::Figure(Metric::PageViews)),
    ("pageviews", Role::Figure(Metric::PageViews)),
    ("pages viewed", Role::Figure(Metric::PageViews)),
    ("pages vues", Role::Figure(Metric::PageViews)),
    ("vues de page", Role::Figure(Metric::PageViews)),
    ("vues de pages", Role::Figure(Metric::PageViews)),
    ("vues des pages", Role::Figure(Metric::PageViews)),
    ("nombre de pages vues", Role::Figure(Metric::PageViews)),
];

/// A mapping for a table with these headers and first rows. It may lack what no header says: `check` tells.
pub fn propose(headers: &[String], rows: &[Vec<String>]) -> Mapping {
    let mut taken = Vec::new();
    let mut columns = Vec::new();
    for (place, header) in headers.iter().enumerate() {
        let Some(role) = role_of(header).filter(|role| !taken.contains(role)) else { continue };
        let cells = || rows.iter().filter_map(move |row| row.get(place)).filter(|cell| !cell.trim().is_empty());
        let numbered = role == Role::At && cells().next().is_some() && cells().all(|cell| is_epoch(cell));
        if role == Role::At && !numbered && !cells().all(|cell| looks_like_a_date(cell)) {
            continue;
        }
        taken.push(role);
        let format = numbered.then(|| "epoch".to_owned());
        columns.push(ColumnIs { header: header.clone(), is: role, format, values: BTreeMap::new() });
    }
    let name = String::new();
    Mapping { name, rows: rows_are(&taken, &columns, headers, rows), columns, ..Mapping::default() }
}

/// What a header says: the whole of it, or of a figure inside an object (`public_metrics.like_count`) its own key.
fn role_of(header: &str) -> Option<Role> {
    let folded = fold(header);
    let known = |asked: &str| WORDS.iter().find(|(words, _)| asked == *words).map(|(_, role)| *role);
    known(&folded).or_else(|| {
        let (_, own) = folded.rsplit_once('.')?;
        known(own).filter(|role| matches!(role, Role::Figure(_)))
    })
}

/// Ten digits or more of seconds since 1970: no other number stands under a header of dates.
fn is_epoch(cell: &str) -> bool {
    cell.len() >= 10 && crate::mapped::epoch(cell).is_some()
}

fn looks_like_a_date(cell: &str) -> bool {
    let orders = [dates::Order::MonthFirst, dates::Order::DayFirst];
    orders.into_iter().any(|order| dates::day(cell, Some(order)).is_some()) || dates::instant(cell).is_some()
}

/// Days when every row has another day and nothing speaks of a post; posts otherwise.
fn rows_are(taken: &[Role], columns: &[ColumnIs], headers: &[String], rows: &[Vec<String>]) -> RowsAre {
    let of_posts = [Role::Id, Role::Text, Role::Url, Role::ContentType, Role::Weekday, Role::Hour];
    if of_posts.iter().any(|role| taken.contains(role)) {
        return RowsAre::Posts;
    }
    let date = columns.iter().find(|column| column.is == Role::At);
    let Some(place) = date.and_then(|date| headers.iter().position(|header| *header == date.header)) else {
        return RowsAre::Posts;
    };
    let days: Vec<&String> = rows.iter().filter_map(|row| row.get(place)).collect();
    let distinct: BTreeSet<&&String> = days.iter().collect();
    if days.len() > 1 && distinct.len() == days.len() { RowsAre::Days } else { RowsAre::Posts }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|&cell| cell.to_owned()).collect()
    }

    fn roles(mapping: &Mapping) -> Vec<&'static str> {
        mapping.columns.iter().map(|column| column.is.as_str()).collect()
    }

    #[test]
    fn a_french_table_of_days() {
        let headers = strings(&["Jour", "Nouveaux abonnés", "Abonnés perdus", "Humeur"]);
        let rows = [strings(&["01/02/2025", "3", "0", "bonne"]), strings(&["02/02/2025", "1", "1", ""])];
        let mapping = propose(&headers, &rows);
        assert_eq!((mapping.rows, roles(&mapping)), (RowsAre::Days, vec!["at", "gains", "losses"]));
        assert_eq!(mapping.check(), Ok(()));
    }

    #[test]
    fn an_english_table_of_posts() {
        let headers = strings(&["Date", "Post text", "Link", "Likes", "likes", "Reach"]);
        let mapping = propose(&headers, &[strings(&["Aug 26, 2025", "Hello", "https://example.org", "1", "1", "9"])]);
        assert_eq!((mapping.rows, roles(&mapping)), (RowsAre::Posts, vec!["at", "text", "url", "likes", "reach"]));
    }

    #[test]
    fn a_table_of_a_site_in_both_languages() {
        let days = [strings(&["2025-02-01", "30", "20", "90"]), strings(&["2025-02-02", "31", "21", "91"])];
        for headers in [
            ["Date", "Sessions", "Unique visitors", "Page views"],
            ["Date", "Visits", "Visitors", "Pageviews"],
            ["Jour", "Visites", "Visiteurs uniques", "Pages vues"],
            ["Jour", "Sessions", "Visiteurs", "Vues de page"],
        ] {
            let mapping = propose(&strings(&headers), &days);
            assert_eq!(
                (mapping.rows, roles(&mapping)),
                (RowsAre::Days, vec!["at", "visits", "visitors", "page_views"])
            );
            assert_eq!(mapping.check(), Ok(()));
        }
    }

    #[test]
    fn a_column_called_date_that_holds_none_is_not_one() {
        let mapping = propose(&strings(&["Date", "Likes"]), &[strings(&["yes", "1"])]);
        assert_eq!(roles(&mapping), vec!["likes"]);
    }

    #[test]
    fn keys_of_json_lines() {
        let headers =
            strings(&["id", "created_at", "author.id", "author.name", "public_metrics.like_count", "media.type"]);
        let row = |at: &str| [strings(&["7", at, "9", "Ana", "3", "photo"])];
        let mapping = propose(&headers, &row("2026-03-14T07:05:00Z"));
        assert_eq!(roles(&mapping), vec!["id", "at", "person", "likes", "content_type"]);
        let epoch = propose(&headers, &row("1767225600123"));
        assert_eq!(epoch.columns[1].format.as_deref(), Some("epoch"));
        assert_eq!((mapping.check(), epoch.check()), (Ok(()), Ok(())));
        assert_eq!(propose(&headers, &row("2026")).column(Role::At), None, "a year is no moment");
    }
}
