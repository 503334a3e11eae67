//! The workbook of a LinkedIn member.

use crate::books::xlsx;
use crate::support::{paris, read, refusal};
use model::Metric;

const DISCOVERY: &[&[&str]] =
    &[&["Overall Performance", "7/30/2024 - 8/5/2024"], &["Impressions", "5120"], &["Members reached", "2210"]];
const ENGAGEMENT: &[&[&str]] = &[
    &["Date", "Impressions", "Engagements"],
    &["7/30/2024", "1200", "31"],
    &["7/31/2024", "900", "12"],
    &["8/1/2024", "", "0"],
];
const TOP_POSTS: &[&[&str]] = &[
    &["Maximum of 50 posts available to include in this list"],
    &[],
    &["Post URL", "Post publish date", "Engagements", "", "Post URL", "Post publish date", "Impressions"],
    &[
        "https://www.linkedin.com/feed/update/urn:li:activity:1",
        "7/31/2024",
        "25",
        "",
        "https://www.linkedin.com/feed/update/urn:li:activity:2",
        "5/2/2024",
        "3000",
    ],
    &["", "", "", "", "https://www.linkedin.com/feed/update/urn:li:activity:1", "7/31/2024", "800"],
];
const FOLLOWERS: &[&[&str]] = &[
    &["Total followers on 8/5/2024:", "2713"],
    &[],
    &["Date", "New followers"],
    &["7/30/2024", "4"],
    &["7/31/2024", "0"],
];
const DEMOGRAPHICS: &[&[&str]] = &[&["Top Demographics", "Value", "Percentage"], &["Job titles", "Founder", "4%"]];

#[test]
fn every_block() {
    let book = xlsx(&[
        ("DISCOVERY", DISCOVERY),
        ("ENGAGEMENT", ENGAGEMENT),
        ("TOP POSTS", TOP_POSTS),
        ("FOLLOWERS", FOLLOWERS),
        ("DEMOGRAPHICS", DEMOGRAPHICS),
    ]);
    let read = read("Content_2024-07-30_2024-08-05_name.xlsx", &book, &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("linkedin-creator", 8));
    insta::assert_snapshot!(read.text(), @r#"
    space impressions 1200 flow 2024-07-30 ?
    space engagements 31 flow 2024-07-30 ?
    space impressions 900 flow 2024-07-31 ?
    space engagements 12 flow 2024-07-31 ?
    space engagements 0 flow 2024-08-01 ?
    space gains 4 flow 2024-07-30 ?
    space gains 0 flow 2024-07-31 ?
    space reach 2210 flow 2024-07-30..2024-08-06
    space followers 2713 level 2024-08-05 ?
    post urn:li:activity:1 at 2024-07-31T10:00:00Z assumed day unknown "" "https://www.linkedin.com/feed/update/urn:li:activity:1"
    fact post urn:li:activity:1 at 2024-07-31T10:00:00Z assumed "" ""
    urn:li:activity:1 engagements 25 level lifetime seen 2024-08-05T21:59:59.999Z
    urn:li:activity:1 impressions 800 level lifetime seen 2024-08-05T21:59:59.999Z
    post urn:li:activity:2 at 2024-05-02T10:00:00Z assumed day unknown "" "https://www.linkedin.com/feed/update/urn:li:activity:2"
    fact post urn:li:activity:2 at 2024-05-02T10:00:00Z assumed "" ""
    seen dates-month-first
    seen days from=2024-07-30 to=2024-08-05
    seen day-zone-unknown
    seen gains-only
    seen older-posts count=1
    seen blocks-left-out titles=DEMOGRAPHICS
    "#);
}

#[test]
fn french_labels() {
    let followers: &[&[&str]] = &[
        &["Nombre total d’abonnés au 05/08/2024 :", "2713"],
        &["Date", "Nouveaux abonnés"],
        &["30/07/2024", "4"],
        &["31/07/2024", "2"],
    ];
    let engagement: &[&[&str]] = &[&["Date", "Impressions", "Interactions"], &["30/07/2024", "1200", "31"]];
    let book = xlsx(&[("ABONNÉS", followers), ("ENGAGEMENT", engagement)]);
    let read = read("contenu.xlsx", &book, &paris()).unwrap();
    assert_eq!((read.sum(Metric::Gains), read.sum(Metric::Engagements).0), ((6.0, 2), 31.0));
    assert!(read.text().contains("space followers 2713 level 2024-08-05 ?"), "{}", read.text());
    assert!(read.seen().contains(&"gains-only".to_owned()));
}

#[test]
fn a_damaged_block_is_told_with_its_line() {
    let with = |followers: &[&[&str]]| xlsx(&[("ENGAGEMENT", ENGAGEMENT), ("FOLLOWERS", followers)]);
    let say = |followers: &[&[&str]]| refusal("contenu.xlsx", &with(followers), &paris());
    let headers: &[&str] = &["Date", "New followers"];
    let total: &[&str] = &["Total followers on 8/5/2024:", "2713"];
    assert_eq!(say(&[total, headers, &["7/30/2024", "four"]]), "line 3: New followers: not-a-number (value: four)");
    assert_eq!(
        say(&[total, headers, &["7/30/2024", "1"], &["7/30/2024", "2"]]),
        "line 4: Date: contradiction (value: 2024-07-30)"
    );
    assert_eq!(
        say(&[&["Total followers on one day:", "2713"], headers, &["7/30/2024", "1"]]),
        "line 1: not-a-date (value: one day)"
    );
}
