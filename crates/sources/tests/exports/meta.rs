//! Meta Business Suite: posts and daily metrics.

use crate::support::{paris, read, refusal, shared, utf16};
use model::{Metric, Network};
use sources::Options;
use sources::input::{self, Input};
use sources::recognise::recognise;

const FACEBOOK: &[u8] = include_bytes!("../meta_posts/Mar-01-2026_Mar-31-2026_1234567890123456.csv");
const FACEBOOK_NAME: &str = "Mar-01-2026_Mar-31-2026_1234567890123456.csv";
const INSTAGRAM: &[u8] = include_bytes!("../meta_posts/instagram.csv");
const FOLLOWS: &[u8] = include_bytes!("../meta_daily/Follows.csv");
const COUVERTURE: &[u8] = include_bytes!("../meta_daily/Couverture.csv");

fn of(network: Network) -> Options {
    Options { network: Some(network), ..paris() }
}

#[test]
fn facebook_posts() {
    let read = read(FACEBOOK_NAME, FACEBOOK, &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("meta-posts", 4));
    insta::assert_snapshot!(read.text(), @r#"
    post 12345678901234567 at 2026-03-14T07:05:00Z assumed exact photo "Ce week-end : \n\n🎉 la fête du port, \"comme avant\"" "https://www.facebook.com/exemple/posts/1"
    fact post 12345678901234567 at 2026-03-14T07:05:00Z assumed "" ""
    12345678901234567 likes 10 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234567 comments 1 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234567 shares 3 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234567 reach 900 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234567 impressions 1200 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234567 clicks 20 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234567 link_clicks 5 level lifetime seen 2026-03-31T21:59:59.999Z
    post 12345678901234568 at 2026-03-02T18:30:00Z assumed exact link "Horaires" "https://www.facebook.com/exemple/posts/2"
    fact post 12345678901234568 at 2026-03-02T18:30:00Z assumed "" ""
    12345678901234568 likes 2 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234568 comments 0 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234568 shares 0 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234568 reach 400 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234568 impressions 500 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234568 clicks 8 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234568 link_clicks 8 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234568 negative_feedback 1 level lifetime seen 2026-03-31T21:59:59.999Z
    post 12345678901234569 at 2026-03-30T10:00:00Z assumed exact unknown "Bobine" "https://www.facebook.com/exemple/posts/3"
    fact post 12345678901234569 at 2026-03-30T10:00:00Z assumed "" ""
    12345678901234569 likes 0 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234569 comments 0 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234569 shares 0 level lifetime seen 2026-03-31T21:59:59.999Z
    12345678901234569 reach 50 level lifetime seen 2026-03-31T21:59:59.999Z
    cover Facts(Post) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Likes) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Shares) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Comments) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Reach) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Impressions) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(LinkClicks) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(Clicks) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    cover Posts(NegativeFeedback) 2026-02-28T23:00:00Z..2026-03-31T22:00:00Z
    seen dates-month-first
    seen types-unknown types=Hologram
    seen zone-assumed zone=Europe/Paris
    seen posts-unavailable count=1
    "#);
}

