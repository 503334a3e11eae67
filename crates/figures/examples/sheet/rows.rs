//! The invented rows of the contact sheet: one answer per shape, with holes, partial values and comparisons.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use measure::answer::{Answer, Figure, Key, PeriodKey, Row, Series, SourceNote, Status};
use measure::ask::Split;
use measure::indicator::{Indicator, find};

/// A repeatable wobble between -1 and 1.
fn wobble(n: i32) -> f64 {
    let x = f64::from(n);
    (x * 1.7).sin() * 0.6 + (x * 0.63 + 1.0).cos() * 0.4
}

fn figure(value: Option<f64>, status: Status) -> Figure {
    Figure {
        value,
        status,
        n: 1,
        numerator: None,
        denominator: None,
        freshness: None,
        sources: vec![1],
        told_by: Vec::new(),
        caveats: Vec::new(),
    }
}

fn told(value: f64) -> Figure {
    figure(Some(value), Status::Measured)
}

fn day(at: Date) -> PeriodKey {
    PeriodKey { id: at.to_string(), from: at, to: at.tomorrow().unwrap_or(at), hour: None }
}

fn month(at: Date) -> PeriodKey {
    let to = at.checked_add(1.month()).unwrap_or(at);
    PeriodKey { id: at.strftime("%Y-%m").to_string(), from: at, to, hour: None }
}

fn row(period: Option<PeriodKey>, key: Option<(Split, &str)>, figure: Figure) -> Row {
    let keys = key.map(|(split, word)| Key { split, id: word.to_owned(), label: word.to_owned() });
    Row { period, keys: keys.into_iter().collect(), figure, before: None }
}

fn with_before(mut row: Row, before: f64) -> Row {
    row.before = Some(Box::new(told(before)));
    row
}

fn series(id: &str, rows: Vec<Row>) -> Option<Series> {
    let indicator: &'static Indicator = find(id)?;
    Some(Series { indicator, status: Status::Measured, rows })
}

fn answer(from: Date, to: Date, series: impl IntoIterator<Item = Option<Series>>) -> Answer {
    Answer {
        series: series.into_iter().flatten().collect(),
        from,
        to,
        compared: None,
        zone: "Europe/Paris".to_owned(),
        sources: vec![SourceNote {
            id: 1,
            format: "tiktok-business".to_owned(),
            name: "overview.csv".to_owned(),
            at: 0,
        }],
    }
}

fn dates(from: Date, n: i32) -> impl Iterator<Item = (i32, Date)> {
    (0..n).map(move |i| (i, from.checked_add(i.days()).unwrap_or(from)))
}

fn months(from: Date, n: i32) -> impl Iterator<Item = (i32, Date)> {
    (0..n).map(move |i| (i, from.checked_add(i.months()).unwrap_or(from)))
}

fn gained(i: i32) -> f64 {
    (9.0 + 5.0 * wobble(i) + f64::from(i) * 0.15).round()
}

const NETWORKS: [&str; 7] = ["facebook", "instagram", "linkedin", "mastodon", "tiktok", "youtube", "bluesky"];

/// The cards: each with its whole and with its days.
pub fn cards() -> Vec<(Answer, Answer)> {
    let (from, to) = (date(2026, 9, 1), date(2026, 11, 2));
    let card = |id: &str, value: Option<f64>, before: Option<f64>, daily: &dyn Fn(i32) -> Option<f64>| {
        let status = |value: Option<f64>| if value.is_some() { Status::Measured } else { Status::Missing };
        let mut whole = row(None, None, figure(value, status(value)));
        whole.before = before.map(|before| Box::new(told(before)));
        let days = dates(from, 62).map(|(i, at)| row(Some(day(at)), None, figure(daily(i), status(daily(i)))));
        (series(id, vec![whole]), series(id, days.collect()))
    };
    let list = [
        card("net_growth", Some(402.0), Some(310.0), &|i| Some(gained(i) - 2.0)),
        card("gains", Some(409.0), Some(318.0), &|i| Some(gained(i))),
        card("losses", Some(7.0), Some(8.0), &|i| Some((wobble(i) * 2.0).round().max(0.0))),
        card("followers", Some(12_402.0), Some(12_000.0), &|i| Some(12_000.0 + f64::from(i) * 6.5)),
        card("engagement_rate_reach", Some(2.94), Some(3.4), &|i| (i % 9 != 4).then(|| 3.0 + wobble(i))),
        card("calls", None, None, &|_| None),
    ];
    let (whole, daily): (Vec<_>, Vec<_>) = list.into_iter().unzip();
    let mut whole = answer(from, to, whole);
    whole.compared = Some((date(2026, 7, 1), from));
    vec![(whole, answer(from, to, daily))]
}

