//! What the team publishes: when, who, what it is made of, with which words; then what the community makes of it.

use super::chance::Chance;
use super::crowd::Crowd;
use super::phrases;
use super::rhythm::growth;
use super::scene::{Purpose, Scene, Sheet, bare};
use super::{figures, reactions};
use model::{ContentType, Fact, FactKind, Millis, Piece, Post, Precision, ZoneRule};

/// How one post fares against another: 17 quantiles in thousandths, mean about 1050; a few go far.
const FORTUNE: &[u64] = &[100, 160, 220, 280, 340, 410, 480, 560, 650, 750, 880, 1040, 1260, 1580, 2100, 3100, 5600];

/// How much a post receives over its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Echo {
    /// Likes and reactions.
    pub(super) likes: u64,
    /// Comments.
    pub(super) comments: u64,
    /// Shares.
    pub(super) shares: u64,
    /// What it would receive if it counted interactions of another sort (clicks of a newsletter).
    pub(super) interest: u64,
}

/// Writes the posts of the day, and what answers them.
pub(super) fn write(scene: &Scene, crowd: &Crowd, sheet: &mut Sheet) {
    let mut chance = scene.chance(Purpose::Posts, 0);
    for rank in 0..how_many(scene, &mut chance) {
        let mut chance = scene.chance(Purpose::Posts, rank + 1);
        let at = scene.day.moment(scene.client.desk, &mut chance);
        let place = chance.weighted(scene.plan.types, |(_, weight, _)| *weight).unwrap_or(0);
        let (content_type, _, pull) = scene.plan.types.get(place).copied().unwrap_or((ContentType::Unknown, 1, 1000));
        let native = format!("{}-{}", scene.stamp(), rank + 1);
        let text = phrases::post(scene.client.subject, content_type, &mut chance);
        let url = format!("https://{}.example/{}/{native}", scene.plan.network, scene.client.slug);
        let actor = scene.teammate(&mut chance);
        let echo = echo(scene, pull, &mut chance);
        if !sheet.span.holds(at) {
            continue;
        }
        sheet.ready.push_back(Piece::Post(Post {
            native: native.clone(),
            at,
            zone_rule: ZoneRule::Told,
            precision: Precision::Exact,
            content_type,
            text: Some(text),
            url: Some(url.clone()),
        }));
        let bare = bare(kind_of(content_type), native.clone(), at);
        sheet.fact(Fact { actor, post: Some(native.clone()), url: Some(url), ..bare });
        figures::of_post(scene, &native, at, &echo, &mut chance, sheet);
        if scene.plan.told.acts {
            reactions::write(scene, crowd, &native, at, &echo, &mut scene.chance(Purpose::Reactions, rank), sheet);
        }
    }
}

fn how_many(scene: &Scene, chance: &mut Chance) -> u64 {
    match scene.plan.weekly {
        Some(weekday) => u64::from(scene.day.date.weekday().to_monday_zero_offset() == weekday),
        None => chance.count(scene.plan.posts * scene.client.desk.pace(scene.day.date) / 1000),
    }
}

const fn kind_of(content_type: ContentType) -> FactKind {
    match content_type {
        ContentType::Status => FactKind::Status,
        ContentType::Article => FactKind::Article,
        _ => FactKind::Post,
    }
}

fn echo(scene: &Scene, pull: u64, chance: &mut Chance) -> Echo {
    let date = scene.day.date;
    let usual = scene.plan.interactions * scene.density / 1000 * growth(date) / 1000;
    let interest = usual * scene.client.audience.season(date) / 1000 * pull / 1000 * chance.along(FORTUNE) / 1000;
    let [likes, comments, shares] = scene.plan.parts;
    Echo {
        likes: chance.about(interest * likes / 1000 * scene.mood.likes / 1000),
        comments: chance.about(interest * comments / 1000 * scene.mood.comments / 1000),
        shares: chance.about(interest * shares / 1000),
        interest: chance.about(interest),
    }
}

/// The share of a post's life that is over after so long, in thousandths: a week, and most of it in the first day.
pub(super) fn lived(published: Millis, seen: Millis) -> u64 {
    let age = u64::try_from((seen.0 - published.0) / 60_000).unwrap_or(0);
    let step = reactions::DELAYS.iter().position(|delay| *delay > age).unwrap_or(reactions::DELAYS.len());
    let last = reactions::DELAYS.len().saturating_sub(1);
    u64::try_from(step.saturating_sub(1) * 1000 / last).unwrap_or(1000)
}
