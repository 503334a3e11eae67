//! What the table knows, on hosts met in real logs, and how much of two published lists it finds.

#![allow(clippy::unwrap_used)]
use super::*;
use std::path::PathBuf;

fn named_kind(host: &str) -> Option<(Kind, &'static str)> {
    who(host).map(|party| (party.kind, party.name))
}

#[test]
fn hosts_met_in_logs_are_known() {
    let cases = [
        ("l.facebook.com", Kind::Network, "Facebook"),
        ("lm.facebook.com", Kind::Network, "Facebook"),
        ("fr-fr.facebook.com", Kind::Network, "Facebook"),
        ("fb.me", Kind::Network, "Facebook"),
        ("t.co", Kind::Network, "X"),
        ("lnkd.in", Kind::Network, "LinkedIn"),
        ("plus.google.com", Kind::Network, "Google+"),
        ("url.google.com", Kind::Network, "Google+"),
        ("plus.url.google.com", Kind::Network, "Google+"),
        ("pinterest.co.uk", Kind::Network, "Pinterest"),
        ("fr.pinterest.com", Kind::Network, "Pinterest"),
        ("mastodon.social", Kind::Network, "Mastodon"),
        ("t.me", Kind::Network, "Telegram"),
        ("news.ycombinator.com", Kind::Network, "Hacker News"),
        ("www.google.fr", Kind::Search, "Google"),
        ("google.com.br", Kind::Search, "Google"),
        ("images.google.co.in", Kind::Search, "Google"),
        ("encrypted.google.com", Kind::Search, "Google"),
        ("fr.search.yahoo.com", Kind::Search, "Yahoo"),
        ("chatgpt.com", Kind::Assistant, "ChatGPT"),
        ("gemini.google.com", Kind::Assistant, "Gemini"),
        ("mail.google.com", Kind::Mail, "Gmail"),
        ("webmail.example.com", Kind::Mail, "Webmail"),
        ("www.amazon.co.uk", Kind::Shop, "Amazon"),
        ("android-app://com.google.android.gm/", Kind::Mail, "Gmail"),
        ("android-app://com.linkedin.android", Kind::Network, "LinkedIn"),
        ("ask.fm", Kind::Network, "Ask.fm"),
        ("WWW.Facebook.COM", Kind::Network, "Facebook"),
    ];
    for (host, kind, name) in cases {
        assert_eq!(named_kind(host), Some((kind, name)), "{host}");
    }
}

#[test]
fn strangers_and_half_names_are_nobody() {
    for host in [
        "",
        "example.com",
        "docs.google.com",
        "notfacebook.com",
        "facebook.com.example.net",
        "t.co.example.org",
        "mail.example",
        "192.0.2.7",
        "localhost",
    ] {
        assert_eq!(named_kind(host), None, "{host}");
    }
}

#[test]
fn campaign_words_name_networks() {
    assert_eq!(named("fb").unwrap().name, "Facebook");
    assert_eq!(named("LinkedIn").unwrap().name, "LinkedIn");
    assert_eq!(named("twitter").unwrap().name, "X");
    assert_eq!(named("google").unwrap().kind, Kind::Search);
    assert_eq!(named("spring-letter"), None);
}

#[test]
fn no_host_is_told_twice() {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for (_, table) in TABLES {
        for line in table.lines().filter(|line| !line.is_empty()) {
            let (name, hosts) = line.split_once('=').unwrap();
            for host in hosts.split_whitespace() {
                assert_eq!(seen.insert(host, name), None, "{host} stands twice");
            }
        }
    }
    for host in engines::MINOR.split_whitespace() {
        assert_eq!(seen.insert(host, host), None, "{host} stands twice");
    }
}

/// Hosts of a published list: (kind, host).
type Listed = Vec<(Kind, String)>;

