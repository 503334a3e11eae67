//! X: tweet activity until 2023, by tweet and by day.

use crate::requoted;
use crate::support::{paris, read, refusal, shared};
use model::Metric;

const TWEETS: &str = "Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,engagement rate,retweets,replies,favorites,\
    user profile clicks,url clicks,hashtag clicks,detail expands,permalink clicks,follows,media views,promoted impressions\n\
    \"716012345678901248\",\"https://twitter.com/exemple/status/716012345678901248\",\"Bonjour\",\"2016-04-01 20:36 +0000\",\"1014.0\",\"23.0\",\
    \"0.02\",\"3.0\",\"1.0\",\"8.0\",\"2.0\",\"9.0\",\"0\",\"0\",\"0\",\"0\",\"5\",\"-\"\n\
    \"716012345678901250\",\"https://twitter.com/exemple/status/716012345678901250\",\"Suite\",\"2016-04-02 08:00 +0000\",\"10.0\",\"-\",\
    \"-\",\"0.0\",\"0.0\",\"0.0\",\"0.0\",\"0.0\",\"0\",\"0\",\"0\",\"0\",\"-\",\"-\"\n";

const DAYS: &str = "Date,Tweets published,impressions,engagements,engagement rate,retweets,replies,likes,user profile clicks,url clicks,\
    hashtag clicks,detail expands,permalink clicks,app opens,app installs,follows,email tweet,dial phone,media views,media engagements\n\
    2021-08-01,2,1014,23,0.02,3,1,8,2,9,0,0,0,0,0,1,0,0,5,5\n\
    2021-08-02,0,310,-,-,0,0,1,0,0,0,0,0,0,0,0,0,0,-,0\n";