/// One answer per shape.
pub fn answers() -> Vec<(&'static str, Answer)> {
    vec![
        ("mirrored", mirrored()),
        ("course", course()),
        ("flow", flow()),
        ("few", few()),
        ("rate", rate()),
        ("surface", surface()),
        ("net", net()),
        ("ranking", ranking()),
        ("signed", signed()),
        ("lines", lines()),
        ("stacks", stacks()),
        ("panels", panels()),
        ("week", week()),
        ("numeral", numeral()),
        ("nothing", nothing()),
    ]
}

fn mirrored() -> Answer {
    let from = date(2026, 9, 1);
    let loss = |i: i32| match i {
        30..=33 => figure(None, Status::Missing),
        40 => told(24.0),
        _ => told((1.0 + 2.0 * wobble(i * 3)).round().max(0.0)),
    };
    let gain = |i: i32| if i == 61 { figure(Some(6.0), Status::Partial) } else { told(gained(i)) };
    let gains = dates(from, 62).map(|(i, at)| row(Some(day(at)), None, gain(i))).collect();
    let losses = dates(from, 62).map(|(i, at)| row(Some(day(at)), None, loss(i))).collect();
    answer(from, date(2026, 11, 2), [series("gains", gains), series("losses", losses)])
}

fn course() -> Answer {
    let from = date(2026, 1, 1);
    let value = |i: i32| 11_200.0 + f64::from(i) * 7.0 + 60.0 * wobble(i / 9);
    let rows = dates(from, 181).map(|(i, at)| {
        let now = if (70..84).contains(&i) { figure(None, Status::Missing) } else { told(value(i).round()) };
        with_before(row(Some(day(at)), None, now), (value(i) * 0.9 - f64::from(i) * 3.0).round())
    });
    let mut answer = answer(from, date(2026, 7, 1), [series("followers", rows.collect())]);
    answer.compared = Some((date(2025, 1, 1), date(2025, 7, 1)));
    answer
}

fn flow() -> Answer {
    let from = date(2026, 10, 1);
    let rows = dates(from, 31).map(|(i, at)| {
        let value = (180.0 + 90.0 * wobble(i) + if i == 17 { 420.0 } else { 0.0 }).round();
        let now = match i {
            8 | 9 => figure(None, Status::Missing),
            30 => figure(Some(120.0), Status::Partial),
            _ => told(value),
        };
        with_before(row(Some(day(at)), None, now), (150.0 + 70.0 * wobble(i + 5)).round())
    });
    let mut answer = answer(from, date(2026, 11, 1), [series("interactions", rows.collect())]);
    answer.compared = Some((date(2026, 8, 31), from));
    answer
}

fn few() -> Answer {
    let from = date(2026, 1, 1);
    let rows = months(from, 9).map(|(i, at)| row(Some(month(at)), None, told((420.0 + 160.0 * wobble(i)).round())));
    answer(from, date(2026, 10, 1), [series("gains", rows.collect())])
}

fn rate() -> Answer {
    let from = date(2025, 11, 1);
    let rows = months(from, 12).map(|(i, at)| {
        let status = if i == 11 { Status::Partial } else { Status::Measured };
        row(Some(month(at)), None, figure(Some(3.1 + 0.9 * wobble(i)), status))
    });
    answer(from, date(2026, 11, 1), [series("engagement_rate_reach", rows.collect())])
}

fn surface() -> Answer {
    let from = date(2025, 1, 1);
    let rows = dates(from, 700).map(|(i, at)| {
        let value = 900.0 + 300.0 * (f64::from(i) / 58.0).sin() + 180.0 * wobble(i);
        row(
            Some(day(at)),
            None,
            if (300..320).contains(&i) { figure(None, Status::Missing) } else { told(value.round()) },
        )
    });
    answer(from, date(2026, 12, 2), [series("visits", rows.collect())])
}

fn net() -> Answer {
    let from = date(2026, 3, 1);
    let rows = dates(from, 31).map(|(i, at)| row(Some(day(at)), None, told((4.0 + 9.0 * wobble(i)).round())));
    answer(from, date(2026, 4, 1), [series("net_growth", rows.collect())])
}

