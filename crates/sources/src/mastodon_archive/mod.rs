//! The archive that Mastodon and its kin let an account download: `outbox.json`, with `actor.json` beside it.
//!
//! Read: what the account published, answered and boosted. Recognised and left alone: `likes.json`, `bookmarks.json`.
//! What others did to these posts is not in the archive.

mod normalise;
mod stream;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::Outbox;
use serde_json::Value;
use std::cell::Cell;
use std::io::{BufRead, BufReader, Read};

static MANIFEST: Manifest = Manifest {
    id: "mastodon-archive",
    name: "Mastodon · archive",
    network: Some(Network::Mastodon),
    sees: &[
        Sees::Posts,
        Sees::Facts(FactKind::Status),
        Sees::Facts(FactKind::Reply),
        Sees::Facts(FactKind::Post),
        Sees::Facts(FactKind::Article),
    ],
    lacks: &[
        Metric::Followers,
        Metric::Gains,
        Metric::Losses,
        Metric::Likes,
        Metric::Shares,
        Metric::RepliesReceived,
        Metric::Mentions,
        Metric::Impressions,
    ],
    never_kept: &["to", "cc", "tag", "publicKey", "summary (actor)", "likes.json", "bookmarks.json"],
    asks: &[Asks::Private],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest file read, in bytes: half a million posts.
const LIMIT: u64 = 1 << 30;
/// Longest item read, in bytes of JSON: it is held in memory.
const LONGEST_ITEM: u64 = 8 << 20;
/// Progress is told every so many items.
const STEP: u64 = 256;

/// The format.
pub struct MastodonArchive;

impl Format for MastodonArchive {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = peek.text.trim_start_matches('\u{feff}').trim_start();
        if !text.starts_with('{') || !text.contains("https://www.w3.org/ns/activitystreams") {
            return None;
        }
        let account = if text.contains("\"orderedItems\"") {
            string_after(text, "\"actor\"").and_then(account)
        } else if text.contains("\"preferredUsername\"") && text.contains("\"outbox\"") {
            string_after(text, "\"id\"").and_then(account)
        } else {
            return None;
        };
        Some(Recognised { sure: 95, network: Some(Network::Mastodon), space: account, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let start = input.fill_buf().map_err(|error| unreadable(&error))?;
        if start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]) || start.get(1) == Some(&0) {
            return Err(Trouble::new(TroubleCode::BadEncoding).with("encoding", "UTF-16").into());
        }
        if start.starts_with(b"\xef\xbb\xbf") {
            input.consume(3);
        }
        let (consumed, item) = (Cell::new(0), Cell::new(LONGEST_ITEM));
        let mut reading = Reading::new(options, sink, &consumed, &item);
        let mut bytes = Metered { inner: input.take(LIMIT), consumed: &consumed, item: &item };
        if let Err(error) = stream::walk(BufReader::new(&mut bytes), &mut reading) {
            let trouble = match reading.stopped.take() {
                Some(refusal) => return Err(refusal),
                None if bytes.inner.limit() == 0 => {
                    Trouble::new(TroubleCode::TooLarge).with("limit", &LIMIT.to_string())
                }
                None if item.get() == 0 => {
                    let trouble = Trouble::new(TroubleCode::TooLarge).line(reading.rows + 1).field("orderedItems");
                    trouble.with("limit", &LONGEST_ITEM.to_string())
                }
                None => trouble(&error, reading.rows + 1),
            };
            return Err(trouble.into());
        }
        reading.finish()
    }
}

/// Says how much of the outer file is read, and refuses what is longer than an item may be.
struct Metered<'a> {
    inner: std::io::Take<&'a mut Input>,
    consumed: &'a Cell<u64>,
    /// Bytes that may still be read before the item under way ends.
    item: &'a Cell<u64>,
}

impl Read for Metered<'_> {
    fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buf)?;
        self.consumed.set(self.inner.get_ref().consumed());
        self.item.set(self.item.get().saturating_sub(u64::try_from(read).unwrap_or(u64::MAX)));
        if self.item.get() == 0 { Err(std::io::ErrorKind::FileTooLarge.into()) } else { Ok(read) }
    }
}

/// A file under way.
struct Reading<'a> {
    options: &'a Options,
    sink: &'a mut dyn Sink,
    consumed: &'a Cell<u64>,
    item: &'a Cell<u64>,
    outbox: Outbox,
    rows: u64,
    addresses: u64,
    name: Option<String>,
    id: String,
    total: Option<u64>,
    stopped: Option<Refusal>,
}

impl<'a> Reading<'a> {
    fn new(options: &'a Options, sink: &'a mut dyn Sink, consumed: &'a Cell<u64>, item: &'a Cell<u64>) -> Self {
        Self {
            options,
            sink,
            consumed,
            item,
            outbox: Outbox::default(),
            rows: 0,
            addresses: 0,
            name: None,
            id: String::new(),
            total: None,
            stopped: None,
        }
    }

