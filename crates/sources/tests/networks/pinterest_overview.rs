//! Pinterest: analytics overview.

use crate::support::{paris, read, refusal, shared};
use crate::told;
use model::Metric;

const OVERVIEW: &str = "\
Analytics overview\n2026-05-25 - 2026-05-29\nContent types,Organic\nDevices,All\nSource,All\nPublish Types,\nClaimed accounts,All Pins\n\n\
Date,Outbound clicks\n2026-05-25,0\n2026-05-26,3\n2026-05-27,2\n2026-05-28,\n2026-05-29,\n\n\
Top Boards 2026-05-25 - 2026-05-29\nPinterest Link,Impressions,Engagement,Pin clicks,Outbound clicks,Saves\n\
https://www.pinterest.com/exemple/tableau-1/,346,22,18,5,3\nTop boards table is restricted to data from the last 6 months.\n\n\
Top Pins 2026-05-25 - 2026-05-29\nPinterest Link,Content Type,Source,Canonical,Outbound clicks\n\
https://www.pinterest.com/pin/1/,Organic,From you,Yes,4\nhttps://www.pinterest.com/pin/1/,Organic,From you,No,1\n\
Top pins table is restricted to data from the last 6 months.\n\n";

#[test]
fn days_and_what_is_not_kept() {
    let read = read("overview.csv", OVERVIEW.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("pinterest-overview", 8));
    insta::assert_snapshot!(read.text(), @r#"
    space link_clicks 0 flow 2026-05-25 ?
    space link_clicks 3 flow 2026-05-26 ?
    space link_clicks 2 flow 2026-05-27 ?
    seen metric-days title=Outbound clicks from=2026-05-25 to=2026-05-29
    seen day-zone-unknown
    seen days-empty count=2
    seen pinterest-best title=Top Boards 2026-05-25 - 2026-05-29 lines=1 sum=5 twice=0
    seen pinterest-best title=Top Pins 2026-05-25 - 2026-05-29 lines=2 sum=5 twice=1
    "#);
}

#[test]
fn a_file_may_end_with_its_days() {
    let days = &OVERVIEW[..OVERVIEW.find("\nTop Boards").unwrap()];
    assert_eq!(read("overview.csv", days.as_bytes(), &paris()).unwrap().sum(Metric::LinkClicks), (5.0, 3));
}

#[test]
fn french_labels() {
    let text = "Vue d’ensemble des statistiques\n2026-05-25 - 2026-05-26\nAppareils,Tous\n\nDate,Clics sortants,Taux d’engagement\n2026-05-25,1,\"2,5 %\"\n2026-05-26,2,3 %\n";
    let read = read("apercu.csv", text.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.sum(Metric::LinkClicks)), ("pinterest-overview", (3.0, 2)));
    assert_eq!(told(&read, "blocks-left-out", "titles").as_deref(), Some("Taux d’engagement"));
}

#[test]
fn damaged_files_are_refused() {
    let cases: [(Vec<u8>, &str); 9] = [
        (OVERVIEW.split("\n2026-05-28").next().unwrap().into(), "line 12: truncated"),
        (OVERVIEW.split("2026-05-28").next().unwrap().into(), "line 12: truncated"),
        (OVERVIEW.split("8,5,3").next().unwrap().into(), "line 18: truncated"),
        (
            OVERVIEW.replacen("2026-05-26,3", "2026-05-26,3-mai", 1).into(),
            "line 11: Outbound clicks: not-a-number (value: 3-mai)",
        ),
        (OVERVIEW.replacen("2026-05-26,3", "46168,3", 1).into(), "line 11: Date: not-a-date (value: 46168)"),
        (
            OVERVIEW.replacen("2026-05-26,3", "2026-05-25,3", 1).into(),
            "line 11: Date: contradiction (value: 2026-05-25)",
        ),
        (
            OVERVIEW.replacen("2026-05-26,3", "2026-04-26,3", 1).into(),
            "line 11: Date: contradiction (value: 2026-04-26)",
        ),
        (
            OVERVIEW.replacen("Date,Outbound clicks", "Date,Engagement rate", 1).into(),
            "line 9: Impressions: missing-column (headers: Date · Engagement rate)",
        ),
        (OVERVIEW.replace(',', ";").into(), "line 1: resaved (separator: semicolon)"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("overview.csv", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
    let wrong = crate::latin(&OVERVIEW.replace("exemple", "été"));
    assert_eq!(refusal("overview.csv", &wrong, &paris()), "line 18: bad-encoding (encoding: UTF-8)");
}

/// 22 outbound clicks three ways; the last three days are empty, not zero.
#[test]
fn shared_overview() {
    let Some(bytes) = shared("shared_overview", "pinterest-analytics-shape/overview_outbound_clicks.csv") else {
        return;
    };
    let read = read("overview_outbound_clicks.csv", &bytes, &paris()).unwrap();
    assert_eq!(read.sum(Metric::LinkClicks), (22.0, 28));
    let sums: Vec<String> = read
        .report
        .seen
        .iter()
        .filter(|note| note.code == "pinterest-best")
        .map(|note| note.args.iter().find(|(name, _)| name == "sum").unwrap().1.clone())
        .collect();
    assert_eq!(sums, ["22", "22"]);
    assert_eq!(told(&read, "days-empty", "count").as_deref(), Some("3"));
}
