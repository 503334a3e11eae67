//! Random histories: the answer over folded reads must equal the second opinion over raw facts.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::naive::{CHECKED, Opinion};
use super::random::{Chance, Stage, ZONES, history};
use super::ready;
use crate::answer::Status;
use crate::ask::{Ask, Query, Split};
use crate::fold::start_of_day;
use crate::{AnswerError, answer_to};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{ContentType, FactKind, Millis, Network};
use proptest::prelude::*;

/// A question drawn from the same chance as the history.
fn question(chance: &mut Chance, stage: &Stage, indicator: &str) -> Ask {
    let from = stage.from.checked_add((chance.below(stage.days + 4) - 3).days()).unwrap();
    let to = from.checked_add((1 + chance.below(40)).days()).unwrap();
    let grain = chance.one(&["", "hour", "day", "week", "month", "quarter", "year"], "");
    let to = if grain == "hour" { from.checked_add((1 + chance.below(3)).days()).unwrap() } else { to };
    let splits = crate::indicator::find(indicator).unwrap().splits;
    let split = chance.one(splits, splits[0]);
    let mut by = vec![grain.to_owned()];
    if chance.percent(60) && split.as_str() != "post" {
        by.push(split.to_string());
    }
    let mut filters = Vec::new();
    let filter = match chance.one(splits, splits[0]).as_str() {
        "client" => Some(("client", "north")),
        "network" => Some(("network", Network::Facebook.as_str())),
        "kind" => Some(("kind", FactKind::Like.as_str())),
        "content_type" => Some(("content_type", ContentType::Photo.as_str())),
        "person" => Some(("person", "Ada")),
        "channel" => Some(("channel", "organic_social")),
        _ => None,
    };
    if let Some((key, value)) = filter.filter(|_| chance.percent(40)) {
        filters.push((key.to_owned(), value.to_owned()));
    }
    Ask {
        indicators: vec![indicator.to_owned()],
        from: Some(from.to_string()),
        to: Some(to.to_string()),
        by,
        filters,
        zone: Some(chance.one(ZONES, "UTC").to_owned()),
        ..Ask::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_equal_the_second_opinion(seed: u64, start in 0i64..3600, which in 0..CHECKED.len()) {
        let from = Date::constant(2016, 1, 1).checked_add(start.days()).unwrap();
        let stage = Stage { from, days: 12, facts: 120 };
        let memory = history(seed, &stage);
        let mut chance = Chance::new(seed ^ 0x5eed);
        let ask = question(&mut chance, &stage, CHECKED[which]);
        // Sometimes the present moment lies inside the question.
        let now = start_of_day(from, &TimeZone::UTC).0 + if chance.percent(30) { chance.below(12 * 86_400_000) } else { 400 * 86_400_000 };
        let query = Query::from_ask(&ask, "UTC", None, Millis(now)).unwrap();
        let answer = match ready(answer_to(&memory, &memory.scope(), &query)) {
            Ok(answer) => answer,
            Err(AnswerError::Ask(_)) => return Ok(()),
            Err(error) => panic!("{error}"),
        };
        let opinion = Opinion::new(&memory, &query);
        for series in &answer.series {
            let mut names: Vec<String> = Vec::new();
            let first = series.rows.first().map(|row| row.keys.clone());
            for row in &series.rows {
                let period = row.period.as_ref().map(|period| period.id.clone()).unwrap_or_default();
                if Some(&row.keys) == first.as_ref() {
                    names.push(period.clone());
                }
                let plain = opinion.figure(series.indicator.id, &row.keys, &period);
                let same = match (row.figure.value, plain.value) {
                    (Some(ours), Some(theirs)) => (ours - theirs).abs() < 1e-9,
                    (None, None) => true,
                    _ => false,
                };
                prop_assert!(same && row.figure.status == plain.status, "{} {:?} {}: {:?} and {:?}\n{:?}", series.indicator.id, row.keys, period, row.figure, plain, ask);
            }
            if first.is_some() {
                prop_assert_eq!(&names, &opinion.periods(), "periods of {:?}", ask);
            }
        }
    }
}

proptest! {
    // Every case asks hundreds of questions.
    #![proptest_config(ProptestConfig { cases: 2, failure_persistence: None, ..ProptestConfig::default() })]

    /// A question about one post alone is its row among all posts, whatever the indicator; nobody else's figure.
    #[test]
    fn a_post_alone_answers_like_its_row(seed: u64) {
        let from = Date::constant(2016, 1, 1);
        let memory = history(seed, &Stage { from, days: 12, facts: 120 });
        let asked = |indicator: &str, by: &[&str], post: Option<&str>| {
            let ask = Ask {
                indicators: vec![indicator.to_owned()],
                from: Some(from.to_string()),
                to: Some(from.checked_add(14.days()).unwrap().to_string()),
                by: by.iter().map(|by| (*by).to_owned()).collect(),
                filters: post.map(|post| ("post".to_owned(), post.to_owned())).into_iter().collect(),
                zone: Some("Europe/Paris".to_owned()),
                compare: Some("previous".to_owned()),
                ..Ask::default()
            };
            let now = start_of_day(from, &TimeZone::UTC).0 + 400 * 86_400_000;
            let query = Query::from_ask(&ask, "UTC", None, Millis(now)).unwrap();
            ready(answer_to(&memory, &memory.scope(), &query)).unwrap().series.remove(0).rows
        };
        for indicator in crate::indicator::ALL.iter().filter(|one| one.splits.contains(&Split::Post)) {
            let rows = asked(indicator.id, &["post"], None);
            prop_assert!(!rows.is_empty());
            for row in rows.iter().step_by(7) {
                let post = row.keys[0].id.as_str();
                let alone = asked(indicator.id, &[], Some(post));
                prop_assert_eq!(alone.len(), 1);
                prop_assert_eq!(&alone[0].figure, &row.figure, "{} of {}", indicator.id, post);
                prop_assert!(alone[0].before.is_none(), "a post has no past");
                // By day, it stands on the day it came out; the other days have no such post.
                let days = asked(indicator.id, &["day"], Some(post));
                let told: Vec<_> =
                    days.iter().filter(|day| day.figure.caveats.iter().all(|said| said.code != "post-not-here")).collect();
                prop_assert_eq!((days.len(), told.len()), (14, 1), "{} of {}", indicator.id, post);
                prop_assert_eq!(told[0].figure.value, row.figure.value);
                for day in days.iter().filter(|day| day.figure.caveats.iter().any(|said| said.code == "post-not-here")) {
                    prop_assert_eq!((day.figure.value, day.figure.status), (None, Status::NotDefined));
                }
            }
            let nobody = asked(indicator.id, &[], Some("0"));
            prop_assert_eq!((nobody[0].figure.value, nobody[0].figure.status), (None, Status::NotDefined));
        }
    }
}
