//! TikTok's videos → posts of the team and their lifetime figures.

use super::wire::VideoRow;
use crate::contract::Note;
use crate::dates;
use crate::export_days;
use crate::figures::{first_words, post_lifetime, post_published};
use crate::tiktok_studio::days;
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use model::{ContentType, Metric, Millis, Piece, Post, Precision, ZoneRule};
use std::collections::BTreeSet;

/// What is gathered over the whole file.
pub struct Videos<'a> {
    zone: &'a TimeZone,
    now: Millis,
    told: BTreeSet<String>,
    metrics: BTreeSet<Metric>,
    days: Option<(Date, Date)>,
    by_id: u64,
    untimed: u64,
    assumed: bool,
    anchored: bool,
}

/// When a video was posted.
struct When {
    date: Date,
    at: Millis,
    precision: Precision,
    zone_rule: ZoneRule,
}

impl<'a> Videos<'a> {
    /// Nothing gathered yet.
    pub const fn new(zone: &'a TimeZone, now: Millis) -> Self {
        Self {
            zone,
            now,
            told: BTreeSet::new(),
            metrics: BTreeSet::new(),
            days: None,
            by_id: 0,
            untimed: 0,
            assumed: false,
            anchored: false,
        }
    }

    /// A video and its figures.
    pub fn pieces(&mut self, row: VideoRow, header: &str) -> Result<Vec<Piece>, Trouble> {
        let trouble = |code| Trouble::new(code).line(row.line).with("value", &row.posted);
        if !self.told.insert(row.id.clone()) {
            return Err(Trouble::new(TroubleCode::Contradiction).line(row.line).with("value", &row.url));
        }
        let When { date, at, precision, zone_rule } =
            self.when(&row).ok_or_else(|| trouble(TroubleCode::NotADate).field(header))?;
        let (first, last) = self.days.unwrap_or((date, date));
        self.days = Some((first.min(date), last.max(date)));
        let content_type = if row.url.contains("/photo/") { ContentType::Photo } else { ContentType::Video };
        let text = row.title.as_deref().map(first_words);
        let native = row.id.clone();
        let post = Post { native, at, zone_rule, precision, content_type, text, url: Some(row.url) };
        self.metrics.extend(row.figures.iter().map(|(metric, _)| *metric));
        let figures = row.figures.iter().map(|(metric, value)| post_lifetime(&row.id, *metric, *value, None));
        Ok(post_published(post).into_iter().chain(figures).collect())
    }

    /// Every video is known, from the first to the last.
    pub fn coverage(&self) -> Vec<Piece> {
        export_days::posts_known(self.days, self.zone, self.metrics.iter().copied())
    }

    /// The number of a video holds the second it was posted: believed when it falls within a day of what the table
    /// says. A day without year is the last one before the import.
    fn when(&mut self, row: &VideoRow) -> Option<When> {
        let by_id = row.instant_in_id().and_then(|at| Some((at, self.local(at)?)));
        if let Some((date, time)) = moment(&row.posted) {
            return match (by_id.filter(|(_, day)| near(*day, date)), time) {
                (Some((at, day)), _) => Some(self.exactly(at, day)),
                (None, time) => self.assumed(date, time),
            };
        }
        let month_day = days::month_day(&row.posted)?;
        if let Some((at, day)) = by_id.filter(|(_, day)| near_in_some_year(*day, month_day)) {
            return Some(self.exactly(at, day));
        }
        let today = self.local(self.now).filter(|_| self.now.0 > 0)?;
        let date = days::dated(&[month_day], today)?.first().copied()?;
        self.anchored = true;
        self.assumed(date, None)
    }

    fn exactly(&mut self, at: Millis, date: Date) -> When {
        self.by_id += 1;
        When { date, at, precision: Precision::Exact, zone_rule: ZoneRule::Told }
    }

    fn assumed(&mut self, date: Date, time: Option<Time>) -> Option<When> {
        self.assumed = true;
        self.untimed += u64::from(time.is_none());
        let (at, precision) = match time {
            Some(time) => (dates::at(date, time, self.zone)?, Precision::Exact),
            None => (dates::noon(date, self.zone)?, Precision::Day),
        };
        Some(When { date, at, precision, zone_rule: ZoneRule::Assumed })
    }

    /// Whether a moment had to be placed in the client's zone.
    pub const fn zone_was_needed(&self) -> bool {
        self.assumed
    }

    /// What people should know of the file.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if let Some((from, to)) = self.days {
            let code = if self.anchored { "year-anchored" } else { "days" };
            notes.extend(range_note(code, from, to));
        }
        for (code, count) in [("times-from-ids", self.by_id), ("times-unknown", self.untimed)] {
            if count > 0 {
                notes.push(Note::new(code, [("count", count.to_string())]));
            }
        }
        notes
    }

    fn local(&self, at: Millis) -> Option<Date> {
        let timestamp = jiff::Timestamp::from_millisecond(at.0).ok()?;
        Some(timestamp.to_zoned(self.zone.clone()).date())
    }
}

fn range_note(code: &str, from: Date, to: Date) -> Option<Note> {
    Some(Note::new(code, [("from", from.to_string()), ("to", to.to_string())]))
}

/// A day with its year, numbers in the order of the calendar (2025/10/31) only: TikTok writes no other.
fn moment(cell: &str) -> Option<(Date, Option<Time>)> {
    dates::moment(cell, None)
}

fn near(day: Date, date: Date) -> bool {
    (day - date).get_days().abs() <= 1
}

fn near_in_some_year(day: Date, (month, of_month): (i8, i8)) -> bool {
    (-1..=1).any(|more| Date::new(day.year() + more, month, of_month).is_ok_and(|date| near(day, date)))
}
