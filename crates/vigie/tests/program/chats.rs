//! Facts that can be checked on archives of conversations, from the command line: every archive imported twice.

use crate::{Vigie, caveats, noted, real, rows};
use serde_json::Value;

/// The value of one row of a split.
fn of(vigie: &Vigie, indicator: &str, split: &str, name: &str) -> f64 {
    let rows = vigie.ask(indicator, &["--by", split]);
    rows.iter().find(|row| row[split] == name).map_or(0.0, |row| row["value"].as_f64().unwrap())
}

#[test]
fn google_plus_takeout() {
    let Some(folder) = real("google_plus_takeout", "googleplus-takeout") else { return };
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&folder.join("Google+ Stream")], &[]);
    assert_eq!((outcomes.len(), rows(&outcomes)), (70, 70 + 41));
    assert_eq!(vigie.value("posts_published", &[]), 70.0);
    assert_eq!(of(&vigie, "posts_published", "content_type", "boost"), 4.0);
    assert_eq!(vigie.value("comments", &[]) + vigie.value("replies_sent", &[]), 41.0);
    assert_eq!(vigie.value("likes", &[]), 42.0);
    assert_eq!(vigie.value("shares", &[]), 1.0);
    // Comments stand on 18 posts; under two of them the author alone has spoken.
    let posts = vigie.split("comments", "post", &[]);
    assert_eq!(posts.values().filter(|comments| **comments > 0.0).count(), 16);
    let years = vigie.ask("posts_published", &["--by", "year"]);
    let told: Vec<&str> = years.iter().map(|row| row["period"].as_str().unwrap()).collect();
    assert_eq!((told.first(), told.last()), (Some(&"2011"), Some(&"2017")));
    // One file tells one post: the days without a file are not zeros.
    let day = vigie.figure("comments", &["--from", "2012-01-01", "--to", "2012-01-02"]);
    assert_eq!((&day["value"], &day["status"]), (&Value::Null, &"missing".into()), "{day}");
}

#[test]
fn telegram() {
    let Some(folder) = real("telegram", "shapes-synthetic/telegram-export") else { return };
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&folder.join("result.json")], &["--team", "Ana"]);
    assert_eq!((rows(&outcomes), &outcomes[0]["space"]), (120, &"communaute-exemple".into()));
    assert_eq!(vigie.value("posts_published", &[]) + vigie.value("replies_sent", &[]), 18.0);
    assert_eq!(vigie.value("comments", &[]) + vigie.value("replies_received", &[]), 100.0);
    assert_eq!(
        (vigie.value("gains", &[]), vigie.value("losses", &[]), vigie.value("net_growth", &[])),
        (2.0, 1.0, 1.0)
    );
}

#[test]
fn whatsapp() {
    let Some(folder) = real("whatsapp", "whatsapp-whatstk") else { return };
    let file = folder.join("lorem.txt");
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&file], &["--space", "Lorem"]);
    assert_eq!(rows(&outcomes), 500);
    assert_eq!(vigie.value("comments", &[]), 500.0);
    let gains = vigie.figure("gains", &[]);
    assert_eq!((&gains["value"], &gains["status"]), (&Value::Null, &"missing".into()), "the file has no such line");
    // By author, the four of them being the team.
    let authors = [("+1 123 456 789", 145.0), ("John", 124.0), ("Giuseppe", 118.0), ("Mary", 113.0)];
    let vigie = Vigie::new();
    let team: Vec<&str> = authors.iter().flat_map(|(name, _)| ["--team", *name]).collect();
    vigie.import_twice(&[&file], &[&["--space", "Lorem"], team.as_slice()].concat());
    for (name, messages) in authors {
        assert_eq!(of(&vigie, "posts_published", "person", name), messages, "{name}");
    }
}

#[test]
fn slack() {
    let Some(folder) = real("slack", "slack-export-viewer") else { return };
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&folder.join("testarchive.zip")], &["--space", "Slack"]);
    let days: Vec<Value> =
        outcomes.into_iter().filter(|outcome| !outcome["seen"].to_string().contains("slack-list")).collect();
    assert_eq!((days.len(), rows(&days)), (17, 158));
    assert_eq!(noted(&days, "bots-left-out", "count"), 94);
    assert_eq!(noted(&days, "service-lines-left-out", "count"), 7);
    assert_eq!(vigie.value("comments", &[]), 49.0);
    assert_eq!(vigie.value("gains", &[]), 8.0);
    assert_eq!(vigie.value("losses", &[]), 0.0);
}

#[test]
fn discord() {
    let Some(folder) = real("discord", "shapes-synthetic/discord-export") else { return };
    let vigie = Vigie::new();
    let file = folder.join("Exemple - Général - entraide [42].json");
    let outcomes = vigie.import_twice(&[&file], &["--team", "ana"]);
    assert_eq!((rows(&outcomes), noted(&outcomes, "bots-left-out", "count")), (80, 26));
    assert_eq!(vigie.value("posts_published", &[]) + vigie.value("replies_sent", &[]), 25.0);
    assert_eq!(vigie.value("comments", &[]) + vigie.value("replies_received", &[]), 29.0);
    let losses = vigie.figure("losses", &[]);
    assert_eq!((&losses["value"], &losses["status"]), (&Value::Null, &"missing".into()), "{losses}");
}

