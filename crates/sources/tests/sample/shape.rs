//! That the sample looks like life: hours, weekdays, seasons, growth, few who do much, posts that fare unequally.

use super::{All, END, spaces};
use jiff::Timestamp;
use jiff::civil::{DateTime, Weekday};
use jiff::tz::TimeZone;
use model::{ContentType, Fact, FactKind, Metric, Subject};
use sources::sample::{Rows, sample};
use std::collections::HashMap;

fn local(zone: &str, at: model::Millis) -> DateTime {
    TimeZone::get(zone).unwrap().to_datetime(Timestamp::from_millisecond(at.0).unwrap())
}

fn share(facts: &[&Fact], zone: &str, inside: impl Fn(DateTime) -> bool) -> f64 {
    facts.iter().filter(|fact| inside(local(zone, fact.at))).count() as f64 / facts.len() as f64
}

#[test]
fn holiday_makers_come_in_summer_readers_in_the_morning_workers_on_weekdays() {
    let instagram = All::named("office-valombre", "instagram");
    let likes: Vec<&Fact> = instagram.of_kind(FactKind::Like).collect();
    let summer = share(&likes, "Europe/Paris", |at| matches!(at.month(), 7 | 8));
    let winter = share(&likes, "Europe/Paris", |at| matches!(at.month(), 1 | 2));
    assert!(summer > 3.0 * winter, "summer {summer:.3}, winter {winter:.3}");
    let evening = share(&likes, "Europe/Paris", |at| (18..22).contains(&at.hour()));
    assert!(evening > 0.22, "{evening:.3}");

    let mastodon = All::named("courrier-mirelande", "mastodon");
    let likes: Vec<&Fact> = mastodon.of_kind(FactKind::Like).collect();
    let morning = share(&likes, "Europe/Paris", |at| (6..10).contains(&at.hour()));
    let night = share(&likes, "Europe/Paris", |at| at.hour() < 4);
    assert!(morning > 0.26 && night < 0.05, "morning {morning:.3}, night {night:.3}");

    let instagram = All::named("rh-solenval", "instagram");
    let follows: Vec<&Fact> = instagram.of_kind(FactKind::Follow).collect();
    let weekend = |at: DateTime| matches!(at.weekday(), Weekday::Saturday | Weekday::Sunday);
    let weekend = share(&follows, "Indian/Reunion", weekend);
    let office = share(&follows, "Indian/Reunion", |at| (8..18).contains(&at.hour()));
    assert!(weekend < 0.14 && office > 0.65, "weekend {weekend:.3}, office hours {office:.3}");
}

#[test]
fn communities_grow_from_year_to_year() {
    let mastodon = All::named("courrier-mirelande", "mastodon");
    let middle = mastodon.coverage[0].span;
    let middle = i64::midpoint(middle.from.0, middle.to.0);
    let (second, first): (Vec<&Fact>, Vec<&Fact>) =
        mastodon.of_kind(FactKind::Like).partition(|fact| fact.at.0 >= middle);
    let growth = second.len() as f64 / first.len() as f64;
    assert!((1.02..1.25).contains(&growth), "{growth:.3}");
}

#[test]
fn a_tenth_of_the_members_does_much_of_what_is_done() {
    let mastodon = All::named("courrier-mirelande", "mastodon");
    let mut acts: HashMap<&str, usize> = HashMap::new();
    for fact in mastodon.facts.iter().filter(|fact| FactKind::CORE_ACTS.contains(&fact.kind)) {
        *acts.entry(&fact.actor.as_ref().unwrap().native).or_default() += 1;
    }
    let mut acts: Vec<usize> = acts.into_values().collect();
    acts.sort_unstable_by(|a, b| b.cmp(a));
    let all: usize = acts.iter().sum();
    let first: usize = acts.iter().take(acts.len() / 10).sum();
    let share = first as f64 / all as f64;
    assert!((0.35..0.75).contains(&share), "{share:.3} of {} members", acts.len());
}

