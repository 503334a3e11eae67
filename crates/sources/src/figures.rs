//! Short ways to read the figures of a row and to write the observations that most exports are made of. No format is
//! known here.

use crate::table::{Columns, Row};
use crate::trouble::Trouble;
use jiff::civil::Date;
use model::{ContentType, Fact, FactKind, Metric, Millis, Observation, Piece, Post, Shape, Subject, Window};

/// The figures of a row, as the columns say which they are; a cell without figure gives none.
pub fn figures_in<K: Copy + PartialEq>(
    columns: &Columns<K>,
    row: &Row,
    figure: impl Fn(K) -> Option<Metric>,
) -> Result<Vec<(Metric, f64)>, Trouble> {
    let mut figures = Vec::new();
    for column in columns.present() {
        let Some(metric) = figure(column) else { continue };
        figures.extend(columns.count(row, column)?.map(|value| (metric, value)));
    }
    Ok(figures)
}

/// What happened in one day of the space, as the service cuts days.
pub fn day_flow(metric: Metric, value: f64, date: Date, zone: Option<&str>) -> Piece {
    of_day(metric, Shape::Flow, value, date, zone)
}

/// How things stood at the end of one day of the space.
pub fn day_level(metric: Metric, value: f64, date: Date, zone: Option<&str>) -> Piece {
    of_day(metric, Shape::Level, value, date, zone)
}

fn of_day(metric: Metric, shape: Shape, value: f64, date: Date, zone: Option<&str>) -> Piece {
    Piece::Observation(Observation {
        subject: Subject::Space,
        metric,
        shape,
        value,
        window: Window::Day { date, zone: zone.map(str::to_owned) },
        observed_at: None,
    })
}

/// What a post has gathered since it was published.
pub fn post_lifetime(post: &str, metric: Metric, value: f64, observed_at: Option<Millis>) -> Piece {
    Piece::Observation(Observation {
        subject: Subject::Post(post.into()),
        metric,
        shape: Shape::Level,
        value,
        window: Window::Lifetime,
        observed_at,
    })
}

/// A post of the team, and the act of publishing it: what counts posts counts these acts.
pub fn post_published(post: Post) -> [Piece; 2] {
    let act = Fact {
        kind: published(post.content_type),
        native: post.native.clone(),
        at: post.at,
        zone_rule: post.zone_rule,
        actor: None,
        post: Some(post.native.clone()),
        reply_to: None,
        text: None,
        url: post.url.clone(),
    };
    [Piece::Post(post), Piece::Fact(act)]
}

/// What publishing something of that type is.
pub const fn published(content_type: ContentType) -> FactKind {
    match content_type {
        ContentType::Article => FactKind::Article,
        _ => FactKind::Post,
    }
}

/// The first words of a text: what a list shows of it.
pub fn first_words(text: &str) -> String {
    const CHARS: usize = 280;
    let mut words: String = text.chars().take(CHARS).collect();
    if text.chars().nth(CHARS).is_some() {
        words.push('…');
    }
    words
}