#[test]
fn bluesky_repository() {
    let Some(folder) = real("bluesky_repository", "bluesky-car") else { return };
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&folder.join("fakermaker.repo.car")], &[]);
    assert_eq!(rows(&outcomes), 142);
    assert_eq!(
        (noted(&outcomes, "bluesky-own-acts", "likes"), noted(&outcomes, "bluesky-own-acts", "follows")),
        (22, 78)
    );
    let boosts = of(&vigie, "posts_published", "content_type", "boost");
    assert_eq!(boosts, 15.0);
    assert_eq!(vigie.value("posts_published", &[]) + vigie.value("replies_sent", &[]) - boosts, 26.0);
    // What the account gave is not what it received.
    for indicator in ["likes", "gains"] {
        let figure = vigie.figure(indicator, &[]);
        assert_eq!((&figure["value"], &figure["status"]), (&Value::Null, &"missing".into()), "{figure}");
    }
}

#[test]
fn discourse_topic() {
    let Some(folder) = real("discourse_topic", "perceval-captures/discourse") else { return };
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&folder.join("discourse_topic_1148.json")], &["--space", "Forum"]);
    assert_eq!((rows(&outcomes), noted(&outcomes, "discourse-more", "count")), (20, 2));
    let left = noted(&outcomes, "service-lines-left-out", "count");
    let comments = vigie.figure("comments", &[]);
    assert_eq!(comments["value"].as_f64(), Some(f64::from(20 - u32::try_from(left).unwrap())));
    assert!(caveats(&comments).contains(&"days-told"), "{comments}");
}

#[test]
fn whatsapp_in_french() {
    let Some(folder) = real("whatsapp_in_french", "shapes-synthetic/whatsapp-fr") else { return };
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&folder.join("_chat.txt"), &["--space", "Groupe"]);
    assert_eq!((&outcome["rows_read"], &outcome["facts"]), (&5.into(), &4.into()));
    assert_eq!(["comments", "gains", "losses"].map(|asked| vigie.value(asked, &[])), [3.0, 0.0, 1.0]);
}

#[test]
fn discord_as_a_table() {
    let Some(folder) = real("discord_as_a_table", "shapes-synthetic/discord-export") else { return };
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&folder.join("export.csv"), &["--space", "Salon"]);
    assert_eq!((&outcome["format"], &outcome["rows_read"]), (&"discord".into(), &1.into()));
    assert_eq!(vigie.value("comments", &[]), 1.0);
}

#[test]
fn bluesky_repositories_of_an_older_version() {
    let Some(folder) = real("bluesky_repositories_of_an_older_version", "bluesky-car") else { return };
    let vigie = Vigie::new();
    // Of 682 blocks, what the root reaches is current; the 143 commits are older states of it.
    let current = vigie.import_one_twice(&folder.join("fakermaker.repo.car"), &[]);
    assert_eq!(noted(&[current], "bluesky-older-blocks", "count"), 506);
    let outcome = vigie.import_one_twice(&folder.join("greenground.repo.car"), &["--space", "Vert"]);
    assert_eq!(
        (&outcome["rows_read"], noted(std::slice::from_ref(&outcome), "bluesky-own-acts", "follows")),
        (&2.into(), 2)
    );
    assert!(vigie.refusal(&folder.join("repo_slice.car"), &[]).contains("stops in the middle"));
}

/// Answers of programming interfaces, as captured by somebody: the parts that speak are read, the others left out.
#[test]
fn captured_answers() {
    let Some(folder) = real("captured_answers", "perceval-captures") else { return };
    let cases = [
        ("discourse/discourse_posts.json", "discourse", 4.0),
        ("discourse/discourse_topic_1149.json", "discourse", 2.0),
        ("telegram/telegram_messages.json", "telegram", 3.0),
        ("stackexchange", "stackexchange", 4.0),
        ("slack", "slack", 6.0),
    ];
    for (name, format, comments) in cases {
        let vigie = Vigie::new();
        let outcomes = vigie.import_twice(&[&folder.join(name)], &["--space", "Forum"]);
        assert!(outcomes.iter().all(|outcome| outcome["format"] == format), "{name}: {outcomes:?}");
        assert_eq!(vigie.value("comments", &[]), comments, "{name}");
    }
    // Five pages of the same two questions overlap: each message counts once, though twenty-seven were read.
    let vigie = Vigie::new();
    let outcomes = vigie.import_twice(&[&folder.join("stackexchange")], &["--space", "Forum"]);
    assert_eq!(noted(&outcomes, "conversation-summary", "messages"), 27);
    let feed = vigie.import_one_twice(&folder.join("rss/rss_entries.xml"), &[]);
    assert_eq!((&feed["format"], &feed["posts"]), (&"feed".into(), &30.into()));
    assert_eq!(vigie.value("posts_published", &["--where", "network=blog"]), 30.0);
}
