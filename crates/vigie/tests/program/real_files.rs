//! Facts that can be checked on real exports, from the command line.

use crate::{Vigie, caveats, real, told};
use serde_json::Value;

fn value(row: &Value) -> f64 {
    row["value"].as_f64().unwrap()
}

#[test]
fn x_overview() {
    let Some(folder) = real("x_overview", "x-analytics-shape") else { return };
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&folder.join("account_overview_analytics.csv"), &[]);
    assert_eq!(outcome["rows_read"], 7);
    assert_eq!(vigie.value("gains", &[]), 13.0);
    assert_eq!(vigie.value("losses", &[]), 2.0);
    assert_eq!(vigie.value("net_growth", &[]), 11.0);
    assert_eq!(vigie.value("impressions", &[]), 24749.0);
    // The service's own total is another number than the likes, comments and shares that Vigie adds up.
    assert_eq!(vigie.value("engagements", &[]), 448.0);
    let asked = ["profile_views", "saves", "video_views", "media_views"];
    assert_eq!(asked.map(|asked| vigie.value(asked, &[])), [248.0, 14.0, 0.0, 0.0]);
    let days = vigie.ask("gains", &["--by", "day"]);
    assert_eq!(days.len(), 7);
    assert_eq!(days[0]["period"], "2025-08-20");
}

#[test]
fn tiktok_business() {
    let Some(folder) = real("tiktok_business", "tiktok-business-shape") else { return };
    let vigie = Vigie::new();
    vigie.import_one_twice(&folder.join("TIKTOK_RAW.csv"), &["--space", "TikTok"]);
    vigie.import_one_twice(&folder.join("TIKTOK_AUDIENCE_RAW.csv"), &["--space", "TikTok"]);
    assert_eq!(vigie.value("gains", &[]), 409.0);
    assert_eq!(vigie.value("losses", &[]), 7.0);
    assert_eq!(vigie.value("net_growth", &[]), 402.0);
    assert_eq!(vigie.value("likes", &[]), 7178.0);
    assert_eq!(vigie.value("shares", &[]), 1926.0);
    assert_eq!(vigie.value("comments", &[]), 665.0);
    assert_eq!(vigie.value("video_views", &[]), 521_491.0);
    assert_eq!(vigie.value("profile_views", &[]), 2661.0);
    // People of a day are told, and those of the whole are not their sum. The first day is empty.
    let day = ["--from", "2025-11-01", "--to", "2025-11-02"];
    assert_eq!(vigie.value("engaged_people", &day), 1801.0);
    let whole = vigie.figure("engaged_people", &[]);
    assert_eq!((&whole["value"], &whole["status"]), (&Value::Null, &"not_defined".into()), "{whole}");
    assert!(caveats(&whole).contains(&"reach-not-additive"), "{whole}");
}

