//! What the tests share: a voice with the product's own messages, and answers made by hand.

#![allow(clippy::unwrap_used)]

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use measure::answer::{Answer, Figure, Key, PeriodKey, Row, Series, SourceNote, Status};
use measure::ask::Split;
use measure::indicator::{Indicator, find};
use phrases::{Lang, Phrases, Voice};

pub const FR: &str = include_str!("../../../locales/fr/figures.ftl");
pub const EN: &str = include_str!("../../../locales/en/figures.ftl");

/// The names of networks stand with the sources.
const FR_SOURCES: &str = include_str!("../../../locales/fr/sources.ftl");
const EN_SOURCES: &str = include_str!("../../../locales/en/sources.ftl");

/// Names of indicators, as the catalogue of measures has them: a few, so that its rewording breaks nothing here.
const NAMES: [(&str, &str, &str); 12] = [
    ("followers", "Abonnés", "Followers"),
    ("gains", "Nouveaux abonnés", "New followers"),
    ("losses", "Abonnés perdus", "Lost followers"),
    ("net-growth", "Croissance nette", "Net growth"),
    ("growth-rate", "Taux de croissance", "Growth rate"),
    ("interactions", "Interactions", "Interactions"),
    ("reach", "Portée", "Reach"),
    ("engagement-rate-reach", "Taux d’engagement", "Engagement rate"),
    ("interactions-per-post", "Interactions par publication", "Interactions per post"),
    ("active-members", "Membres actifs", "Active members"),
    ("visits", "Visites", "Visits"),
    ("calls", "Appels", "Calls"),
];

pub fn voice(lang: Lang) -> Voice {
    let names = |pick: fn(&(&'static str, &'static str, &'static str)) -> &'static str| -> String {
        NAMES.iter().map(|row| format!("indicator-{} = {}\n", row.0, pick(row))).collect()
    };
    let (fr, en) = (names(|row| row.1), names(|row| row.2));
    let texts = [
        (Lang::Fr, "figures.ftl", FR),
        (Lang::En, "figures.ftl", EN),
        (Lang::Fr, "sources.ftl", FR_SOURCES),
        (Lang::En, "sources.ftl", EN_SOURCES),
        (Lang::Fr, "names.ftl", fr.as_str()),
        (Lang::En, "names.ftl", en.as_str()),
    ];
    Phrases::new(texts).unwrap().in_language(lang)
}

pub fn indicator(id: &str) -> &'static Indicator {
    find(id).unwrap()
}

/// Spaces that do not break are checked once, by the catalogue's own linter; elsewhere they read as plain ones.
pub fn plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

pub fn figure(value: f64) -> Figure {
    Figure {
        value: Some(value),
        status: Status::Measured,
        n: 1,
        numerator: None,
        denominator: None,
        freshness: None,
        sources: vec![1],
        told_by: vec!["counted"],
        caveats: Vec::new(),
    }
}

pub fn partial(value: f64) -> Figure {
    Figure { status: Status::Partial, ..figure(value) }
}

pub fn missing() -> Figure {
    Figure { value: None, status: Status::Missing, n: 0, sources: Vec::new(), told_by: Vec::new(), ..figure(0.0) }
}

pub fn key(split: Split, id: &str, label: &str) -> Key {
    Key { split, id: id.to_owned(), label: label.to_owned() }
}

/// A period from its ISO text.
pub fn period(id: &str) -> PeriodKey {
    let number = |from: usize, to: usize| id.get(from..to).and_then(|part| part.parse::<i8>().ok());
    let year: i16 = id.get(..4).unwrap().parse().unwrap();
    let (from, length, hour): (Date, Span, Option<(i8, i32)>) = if let Some((_, week)) = id.split_once("-W") {
        let week = jiff::civil::ISOWeekDate::new(year, week.parse().unwrap(), jiff::civil::Weekday::Monday).unwrap();
        (week.date(), 7.days(), None)
    } else if let Some((_, quarter)) = id.split_once("-Q") {
        (Date::new(year, quarter.parse::<i8>().unwrap() * 3 - 2, 1).unwrap(), 3.months(), None)
    } else {
        match (number(5, 7), number(8, 10), number(11, 13)) {
            (Some(month), Some(day), Some(hour)) => (Date::new(year, month, day).unwrap(), 1.day(), Some((hour, 60))),
            (Some(month), Some(day), None) => (Date::new(year, month, day).unwrap(), 1.day(), None),
            (Some(month), ..) => (Date::new(year, month, 1).unwrap(), 1.month(), None),
            _ => (Date::new(year, 1, 1).unwrap(), 1.year(), None),
        }
    };
    PeriodKey { id: id.to_owned(), from, to: from.checked_add(length).unwrap(), hour }
}

pub fn row(period: Option<PeriodKey>, keys: &[Key], figure: Figure) -> Row {
    Row { period, keys: keys.to_vec(), figure, before: None }
}

pub fn series(id: &str, rows: Vec<Row>) -> Series {
    let worst = rows.iter().map(|row| row.figure.status).max().unwrap_or(Status::Missing);
    Series { indicator: indicator(id), status: worst, rows }
}

/// Days from a date on, one row each.
pub fn days(from: Date, figures: impl IntoIterator<Item = Figure>) -> Vec<Row> {
    let date = |n: usize| from.checked_add(i64::try_from(n).unwrap().days()).unwrap();
    figures.into_iter().enumerate().map(|(n, figure)| row(Some(period(&date(n).to_string())), &[], figure)).collect()
}

pub fn answer(from: Date, to: Date, series: Vec<Series>) -> Answer {
    let source = SourceNote { id: 1, format: "x-overview".to_owned(), name: "exports/overview.csv".to_owned(), at: 0 };
    Answer { series, from, to, compared: None, zone: "Europe/Paris".to_owned(), sources: vec![source] }
}
