//! Calendars, lists of feeds, feeds by the hundred, and files that tell nothing of a community.

use crate::{Vigie, real, told};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

#[test]
fn calendars() {
    let Some(folder) = real("calendars", "ics-icaljs") else { return };
    // Occurrences that the rules make, less those taken out; birthdays are no acts.
    for (name, rows, meetings) in [
        ("minimal.ics", 1, 1.0),
        ("multiple_rrules.ics", 1, 36.0),
        ("rdate_exdate.ics", 1, 3.0),
        ("recur_instances_finite.ics", 1, 5.0),
        ("timezone_from_file.ics", 1, 1.0),
        ("utc_negative_zero.ics", 1, 1.0),
    ] {
        let vigie = Vigie::new();
        assert_eq!(vigie.import_one_twice(&folder.join(name), &[])["rows_read"], rows, "{name}");
        let counted = ["meetings", "events_attended"].map(|kind| vigie.figure(kind, &[])["value"].as_f64());
        assert_eq!(counted.into_iter().flatten().sum::<f64>(), meetings, "{name}");
    }
    let vigie = Vigie::new();
    let birthdays = vigie.import_one_twice(&folder.join("google_birthday.ics"), &[]);
    assert_eq!((&birthdays["rows_read"], &birthdays["facts"]), (&4.into(), &0.into()));
    // A rule without end goes as far as the import and no further.
    let endless = Vigie::new();
    endless.import(&[&folder.join("recur_instances.ics")], &[]);
    assert!(endless.value("events_attended", &[]) > 150.0);
    endless.missing("events_attended", &["--from", "2001-01-01", "--to", "2002-01-01"], "no-source");
}

/// Each of the 111 lists: its feeds are named for the watch to come, or why it cannot be read; nothing is stored.
#[test]
fn lists_of_feeds() {
    let Some(folder) = real("lists_of_feeds", "listparser-opml") else { return };
    let vigie = Vigie::new();
    let out = vigie.try_run(&["import"], &["--client", "Office", "--json", folder.to_str().unwrap()]);
    let outcomes: Vec<Value> =
        String::from_utf8(out.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let named = |code: &str| outcomes.iter().filter(|outcome| outcome["refused"]["code"] == code).count();
    // Lists of lists, of people and of pages without a feed hold nothing to watch.
    assert_eq!((named("list-of-feeds"), named("empty"), named("malformed")), (38, 71, 0));
    assert!(outcomes.iter().all(|outcome| outcome["facts"] == 0 && outcome["posts"] == 0));
}

/// The 875 feeds in one import: none ends it, each is read, refused with a reason, or is no feed.
#[test]
fn feeds_by_the_hundred() {
    let Some(folder) = real("feeds_by_the_hundred", "feedparser-tests") else { return };
    let vigie = Vigie::new();
    let out = vigie.try_run(&["import"], &["--client", "Office", "--json", "--dry-run", folder.to_str().unwrap()]);
    let outcomes: Vec<Value> =
        String::from_utf8(out.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let feeds: Vec<&Value> =
        outcomes.iter().filter(|outcome| outcome["file"].as_str().unwrap().ends_with(".xml")).collect();
    assert_eq!(feeds.len(), 875);
    let read = feeds.iter().filter(|outcome| outcome["format"] == "feed" && outcome.get("refused").is_none()).count();
    let refused = feeds.iter().filter(|outcome| outcome.get("refused").is_some()).count();
    println!("feeds: {read} read, {refused} refused, of 875");
    assert!(read > 300, "{read}");
}

/// What is no export of a community is refused, never taken for one and never "0 rows".
#[test]
fn files_that_tell_nothing_of_a_community() {
    let mut asked = 0;
    for folder in [
        "crawler-user-agents",
        "referers-matomo",
        "referers-snowplow",
        "lexicon-fr-textblob",
        "lexicon-fr-vader",
        "mlma-french-tweets",
        "fr-cm-survey-published",
        "uci-news-popularity",
        "customer-support-twitter",
    ] {
        let Some(path) = real("files_that_tell_nothing_of_a_community", folder) else { return };
        for file in files(&path).iter().filter(|file| file.is_file() && !file.ends_with("SOURCE.md")) {
            let vigie = Vigie::new();
            let words = vigie.refusal(file, &[]);
            assert!(words.contains("No format recognises") || words.contains("not known"), "{words}");
            asked += 1;
        }
    }
    assert!(asked >= 9, "{asked}");
}

#[test]
fn a_zone_that_was_named_is_not_assumed() {
    let Some(folder) = real("a_zone_that_was_named_is_not_assumed", "ics-icaljs") else { return };
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&folder.join("only_dtstart_date.ics"), &["--zone", "Europe/Paris"]);
    assert_eq!(told(&outcome, "zone-assumed", "zone"), None);
}
