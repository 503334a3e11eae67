//! X's rows → posts of the team and their lifetime figures.

use super::wire::PostRow;
use crate::contract::Note;
use crate::dates;
use crate::export_days;
use crate::figures::{first_words, post_lifetime, post_published};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{ContentType, Metric, Millis, Piece, Post, Precision, ZoneRule};
use std::collections::BTreeSet;

/// What X adds to the milliseconds in an id: its own epoch, 4 November 2010.
const ID_EPOCH_MS: i64 = 1_288_834_974_657;

/// What is gathered over the whole file.
pub struct Posts<'a> {
    zone: &'a TimeZone,
    range: Option<(Date, Date)>,
    observed_at: Option<Millis>,
    metrics: BTreeSet<Metric>,
    days: Option<(Date, Date)>,
    recovered: u64,
    timed_by_id: u64,
    untimed: u64,
}

impl<'a> Posts<'a> {
    /// Figures are seen when the range in the file's name ends, but never after the import.
    pub fn new(zone: &'a TimeZone, range: Option<(Date, Date)>, now: Millis) -> Self {
        Self {
            zone,
            range,
            observed_at: export_days::seen_until(range, zone, now),
            metrics: BTreeSet::new(),
            days: None,
            recovered: 0,
            timed_by_id: 0,
            untimed: 0,
        }
    }

    /// A post and its figures; `None` when its date cannot be read.
    pub fn pieces(&mut self, row: &PostRow) -> Option<Vec<Piece>> {
        let (date, at, precision, zone_rule) = self.when(row)?;
        let (first, last) = self.days.unwrap_or((date, date));
        self.days = Some((first.min(date), last.max(date)));
        self.recovered += u64::from(row.recovered);
        let post = post_published(Post {
            native: row.id.clone(),
            at,
            zone_rule,
            precision,
            content_type: ContentType::Unknown,
            text: row.text.as_deref().map(first_words),
            url: row.url.clone(),
        });
        let figures = row.figures.iter().map(|(metric, value)| {
            self.metrics.insert(*metric);
            post_lifetime(&row.id, *metric, *value, self.observed_at)
        });
        Some(post.into_iter().chain(figures).collect())
    }

    /// The older export tells the minute; the newer one the day only, but the id holds the millisecond. The id
    /// is believed when it falls within a day of the date.
    fn when(&mut self, row: &PostRow) -> Option<(Date, Millis, Precision, ZoneRule)> {
        let local = |at: Millis| {
            let timestamp = jiff::Timestamp::from_millisecond(at.0).ok()?;
            Some(timestamp.to_zoned(self.zone.clone()).date())
        };
        if let Some(at) = dates::instant(&row.date) {
            return Some((local(at)?, at, Precision::Exact, ZoneRule::Told));
        }
        let date = dates::day(&row.date, None)?;
        let by_id = row.id.parse::<i64>().ok().map(|id| Millis((id >> 22) + ID_EPOCH_MS));
        if let Some(at) = by_id
            && let Some(day) = local(at)
            && (day - date).get_days().abs() <= 1
        {
            self.timed_by_id += 1;
            return Some((day, at, Precision::Exact, ZoneRule::Told));
        }
        self.untimed += 1;
        Some((date, dates::noon(date, self.zone)?, Precision::Day, ZoneRule::Assumed))
    }

    /// The posts published in the range of the name, or between the first and the last of them, are all known.
    pub fn coverage(&self) -> Vec<Piece> {
        export_days::posts_known(self.range.or(self.days), self.zone, self.metrics.iter().copied())
    }

    /// Whether a post's day had to be placed in the client's zone.
    pub const fn zone_was_needed(&self) -> bool {
        self.untimed > 0
    }

    /// What people should know of the file.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if let Some((from, to)) = self.range.or(self.days) {
            notes.push(Note::new("days", [("from", from.to_string()), ("to", to.to_string())]));
        }
        for (code, count) in
            [("ids-recovered", self.recovered), ("times-from-ids", self.timed_by_id), ("times-unknown", self.untimed)]
        {
            if count > 0 {
                notes.push(Note::new(code, [("count", count.to_string())]));
            }
        }
        notes
    }
}
