//! Facts that can be checked on exports, downloads and archives of networks, from the command line.

use crate::{Vigie, caveats, part, real};
use serde_json::Value;

#[test]
fn facebook_insights_gains_and_losses() {
    let name = "shapes-synthetic/facebook-page-insights-legacy";
    let Some(folder) = real("facebook_insights_gains_and_losses", name) else { return };
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&folder], &["--space", "Page"]);
    let page = part(&outcomes, ".csv");
    assert_eq!((&page["format"], &page["rows_read"]), (&"facebook-insights-page".into(), &90.into()));
    assert_eq!(vigie.value("gains", &[]), 1365.0);
    assert_eq!(vigie.value("losses", &[]), 497.0);
    assert_eq!(vigie.value("followers", &["--from", "2014-11-01", "--to", "2014-12-01"]), 12_868.0);
    // A day without "unlikes" is missing, and the figure says that it is told in part only.
    let losses = vigie.figure("losses", &["--from", "2014-09-01", "--to", "2014-09-03"]);
    assert_eq!((losses["value"].as_f64(), &losses["status"]), (Some(4.0), &"partial".into()), "{losses}");
    assert!(caveats(&losses).contains(&"zone-of-day"), "{losses}");
    assert_eq!(vigie.value("negative_feedback", &[]), 43.0);
    // The columns by week and by 28 days are empty: people of several days are nobody's sum.
    assert_eq!(vigie.value("engaged_people", &["--from", "2014-09-01", "--to", "2014-09-02"]), 203.0);
    let week = vigie.figure("engaged_people", &["--from", "2014-09-01", "--to", "2014-09-08"]);
    assert_eq!((&week["value"], &week["status"]), (&Value::Null, &"not_defined".into()), "{week}");
}

#[test]
fn meta_audience_tells_the_followers_of_each_space() {
    let Some(folder) = real("meta_audience", "meta-business-suite-shape") else { return };
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&folder.join("Audience.csv")], &[]);
    assert_eq!(outcomes.len(), 2, "once for each network");
    assert!(outcomes.iter().all(|outcome| outcome["format"] == "meta-audience" && outcome["observations"] == 1));
    let stands: Vec<f64> =
        vigie.ask("followers", &["--by", "space"]).iter().filter_map(|row| row["value"].as_f64()).collect();
    assert!(stands.contains(&30_222.0) && stands.contains(&3098.0), "{stands:?}");
}

#[test]
fn x_activity_of_2016() {
    let Some(folder) = real("x_activity_of_2016", "shapes-synthetic/x-analytics") else { return };
    let vigie = Vigie::new();
    let file = folder.join("tweet_activity_metrics_exemple_20160401_20160501_en.csv");
    let outcomes = vigie.import_twice(&[&file], &["--space", "X"]);
    assert_eq!(outcomes[0]["format"], "x-activity");
    let april = ["--from", "2016-04-01", "--to", "2016-05-01"];
    assert_eq!(vigie.value("posts_published", &april), 1.0);
    assert_eq!(vigie.value("impressions", &april), 1014.0);
    assert_eq!(vigie.value("likes", &april), 8.0);
    assert_eq!(vigie.value("shares", &april), 3.0);
    let asked = ["engagements", "profile_views", "link_clicks", "media_views", "follows_from_post"];
    assert_eq!(asked.map(|asked| vigie.value(asked, &april)), [23.0, 2.0, 9.0, 0.0, 0.0]);
}

#[test]
fn x_archive_posts_and_boosts() {
    let Some(folder) = real("x_archive_posts_and_boosts", "shapes-synthetic/twitter-archive-shape") else { return };
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&folder], &[]);
    assert_eq!(part(&outcomes, "tweets.js")["rows_read"], 30);
    let published = vigie.ask("posts_published", &["--by", "content_type"]);
    let by_type = |wanted: &str| {
        let row = published.iter().find(|row| row["content_type"] == wanted);
        row.map_or(0.0, |row| row["value"].as_f64().unwrap())
    };
    assert_eq!((by_type("boost"), by_type("status")), (5.0, 25.0), "{published:?}");
}

