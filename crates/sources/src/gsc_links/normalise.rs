//! Linking pages → backlinks, on the day Google last saw them, which is all that it tells.

use crate::contract::Note;
use crate::dates;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{Coverage, Fact, FactKind, Piece, What, ZoneRule};

/// Links read so far.
#[derive(Debug, Default)]
pub struct Links {
    span: Option<(Date, Date)>,
}

impl Links {
    /// The backlink of one page. Search Console does not say which page of the site it leads to.
    pub fn take(&mut self, page: &str, day: Date, zone: &TimeZone) -> Option<Piece> {
        let (from, to) = self.span.unwrap_or((day, day));
        self.span = Some((from.min(day), to.max(day)));
        Some(Piece::Fact(Fact {
            kind: FactKind::Backlink,
            native: page.to_owned(),
            at: dates::noon(day, zone)?,
            zone_rule: ZoneRule::Service,
            actor: None,
            post: None,
            reply_to: None,
            text: None,
            url: Some(page.to_owned()),
        }))
    }

    /// From the first day met to the last one.
    pub fn coverage(&self, zone: &TimeZone) -> Option<Piece> {
        let (from, to) = self.span?;
        let span = dates::span(from, to, zone)?;
        Some(Piece::Coverage(Coverage { what: What::Facts(FactKind::Backlink), span }))
    }

    /// What was seen, for people.
    pub fn notes(&self) -> Vec<Note> {
        let days = self.span.map(|(from, to)| Note::new("days", [("from", from.to_string()), ("to", to.to_string())]));
        days.into_iter().chain([Note::new("links-last-crawled", [])]).collect()
    }
}
