//! A feed as far as we read it, whatever its dialect: the work of `feed-rs`, with what it does not do (old dialects,
//! comment counts, dates without zone, ids where there is none) done around it.

use super::decode::Decoded;
use super::moment::{self, Moment};
use super::{extra, prepare};
use crate::trouble::{Trouble, TroubleCode};
use feed_rs::model as theirs;
use feed_rs::parser::{Builder, ParseErrorKind, ParseFeedError};
use jiff::tz::TimeZone;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// A feed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Feed {
    /// Its title, plain text.
    pub title: String,
    /// The site it belongs to.
    pub link: Option<String>,
    /// Since when it says what it says.
    pub updated: Option<Moment>,
    /// What it holds, in its order.
    pub entries: Vec<Entry>,
}

/// One entry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// Its key: the feed's own, else its address, else a hash of what it says.
    pub id: String,
    /// Its title, plain text.
    pub title: String,
    /// Its address.
    pub link: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published, else changed.
    pub at: Option<Moment>,
    /// What it says, as HTML.
    pub html: String,
    /// Media types of what is attached.
    pub media: Vec<String>,
    /// How many comments it has, where the feed counts them (`slash:comments`, `thr:total`).
    pub comments: Option<u32>,
}

/// Reads a feed. Local times are in `zone`; relative addresses are relative to `base`.
pub fn parse(decoded: Decoded, zone: &TimeZone, base: Option<&str>) -> Result<Feed, Trouble> {
    let mut text = decoded.text;
    let json = text.trim_start().starts_with('{');
    if !json {
        if prepare::is_cut(&text) {
            return Err(Trouble::new(TroubleCode::Truncated));
        }
        text = prepare::prepare(text);
    }
    let is_feed = json || prepare::root(&text).is_some_and(prepare::is_feed);
    let dates = Dates::default();
    let parser = Builder::new()
        .base_uri(base)
        .sanitize_content(false)
        // Theirs ends in a random id, and importing twice must change nothing.
        .id_generator(|_, _, _| String::new())
        .timestamp_parser(dates.parser(zone.clone()))
        .build();
    // TRICKY: feed-rs 3.0 panics on durations beyond 2^64 seconds and on some authors' names cut inside a character.
    // A feed comes from anywhere; one that does it is refused like any other that cannot be read.
    let parsed = catch_unwind(AssertUnwindSafe(|| parser.parse(text.as_bytes())))
        .map_err(|_| Trouble::new(TroubleCode::Malformed).with("reason", "unreadable value"))?
        .map_err(|error| trouble(&error, is_feed))?;
    let comments = extra::comments(&text);
    let counted = comments.len() == parsed.entries.len();
    let mut entries: Vec<Entry> = parsed.entries.iter().map(|entry| read(entry, &dates)).collect();
    if counted {
        for (entry, comments) in entries.iter_mut().zip(comments) {
            entry.comments = comments;
        }
    }
    Ok(Feed {
        title: text_of(parsed.title.as_ref()),
        link: parsed.links.iter().find(|link| is_page(link)).map(|link| link.href.trim().to_owned()),
        updated: parsed.updated.or(parsed.published).and_then(|at| dates.moment(at.timestamp_millis())),
        entries,
    })
}

fn read(entry: &theirs::Entry, dates: &Dates) -> Entry {
    let title = text_of(entry.title.as_ref());
    let body = entry.content.as_ref().and_then(|content| content.body.as_deref());
    let html = body.or(entry.summary.as_ref().map(|text| text.content.as_str())).unwrap_or_default().to_owned();
    let at = entry.published.or(entry.updated).and_then(|at| dates.moment(at.timestamp_millis()));
    // An id is often the address itself, and stands for it where no link does.
    let id_is_address = Some(entry.id.trim()).filter(|id| words::address::canonical(id).is_some());
    let link = entry.links.iter().find(|link| is_page(link)).map(|link| link.href.trim()).or(id_is_address);
    let link = link.map(str::to_owned);
    let id = match (entry.id.trim(), &link) {
        ("", Some(link)) => link.clone(),
        ("", None) => {
            blake3::hash(format!("{title}\0{html}\0{:?}", at.map(|at| at.at)).as_bytes()).to_hex().to_string()
        }
        (id, _) => id.to_owned(),
    };
    let attached = entry.media.iter().flat_map(|media| &media.content).filter_map(|file| file.content_type.as_ref());
    let linked = entry.links.iter().filter(|link| link.rel.as_deref() == Some("enclosure"));
    let media = attached.map(ToString::to_string).chain(linked.filter_map(|link| link.media_type.clone())).collect();
    let author = entry.authors.iter().find_map(|person| person.name.clone()).filter(|name| !name.trim().is_empty());
    Entry { id, title, link, author, at, html, media, comments: None }
}

/// A link to the entry itself, not to its comments, its file or its source.
fn is_page(link: &theirs::Link) -> bool {
    link.target.is_none() && matches!(link.rel.as_deref(), None | Some("alternate")) && !link.href.trim().is_empty()
}

fn text_of(text: Option<&theirs::Text>) -> String {
    let Some(text) = text else { return String::new() };
    // RSS says nothing of HTML in titles and many write it; what Atom calls text is text.
    words::plain(&text.content)
}

/// Dates as `feed-rs` meets them. It hands back instants only; what else a date told is kept beside, by instant.
#[derive(Default, Clone)]
struct Dates(Arc<Mutex<HashMap<i64, Moment>>>);

impl Dates {
    fn parser<T: From<SystemTime>>(&self, zone: TimeZone) -> impl Fn(&str) -> Option<T> + Send + Sync + 'static {
        let met = Arc::clone(&self.0);
        move |text| {
            let moment = moment::read(text, &zone)?;
            let distance = Duration::from_millis(moment.at.0.unsigned_abs());
            let instant = match moment.at.0 {
                0.. => SystemTime::UNIX_EPOCH.checked_add(distance),
                _ => SystemTime::UNIX_EPOCH.checked_sub(distance),
            }?;
            met.lock().unwrap_or_else(PoisonError::into_inner).insert(moment.at.0, moment);
            Some(T::from(instant))
        }
    }

    fn moment(&self, at: i64) -> Option<Moment> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&at).copied()
    }
}

fn trouble(error: &ParseFeedError, is_feed: bool) -> Trouble {
    let code = match error {
        ParseFeedError::JsonSerde(error) if error.is_eof() => TroubleCode::Truncated,
        // Recognised by its root, and nothing inside: an `<rss>` without `<channel>`.
        ParseFeedError::ParseError(ParseErrorKind::NoFeedRoot) if is_feed => TroubleCode::Empty,
        ParseFeedError::IoError(_) => TroubleCode::Unreadable,
        _ => TroubleCode::Malformed,
    };
    let trouble = Trouble::new(code).with("reason", &error.to_string());
    match error {
        ParseFeedError::JsonSerde(error) => trouble.line(u64::try_from(error.line()).unwrap_or(1)),
        _ => trouble,
    }
}
