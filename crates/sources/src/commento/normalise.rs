//! Comments → comments of the community and replies of the team.

use super::wire::{Comment, Commenter};
use crate::contract::Options;
use crate::dates;
use crate::talk::{Message, Talk, When};
use model::{ActorKey, Piece, ZoneRule};
use std::collections::HashMap;

/// The key that is missing or is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault<'c> {
    pub field: &'static str,
    pub met: &'c str,
}

/// The comments of a site under way.
pub struct Comments<'o> {
    options: &'o Options,
    people: HashMap<String, Commenter>,
    /// What was told.
    pub talk: Talk,
    /// Comments that were deleted, wait, or are spam.
    pub out: u64,
}

impl<'o> Comments<'o> {
    pub fn new(options: &'o Options, people: Vec<Commenter>) -> Self {
        let people = people.into_iter().map(|person| (person.commenter_hex.clone(), person)).collect();
        Self { options, people, talk: Talk::default(), out: 0 }
    }

    /// Learns which comments are the team's: an answer may stand before what it answers.
    pub fn learn(&mut self, comments: &[Comment]) {
        for comment in comments {
            if self.is_by_team(comment) {
                self.talk.of_team(&comment.comment_hex);
            }
        }
    }

    fn is_by_team(&self, comment: &Comment) -> bool {
        let known = self.people.get(&comment.commenter_hex);
        known.is_some_and(|known| known.is_moderator || self.options.is_team(&known.name))
    }

    /// What a comment tells; nothing for one that is out.
    pub fn comment<'c>(&mut self, comment: &'c Comment) -> Result<Option<Piece>, Fault<'c>> {
        if comment.comment_hex.is_empty() {
            return Err(Fault { field: "commentHex", met: "" });
        }
        if comment.deleted || !matches!(comment.state.as_str(), "approved" | "") {
            self.out += 1;
            return Ok(None);
        }
        let fault = Fault { field: "creationDate", met: &comment.creation_date };
        let at = dates::instant(&comment.creation_date).ok_or(fault)?;
        // Whoever did not sign in is nobody in particular.
        let person = (!matches!(comment.commenter_hex.as_str(), "" | "anonymous")).then_some(&comment.commenter_hex);
        let known = person.and_then(|person| self.people.get(person));
        let page = page(&comment.domain, &comment.url);
        let text = if comment.markdown.is_empty() { words::plain(&comment.html) } else { comment.markdown.clone() };
        let answered = Some(&comment.parent_hex).filter(|parent| !matches!(parent.as_str(), "" | "root"));
        let message = Message {
            native: comment.comment_hex.clone(),
            actor: person.map(|person| ActorKey {
                native: person.clone(),
                display: known.map(|known| known.name.clone()).filter(|name| !name.is_empty()),
            }),
            by_team: self.is_by_team(comment),
            post: page.clone(),
            answers: answered.cloned(),
            text: Some(text),
            url: page.map(|page| format!("{page}#commento-{}", comment.comment_hex)),
        };
        Ok(Some(self.talk.message(message, When { at, zone_rule: ZoneRule::Told })))
    }
}

/// The address of the page, which Commento keeps in two parts without its scheme.
fn page(domain: &str, path: &str) -> Option<String> {
    if domain.is_empty() {
        return None;
    }
    Some(format!("https://{domain}/{}", path.trim_start_matches('/')))
}