/// The other files of an archive are recognised, tell nothing undated, and do not make the import fail.
#[test]
fn x_archive_parts_without_dates() {
    let Some(folder) = real("x_archive_parts_without_dates", "twitter-archive-dogsheep/zip_contents") else { return };
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&folder], &[]);
    assert_eq!(outcomes.len(), 6);
    assert!(outcomes.iter().all(|outcome| outcome["format"] == "x-archive" && outcome["facts"] == 0));
    assert!(part(&outcomes, "follower.js")["seen"].to_string().contains(r#"["count","2"]"#));
}

#[test]
fn instagram_and_threads_downloads() {
    let Some(folder) = real("instagram_and_threads_downloads", "shapes-synthetic") else { return };
    let vigie = Vigie::new();
    vigie.import_twice(&[&folder.join("instagram-download")], &[]);
    assert_eq!(vigie.value("gains", &[]), 40.0);
    assert_eq!(vigie.value("posts_published", &[]), 10.0);
    assert_eq!(vigie.value("replies_sent", &[]), 13.0);
    // Whom the account stopped following is no loss: nothing tells losses.
    let losses = vigie.figure("losses", &[]);
    assert_eq!((&losses["value"], &losses["status"]), (&Value::Null, &"missing".into()));
    assert!(caveats(&losses).contains(&"gains-only"), "{losses}");
    let threads = Vigie::new();
    threads.import_twice(&[&folder.join("threads-download")], &[]);
    assert_eq!(threads.value("gains", &[]), 10.0);
    assert_eq!(threads.value("posts_published", &[]), 15.0);
}

#[test]
fn pinterest_outbound_clicks() {
    let Some(folder) = real("pinterest_outbound_clicks", "pinterest-analytics-shape") else { return };
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&folder.join("overview_outbound_clicks.csv")], &[]);
    // 28 days told; the last three are empty: missing, not zero.
    assert_eq!(outcomes[0]["observations"], 28);
    let seen = outcomes[0]["seen"].to_string();
    assert_eq!(seen.matches(r#"["sum","22"]"#).count(), 2, "boards and pins: {seen}");
    assert!(seen.contains(r#""days-empty""#), "{seen}");
    let clicks = vigie.figure("link_clicks", &[]);
    assert_eq!((clicks["value"].as_f64(), &clicks["n"]), (Some(22.0), &28.into()), "{clicks}");
}

#[test]
fn reddit_posts_and_comments() {
    let Some(folder) = real("reddit_posts_and_comments", "shapes-synthetic/reddit-gdpr") else { return };
    let vigie = Vigie::new();
    vigie.import_twice(&[&folder], &["--space", "Reddit"]);
    assert_eq!(vigie.value("posts_published", &["--from", "2015-06-01", "--to", "2015-07-01"]), 1.0);
    assert_eq!(vigie.value("replies_sent", &["--from", "2014-08-01", "--to", "2014-09-01"]), 1.0);
}

#[test]
fn x_content_of_a_month() {
    let Some(folder) = real("x_content_of_a_month", "shapes-synthetic/x-analytics") else { return };
    let vigie = Vigie::new();
    let file = folder.join("account_analytics_content_2026-04-01_2026-04-25.csv");
    let outcome = vigie.import_one_twice(&file, &["--space", "X"]);
    assert_eq!(
        (&outcome["format"], &outcome["rows_read"], &outcome["posts"]),
        (&"x-content".into(), &25.into(), &25.into())
    );
    assert_eq!(vigie.value("posts_published", &["--from", "2026-04-01", "--to", "2026-04-26"]), 25.0);
    vigie.missing("losses", &[], "not-exported");
    let asked = ["engagements", "saves", "follows_from_post", "profile_views", "link_clicks"];
    assert_eq!(asked.map(|asked| vigie.value(asked, &[])), [1015.0, 0.0, 23.0, 321.0, 165.0]);
}
