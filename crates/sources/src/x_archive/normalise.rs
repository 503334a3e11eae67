//! Tweets → posts and acts of the team, and what each gathered.
//!
//! The archive does not say which account it is of. An answer to a tweet of the file itself tells it, and so do old
//! archives: answers are held back until the end, when it is known which of them go on with a thread.

use super::wire::{Fault, Tweet, plain};
use crate::contract::{Note, Options};
use crate::figures::{first_words, post_lifetime, post_published};
use model::{ContentType, Coverage, Fact, FactKind, Metric, Millis, Piece, Post, Precision, Span, What, ZoneRule};
use std::collections::HashSet;

/// What a file tells at its end.
#[derive(Debug, Default)]
pub struct Told {
    pub pieces: Vec<Piece>,
    pub notes: Vec<Note>,
}

/// What was met so far.
#[derive(Debug, Default)]
pub struct Tweets {
    ids: HashSet<u64>,
    owner: Option<String>,
    answers: Vec<Answer>,
    posts: u64,
    boosts: u64,
    span: Option<(Millis, Millis)>,
}

/// An answer, held until the account is known.
#[derive(Debug)]
struct Answer {
    post: Post,
    to: Option<String>,
    user: Option<String>,
    name: Option<String>,
}

impl Tweets {
    /// What one tweet tells at once. Of a repost the counts are the original's: they are not kept.
    pub fn take(&mut self, tweet: &Tweet<'_>) -> Result<Vec<Piece>, Fault> {
        self.ids.insert(tweet.id.parse().map_err(|_| Fault("id_str"))?);
        if let (None, Some(owner)) = (&self.owner, tweet.owner) {
            self.owner = Some(owner.to_owned());
        }
        let (from, to) = self.span.unwrap_or((tweet.at, tweet.at));
        self.span = Some((from.min(tweet.at), to.max(tweet.at)));
        let post = post(tweet);
        if tweet.boost {
            self.boosts += 1;
            return Ok(post_published(post).into());
        }
        let mut pieces: Vec<Piece> = [Metric::Likes, Metric::Shares]
            .into_iter()
            .zip(tweet.gathered)
            .filter_map(|(metric, value)| Some(post_lifetime(tweet.id, metric, value?, None)))
            .collect();
        if tweet.answers.is_none() && tweet.answers_user == (None, None) {
            self.posts += 1;
            pieces.extend(post_published(post));
        } else {
            self.answers.push(Answer {
                post,
                to: tweet.answers.map(str::to_owned),
                user: tweet.answers_user.0.map(str::to_owned),
                name: tweet.answers_user.1.map(str::to_owned),
            });
        }
        Ok(pieces)
    }

    /// The answers, what the file covers, and what people should know of it.
    pub fn finish(mut self, options: &Options) -> Told {
        let answers = std::mem::take(&mut self.answers);
        let known = |id: &str, ids: &HashSet<u64>| id.parse().is_ok_and(|id| ids.contains(&id));
        if self.owner.is_none() {
            let own = answers.iter().find(|answer| answer.to.as_deref().is_some_and(|id| known(id, &self.ids)));
            self.owner = own.and_then(|answer| answer.user.clone());
        }
        let mut told = Told::default();
        let mut replies = 0_u64;
        for answer in answers {
            let to_itself = answer.to.as_deref().is_some_and(|id| known(id, &self.ids))
                || (self.owner.is_some() && answer.user == self.owner)
                || answer.name.as_deref().is_some_and(|name| options.is_team(name));
            if to_itself {
                self.posts += 1;
                told.pieces.extend(post_published(answer.post));
            } else {
                replies += 1;
                told.pieces.extend(replied(answer));
            }
        }
        told.pieces.extend(self.coverage());
        told.notes.push(Note::new(
            "x-archive-summary",
            [("posts", self.posts.to_string()), ("replies", replies.to_string()), ("boosts", self.boosts.to_string())],
        ));
        if replies > 0 && self.owner.is_none() {
            told.notes.push(Note::new("x-owner-unknown", []));
        }
        told
    }

    /// From its first tweet to its last, the file is complete.
    fn coverage(&self) -> impl Iterator<Item = Piece> + use<> {
        let span = self.span.map(|(from, to)| Span { from, to: Millis(to.0.saturating_add(1)) });
        let whats = [
            What::Facts(FactKind::Post),
            What::Facts(FactKind::Reply),
            What::Posts(Metric::Likes),
            What::Posts(Metric::Shares),
        ];
        whats.into_iter().filter_map(move |what| Some(Piece::Coverage(Coverage { what, span: span? })))
    }
}

fn post(tweet: &Tweet<'_>) -> Post {
    let sort = |wanted: &[&str]| tweet.media.iter().any(|medium| wanted.contains(medium));
    let content_type = if tweet.boost {
        ContentType::Boost
    } else if sort(&["video", "animated_gif"]) {
        ContentType::Video
    } else if sort(&["photo"]) {
        ContentType::Photo
    } else {
        ContentType::Status
    };
    let text = plain(tweet.text);
    Post {
        native: tweet.id.to_owned(),
        at: tweet.at,
        zone_rule: ZoneRule::Told,
        precision: Precision::Exact,
        content_type,
        text: (!tweet.boost && !text.trim().is_empty()).then(|| first_words(&text)),
        url: Some(format!("https://x.com/i/status/{}", tweet.id)),
    }
}

fn replied(answer: Answer) -> [Piece; 2] {
    let Answer { post, to, .. } = answer;
    let act = Fact {
        kind: FactKind::Reply,
        native: post.native.clone(),
        at: post.at,
        zone_rule: post.zone_rule,
        actor: None,
        post: Some(post.native.clone()),
        reply_to: to,
        text: None,
        url: post.url.clone(),
    };
    [Piece::Post(post), Piece::Fact(act)]
}
