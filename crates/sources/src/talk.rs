//! What is said under articles and on lists: which kind of fact a message is, and over which stretch all of it is
//! told. No format is known here.

use crate::contract::Note;
use model::{ActorKey, ContentType, Coverage, Fact, FactKind, Millis, Piece, Post, Precision, Span, What, ZoneRule};
use std::collections::HashSet;

/// Longest text kept of a message, in characters.
pub const LONGEST: usize = 2_000;

/// An instant and how it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// When.
    pub at: Millis,
    /// How it was told.
    pub zone_rule: ZoneRule,
}

/// An article of the team.
#[derive(Debug, Default)]
pub struct Article {
    /// Its own key.
    pub native: String,
    /// Who wrote it, as the source names them.
    pub author: Option<ActorKey>,
    /// Title and first words.
    pub text: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
}

/// A message in answer to an article or to another message.
#[derive(Debug, Default)]
pub struct Message {
    /// Its own key.
    pub native: String,
    /// Who wrote it.
    pub actor: Option<ActorKey>,
    /// Whether that person is of the team.
    pub by_team: bool,
    /// The article it stands under.
    pub post: Option<String>,
    /// The message it answers.
    pub answers: Option<String>,
    /// What it says.
    pub text: Option<String>,
    /// Where it can be read; of a link from elsewhere, the page that links.
    pub url: Option<String>,
}

/// What was told so far.
#[derive(Debug, Default)]
pub struct Talk {
    /// Articles of the team.
    pub articles: u64,
    /// Comments of the community.
    pub comments: u64,
    /// Of the community too, in answer to a message of the team.
    pub answers: u64,
    /// Replies of the team.
    pub replies: u64,
    /// Links from elsewhere.
    pub backlinks: u64,
    team: HashSet<[u8; 16]>,
    span: Option<(Millis, Millis)>,
}

impl Talk {
    /// An article: the post and the act of publishing it.
    pub fn article(&mut self, article: Article, when: When) -> [Piece; 2] {
        self.articles += 1;
        self.saw(when.at);
        let Article { native, author, text, url } = article;
        let act = Fact {
            kind: FactKind::Article,
            native: native.clone(),
            at: when.at,
            zone_rule: when.zone_rule,
            actor: author,
            post: Some(native.clone()),
            reply_to: None,
            text: None,
            url: url.clone(),
        };
        let post = Post {
            native,
            at: when.at,
            zone_rule: when.zone_rule,
            precision: Precision::Exact,
            content_type: ContentType::Article,
            text,
            url,
        };
        [Piece::Post(post), Piece::Fact(act)]
    }

    /// A message: a reply of the team, an answer to one of its messages, or a comment. Messages are told in their
    /// order, so that what they answer is known.
    pub fn message(&mut self, message: Message, when: When) -> Piece {
        let kind = if message.by_team {
            self.team.insert(key(&message.native));
            self.replies += 1;
            FactKind::Reply
        } else if message.answers.as_deref().is_some_and(|answered| self.is_of_team(answered)) {
            self.answers += 1;
            FactKind::ReplyReceived
        } else {
            self.comments += 1;
            FactKind::Comment
        };
        self.fact(kind, message, when)
    }

    /// A page elsewhere that links here.
    pub fn backlink(&mut self, message: Message, when: When) -> Piece {
        self.backlinks += 1;
        self.fact(FactKind::Backlink, message, when)
    }

    /// An act of any other kind: a status that opens a discussion, a like, a share.
    pub fn fact(&mut self, kind: FactKind, message: Message, when: When) -> Piece {
        self.saw(when.at);
        Piece::Fact(Fact {
            kind,
            native: message.native,
            at: when.at,
            zone_rule: when.zone_rule,
            actor: message.actor,
            post: message.post,
            reply_to: message.answers,
            text: message.text.and_then(|text| shortened(&text, LONGEST)),
            url: message.url,
        })
    }

    /// Remembers that a message is the team's.
    pub fn of_team(&mut self, native: &str) {
        self.team.insert(key(native));
    }

    /// Whether a message met before is the team's.
    pub fn is_of_team(&self, native: &str) -> bool {
        self.team.contains(&key(native))
    }

    /// Whether nothing was told.
    pub const fn is_empty(&self) -> bool {
        self.span.is_none()
    }

    /// The stretch over which everything of these kinds is told: from the first moment met to the last one.
    pub fn coverage(&self, kinds: &[FactKind]) -> Vec<Piece> {
        let Some((from, to)) = self.span else { return Vec::new() };
        let span = Span { from, to: Millis(to.0.saturating_add(1)) };
        kinds.iter().map(|kind| Piece::Coverage(Coverage { what: What::Facts(*kind), span })).collect()
    }

    fn saw(&mut self, at: Millis) {
        let (from, to) = self.span.unwrap_or((at, at));
        self.span = Some((from.min(at), to.max(at)));
    }
}

/// A message's key at a fixed size, so that millions of them can be remembered.
pub fn key(native: &str) -> [u8; 16] {
    let mut key = [0; 16];
    blake3::Hasher::new().update(native.as_bytes()).finalize_xof().fill(&mut key);
    key
}

/// The text, trimmed and cut; `None` when there is none.
pub fn shortened(text: &str, longest: usize) -> Option<String> {
    let text: String = text.trim().chars().take(longest).collect();
    (!text.is_empty()).then_some(text)
}

/// Title and first words of an article, as a list shows it.
pub fn title_and_words(title: Option<&str>, html: Option<&str>) -> Option<String> {
    const LONGEST: usize = 600;
    let title = title.map(words::plain).unwrap_or_default();
    let said = html.map(words::plain).unwrap_or_default();
    shortened(&format!("{}\n{said}", title.trim()), LONGEST)
}

/// What was told, in one sentence.
pub fn summary(talk: &Talk) -> Note {
    Note::new(
        "blog-summary",
        [
            ("articles", talk.articles.to_string()),
            ("comments", talk.comments.to_string()),
            ("answers", talk.answers.to_string()),
            ("replies", talk.replies.to_string()),
            ("backlinks", talk.backlinks.to_string()),
        ],
    )
}

/// A remark for each count that is not zero.
pub fn counted(counts: &[(&str, u64)]) -> Vec<Note> {
    let told = counts.iter().filter(|(_, count)| *count > 0);
    told.map(|(code, count)| Note::new(code, [("count", count.to_string())])).collect()
}
