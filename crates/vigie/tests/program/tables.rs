//! Published tables that no format knows, read through a mapping: what can be checked of them.

use crate::{Vigie, real};
use std::fmt::Write as _;
use std::io::Read as _;

/// Counters of shares every twenty minutes for two days: −1 is "not observed yet", missing and not zero. The table
/// has no dates (they stand in a file that could not be had): each item is given a day here, to be placed at all.
#[test]
fn shares_of_news_where_minus_one_is_not_observed() {
    let Some(folder) = real("shares_of_news_where_minus_one_is_not_observed", "uci-news-popularity") else { return };
    for (name, network, items, unseen, shares) in [
        ("Facebook_Palestine", "facebook", 7687, 165, 424_860.0),
        ("GooglePlus_Palestine", "googleplus", 7749, 156, 17_325.0),
    ] {
        let mut text = String::new();
        let packed = std::fs::File::open(folder.join(format!("{name}.csv.gz"))).unwrap();
        flate2::read::GzDecoder::new(packed).read_to_string(&mut text).unwrap();
        let mut table = String::from("IDLink,Day,Half,Final\n");
        for row in text.lines().skip(1) {
            let cells: Vec<&str> = row.split(',').collect();
            let counters: Vec<i64> = cells[1..].iter().map(|cell| cell.trim_matches('"').parse().unwrap()).collect();
            assert_eq!(counters.len(), 144);
            assert!(counters.is_sorted(), "a counter never falls: {row}");
            writeln!(table, "{},2015-11-08,{},{}", cells[0].trim_matches('"'), counters[71], counters[143]).unwrap();
        }
        let vigie = Vigie::new();
        let file = vigie.file("news.csv", &table);
        let mapping = |column: &str| {
            format!(
                "rows = \"posts\"\nnetwork = \"{network}\"\nspace = \"News\"\n[table]\nempty = [\"-1\"]\n[constants]\ncontent_type = \"link\"\n\
                 [[column]]\nheader = \"IDLink\"\nis = \"id\"\n[[column]]\nheader = \"Day\"\nis = \"at\"\n\
                 [[column]]\nheader = \"{column}\"\nis = \"shares\"\n"
            )
        };
        let map = vigie.file("map.toml", mapping("Final"));
        let outcome = vigie.import_one_twice(&file, &["--map", map.to_str().unwrap()]);
        assert_eq!((&outcome["rows_read"], &outcome["posts"]), (&items.into(), &items.into()));
        let figure = vigie.figure("shares", &[]);
        assert_eq!((figure["value"].as_f64(), &figure["n"]), (Some(shares), &(items - unseen).into()), "{figure}");
    }
}

/// A brand's replies and its customers' messages: acts with their authors, one row each.
#[test]
fn customer_support_on_twitter() {
    let Some(folder) = real("customer_support_on_twitter", "customer-support-twitter") else { return };
    let vigie = Vigie::new();
    let map = vigie.file(
        "map.toml",
        "rows = \"facts\"\nnetwork = \"x\"\nspace = \"Support\"\n\
         [[column]]\nheader = \"tweet_id\"\nis = \"id\"\n\
         [[column]]\nheader = \"author_id\"\nis = \"person\"\n\
         [[column]]\nheader = \"inbound\"\nis = \"kind\"\nvalues = { True = \"mention\", False = \"reply\" }\n\
         [[column]]\nheader = \"created_at\"\nis = \"at\"\nformat = \"%a %b %d %H:%M:%S %z %Y\"\n\
         [[column]]\nheader = \"text\"\nis = \"text\"\n\
         [[column]]\nheader = \"in_response_to_tweet_id\"\nis = \"reply_to\"\n",
    );
    let outcome = vigie.import_one_twice(&folder.join("twcs_sample.csv"), &["--map", map.to_str().unwrap()]);
    assert_eq!((&outcome["rows_read"], &outcome["facts"]), (&1597.into(), &1597.into()));
    // 674 replies to a message of the file, and seven of the brand's that answer nobody in it.
    assert_eq!(vigie.value("replies_sent", &[]), 681.0);
    assert_eq!(vigie.value("mentions", &[]), 916.0);
    assert_eq!(vigie.split("replies_sent", "person", &[]).len(), 60);
}

/// JSON lines as a program writes them, through a mapping: dates in UTC, one line without a figure.
#[test]
fn json_lines_through_a_mapping() {
    let vigie = Vigie::new();
    let file = vigie.file(
        "posts.jsonl",
        "{\"id\":\"a\",\"at\":\"2026-03-14T07:05:00Z\",\"metrics\":{\"likes\":12,\"shares\":1},\"media\":[{\"kind\":\"photo\"}]}\n\
         {\"id\":\"b\",\"at\":\"2026-03-15T07:05:00Z\",\"metrics\":{\"likes\":3},\"media\":[]}\n\
         {\"id\":\"c\",\"at\":\"2026-03-16T07:05:00Z\",\"metrics\":{\"likes\":0,\"shares\":2},\"media\":[{\"kind\":\"video\"}]}\n",
    );
    let map = vigie.file(
        "map.toml",
        "rows = \"posts\"\nnetwork = \"other\"\nspace = \"Elsewhere\"\n\
         [[column]]\nheader = \"id\"\nis = \"id\"\n[[column]]\nheader = \"at\"\nis = \"at\"\n\
         [[column]]\nheader = \"metrics.likes\"\nis = \"likes\"\n[[column]]\nheader = \"metrics.shares\"\nis = \"shares\"\n\
         [[column]]\nheader = \"media.kind\"\nis = \"content_type\"\n",
    );
    let outcome = vigie.import_one_twice(&file, &["--map", map.to_str().unwrap()]);
    assert_eq!((&outcome["format"], &outcome["posts"]), (&"mapped".into(), &3.into()));
    let shares = vigie.figure("shares", &[]);
    assert_eq!((shares["value"].as_f64(), &shares["n"]), (Some(3.0), &2.into()), "one post tells no shares: {shares}");
    assert_eq!(vigie.value("likes", &[]), 15.0);
    let wrong = vigie.file(
        "wrong.jsonl",
        "{\"id\":\"d\",\"at\":\"2026-03-17T07:05:00Z\",\"metrics\":{\"likes\":1,\"shares\":1},\"media\":[]}\n{\"id\":\n",
    );
    let told = vigie.refusal(&wrong, &["--map", map.to_str().unwrap()]);
    assert!(told.contains("line 2") && told.contains("no JSON object"), "{told}");
}
