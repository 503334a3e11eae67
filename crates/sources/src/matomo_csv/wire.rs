//! The columns of Matomo's reports, raw (`nb_visits`) or translated, and the windows that they and file names tell.

use crate::dates;
use crate::numbers;
use crate::table::columns::fold;
use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use jiff::ToSpan;
use jiff::civil::Date;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Date,
    Label,
    Visits,
    Visitors,
    PageViews,
    Actions,
    Bounces,
    BounceRate,
    Length,
    ActionsPerVisit,
    Converted,
}

const fn label(key: Column, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required: false, names }
}

/// What they are called.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Date, &["date"]),
    label(Column::Label, &["label", "Nom", "Channel Type", "Type de canal"]),
    Label { key: Column::Visits, required: true, names: &["nb_visits", "Visits", "Visites"] },
    label(Column::Visitors, &["nb_uniq_visitors", "Unique visitors", "Visiteurs uniques"]),
    label(Column::PageViews, &["nb_pageviews", "Pageviews", "Vues de page"]),
    label(Column::Actions, &["nb_actions", "Actions"]),
    label(Column::Bounces, &["bounce_count", "Bounces", "Rebonds"]),
    label(Column::BounceRate, &["bounce_rate", "Bounce Rate", "Taux de rebond"]),
    label(
        Column::Length,
        &[
            "sum_visit_length",
            "Total time spent by visitors (in seconds)",
            "Temps total passé par les visiteurs (en secondes)",
        ],
    ),
    label(Column::ActionsPerVisit, &["nb_actions_per_visit", "Actions per Visit", "Actions par visite"]),
    label(Column::Converted, &["nb_visits_converted", "Visits with Conversions", "Visites avec conversions"]),
];

/// Columns of which two make a table of visits Matomo's.
pub static SIGNATURE: &[Column] = &[
    Column::Visitors,
    Column::Actions,
    Column::Bounces,
    Column::BounceRate,
    Column::Length,
    Column::ActionsPerVisit,
    Column::Converted,
];

/// Channel types in Matomo's words: a report whose labels are all among them is sorted by channel.
const CHANNELS: &[&str] = &[
    "direct entry",
    "search engines",
    "websites",
    "campaigns",
    "social networks",
    "ai assistants",
    "entrees directes",
    "moteurs de recherche",
    "sites web",
    "campagnes",
    "reseaux sociaux",
    "assistants ia",
];

/// Whether the label is a channel type.
pub fn is_channel(label: &str) -> bool {
    CHANNELS.contains(&fold(label).as_str())
}

/// Days, the last one included.
pub type Days = (Date, Date);

/// One row.
#[derive(Debug)]
pub struct Entry {
    /// Where it stands.
    pub line: u64,
    /// Its days, when the row says them.
    pub days: Option<Days>,
    /// Its label.
    pub label: Option<String>,
    /// Visits.
    pub visits: Option<f64>,
    /// Unique visitors.
    pub visitors: Option<f64>,
    /// Page views.
    pub page_views: Option<f64>,
}

impl Entry {
    /// Reads a row.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        let days = match columns.text(row, Column::Date)? {
            None => None,
            Some(text) => Some(days(&text).ok_or_else(|| {
                let trouble = Trouble::new(TroubleCode::NotADate).line(row.line);
                trouble.field(columns.header(Column::Date)).with("value", &text)
            })?),
        };
        Ok(Self {
            line: row.line,
            days,
            label: columns.text(row, Column::Label)?,
            visits: columns.count(row, Column::Visits)?,
            visitors: columns.count(row, Column::Visitors)?,
            page_views: columns.count(row, Column::PageViews)?,
        })
    }
}

/// `2010-01-03`, `2009-12-28,2010-01-03` (a week), `2010-01` (a month), `2010` (a year).
pub fn days(text: &str) -> Option<Days> {
    let text = text.trim();
    let both = text.split_once(',').and_then(|(from, to)| dates::day(from, None).zip(dates::day(to, None)));
    if let Some((from, to)) = both {
        return (from <= to).then_some((from, to));
    }
    if let Some(day) = dates::day(text, None) {
        return Some((day, day));
    }
    let numbers: Vec<i16> = text.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (from, months) = match numbers.as_slice() {
        [year, month] if text.len() == 7 => (Date::new(*year, i8::try_from(*month).ok()?, 1).ok()?, 1),
        [year] if text.len() == 4 => (Date::new(*year, 1, 1).ok()?, 12),
        _ => return None,
    };
    let to = from.checked_add(months.months()).ok()?.yesterday().ok()?;
    Some((from, to))
}

/// The days that a file's name tells: `Export _ Channel Type _ January 3, 2010.csv`, `… _ 3 janvier 2010.csv`,
/// `… _ janvier 2010.csv`, `Referrers_2010-01-01_2010-01-31.csv`.
pub fn window_in_name(name: &str) -> Option<Days> {
    if let Some(range) = dates::range_in_name(name) {
        return Some(range);
    }
    let file = name.rsplit('/').next()?;
    let file = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let parts = file.split(['_', '\u{2014}']).map(str::trim);
    parts.rev().find_map(|part| days(part).or_else(|| month_and_year(part)))
}

/// `January 2010`, `janvier 2010`.
fn month_and_year(text: &str) -> Option<Days> {
    let (month, year) = text.rsplit_once(' ')?;
    let month = Some(month.trim()).filter(|word| word.chars().all(char::is_alphabetic)).and_then(dates::month_of)?;
    numbers::id(year).ok().filter(|year| year.len() == 4)?;
    days(&format!("{year}-{month:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_rows_and_names() {
        let day = |year, month, day| Date::constant(year, month, day);
        let rows = [
            ("2010-01-03", Some((day(2010, 1, 3), day(2010, 1, 3)))),
            ("2009-12-28,2010-01-03", Some((day(2009, 12, 28), day(2010, 1, 3)))),
            ("2010-02", Some((day(2010, 2, 1), day(2010, 2, 28)))),
            ("2010", Some((day(2010, 1, 1), day(2010, 12, 31)))),
            ("2010-01-03,2009-12-28", None),
            ("yesterday", None),
        ];
        for (text, expected) in rows {
            assert_eq!(days(text), expected, "{text}");
        }
        let names = [
            ("Export _ Channel Type _ January 3, 2010.csv", Some((day(2010, 1, 3), day(2010, 1, 3)))),
            ("Exporter _ Type de canal _ 3 janvier 2010.csv", Some((day(2010, 1, 3), day(2010, 1, 3)))),
            ("Exporter _ Type de canal _ janvier 2010.csv", Some((day(2010, 1, 1), day(2010, 1, 31)))),
            ("a/Referrers_2010-01-01_2010-01-31.csv", Some((day(2010, 1, 1), day(2010, 1, 31)))),
            ("test__VisitsSummary.get_day.csv", None),
        ];
        for (name, expected) in names {
            assert_eq!(window_in_name(name), expected, "{name}");
        }
    }
}
