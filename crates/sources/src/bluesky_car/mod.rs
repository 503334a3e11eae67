//! Bluesky: the repository that an account can download, a CAR file of DAG-CBOR blocks (`car`, `wire`).
//!
//! Read: what the account posted, answered and reposted. Likes and follows that it gave are its own acts on others:
//! no indicator counts them. What others did to it is not in the repository.

mod car;
mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::Repository;
use wire::{Met, Walk};

static MANIFEST: Manifest = Manifest {
    id: "bluesky-car",
    name: "Bluesky · repository (CAR)",
    network: Some(Network::Bluesky),
    sees: &[Sees::Posts, Sees::Facts(FactKind::Status), Sees::Facts(FactKind::Reply), Sees::Facts(FactKind::Post)],
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
    never_kept: &["app.bsky.feed.like", "app.bsky.graph.*", "app.bsky.actor.profile", "sig", "facets"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest file read, in bytes: it is held in memory, for its blocks stand in any order.
const LIMIT: u64 = 256 << 20;
/// Progress is told every so many records.
const STEP: u64 = 256;

/// The format.
pub struct BlueskyCar;

impl Format for BlueskyCar {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        if !car::is_car(&peek.bytes) {
            return None;
        }
        let head = car::open(&peek.bytes, false).ok();
        let space = head.and_then(|head| wire::commit(&head).ok()).map(|commit| commit.did);
        Some(Recognised { sure: 95, network: Some(Network::Bluesky), space, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let bytes = input.read_all(LIMIT)?;
        let car = car::open(&bytes, true)?;
        let commit = wire::commit(&car)?;
        let mut repository = Repository::of(&commit.did);
        let mut walk = Walk::new(&car, &commit);
        let mut rows = 0;
        for met in walk.by_ref() {
            rows += 1;
            if u64::is_multiple_of(rows, STEP) {
                sink.progress(input.consumed(), rows);
            }
            let told = match met {
                Met::Trouble(trouble) => Err(trouble),
                Met::Record(key, value) => wire::record(&key, &value)
                    .map_err(|field| Trouble::new(TroubleCode::EmptyValue).field(&format!("{key} {field}")))
                    .and_then(|record| {
                        repository.pieces(&key, &record).map_err(|trouble| trouble.field(&format!("{key} createdAt")))
                    }),
            };
            match told {
                Ok(pieces) => pieces.into_iter().flatten().try_for_each(|piece| sink.piece(piece))?,
                Err(trouble) => sink.bad(trouble.line(rows))?,
            }
        }
        if rows == 0 {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        for piece in repository.coverage() {
            sink.piece(piece)?;
        }
        let blocks = u64::try_from(car.count()).unwrap_or(u64::MAX);
        Ok(Report { rows, seen: notes(&repository, blocks.saturating_sub(walk.reached)) })
    }
}

fn notes(repository: &Repository, left: u64) -> Vec<Note> {
    let mut seen = vec![Note::new(
        "bluesky-summary",
        [
            ("posts", repository.posts.to_string()),
            ("replies", repository.replies.to_string()),
            ("boosts", repository.boosts.to_string()),
        ],
    )];
    if repository.likes + repository.follows > 0 {
        let args = [("likes", repository.likes.to_string()), ("follows", repository.follows.to_string())];
        seen.push(Note::new("bluesky-own-acts", args));
    }
    if repository.other > 0 {
        seen.push(Note::new("bluesky-other", [("count", repository.other.to_string())]));
    }
    if left > 0 {
        seen.push(Note::new("bluesky-older-blocks", [("count", left.to_string())]));
    }
    seen
}
