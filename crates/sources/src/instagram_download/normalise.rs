//! Items of the download → followers who came, posts and comments of the team.

use super::wire::{Part, comment};
use crate::contract::{Note, Options};
use crate::figures::{first_words, post_published};
use crate::meta_download::{Fault, Keys, Met, published};
use model::{ContentType, Fact, FactKind, Millis, Piece, Post, Precision, ZoneRule};
use serde_json::Value;

/// What was met so far.
#[derive(Debug, Default)]
pub struct Download {
    keys: Keys,
    met: Met,
    posts: u64,
    comments: u64,
    private: u64,
    messages: u64,
    unfollowed: u64,
}

impl Download {
    /// What one item tells.
    pub fn take(&mut self, part: Part, item: &Value, options: &Options) -> Result<Vec<Piece>, Fault> {
        match part {
            Part::Follower => self.met.follower(item),
            Part::Comment => {
                let said = comment(item)?;
                let Some(at) = self.met.dated(FactKind::Reply, said.at) else { return Ok(Vec::new()) };
                self.comments += 1;
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
                self.met.aside();
                Ok(Vec::new())
            }
        }
    }

    fn post(&mut self, sort: &'static str, item: &Value, known: Option<ContentType>) -> Result<Vec<Piece>, Fault> {
        let published = published(item)?;
        let Some(at) = self.met.dated(FactKind::Post, published.at) else { return Ok(Vec::new()) };
        self.posts += 1;
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

    /// Whether nothing but private things was met.
    pub const fn only_private(&self) -> bool {
        self.private > 0 && self.posts == 0
    }

    /// From the first to the last of each kind, the lists are whole.
    pub fn coverage(&self) -> impl Iterator<Item = Piece> {
        self.met.coverage()
    }

    /// What people should know of the file.
    pub fn notes(&self, rows: u64) -> Vec<Note> {
        let mut own = Vec::new();
        if self.posts + self.comments > 0 {
            let told = [("posts", self.posts.to_string()), ("comments", self.comments.to_string())];
            own.push(Note::new("download-summary", told));
        }
        for (code, count) in
            [("private-left-out", self.private + self.messages), ("unfollowed-by-account", self.unfollowed)]
        {
            own.extend((count > 0).then(|| Note::new(code, [("count", count.to_string())])));
        }
        self.met.notes(rows, own)
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
