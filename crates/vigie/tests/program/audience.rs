//! Facts that can be checked on what tells the audience of a site, from the command line.

use crate::{Vigie, caveats, real};
use serde_json::Value;

/// The rows of a question by one key: the key and its value.
fn by(vigie: &Vigie, indicator: &str, key: &str) -> Vec<(String, f64)> {
    let rows = vigie.ask(indicator, &["--by", key]);
    rows.iter().map(|row| (row[key].as_str().unwrap().to_owned(), row["value"].as_f64().unwrap())).collect()
}

fn row(key: &str, value: f64) -> (String, f64) {
    (key.to_owned(), value)
}

#[test]
fn ga4_in_french() {
    let Some(folder) = real("ga4_in_french", "shapes-synthetic/ga4-fr") else { return };
    let vigie = Vigie::new();
    vigie.import_twice(&[&folder.join("data-export.csv")], &["--space", "Site"]);
    let days = ["--from", "2026-07-01", "--to", "2026-10-01"];
    assert_eq!(vigie.value("visits", &days), 11_000.0);
    let share = vigie.figure("social_share", &days);
    assert_eq!((share["numerator"].as_f64(), share["denominator"].as_f64()), (Some(1000.0), Some(11_000.0)), "{share}");
    for said in ["channels-of-tool", "unknown-share", "paid-social-apart"] {
        assert!(caveats(&share).contains(&said), "{share}");
    }
    assert_eq!(share["told_by"][0], "audience_tool");
    // The table tells these three months together: it says nothing of one of them.
    let month = vigie.figure("visits", &["--from", "2026-07-01", "--to", "2026-08-01"]);
    assert_eq!((&month["value"], &month["status"]), (&Value::Null, &"missing".into()));
    let mut channels: Vec<(String, f64)> = by(&vigie, "visits", "channel");
    channels.sort_by(|a, b| b.1.total_cmp(&a.1));
    assert_eq!(
        channels,
        [
            row("organic_search", 6000.0),
            row("direct", 3000.0),
            row("organic_social", 1000.0),
            row("referral", 700.0),
            row("paid_social", 300.0)
        ]
    );
}

#[test]
fn ga4_with_a_dozen_tables() {
    let Some(folder) = real("ga4_with_a_dozen_tables", "ga4-csv-shape") else { return };
    let vigie = Vigie::new();
    vigie.import_twice(&[&folder.join("data-export_overview_multi.csv")], &["--space", "Site"]);
    assert_eq!(by(&vigie, "visits", "channel"), [row("organic_social", 7.0)]);
    assert_eq!(vigie.value("social_share", &["--from", "2023-09-23", "--to", "2023-10-21"]), 100.0);
}

/// The exploration by day tells users, sorted by number and not by date.
#[test]
fn ga4_users_by_day() {
    let Some(folder) = real("ga4_users_by_day", "ga4-csv-shape") else { return };
    let vigie = Vigie::new();
    vigie.import_twice(&[&folder.join("data-export_exploration_daily.csv")], &["--space", "Site"]);
    let days = vigie.split("visitors", "day", &[]);
    assert_eq!((days["2023-10-10"], days["2023-10-09"]), (2831.0, 1964.0));
    let all = vigie.figure("visitors", &[]);
    assert_eq!((&all["value"], &all["status"]), (&Value::Null, &"not_defined".into()), "{all}");
    assert!(caveats(&all).contains(&"reach-not-additive"), "{all}");
}

#[test]
fn matomo_and_plausible() {
    let (Some(matomo), Some(plausible)) =
        (real("matomo_and_plausible", "matomo-csv"), real("matomo_and_plausible", "plausible-csv"))
    else {
        return;
    };
    let vigie = Vigie::new();
    let log = matomo.join("test_csvExport__Live.getLastVisitsDetails_day.csv");
    assert_eq!(vigie.import_twice(&[&log], &["--space", "Site"])[0]["visits"], 2);
    assert_eq!(vigie.value("visits", &[]), 2.0);
    let summary = matomo.join("test_csvExport_xp0__VisitsSummary.get_day.csv");
    let told = vigie.import_twice(&[&summary], &["--space", "Site"])[0]["seen"].to_string();
    assert!(told.contains("arrivals-undated"), "{told}");
    let vigie = Vigie::new();
    vigie.import_twice(&[&plausible.join("visitors.csv")], &["--space", "Site"]);
    assert_eq!(vigie.value("visits", &["--from", "2021-10-18", "--to", "2021-10-21"]), 3.0);
    assert_eq!(vigie.value("visits", &["--from", "2021-09-21", "--to", "2021-09-22"]), 0.0);
    assert_eq!(vigie.value("visitors", &["--from", "2021-10-19", "--to", "2021-10-20"]), 2.0);
    let days = ["--from", "2021-10-19", "--to", "2021-10-21"];
    assert_eq!(vigie.value("page_views", &days), 3.0);
    let days = vigie.figure("visitors", &days);
    assert_eq!((&days["value"], &days["status"]), (&Value::Null, &"not_defined".into()), "{days}");
}

