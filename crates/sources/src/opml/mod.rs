//! OPML: the list of feeds that a feed reader exports. It tells no figure: it says what to follow.
//!
//! Recognised, so that its owner learns what it is for; refused by the import, which would store nothing. [`read`]
//! gives the list itself.

mod wire;

pub use wire::{Feed, List, read};

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sink, Tier};
use crate::feed::decode::decode;
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};

/// Largest list read, in bytes.
const LIMIT: u64 = 8 * 1024 * 1024;

/// How many feeds a sentence names.
const NAMED: usize = 30;

/// The format.
pub struct Opml;

static MANIFEST: Manifest = Manifest {
    id: "opml",
    name: "OPML · list of feeds",
    network: None,
    sees: &[],
    lacks: &[],
    never_kept: &["ownerName", "ownerEmail", "ownerId"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for Opml {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    /// Says which feeds are listed, as far as the peek reaches.
    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        if !wire::is_opml(&decode(&peek.bytes).text) {
            return None;
        }
        let listed = read(&peek.bytes).ok().filter(|list| !list.feeds.is_empty());
        let seen = listed.map(|list| {
            let count = list.feeds.len().to_string();
            Note::new("opml-feeds", [("count", count), ("feeds", named(&list))])
        });
        Some(Recognised { sure: 95, network: None, space: None, seen: seen.into_iter().collect() })
    }

    fn read(&self, input: &mut Input, _: &Options, _: &mut dyn Sink) -> Result<Report, Refusal> {
        let bytes = input.read_all(LIMIT)?;
        let list = read(&bytes)?;
        if list.feeds.is_empty() {
            return Err(Trouble::new(TroubleCode::Empty).field("outline").into());
        }
        let trouble = Trouble::new(TroubleCode::ListOfFeeds).with("count", &list.feeds.len().to_string());
        Err(trouble.with("feeds", &named(&list)).into())
    }
}

/// The titles of the feeds, or their addresses.
fn named(list: &List) -> String {
    let name = |feed: &Feed| if feed.title.is_empty() { feed.url.clone() } else { feed.title.clone() };
    let mut names: Vec<String> = list.feeds.iter().take(NAMED).map(name).collect();
    if list.feeds.len() > NAMED {
        names.push("…".to_owned());
    }
    names.join(" · ")
}
