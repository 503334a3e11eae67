//! The blocks of a LinkedIn member's workbook that are read, found by their headers and not by their sheets.

use crate::linkedin::Export;
use crate::serial;
use crate::table::columns::fold;
use crate::table::{Columns, Label};
use crate::workbook::Sheet;
use jiff::civil::Date;

/// A column of the table of engagement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Engagement {
    Date,
    Impressions,
    Engagements,
}

/// A column of the table of followers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Follower {
    Date,
    Gained,
}

const DATE: &[&str] = &["Date", "Data"];

/// The table of engagement, in English, French and Portuguese. No French file was met yet: its labels are those of
/// LinkedIn's French pages.
pub static ENGAGEMENT: &[Label<Engagement>] = &[
    Label { key: Engagement::Date, required: true, names: DATE },
    Label { key: Engagement::Impressions, required: true, names: &["Impressions", "Impressões"] },
    Label { key: Engagement::Engagements, required: true, names: &["Engagements", "Interactions", "Engajamentos"] },
];

/// The table of followers, in the same languages.
pub static FOLLOWERS: &[Label<Follower>] = &[
    Label { key: Follower::Date, required: true, names: DATE },
    Label { key: Follower::Gained, required: true, names: &["New followers", "Nouveaux abonnés", "Novos seguidores"] },
];

/// Beginnings of the line that tells the number of followers on a day.
const TOTAL: &[&str] =
    &["total followers on", "nombre total d'abonnes au", "total des abonnes au", "total de seguidores em"];

/// Headers over the addresses of the posts.
const ADDRESS: &[&str] = &["post url", "url du post", "url de la publication", "url da publicação"];
/// Headers over the days of the posts.
const PUBLISHED: &[&str] =
    &["post publish date", "date de publication du post", "date de publication", "data de publicação"];

/// Labels of the people reached over the whole period.
const REACHED: &[&str] = &["members reached", "membres touches", "membros alcançados"];

/// Whether these are the headers of the table of engagement, and of nothing larger.
pub fn is_engagement(columns: &Columns<Engagement>) -> bool {
    columns.known() == 3 && columns.headers().len() == 3
}

/// Whether these are the headers of the table of followers.
pub fn is_followers(columns: &Columns<Follower>) -> bool {
    columns.known() == 2 && columns.headers().len() == 2
}

/// How many blocks of a member's workbook are there.
pub fn blocks(export: &Export) -> usize {
    let all = [
        export.under(ENGAGEMENT, is_engagement).is_some(),
        export.under(FOLLOWERS, is_followers).is_some(),
        export.sheets.iter().any(|sheet| total(sheet).is_some()),
        export.sheets.iter().any(|sheet| !lists(sheet).is_empty()),
    ];
    all.into_iter().filter(|there| *there).count()
}

/// The cell that tells the number of followers on a day: its line, that day as written, and the number as written.
pub fn total(sheet: &Sheet) -> Option<(u64, String, String)> {
    sheet.rows.iter().take(10).find_map(|row| {
        let label = row.cells.first()?;
        let folded = fold(label);
        let start = TOTAL.iter().find(|start| folded.starts_with(*start))?;
        let day = folded.get(start.len()..)?.trim().trim_end_matches(':').trim().to_owned();
        Some((row.line, day, row.cells.get(1)?.trim().to_owned()))
    })
}

/// The number of people reached, as written, with the period over it: `5/7/2024 - 8/5/2024`.
pub fn reached(sheet: &Sheet) -> Option<(u64, String, String)> {
    let cell = |label: &str, at: usize| {
        sheet.rows.iter().take(20).find_map(|row| {
            let found = row.cells.first().is_some_and(|first| fold(first) == label);
            found.then(|| row.cells.get(at).map(|cell| (row.line, cell.trim().to_owned()))).flatten()
        })
    };
    let (line, number) = REACHED.iter().find_map(|label| cell(label, 1))?;
    let period = sheet.rows.iter().take(20).flat_map(|row| &row.cells).find(|cell| period(cell).is_some())?;
    Some((line, period.clone(), number))
}

/// The two ends of `5/7/2024 - 8/5/2024`.
pub fn period(cell: &str) -> Option<(&str, &str)> {
    let (from, to) = cell.split_once(" - ").or_else(|| cell.split_once(" – "))?;
    let numeric = |end: &str| end.trim().starts_with(|c: char| c.is_ascii_digit()) && end.contains(['/', '-', '.']);
    (numeric(from) && numeric(to)).then(|| (from.trim(), to.trim()))
}

/// One list of posts: where its columns stand and what its figure is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The line of its headers.
    pub line: u64,
    /// Where its rows begin.
    pub rows: usize,
    pub address: usize,
    pub published: usize,
    pub figure: usize,
    /// The figure's header.
    pub header: String,
}

/// The lists of posts that stand side by side.
pub fn lists(sheet: &Sheet) -> Vec<List> {
    let found = sheet.rows.iter().enumerate().take(10).find_map(|(at, row)| {
        let folded: Vec<String> = row.cells.iter().map(|cell| fold(cell)).collect();
        let places = folded.iter().enumerate().filter(|(_, cell)| ADDRESS.contains(&cell.as_str()));
        let lists: Vec<List> = places
            .filter(|(place, _)| folded.get(place + 1).is_some_and(|next| PUBLISHED.contains(&next.as_str())))
            .map(|(place, _)| List {
                line: row.line,
                rows: at + 1,
                address: place,
                published: place + 1,
                figure: place + 2,
                header: row.cells.get(place + 2).map(|cell| cell.trim().to_owned()).unwrap_or_default(),
            })
            .collect();
        (!lists.is_empty()).then_some(lists)
    });
    found.unwrap_or_default()
}

/// A day of the workbook, as text or as a serial number.
pub fn day(cell: &str, order: Option<crate::dates::Order>) -> Option<Date> {
    crate::dates::day(cell, order).or_else(|| serial::day(cell.trim()))
}
