//! YouTube's videos → posts of the team with their figures; its days → daily figures of the channel.

use super::wire::Video;
use crate::contract::Note;
use crate::dates;
use crate::export_days;
use crate::figures::{day_flow, first_words, post_lifetime, post_published};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{ContentType, Coverage, FactKind, Metric, Millis, Piece, Post, Precision, What, ZoneRule};
use std::collections::{BTreeMap, BTreeSet};

/// YouTube cuts the days of its reports in California, wherever the channel is.
pub const ZONE: &str = "America/Los_Angeles";

/// The figures of one day of the channel.
pub fn of_day(date: Date, figures: &[(Metric, f64)]) -> Vec<Piece> {
    figures.iter().map(|(metric, value)| day_flow(*metric, *value, date, Some(ZONE))).collect()
}

/// What is gathered over the whole table of videos.
pub struct Videos<'a> {
    zone: &'a TimeZone,
    /// The period of the figures, when the name tells it.
    range: Option<(Date, Date)>,
    observed_at: Option<Millis>,
    told: BTreeSet<String>,
    total: Option<BTreeMap<Metric, f64>>,
    sums: BTreeMap<Metric, f64>,
    days: Option<(Date, Date)>,
    undated: u64,
    older: u64,
}

impl<'a> Videos<'a> {
    /// Figures are seen when the period of the name ends, but never after the import.
    pub fn new(zone: &'a TimeZone, range: Option<(Date, Date)>, now: Millis) -> Self {
        Self {
            zone,
            range,
            observed_at: export_days::seen_until(range, zone, now),
            told: BTreeSet::new(),
            total: None,
            sums: BTreeMap::new(),
            days: None,
            undated: 0,
            older: 0,
        }
    }

    /// The row in which YouTube adds up: compared with the videos, never counted beside them.
    pub fn total(&mut self, figures: Vec<(Metric, f64)>) {
        self.total = Some(figures.into_iter().collect());
    }

    /// Whether the video was met before.
    pub fn knows(&self, id: &str) -> bool {
        self.told.contains(id)
    }

    /// A video and its figures. One without a date is no post yet: its figures wait for a table that dates it.
    pub fn pieces(&mut self, video: Video, figures: &[(Metric, f64)]) -> Option<Vec<Piece>> {
        for (metric, value) in figures {
            *self.sums.entry(*metric).or_insert(0.0) += value;
        }
        self.told.insert(video.id.clone());
        let observed_at = self.observed_at;
        let lifetime = |(metric, value): &(Metric, f64)| post_lifetime(&video.id, *metric, *value, observed_at);
        let Some(date) = video.published else {
            self.undated += 1;
            return Some(figures.iter().map(lifetime).collect());
        };
        let (first, last) = self.days.unwrap_or((date, date));
        self.days = Some((first.min(date), last.max(date)));
        let url = format!("https://www.youtube.com/watch?v={}", video.id);
        let post = post_published(Post {
            native: video.id.clone(),
            at: dates::noon(date, self.zone)?,
            zone_rule: ZoneRule::Assumed,
            precision: Precision::Day,
            content_type: ContentType::Video,
            text: video.title.as_deref().map(first_words),
            url: Some(url),
        });
        // Of a video older than the period, the table tells a part of what it gathered.
        let older = self.range.is_some_and(|(from, _)| date < from);
        self.older += u64::from(older);
        Some(post.into_iter().chain(figures.iter().filter(|_| !older).map(lifetime)).collect())
    }

    /// Every video is known, from the first to the last, for the figures of which YouTube's own total is their sum,
    /// unless one without date may lie among them.
    pub fn coverage(&self) -> Vec<Piece> {
        let Some(total) = self.total.as_ref().filter(|_| self.undated == 0) else { return Vec::new() };
        let Some((first, last)) = self.days else { return Vec::new() };
        let (from, to) = self.range.unwrap_or((first, last));
        let Some(span) = (from <= to).then(|| dates::span(from, to, self.zone)).flatten() else { return Vec::new() };
        let whole: Vec<Metric> = self
            .sums
            .iter()
            .filter(|(metric, sum)| total.get(metric) == Some(sum))
            .map(|(metric, _)| *metric)
            .collect();
        let posts = whole.contains(&Metric::VideoViews).then_some(What::Facts(FactKind::Post));
        let figures = whole.into_iter().map(What::Posts);
        posts.into_iter().chain(figures).map(|what| Piece::Coverage(Coverage { what, span })).collect()
    }

    /// What people should know of the table. `header` is what the file calls a figure.
    pub fn notes(&self, header: impl Fn(Metric) -> String) -> Vec<Note> {
        let mut notes = Vec::new();
        if let Some((from, to)) = self.range.or(self.days) {
            notes.push(Note::new("days", [("from", from.to_string()), ("to", to.to_string())]));
        }
        if self.range.is_none() {
            notes.push(Note::new("youtube-since-publication", []));
        }
        let total = |metric| self.total.as_ref().and_then(|total| total.get(metric));
        let apart = self.sums.iter().filter_map(|(metric, sum)| {
            let total = total(metric).filter(|total| metric.adds_up() && *total != sum)?;
            Some(format!("{} {total} ≠ {sum}", header(*metric)))
        });
        let apart: Vec<String> = apart.collect();
        if !apart.is_empty() {
            notes.push(Note::new("youtube-total-apart", [("figures", apart.join(" · "))]));
        }
        for (code, count) in [("undated-posts", self.undated), ("older-posts", self.older)] {
            if count > 0 {
                notes.push(Note::new(code, [("count", count.to_string())]));
            }
        }
        notes
    }
}