#[test]
fn facebook_metrics_by_mapping() {
    let Some(folder) = real("facebook_metrics_by_mapping", "uci-facebook-metrics") else { return };
    let vigie = Vigie::new();
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/guide/en/mapping-facebook-metrics.toml");
    let outcome = vigie.import_one_twice(&folder.join("dataset_Facebook.csv"), &["--map", map]);
    assert_eq!((&outcome["rows_read"], &outcome["posts"]), (&500.into(), &500.into()));
    assert_eq!(vigie.value("interactions", &[]), 106_060.0);
    assert_eq!(vigie.value("comments", &[]), 3741.0);
    assert_eq!(vigie.value("likes", &[]), 88_795.0);
    assert_eq!(vigie.value("shares", &[]), 13_524.0);
    let types: Vec<(String, f64)> = vigie
        .ask("posts_published", &["--by", "content_type"])
        .iter()
        .map(|row| (row["content_type"].as_str().unwrap().to_owned(), row["value"].as_f64().unwrap()))
        .collect();
    for (kind, n) in [("photo", 426.0), ("status", 45.0), ("link", 22.0), ("video", 7.0)] {
        assert!(types.contains(&(kind.to_owned(), n)), "{types:?}");
    }
    let by_month: Vec<f64> = vigie.split("posts_published", "month", &[]).into_values().collect();
    assert_eq!(by_month, [25.0, 26.0, 36.0, 50.0, 37.0, 49.0, 52.0, 34.0, 36.0, 60.0, 45.0, 50.0]);
    // The mean reach of a type is its sum over its posts: ratio of sums.
    for row in vigie.ask("reach", &["--by", "content_type"]) {
        let mean = row["value"].as_f64().unwrap() / row["n"].as_f64().unwrap();
        let published = match row["content_type"].as_str().unwrap() {
            "video" => 51_205.7,
            "link" => 18_544.6,
            "photo" => 13_137.8,
            _ => 13_078.9,
        };
        assert!((mean - published).abs() < 0.05, "{row}");
    }
    let posts = vigie.ask("interactions", &["--by", "post"]);
    let mut each: Vec<f64> = posts.iter().map(value).collect();
    each.sort_by(f64::total_cmp);
    assert_eq!((each.len(), each[249].midpoint(each[250]), each[499]), (500, 123.5, 6334.0));
    // The one that yielded most, asked for alone.
    let most = posts.iter().find(|row| value(row) == 6334.0).unwrap()["post"].as_str().unwrap();
    assert_eq!(vigie.value("interactions", &["--where", &format!("post={most}")]), 6334.0);
    let nobody = vigie.figure("interactions", &["--where", "post=0"]);
    assert_eq!((&nobody["value"], &nobody["status"]), (&Value::Null, &"not_defined".into()), "{nobody}");
    assert_eq!(caveats(&nobody), ["post-not-here"]);
    // Empty cells are missing: five figures of posts are not there, and the figure says so.
    let likes = vigie.figure("likes", &[]);
    assert_eq!(likes["n"], 499, "{likes}");
    let shares = vigie.figure("shares", &[]);
    assert_eq!(shares["n"], 496, "{shares}");
    // Published elsewhere (measures: one set of posts, three rates under one name).
    let near = |value: f64, published: f64| assert!((value - published).abs() < 0.0005, "{value} against {published}");
    near(vigie.value("engagement_rate_reach", &[]), 1.526);
    near(vigie.value("engagement_rate_followers", &[]), 0.172);
    near(vigie.value("interactions_per_post", &[]), 212.12);
    near(100.0 * vigie.value("engaged_people", &[]) / vigie.value("reach", &[]), 6.620);
    assert_eq!(vigie.value("engagements", &[]), 106_060.0, "the column of the table");
    assert_eq!(vigie.value("clicks", &[]), 707_565.0);
}

#[test]
fn meta_posts_and_days() {
    let Some(folder) = real("meta_posts_and_days", "meta-business-suite-shape") else { return };
    let vigie = Vigie::new();
    let posts =
        vigie.import_one_twice(&folder.join("Dec-12-2023_Mar-06-2024_facebook_posts.csv"), &["--space", "Page"]);
    // Three of the 44 rows are posts of a page the exporting person had no access to: no figure at all, and said so.
    assert_eq!((&posts["rows_read"], &posts["posts"]), (&44.into(), &41.into()));
    assert!(posts["seen"].to_string().contains("posts-unavailable"), "{posts}");
    assert_eq!(vigie.value("interactions", &[]), 28_188.0);
    assert_eq!(["likes", "comments", "shares"].map(|part| vigie.value(part, &[])), [22_548.0, 992.0, 4648.0]);
    let asked = ["clicks", "link_clicks", "negative_feedback"];
    assert_eq!(asked.map(|asked| vigie.value(asked, &[])), [39_560.0, 2974.0, 1.0]);
    assert_eq!(vigie.figure("likes", &[])["status"], "measured", "no day beyond the file is asked about");
    let reach = vigie.figure("reach", &[]);
    assert_eq!(reach["value"].as_f64(), Some(958_872.0));
    assert!(caveats(&reach).contains(&"reach-summed-over-posts"), "{reach}");
    // The daily files tell gains; losses are not zero, they are not exported.
    vigie.import_one_twice(&folder.join("Follows.csv"), &["--space", "Page", "--network", "facebook"]);
    assert!(vigie.value("gains", &[]) > 0.0);
    let losses = vigie.figure("losses", &[]);
    assert_eq!((&losses["value"], &losses["status"]), (&Value::Null, &"missing".into()));
    assert!(caveats(&losses).contains(&"gains-only"), "{losses}");
    // The page's own unique reach goes first for the days it tells, and is never added up.
    vigie.import_one_twice(&folder.join("Reach.csv"), &["--space", "Page", "--network", "facebook"]);
    let day = vigie.figure("reach", &["--from", "2023-07-08", "--to", "2023-07-09"]);
    assert_eq!(day["value"].as_f64(), Some(2768.0), "{day}");
    let month = vigie.figure("reach", &["--from", "2023-07-08", "--to", "2023-08-08"]);
    assert_eq!((&month["value"], &month["status"]), (&Value::Null, &"not_defined".into()), "{month}");
}

