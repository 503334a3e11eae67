//! RSS, Atom and JSON Feed: the articles, episodes and videos of a site of the team, or what others write about it.
//!
//! From a file; what has an address is fetched one level above. A feed holds the last entries only: importing it
//! again and again is how a history is made.

pub(crate) mod decode;
mod extra;
mod moment;
mod normalise;
mod prepare;
mod wire;

pub use wire::{Entry, Feed};

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::tz::TimeZone;
use model::{FactKind, Metric, Network};

static MANIFEST: Manifest = Manifest {
    id: "feed",
    name: "RSS · Atom · JSON Feed",
    network: None,
    sees: &[
        Sees::Posts,
        Sees::Facts(FactKind::Article),
        Sees::Post(Metric::Comments),
        Sees::Facts(FactKind::Citation),
        Sees::Facts(FactKind::Backlink),
    ],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Followers, Metric::Likes, Metric::Shares, Metric::Visits],
    never_kept: &["content beyond its first words", "e-mail addresses of authors"],
    asks: &[Asks::ByOthers, Asks::OwnHosts],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest feed read, in bytes.
const LIMIT: u64 = 32 * 1024 * 1024;

/// Marks of exports that are feeds in form and something else in meaning: they have their own formats.
const NOT_A_FEED: &[&str] =
    &["http://wordpress.org/export/", "blogger/2008/kind#settings", "blogger/2008/kind#template"];

/// The format.
pub struct FeedFile;

impl Format for FeedFile {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = decode::decode(&peek.bytes).text;
        if NOT_A_FEED.iter().any(|mark| text.contains(mark)) {
            return None;
        }
        let space = if text.trim_start().starts_with('{') {
            text.contains("://jsonfeed.org/version/").then(|| json_title(&text))?
        } else {
            prepare::is_feed(prepare::root(&text)?).then(|| xml_title(&text))?
        };
        let network =
            if text.contains("http://www.youtube.com/xml/schemas/") { Network::Youtube } else { Network::Blog };
        Some(Recognised { sure: 90, network: Some(network), space, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let bytes = input.read_all(LIMIT)?;
        let decoded = decode::decode(&bytes);
        let size = bytes.len();
        drop(bytes);
        if decoded.text.trim().is_empty() {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        if let Some(line) = decoded.wrong {
            let trouble = Trouble::new(TroubleCode::BadEncoding).line(line).with("encoding", decoded.encoding);
            // Where most of it is no text in that encoding there is nothing to skip to; each wrong byte became three.
            if decoded.text.len() > size * 2 {
                return Err(trouble.into());
            }
            sink.bad(trouble)?;
        }
        let zone = TimeZone::get(&options.zone)
            .map_err(|_| Trouble::new(TroubleCode::UnknownZone).with("zone", &options.zone))?;
        let base = Some(input.name.as_str()).filter(|name| words::address::canonical(name).is_some());
        let feed = wire::parse(decoded, &zone, base)?;
        let rows = u64::try_from(feed.entries.len()).unwrap_or(u64::MAX);
        if rows == 0 {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        let told =
            if options.by_others { normalise::by_others(&feed, options) } else { normalise::own(&feed, options) };
        for piece in told.pieces {
            sink.piece(piece)?;
        }
        sink.progress(input.consumed(), rows);
        let mut seen = vec![Note::new("feed-summary", [("entries", rows.to_string())])];
        if told.undated > 0 {
            seen.push(Note::new("feed-undated", [("count", told.undated.to_string())]));
        }
        let assumed = feed.entries.iter().filter_map(|entry| entry.at).any(|at| at.zone_rule != model::ZoneRule::Told);
        if assumed {
            seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
        }
        Ok(Report { rows, seen })
    }
}

/// Reads a feed without making anything of it: for the preview, and to follow what others write.
pub fn read(bytes: &[u8], zone: &TimeZone) -> Result<Feed, Trouble> {
    wire::parse(decode::decode(bytes), zone, None)
}

fn xml_title(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("<title")?;
    let (_, rest) = rest.split_once('>')?;
    let (title, _) = rest.split_once("</title>")?;
    let title = title.trim();
    let title = title.strip_prefix("<![CDATA[").and_then(|title| title.strip_suffix("]]>")).unwrap_or(title);
    // Twice: what the XML hides may be HTML.
    named(&words::plain(&words::plain(title)))
}

fn json_title(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("\"title\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<String>();
    named(&values.next()?.ok()?)
}

fn named(title: &str) -> Option<String> {
    let title: String = title.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(100).collect();
    (!title.is_empty()).then_some(title)
}