    fn take(&mut self, item: &Value) -> Result<(), Refusal> {
        let pieces =
            wire::activity(item).and_then(|activity| self.outbox.pieces(&activity, self.options.include_private));
        match pieces {
            Ok(pieces) => pieces.into_iter().flatten().try_for_each(|piece| self.sink.piece(piece)),
            Err(wire::Fault(field)) => {
                let code = match field {
                    "published" if item.get(field).is_some() => TroubleCode::NotADate,
                    _ => TroubleCode::EmptyValue,
                };
                let met = item.get(field).map_or_else(String::new, Value::to_string);
                self.sink.bad(Trouble::new(code).line(self.rows).field(field).with("value", &met))
            }
        }
    }

    fn finish(self) -> Result<Report, Refusal> {
        let Self { outbox, rows, addresses, .. } = self;
        if let Some(name) = self.name {
            return Ok(Report { rows: 1, seen: vec![Note::new("mastodon-actor", [("name", name)])] });
        }
        // Addresses alone: what the account liked or kept, which is its own business.
        let aside = matches!(self.id.as_str(), "likes.json" | "bookmarks.json");
        if aside || (addresses > 0 && addresses == rows) {
            return Ok(Report { rows, seen: vec![Note::new("mastodon-left-aside", [("items", rows.to_string())])] });
        }
        if rows == 0 {
            return Err(Trouble::new(TroubleCode::Empty).field("orderedItems").into());
        }
        if outbox.posts + outbox.boosts == 0 && outbox.private > 0 {
            return Err(Trouble::new(TroubleCode::OnlyPrivate).with("count", &outbox.private.to_string()).into());
        }
        self.sink.progress(self.consumed.get(), rows);
        for piece in outbox.coverage() {
            self.sink.piece(piece)?;
        }
        let mut seen = vec![Note::new(
            "mastodon-summary",
            [
                ("posts", outbox.posts.to_string()),
                ("replies", outbox.replies.to_string()),
                ("boosts", outbox.boosts.to_string()),
            ],
        )];
        if outbox.private > 0 {
            seen.push(Note::new("private-left-out", [("count", outbox.private.to_string())]));
        }
        if outbox.other > 0 {
            seen.push(Note::new("mastodon-other", [("count", outbox.other.to_string())]));
        }
        if let Some(total) = self.total.filter(|total| *total != rows) {
            seen.push(Note::new("mastodon-total", [("said", total.to_string()), ("found", rows.to_string())]));
        }
        Ok(Report { rows, seen })
    }
}

impl stream::Listener for Reading<'_> {
    fn item(&mut self, item: Value) -> bool {
        self.rows += 1;
        self.item.set(LONGEST_ITEM);
        if self.rows.is_multiple_of(STEP) {
            self.sink.progress(self.consumed.get(), self.rows);
        }
        // Likes and bookmarks are addresses from the first to the last; among activities an address is a fault.
        let taken = if item.is_string() && self.addresses + 1 == self.rows {
            self.addresses += 1;
            Ok(())
        } else {
            self.take(&item)
        };
        self.stopped = taken.err();
        self.stopped.is_none()
    }

    fn beside(&mut self, key: &str, value: Value) {
        match (key, &value) {
            ("id", Value::String(id)) => self.id.clone_from(id),
            ("preferredUsername", Value::String(name)) => self.name = Some(name.clone()),
            ("totalItems", _) => self.total = value.as_u64(),
            _ => {}
        }
    }
}

/// What the JSON reader stumbled over, at which item.
fn trouble(error: &serde_json::Error, item: u64) -> Trouble {
    let reason = error.to_string();
    let code = match error.classify() {
        serde_json::error::Category::Eof => TroubleCode::Truncated,
        serde_json::error::Category::Io => TroubleCode::Unreadable,
        _ if reason.contains("unicode") => TroubleCode::BadEncoding,
        _ => TroubleCode::Malformed,
    };
    Trouble::new(code).line(item).field("orderedItems").with("reason", &reason)
}

fn unreadable(error: &std::io::Error) -> Trouble {
    Trouble::new(TroubleCode::Unreadable).with("reason", &error.to_string())
}

/// The first JSON string after the key.
fn string_after<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(key)?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    rest.split('"').next()
}

/// `ada@social.example` for `https://social.example/users/ada`.
fn account(address: &str) -> Option<String> {
    let host = words::address::host(address)?;
    let name = address.trim_end_matches('/').rsplit('/').next()?.trim_start_matches('@');
    (!name.is_empty()).then(|| format!("{name}@{host}"))
}