fn data(name: &str) -> Option<String> {
    let folder = std::env::var_os("VIGIE_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let text = std::fs::read_to_string(folder.join(name)).ok();
    if text.is_none() {
        assert!(std::env::var_os("CI").is_none(), "CI needs VIGIE_DATA ({name})");
        println!("skipped: {name}: VIGIE_DATA not found");
    }
    text
}

/// The item of a YAML list line, without quotes, comments and path.
fn item(line: &str) -> Option<String> {
    let item = line.trim().strip_prefix("- ")?.split(" #").next()?.trim();
    let item = item.trim_matches(['\'', '"', ' ']);
    let host = item.strip_prefix("android-app//").unwrap_or(item);
    Some(host.split('/').next()?.to_owned())
}

fn matomo() -> Option<Listed> {
    let mut listed = Vec::new();
    for (file, kind) in [("Socials", Kind::Network), ("SearchEngines", Kind::Search), ("AIAssistants", Kind::Assistant)]
    {
        let mut hosts = kind != Kind::Search;
        for line in data(&format!("referers-matomo/{file}.yml"))?.lines() {
            if kind == Kind::Search && line.starts_with("    ") && !line.trim_start().starts_with('-') {
                hosts = line.trim() == "urls:";
            }
            if let Some(host) = item(line).filter(|_| hosts) {
                listed.push((kind, host));
            }
        }
    }
    Some(listed)
}

fn snowplow() -> Option<Listed> {
    let mut listed = Vec::new();
    let (mut kind, mut hosts) = (None, false);
    for line in data("referers-snowplow/referers.yml")?.lines().filter(|line| !line.trim().is_empty()) {
        if !line.starts_with([' ', '#']) {
            kind = match line.trim_end_matches(':') {
                "social" => Some(Kind::Network),
                "search" => Some(Kind::Search),
                "email" => Some(Kind::Mail),
                "chatbot" => Some(Kind::Assistant),
                _ => None,
            };
        } else if line.trim_end().ends_with(':') {
            hosts = line.trim() == "domains:";
        }
        if let (Some(kind), Some(host), true) = (kind, item(line), hosts) {
            listed.push((kind, host));
        }
    }
    Some(listed)
}

/// A list that puts one host under several kinds (chatgpt.com as search and as assistant) is met by any of them;
/// job boards, which one list calls searches, are met by a kind of their own.
fn recall(list: &str, listed: &Listed, kind: Kind) -> f64 {
    let (mut found, mut all) = (0.0, 0.0);
    let mut missed = Vec::new();
    for (_, host) in listed.iter().filter(|(of, _)| *of == kind) {
        // `google.{}` stands for every country, `{}.ask.com` for every language.
        let spellings: Vec<String> =
            ["fr", "de", "co.uk", "com.br"].iter().map(|country| host.replace("{}", country)).collect();
        let fits = |spelling: &String| {
            who(spelling).is_some_and(|party| {
                party.kind == kind
                    || (kind == Kind::Search && party.kind == Kind::Jobs)
                    || listed
                        .iter()
                        .any(|(of, other)| *of == party.kind && (other == host || host.ends_with(&format!(".{other}"))))
            })
        };
        all += 1.0;
        if spellings.iter().all(fits) { found += 1.0 } else { missed.push(host.clone()) }
    }
    let recall = 100.0 * found / all;
    println!("{list}, {kind}: {found} of {all} hosts, {recall:.2} % (not found: {})", missed.join(" "));
    recall
}

#[test]
fn published_lists_are_found() {
    if let Some(listed) = matomo() {
        for kind in [Kind::Network, Kind::Search, Kind::Assistant] {
            assert!(recall("Matomo", &listed, kind) >= 99.0, "{kind}");
        }
    }
    if let Some(listed) = snowplow() {
        for kind in [Kind::Network, Kind::Search, Kind::Assistant, Kind::Mail] {
            assert!(recall("Snowplow", &listed, kind) >= 99.0, "{kind}");
        }
    }
}

#[test]
fn a_name_longer_than_any_host_is_nobodys() {
    assert!(who(&format!("{}google.com", "a.".repeat(100))).is_some());
    assert_eq!(who(&format!("{}google.com", "a.".repeat(500_000))), None);
}
