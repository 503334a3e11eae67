//! X: account overview and content.

use crate::support::{paris, read, shared};
use model::Metric;

const OVERVIEW: &[u8] = include_bytes!("../x_overview/account_overview_analytics.csv");
const CONTENT: &[u8] = include_bytes!("../x_content/account_analytics_content_2026-03-01_2026-03-31.csv");
const CONTENT_NAME: &str = "account_analytics_content_2026-03-01_2026-03-31.csv";

#[test]
fn overview() {
    let read = read("overview.csv", OVERVIEW, &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("x-overview", 2));
    insta::assert_snapshot!(read.text(), @r#"
    space gains 2 flow 2026-03-04 ?
    space losses 1 flow 2026-03-04 ?
    space impressions 120 flow 2026-03-04 ?
    space likes 5 flow 2026-03-04 ?
    space engagements 14 flow 2026-03-04 ?
    space saves 1 flow 2026-03-04 ?
    space replies_received 3 flow 2026-03-04 ?
    space shares 1 flow 2026-03-04 ?
    space profile_views 6 flow 2026-03-04 ?
    space posts_published 2 flow 2026-03-04 ?
    space video_views 0 flow 2026-03-04 ?
    space media_views 0 flow 2026-03-04 ?
    space gains 0 flow 2026-03-03 ?
    space losses 0 flow 2026-03-03 ?
    space impressions 1250 flow 2026-03-03 ?
    space likes 40 flow 2026-03-03 ?
    space saves 2 flow 2026-03-03 ?
    space replies_received 4 flow 2026-03-03 ?
    space shares 7 flow 2026-03-03 ?
    space profile_views 30 flow 2026-03-03 ?
    space posts_published 1 flow 2026-03-03 ?
    space video_views 12 flow 2026-03-03 ?
    space media_views 15 flow 2026-03-03 ?
    seen day-zone-unknown
    seen days from=2026-03-03 to=2026-03-04
    "#);
}

#[test]
fn content() {
    let read = read(CONTENT_NAME, CONTENT, &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("x-content", 2));
    insta::assert_snapshot!(read.text(), @r#"
    post 2029076127764840449 at 2026-03-04T06:07:01.927Z told exact unknown "Le marché ouvre \"à l’aube\"\net on y sera 🧺" "https://x.com/exemple/status/2029076127764840449"
    fact post 2029076127764840449 at 2026-03-04T06:07:01.927Z told "" ""
    2029076127764840449 impressions 1999 level lifetime seen 2026-03-31T21:59:59.999Z
    2029076127764840449 likes 37 level lifetime seen 2026-03-31T21:59:59.999Z
    2029076127764840449 engagements 47 level lifetime seen 2026-03-31T21:59:59.999Z
    2029076127764840449 saves 0 level lifetime seen 2026-03-31T21:59:59.999Z
    2029076127764840449 follows_from_post 2 level lifetime seen 2026-03-31T21:59:59.999Z
    2029076127764840449 comments 8 level lifetime seen 2026-03-31T21:59:59.999Z
    2029076127764840449 shares 2 level lifetime seen 2026-03-31T21:59:59.999Z
    2029076127764840449 profile_views 0 level lifetime seen 2026-03-31T21:59:59.999Z
    2029076127764840449 link_clicks 8 level lifetime seen 2026-03-31T21:59:59.999Z
    post 1868318316499468541 at 2026-03-05T11:00:00Z assumed day unknown "Deuxième" "https://x.com/exemple/status/1868318316499468541"
    fact post 1868318316499468541 at 2026-03-05T11:00:00Z assumed "" ""
    1868318316499468541 impressions 10 level lifetime seen 2026-03-31T21:59:59.999Z
    1868318316499468541 likes 1 level lifetime seen 2026-03-31T21:59:59.999Z
    1868318316499468541 saves 0 level lifetime seen 2026-03-31T21:59:59.999Z
    1868318316499468541 follows_from_post 0 level lifetime seen 2026-03-31T21:59:59.999Z
    1868318316499468541 comments 0 level lifetime seen 2026-03-31T21:59:59.999Z
    1868318316499468541 shares 0 level lifetime seen 2026-03-31T21:59:59.999Z
    1868318316499468541 profile_views 0 level lifetime seen 2026-03-31T21:59:59.999Z
    1868318316499468541 link_clicks 0 level lifetime seen 2026-03-31T21:59:59.999Z
    cover Facts(Post) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Likes) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Shares) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Comments) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Engagements) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Impressions) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(ProfileViews) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(LinkClicks) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Saves) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(FollowsFromPost) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    seen days from=2026-03-01 to=2026-03-31
    seen times-from-ids count=1
    seen times-unknown count=1
    seen zone-assumed zone=Europe/Paris
    "#);
}

#[test]
fn ids_rounded_by_a_spreadsheet_are_recovered_from_the_link() {
    let text = String::from_utf8(CONTENT.to_vec()).unwrap();
    for rounded in ["2.02908E+18", "\"2,02908E+18\"", "2029076127764840000"] {
        let damaged = text.replacen("2029076127764840449", rounded, 1);
        let read = read(CONTENT_NAME, damaged.as_bytes(), &paris()).unwrap();
        assert!(read.text().contains("post 2029076127764840449 "), "{rounded}");
        assert!(read.text().contains("seen ids-recovered count=1"), "{rounded}");
    }
}

#[test]
fn shared_overview() {
    let Some(bytes) = shared("shared_overview", "x-analytics-shape/account_overview_analytics.csv") else { return };
    let read = read("account_overview_analytics.csv", &bytes, &paris()).unwrap();
    let sums = [Metric::Gains, Metric::Losses, Metric::Impressions, Metric::Engagements].map(|m| read.sum(m).0);
    assert_eq!((sums, read.report.rows), ([13.0, 2.0, 24749.0, 448.0], 7));
}

#[test]
fn shared_content() {
    let name = "account_analytics_content_2026-04-01_2026-04-25.csv";
    let Some(bytes) = shared("shared_content", &format!("shapes-synthetic/x-analytics/{name}")) else { return };
    let read = read(name, &bytes, &paris()).unwrap();
    assert_eq!(u64::try_from(read.posts()).unwrap(), read.report.rows);
    assert!(read.posts() > 20);
}
