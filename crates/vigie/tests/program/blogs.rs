//! Blogs, lists and surveys, from the command line: what can be checked on real exports.

use crate::{Vigie, real, told};
use serde_json::Value;

#[test]
fn wordpress() {
    let Some(folder) = real("wordpress", "wxr") else { return };
    let vigie = Vigie::new();
    let file = folder.join("theme-unit-test-data.xml");
    let outcome = vigie.import_one_twice(&file, &[]);
    assert_eq!(
        (&outcome["format"], &outcome["rows_read"], &outcome["posts"]),
        (&"wordpress".into(), &186.into(), &55.into())
    );
    assert_eq!(outcome["space"], "theme-unit-test-data");
    assert_eq!(vigie.value("posts_published", &[]), 55.0);
    assert_eq!((vigie.value("comments", &[]), vigie.value("replies_received", &[])), (19.0, 1.0));
    assert_eq!((vigie.value("replies_sent", &[]), vigie.value("backlinks", &[])), (5.0, 4.0));
    // With what stands behind a password: all 30 comments that were approved.
    let all = vigie.import_one_twice(&file, &["--include-private"]);
    assert_eq!((&all["posts"], &all["facts"]), (&1.into(), &2.into()));
    assert_eq!(vigie.value("comments", &[]) + 5.0 + 1.0 + 4.0, 30.0);
}

/// Rows, articles and comments of the other exports; those that nobody can read are refused with their reason.
#[test]
fn wordpress_of_every_version() {
    let Some(folder) = real("wordpress_of_every_version", "wxr") else { return };
    for (name, rows, articles, comments) in [
        ("small-export.xml", 11, 5.0, 1.0),
        ("valid-wxr-1.0.xml", 6, 3.0, 1.0),
        ("valid-wxr-1.1.xml", 2, 1.0, 1.0),
        ("wxr-utf-8-challenges.xml", 1, 1.0, 0.0),
        ("crazy-cdata.xml", 1, 1.0, 0.0),
    ] {
        let vigie = Vigie::new();
        assert_eq!(vigie.import_one_twice(&folder.join(name), &["--space", "Blog"])["rows_read"], rows, "{name}");
        assert_eq!((vigie.value("posts_published", &[]), vigie.value("comments", &[])), (articles, comments), "{name}");
    }
    let vigie = Vigie::new();
    assert!(vigie.refusal(&folder.join("malformed.xml"), &[]).contains("line 90"));
    assert!(vigie.refusal(&folder.join("namespace-edge-cases.xml"), &[]).contains("line 66, wp:post_id"));
}

#[test]
fn comments_kept_elsewhere() {
    let Some(folder) = real("comments_kept_elsewhere", "comments-remark42") else { return };
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&folder.join("disqus.xml"), &["--skip-bad"]);
    assert_eq!((&outcome["facts"], &outcome["bad_count"]), (&4.into(), &1.into()));
    assert_eq!(vigie.value("comments", &[]), 4.0);
    vigie.import_one_twice(&folder.join("commento.json"), &[]);
    assert_eq!(vigie.value("comments", &[]), 7.0);
    // A post that was deleted, a thread that was deleted: what stood there counts no longer.
    for (name, comments) in [("disqus-deleted-post.xml", 3.0), ("disqus-deleted-thread.xml", 2.0)] {
        let vigie = Vigie::new();
        assert!(vigie.refusal(&folder.join(name), &[]).contains("line 135"));
        vigie.import_one_twice(&folder.join(name), &["--skip-bad"]);
        assert_eq!(vigie.value("comments", &[]), comments, "{name}");
    }
}

#[test]
fn blogger() {
    let Some(folder) = real("blogger", "blogger") else { return };
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&folder.join("pelican-bloggerexport.xml"), &[]);
    assert_eq!((&outcome["rows_read"], told(&outcome, "blog-settings", "count")), (&64.into(), Some("59")));
    assert_eq!((vigie.value("posts_published", &[]), vigie.value("comments", &[])), (1.0, 1.0));
}