#[test]
fn tweets_of_the_time_of_favorites() {
    let read = read("tweet_activity_metrics_exemple_20160401_20160501_en.csv", TWEETS.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("x-activity", 2));
    insta::assert_snapshot!(read.text(), @r#"
    post 716012345678901248 at 2016-04-01T20:36:00Z told exact unknown "Bonjour" "https://twitter.com/exemple/status/716012345678901248"
    fact post 716012345678901248 at 2016-04-01T20:36:00Z told "" ""
    716012345678901248 impressions 1014 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901248 engagements 23 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901248 shares 3 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901248 comments 1 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901248 likes 8 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901248 profile_views 2 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901248 link_clicks 9 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901248 follows_from_post 0 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901248 media_views 5 level lifetime seen 2016-04-30T21:59:59.999Z
    post 716012345678901250 at 2016-04-02T08:00:00Z told exact unknown "Suite" "https://twitter.com/exemple/status/716012345678901250"
    fact post 716012345678901250 at 2016-04-02T08:00:00Z told "" ""
    716012345678901250 impressions 10 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901250 shares 0 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901250 comments 0 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901250 likes 0 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901250 profile_views 0 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901250 link_clicks 0 level lifetime seen 2016-04-30T21:59:59.999Z
    716012345678901250 follows_from_post 0 level lifetime seen 2016-04-30T21:59:59.999Z
    cover Facts(Post) 2016-03-31T22:00:00Z..2016-04-30T22:00:00Z
    cover Posts(Likes) 2016-03-31T22:00:00Z..2016-04-30T22:00:00Z
    cover Posts(Shares) 2016-03-31T22:00:00Z..2016-04-30T22:00:00Z
    cover Posts(Comments) 2016-03-31T22:00:00Z..2016-04-30T22:00:00Z
    cover Posts(Engagements) 2016-03-31T22:00:00Z..2016-04-30T22:00:00Z
    cover Posts(Impressions) 2016-03-31T22:00:00Z..2016-04-30T22:00:00Z
    cover Posts(ProfileViews) 2016-03-31T22:00:00Z..2016-04-30T22:00:00Z
    cover Posts(LinkClicks) 2016-03-31T22:00:00Z..2016-04-30T22:00:00Z
    cover Posts(FollowsFromPost) 2016-03-31T22:00:00Z..2016-04-30T22:00:00Z
    cover Posts(MediaViews) 2016-03-31T22:00:00Z..2016-04-30T22:00:00Z
    seen days from=2016-04-01 to=2016-04-30
    "#);
}

#[test]
fn day_by_day() {
    let read =
        read("daily_tweet_activity_metrics_exemple_20210801_20210901_en.csv", DAYS.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("x-activity", 2));
    insta::assert_snapshot!(read.text(), @r#"
    space posts_published 2 flow 2021-08-01 ?
    space impressions 1014 flow 2021-08-01 ?
    space engagements 23 flow 2021-08-01 ?
    space shares 3 flow 2021-08-01 ?
    space replies_received 1 flow 2021-08-01 ?
    space likes 8 flow 2021-08-01 ?
    space profile_views 2 flow 2021-08-01 ?
    space link_clicks 9 flow 2021-08-01 ?
    space media_views 5 flow 2021-08-01 ?
    space posts_published 0 flow 2021-08-02 ?
    space impressions 310 flow 2021-08-02 ?
    space shares 0 flow 2021-08-02 ?
    space replies_received 0 flow 2021-08-02 ?
    space likes 1 flow 2021-08-02 ?
    space profile_views 0 flow 2021-08-02 ?
    space link_clicks 0 flow 2021-08-02 ?
    seen day-zone-unknown
    seen days from=2021-08-01 to=2021-08-02
    "#);
}

#[test]
fn french_labels() {
    let text = TWEETS
        .replacen(
            "Tweet id,Tweet permalink,Tweet text,time",
            "Identifiant du Tweet,Lien permanent du Tweet,Texte du Tweet,heure",
            1,
        )
        .replacen("replies,favorites", "réponses,J’aime", 1);
    let tweets = read("tweets.csv", text.as_bytes(), &paris()).unwrap();
    assert_eq!((tweets.format, tweets.sum(Metric::Likes).0, tweets.sum(Metric::Comments).0), ("x-activity", 8.0, 1.0));
    let text = DAYS.replacen("Tweets published", "Tweets publiés", 1).replacen("replies,likes", "réponses,J’aime", 1);
    let days = read("jours.csv", text.as_bytes(), &paris()).unwrap();
    assert_eq!((days.sum(Metric::PostsPublished).0, days.sum(Metric::RepliesReceived).0), (2.0, 1.0));
}

#[test]
fn ids_rounded_by_a_spreadsheet_come_back_from_the_link_or_are_refused() {
    for rounded in ["7.16E+17", "716012345678901000", "\"7,16012E+17\""] {
        let text = TWEETS.replacen("\"716012345678901248\"", rounded, 1);
        let read = read("tweets.csv", text.as_bytes(), &paris()).unwrap();
        assert!(read.text().contains("post 716012345678901248 "), "{rounded}");
        assert!(read.seen().contains(&"ids-recovered".to_owned()), "{rounded}");
    }
    let without =
        TWEETS.replacen("\"716012345678901248\"", "7.16E+17", 1).replacen("/status/716012345678901248", "", 1);
    assert_eq!(refusal("tweets.csv", without.as_bytes(), &paris()), "line 2: Tweet id: rounded-id (value: 7.16E+17)");
}

#[test]
fn damaged_files_are_refused() {
    let cases: [(Vec<u8>, &str); 9] = [
        (TWEETS.trim_end().trim_end_matches("\"-\"").into(), "line 3: promoted impressions: truncated"),
        (TWEETS.split("+0000").next().unwrap().into(), "line 2: truncated"),
        (TWEETS.replacen("retweets", "x", 1).into(), "line 1: retweets: missing-column (headers: Tweet id · "),
        (TWEETS.replacen("\"1014.0\"", "avr-14", 1).into(), "line 2: impressions: not-a-number (value: avr-14)"),
        (TWEETS.replacen("2016-04-01 20:36 +0000", "42461.8", 1).into(), "line 2: time: not-a-date (value: 42461.8)"),
        (DAYS.replacen("2021-08-02", "2021-08-01", 1).into(), "line 3: Date: contradiction (value: 2021-08-01)"),
        (DAYS.replace(',', ";").into(), "line 1: resaved (separator: semicolon)"),
        (requoted(TWEETS).into(), "line 1: requoted"),
        (DAYS.trim_end().trim_end_matches(",-,0").into(), "line 3: dial phone: truncated"),
    ];
    for (bytes, expected) in cases {
        let said = refusal("tweets.csv", &bytes, &paris());
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
    let wrong = crate::latin(&TWEETS.replace("Suite", "été"));
    assert_eq!(refusal("tweets.csv", &wrong, &paris()), "line 3: bad-encoding (encoding: UTF-8)");
}

#[test]
fn shared_activity() {
    let name = "tweet_activity_metrics_exemple_20160401_20160501_en.csv";
    let Some(bytes) = shared("shared_activity", &format!("shapes-synthetic/x-analytics/{name}")) else { return };
    let read = read(name, &bytes, &paris()).unwrap();
    let sums = [Metric::Impressions, Metric::Engagements, Metric::Shares, Metric::Comments, Metric::Likes]
        .map(|m| read.sum(m).0);
    assert_eq!((read.format, sums), ("x-activity", [1014.0, 23.0, 3.0, 1.0, 8.0]));
    assert!(read.text().contains("at 2016-04-01T20:36:00Z told exact"));
    assert!(read.text().contains("seen days from=2016-04-01 to=2016-04-30"));
}