#[test]
fn nobody_likes_the_same_post_twice() {
    let instagram = All::named("office-valombre", "instagram");
    let mut seen = std::collections::HashSet::new();
    for like in instagram.of_kind(FactKind::Like) {
        assert!(seen.insert((like.post.clone(), like.actor.as_ref().unwrap().native.clone())), "{like:?}");
    }
}

#[test]
fn engagement_is_plausible_and_posts_fare_unequally() {
    let facebook = All::named("office-valombre", "facebook");
    let mut posts: HashMap<&str, HashMap<Metric, f64>> = HashMap::new();
    for one in &facebook.observations {
        if let Subject::Post(post) = &one.subject {
            posts.entry(post.as_str()).or_default().insert(one.metric, one.value);
        }
    }
    let mut acts: Vec<f64> = Vec::new();
    let (mut reached, mut shown) = (0.0, 0.0);
    for figures in posts.values() {
        let of = |metric| figures[&metric];
        acts.push(of(Metric::Likes) + of(Metric::Comments) + of(Metric::Shares));
        assert!(of(Metric::Impressions) >= of(Metric::Reach), "{figures:?}");
        reached += of(Metric::Reach);
        shown += of(Metric::Impressions);
    }
    acts.sort_unstable_by(|a, b| b.total_cmp(a));
    let all: f64 = acts.iter().sum();
    let rate = 100.0 * all / reached;
    assert!((1.0..=5.0).contains(&rate), "{rate:.2} %");
    assert!((1.1..2.0).contains(&(shown / reached)));
    let head: f64 = acts.iter().take(acts.len() / 10).sum();
    assert!((0.28..0.55).contains(&(head / all)), "the first tenth of posts has {:.3}", head / all);
    let per_post = all / acts.len() as f64;
    assert!((90.0..220.0).contains(&per_post), "{per_post:.1}");
}

#[test]
fn teams_write_in_french_in_several_types_under_their_roles() {
    for space in spaces(&sample(END, Rows::Usual)) {
        let all = All::of(space);
        if all.posts.is_empty() {
            continue;
        }
        let roles: std::collections::HashSet<&str> =
            all.facts.iter().filter_map(|fact| fact.actor.as_ref()?.display.as_deref()).collect();
        assert!(roles.len() > 1 && roles.iter().all(|role| space.team().contains(role)), "{}: {roles:?}", space.name);
        for post in &all.posts {
            let text = post.text.as_deref().unwrap();
            let wrong = [" ?", " !", " :", " ;", "'"].iter().any(|sign| text.contains(sign));
            assert!(!wrong && text.len() > 20 && text.len() < 140, "{text}");
            assert_ne!(post.content_type, ContentType::Unknown);
        }
    }
}

#[test]
fn visits_come_from_everywhere_and_a_third_without_a_referrer() {
    for space in spaces(&sample(END, Rows::Usual)) {
        let visits = All::of(space).visits;
        if visits.is_empty() {
            continue;
        }
        let part = |inside: &dyn Fn(&model::Origin) -> bool| {
            100 * visits.iter().filter(|visit| inside(&visit.origin)).count() / visits.len()
        };
        let bare = part(&|origin| origin.referrer.is_none());
        assert!((25..=35).contains(&bare), "{}: {bare} %", space.name);
        for host in ["google.com", "facebook.com", "chatgpt.com", "mail.google.com", "fr.wikipedia.org"] {
            assert!(
                visits.iter().any(|visit| visit.origin.referrer.as_deref() == Some(host)),
                "{}: {host}",
                space.name
            );
        }
        assert!(part(&|origin| origin.click_id.is_some()) >= 3, "{}", space.name);
        assert!(visits.iter().all(|visit| visit.last >= visit.from && visit.pages >= 1 && visit.origin.told));
        assert!(visits.iter().any(|visit| visit.pages > 1));
    }
}
