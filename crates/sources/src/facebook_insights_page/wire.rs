//! The columns of the page export that are read, and one row of it.
//!
//! The column set changed over the years; the same figure may stand as a count of acts and as a count of people: the
//! first label found is read. French labels follow Facebook's French pages of the time; no French file was met yet.

use crate::dates::{self, Order, OrderClues};
use crate::table::{Columns, Label, Row};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::civil::Date;
use model::Metric;

/// How many days a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Since the page began: how things stand that day.
    Lifetime,
    Day,
    Week,
    FourWeeks,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Date,
    /// A figure; of two of the same kind, the lower number is read.
    Figure(Metric, Over, u8),
}

/// Whether the headers are Facebook's English ones.
pub fn is_english(columns: &Columns<Column>) -> bool {
    columns.header(Column::Figure(Metric::Gains, Over::Day, 0)).eq_ignore_ascii_case("Daily New Likes")
}

impl Column {
    /// The likes taken back.
    pub const fn losses() -> Self {
        Self::Figure(Metric::Losses, Over::Day, 0)
    }
}

const fn figure(metric: Metric, over: Over, rank: u8, names: &'static [&'static str]) -> Label<Column> {
    Label { key: Column::Figure(metric, over, rank), required: false, names }
}

/// What they are called.
pub static LABELS: &[Label<Column>] = &[
    Label { key: Column::Date, required: true, names: &["Date"] },
    Label {
        key: Column::Figure(Metric::Followers, Over::Lifetime, 0),
        required: true,
        names: &["Lifetime Total Likes", "Total des mentions J'aime depuis le début", "Total de mentions J'aime à vie"],
    },
    Label {
        key: Column::Figure(Metric::Gains, Over::Day, 0),
        required: true,
        names: &["Daily New Likes", "Nouvelles mentions J'aime par jour", "Nouvelles mentions J'aime quotidiennes"],
    },
    figure(
        Metric::Losses,
        Over::Day,
        0,
        &["Daily Unlikes", "Mentions Je n'aime plus par jour", "Mentions Je n'aime plus quotidiennes"],
    ),
    figure(Metric::EngagedPeople, Over::Day, 0, &["Daily Page Engaged Users", "Personnes actives par jour"]),
    figure(Metric::EngagedPeople, Over::Week, 0, &["Weekly Page Engaged Users", "Personnes actives par semaine"]),
    figure(
        Metric::EngagedPeople,
        Over::FourWeeks,
        0,
        &["28 Days Page Engaged Users", "Personnes actives sur 28 jours"],
    ),
    figure(Metric::Reach, Over::Day, 0, &["Daily Total Reach", "Portée totale par jour", "Portée totale quotidienne"]),
    figure(Metric::Reach, Over::Week, 0, &["Weekly Total Reach", "Portée totale par semaine"]),
    figure(Metric::Reach, Over::FourWeeks, 0, &["28 Days Total Reach", "Portée totale sur 28 jours"]),
    figure(
        Metric::Impressions,
        Over::Day,
        0,
        &["Daily Total Impressions", "Total des impressions par jour", "Impressions totales quotidiennes"],
    ),
    figure(Metric::Likes, Over::Day, 0, &["Daily Positive Feedback from Users - like"]),
    figure(Metric::Comments, Over::Day, 0, &["Daily Positive Feedback from Users - comment"]),
    figure(Metric::Shares, Over::Day, 0, &["Daily Positive Feedback from Users - link"]),
    figure(Metric::Clicks, Over::Day, 0, &["Daily Page Consumptions"]),
    figure(Metric::ProfileViews, Over::Day, 0, &["Daily Page Views"]),
    figure(Metric::ProfileViews, Over::Day, 1, &["Daily Logged-in Page Views"]),
    figure(Metric::VideoViews, Over::Day, 0, &["Daily Total Video Views"]),
    figure(Metric::NegativeFeedback, Over::Day, 0, &["Daily Negative Feedback from Users"]),
    figure(
        Metric::NegativeFeedback,
        Over::Day,
        1,
        &["Daily Negative Feedback", "Avis négatifs par jour", "Avis négatifs quotidiens"],
    ),
];

