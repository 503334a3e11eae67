//! What the account wrote on Reddit → posts and answers of the team.

use super::wire::{Entry, Sort};
use crate::contract::Note;
use crate::figures::first_words;
use model::{ContentType, Coverage, Fact, FactKind, Millis, Piece, Post, Precision, Span, What, ZoneRule};

/// What was met so far.
#[derive(Debug, Default)]
pub struct Account {
    /// Private messages, left out.
    pub private: u64,
    posts: u64,
    comments: u64,
    undated: u64,
    span: Option<(FactKind, Millis, Millis)>,
}

impl Account {
    /// What a post or a comment tells.
    pub fn pieces(&mut self, entry: &Entry) -> Vec<Piece> {
        let Some(at) = entry.at else {
            self.undated += 1;
            return Vec::new();
        };
        let kind = if entry.sort == Sort::Comments { FactKind::Reply } else { FactKind::Status };
        let (_, from, to) = self.span.unwrap_or((kind, at, at));
        self.span = Some((kind, from.min(at), to.max(at)));
        let words = entry.text.as_deref().map(first_words);
        let mut act = Fact {
            kind,
            native: entry.id.clone(),
            at,
            zone_rule: ZoneRule::Told,
            actor: None,
            post: None,
            reply_to: None,
            text: None,
            url: entry.url.clone(),
        };
        if kind == FactKind::Reply {
            self.comments += 1;
            act.reply_to.clone_from(&entry.parent);
            act.text = words;
            return vec![Piece::Fact(act)];
        }
        self.posts += 1;
        act.post = Some(entry.id.clone());
        let post = Post {
            native: entry.id.clone(),
            at,
            zone_rule: ZoneRule::Told,
            precision: Precision::Exact,
            content_type: if entry.links { ContentType::Link } else { ContentType::Status },
            text: words,
            url: entry.url.clone(),
        };
        vec![Piece::Post(post), Piece::Fact(act)]
    }

    /// Whether nothing with a date was met.
    pub const fn is_empty(&self) -> bool {
        self.posts + self.comments == 0
    }

    /// From the first to the last, the file is complete.
    pub fn coverage(&self) -> impl Iterator<Item = Piece> {
        self.span.into_iter().map(|(kind, from, to)| {
            let span = Span { from, to: Millis(to.0.saturating_add(1)) };
            Piece::Coverage(Coverage { what: What::Facts(kind), span })
        })
    }

    /// What people should know of the file.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if !self.is_empty() {
            let told = [("posts", self.posts.to_string()), ("comments", self.comments.to_string())];
            notes.push(Note::new("download-summary", told));
        }
        if self.private > 0 {
            notes.push(Note::new("private-left-out", [("count", self.private.to_string())]));
        }
        if self.undated > 0 {
            notes.push(Note::new("download-undated", [("count", self.undated.to_string())]));
        }
        notes
    }
}
