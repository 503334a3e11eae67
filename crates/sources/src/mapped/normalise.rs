//! A row read through a mapping → a post with its figures, the figures of a day, or an act.

use super::wire::{Record, When};
use crate::contract::Note;
use crate::dates;
use crate::figures::{day_flow, day_level, first_words, post_lifetime, post_published};
use crate::mapping::{Mapping, RowsAre};
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{
    ActorKey, Coverage, Fact, FactKind, Metric, Observation, Piece, Post, Precision, Shape, Side, Subject, What, Window,
};
use std::collections::{BTreeSet, HashMap};

/// The most rows without id that are told apart.
const KEYS_LIMIT: usize = 4_000_000;

/// What is gathered over the whole file.
pub struct Pieces<'a> {
    mapping: &'a Mapping,
    zone: &'a TimeZone,
    /// How often a row without id was met: two equal rows are two posts.
    met: HashMap<[u8; 16], u32>,
    told: BTreeSet<(Date, Metric)>,
    metrics: BTreeSet<Metric>,
    kinds: BTreeSet<FactKind>,
    days: Option<(Date, Date)>,
    coarse: u64,
}

impl<'a> Pieces<'a> {
    /// Nothing gathered yet.
    pub fn new(mapping: &'a Mapping, zone: &'a TimeZone) -> Self {
        Self {
            mapping,
            zone,
            met: HashMap::new(),
            told: BTreeSet::new(),
            metrics: BTreeSet::new(),
            kinds: BTreeSet::new(),
            days: None,
            coarse: 0,
        }
    }

    /// What one row tells.
    pub fn of(&mut self, record: Record) -> Result<Vec<Piece>, Trouble> {
        let date = record.when.date;
        let pieces = match self.mapping.rows {
            RowsAre::Posts => self.post(record),
            RowsAre::Days => self.day(&record),
            RowsAre::Facts => self.fact(record),
        }?;
        let (first, last) = self.days.unwrap_or((date, date));
        self.days = Some((first.min(date), last.max(date)));
        Ok(pieces)
    }

    /// The id the file gives; without one, what the row holds and how often it was met before.
    fn key(&mut self, record: &Record) -> Result<String, Trouble> {
        if let Some(id) = &record.id {
            return Ok(id.clone());
        }
        let times = self.met.entry(record.hash).or_insert(0);
        *times += 1;
        let hex: String = record.hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let key = format!("row-{hex}-{times}");
        if self.met.len() > KEYS_LIMIT {
            return Err(Trouble::new(TroubleCode::TooLarge).line(record.line).with("limit", &KEYS_LIMIT.to_string()));
        }
        Ok(key)
    }

    fn post(&mut self, record: Record) -> Result<Vec<Piece>, Trouble> {
        let key = self.key(&record)?;
        let When { at, precision, zone_rule, .. } = record.when;
        self.coarse += u64::from(precision == Precision::MonthWeekdayHour);
        let [post, act] = post_published(Post {
            native: key.clone(),
            at,
            zone_rule,
            precision,
            content_type: record.content_type,
            text: record.text.as_deref().map(first_words),
            url: record.url,
        });
        let mut pieces = vec![post];
        if let Piece::Fact(act) = act {
            pieces.push(Piece::Fact(Fact { actor: record.person.map(|name| actor(name, Side::Team)), ..act }));
        }
        for (metric, value) in record.figures {
            self.metrics.insert(metric);
            pieces.push(match metric {
                // How many followers there were when the post was published: a stand, not what the post gathered.
                Metric::Followers => Piece::Observation(Observation {
                    subject: Subject::Post(key.clone()),
                    metric,
                    shape: Shape::Level,
                    value,
                    window: Window::Moment,
                    observed_at: Some(at),
                }),
                _ => post_lifetime(&key, metric, value, None),
            });
        }
        Ok(pieces)
    }

    fn day(&mut self, record: &Record) -> Result<Vec<Piece>, Trouble> {
        let zone = self.mapping.zone.as_deref();
        let date = record.when.date;
        let mut pieces = Vec::new();
        for (metric, value) in &record.figures {
            if !self.told.insert((date, *metric)) {
                let trouble = Trouble::new(TroubleCode::Contradiction).line(record.line);
                return Err(trouble.with("value", &date.to_string()));
            }
            let of_day = if *metric == Metric::Followers { day_level } else { day_flow };
            pieces.push(of_day(*metric, *value, date, zone));
        }
        Ok(pieces)
    }

    fn fact(&mut self, record: Record) -> Result<Vec<Piece>, Trouble> {
        let key = self.key(&record)?;
        let kind = record.kind.ok_or_else(|| Trouble::new(TroubleCode::EmptyValue).line(record.line))?;
        self.kinds.insert(kind);
        Ok(vec![Piece::Fact(Fact {
            kind,
            native: key,
            at: record.when.at,
            zone_rule: record.when.zone_rule,
            actor: record.person.map(|name| actor(name, kind.side())),
            post: record.post,
            reply_to: record.reply_to,
            text: record.text,
            url: record.url,
        })])
    }

    /// The table is taken as whole between its first and its last row.
    pub fn coverage(&self) -> Vec<Piece> {
        let Some((mut first, mut last)) = self.days else { return Vec::new() };
        if self.coarse > 0 {
            (first, last) = (first.first_of_month(), last.last_of_month());
        }
        let Some(span) = dates::span(first, last, self.zone) else { return Vec::new() };
        let whats: Vec<What> = match self.mapping.rows {
            RowsAre::Posts => std::iter::once(What::Facts(FactKind::Post))
                .chain(self.metrics.iter().copied().map(What::Posts))
                .collect(),
            RowsAre::Days => Vec::new(),
            RowsAre::Facts => self.kinds.iter().copied().map(What::Facts).collect(),
        };
        whats.into_iter().map(|what| Piece::Coverage(Coverage { what, span })).collect()
    }

    /// What people should know of the file.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if let Some((from, to)) = self.days {
            notes.push(Note::new("days", [("from", from.to_string()), ("to", to.to_string())]));
        }
        if self.coarse > 0 {
            notes.push(Note::new("days-within-month-unknown", [("count", self.coarse.to_string())]));
        }
        if self.mapping.rows == RowsAre::Days && self.mapping.zone.is_none() {
            notes.push(Note::new("day-zone-unknown", []));
        }
        notes
    }
}

/// A member of the team is known by name; of the community, the store keeps a keyed hash only.
fn actor(name: String, side: Side) -> ActorKey {
    ActorKey { display: (side == Side::Team).then(|| name.clone()), native: name }
}
