//! The figures that a service tells instead of acts: followers, gains and losses of a day, figures of a day, lifetime
//! figures of a post.

use super::chance::Chance;
use super::crowd::{Crowd, Turnover};
use super::posts::{Echo, lived};
use super::scene::{Purpose, Scene, Sheet};
use super::told::Growth;
use jiff::civil::Date;
use model::{Metric, Millis, Observation, Piece, Shape, Subject, Window};

/// Interactions of a thousand people reached: quantiles between 1 and 5 %.
const ENGAGEMENT: &[u64] = &[10, 14, 18, 22, 26, 31, 37, 48];

/// A post's figures stand still after four weeks.
const SETTLED_MS: i64 = 28 * 24 * 3_600_000;

/// Writes the figures of a day, and the followers at its end.
pub(super) fn of_day(scene: &Scene, day: &Turnover, at_end: &Crowd, last: bool, sheet: &mut Sheet) {
    let mut chance = scene.chance(Purpose::Figures, 0);
    let told = &scene.plan.told;
    let date = scene.day.date;
    let mut flow = |metric, value| sheet.ready.push_back(of_space(scene, metric, Shape::Flow, date, value));
    if matches!(told.growth, Growth::GainsAndLosses | Growth::GainsOnly) {
        flow(Metric::Gains, day.gains());
    }
    if told.growth == Growth::GainsAndLosses {
        flow(Metric::Losses, day.losses());
    }
    if !told.per_day.is_empty() {
        let echo = a_day(scene, &mut chance);
        let seen = Seen::of(&echo, &mut chance);
        for metric in told.per_day {
            flow(*metric, seen.value(*metric, &echo));
        }
    }
    let sunday = date.weekday() == jiff::civil::Weekday::Sunday;
    let shown = match told.growth {
        Growth::NotTold | Growth::GainsOnly => false,
        Growth::OneByOne => sunday || last,
        Growth::GainsAndLosses | Growth::LevelsOnly => true,
    };
    if shown {
        level(scene, date, at_end, sheet);
    }
}

/// Writes the followers at the end of a day.
pub(super) fn level(scene: &Scene, date: Date, crowd: &Crowd, sheet: &mut Sheet) {
    if !matches!(scene.plan.told.growth, Growth::NotTold | Growth::GainsOnly) {
        sheet.ready.push_back(of_space(scene, Metric::Followers, Shape::Level, date, crowd.level()));
    }
}

/// Writes the lifetime figures of a post, as last seen before the stretch ends.
pub(super) fn of_post(scene: &Scene, post: &str, posted: Millis, echo: &Echo, chance: &mut Chance, sheet: &mut Sheet) {
    let seen_at = Millis((posted.0 + SETTLED_MS).min(sheet.span.to.0));
    let seen = Seen::of(echo, chance);
    for metric in scene.plan.told.per_post {
        let value = seen.value(*metric, echo) * lived(posted, seen_at) / 1000;
        sheet.ready.push_back(Piece::Observation(Observation {
            subject: Subject::Post(post.into()),
            metric: *metric,
            shape: Shape::Level,
            value: exact(value),
            window: Window::Lifetime,
            observed_at: Some(seen_at),
        }));
    }
}

/// What an ordinary day's posts receive together, where only the day's sum is told.
fn a_day(scene: &Scene, chance: &mut Chance) -> Echo {
    let interest = chance.count(scene.amount(scene.plan.interactions * scene.plan.posts / 1000)) * 1000;
    let [likes, comments, shares] = scene.plan.parts;
    Echo {
        likes: chance.about(interest * likes / 1000 * scene.mood.likes / 1000),
        comments: chance.about(interest * comments / 1000 * scene.mood.comments / 1000),
        shares: chance.about(interest * shares / 1000),
        interest: interest / 1000,
    }
}

/// How widely something was seen.
struct Seen {
    reach: u64,
    impressions: u64,
    clicks: u64,
    visitors: u64,
}

impl Seen {
    fn of(echo: &Echo, chance: &mut Chance) -> Self {
        let acts = (echo.likes + echo.comments + echo.shares).max(echo.interest);
        let reach = acts * 1000 / chance.along(ENGAGEMENT).max(1);
        Self {
            reach,
            impressions: reach * (1150 + chance.below(700)) / 1000,
            clicks: acts * (150 + chance.below(500)) / 1000,
            visitors: acts * (60 + chance.below(120)) / 1000,
        }
    }

    const fn value(&self, metric: Metric, echo: &Echo) -> u64 {
        match metric {
            Metric::Likes => echo.likes,
            Metric::Comments => echo.comments,
            Metric::Shares => echo.shares,
            Metric::Engagements => echo.likes + echo.comments + echo.shares + self.clicks,
            Metric::Reach => self.reach,
            Metric::Impressions | Metric::VideoViews => self.impressions,
            Metric::LinkClicks | Metric::Clicks => self.clicks,
            Metric::ProfileViews => self.visitors,
            _ => 0,
        }
    }
}

fn of_space(scene: &Scene, metric: Metric, shape: Shape, date: Date, value: u64) -> Piece {
    let zone = if scene.plan.told.growth == Growth::OneByOne && metric == Metric::Followers {
        Some(scene.client.zone)
    } else {
        scene.plan.told.zone
    };
    Piece::Observation(Observation {
        subject: Subject::Space,
        metric,
        shape,
        value: exact(value),
        window: Window::Day { date, zone: zone.map(str::to_owned) },
        observed_at: None,
    })
}

fn exact(value: u64) -> f64 {
    u32::try_from(value).map_or(f64::from(u32::MAX), f64::from)
}
