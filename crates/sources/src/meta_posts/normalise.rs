//! Meta's rows → posts of the team, their lifetime figures, and what stretch of publications is known in full.

use super::wire::{Column, PostRow, Read, content_type};
use crate::contract::{Note, Sink};
use crate::dates::{self, Order};
use crate::export_days;
use crate::figures::{first_words, post_lifetime, post_published};
use crate::table::{Columns, Row};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{ContentType, Metric, Millis, Observation, Piece, Post, Precision, Shape, Subject, Window, ZoneRule};
use std::collections::BTreeSet;

/// What is gathered over the whole file.
pub struct Posts<'a> {
    columns: &'a Columns<Column>,
    zone: &'a TimeZone,
    range: Option<(Date, Date)>,
    observed_at: Option<Millis>,
    told: Told,
    metrics: BTreeSet<Metric>,
    spaces: BTreeSet<String>,
    unknown_types: BTreeSet<String>,
    days: Option<(Date, Date)>,
}

impl<'a> Posts<'a> {
    /// Figures are seen when the range in the file's name ends, but never after the import.
    pub fn new(columns: &'a Columns<Column>, zone: &'a TimeZone, range: Option<(Date, Date)>, now: Millis) -> Self {
        Self {
            columns,
            zone,
            range,
            observed_at: export_days::seen_until(range, zone, now),
            told: Told::default(),
            metrics: BTreeSet::new(),
            spaces: BTreeSet::new(),
            unknown_types: BTreeSet::new(),
            days: None,
        }
    }

    /// Hands out rows that waited for the order of day and month.
    pub fn hand_out_rows(
        &mut self,
        rows: impl Iterator<Item = Row>,
        order: Order,
        sink: &mut dyn Sink,
    ) -> Result<(), Refusal> {
        for row in rows {
            if let Read::Post(post) = PostRow::read(self.columns, &row)? {
                self.hand_out(&post, order, sink)?;
            }
        }
        Ok(())
    }

    /// Hands out a post and its figures.
    pub fn hand_out(&mut self, row: &PostRow, order: Order, sink: &mut dyn Sink) -> Result<(), Refusal> {
        match self.pieces(row, order) {
            Ok(pieces) => pieces.into_iter().try_for_each(|piece| sink.piece(piece)),
            Err(trouble) => sink.bad(trouble),
        }
    }

    fn pieces(&mut self, row: &PostRow, order: Order) -> Result<Vec<Piece>, Trouble> {
        let columns = self.columns;
        let not_a_date = |column, value: &str| {
            Trouble::new(TroubleCode::NotADate).line(row.line).field(columns.header(column)).with("value", value)
        };
        let (date, time) = dates::moment(&row.published, Some(order))
            .ok_or_else(|| not_a_date(Column::PublishTime, &row.published))?;
        let at = dates::at_or_noon(date, time, self.zone);
        let at = at.ok_or_else(|| not_a_date(Column::PublishTime, &row.published))?;
        let day = figures_of(row, order).map_err(|()| not_a_date(Column::Date, &row.date))?;
        let (first, last) = self.days.unwrap_or((date, date));
        self.days = Some((first.min(date), last.max(date)));
        self.spaces.extend(row.space.clone());
        let mut pieces = Vec::new();
        if self.told.insert(&row.id) {
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

    /// The posts published in the range of the name, or between the first and the last of them, are all known.
    pub fn coverage(&self) -> Vec<Piece> {
        export_days::posts_known(self.range.or(self.days), self.zone, self.metrics.iter().copied())
    }

    /// What people should know of the file as a whole.
    pub fn notes(&self, order: Order) -> Vec<Note> {
        let order = match order {
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

/// `None` when the figures are of the whole life of the post, else the day they are of.
fn figures_of(row: &PostRow, order: Order) -> Result<Option<Date>, ()> {
    let folded = crate::table::columns::fold(&row.date);
    if matches!(folded.as_str(), "" | "lifetime" | "a vie" | "duree de vie" | "depuis la creation" | "total") {
        return Ok(None);
    }
    dates::day(&row.date, Some(order)).map(Some).ok_or(())
}

/// The posts that were told, each of which stands on as many rows as the export has days: Meta's ids are numbers, which
/// take a quarter of what texts do.
#[derive(Default)]
struct Told {
    numbers: BTreeSet<u64>,
    others: BTreeSet<String>,
}

impl Told {
    /// Whether the post was not told yet.
    fn insert(&mut self, id: &str) -> bool {
        // What two ids may come to, `7` and `07`, is no number.
        match id.parse().ok().filter(|_| id.starts_with(|first: char| matches!(first, '1'..='9'))) {
            Some(number) => self.numbers.insert(number),
            None => self.others.insert(id.to_owned()),
        }
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
