//! Meta's rows → posts of the team, their lifetime figures, and what stretch of publications is known in full.

use super::wire::{Column, PostRow, content_type};
use crate::contract::Note;
use crate::dates::{self, Order};
use crate::export_days;
use crate::figures::{first_words, post_lifetime, post_published};
use crate::table::Columns;
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{ContentType, Metric, Millis, Observation, Piece, Post, Precision, Shape, Subject, Window, ZoneRule};
use std::collections::BTreeSet;

/// What is gathered over the whole file.
pub struct Posts<'a> {
    zone: &'a TimeZone,
    order: Order,
    range: Option<(Date, Date)>,
    observed_at: Option<Millis>,
    told: BTreeSet<String>,
    metrics: BTreeSet<Metric>,
    spaces: BTreeSet<String>,
    unknown_types: BTreeSet<String>,
    days: Option<(Date, Date)>,
}

impl<'a> Posts<'a> {
    /// Figures are seen when the range in the file's name ends, but never after the import.
    pub fn new(zone: &'a TimeZone, order: Order, range: Option<(Date, Date)>, now: Millis) -> Self {
        Self {
            zone,
            order,
            range,
            observed_at: export_days::seen_until(range, zone, now),
            told: BTreeSet::new(),
            metrics: BTreeSet::new(),
            spaces: BTreeSet::new(),
            unknown_types: BTreeSet::new(),
            days: None,
        }
    }

    /// A post and its figures.
    pub fn pieces(&mut self, row: &PostRow, columns: &Columns<Column>) -> Result<Vec<Piece>, Trouble> {
        let not_a_date = |column, value: &str| {
            Trouble::new(TroubleCode::NotADate).line(row.line).field(columns.header(column)).with("value", value)
        };
        let (date, time) = dates::moment(&row.published, Some(self.order))
            .ok_or_else(|| not_a_date(Column::PublishTime, &row.published))?;
        let at = match time {
            Some(time) => dates::at(date, time, self.zone),
            None => dates::noon(date, self.zone),
        };
        let at = at.ok_or_else(|| not_a_date(Column::PublishTime, &row.published))?;
        let day = self.figures_of(row).map_err(|()| not_a_date(Column::Date, &row.date))?;
        let (first, last) = self.days.unwrap_or((date, date));
        self.days = Some((first.min(date), last.max(date)));
        self.spaces.extend(row.space.clone());
        let mut pieces = Vec::new();
        if self.told.insert(row.id.clone()) {
            let content_type = content_type(&row.post_type).unwrap_or_else(|| {
                self.unknown_types.insert(row.post_type.clone());
                ContentType::Unknown
            });
            pieces.extend(post_published(Post {
                native: row.id.clone(),
                at,
                zone_rule: ZoneRule::Assumed,
                precision: if time.is_some() { Precision::Exact } else { Precision::Day },
                content_type,
                text: row.text.as_deref().map(first_words),
                url: row.url.clone(),
            }));
        }
        for (metric, value) in &row.figures {
            pieces.push(match day {
                None => {
                    self.metrics.insert(*metric);
                    post_lifetime(&row.id, *metric, *value, self.observed_at)
                }
                Some(date) => post_day(&row.id, *metric, *value, date),
            });
        }
        Ok(pieces)
    }

    /// `None` when the figures are of the whole life of the post, else the day they are of.
    fn figures_of(&self, row: &PostRow) -> Result<Option<Date>, ()> {
        let folded = crate::table::columns::fold(&row.date);
        if matches!(folded.as_str(), "" | "lifetime" | "a vie" | "duree de vie" | "depuis la creation" | "total") {
            return Ok(None);
        }
        dates::day(&row.date, Some(self.order)).map(Some).ok_or(())
    }

    /// The posts published in the range of the name, or between the first and the last of them, are all known.
    pub fn coverage(&self) -> Vec<Piece> {
        export_days::posts_known(self.range.or(self.days), self.zone, self.metrics.iter().copied())
    }

    /// What people should know of the file as a whole.
    pub fn notes(&self) -> Vec<Note> {
        let order = match self.order {
            Order::MonthFirst => "dates-month-first",
            Order::DayFirst => "dates-day-first",
        };
        let mut notes = vec![Note::new(order, [])];
        if self.spaces.len() > 1 {
            let names: Vec<&str> = self.spaces.iter().map(String::as_str).collect();
            notes.push(Note::new("several-spaces", [("names", names.join(" · "))]));
        }
        if !self.unknown_types.is_empty() {
            let types: Vec<&str> = self.unknown_types.iter().map(String::as_str).collect();
            notes.push(Note::new("types-unknown", [("types", types.join(" · "))]));
        }
        notes
    }
}

fn post_day(post: &str, metric: Metric, value: f64, date: Date) -> Piece {
    Piece::Observation(Observation {
        subject: Subject::Post(post.into()),
        metric,
        shape: Shape::Flow,
        value,
        window: Window::Day { date, zone: None },
        observed_at: None,
    })
}
