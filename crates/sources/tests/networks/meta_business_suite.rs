//! Meta Business Suite: shapes of the posts and daily exports that `exports` does not cover.

use crate::requoted;
use crate::support::{paris, read, refusal, shared, utf16};
use model::{Metric, Network};
use sources::Options;
use sources::input::{self, Input};
use sources::recognise::recognise;

/// The Facebook columns of 2025, `Views` twice.
const FACEBOOK_2025: &str = "\u{feff}\"Post ID\",\"Page ID\",\"Page name\",Title,Description,\"Duration (sec)\",\"Publish time\",\"Caption type\",Permalink,\"Is crosspost\",\"Is share\",\"Post type\",Languages,\"Custom labels\",\"Funded content status\",\"Data comment\",Date,Views,Reach,\"Reactions, Comments and Shares\",Reactions,Comments,Shares,\"Total clicks\",\"Link Clicks\",\"Other Clicks\",\"Matched Audience Targeting Consumption (Photo Click)\",\"Seconds viewed\",\"Average Seconds viewed\",\"Estimated earnings (USD)\",\"Ad impressions\",Views\n\
    1827720132094663,100045700821521,Office,\"Retour 🍁\nsuite\",,0,\"09/28/2026 18:12\",N/A,https://www.facebook.com/exemple/posts/1,0,0,Photos,,,,,Lifetime,27,20,4,4,0,0,2,,1,1,0,0,,,27\n\
    1823209189212424,100045700821521,Office,,Bobine,12,\"09/24/2026 15:30\",N/A,https://www.facebook.com/exemple/posts/2,0,0,Reels,,,,,Lifetime,63,45,6,5,0,1,2,1,1,,300,5,,,\n";

fn of(network: Network) -> Options {
    Options { network: Some(network), ..paris() }
}

#[test]
fn facebook_2025_with_views_twice() {
    let read = read("posts.csv", FACEBOOK_2025.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.posts()), ("meta-posts", 2));
    let sums =
        [Metric::Impressions, Metric::Reach, Metric::Likes, Metric::Shares, Metric::LinkClicks].map(|m| read.sum(m));
    assert_eq!(sums, [(90.0, 2), (65.0, 2), (9.0, 2), (1.0, 2), (1.0, 1)]);
    assert!(read.text().contains("Retour 🍁"), "a title is the text where there is no description");
    let other = FACEBOOK_2025.replace(",,,27\n", ",,,28\n");
    assert_eq!(
        refusal("posts.csv", other.as_bytes(), &paris()),
        "line 2: Views: duplicate-column (first: 27) (second: 28)"
    );
}

#[test]
fn instagram_columns_in_any_order() {
    let text = "\"Post ID\",\"Account ID\",\"Account username\",\"Account name\",Description,\"Duration (sec)\",\"Publish time\",Permalink,\"Post type\",\"Data comment\",Date,Views,Likes,Shares,Comments,Saves,Reach,Follows\n\
        18012345678901234,17841400000000001,exemple.port,\"Le port\",Caption,0,\"03/27/2026 06:08\",https://www.instagram.com/p/1/,\"IG image\",,Lifetime,160,5,3,2,4,45,1\n";
    let read = read("posts.csv", text.as_bytes(), &paris()).unwrap();
    let sums = [Metric::Impressions, Metric::Likes, Metric::Saves, Metric::Reach, Metric::FollowsFromPost]
        .map(|m| read.sum(m).0);
    assert_eq!(sums, [160.0, 5.0, 4.0, 45.0, 1.0]);
    assert!(read.text().contains("post 18012345678901234 "), "an id above 2^53 stays whole");
}

#[test]
fn several_metrics_follow_each_other_under_tabulations() {
    let text = "sep=\t\t\nFacebook reach\t\t\nDate\tPrimary\t\n2023-07-08T00:00:00\t2768\t\n2023-10-30T01:00:00\t12\t\n\t\t\n\
                Facebook visits\t\t\nDate\tPrimary\t\n2023-07-08T00:00:00\t138\t\n";
    let read = read("Reach.csv", &utf16(text), &paris()).unwrap();
    assert_eq!((read.sum(Metric::Reach), read.sum(Metric::ProfileViews)), ((2780.0, 2), (138.0, 1)));
}

#[test]
fn what_a_spreadsheet_leaves_is_refused_with_its_reason() {
    let cases: [(Vec<u8>, &str); 4] = [
        (FACEBOOK_2025.replace(',', ";").into(), "line 1: resaved (separator: semicolon)"),
        (requoted(FACEBOOK_2025.replace("\nsuite", "").as_str()).into(), "line 1: requoted"),
        (
            FACEBOOK_2025.replacen("1827720132094663", "1.82772E+15", 1).into(),
            "line 2: Post ID: rounded-id (value: 1.82772E+15)",
        ),
        (
            FACEBOOK_2025.replacen("27,20,4", "27,03/04/2026,4", 1).into(),
            "line 2: Reach: not-a-number (value: 03/04/2026)",
        ),
    ];
    for (bytes, expected) in cases {
        assert_eq!(refusal("posts.csv", &bytes, &paris()), expected);
    }
}

/// Every file of the folder is known, each by the format that is its own.
#[test]
fn shared_folder() {
    let cases = [
        ("Dec-12-2023_Mar-06-2024_facebook_posts.csv", "meta-posts", Network::Facebook, 44),
        ("Follows.csv", "meta-daily", Network::Facebook, 471),
        ("Reach.csv", "meta-daily", Network::Instagram, 484),
        ("Visits.csv", "meta-daily", Network::Facebook, 484),
        ("Audience.csv", "meta-audience", Network::Facebook, 44),
        ("instagram/FOLLOWS.csv", "meta-daily", Network::Instagram, 40),
        ("instagram/LINK_CLICKS.csv", "meta-daily", Network::Instagram, 62),
        ("instagram/VIEWS.csv", "meta-daily", Network::Instagram, 62),
    ];
    for (name, format, network, rows) in cases {
        let Some(bytes) = shared("shared_folder", &format!("meta-business-suite-shape/{name}")) else { return };
        let (peek, _) = input::peek(Input::from_bytes(name, bytes.clone()).unwrap()).unwrap();
        assert_eq!(recognise(&peek, None, None).unwrap().format.manifest().id, format, "{name}");
        assert_eq!(read(name, &bytes, &of(network)).unwrap().report.rows, rows, "{name}");
    }
}
