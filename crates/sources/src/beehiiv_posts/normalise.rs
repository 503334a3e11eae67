//! Beehiiv's issues → articles of the team.

use super::wire::Issue;
use crate::contract::Note;
use crate::figures::{first_words, post_published};
use crate::trouble::{Trouble, TroubleCode};
use model::{ContentType, Coverage, FactKind, Millis, Piece, Post, Precision, Span, What, ZoneRule};
use std::collections::BTreeSet;

/// What is gathered over the whole list.
#[derive(Debug, Default)]
pub struct Issues {
    told: BTreeSet<String>,
    drafts: u64,
    assumed: bool,
    span: Option<(Millis, Millis)>,
}

impl Issues {
    /// An issue that was sent: an article. A draft is nothing yet.
    pub fn pieces(&mut self, issue: Issue) -> Result<Vec<Piece>, Trouble> {
        if !issue.sent {
            self.drafts += 1;
            return Ok(Vec::new());
        }
        if !self.told.insert(issue.id.clone()) {
            return Err(Trouble::new(TroubleCode::Contradiction).line(issue.line).with("value", &issue.id));
        }
        let at = issue.at.at;
        let (from, to) = self.span.unwrap_or((at, at));
        self.span = Some((from.min(at), to.max(at)));
        self.assumed |= issue.at.zone_rule != ZoneRule::Told;
        let post = Post {
            native: issue.id,
            at,
            zone_rule: issue.at.zone_rule,
            precision: Precision::Exact,
            content_type: ContentType::Article,
            text: issue.title.as_deref().map(first_words),
            url: issue.url,
        };
        Ok(post_published(post).into())
    }

    /// Every issue is known, from the first to the last.
    pub fn coverage(&self) -> Option<Piece> {
        let (from, to) = self.span?;
        let span = Span { from, to: Millis(to.0.saturating_add(1)) };
        Some(Piece::Coverage(Coverage { what: What::Facts(FactKind::Article), span }))
    }

    /// Whether a moment had to be placed in the client's zone.
    pub const fn zone_was_needed(&self) -> bool {
        self.assumed
    }

    /// What people should know of the list.
    pub fn notes(&self) -> Vec<Note> {
        let drafts = (self.drafts > 0).then(|| Note::new("drafts-left-out", [("count", self.drafts.to_string())]));
        drafts.into_iter().collect()
    }
}
