//! Items of the download → followers who came, texts of the team.

use super::wire::Part;
use crate::contract::Note;
use crate::figures::first_words;
use crate::meta_download::{Fault, Keys, follow, listed, published};
use model::{Coverage, Fact, FactKind, Millis, Piece, Post, Precision, Span, What, ZoneRule};
use serde_json::Value;
use std::collections::BTreeMap;

/// What was met so far.
#[derive(Debug, Default)]
pub struct Download {
    keys: Keys,
    followers: u64,
    texts: u64,
    undated: u64,
    aside: u64,
    spans: BTreeMap<FactKind, (Millis, Millis)>,
}

impl Download {
    /// What one item tells.
    pub fn take(&mut self, part: Part, item: &Value) -> Result<Vec<Piece>, Fault> {
        match part {
            Part::Follower => {
                let listed = listed(item)?;
                self.followers += 1;
                let Some(at) = listed.at else { return Ok(self.undated()) };
                self.saw(FactKind::Follow, at);
                Ok(vec![follow(&listed, at)])
            }
            Part::Text => {
                let published = published(item)?;
                let Some(at) = published.at else { return Ok(self.undated()) };
                self.texts += 1;
                self.saw(FactKind::Status, at);
                let native = self.keys.next("text", at);
                let post = Post {
                    native,
                    at,
                    zone_rule: ZoneRule::Told,
                    precision: Precision::Exact,
                    content_type: published.content_type,
                    text: published.text.as_deref().map(first_words),
                    url: None,
                };
                Ok(vec![Piece::Fact(status(&post)), Piece::Post(post)])
            }
            Part::Aside => {
                self.aside += 1;
                Ok(Vec::new())
            }
        }
    }

    /// Counts what has no moment: no day is invented for it.
    fn undated(&mut self) -> Vec<Piece> {
        self.undated += 1;
        Vec::new()
    }

    fn saw(&mut self, kind: FactKind, at: Millis) {
        let span = self.spans.entry(kind).or_insert((at, at));
        *span = (span.0.min(at), span.1.max(at));
    }

    /// From the first to the last of each kind, the lists are whole.
    pub fn coverage(&self) -> impl Iterator<Item = Piece> {
        self.spans.iter().map(|(kind, (from, to))| {
            let span = Span { from: *from, to: Millis(to.0.saturating_add(1)) };
            Piece::Coverage(Coverage { what: What::Facts(*kind), span })
        })
    }

    /// What people should know of the file.
    pub fn notes(&self, rows: u64) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.followers > 0 {
            notes.push(Note::new("followers-listed", [("count", self.followers.to_string())]));
        }
        if self.texts > 0 {
            notes.push(Note::new("threads-texts", [("count", self.texts.to_string())]));
        }
        if self.undated > 0 {
            notes.push(Note::new("download-undated", [("count", self.undated.to_string())]));
        }
        if self.aside > 0 {
            notes.push(Note::new("download-left-aside", [("count", self.aside.to_string())]));
        }
        if rows == 0 {
            notes.push(Note::new("download-list-empty", []));
        }
        notes
    }
}

fn status(post: &Post) -> Fact {
    Fact {
        kind: FactKind::Status,
        native: post.native.clone(),
        at: post.at,
        zone_rule: post.zone_rule,
        actor: None,
        post: Some(post.native.clone()),
        reply_to: None,
        text: None,
        url: None,
    }
}
