//! Records → posts and acts of the team.

use super::wire::Record;
use crate::trouble::{Trouble, TroubleCode};
use model::{ContentType, Coverage, Fact, FactKind, Millis, Piece, Post, Precision, Span, What, ZoneRule};

/// What was met so far.
#[derive(Debug, Default)]
pub struct Repository {
    /// The account, as `did:plc:…`.
    pub did: String,
    /// Posts taken, answers to others included.
    pub posts: u64,
    /// Of these, answers to others.
    pub replies: u64,
    /// Reposts taken.
    pub boosts: u64,
    /// Likes given.
    pub likes: u64,
    /// Accounts followed.
    pub follows: u64,
    /// Records of other sorts.
    pub other: u64,
    span: Option<(Millis, Millis)>,
}

impl Repository {
    /// Of this account.
    pub fn of(did: &str) -> Self {
        Self { did: did.to_owned(), ..Self::default() }
    }

    /// What one record tells: a post and the act of publishing it, or nothing.
    pub fn pieces(&mut self, key: &str, record: &Record<'_>) -> Result<Option<[Piece; 2]>, Trouble> {
        let native = format!("at://{}/{key}", self.did);
        let id = key.rsplit('/').next().unwrap_or_default();
        let told = match record {
            Record::Post { text, created_at, answers, embed } => {
                let at = instant(created_at)?;
                let own = format!("at://{}/", self.did);
                let to_others = answers.is_some_and(|answered| !answered.starts_with(&own));
                self.posts += 1;
                self.replies += u64::from(to_others);
                let kind = if to_others { FactKind::Reply } else { FactKind::Status };
                let post = Post {
                    native,
                    at,
                    zone_rule: ZoneRule::Told,
                    precision: Precision::Exact,
                    content_type: content_type(*embed),
                    text: Some((*text).to_owned()).filter(|text| !text.is_empty()),
                    url: Some(format!("https://bsky.app/profile/{}/post/{id}", self.did)),
                };
                (kind, post, answers.map(str::to_owned))
            }
            Record::Repost { of, created_at } => {
                let at = instant(created_at)?;
                self.boosts += 1;
                let post = Post {
                    native,
                    at,
                    zone_rule: ZoneRule::Told,
                    precision: Precision::Exact,
                    content_type: ContentType::Boost,
                    text: None,
                    url: Some(page(of).unwrap_or_else(|| (*of).to_owned())),
                };
                (FactKind::Post, post, None)
            }
            Record::Like => {
                self.likes += 1;
                return Ok(None);
            }
            Record::Follow => {
                self.follows += 1;
                return Ok(None);
            }
            Record::Other => {
                self.other += 1;
                return Ok(None);
            }
        };
        let (kind, post, reply_to) = told;
        let (from, to) = self.span.unwrap_or((post.at, post.at));
        self.span = Some((from.min(post.at), to.max(post.at)));
        let fact = Fact {
            kind,
            native: post.native.clone(),
            at: post.at,
            zone_rule: ZoneRule::Told,
            // The account is the team's voice; which person held the pen, the repository does not say.
            actor: None,
            post: Some(post.native.clone()),
            reply_to,
            text: None,
            url: post.url.clone(),
        };
        Ok(Some([Piece::Post(post), Piece::Fact(fact)]))
    }

    /// What the repository covers: from its first post to its last one.
    pub fn coverage(&self) -> impl Iterator<Item = Piece> {
        let span = self.span.map(|(from, to)| Span { from, to: Millis(to.0.saturating_add(1)) });
        [FactKind::Status, FactKind::Reply, FactKind::Post]
            .into_iter()
            .filter_map(move |kind| Some(Piece::Coverage(Coverage { what: What::Facts(kind), span: span? })))
    }
}

/// The page that shows the post at that address.
fn page(address: &str) -> Option<String> {
    let (account, rest) = address.strip_prefix("at://")?.split_once('/')?;
    let id = rest.strip_prefix("app.bsky.feed.post/")?;
    Some(format!("https://bsky.app/profile/{account}/post/{id}"))
}

fn content_type(embed: Option<&str>) -> ContentType {
    match embed {
        Some("app.bsky.embed.images") => ContentType::Photo,
        Some("app.bsky.embed.video") => ContentType::Video,
        Some("app.bsky.embed.external") => ContentType::Link,
        _ => ContentType::Status,
    }
}

/// Written by the account's own program, whatever it likes.
fn instant(created_at: &str) -> Result<Millis, Trouble> {
    let trouble = || Trouble::new(TroubleCode::NotADate).with("value", created_at);
    crate::dates::instant(created_at).ok_or_else(trouble)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_thread_is_no_reply() {
        let mut repository = Repository::of("did:plc:me");
        let mut kind = |answers| {
            let post = Record::Post { text: "oui", created_at: "2023-04-26T00:09:58-07:00", answers, embed: None };
            let [_, fact] = repository.pieces("app.bsky.feed.post/3k", &post).unwrap().unwrap();
            let Piece::Fact(fact) = fact else { return None };
            Some(fact.kind)
        };
        assert_eq!(kind(None), Some(FactKind::Status));
        assert_eq!(kind(Some("at://did:plc:me/app.bsky.feed.post/1")), Some(FactKind::Status));
        assert_eq!(kind(Some("at://did:plc:meandyou/app.bsky.feed.post/1")), Some(FactKind::Reply));
        assert_eq!((repository.posts, repository.replies), (3, 1));
    }

    #[test]
    fn pages_of_posts() {
        assert_eq!(
            page("at://did:plc:a/app.bsky.feed.post/3k").as_deref(),
            Some("https://bsky.app/profile/did:plc:a/post/3k")
        );
        assert_eq!(page("at://did:plc:a/app.bsky.feed.generator/x"), None);
    }
}
