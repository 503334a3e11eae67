//! The verbs that need no real export.

use crate::{Vigie, caveats, text};

#[test]
fn wrong_usage_is_2_refusal_is_1() {
    let vigie = Vigie::new();
    assert_eq!(vigie.try_run(&["ask"], &[]).status.code(), Some(2));
    assert_eq!(vigie.try_run(&["import"], &["--client", "A"]).status.code(), Some(2));
    assert_eq!(vigie.try_run(&["ask"], &["nothing_such"]).status.code(), Some(1));
    assert_eq!(vigie.try_run(&["import"], &["--client", "A", "not-there.csv"]).status.code(), Some(1));
    assert_eq!(vigie.try_run(&["note"], &["--client", "A", "--at", "2026-11-22", "follow"]).status.code(), Some(1));
}

#[test]
fn acts_noted_are_counted_and_days_without_are_zero() {
    let vigie = Vigie::new();
    for (kind, at) in [("call", "2026-03-02T09:00"), ("call", "2026-03-02T09:00"), ("mail", "2026-03-04")] {
        let id =
            vigie.run(&["note"], &["--client", "Office", "--at", at, "--person", "Rédaction", "--text", "point", kind]);
        assert_eq!(id.trim().len(), 32);
    }
    let window = ["--from", "2026-03-02", "--to", "2026-03-05"];
    assert_eq!(vigie.value("calls", &window), 2.0);
    assert_eq!(vigie.value("mails", &window), 1.0);
    assert_eq!(vigie.value("meetings", &window), 0.0);
    let before = vigie.figure("calls", &["--from", "2025-01-01", "--to", "2025-02-01"]);
    assert_eq!(before["status"], "missing");
    let by = vigie.ask("calls", &["--by", "person", "--from", "2026-03-02", "--to", "2026-03-05"]);
    assert_eq!(by[0]["person"], "Rédaction");
}

#[test]
fn a_feed_gives_articles() {
    let vigie = Vigie::new();
    let feed = vigie.folder.path().join("feed.xml");
    std::fs::write(
        &feed,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Carnet</title><link>https://carnet.example/</link><description>d</description>\
         <item><title>Un</title><link>https://carnet.example/1</link><guid>1</guid><pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate></item>\
         <item><title>Deux</title><link>https://carnet.example/2</link><guid>2</guid><pubDate>Tue, 03 Mar 2026 08:00:00 +0100</pubDate></item>\
         </channel></rss>",
    )
    .unwrap();
    let outcome = vigie.import(&[&feed], &["--network", "blog"]);
    assert_eq!((&outcome[0]["posts"], &outcome[0]["rows_read"]), (&2.into(), &2.into()));
    assert_eq!(vigie.value("posts_published", &[]), 2.0);
}

#[test]
fn a_trial_stores_nothing() {
    let vigie = Vigie::new();
    let log = vigie.folder.path().join("access.log");
    std::fs::write(&log, "10.0.0.1 - - [02/Mar/2026:10:00:00 +0100] \"GET / HTTP/1.1\" 200 10 \"https://t.co/x\" \"Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0\"\n").unwrap();
    let tried = vigie.import(&[&log], &["--space", "Site", "--dry-run"]);
    assert_eq!((&tried[0]["visits"], &tried[0]["dry_run"]), (&1.into(), &true.into()));
    assert_eq!(vigie.try_run(&["ask"], &["visits", "--client", "Office"]).status.code(), Some(1), "no client was made");
    let taken = vigie.import(&[&log], &["--space", "Site"]);
    assert_eq!(taken[0]["visits"], 1);
    let share = vigie.figure("social_share", &[]);
    assert_eq!(["value", "numerator", "denominator"].map(|part| share[part].as_f64().unwrap()), [100.0, 1.0, 1.0]);
    assert!(!caveats(&share).contains(&"referrers-not-logged"));
}

#[test]
fn a_backup_restored_elsewhere_answers_the_same() {
    let vigie = Vigie::new();
    vigie.run(&["note"], &["--client", "Office", "--at", "2026-03-02", "meeting"]);
    let file = vigie.folder.path().join("vigie.backup");
    vigie.run(&["backup"], &[file.to_str().unwrap()]);
    let other = Vigie::new();
    other.run(&["restore"], &[file.to_str().unwrap()]);
    let window = ["--from", "2026-03-02", "--to", "2026-03-03"];
    assert_eq!(other.value("meetings", &window), 1.0);
    other.run(&["check"], &[]);
    assert_eq!(other.try_run(&["restore"], &[file.to_str().unwrap()]).status.code(), Some(1), "not over what is there");
}

#[test]
fn people_are_added_listed_and_reset() {
    let vigie = Vigie::new();
    let link = vigie.run(&["user", "add"], &["owner@example.org", "--name", "Owner"]);
    assert!(link.starts_with("/sign-in/link/"), "{link}");
    let list = vigie.run(&["user", "list"], &["--json"]);
    assert!(list.contains("owner@example.org") && list.contains("\"role\":\"owner\""), "{list}");
    assert_ne!(vigie.run(&["user", "reset"], &["owner@example.org"]), link);
    assert_eq!(vigie.try_run(&["user", "reset"], &["nobody@example.org"]).status.code(), Some(1));
}

#[test]
fn data_goes_to_stdout_talk_to_stderr() {
    let vigie = Vigie::new();
    let out = vigie.try_run(&["note"], &["--client", "Office", "--at", "2026-03-02", "mail"]);
    assert_eq!(text(&out.stdout).lines().count(), 1);
    let asked = vigie.try_run(&["ask"], &["mails", "--format", "csv", "--from", "2026-03-02", "--to", "2026-03-03"]);
    assert!(
        text(&asked.stdout).lines().nth(1).unwrap().contains(",1,") || text(&asked.stdout).contains(",1"),
        "{}",
        text(&asked.stdout)
    );
    let svg =
        vigie.run(&["ask"], &["mails", "--format", "svg", "--by", "day", "--from", "2026-03-02", "--to", "2026-03-09"]);
    assert!(svg.starts_with("<svg") && svg.contains("<title"), "{svg}");
}

#[test]
fn an_import_is_listed_read_again_and_taken_back() {
    let vigie = Vigie::new();
    let file = vigie.folder.path().join("access.log");
    let line = "192.0.2.1 - - [17/May/2026:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1 \"https://t.co/a\" \
                \"Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0\"\n";
    std::fs::write(&file, line).unwrap();
    vigie.import(&[&file], &[]);
    let listed =
        |vigie: &Vigie| -> serde_json::Value { serde_json::from_str(&vigie.run(&["imports"], &["--json"])).unwrap() };
    assert_eq!((listed(&vigie)[0]["import"].as_i64(), listed(&vigie)[0]["visits"].as_i64()), (Some(1), Some(1)));
    let again: serde_json::Value = serde_json::from_str(&vigie.run(&["normalise"], &["--json"])).unwrap();
    assert_eq!((again["imports"].as_i64(), again["same"].as_bool()), (Some(1), Some(true)));
    vigie.run(&["undo"], &["1"]);
    assert_eq!(listed(&vigie), serde_json::json!([]));
    assert_eq!(vigie.try_run(&["undo"], &["1"]).status.code(), Some(1));
}