#[test]
fn instagram_posts() {
    let read = read("instagram.csv", INSTAGRAM, &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("meta-posts", 3));
    insta::assert_snapshot!(read.text(), @r#"
    post 17900000000000001 at 2026-03-14T07:05:00Z assumed exact photo "Lumière" "https://www.instagram.com/p/1/"
    fact post 17900000000000001 at 2026-03-14T07:05:00Z assumed "" ""
    17900000000000001 impressions 700 level lifetime
    17900000000000001 likes 61 level lifetime
    17900000000000001 comments 4 level lifetime
    17900000000000001 shares 2 level lifetime
    17900000000000001 reach 520 level lifetime
    17900000000000001 saves 3 level lifetime
    17900000000000001 follows_from_post 1 level lifetime
    post 17900000000000002 at 2026-03-20T17:00:00Z assumed exact reel "" "https://www.instagram.com/reel/2/"
    fact post 17900000000000002 at 2026-03-20T17:00:00Z assumed "" ""
    17900000000000002 impressions 1500 level lifetime
    17900000000000002 likes 80 level lifetime
    17900000000000002 comments 6 level lifetime
    17900000000000002 shares 9 level lifetime
    17900000000000002 reach 900 level lifetime
    17900000000000002 saves 5 level lifetime
    post 17900000000000003 at 2026-03-21T17:00:00Z assumed exact carousel "" "https://www.instagram.com/p/3/"
    fact post 17900000000000003 at 2026-03-21T17:00:00Z assumed "" ""
    17900000000000003 impressions 300 level lifetime
    17900000000000003 likes 20 level lifetime
    17900000000000003 comments 0 level lifetime
    17900000000000003 shares 0 level lifetime
    17900000000000003 reach 210 level lifetime
    17900000000000003 saves 1 level lifetime
    17900000000000003 follows_from_post 0 level lifetime
    cover Facts(Post) 2026-03-13T23:00:00Z..2026-03-21T23:00:00Z
    cover Posts(Likes) 2026-03-13T23:00:00Z..2026-03-21T23:00:00Z
    cover Posts(Shares) 2026-03-13T23:00:00Z..2026-03-21T23:00:00Z
    cover Posts(Comments) 2026-03-13T23:00:00Z..2026-03-21T23:00:00Z
    cover Posts(Reach) 2026-03-13T23:00:00Z..2026-03-21T23:00:00Z
    cover Posts(Impressions) 2026-03-13T23:00:00Z..2026-03-21T23:00:00Z
    cover Posts(Saves) 2026-03-13T23:00:00Z..2026-03-21T23:00:00Z
    cover Posts(FollowsFromPost) 2026-03-13T23:00:00Z..2026-03-21T23:00:00Z
    seen dates-month-first
    seen zone-assumed zone=Europe/Paris
    "#);
}

#[test]
fn network_and_space_come_from_the_content() {
    for (name, bytes, network, space) in [
        (FACEBOOK_NAME, FACEBOOK, Network::Facebook, "Office de tourisme"),
        ("instagram.csv", INSTAGRAM, Network::Instagram, "Le port"),
    ] {
        let (peek, _) = input::peek(Input::from_bytes(name, bytes.to_vec()).unwrap()).unwrap();
        let recognised = recognise(&peek, None, None).unwrap().recognised;
        assert_eq!((recognised.network, recognised.space.as_deref()), (Some(network), Some(space)));
    }
}

#[test]
fn a_file_of_two_networks_is_read_once_for_each() {
    let (peek, _) = input::peek(Input::from_bytes("Follows.csv", FOLLOWS.to_vec()).unwrap()).unwrap();
    let found = recognise(&peek, None, None).unwrap();
    assert_eq!(found.format.networks(&peek), [Network::Facebook, Network::Instagram]);
    assert_eq!(refusal("Follows.csv", FOLLOWS, &paris()), "ambiguous (formats: facebook · instagram)");
    insta::assert_snapshot!(read("Follows.csv", FOLLOWS, &of(Network::Facebook)).unwrap().text(), @r#"
    space gains 7 flow 2026-03-27 ?
    space gains 4 flow 2026-03-30 ?
    seen metric-days title=Follows from=2026-03-27 to=2026-03-30
    seen day-zone-unknown
    seen gains-only
    seen other-network-left-out titles=Instagram follows
    "#);
    insta::assert_snapshot!(read("Follows.csv", FOLLOWS, &of(Network::Instagram)).unwrap().text(), @r#"
    space gains 2 flow 2026-03-27 ?
    seen metric-days title=Instagram follows from=2026-03-27 to=2026-03-27
    seen day-zone-unknown
    seen gains-only
    seen other-network-left-out titles=Follows
    "#);
}

#[test]
fn french_labels_and_tabulations() {
    insta::assert_snapshot!(read("Couverture.csv", COUVERTURE, &paris()).unwrap().text(), @r#"
    space reach 2768 flow 2026-03-27 ?
    seen metric-days title=Couverture de la Page Facebook from=2026-03-27 to=2026-03-27
    seen day-zone-unknown
    "#);
}

#[test]
fn a_metric_nobody_knows_is_named() {
    let text = "sep=,\n\"Facebook sparkles\"\n\"Date\",\"Primary\"\n\"2026-03-27T00:00:00\",\"7\"\n";
    assert_eq!(refusal("Sparkles.csv", &utf16(text), &paris()), "unrecognised (headers: Facebook sparkles)");
}

#[test]
fn the_order_of_day_and_month_comes_from_the_file_then_from_its_name() {
    let text = String::from_utf8(FACEBOOK.to_vec()).unwrap();
    let early = text.replace("03/14/2026", "03/04/2026").replace("03/30/2026", "03/05/2026");
    let read_as = |name: &str, text: &str| read(name, text.as_bytes(), &paris()).unwrap().seen();
    assert!(read_as(FACEBOOK_NAME, &early).contains(&"dates-month-first".to_owned()));
    let april = "Feb-01-2026_May-31-2026_1.csv";
    assert!(read_as(april, &early).contains(&"dates-month-first".to_owned()));
    let swapped = early.replace("03/02/2026", "25/03/2026");
    assert!(read_as(FACEBOOK_NAME, &swapped).contains(&"dates-day-first".to_owned()));
    let french = early.replace("\"Publish time\"", "\"Heure de publication\"");
    assert_eq!(refusal("posts.csv", french.as_bytes(), &paris()), "Heure de publication: ambiguous-dates");
    assert!(read_as(FACEBOOK_NAME, &french).contains(&"dates-month-first".to_owned()));
}

#[test]
fn shared_posts() {
    let name = "Dec-12-2023_Mar-06-2024_facebook_posts.csv";
    let Some(bytes) = shared("shared_posts", &format!("meta-business-suite-shape/{name}")) else { return };
    let read = read(name, &bytes, &paris()).unwrap();
    let sum = |metric| read.sum(metric).0;
    assert_eq!(read.report.rows, 44);
    assert_eq!([Metric::Likes, Metric::Comments, Metric::Shares].map(sum), [22548.0, 992.0, 4648.0]);
    assert_eq!(sum(Metric::Likes) + sum(Metric::Comments) + sum(Metric::Shares), 28188.0);
    assert_eq!(read.sum(Metric::Reach), (958_872.0, 41));
    assert_eq!(read.posts(), 41);
    assert!(read.text().contains("seen posts-unavailable count=3"));
}

#[test]
fn shared_daily() {
    let cases = [
        ("Follows.csv", Network::Facebook, Metric::Gains, (4795.0, 242)),
        ("Follows.csv", Network::Instagram, Metric::Gains, (1352.0, 229)),
        ("Reach.csv", Network::Facebook, Metric::Reach, (3_897_137.0, 242)),
        ("Reach.csv", Network::Instagram, Metric::Reach, (150_759.0, 242)),
        ("Visits.csv", Network::Facebook, Metric::ProfileViews, (81434.0, 242)),
        ("Visits.csv", Network::Instagram, Metric::ProfileViews, (7101.0, 242)),
    ];
    for (name, network, metric, expected) in cases {
        let Some(bytes) = shared("shared_daily", &format!("meta-business-suite-shape/{name}")) else { return };
        let read = read(name, &bytes, &of(network)).unwrap();
        assert_eq!(read.sum(metric), expected, "{name} {network}");
        assert_eq!(read.sum(Metric::Losses).1, 0);
    }
}

#[test]
fn shared_daily_instagram() {
    let cases = [
        ("VIEWS.csv", Metric::Impressions, (496_243.0, 62)),
        ("FOLLOWS.csv", Metric::Gains, (146.0, 40)),
        ("LINK_CLICKS.csv", Metric::LinkClicks, (49.0, 62)),
    ];
    for (name, metric, expected) in cases {
        let Some(bytes) = shared("shared_daily_instagram", &format!("meta-business-suite-shape/instagram/{name}"))
        else {
            return;
        };
        assert_eq!(read(name, &bytes, &of(Network::Instagram)).unwrap().sum(metric), expected, "{name}");
    }
}
