//! The archive that X lets an account download: `data/tweets.js` with its parts, and the many files beside them.
//!
//! Read: what the account published, answered and reposted, with the likes and reposts each gathered. Recognised and
//! left alone: everything else of the archive. Private messages only when they are asked for.

mod messages;
mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::items::{self, Listener};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use messages::Messages;
use model::{FactKind, Metric, Network};
use normalise::Tweets;
use serde_json::Value;
use std::io::BufRead as _;
use wire::{Fault, File};

static MANIFEST: Manifest = Manifest {
    id: "x-archive",
    name: "X · archive",
    network: Some(Network::X),
    sees: &[
        Sees::Posts,
        Sees::Facts(FactKind::Post),
        Sees::Facts(FactKind::Reply),
        Sees::Post(Metric::Likes),
        Sees::Post(Metric::Shares),
        Sees::Facts(FactKind::ReplyReceived),
        Sees::Facts(FactKind::Comment),
    ],
    lacks: &[
        Metric::Followers,
        Metric::Gains,
        Metric::Losses,
        Metric::RepliesReceived,
        Metric::Mentions,
        Metric::Impressions,
    ],
    never_kept: &[
        "phoneNumber",
        "email",
        "text (direct messages)",
        "follower.js",
        "following.js",
        "like.js",
        "deleted-tweets.js",
        "ip-audit.js",
        "ad-….js",
    ],
    asks: &[Asks::Private, Asks::Team],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// The format.
pub struct XArchive;

impl Format for XArchive {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        wire::file(&peek.text)?;
        Some(Recognised { sure: 95, network: Some(Network::X), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let start = input.fill_buf().map_err(|error| crate::table::unreadable(&error))?;
        let head = String::from_utf8_lossy(start.get(..start.len().min(512)).unwrap_or_default()).into_owned();
        // Forced onto a file that is no part of an archive: the JSON reader says where it stops.
        let file = wire::file(&head).unwrap_or(File::Tweets);
        let mut reading = Reading::new(file, options, sink);
        let rows = items::walk(input, wire::is_assigned(&head), &mut reading)?;
        reading.finish(rows)
    }
}

/// A file under way.
struct Reading<'a> {
    file: File,
    options: &'a Options,
    sink: &'a mut dyn Sink,
    tweets: Tweets,
    messages: Messages,
    /// The account that the file names.
    account: Option<String>,
}

impl<'a> Reading<'a> {
    fn new(file: File, options: &'a Options, sink: &'a mut dyn Sink) -> Self {
        Self { file, options, sink, tweets: Tweets::default(), messages: Messages::default(), account: None }
    }

    fn finish(self, rows: u64) -> Result<Report, Refusal> {
        let Self { file, options, sink, tweets, messages, account } = self;
        let seen = match file {
            File::Tweets if rows == 0 => vec![Note::new("download-list-empty", [])],
            File::Tweets => {
                let told = tweets.finish(options);
                told.pieces.into_iter().try_for_each(|piece| sink.piece(piece))?;
                told.notes
            }
            File::Messages if options.include_private => {
                let told = messages.finish(options);
                told.pieces.into_iter().try_for_each(|piece| sink.piece(piece))?;
                told.notes
            }
            File::Messages => vec![Note::new("private-left-out", [("count", messages.count().to_string())])],
            File::Followers => vec![Note::new("x-followers-undated", [("count", rows.to_string())])],
            File::Following => vec![Note::new("x-following-undated", [("count", rows.to_string())])],
            File::Likes => vec![Note::new("x-likes-undated", [("count", rows.to_string())])],
            File::Account | File::Manifest => match account {
                Some(name) => vec![Note::new("x-account", [("name", name)])],
                None => vec![Note::new("x-left-aside", [("name", "account".to_owned())])],
            },
            File::Other(name) => vec![Note::new("x-left-aside", [("name", name)])],
        };
        Ok(Report { rows, seen })
    }

    fn bad(&mut self, fault: &Fault, item: &Value, line: u64) -> Result<(), Refusal> {
        let Fault(field) = *fault;
        let met = item.get(field);
        let code = if met.is_some_and(|met| !met.is_null()) { TroubleCode::NotADate } else { TroubleCode::EmptyValue };
        let trouble = Trouble::new(code).line(line).field(field);
        self.sink.bad(match met.and_then(Value::as_str) {
            Some(met) => trouble.with("value", met),
            None => trouble,
        })
    }
}

impl Listener for Reading<'_> {
    fn item(&mut self, _: &str, item: Value, line: u64) -> Result<(), Refusal> {
        match self.file {
            File::Tweets => {
                let tweet = item.get("tweet").unwrap_or(&item);
                match wire::tweet(tweet).and_then(|tweet| self.tweets.take(&tweet)) {
                    Ok(pieces) => pieces.into_iter().try_for_each(|piece| self.sink.piece(piece)),
                    Err(fault) => self.bad(&fault, tweet, line),
                }
            }
            File::Messages => {
                self.messages.take(&item, self.options.include_private);
                Ok(())
            }
            File::Account => {
                let name = item.get("account").and_then(|account| account.get("username")).and_then(Value::as_str);
                self.account = name.map(str::to_owned);
                Ok(())
            }
            File::Followers | File::Following | File::Likes | File::Manifest | File::Other(_) => Ok(()),
        }
    }

    fn beside(&mut self, key: &str, value: Value) {
        if self.file == File::Manifest && key == "userInfo" {
            self.account = value.get("userName").and_then(Value::as_str).map(str::to_owned);
        }
    }

    fn progress(&mut self, bytes: u64, items: u64) {
        self.sink.progress(bytes, items);
    }
}
