//! Rows of a list of backlinks → backlinks under the same keys as those that access logs show, so that a link known from
//! both counts once.

use super::wire::{Link, Seen};
use crate::contract::Note;
use crate::dates;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use model::{Coverage, Fact, FactKind, Millis, Piece, Span, What, ZoneRule};

/// Links read so far.
#[derive(Debug)]
pub struct Links {
    zone: TimeZone,
    span: Option<(Millis, Millis)>,
    lost: u64,
    local: bool,
}

impl Links {
    /// Local moments are taken as those of this zone.
    pub const fn new(zone: TimeZone) -> Self {
        Self { zone, span: None, lost: 0, local: false }
    }

    /// The backlink of one row.
    pub fn take(&mut self, link: &Link) -> Option<Piece> {
        let noon = Time::constant(12, 0, 0, 0);
        let (at, zone_rule) = match link.first {
            Seen::At(at) => (at, ZoneRule::Told),
            Seen::Local(day, time) => (dates::at(day, time.unwrap_or(noon), &self.zone)?, ZoneRule::Assumed),
        };
        self.local |= zone_rule == ZoneRule::Assumed;
        self.lost += u64::from(link.lost);
        let (from, to) = self.span.unwrap_or((at, at));
        self.span = Some((from.min(at), to.max(at)));
        Some(Piece::Fact(Fact {
            kind: FactKind::Backlink,
            native: format!("{} {}", link.page, link.path),
            at,
            zone_rule,
            actor: None,
            post: None,
            reply_to: None,
            text: Some(link.path.clone()),
            url: Some(link.page.clone()),
        }))
    }

    /// From the first link seen to the last one.
    pub fn coverage(&self) -> Option<Piece> {
        let (from, to) = self.span?;
        let span = Span { from, to: Millis(to.0.saturating_add(1)) };
        Some(Piece::Coverage(Coverage { what: What::Facts(FactKind::Backlink), span }))
    }

    /// What was seen, for people.
    pub fn notes(&self, zone: &str) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.lost > 0 {
            notes.push(Note::new("links-lost", [("count", self.lost.to_string())]));
        }
        if self.local {
            notes.push(Note::new("zone-assumed", [("zone", zone.to_owned())]));
        }
        notes
    }
}