#[test]
fn meta_instagram_days() {
    let Some(folder) = real("meta_instagram_days", "meta-business-suite-shape/instagram") else { return };
    let vigie = Vigie::new();
    vigie.import_one_twice(&folder.join("FOLLOWS.csv"), &["--space", "Compte"]);
    vigie.import_one_twice(&folder.join("VIEWS.csv"), &["--space", "Compte", "--network", "instagram"]);
    let gains = vigie.figure("gains", &[]);
    assert_eq!(gains["value"].as_f64(), Some(146.0), "{gains}");
    assert_eq!(vigie.value("impressions", &[]), 496_243.0);
    // Days without a follow are absent, 40 of 62 are told.
    assert_eq!(gains["n"], 40, "{gains}");
    let clicks = vigie.import_one_twice(&folder.join("LINK_CLICKS.csv"), &["--space", "Compte"]);
    assert_eq!((&clicks["rows_read"], &clicks["observations"]), (&62.into(), &62.into()));
    assert_eq!(vigie.value("link_clicks", &[]), 49.0);
}

#[test]
fn mastodon_archive() {
    let Some(folder) = real("mastodon_archive", "mastodon-archive-scrubbed") else { return };
    let vigie = Vigie::new();
    let outcomes = vigie.import(&[&folder], &[]);
    let outbox = outcomes.iter().find(|o| o["format"] == "mastodon-archive" && o["facts"] != 0).expect("outbox");
    assert_eq!(outbox["rows_read"], 1511);
    let again = vigie.import(&[&folder], &[]);
    assert!(again.iter().all(|o| o["facts"] == 0 && o["posts"] == 0), "{again:?}");
    let published = vigie.value("posts_published", &[]);
    let replies = vigie.value("replies_sent", &[]);
    let boosts = vigie
        .ask("posts_published", &["--by", "content_type"])
        .iter()
        .find(|row| row["content_type"] == "boost")
        .map_or(0.0, |row| row["value"].as_f64().unwrap());
    assert_eq!(boosts, 326.0);
    assert_eq!(published + replies - boosts, 1185.0);
    // `totalItems` is wrong, and said to be.
    assert_eq!(
        (told(outbox, "mastodon-total", "said"), told(outbox, "mastodon-total", "found")),
        (Some("1557"), Some("1511"))
    );
    let days: Vec<String> = vigie.split("posts_published", "day", &[]).into_keys().collect();
    assert_eq!((days.first().unwrap().as_str(), days.last().unwrap().as_str()), ("2021-05-11", "2023-01-24"));
}

#[test]
fn access_log_of_17_may_2015() {
    let Some(folder) = real("access_log_of_17_may_2015", "access-logs") else { return };
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&folder.join("semicomplete_2015-05-17.combined.log.gz"), &["--space", "Site"]);
    assert_eq!(outcome["rows_read"], 1632);
    let notes = outcome["seen"].to_string();
    for told in [r#"["lines","1632"]"#, r#"["addresses","341"]"#, r#"["without_referrer","752"]"#] {
        assert!(notes.contains(told), "{told} in {notes}");
    }
    for party in ["google 104", "t.co 1", "stackoverflow.com 2"] {
        assert!(told(&outcome, "log-referrers", "known").unwrap().split(", ").any(|known| known == party), "{notes}");
    }
    let share = vigie.figure("social_share", &[]);
    assert!(share["value"].as_f64().unwrap() < 5.0, "{share}");
    assert!(caveats(&share).contains(&"unknown-share"), "{share}");
    assert_eq!(share["denominator"].as_f64(), Some(vigie.value("visits", &[])));
}

#[test]
fn a_log_without_referrers_answers_unknown() {
    let Some(folder) = real("a_log_without_referrers_answers_unknown", "access-logs") else { return };
    let vigie = Vigie::new();
    // This copy of the log was cut into blocks: some of its lines are broken.
    vigie.import_one_twice(&folder.join("NASA_access_log_Aug95.head1930.log"), &["--space", "Site", "--skip-bad"]);
    assert!(vigie.value("visits", &[]) > 0.0);
    let share = vigie.figure("social_share", &[]);
    assert_eq!((&share["value"], &share["status"]), (&Value::Null, &"missing".into()));
    assert!(caveats(&share).contains(&"referrers-not-logged"), "{share}");
}
