//! What every table of pages refuses alike, with nothing told: rows quoted again, other encodings, cuts, missing columns.

use crate::support::{paris, read, refusal, utf16};
use model::Metric;
use sources::{Options, TroubleCode};

const FOLLOWERS: &str = "Date,Sponsored followers,Organic followers,Auto-invited followers,Total followers\n\
03/14/2026,3,12,2,17\n03/15/2026,0,-4,1,-3\n";
const VISITORS: &str = "Date,Overview page views (total),Total page views (total),Total unique visitors (total)\n\
03/14/2026,40,54,20\n03/15/2026,30,31,9\n";
const METRICS: &str = "Described here.,,,,,\n\
Date,Impressions (total),Clicks (total),Reactions (total),Comments (total),Reposts (total)\n\
03/14/2026,862,3,14,2,1\n03/15/2026,10,1,2,3,4\n";
const POSTS: &str = "Post title,Post link,Post type,Campaign name,Posted by,Created date,Impressions,Likes,Comments,Reposts\n\
Un,https://www.linkedin.com/feed/update/urn:li:activity:1,Organic,,Office,03/14/2026,10,1,2,3\n";

fn say(text: &str) -> String {
    refusal("export.csv", text.as_bytes(), &paris())
}

#[test]
fn cells_that_are_not_what_they_should_be() {
    let cases = [
        (FOLLOWERS.replacen(",-3\n", ",3 avr.\n", 1), "line 3: Total followers: not-a-number (value: 3 avr.)"),
        (FOLLOWERS.replacen("03/15/2026", "03/14/2026", 1), "line 3: Date: contradiction (value: 2026-03-14)"),
        (FOLLOWERS.replacen("03/15/2026", "", 1), "line 3: Date: empty-value"),
        (FOLLOWERS.replacen("Total followers", "Foo", 1), "line 1: Total followers: missing-column (headers: Date · "),
        (VISITORS.replacen("03/15/2026", "demain", 1), "line 3: Date: not-a-date (value: demain)"),
        (VISITORS.replacen("Total page views (total)", "Foo", 1), "line 1: Total page views (total): missing-column"),
        (METRICS.replacen(",862,", ",8.5,", 1), "line 3: Impressions (total): not-a-number (value: 8.5)"),
        (METRICS.replacen("Reposts (total)", "Foo", 1), "line 2: Reposts (total): missing-column"),
        (
            POSTS.replacen("https://www.linkedin.com/feed/update/urn:li:activity:1", "", 1),
            "line 2: Post link: empty-value",
        ),
        (POSTS.replacen("03/14/2026", "mars", 1), "line 2: Created date: not-a-date (value: mars)"),
        (
            format!("{POSTS}{}", POSTS.lines().nth(1).unwrap()),
            "line 3: contradiction (value: https://www.linkedin.com/",
        ),
    ];
    for (text, expected) in cases {
        let said = say(&text);
        assert!(said.starts_with(expected), "{said}");
    }
}

#[test]
fn cut_short() {
    let cut = |text: &str, bytes: usize| say(&text[..text.len() - bytes]);
    assert_eq!(cut(FOLLOWERS, 5), "line 3: Auto-invited followers: truncated");
    assert_eq!(cut(VISITORS, 8), "line 3: Overview page views (total): truncated");
    assert_eq!(cut(METRICS, 5), "line 4: Reactions (total): truncated");
    assert_eq!(cut(POSTS, 20), "line 2: Created date: truncated");
    let open = POSTS.replacen("Un,", "\"Un,", 1);
    assert_eq!(say(&open), "line 2: truncated");
    assert_eq!(say(FOLLOWERS.lines().next().unwrap()), "line 1: empty");
    assert!(say(&FOLLOWERS.replacen("-4,1", "-4", 1)).starts_with("line 3: cell-count (cells: 4) (headers: 5)"));
}

#[test]
fn quoted_again_or_in_another_encoding() {
    for text in [FOLLOWERS, VISITORS, POSTS] {
        let again: String = text.lines().map(|line| format!("\"{}\"\n", line.replace('"', "\"\""))).collect();
        assert_eq!(say(&again), "line 1: requoted", "{text}");
    }
    let latin = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let posts = latin(&POSTS.replacen("Un,", "Été,", 1));
    assert_eq!(refusal("export.csv", &posts, &paris()), "line 2: bad-encoding (encoding: UTF-8)");
    let french = latin(
        "Date,Abonnés sponsorisés,Abonnés organiques,Abonnés invités automatiquement,Total des abonnés\n03/14/2026,1,2,0,3\n",
    );
    let said = refusal("export.csv", &french, &paris());
    assert_eq!(said, "line 1: bad-encoding (encoding: UTF-8)");
}

#[test]
fn utf16_is_read_and_half_a_character_is_not() {
    let bytes = utf16(FOLLOWERS);
    let whole = read("export.csv", &bytes, &paris()).unwrap();
    assert_eq!((whole.format, whole.sum(Metric::NetGrowth)), ("linkedin-followers", (14.0, 2)));
    assert!(refusal("export.csv", &bytes[..bytes.len() - 9], &paris()).contains("truncated"));
}

#[test]
fn bad_lines_are_skipped_and_listed_when_asked() {
    let skip = Options { skip_bad: true, ..paris() };
    let text = METRICS.replacen(",862,", ",8.5,", 1);
    let told = read("export.csv", text.as_bytes(), &skip).unwrap();
    assert_eq!((told.report.rows, told.bad.len(), told.bad[0].line), (2, 1, Some(3)));
    assert_eq!((told.bad[0].code, told.sum(Metric::Impressions).0), (TroubleCode::NotANumber, 10.0));
}
