//! That what was to happen happens: the crisis, the purge of bots, the space that stopped, the one that began late.

use super::{All, END, space_of, spaces};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use model::{FactKind, Metric, Window};
use sources::sample::{Rows, sample};
use std::collections::{HashMap, HashSet};

fn by_day(all: &All, kind: FactKind) -> HashMap<Date, u64> {
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let mut days = HashMap::new();
    for fact in all.of_kind(kind) {
        *days.entry(zone.to_datetime(Timestamp::from_millisecond(fact.at.0).unwrap()).date()).or_default() += 1;
    }
    days
}

fn median(days: &HashMap<Date, u64>) -> u64 {
    let mut counts: Vec<u64> = days.values().copied().collect();
    counts.sort_unstable();
    counts[counts.len() / 2]
}

#[test]
fn the_newspaper_goes_through_three_days_of_crisis() {
    let mastodon = All::named("courrier-mirelande", "mastodon");
    for (kind, times) in [(FactKind::Mention, 7), (FactKind::Comment, 4), (FactKind::Unfollow, 7)] {
        let days = by_day(&mastodon, kind);
        for day in [6, 7, 8] {
            let found = days[&date(2026, 10, day)];
            assert!(found >= times * median(&days), "{kind} on 2026-10-{day}: {found}, usually {}", median(&days));
        }
        let calm = days.get(&date(2026, 9, 22)).copied().unwrap_or(0);
        assert!(calm <= 3 * median(&days), "{kind}: {calm} two weeks before");
    }
    let x = All::named("courrier-mirelande", "x");
    let lost = |on: Date| {
        let of_day = |window: &Window| matches!(window, Window::Day { date, .. } if *date == on);
        x.observations.iter().find(|one| one.metric == Metric::Losses && of_day(&one.window)).unwrap().value
    };
    assert!(lost(date(2026, 10, 7)) > 6.0 * lost(date(2026, 9, 22)));
}

#[test]
fn bots_of_the_tourist_office_go_in_one_night_and_had_never_acted() {
    let instagram = All::named("office-valombre", "instagram");
    let lost = by_day(&instagram, FactKind::Unfollow);
    let purge = lost[&date(2026, 9, 15)];
    assert!((600..1_300).contains(&purge), "{purge}");
    assert!(lost.iter().all(|(day, count)| *day == date(2026, 9, 15) || *count < 60));
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let purged: HashSet<&str> = instagram
        .of_kind(FactKind::Unfollow)
        .map(|fact| (fact.actor.as_ref().unwrap().native.as_str(), fact.at))
        .filter(|(who, _)| who.starts_with('b'))
        .map(|(who, at)| {
            let at = zone.to_datetime(Timestamp::from_millisecond(at.0).unwrap());
            assert!(at.date() == date(2026, 9, 15) && (2..5).contains(&at.hour()), "{at}");
            who
        })
        .collect();
    assert!(purged.len() as u64 * 10 > purge * 9);
    let acts = instagram.facts.iter().filter(|fact| FactKind::CORE_ACTS.contains(&fact.kind));
    assert!(acts.into_iter().all(|fact| !purged.contains(fact.actor.as_ref().unwrap().native.as_str())));
}

#[test]
fn any_two_years_hold_one_crisis_and_one_purge() {
    for end in [date(2026, 3, 1), date(2026, 11, 22), date(2027, 6, 30), date(2031, 1, 1)] {
        let sample = sample(end, Rows::Usual);
        let mastodon = by_day(&All::of(&space_of(&sample, "courrier-mirelande", "mastodon")), FactKind::Mention);
        let usual = median(&mastodon).max(1);
        let hot: Vec<_> = mastodon.iter().filter(|(_, count)| **count > 3 * usual).collect();
        assert!(hot.len() == 3, "{end}: {hot:?}");
        let instagram = by_day(&All::of(&space_of(&sample, "office-valombre", "instagram")), FactKind::Unfollow);
        assert_eq!(instagram.values().filter(|count| **count > 300).count(), 1, "{end}");
    }
}

#[test]
fn one_space_stopped_three_months_ago_and_one_began_eight_months_ago() {
    let sample = sample(END, Rows::Usual);
    let stopped: Vec<&str> = spaces(&sample).filter(|space| space.until < sample.end).map(|space| space.slug).collect();
    let recent: Vec<&str> = spaces(&sample).filter(|space| space.from > sample.from).map(|space| space.slug).collect();
    assert_eq!((stopped, recent), (vec!["threads"], vec!["youtube"]));
    let threads = All::of(&space_of(&sample, "courrier-mirelande", "threads"));
    let last = threads.facts.iter().map(|fact| fact.at).max().unwrap();
    let stop = date(2026, 8, 22).to_zoned(TimeZone::get("Europe/Paris").unwrap()).unwrap().timestamp().as_millisecond();
    assert!(last.0 < stop && last.0 > stop - 24 * 3_600_000, "{last:?}");
    let youtube = All::of(&space_of(&sample, "office-valombre", "youtube"));
    assert!(youtube.posts.iter().map(|post| post.at.0).min().unwrap() > stop - 160 * 24 * 3_600_000);
}