#[test]
fn search_console_in_french() {
    let Some(folder) = real("search_console_in_french", "shapes-synthetic/gsc-fr") else { return };
    let vigie = Vigie::new();
    let zip = folder.join("exemple.fr-Performance-on-Search-2026-05-01.zip");
    let parts = vigie.import_twice(&[&zip], &["--space", "Site"]);
    assert_eq!(parts.len(), 7);
    let seen: String = parts.iter().map(|part| part["seen"].to_string()).collect();
    assert_eq!(seen.matches(r#"["clicks","9704"]"#).count(), 3, "by day, device and country: {seen}");
    assert_eq!(vigie.value("impressions", &[]), 361_562.0);
    assert_eq!(vigie.value("clicks", &[]), 9704.0);
}

#[test]
fn links_and_webmentions() {
    let (Some(links), Some(mentions)) = (
        real("links_and_webmentions", "shapes-synthetic/gsc-links"),
        real("links_and_webmentions", "shapes-synthetic/webmention-jf2"),
    ) else {
        return;
    };
    let vigie = Vigie::new();
    let told = vigie.import_twice(&[&links.join("top-linking-sites.csv")], &["--space", "Site"])[0]["seen"].to_string();
    assert!(told.contains(r#"["rows","3"]"#) && told.contains(r#"["links","1330"]"#), "{told}");
    let file = std::fs::read_dir(mentions).unwrap().next().unwrap().unwrap().path();
    let outcome = vigie.import_twice(&[&file], &["--space", "Blog"]).remove(0);
    assert_eq!((&outcome["rows_read"], &outcome["facts"]), (&3.into(), &2.into()));
    assert!(outcome["seen"].to_string().contains("private-left-out"), "{outcome}");
    let of_blog = ["--where", "network=blog"];
    assert_eq!((vigie.value("comments", &of_blog), vigie.value("shares", &of_blog)), (1.0, 1.0));
}

#[test]
fn logs_of_other_servers() {
    let Some(folder) = real("logs_of_other_servers", "access-logs/matomo-log-formats") else { return };
    let cases = [
        ("iis.log", Some(0.0)),
        ("amazon_cloudfront_web.log", Some(0.0)),
        ("caddy_json.log", Some(0.0)),
        ("s3.log", Some(0.0)),
        // A load balancer writes no referring page: unknown, not 0 %.
        ("alb.log", None),
        ("elb.log", None),
    ];
    for (name, share) in cases {
        let vigie = Vigie::new();
        assert_eq!(vigie.import_twice(&[&folder.join(name)], &["--space", "Site"])[0]["visits"], 1, "{name}");
        assert_eq!(vigie.value("visits", &[]), 1.0);
        let figure = vigie.figure("social_share", &[]);
        assert_eq!(figure["value"].as_f64(), share, "{name}: {figure}");
        assert_eq!(caveats(&figure).contains(&"referrers-not-logged"), share.is_none(), "{name}: {figure}");
    }
}

/// Every dialect of the zoo: its lines, its visits, and whether it says where visits come from.
#[test]
fn every_dialect_of_the_zoo() {
    let Some(folder) = real("every_dialect_of_the_zoo", "access-logs/matomo-log-formats") else { return };
    let nobody_reads = ["amazon_cloudfront_rtmp.log", "custom_regex_custom_date.log"];
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), 28);
    let (mut lines, mut visits) = (0, 0);
    for file in &files {
        let vigie = Vigie::new();
        if nobody_reads.iter().any(|name| file.ends_with(name)) {
            vigie.refusal(file, &["--space", "Site"]);
            continue;
        }
        let outcome = vigie.import_one_twice(file, &["--space", "Site"]);
        assert_eq!(outcome["format"], "access-log", "{}", file.display());
        let counted = outcome["visits"].as_u64().unwrap();
        assert_eq!(vigie.value("visits", &[]), f64::from(u32::try_from(counted).unwrap()), "{outcome}");
        lines += outcome["rows_read"].as_u64().unwrap();
        visits += counted;
    }
    assert_eq!((lines, visits), (40, 12));
}

/// Each pattern of the list of robots with its own examples, as lines of a log: they are no visits.
#[test]
fn known_robots_are_no_visits() {
    let Some(folder) = real("known_robots_are_no_visits", "crawler-user-agents") else { return };
    let list: Value = serde_json::from_slice(&std::fs::read(folder.join("crawler-user-agents.json")).unwrap()).unwrap();
    let patterns = list.as_array().unwrap();
    assert_eq!(patterns.len(), 1498);
    let agents = patterns.iter().flat_map(|pattern| pattern["instances"].as_array().unwrap());
    let log: String = (0_u32..)
        .zip(agents)
        .map(|(n, agent)| {
            let agent = agent.as_str().unwrap().replace('\\', "\\\\").replace('"', "\\\"");
            let address = std::net::Ipv4Addr::from(0x0a00_0000 + n);
            format!("{address} - - [29/Mar/2026:00:50:00 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"{agent}\"\n")
        })
        .collect();
    let vigie = Vigie::new();
    let outcome = vigie.import_one_twice(&vigie.file("access.log", &log), &["--space", "Site"]);
    let all = outcome["rows_read"].as_u64().unwrap();
    let taken_for_people = vigie.value("visits", &[]);
    println!("robots taken for people: {taken_for_people} of {all}");
    assert!(taken_for_people * 100.0 < f64::from(u32::try_from(all).unwrap()) * 5.0, "{taken_for_people} of {all}");
}

#[test]
fn ga4_day_by_day_and_without_visits() {
    let Some(folder) = real("ga4_day_by_day_and_without_visits", "ga4-csv-shape") else { return };
    let vigie = Vigie::new();
    let daily = vigie.import_one_twice(&folder.join("data-export_exploration_daily.csv"), &["--space", "Site"]);
    assert_eq!((&daily["rows_read"], &daily["observations"]), (&241.into(), &241.into()));
    // Visitors are not visits, and events tell neither.
    vigie.missing("visits", &[], "no-source");
    assert!(vigie.refusal(&folder.join("data-export_events.csv"), &[]).contains("Sessions"));
}
