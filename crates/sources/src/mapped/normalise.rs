//! A row read through a mapping → a post with its figures, the figures of a day, or an act.

use super::when::When;
use super::wire::{Key, Record};
use crate::contract::{Note, Sink};
use crate::dates;
use crate::figures::{day_flow, day_level};
use crate::mapping::{Mapping, RowsAre};
use crate::post_told::PostTold;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{ActorKey, Coverage, Fact, FactKind, Metric, Piece, Precision, Side, What, ZoneRule};
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
    /// In the order they were met: few, and asked for with each figure.
    metrics: Vec<Metric>,
    kinds: BTreeSet<FactKind>,
    days: Option<(Date, Date)>,
    coarse: u64,
    zone_needed: bool,
}

impl<'a> Pieces<'a> {
    /// Nothing gathered yet.
    pub fn new(mapping: &'a Mapping, zone: &'a TimeZone) -> Self {
        Self {
            mapping,
            zone,
            met: HashMap::new(),
            told: BTreeSet::new(),
            metrics: Vec::new(),
            kinds: BTreeSet::new(),
            days: None,
            coarse: 0,
            zone_needed: false,
        }
    }

    /// What one row tells; of a bad one, nothing.
    pub fn of(&mut self, record: &Record<'_>, sink: &mut dyn Sink) -> Result<(), Refusal> {
        let date = record.when.date;
        let told = match self.mapping.rows {
            RowsAre::Posts => self.post(record, sink),
            RowsAre::Days => self.day(record, sink),
            RowsAre::Facts => self.fact(record, sink),
        }?;
        if let Err(trouble) = told {
            return sink.bad(trouble);
        }
        self.zone_needed |= record.when.zone_rule == ZoneRule::Assumed;
        let (first, last) = self.days.unwrap_or((date, date));
        self.days = Some((first.min(date), last.max(date)));
        Ok(())
    }

    /// The id the file gives; without one, what the row holds and how often it was met before.
    fn key(&mut self, record: &Record<'_>) -> Result<String, Trouble> {
        match record.key {
            Key::Id(id) => Ok(id.to_owned()),
            Key::Hash(hash) => self.made(hash, record.line),
        }
    }

    fn made(&mut self, hash: [u8; 16], line: u64) -> Result<String, Trouble> {
        let times = self.met.entry(hash).or_insert(0);
        *times += 1;
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let key = format!("row-{hex}-{times}");
        if self.met.len() > KEYS_LIMIT {
            return Err(Trouble::new(TroubleCode::TooLarge).line(line).with("limit", &KEYS_LIMIT.to_string()));
        }
        Ok(key)
    }

    fn post(&mut self, record: &Record<'_>, sink: &mut dyn Sink) -> Result<Result<(), Trouble>, Refusal> {
        let made;
        let key = match record.key {
            Key::Id(id) => id,
            Key::Hash(hash) => match self.made(hash, record.line) {
                Ok(key) => {
                    made = key;
                    made.as_str()
                }
                Err(trouble) => return Ok(Err(trouble)),
            },
        };
        let When { at, precision, zone_rule, .. } = record.when;
        self.coarse += u64::from(precision == Precision::MonthWeekdayHour);
        for (metric, _) in record.figures {
            if !self.metrics.contains(metric) {
                self.metrics.push(*metric);
            }
        }
        sink.post(&PostTold {
            native: key,
            at,
            zone_rule,
            precision,
            content_type: record.content_type,
            text: record.text,
            url: record.url,
            by: record.person,
            figures: record.figures,
        })?;
        Ok(Ok(()))
    }

    fn day(&mut self, record: &Record<'_>, sink: &mut dyn Sink) -> Result<Result<(), Trouble>, Refusal> {
        let zone = self.mapping.zone.as_deref();
        let date = record.when.date;
        if record.figures.iter().any(|(metric, _)| self.told.contains(&(date, *metric))) {
            let trouble = Trouble::new(TroubleCode::Contradiction).line(record.line);
            return Ok(Err(trouble.with("value", &date.to_string())));
        }
        for (metric, value) in record.figures {
            self.told.insert((date, *metric));
            let of_day = if *metric == Metric::Followers { day_level } else { day_flow };
            sink.piece(of_day(*metric, *value, date, zone))?;
        }
        Ok(Ok(()))
    }

    fn fact(&mut self, record: &Record<'_>, sink: &mut dyn Sink) -> Result<Result<(), Trouble>, Refusal> {
        let own = |cell: Option<&str>| cell.map(str::to_owned);
        let key = match self.key(record) {
            Ok(key) => key,
            Err(trouble) => return Ok(Err(trouble)),
        };
        let Some(kind) = record.kind else {
            return Ok(Err(Trouble::new(TroubleCode::EmptyValue).line(record.line)));
        };
        self.kinds.insert(kind);
        sink.piece(Piece::Fact(Fact {
            kind,
            native: key,
            at: record.when.at,
            zone_rule: record.when.zone_rule,
            actor: record.person.map(|name| actor(name.to_owned(), kind.side())),
            post: own(record.post),
            reply_to: own(record.reply_to),
            text: own(record.text),
            url: own(record.url),
        }))?;
        Ok(Ok(()))
    }

    /// Whether any row told a local time without zone.
    pub const fn zone_was_needed(&self) -> bool {
        self.zone_needed
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
                .chain(self.metrics.iter().copied().collect::<BTreeSet<_>>().into_iter().map(What::Posts))
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