/// Columns that, two together, no other export has.
static SIGNATURE: &[Column] = &[
    Column::Figure(Metric::Followers, Over::Lifetime, 0),
    Column::Figure(Metric::Gains, Over::Day, 0),
    Column::losses(),
];

/// Whether the headers are those of this export.
pub fn is_ours(headers: &[String]) -> bool {
    let columns = Columns::find(LABELS, headers);
    SIGNATURE.iter().filter(|column| columns.has(**column)).count() > 1
}

/// One day.
#[derive(Debug)]
pub struct Day {
    pub line: u64,
    /// As written: the order of day and month is not known yet.
    pub date: String,
    pub figures: Vec<(Metric, Over, f64)>,
}

impl Day {
    /// Reads a row; an empty cell gives no figure, for the export leaves empty both what is zero and what is unknown.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        let empty = || Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(Column::Date));
        let date = columns.text(row, Column::Date)?.ok_or_else(empty)?;
        let mut figures: Vec<(Metric, Over, f64)> = Vec::new();
        for column in columns.present() {
            let Column::Figure(metric, over, rank) = column else { continue };
            let ranked_before = rank > 0 && columns.has(Column::Figure(metric, over, 0));
            if ranked_before {
                continue;
            }
            figures.extend(columns.count(row, column)?.map(|value| (metric, over, value)));
        }
        Ok(Self { line: row.line, date, figures })
    }
}

/// The order of day and month: from the dates themselves; from the step between them, for the days follow each
/// other; else the month first, as Facebook writes it under its English headers.
pub fn order(clues: &OrderClues, days: &[Day], english: bool) -> Result<Order, Refusal> {
    const FIELD: &str = "Date";
    if let Some(order) = clues.order().map_err(|trouble| trouble.field(FIELD))? {
        return Ok(order);
    }
    if !clues.needed() {
        return Ok(Order::MonthFirst);
    }
    let follow = |order| {
        let dates: Option<Vec<Date>> = days.iter().map(|day| dates::day(&day.date, Some(order))).collect();
        let pairs = dates.unwrap_or_default();
        pairs.len() > 1
            && pairs.windows(2).all(|pair| match pair {
                [before, after] => (*after - *before).get_days().abs() == 1,
                _ => false,
            })
    };
    match (follow(Order::MonthFirst), follow(Order::DayFirst)) {
        (false, true) => Ok(Order::DayFirst),
        (true, false) => Ok(Order::MonthFirst),
        _ if english => Ok(Order::MonthFirst),
        _ => Err(Trouble::new(TroubleCode::AmbiguousDates).field(FIELD).into()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn days_of(dates: &[&str]) -> (OrderClues, Vec<Day>) {
        let mut clues = OrderClues::default();
        for (line, date) in (2..).zip(dates) {
            clues.see(date, line);
        }
        let day = |date: &&str| Day { line: 2, date: (*date).to_owned(), figures: Vec::new() };
        (clues, dates.iter().map(day).collect())
    }

    #[test]
    fn days_that_follow_each_other_tell_their_order() {
        let cases = [
            (vec!["09/01/14", "09/02/14", "09/03/14"], Order::MonthFirst),
            (vec!["01/09/14", "02/09/14", "03/09/14"], Order::DayFirst),
            (vec!["30/09/14", "01/10/14"], Order::DayFirst),
            (vec!["09/01/14"], Order::MonthFirst),
            (vec!["2014-09-01", "2014-09-02"], Order::MonthFirst),
        ];
        for (dates, expected) in cases {
            let (clues, days) = days_of(&dates);
            assert_eq!(order(&clues, &days, true).unwrap(), expected, "{dates:?}");
        }
        let (clues, days) = days_of(&["09/01/14"]);
        assert_eq!(order(&clues, &days, false).unwrap_err().to_string(), "Date: ambiguous-dates");
    }
}
