//! A LinkedIn member's blocks → daily figures, a stand of followers, and posts with what they gathered.

use super::wire::{self, List};
use crate::contract::Note;
use crate::dates::{self, Order};
use crate::export_days;
use crate::figures::{post_lifetime, post_published};
use crate::linkedin::{instant_in, native};
use crate::numbers;
use crate::trouble::{Trouble, TroubleCode};
use crate::workbook::Sheet;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{ContentType, Metric, Millis, Observation, Piece, Post, Precision, Shape, Subject, Window, ZoneRule};
use std::collections::BTreeMap;

/// The period that the workbook tells of, first and last day included.
pub fn period(sheet: &Sheet, order: Option<Order>) -> Option<(Date, Date)> {
    let (_, period, _) = wire::reached(sheet)?;
    let (from, to) = wire::period(&period)?;
    let (from, to) = (wire::day(from, order)?, wire::day(to, order)?);
    (from <= to).then_some((from, to))
}

/// People reached over the whole period: they are never added up from days.
pub fn reach_of_period(sheet: &Sheet, order: Option<Order>) -> Option<Piece> {
    let (_, _, number) = wire::reached(sheet)?;
    let (from, last) = period(sheet, order)?;
    Some(Piece::Observation(Observation {
        subject: Subject::Space,
        metric: Metric::Reach,
        shape: Shape::Flow,
        value: numbers::count(&number).ok()??,
        window: Window::Days { from, to: last.tomorrow().ok()?, zone: None },
        observed_at: None,
    }))
}

/// The posts of the lists, each once.
pub struct TopPosts<'a> {
    zone: &'a TimeZone,
    order: Option<Order>,
    /// The period of the figures, when the workbook tells it.
    range: Option<(Date, Date)>,
    now: Millis,
    /// Rows of the lists.
    pub rows: u64,
    posts: BTreeMap<String, (Post, Date, BTreeMap<Metric, f64>)>,
    older: u64,
}

impl<'a> TopPosts<'a> {
    /// Nothing gathered yet.
    pub const fn new(zone: &'a TimeZone, order: Option<Order>, range: Option<(Date, Date)>, now: Millis) -> Self {
        Self { zone, order, range, now, rows: 0, posts: BTreeMap::new(), older: 0 }
    }

    /// Takes one list. A row without address is one that the list no longer fills.
    pub fn take(
        &mut self,
        sheet: &Sheet,
        list: &List,
        bad: &mut dyn FnMut(Trouble) -> Result<(), crate::Refusal>,
    ) -> Result<(), crate::Refusal> {
        for row in sheet.rows.iter().skip(list.rows) {
            let cell = |at: usize| row.cells.get(at).map_or("", |cell| cell.trim());
            if cell(list.address).is_empty() {
                continue;
            }
            self.rows += 1;
            if let Err(trouble) = self.row(row.line, list, cell(list.address), cell(list.published), cell(list.figure))
            {
                bad(trouble)?;
            }
        }
        Ok(())
    }

    fn row(&mut self, line: u64, list: &List, url: &str, published: &str, figure: &str) -> Result<(), Trouble> {
        let trouble = |code, value: &str| Trouble::new(code).line(line).with("value", value);
        let date = wire::day(published, self.order).ok_or_else(|| trouble(TroubleCode::NotADate, published))?;
        let value = numbers::count(figure).map_err(|_| trouble(TroubleCode::NotANumber, figure).field(&list.header))?;
        let native = native(url).to_owned();
        let by_id = instant_in(&native).filter(|at| {
            let timestamp = jiff::Timestamp::from_millisecond(at.0).map(|at| at.to_zoned(self.zone.clone()).date());
            timestamp.is_ok_and(|day| (day - date).get_days().abs() <= 1)
        });
        let at = by_id.or_else(|| dates::noon(date, self.zone));
        let at = at.ok_or_else(|| trouble(TroubleCode::NotADate, published))?;
        let entry = self.posts.entry(native.clone()).or_insert_with(|| {
            let (precision, zone_rule) = match by_id {
                Some(_) => (Precision::Exact, ZoneRule::Told),
                None => (Precision::Day, ZoneRule::Assumed),
            };
            let (content_type, url) = (ContentType::Unknown, Some(url.to_owned()));
            let post = Post { native, at, zone_rule, precision, content_type, text: None, url };
            (post, date, BTreeMap::new())
        });
        let metric = metric(&list.header);
        entry.2.extend(metric.zip(value));
        Ok(())
    }

    /// The posts. A post that appeared before the period has gathered more than the lists tell: its figures are
    /// left out.
    pub fn pieces(&mut self) -> Vec<Piece> {
        let observed_at = export_days::seen_until(self.range, self.zone, self.now);
        let mut pieces = Vec::new();
        for (native, (post, date, figures)) in std::mem::take(&mut self.posts) {
            pieces.extend(post_published(post));
            let within = self.range.is_some_and(|(from, to)| from <= date && date <= to);
            self.older += u64::from(!within);
            if within {
                pieces.extend(
                    figures.into_iter().map(|(metric, value)| post_lifetime(&native, metric, value, observed_at)),
                );
            }
        }
        pieces
    }

    /// What people should know of the posts.
    pub fn notes(&self) -> Vec<Note> {
        let older = (self.older > 0).then(|| Note::new("older-posts", [("count", self.older.to_string())]));
        older.into_iter().collect()
    }
}

fn metric(header: &str) -> Option<Metric> {
    match crate::table::columns::fold(header).as_str() {
        "impressions" | "impressões" => Some(Metric::Impressions),
        "engagements" | "interactions" | "engajamentos" => Some(Metric::Engagements),
        _ => None,
    }
}
