//! Golden values on a published table: 500 Facebook posts of a cosmetics page (Moro, Rita, Vala 2016, UCI "Facebook
//! metrics"). The rates are those of the literature's definitions, worked out by hand beforehand.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use measure::answer::{Answer, Figure, Status};
use measure::memory::{Memory, ready};
use measure::{Ask, Query, answer_to};
use model::{
    ContentType, Coverage, Metric, Millis, Network, Observation, Piece, Post, Precision, Shape, Span, Subject, What,
    Window, ZoneRule,
};
use std::path::PathBuf;

const TOLD: &[(usize, Metric)] = &[
    (0, Metric::Followers),
    (7, Metric::Reach),
    (8, Metric::Impressions),
    (15, Metric::Comments),
    (16, Metric::Likes),
    (17, Metric::Shares),
];

fn table() -> Option<String> {
    let shared = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("VIGIE_DATA").map_or_else(shared, PathBuf::from);
    let text = std::fs::read_to_string(folder.join("uci-facebook-metrics/dataset_Facebook.csv")).ok();
    if text.is_none() {
        assert!(std::env::var_os("CI").is_none(), "CI needs VIGIE_DATA");
        println!("skipped: published_table: VIGIE_DATA not found");
    }
    text
}

fn midnight(date: Date) -> Millis {
    Millis(date.to_zoned(TimeZone::UTC).unwrap().timestamp().as_millisecond())
}

/// Month, weekday and hour are known, the day is not: the first such weekday of the month stands for it.
fn moment(cells: &[&str]) -> Millis {
    let (month, weekday, hour): (i8, i8, i64) =
        (cells[3].parse().unwrap(), cells[4].parse().unwrap(), cells[5].parse().unwrap());
    let first = date(2014, month, 1);
    let day = (0..7)
        .map(|days| first.saturating_add(jiff::Span::new().days(days)))
        .find(|day| day.weekday().to_sunday_one_offset() == weekday);
    Millis(midnight(day.unwrap()).0 + (hour % 24) * 3_600_000)
}

fn history(text: &str) -> Memory {
    let mut memory = Memory::new();
    let space = memory.add_space("cosmetics", "page", Network::Facebook, "UTC");
    let import = memory.add_import("table", midnight(date(2015, 1, 1)), &[]);
    let span = Span { from: midnight(date(2014, 1, 1)), to: midnight(date(2015, 1, 1)) };
    for (_, metric) in TOLD {
        memory.put(space, import, Piece::Coverage(Coverage { what: What::Posts(*metric), span }));
    }
    for (number, line) in text.lines().skip(1).filter(|line| !line.is_empty()).enumerate() {
        let cells: Vec<&str> = line.split(';').map(str::trim).collect();
        let native = format!("row {number}");
        let content_type = match cells[1] {
            "Photo" => ContentType::Photo,
            "Video" => ContentType::Video,
            "Link" => ContentType::Link,
            _ => ContentType::Status,
        };
        memory.put(
            space,
            import,
            Piece::Post(Post {
                native: native.clone(),
                at: moment(&cells),
                zone_rule: ZoneRule::Assumed,
                precision: Precision::MonthWeekdayHour,
                content_type,
                text: None,
                url: None,
            }),
        );
        for (column, metric) in TOLD {
            if let Ok(value) = cells[*column].parse::<f64>() {
                memory.put(
                    space,
                    import,
                    Piece::Observation(Observation {
                        subject: Subject::Post(native.as_str().into()),
                        metric: *metric,
                        shape: Shape::Level,
                        value,
                        window: Window::Lifetime,
                        observed_at: None,
                    }),
                );
            }
        }
    }
    memory
}

fn ask(memory: &Memory, indicators: &[&str], by: &[&str]) -> Answer {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let ask = Ask {
        indicators: words(indicators),
        from: Some("2014-01-01".into()),
        to: Some("2015-01-01".into()),
        by: words(by),
        ..Ask::default()
    };
    let query = Query::from_ask(&ask, "UTC", None, midnight(date(2015, 6, 1))).unwrap();
    ready(answer_to(memory, &memory.scope(), &query)).unwrap()
}

fn only(answer: &Answer, at: usize) -> &Figure {
    &answer.series[at].rows[0].figure
}

#[test]
fn the_published_page_has_its_published_rates() {
    let Some(text) = table() else { return };
    let memory = history(&text);
    let indicators = [
        "interactions",
        "comments",
        "likes",
        "shares",
        "engagement_rate_reach",
        "engagement_rate_followers",
        "interactions_per_post",
    ];
    let answer = ask(&memory, &indicators, &[]);
    let values: Vec<Option<f64>> = (0..4).map(|at| only(&answer, at).value).collect();
    assert_eq!(values, [Some(106_060.0), Some(3_741.0), Some(88_795.0), Some(13_524.0)]);

    // One like and four shares are empty cells: missing, not zero.
    let gaps: Vec<Vec<(&str, String)>> = [0, 2, 3]
        .map(|at| only(&answer, at).caveats.iter().find(|caveat| caveat.code == "cells-missing").unwrap().args.clone())
        .to_vec();
    assert_eq!(gaps, [vec![("n", "5".to_owned())], vec![("n", "1".to_owned())], vec![("n", "4".to_owned())]]);
    assert_eq!(
        (only(&answer, 1).status, only(&answer, 2).status, only(&answer, 0).n),
        (Status::Measured, Status::Partial, 500)
    );

    let rounded =
        |at: usize, digits: i32| (only(&answer, at).value.unwrap() * 10f64.powi(digits)).round() / 10f64.powi(digits);
    assert_eq!((rounded(4, 3), rounded(5, 3), rounded(6, 2)), (1.526, 0.172, 212.12));
    assert_eq!((only(&answer, 6).numerator, only(&answer, 6).denominator), (Some(106_060.0), Some(500.0)));
}

#[test]
fn rows_by_content_type_and_by_post() {
    let Some(text) = table() else { return };
    let memory = history(&text);
    let answer = ask(&memory, &["interactions_per_post"], &["content_type"]);
    let counts: Vec<(String, Option<f64>)> =
        answer.series[0].rows.iter().map(|row| (row.keys[0].id.clone(), row.figure.denominator)).collect();
    let expected = [("status", 45.0), ("photo", 426.0), ("video", 7.0), ("link", 22.0)];
    assert_eq!(counts, expected.map(|(word, count)| (word.to_owned(), Some(count))));

    let answer = ask(&memory, &["likes"], &["post"]);
    let rows = &answer.series[0].rows;
    assert_eq!((rows.len(), rows.iter().filter(|row| row.figure.value.is_none()).count()), (500, 1));
    assert_eq!(rows.iter().filter_map(|row| row.figure.value).sum::<f64>(), 88_795.0);
}
