//! That what the sample tells holds together: followers against gains and losses, people, conversations, coverage.

use super::{All, END, spaces};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{FactKind, Metric, Observation, Shape, Side, Subject, What, Window};
use sources::sample::{Growth, Rows, sample};
use std::collections::{HashMap, HashSet};

fn days(observations: &[Observation], metric: Metric, shape: Shape) -> Vec<(Date, f64)> {
    let figures = observations.iter().filter(|one| one.metric == metric && one.shape == shape);
    figures
        .filter(|one| one.subject == Subject::Space)
        .map(|one| match &one.window {
            Window::Day { date, .. } => (*date, one.value),
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn followers_are_those_before_plus_gains_minus_losses() {
    let sample = sample(END, Rows::Usual);
    let mut checked = 0;
    for (client, space) in
        sample.clients.iter().flat_map(|client| client.spaces.iter().map(move |space| (client, space)))
    {
        let all = All::of(space);
        let levels = days(&all.observations, Metric::Followers, Shape::Level);
        let zone = TimeZone::get(client.zone).unwrap();
        let mut change: HashMap<Date, f64> = HashMap::new();
        match space.told.growth {
            Growth::OneByOne => {
                for fact in &all.facts {
                    let sign = match fact.kind {
                        FactKind::Follow => 1.0,
                        FactKind::Unfollow => -1.0,
                        _ => continue,
                    };
                    let instant = Timestamp::from_millisecond(fact.at.0).unwrap();
                    *change.entry(zone.to_datetime(instant).date()).or_default() += sign;
                }
            }
            Growth::GainsAndLosses => {
                for (metric, sign) in [(Metric::Gains, 1.0), (Metric::Losses, -1.0)] {
                    for (date, value) in days(&all.observations, metric, Shape::Flow) {
                        *change.entry(date).or_default() += sign * value;
                    }
                }
            }
            Growth::NotTold | Growth::GainsOnly | Growth::LevelsOnly => continue,
        }
        assert_eq!(levels[0].0, space.from.yesterday().unwrap(), "{}: the level before the first day", space.name);
        assert_eq!(levels.last().unwrap().0, space.until.yesterday().unwrap(), "{}", space.name);
        for pair in levels.windows(2) {
            let between = change.iter().filter(|(date, _)| pair[0].0 < **date && **date <= pair[1].0);
            let sum: f64 = between.map(|(_, change)| change).sum();
            assert_eq!(pair[1].1, pair[0].1 + sum, "{} {:?}", space.name, pair);
            checked += 1;
        }
    }
    assert!(checked > 2_000, "{checked}");
}

#[test]
fn a_network_of_totals_tells_no_gain_and_one_of_gains_no_loss() {
    for space in spaces(&sample(END, Rows::Usual)) {
        let all = All::of(space);
        let has = |metric| all.observations.iter().any(|one| one.metric == metric && one.subject == Subject::Space);
        let acts = all.facts.iter().any(|fact| matches!(fact.kind, FactKind::Follow | FactKind::Unfollow));
        let seen = (has(Metric::Followers), has(Metric::Gains), has(Metric::Losses), acts);
        let expected = match space.told.growth {
            Growth::NotTold => (false, false, false, false),
            Growth::OneByOne => (true, false, false, true),
            Growth::GainsAndLosses => (true, true, true, false),
            Growth::GainsOnly => (false, true, false, false),
            Growth::LevelsOnly => (true, false, false, false),
        };
        assert_eq!(seen, expected, "{}", space.name);
        let lacks = space.told.lacks();
        assert_eq!(lacks.contains(&Metric::Losses), !seen.2 && !acts && (seen.0 || seen.1), "{}", space.name);
    }
}

#[test]
fn nobody_leaves_twice_or_before_coming_or_acts_after_leaving() {
    for (client, slug) in
        [("office-valombre", "instagram"), ("courrier-mirelande", "mastodon"), ("rh-solenval", "newsletter")]
    {
        let all = All::named(client, slug);
        let who = |fact: &model::Fact| fact.actor.as_ref().unwrap().native.clone();
        let came: HashMap<String, i64> = all.of_kind(FactKind::Follow).map(|fact| (who(fact), fact.at.0)).collect();
        let mut left: HashMap<String, i64> = HashMap::new();
        for fact in all.of_kind(FactKind::Unfollow) {
            assert!(left.insert(who(fact), fact.at.0).is_none(), "{slug}: {fact:?} twice");
            assert!(came.get(&who(fact)).is_none_or(|came| *came < fact.at.0), "{slug}: {fact:?} before coming");
        }
        assert!(left.len() > 300, "{slug}");
        for fact in all.facts.iter().filter(|fact| FactKind::CORE_ACTS.contains(&fact.kind)) {
            assert!(left.get(&who(fact)).is_none_or(|left| fact.at.0 < *left), "{slug}: {fact:?} after leaving");
        }
    }
}

#[test]
fn answers_follow_what_they_answer() {
    let all = All::named("courrier-mirelande", "mastodon");
    let said: HashMap<&str, i64> = all.facts.iter().map(|fact| (fact.native.as_str(), fact.at.0)).collect();
    let posts: HashSet<&str> = all.posts.iter().map(|post| post.native.as_str()).collect();
    let mut waits = Vec::new();
    for fact in &all.facts {
        assert!(fact.post.as_deref().is_none_or(|post| posts.contains(post)), "{fact:?}");
        let answers = matches!(fact.kind, FactKind::Reply | FactKind::ReplyReceived | FactKind::Moderation);
        assert_eq!(fact.reply_to.is_some(), answers, "{fact:?}");
        if let Some(asked) = &fact.reply_to {
            let wait = fact.at.0 - said[asked.as_str()];
            assert!(wait >= 0, "{fact:?}");
            waits.push(wait / 60_000);
        }
        let team = fact.kind.side() == Side::Team;
        let actor = fact.actor.as_ref().unwrap();
        assert_eq!(actor.display.is_some(), team, "only the team has names: {fact:?}");
    }
    waits.sort_unstable();
    let median = waits[waits.len() / 2];
    assert!((20..=180).contains(&median), "median wait of {median} minutes");
}

#[test]
fn every_act_lies_in_a_stretch_that_covers_it() {
    for space in spaces(&sample(END, Rows::Usual)) {
        let all = All::of(space);
        let covers: HashMap<What, model::Span> = all.coverage.iter().map(|one| (one.what, one.span)).collect();
        assert_eq!(covers.len(), all.coverage.len(), "{}: each once", space.name);
        for fact in &all.facts {
            let span = covers.get(&What::Facts(fact.kind)).unwrap_or_else(|| panic!("{}: {fact:?}", space.name));
            assert!(span.holds(fact.at), "{}: {fact:?}", space.name);
        }
        for visit in &all.visits {
            assert!(covers[&What::Visits].holds(visit.from));
        }
        for one in &all.observations {
            if let Subject::Post(_) = one.subject {
                assert!(covers.contains_key(&What::Posts(one.metric)), "{}: {one:?}", space.name);
            }
        }
    }
}
