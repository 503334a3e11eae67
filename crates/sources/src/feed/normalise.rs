//! Entries → articles of the team, or, from somebody else's feed, citations and backlinks.

use super::moment::Moment;
use super::wire::{Entry, Feed};
use crate::contract::Options;
use model::{
    ActorKey, ContentType, Coverage, Fact, FactKind, Metric, Millis, Observation, Piece, Post, Shape, Span, Subject,
    What, Window,
};

/// Longest text kept of an entry, in characters.
const LONGEST: usize = 600;

/// What a feed tells.
#[derive(Debug, Default)]
pub struct Told {
    /// Posts, facts, observations.
    pub pieces: Vec<Piece>,
    /// Entries without a date that can be read: nothing is told of them, for nothing is known of their day.
    pub undated: u64,
}

/// The team's own feed: each entry is an article.
pub fn own(feed: &Feed, options: &Options) -> Told {
    let mut told = Told::default();
    let mut span: Option<(Millis, Millis)> = None;
    for entry in &feed.entries {
        let Some(moment) = entry.at else {
            told.undated += 1;
            continue;
        };
        let (from, to) = span.unwrap_or((moment.at, moment.at));
        span = Some((from.min(moment.at), to.max(moment.at)));
        let post = Post {
            native: entry.id.clone(),
            at: moment.at,
            zone_rule: moment.zone_rule,
            precision: moment.precision,
            content_type: content_type(entry),
            text: text(entry),
            url: entry.link.clone(),
        };
        told.pieces.push(Piece::Post(post));
        told.pieces.push(Piece::Fact(Fact {
            post: Some(entry.id.clone()),
            ..fact(FactKind::Article, &entry.id, moment, entry)
        }));
        if let Some(comments) = entry.comments {
            told.pieces.push(Piece::Observation(Observation {
                subject: Subject::Post(entry.id.as_str().into()),
                metric: Metric::Comments,
                shape: Shape::Level,
                value: f64::from(comments),
                window: Window::Lifetime,
                observed_at: Some(feed.updated.map_or(options.now, |updated| updated.at)),
            }));
        }
    }
    // A feed holds the last entries: between its oldest and its newest it holds them all.
    if let Some((from, to)) = span {
        let span = Span { from, to: Millis(to.0.saturating_add(1)) };
        told.pieces.push(Piece::Coverage(Coverage { what: What::Facts(FactKind::Article), span }));
    }
    told
}

/// A feed that others write and that speaks of the client: each entry is a citation, and a backlink when it links here.
/// No coverage: others cite elsewhere too.
pub fn by_others(feed: &Feed, options: &Options) -> Told {
    let mut told = Told::default();
    for entry in &feed.entries {
        let Some(moment) = entry.at else {
            told.undated += 1;
            continue;
        };
        let page = entry.link.as_deref().and_then(words::address::canonical);
        let key = page.as_deref().unwrap_or(&entry.id);
        let cited = fact(FactKind::Citation, key, moment, entry);
        told.pieces.push(Piece::Fact(Fact { actor: actor(entry, feed), text: text(entry), ..cited }));
        let Some(page) = page else { continue };
        for target in targets(entry, &options.own_hosts) {
            let link = fact(FactKind::Backlink, &format!("{page} {target}"), moment, entry);
            told.pieces.push(Piece::Fact(Fact { text: Some(target), url: Some(page.clone()), ..link }));
        }
    }
    told
}

fn fact(kind: FactKind, native: &str, moment: Moment, entry: &Entry) -> Fact {
    Fact {
        kind,
        native: native.to_owned(),
        at: moment.at,
        zone_rule: moment.zone_rule,
        actor: None,
        post: None,
        reply_to: None,
        text: None,
        url: entry.link.clone(),
    }
}

/// Names alone are not keys: two sites may each have their Jeanne.
fn actor(entry: &Entry, feed: &Feed) -> Option<ActorKey> {
    let name = entry.author.as_deref().unwrap_or(&feed.title).trim();
    let site = entry.link.as_deref().and_then(words::address::host).unwrap_or_default();
    let native = format!("{site} {}", name.to_lowercase()).trim().to_owned();
    (!native.is_empty()).then(|| ActorKey { native, display: (!name.is_empty()).then(|| name.to_owned()) })
}

/// Paths on the client's own sites that the entry links to, each once; written as the access log writes a landing.
fn targets(entry: &Entry, own_hosts: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for address in words::links(&entry.html).iter().filter_map(|link| words::address::canonical(link)) {
        let own = words::address::host(&address)
            .is_some_and(|host| own_hosts.iter().any(|own| own.trim_start_matches("www.").eq_ignore_ascii_case(&host)));
        let path = address.splitn(4, '/').nth(3).unwrap_or_default();
        let path = format!("/{}", path.split('?').next().unwrap_or_default());
        if own && !found.contains(&path) {
            found.push(path);
        }
    }
    found
}

fn content_type(entry: &Entry) -> ContentType {
    let attached = |sorts: &[&str]| entry.media.iter().any(|media| sorts.iter().any(|sort| media.starts_with(sort)));
    if attached(&["video/", "application/x-shockwave-flash"]) {
        ContentType::Video
    } else if attached(&["audio/"]) {
        ContentType::Audio
    } else {
        ContentType::Article
    }
}

/// Title and first words.
fn text(entry: &Entry) -> Option<String> {
    let text = format!("{}\n{}", entry.title, words::plain(&entry.html));
    let text: String = text.trim().chars().take(LONGEST).collect();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_our_pages_are_found_once() {
        let html = r#"<a href="https://www.example.org/a/?utm_source=x">1</a> <a href="https://example.org/a#b">2</a>
            <a href="https://elsewhere.example/">3</a> <a href="https://example.org">4</a>"#;
        let entry = Entry { html: html.to_owned(), ..Entry::default() };
        assert_eq!(targets(&entry, &["www.Example.org".to_owned()]), ["/a", "/"]);
        assert_eq!(targets(&entry, &[]), [""; 0]);
    }
}