#[test]
fn mailing_lists() {
    let Some(folder) = real("mailing_lists", "lkml-mbox") else { return };
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&folder.join("lkml.mbox"), &["--space", "Lists"]);
    assert_eq!((&outcome["rows_read"], &outcome["facts"]), (&210.into(), &176.into()));
    assert_eq!(told(&outcome, "mail-summary", "answers"), Some("205"));
    assert_eq!(vigie.value("comments", &[]), 176.0);
    let Some(folder) = real("mailing_lists", "perceval-captures") else { return };
    let outcome = vigie.import_one_twice(&folder.join("mbox/mbox_no_fields.mbox"), &["--space", "Lists"]);
    assert_eq!((&outcome["rows_read"], &outcome["facts"]), (&6.into(), &1.into()));
    for (name, messages) in [
        ("mbox_complex", 2.0),
        ("mbox_multipart", 2.0),
        ("mbox_single", 1.0),
        ("mbox_iso8859_encoding", 1.0),
        ("mbox_unknown_encoding", 1.0),
        ("mbox_unixfrom_encoding", 1.0),
    ] {
        let vigie = Vigie::new();
        vigie.import_one_twice(&folder.join(format!("mbox/{name}.mbox")), &["--space", "Lists"]);
        assert_eq!(vigie.value("comments", &[]), messages, "{name}");
    }
}

#[test]
fn surveys() {
    let Some(folder) = real("surveys", "jupyter-surveys") else { return };
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&folder.join("2015_SurveyGizmo_export.csv.gz"), &[]);
    assert_eq!((&outcome["format"], &outcome["rows_read"]), (&"surveygizmo".into(), &1706.into()));
    assert_eq!(told(&outcome, "survey-summary", "complete"), Some("779"));
    let first = outcome["answers"].as_u64().unwrap();
    assert!(first >= 15_000, "{first}");

    let Some(folder) = real("surveys", "ospo-survey") else { return };
    let ospo = vigie.import_one_twice(&folder.join("2018_results.csv.gz"), &[]);
    assert_eq!(
        (&ospo["format"], &ospo["rows_read"], &ospo["space"]),
        (&"surveymonkey".into(), &748.into(), &"survey".into())
    );
    let mut second = ospo["answers"].as_u64().unwrap();
    for (year, rows, respondents) in [(2019, 2681, "2681"), (2020, 1404, "1026"), (2021, 1146, "1141")] {
        let edition = vigie.import(&[&folder.join(format!("{year}_results.csv.gz"))], &[]).remove(0);
        assert_eq!(
            (&edition["rows_read"], told(&edition, "survey-summary", "respondents")),
            (&rows.into(), Some(respondents)),
            "{year}"
        );
        second += edition["answers"].as_u64().unwrap();
    }
    let checked: Value = serde_json::from_str(&vigie.run(&["check"], &["--json"])).unwrap();
    assert_eq!(
        (checked["answers"].as_u64(), &checked["differences"]),
        (Some(first + second), &Value::Array(Vec::new()))
    );

    let Some(folder) = real("surveys", "shapes-synthetic") else { return };
    let lime = vigie.import_one_twice(&folder.join("limesurvey-fr/results-survey123456.csv"), &[]);
    assert_eq!((&lime["rows_read"], told(&lime, "survey-summary", "complete")), (&3.into(), Some("2")));
    let forms = vigie.import_one_twice(&folder.join("google-forms-fr/reponses.csv"), &[]);
    assert_eq!((&forms["rows_read"], &forms["answers"]), (&2.into(), &7.into()));
    let said = vigie
        .try_run(&["import"], &["--client", "Other", folder.join("google-forms-fr/reponses.csv").to_str().unwrap()]);
    assert!(
        String::from_utf8_lossy(&said.stderr).contains("0 visits, 7 answers;"),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
}
