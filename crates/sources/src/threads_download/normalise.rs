//! Items of the download → followers who came, texts of the team.

use super::wire::Part;
use crate::contract::Note;
use crate::figures::first_words;
use crate::meta_download::{Fault, Keys, Met, published};
use model::{Fact, FactKind, Piece, Post, Precision, ZoneRule};
use serde_json::Value;

/// What was met so far.
#[derive(Debug, Default)]
pub struct Download {
    keys: Keys,
    met: Met,
    texts: u64,
}

impl Download {
    /// What one item tells.
    pub fn take(&mut self, part: Part, item: &Value) -> Result<Vec<Piece>, Fault> {
        match part {
            Part::Follower => self.met.follower(item),
            Part::Text => {
                let published = published(item)?;
                let Some(at) = self.met.dated(FactKind::Status, published.at) else { return Ok(Vec::new()) };
                self.texts += 1;
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
                self.met.aside();
                Ok(Vec::new())
            }
        }
    }

    /// From the first to the last of each kind, the lists are whole.
    pub fn coverage(&self) -> impl Iterator<Item = Piece> {
        self.met.coverage()
    }

    /// What people should know of the file.
    pub fn notes(&self, rows: u64) -> Vec<Note> {
        let texts = (self.texts > 0).then(|| Note::new("threads-texts", [("count", self.texts.to_string())]));
        self.met.notes(rows, texts.into_iter().collect())
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
