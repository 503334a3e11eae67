//! A post of a Google+ Takeout, from HTML or from JSON → the post, the acts under it, and its figures. Both forms of
//! one post have the same keys.

use crate::contract::{Note, Options, Report, Sink};
use crate::figures::post_lifetime;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{ActorKey, ContentType, Coverage, Fact, FactKind, Metric, Millis, Piece, Span, What, ZoneRule};
use std::collections::{BTreeSet, HashMap};

/// Longest text kept, in characters.
const LONGEST: usize = 5_000;

/// Somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// `+AnaExample` or digits.
    pub key: String,
    /// Their name.
    pub name: String,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// When.
    pub at: Millis,
    /// Who wrote it.
    pub author: Person,
    /// What it says.
    pub text: String,
}

/// A post of the owner of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The last part of its address.
    pub id: String,
    /// Its address.
    pub url: String,
    /// When.
    pub at: Millis,
    /// Whose.
    pub owner: Person,
    /// What it says.
    pub text: String,
    /// What it is made of.
    pub content_type: ContentType,
    /// Whether everybody may read it.
    pub public: bool,
    /// How many +1s.
    pub likes: u32,
    /// How many times it was shared again.
    pub shares: u32,
    /// What was said under it.
    pub comments: Vec<Comment>,
}

/// The id of a post: the last part of its address.
pub fn id(url: &str) -> Option<String> {
    let (_, id) = url.split_once("/posts/")?;
    let id = id.split(['/', '?', '#']).next()?;
    (!id.is_empty()).then(|| id.to_owned())
}

/// The key of an account: the last part of the address of its page.
pub fn account(href: &str) -> String {
    href.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned()
}

/// `2011-09-07 05:14:36-0700`.
pub fn date(text: &str, field: &str) -> Result<Millis, Trouble> {
    let trouble = || Trouble::new(TroubleCode::NotADate).field(field).with("value", text);
    crate::dates::instant(text).ok_or_else(trouble)
}

/// Tells a post and what stands under it.
pub fn tell(post: &Post, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
    if !post.public && !options.include_private {
        return Err(Trouble::new(TroubleCode::OnlyPrivate).with("count", "1").into());
    }
    // The archive is the team's: its owner published, whoever held the pen.
    let kind = if post.content_type == ContentType::Boost { FactKind::Post } else { FactKind::Status };
    sink.piece(Piece::Post(model::Post {
        native: post.id.clone(),
        at: post.at,
        zone_rule: ZoneRule::Told,
        precision: model::Precision::Exact,
        content_type: post.content_type,
        text: kept(&post.text),
        url: Some(post.url.clone()),
    }))?;
    sink.piece(Piece::Fact(Fact { post: Some(post.id.clone()), ..fact(kind, &post.id, post.at, post) }))?;
    sink.piece(post_lifetime(&post.id, Metric::Likes, f64::from(post.likes), None))?;
    sink.piece(post_lifetime(&post.id, Metric::Shares, f64::from(post.shares), None))?;
    let (replies, comments) = under(post, sink)?;
    for piece in coverage(post) {
        sink.piece(piece)?;
    }
    let note = Note::new(
        "googleplus-summary",
        [
            ("comments", comments.to_string()),
            ("replies", replies.to_string()),
            ("likes", post.likes.to_string()),
            ("shares", post.shares.to_string()),
        ],
    );
    Ok(Report { rows: 1 + comments + replies, seen: vec![note] })
}

/// Tells the comments: how many are the owner's, and how many others'.
fn under(post: &Post, sink: &mut dyn Sink) -> Result<(u64, u64), Refusal> {
    let (mut replies, mut comments) = (0, 0);
    let mut met: HashMap<(&str, i64), u32> = HashMap::new();
    for comment in &post.comments {
        let own = comment.author.key == post.owner.key;
        *(if own { &mut replies } else { &mut comments }) += 1;
        // A comment has no id in the HTML: who and when, and which one of those of that second.
        let place = (comment.author.key.as_str(), comment.at.0);
        let alike = met.entry(place).and_modify(|met| *met += 1).or_insert(0);
        let native = format!("{}/{}/{}/{alike}", post.id, comment.author.key, comment.at.0);
        let kind = if own { FactKind::Reply } else { FactKind::Comment };
        let name = Some(comment.author.name.trim().to_owned()).filter(|name| !name.is_empty());
        let actor = ActorKey { native: comment.author.key.clone(), display: name };
        sink.piece(Piece::Fact(Fact {
            actor: (!own && !comment.author.key.is_empty()).then_some(actor),
            // A reply is no post: it has no page and no figures of its own.
            post: (!own).then(|| post.id.clone()),
            reply_to: Some(post.id.clone()),
            text: kept(&comment.text).filter(|_| !own),
            ..fact(kind, &native, comment.at, post)
        }))?;
    }
    Ok((replies, comments))
}

fn fact(kind: FactKind, native: &str, at: Millis, post: &Post) -> Fact {
    Fact {
        kind,
        native: native.to_owned(),
        at,
        zone_rule: ZoneRule::Told,
        actor: None,
        post: None,
        reply_to: None,
        text: None,
        url: Some(post.url.clone()),
    }
}

/// A file tells one post: the moments of what is in it, and nothing of the days in between.
fn coverage(post: &Post) -> Vec<Piece> {
    let stretch = |what, at: Millis| {
        Piece::Coverage(Coverage { what, span: Span { from: at, to: Millis(at.0.saturating_add(1)) } })
    };
    let published = [
        What::Facts(FactKind::Status),
        What::Facts(FactKind::Post),
        What::Posts(Metric::Likes),
        What::Posts(Metric::Shares),
    ];
    let mut pieces: Vec<Piece> = published.map(|what| stretch(what, post.at)).into();
    let moments: BTreeSet<Millis> = post.comments.iter().map(|comment| comment.at).chain([post.at]).collect();
    for at in moments {
        pieces.extend([FactKind::Comment, FactKind::Reply].map(|kind| stretch(What::Facts(kind), at)));
    }
    pieces
}

/// Lines trimmed, as many characters as are kept; `None` when nothing is said.
fn kept(text: &str) -> Option<String> {
    let text: String = text.trim().chars().take(LONGEST).collect();
    (!text.is_empty()).then_some(text)
}