fn ranking() -> Answer {
    let rows = [
        ("photo", 84_000.0),
        ("status", 9_420.0),
        ("link", 7_310.0),
        ("video", 5_330.0),
        ("reel", 4_800.0),
        ("carousel", 2_100.0),
        ("article", 0.0),
    ];
    let mut rows: Vec<Row> = rows
        .into_iter()
        .map(|(word, value)| {
            with_before(row(None, Some((Split::ContentType, word)), told(value)), value * 0.82 + 900.0)
        })
        .collect();
    rows.push(row(None, Some((Split::ContentType, "story")), figure(None, Status::Missing)));
    let mut answer = answer(date(2026, 1, 1), date(2027, 1, 1), [series("interactions", rows)]);
    answer.compared = Some((date(2025, 1, 1), date(2026, 1, 1)));
    answer
}

fn signed() -> Answer {
    let values = [212.0, 96.0, 41.0, 18.0, 0.0, -12.0, -57.0];
    let rows = NETWORKS.into_iter().zip(values).map(|(word, value)| {
        let status = if word == "mastodon" { Status::Partial } else { Status::Measured };
        row(None, Some((Split::Network, word)), figure(Some(value), status))
    });
    answer(date(2026, 10, 1), date(2026, 11, 1), [series("net_growth", rows.collect())])
}

fn by_network(keys: usize, n: i32, value: impl Fn(i32, i32) -> Option<f64>) -> Vec<Row> {
    let from = date(2025, 11, 1);
    let value = &value;
    (0..)
        .zip(NETWORKS.into_iter().take(keys))
        .flat_map(|(k, word)| {
            months(from, n).map(move |(i, at)| {
                let value = value(k, i);
                let status = if value.is_some() { Status::Measured } else { Status::Missing };
                row(Some(month(at)), Some((Split::Network, word)), figure(value, status))
            })
        })
        .collect()
}

fn lines() -> Answer {
    let rows = by_network(4, 12, |k, i| {
        let level = 9_000.0 - f64::from(k) * 1_900.0 + f64::from(i * (k * k * 40 + 25)) + 100.0 * wobble(i + 7 * k);
        (!(k == 2 && (4..6).contains(&i))).then(|| level.round())
    });
    answer(date(2025, 11, 1), date(2026, 11, 1), [series("followers", rows)])
}

fn stacks() -> Answer {
    let rows = by_network(7, 12, |k, i| Some((900.0 / f64::from(k + 1) * (1.4 + wobble(i + k * 3))).round().max(0.0)));
    answer(date(2025, 11, 1), date(2026, 11, 1), [series("interactions", rows)])
}

fn panels() -> Answer {
    let rows = by_network(7, 12, |k, i| {
        (k != 5 || i > 3).then(|| (2.0 + f64::from(7 - k) * 0.4 + wobble(i + k * 5)).max(0.1))
    });
    answer(date(2025, 11, 1), date(2026, 11, 1), [series("engagement_rate_reach", rows)])
}

fn week() -> Answer {
    let from = date(2026, 10, 5);
    let rows = dates(from, 28).flat_map(|(i, at)| {
        (0..24_i8).map(move |hour| {
            let id = format!("{at}T{hour:02}:00+02:00");
            let period = PeriodKey { hour: Some((hour, 120)), id, ..day(at) };
            let peak = |centre: f64, wide: f64| (-((f64::from(hour) - centre) / wide).powi(2)).exp();
            let weekend = if i % 7 > 4 { 0.45 } else { 1.0 };
            let value =
                weekend * (6.0 * peak(12.5, 2.0) + 11.0 * peak(18.5, 1.8)) + wobble(i * 24 + i32::from(hour)) + 1.0;
            let known = !(i % 7 == 2 && (3..5).contains(&hour) || i == 6 && hour > 20);
            let value = known.then(|| value.max(0.0).round());
            row(Some(period), None, figure(value, if known { Status::Measured } else { Status::Missing }))
        })
    });
    answer(from, date(2026, 11, 2), [series("interactions", rows.collect())])
}

fn numeral() -> Answer {
    let row = with_before(row(None, None, told(402.0)), 310.0);
    let mut answer = answer(date(2026, 9, 1), date(2026, 11, 2), [series("net_growth", vec![row])]);
    answer.compared = Some((date(2026, 7, 1), date(2026, 9, 1)));
    answer
}

fn nothing() -> Answer {
    let rows = dates(date(2026, 10, 1), 31).map(|(_, at)| row(Some(day(at)), None, figure(None, Status::Missing)));
    answer(date(2026, 10, 1), date(2026, 11, 1), [series("calls", rows.collect())])
}
