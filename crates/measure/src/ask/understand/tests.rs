//! Questions as people type them.

#![allow(clippy::unwrap_used)]
use super::*;

fn now() -> Millis {
    Millis("2026-11-22T12:00:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond())
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn understand(ask: &Ask) -> Result<Query, AskError> {
    let known = ("2025-01-01".parse().unwrap(), "2026-11-20".parse().unwrap());
    Query::from_ask(ask, "Europe/Paris", Some(known), now())
}

#[test]
fn what_is_left_out_is_filled_in() {
    let query = understand(&Ask { indicators: words(&["gains", "losses", "gains"]), ..Ask::default() }).unwrap();
    assert_eq!(query.indicators.iter().map(|indicator| indicator.id).collect::<Vec<_>>(), ["gains", "losses"]);
    assert_eq!(
        (query.period.from.to_string(), query.period.to.to_string()),
        ("2025-01-01".into(), "2026-11-20".into())
    );
    assert_eq!(
        (query.zone_name.as_str(), query.rules, query.compare, query.grain),
        ("Europe/Paris", RuleSet::Matomo, None, None)
    );
    let nothing_known =
        Query::from_ask(&Ask { indicators: words(&["gains"]), ..Ask::default() }, "UTC", None, now()).unwrap();
    assert_eq!(
        (nothing_known.period.from.to_string(), nothing_known.period.to.to_string()),
        ("2026-10-24".into(), "2026-11-23".into())
    );
}

#[test]
fn words_are_understood() {
    let query = understand(&Ask {
        indicators: words(&["interactions"]),
        from: Some("2026-11-01".into()),
        to: Some("2026-12-01".into()),
        by: words(&["space", "week", " kind ", ""]),
        filters: vec![("network".into(), "x".into()), ("network".into(), "mastodon".into())],
        zone: Some("asia/kathmandu".into()),
        compare: Some("year".into()),
        rules: Some("ga4".into()),
    })
    .unwrap();
    assert_eq!((query.grain, query.splits), (Some(Grain::Week), vec![Split::Space, Split::Kind]));
    assert_eq!(query.filters, [(Split::Network, words(&["x", "mastodon"]))]);
    assert_eq!(
        (query.zone_name.as_str(), query.compare, query.rules),
        ("Asia/Kathmandu", Some(Compare::Year), RuleSet::Ga4)
    );
}

#[test]
fn the_first_wrong_word_is_named() {
    let ask = || Ask { indicators: words(&["gains"]), ..Ask::default() };
    let cases = [
        (Ask { indicators: words(&["gain"]), ..ask() }, AskError::UnknownIndicator("gain".into())),
        (Ask::default(), AskError::UnknownIndicator(String::new())),
        (Ask { by: words(&["moon"]), ..ask() }, AskError::UnknownSplit("moon".into())),
        (Ask { by: words(&["day", "week"]), ..ask() }, AskError::TwoGrains),
        (
            Ask { by: words(&["kind"]), ..ask() },
            AskError::NoSuchSplit { indicator: "gains".into(), split: "kind".into() },
        ),
        (
            Ask { filters: vec![("channel".into(), "direct".into())], ..ask() },
            AskError::NoSuchSplit { indicator: "gains".into(), split: "channel".into() },
        ),
        (Ask { from: Some("22/11/2026".into()), ..ask() }, AskError::NotADate("22/11/2026".into())),
        (
            Ask { from: Some("2026-02-01".into()), to: Some("2026-01-01".into()), ..ask() },
            AskError::EmptyPeriod { from: "2026-02-01".parse().unwrap(), to: "2026-01-01".parse().unwrap() },
        ),
        (Ask { zone: Some("Paris".into()), ..ask() }, AskError::UnknownZone("Paris".into())),
        (Ask { filters: vec![("moon".into(), "full".into())], ..ask() }, AskError::UnknownFilter("moon".into())),
        (Ask { compare: Some("before".into()), ..ask() }, AskError::UnknownCompare("before".into())),
        (Ask { rules: Some("mine".into()), ..ask() }, AskError::UnknownRules("mine".into())),
        (
            Ask { by: words(&["hour"]), from: Some("2020-01-01".into()), to: Some("2026-01-01".into()), ..ask() },
            AskError::TooManyRows { rows: 52_608, limit: ROW_LIMIT },
        ),
    ];
    for (ask, expected) in cases {
        assert_eq!(understand(&ask).err(), Some(expected), "{ask:?}");
    }
}
