//! Activities → posts and acts of the team.

use super::wire::{Act, Activity, Audience, Fault, Note};
use model::{ContentType, Coverage, Fact, FactKind, Millis, Piece, Post, Precision, Span, What, ZoneRule};

/// Longest text kept of a post, in characters: what servers allow to write, several times over.
const LONGEST: usize = 5_000;

/// What was met so far.
#[derive(Debug, Default)]
pub struct Outbox {
    /// Posts taken, answers to others included.
    pub posts: u64,
    /// Of these, answers to others.
    pub replies: u64,
    /// Boosts taken.
    pub boosts: u64,
    /// Items left out because not everybody may read them.
    pub private: u64,
    /// Activities of another kind.
    pub other: u64,
    span: Option<(Millis, Millis)>,
}

impl Outbox {
    /// What one activity tells: a post and the act of publishing it, or nothing.
    pub fn pieces(&mut self, activity: &Activity<'_>, include_private: bool) -> Result<Option<[Piece; 2]>, Fault> {
        let at = instant(activity.published)?;
        if activity.act == Act::Other {
            self.other += 1;
            return Ok(None);
        }
        if activity.audience == Audience::Private && !include_private {
            self.private += 1;
            return Ok(None);
        }
        let (from, to) = self.span.unwrap_or((at, at));
        self.span = Some((from.min(at), to.max(at)));
        let (kind, post, reply_to) = match &activity.act {
            Act::Create(note) => {
                let kind = kind(note, activity.actor);
                self.posts += 1;
                self.replies += u64::from(kind == FactKind::Reply);
                (kind, published(note, at), note.in_reply_to)
            }
            Act::Announce(boosted) => {
                self.boosts += 1;
                (FactKind::Post, boost(activity.id, boosted, at), None)
            }
            Act::Other => return Ok(None),
        };
        let fact = Fact {
            kind,
            native: post.native.clone(),
            at,
            zone_rule: ZoneRule::Told,
            // The account is the team's voice; which person held the pen, the archive does not say.
            actor: None,
            post: Some(post.native.clone()),
            reply_to: reply_to.map(str::to_owned),
            text: None,
            url: post.url.clone(),
        };
        Ok(Some([Piece::Post(post), Piece::Fact(fact)]))
    }

    /// What the archive covers: from its first item to its last one.
    pub fn coverage(&self) -> impl Iterator<Item = Piece> {
        let span = self.span.map(|(from, to)| Span { from, to: Millis(to.0.saturating_add(1)) });
        [FactKind::Status, FactKind::Reply, FactKind::Post, FactKind::Article]
            .into_iter()
            .filter_map(move |kind| Some(Piece::Coverage(Coverage { what: What::Facts(kind), span: span? })))
    }
}

/// An answer to oneself goes on with a thread and is a status; an answer to somebody else is a reply.
fn kind(note: &Note<'_>, actor: &str) -> FactKind {
    match note.in_reply_to {
        Some(answered) if !is_by(answered, actor) => FactKind::Reply,
        _ if note.kind == "Article" => FactKind::Article,
        _ => FactKind::Status,
    }
}

/// Posts live below the address of their account: `…/users/ada/statuses/1` below `…/users/ada`.
fn is_by(post: &str, actor: &str) -> bool {
    post.strip_prefix(actor).is_some_and(|rest| rest.starts_with('/'))
}

fn published(note: &Note<'_>, at: Millis) -> Post {
    let said = words::plain(note.content);
    let text = match note.summary {
        Some(warning) => format!("{warning}\n{said}"),
        None => said,
    };
    let text: String = text.trim().chars().take(LONGEST).collect();
    Post {
        native: note.id.to_owned(),
        at,
        zone_rule: ZoneRule::Told,
        precision: Precision::Exact,
        content_type: content_type(note),
        text: (!text.is_empty()).then_some(text),
        url: note.url.or(Some(note.id)).map(str::to_owned),
    }
}

fn boost(id: &str, boosted: &str, at: Millis) -> Post {
    Post {
        native: id.to_owned(),
        at,
        zone_rule: ZoneRule::Told,
        precision: Precision::Exact,
        content_type: ContentType::Boost,
        text: None,
        url: Some(boosted.to_owned()),
    }
}

fn content_type(note: &Note<'_>) -> ContentType {
    let attached = |sort: &str| note.media.iter().any(|media| media.starts_with(sort));
    match note.kind {
        "Question" => ContentType::Poll,
        "Article" => ContentType::Article,
        "Event" => ContentType::Event,
        _ if attached("video/") => ContentType::Video,
        _ if attached("audio/") => ContentType::Audio,
        _ if attached("image/") => ContentType::Photo,
        _ => ContentType::Status,
    }
}

fn instant(published: &str) -> Result<Millis, Fault> {
    let instant: jiff::Timestamp = published.parse().map_err(|_| Fault("published"))?;
    Ok(Millis(instant.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note<'a>(kind: &'a str, in_reply_to: Option<&'a str>, media: &[&'a str]) -> Note<'a> {
        Note { id: "n", kind, in_reply_to, url: None, summary: None, content: "", media: media.to_vec() }
    }

    #[test]
    fn a_thread_is_no_reply() {
        let me = "https://social.example/users/ada";
        let cases = [
            (None, FactKind::Status),
            (Some("https://social.example/users/ada/statuses/1"), FactKind::Status),
            (Some("https://social.example/users/adam/statuses/1"), FactKind::Reply),
            (Some("https://other.example/users/bob/statuses/1"), FactKind::Reply),
        ];
        for (answered, expected) in cases {
            assert_eq!(kind(&note("Note", answered, &[]), me), expected, "{answered:?}");
        }
    }

    #[test]
    fn what_a_post_is_made_of() {
        let cases = [
            (note("Note", None, &[]), ContentType::Status),
            (note("Note", None, &["image/png", "image/jpeg"]), ContentType::Photo),
            (note("Note", None, &["image/png", "video/mp4"]), ContentType::Video),
            (note("Note", None, &["audio/ogg"]), ContentType::Audio),
            (note("Question", None, &[]), ContentType::Poll),
        ];
        for (note, expected) in cases {
            assert_eq!(content_type(&note), expected, "{note:?}");
        }
    }
}
