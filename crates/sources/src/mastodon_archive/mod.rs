//! The archive that Mastodon and its kin let an account download: `outbox.json`, with `actor.json` beside it.
//!
//! Read: what the account published, answered and boosted. Recognised and left alone: `likes.json`, `bookmarks.json`.
//! What others did to these posts is not in the archive.

mod normalise;
mod stream;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::{Input, Meter};
use crate::limited::{self, Budget, LONGEST_ITEM, Limited};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::Outbox;
use serde_json::Value;
use std::io::BufReader;

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
        limited::begin(input)?;
        let (meter, budget) = (input.meter(), Budget::new(LIMIT));
        budget.limit_items(true);
        let mut reading = Reading::new(options, sink, meter, &budget);
        if let Err(error) = stream::walk(BufReader::new(Limited::new(input, &budget)), &mut reading) {
            if let Some(refusal) = reading.stopped.take() {
                return Err(refusal);
            }
            let too_large = |limit: u64| Trouble::new(TroubleCode::TooLarge).with("limit", &limit.to_string());
            return Err(match budget.exceeded() {
                Some(LONGEST_ITEM) => too_large(LONGEST_ITEM).line(reading.rows + 1).field("orderedItems"),
                Some(limit) => too_large(limit),
                None => trouble(&error, reading.rows + 1),
            }
            .into());
        }
        reading.finish()
    }
}

/// A file under way.
struct Reading<'a> {
    options: &'a Options,
    sink: &'a mut dyn Sink,
    meter: Meter,
    budget: &'a Budget,
    outbox: Outbox,
    rows: u64,
    addresses: u64,
    name: Option<String>,
    id: String,
    total: Option<u64>,
    stopped: Option<Refusal>,
}

impl<'a> Reading<'a> {
    fn new(options: &'a Options, sink: &'a mut dyn Sink, meter: Meter, budget: &'a Budget) -> Self {
        Self {
            options,
            sink,
            meter,
            budget,
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
        self.sink.progress(self.meter.consumed(), rows);
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
        self.budget.limit_items(true);
        if self.rows.is_multiple_of(STEP) {
            self.sink.progress(self.meter.consumed(), self.rows);
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
    let code = TroubleCode::of_json(error);
    Trouble::new(code).line(item).field("orderedItems").with("reason", &reason)
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
