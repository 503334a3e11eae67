//! Items of the download → followers who came, posts and comments of the team.

use super::wire::{Part, comment};
use crate::contract::{Note, Options};
use crate::figures::{first_words, post_published};
use crate::meta_download::{Fault, Keys, follow, listed, published};
use model::{ContentType, Coverage, Fact, FactKind, Millis, Piece, Post, Precision, Span, What, ZoneRule};
use serde_json::Value;
use std::collections::BTreeMap;

/// What was met so far.
#[derive(Debug, Default)]
pub struct Download {
    keys: Keys,
    followers: u64,
    posts: u64,
    comments: u64,
    undated: u64,
    private: u64,
    messages: u64,
    unfollowed: u64,
    aside: u64,
    spans: BTreeMap<FactKind, (Millis, Millis)>,
}

impl Download {
    /// What one item tells.
    pub fn take(&mut self, part: Part, item: &Value, options: &Options) -> Result<Vec<Piece>, Fault> {
        match part {
            Part::Follower => {
                let listed = listed(item)?;
                self.followers += 1;
                let Some(at) = listed.at else { return Ok(self.undated()) };
                self.saw(FactKind::Follow, at);
                Ok(vec![follow(&listed, at)])
            }
            Part::Comment => {
                let said = comment(item)?;
                let Some(at) = said.at else { return Ok(self.undated()) };
                self.comments += 1;
                self.saw(FactKind::Reply, at);
                Ok(vec![Piece::Fact(reply(self.keys.next("comment", at), at, said.text))])
            }
            Part::Archived if !options.include_private => {
                self.private += 1;
                Ok(Vec::new())
            }
            Part::Post | Part::Archived => self.post("post", item, None),
            Part::Story => self.post("story", item, Some(ContentType::Story)),
            Part::Reel => self.post("reel", item, Some(ContentType::Reel)),
            Part::Video => self.post("video", item, Some(ContentType::Video)),
            Part::Message => {
                self.messages += 1;
                Ok(Vec::new())
            }
            Part::Unfollowed => {
                self.unfollowed += 1;
                Ok(Vec::new())
            }
            Part::Aside => {
                self.aside += 1;
                Ok(Vec::new())
            }
        }
    }

    fn post(&mut self, sort: &'static str, item: &Value, known: Option<ContentType>) -> Result<Vec<Piece>, Fault> {
        let published = published(item)?;
        let Some(at) = published.at else { return Ok(self.undated()) };
        self.posts += 1;
        self.saw(FactKind::Post, at);
        Ok(post_published(Post {
            native: self.keys.next(sort, at),
            at,
            zone_rule: ZoneRule::Told,
            precision: Precision::Exact,
            content_type: known.unwrap_or(published.content_type),
            text: published.text.as_deref().map(first_words),
            url: None,
        })
        .into())
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

    /// Whether nothing but private things was met.
    pub const fn only_private(&self) -> bool {
        self.private > 0 && self.posts == 0
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
        if self.posts + self.comments > 0 {
            let told = [("posts", self.posts.to_string()), ("comments", self.comments.to_string())];
            notes.push(Note::new("download-summary", told));
        }
        if self.undated > 0 {
            notes.push(Note::new("download-undated", [("count", self.undated.to_string())]));
        }
        if self.private + self.messages > 0 {
            notes.push(Note::new("private-left-out", [("count", (self.private + self.messages).to_string())]));
        }
        if self.unfollowed > 0 {
            notes.push(Note::new("unfollowed-by-account", [("count", self.unfollowed.to_string())]));
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

/// A comment of the account answers somebody, under its own posts as under others': whom, the download does not say
/// in a way that could be matched.
fn reply(native: String, at: Millis, text: Option<String>) -> Fact {
    Fact {
        kind: FactKind::Reply,
        native,
        at,
        zone_rule: ZoneRule::Told,
        actor: None,
        post: None,
        reply_to: None,
        text,
        url: None,
    }
}
