//! Facebook's rows → posts of the team, their lifetime figures, and what stretch of publications is known in full.

use super::wire::{PostRow, content_type};
use crate::contract::{Note, Sink};
use crate::dates::{self, Order};
use crate::export_days;
use crate::figures::{first_words, post_lifetime, post_published};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{ContentType, Metric, Piece, Post, Precision, ZoneRule};
use std::collections::BTreeSet;

/// What is gathered over the whole file.
pub struct Posts<'a> {
    zone: &'a TimeZone,
    metrics: BTreeSet<Metric>,
    unknown_types: BTreeSet<String>,
    days: Option<(Date, Date)>,
}

impl<'a> Posts<'a> {
    /// Nothing read yet.
    pub const fn new(zone: &'a TimeZone) -> Self {
        Self { zone, metrics: BTreeSet::new(), unknown_types: BTreeSet::new(), days: None }
    }

    /// Hands out a post and its figures; `field` is where its date stands.
    pub fn hand_out(&mut self, row: &PostRow, order: Order, field: &str, sink: &mut dyn Sink) -> Result<(), Refusal> {
        match self.pieces(row, order) {
            Some(pieces) => pieces.into_iter().try_for_each(|piece| sink.piece(piece)),
            None => {
                let trouble = Trouble::new(TroubleCode::NotADate).line(row.line).field(field);
                sink.bad(trouble.with("value", &row.posted))
            }
        }
    }

    /// `None` when its date cannot be read.
    fn pieces(&mut self, row: &PostRow, order: Order) -> Option<Vec<Piece>> {
        let (date, time) = dates::moment(&row.posted, Some(order))?;
        let at = dates::at_or_noon(date, time, self.zone)?;
        let (first, last) = self.days.unwrap_or((date, date));
        self.days = Some((first.min(date), last.max(date)));
        let content_type = content_type(&row.post_type).unwrap_or_else(|| {
            self.unknown_types.insert(row.post_type.clone());
            ContentType::Unknown
        });
        let post = post_published(Post {
            native: row.id.clone(),
            at,
            zone_rule: ZoneRule::Assumed,
            precision: if time.is_some() { Precision::Exact } else { Precision::Day },
            content_type,
            text: row.text.as_deref().map(first_words),
            url: row.url.clone(),
        });
        let figures = row.figures.iter().map(|(metric, value)| {
            self.metrics.insert(*metric);
            post_lifetime(&row.id, *metric, *value, None)
        });
        Some(post.into_iter().chain(figures).collect())
    }

    /// From the first to the last of them, all posts are known.
    pub fn coverage(&self) -> Vec<Piece> {
        export_days::posts_known(self.days, self.zone, self.metrics.iter().copied())
    }

    /// What people should know of the file as a whole.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if let Some((from, to)) = self.days {
            notes.push(Note::new("days", [("from", from.to_string()), ("to", to.to_string())]));
        }
        if !self.unknown_types.is_empty() {
            let types: Vec<&str> = self.unknown_types.iter().map(String::as_str).collect();
            notes.push(Note::new("types-unknown", [("types", types.join(" · "))]));
        }
        notes
    }
}
