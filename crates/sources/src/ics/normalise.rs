//! Events of a calendar → acts of the team that have taken place.

use super::recurrence;
use super::wire::{Calendar, Event};
use super::words::{Act, act};
use crate::contract::{Note, Options, Sink};
use crate::figures::first_words;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::tz::TimeZone;
use model::{Coverage, Fact, FactKind, Millis, Piece, Span, What, ZoneRule};
use std::collections::{BTreeSet, HashMap};

/// No event is unfolded once this many acts were taken from one calendar.
const ACTS_LIMIT: usize = 200_000;

/// Nor once unfolding rules took as much work as this many dates, taken or not.
const WORK_LIMIT: usize = 1_000_000;

/// What is gathered over the whole calendar.
pub struct Acts<'a> {
    events: usize,
    replaced: HashMap<&'a str, BTreeSet<i64>>,
    zone: &'a TimeZone,
    options: &'a Options,
    kinds: BTreeSet<FactKind>,
    first: Option<i64>,
    taken: usize,
    worked: usize,
    private: u64,
    cancelled: u64,
    future: u64,
    no_act: u64,
    cut: bool,
    early: bool,
    assumed: bool,
}

impl<'a> Acts<'a> {
    /// Nothing gathered yet.
    pub fn new(calendar: &'a Calendar, zone: &'a TimeZone, options: &'a Options) -> Self {
        Self {
            events: calendar.events.len(),
            replaced: calendar.replaced(),
            zone,
            options,
            kinds: BTreeSet::new(),
            first: None,
            taken: 0,
            worked: 0,
            private: 0,
            cancelled: 0,
            future: 0,
            no_act: 0,
            cut: false,
            early: false,
            assumed: false,
        }
    }

    /// Hands out the acts of one event: its dates up to the import, without those that another event replaces.
    pub fn hand_out(&mut self, event: &Event, sink: &mut dyn Sink) -> Result<(), Refusal> {
        if event.private && !self.options.include_private {
            self.private += 1;
            return Ok(());
        }
        if event.cancelled {
            self.cancelled += 1;
            return Ok(());
        }
        let Act::Is(kind) = act(&event.categories, &event.summary) else {
            self.no_act += 1;
            return Ok(());
        };
        for (done, limit) in [(self.taken, ACTS_LIMIT), (self.worked, WORK_LIMIT)] {
            if done > limit {
                let trouble = Trouble::new(TroubleCode::TooLarge).line(event.line);
                return sink.bad(trouble.with("limit", &limit.to_string()));
            }
        }
        let found = recurrence::dates(event, self.options.now.0, WORK_LIMIT.saturating_sub(self.worked));
        self.worked += found.cost;
        self.cut |= found.cut;
        self.early |= found.early;
        self.future += u64::from(event.start.millis().is_some_and(|at| at > self.options.now.0));
        let replaced = match event.replaces {
            None if !event.uid.is_empty() => self.replaced.get(event.uid.as_str()),
            _ => None,
        };
        for (at, told) in found.instants {
            if replaced.is_some_and(|replaced| replaced.contains(&at)) {
                continue;
            }
            self.taken += 1;
            self.kinds.insert(kind);
            self.first = Some(self.first.map_or(at, |first| first.min(at)));
            self.assumed |= !told;
            sink.piece(Piece::Fact(Fact {
                kind,
                native: key(event, at),
                at: Millis(at),
                zone_rule: if told { ZoneRule::Told } else { ZoneRule::Assumed },
                actor: None,
                post: None,
                reply_to: None,
                text: Some(first_words(&event.summary)).filter(|text| !text.is_empty()),
                url: None,
            }))?;
        }
        Ok(())
    }

    /// Whether there was nothing but private events.
    pub fn only_private(&self) -> bool {
        let events = u64::try_from(self.events).unwrap_or(u64::MAX);
        self.private > 0 && self.private == events
    }

    /// The kinds met are known in full from the first act to the import.
    pub fn coverage(&self) -> Vec<Piece> {
        let Some(first) = self.first.and_then(|first| jiff::Timestamp::from_millisecond(first).ok()) else {
            return Vec::new();
        };
        let Ok(start) = first.to_zoned(self.zone.clone()).start_of_day() else { return Vec::new() };
        let span = Span { from: Millis(start.timestamp().as_millisecond()), to: self.options.now };
        self.kinds.iter().map(|kind| Piece::Coverage(Coverage { what: What::Facts(*kind), span })).collect()
    }

    /// What people should know of the calendar.
    pub fn notes(&self) -> Vec<Note> {
        let counted = [
            ("private-left-out", self.private),
            ("cancelled-left-out", self.cancelled),
            ("future-left-out", self.future),
            ("not-acts-left-out", self.no_act),
        ];
        let mut notes: Vec<Note> = counted
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(code, count)| Note::new(code, [("count", count.to_string())]))
            .collect();
        if self.cut {
            notes.push(Note::new("recurrences-cut", [("limit", recurrence::DATES_LIMIT.to_string())]));
        }
        if self.early {
            notes.push(Note::new("recurrences-early", [("year", recurrence::FIRST_YEAR.to_string())]));
        }
        if self.assumed && !self.options.zone_named {
            notes.push(Note::new("zone-assumed", [("zone", self.options.zone.clone())]));
        }
        notes
    }
}

/// The event's id and the instant; without id, its title stands for it.
fn key(event: &Event, at: i64) -> String {
    if event.uid.is_empty() { format!("{}@{at}", event.summary) } else { format!("{}@{at}", event.uid) }
}
