//! Facebook Insights, page level.

use crate::support::{paris, read, refusal, shared};
use crate::{latin, requoted};
use model::{Metric, Piece, Window};

const ENGLISH: &str = "\
\u{feff}Date,Lifetime Total Likes,Daily New Likes,Daily Unlikes,Daily Page Engaged Users,28 Days Page Engaged Users,Daily Total Reach,Daily Total Impressions,Daily Negative Feedback,Daily Positive Feedback from Users - like\n\
,Lifetime: The total number of people who have liked your Page. (Unique Users),Daily: new,Daily: Unlikes,Daily: …,28 Days: …,Daily: …,Daily: …,Daily: …,Daily: …\n\
09/01/14,12015,19,4,203,3000,4842,7256,,12\n\
09/02/14,12035,20,,100,3010,1427,8014,,\n";

#[test]
fn gains_and_losses_day_by_day() {
    let read = read("page.csv", ENGLISH.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("facebook-insights-page", 2));
    insta::assert_snapshot!(read.text(), @r#"
    space followers 12015 level 2014-09-01 America/Los_Angeles
    space gains 19 flow 2014-09-01 America/Los_Angeles
    space losses 4 flow 2014-09-01 America/Los_Angeles
    space engaged_people 203 flow 2014-09-01 America/Los_Angeles
    space engaged_people 3000 flow 2014-08-05..2014-09-02
    space reach 4842 flow 2014-09-01 America/Los_Angeles
    space impressions 7256 flow 2014-09-01 America/Los_Angeles
    space likes 12 flow 2014-09-01 America/Los_Angeles
    space followers 12035 level 2014-09-02 America/Los_Angeles
    space gains 20 flow 2014-09-02 America/Los_Angeles
    space engaged_people 100 flow 2014-09-02 America/Los_Angeles
    space engaged_people 3010 flow 2014-08-06..2014-09-03
    space reach 1427 flow 2014-09-02 America/Los_Angeles
    space impressions 8014 flow 2014-09-02 America/Los_Angeles
    seen days from=2014-09-01 to=2014-09-02
    seen dates-month-first
    "#);
}

#[test]
fn iso_dates_need_no_order() {
    let iso = ENGLISH.replace("09/01/14", "2014-09-01").replace("09/02/14", "2014-09-02");
    let read = read("page.csv", iso.as_bytes(), &paris()).unwrap();
    assert!(read.text().starts_with("space followers 12015 level 2014-09-01 America/Los_Angeles"), "{}", read.text());
    assert!(!read.seen().iter().any(|code| code.starts_with("dates-")));
}

#[test]
fn french_labels_and_the_order_of_day_and_month() {
    let french = "Date,Total des mentions J’aime depuis le début,Nouvelles mentions J’aime quotidiennes,Mentions Je n’aime plus quotidiennes,\
        Portée totale quotidienne\n,Depuis le début : le nombre total,Par jour : …,Par jour : …,Par jour : …\n01/09/14,1000,5,2,300\n";
    let alone = "Date: ambiguous-dates";
    assert_eq!(refusal("page.csv", french.as_bytes(), &paris()), alone, "one day reads both ways");
    let following = format!("{french}02/09/14,1003,4,,310\n");
    let read = read("page.csv", following.as_bytes(), &paris()).unwrap();
    assert!(read.text().contains("space gains 4 flow 2014-09-02 America/Los_Angeles"), "{}", read.text());
    assert!(read.seen().contains(&"dates-day-first".to_owned()));
    assert_eq!(read.sum(Metric::Losses), (2.0, 1));
}

#[test]
fn an_empty_cell_is_missing_and_a_missing_column_of_losses_is_said() {
    let read_of = |text: &str| read("page.csv", text.as_bytes(), &paris()).unwrap();
    assert_eq!(read_of(ENGLISH).sum(Metric::Losses), (4.0, 1));
    let without = ENGLISH.replacen("Daily Unlikes", "Daily Something", 1);
    assert!(read_of(&without).seen().contains(&"gains-only".to_owned()));
}

#[test]
fn four_weeks_end_with_their_day() {
    let read = read("page.csv", ENGLISH.as_bytes(), &paris()).unwrap();
    let windows: Vec<String> = read
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Observation(o) => match &o.window {
                Window::Days { from, to, .. } => Some(format!("{from} {to}")),
                _ => None,
            },
            _ => None,
        })
        .collect();
    assert_eq!(windows, ["2014-08-05 2014-09-02", "2014-08-06 2014-09-03"]);
}

#[test]
fn damaged_files_are_refused() {
    let cases: [(Vec<u8>, &str); 9] = [
        (ENGLISH.trim_end_matches(",\n").trim_end_matches(',').into(), "line 4: Daily Total Impressions: truncated"),
        (ENGLISH.split("4842").next().unwrap().into(), "line 3: Daily Total Reach: truncated"),
        (ENGLISH.split("09/01").next().unwrap().into(), "line 1: empty"),
        (
            ENGLISH.replacen("Daily New Likes", "x", 1).into(),
            "line 1: Daily New Likes: missing-column (headers: Date · ",
        ),
        (ENGLISH.replacen("4842", "4-Aug", 1).into(), "line 3: Daily Total Reach: not-a-number (value: 4-Aug)"),
        (ENGLISH.replacen("09/02/14", "41884", 1).into(), "line 4: Date: not-a-date (value: 41884)"),
        (ENGLISH.replacen("09/02/14", "09/01/14", 1).into(), "line 4: Date: contradiction (value: 09/01/14)"),
        (ENGLISH.replace(',', ";").into(), "line 1: resaved (separator: semicolon)"),
        (requoted(ENGLISH).into(), "line 1: requoted"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("page.csv", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
    let wrong = latin(&ENGLISH.replace(['\u{feff}', '…'], "é"));
    assert_eq!(refusal("page.csv", &wrong, &paris()), "line 1: bad-encoding (encoding: UTF-8)");
}

#[test]
fn shared_page() {
    let path = "shapes-synthetic/facebook-page-insights-legacy/Facebook Insights Data Export (Page) 2014-09-01.csv";
    let Some(bytes) = shared("shared_page", path) else { return };
    let read = read("page.csv", &bytes, &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("facebook-insights-page", 90));
    let (gains, losses) = (read.sum(Metric::Gains).0, read.sum(Metric::Losses).0);
    assert_eq!((gains, losses), (1365.0, 497.0));
    let last = read.pieces.iter().rev().find_map(|piece| match piece {
        Piece::Observation(o) if o.metric == Metric::Followers => Some(o.value),
        _ => None,
    });
    assert_eq!(last, Some(12868.0));
    assert_eq!(12000.0 + gains - losses, 12868.0);
}
