//! Webmentions → acts of the community.

use super::wire::{Entry, Fault};
use crate::contract::Note;
use crate::dates;
use crate::figures::first_words;
use crate::trouble::TroubleCode;
use model::{ActorKey, Coverage, Fact, FactKind, Millis, Piece, Span, What, ZoneRule};
use std::collections::BTreeSet;

/// Every kind of act that the file tells in full.
const KINDS: [FactKind; 5] =
    [FactKind::Comment, FactKind::Like, FactKind::Share, FactKind::Mention, FactKind::Backlink];

/// What was read so far.
#[derive(Debug, Default)]
pub struct Taken {
    span: Option<(Millis, Millis)>,
    taken: u64,
    /// Left out because only the site's owner may see them.
    pub private: u64,
    undated: u64,
    others: BTreeSet<String>,
}

impl Taken {
    /// Whether nothing was taken.
    pub const fn is_empty(&self) -> bool {
        self.taken == 0
    }

    /// The act of one webmention; `None` when it is left out.
    pub fn take(&mut self, entry: &Entry<'_>, include_private: bool) -> Result<Option<Piece>, Fault> {
        let received = instant(entry.received, "wm-received")?;
        let published = entry.published.map(|text| instant(text, "published")).transpose();
        // Many pages write a day in a way of their own: the moment of reception is known at least.
        let published = published.unwrap_or_else(|_| {
            self.undated += 1;
            None
        });
        if entry.private && !include_private {
            self.private += 1;
            return Ok(None);
        }
        let kind = match entry.property {
            "in-reply-to" => FactKind::Comment,
            "like-of" => FactKind::Like,
            "repost-of" => FactKind::Share,
            "mention-of" => FactKind::Mention,
            "bookmark-of" => FactKind::Backlink,
            other => {
                self.others.insert(other.chars().take(40).collect());
                return Ok(None);
            }
        };
        let at = published.unwrap_or(received);
        let (from, to) = self.span.unwrap_or((at, at));
        self.span = Some((from.min(at), to.max(received)));
        self.taken += 1;
        let target = words::address::canonical(entry.target).unwrap_or_else(|| entry.target.to_owned());
        let host = words::address::host(entry.source);
        let actor = entry.author.0.map(str::to_owned).or(host);
        Ok(Some(Piece::Fact(Fact {
            kind,
            native: entry.id.clone(),
            at,
            zone_rule: ZoneRule::Told,
            actor: actor.map(|native| ActorKey { native, display: entry.author.1.map(str::to_owned) }),
            reply_to: (kind == FactKind::Comment).then(|| target.clone()),
            post: Some(target),
            text: entry.text.map(first_words).filter(|text| !text.is_empty()),
            url: Some(entry.source.to_owned()),
        })))
    }

    /// From the first webmention to the last one.
    pub fn coverage(&self) -> Vec<Piece> {
        let span = self.span.map(|(from, to)| Span { from, to: Millis(to.0.saturating_add(1)) });
        let kinds = KINDS.into_iter().filter_map(|kind| Some(Coverage { what: What::Facts(kind), span: span? }));
        kinds.map(Piece::Coverage).collect()
    }

    /// What was seen, for people.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.private > 0 {
            notes.push(Note::new("private-left-out", [("count", self.private.to_string())]));
        }
        if self.undated > 0 {
            notes.push(Note::new("webmention-received", [("count", self.undated.to_string())]));
        }
        if !self.others.is_empty() {
            let others: Vec<&str> = self.others.iter().map(String::as_str).collect();
            notes.push(Note::new("webmention-others", [("kinds", others.join(", "))]));
        }
        notes
    }
}

fn instant(text: &str, field: &'static str) -> Result<Millis, Fault> {
    dates::instant(text).ok_or(Fault { field, code: TroubleCode::NotADate })
}
