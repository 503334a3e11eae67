//! Random histories: the answer over folded reads must equal the second opinion over raw facts.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::naive::{CHECKED, Opinion};
use super::random::{Chance, Stage, ZONES, history};
use super::ready;
use crate::ask::{Ask, Query};
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
