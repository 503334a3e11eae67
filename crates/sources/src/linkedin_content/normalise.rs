//! LinkedIn's days → daily figures of the page; its posts → posts of the team with their lifetime figures.

use super::wire::{Day, PostRow, content_type};
use crate::contract::Note;
use crate::dates::{self, Order};
use crate::figures::{day_flow, first_words, post_lifetime, post_published};
use crate::linkedin::instant_in;
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{ContentType, Coverage, FactKind, Metric, Millis, Piece, Post, Precision, What, ZoneRule};
use std::collections::{BTreeMap, BTreeSet};

/// The figures of one day. LinkedIn does not say in which zone it cuts days.
pub fn of_day(day: &Day, date: Date) -> Vec<Piece> {
    day.figures.iter().map(|(metric, value)| day_flow(*metric, *value, date, None)).collect()
}

/// A post whose rows were brought together.
struct Known {
    post: Post,
    kinds: BTreeSet<String>,
    figures: BTreeMap<Metric, f64>,
}

/// What is gathered over the whole table of posts.
pub struct Posts<'a> {
    zone: &'a TimeZone,
    order: Option<Order>,
    known: BTreeMap<String, Known>,
    days: Option<(Date, Date)>,
    timed_by_id: u64,
    untimed: u64,
    unknown_types: BTreeSet<String>,
}

impl<'a> Posts<'a> {
    /// Nothing gathered yet.
    pub fn new(zone: &'a TimeZone, order: Option<Order>) -> Self {
        let (known, unknown_types) = (BTreeMap::new(), BTreeSet::new());
        Self { zone, order, known, days: None, timed_by_id: 0, untimed: 0, unknown_types }
    }

    /// Takes a row. A post that was also paid for has a second row, whose figures come on top.
    pub fn take(&mut self, row: PostRow, header: &str) -> Result<(), Trouble> {
        let trouble = |code| Trouble::new(code).line(row.line).field(header);
        let (date, time) = dates::moment(&row.created, self.order)
            .ok_or_else(|| trouble(TroubleCode::NotADate).with("value", &row.created))?;
        if let Some(known) = self.known.get_mut(&row.native) {
            if !known.kinds.insert(row.kind.clone()) {
                return Err(Trouble::new(TroubleCode::Contradiction).line(row.line).with("value", &row.url));
            }
            for (metric, value) in row.figures {
                *known.figures.entry(metric).or_insert(0.0) += value;
            }
            return Ok(());
        }
        let by_id = instant_in(&row.native).filter(|at| self.local(*at).is_some_and(|day| near(day, date)));
        let at = match (time, by_id) {
            (Some(time), _) => dates::at(date, time, self.zone),
            (None, Some(at)) => Some(at),
            (None, None) => dates::noon(date, self.zone),
        };
        let at = at.ok_or_else(|| trouble(TroubleCode::NotADate).with("value", &row.created))?;
        let (precision, zone_rule) = match (time, by_id) {
            (Some(_), _) => (Precision::Exact, ZoneRule::Assumed),
            (None, Some(_)) => (Precision::Exact, ZoneRule::Told),
            (None, None) => (Precision::Day, ZoneRule::Assumed),
        };
        self.timed_by_id += u64::from(zone_rule == ZoneRule::Told);
        self.untimed += u64::from(precision == Precision::Day);
        let day = self.local(at).unwrap_or(date);
        let (first, last) = self.days.unwrap_or((day, day));
        self.days = Some((first.min(day), last.max(day)));
        let content_type = content_type(&row.content).unwrap_or_else(|| {
            self.unknown_types.insert(row.content.clone());
            ContentType::Unknown
        });
        let text = row.title.as_deref().map(first_words);
        let native = row.native.clone();
        let post = Post { native, at, zone_rule, precision, content_type, text, url: Some(row.url) };
        let kinds = BTreeSet::from([row.kind]);
        self.known.insert(row.native, Known { post, kinds, figures: row.figures.into_iter().collect() });
        Ok(())
    }

    /// The posts, their figures, and what stretch of publications is known in full: the days of the table of days
    /// (`range`) where the posts lie within them, else from the first to the last.
    pub fn pieces(&mut self, range: Option<(Date, Date)>, observed_at: Option<Millis>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut metrics = BTreeSet::new();
        for (native, known) in std::mem::take(&mut self.known) {
            pieces.extend(post_published(known.post));
            for (metric, value) in known.figures {
                metrics.insert(metric);
                pieces.push(post_lifetime(&native, metric, value, observed_at));
            }
        }
        let Some((first, last)) = self.days else { return pieces };
        let (from, to) = range.filter(|(from, to)| *from <= first && last <= *to).unwrap_or((first, last));
        if let Some(span) = dates::span(from, to, self.zone) {
            let covered = metrics.into_iter().map(What::Posts).chain([What::Facts(FactKind::Post)]);
            pieces.extend(covered.map(|what| Piece::Coverage(Coverage { what, span })));
        }
        pieces
    }

    /// Whether a post's day or time had to be placed in the client's zone.
    pub const fn zone_was_needed(&self) -> bool {
        self.untimed > 0
    }

    /// What people should know of the posts.
    pub fn notes(&self) -> Vec<Note> {
        let counted = [("times-from-ids", self.timed_by_id), ("times-unknown", self.untimed)];
        let mut notes: Vec<Note> = counted
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(code, count)| Note::new(code, [("count", count.to_string())]))
            .collect();
        if !self.unknown_types.is_empty() {
            let types: Vec<&str> = self.unknown_types.iter().map(String::as_str).collect();
            notes.push(Note::new("types-unknown", [("types", types.join(" · "))]));
        }
        notes
    }

    fn local(&self, at: Millis) -> Option<Date> {
        let timestamp = jiff::Timestamp::from_millisecond(at.0).ok()?;
        Some(timestamp.to_zoned(self.zone.clone()).date())
    }
}

fn near(day: Date, date: Date) -> bool {
    (day - date).get_days().abs() <= 1
}
