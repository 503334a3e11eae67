//! TikTok Business Suite: overview and audience.

use crate::support::{paris, read, shared};
use model::Metric;

const OVERVIEW: &[u8] = include_bytes!("../tiktok_business/overview.csv");
const AUDIENCE: &[u8] = include_bytes!("../tiktok_business/audience.csv");

#[test]
fn overview() {
    let read = read("overview.csv", OVERVIEW, &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("tiktok-business", 2));
    insta::assert_snapshot!(read.text(), @r#"
    space gains 10 flow 2026-03-01 ?
    space losses 1 flow 2026-03-01 ?
    space net_growth 9 flow 2026-03-01 ?
    space video_views 715 flow 2026-03-01 ?
    space profile_views 25 flow 2026-03-01 ?
    space likes 26 flow 2026-03-01 ?
    space shares 4 flow 2026-03-01 ?
    space comments 7 flow 2026-03-01 ?
    space gains 1 flow 2026-03-02 ?
    space losses 3 flow 2026-03-02 ?
    space net_growth -2 flow 2026-03-02 ?
    space video_views 801 flow 2026-03-02 ?
    space profile_views 13 flow 2026-03-02 ?
    space likes 30 flow 2026-03-02 ?
    space shares 1 flow 2026-03-02 ?
    space comments 2 flow 2026-03-02 ?
    space reach 640 flow 2026-03-02 ?
    seen day-zone-unknown
    seen days from=2026-03-01 to=2026-03-02
    "#);
}

#[test]
fn audience() {
    let read = read("audience.csv", AUDIENCE, &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("tiktok-business", 2));
    insta::assert_snapshot!(read.text(), @r#"
    space gains 10 flow 2026-03-01 ?
    space gains 1 flow 2026-03-02 ?
    space followers 1204 level 2026-03-02 ?
    space reach 640 flow 2026-03-02 ?
    space engaged_people 33 flow 2026-03-02 ?
    seen day-zone-unknown
    seen days from=2026-03-01 to=2026-03-02
    seen gains-only
    "#);
}

#[test]
fn shared_overview() {
    let Some(bytes) = shared("shared_overview", "tiktok-business-shape/TIKTOK_RAW.csv") else { return };
    let read = read("TIKTOK_RAW.csv", &bytes, &paris()).unwrap();
    let sums = [Metric::Gains, Metric::Losses, Metric::NetGrowth, Metric::VideoViews, Metric::Likes, Metric::Shares]
        .map(|metric| read.sum(metric).0);
    assert_eq!((sums, read.report.rows), ([409.0, 7.0, 402.0, 521_491.0, 7178.0, 1926.0], 62));
    assert_eq!(read.sum(Metric::Comments).0, 665.0);
    assert_eq!(read.sum(Metric::Reach).1, 61, "NAN is no figure");
}

#[test]
fn shared_audience() {
    let Some(bytes) = shared("shared_audience", "tiktok-business-shape/TIKTOK_AUDIENCE_RAW.csv") else { return };
    let read = read("TIKTOK_AUDIENCE_RAW.csv", &bytes, &paris()).unwrap();
    assert_eq!((read.sum(Metric::Gains), read.report.rows), ((409.0, 62), 62));
    assert_eq!(read.sum(Metric::Followers).1, 0, "every total is `--`");
    assert!(read.seen().contains(&"gains-only".to_owned()));
}
