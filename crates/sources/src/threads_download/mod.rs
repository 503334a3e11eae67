//! The download of a Threads account ("Download your information", JSON): followers with the moment they came, and
//! what the account wrote.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::items::{self, Listener};
use crate::meta_download::Fault;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::Download;
use serde_json::Value;

static MANIFEST: Manifest = Manifest {
    id: "threads-download",
    name: "Threads · download",
    network: Some(Network::Threads),
    sees: &[Sees::Facts(FactKind::Follow), Sees::Posts, Sees::Facts(FactKind::Status)],
    lacks: &[
        Metric::Followers,
        Metric::Losses,
        Metric::NetGrowth,
        Metric::RepliesSent,
        Metric::Likes,
        Metric::Shares,
        Metric::RepliesReceived,
        Metric::Impressions,
    ],
    never_kept: &["media_metadata", "text_post_app_text_post_app_following", "text_post_app_text_post_app_likes"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// The format.
pub struct ThreadsDownload;

impl Format for ThreadsDownload {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let key = items::first_key(&peek.text)?;
        let ours = key.starts_with(wire::FAMILY);
        ours.then(|| Recognised { sure: 95, network: Some(Network::Threads), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut reading = Reading { sink, download: Download::default(), lists: false };
        let rows = items::walk(input, false, &mut reading)?;
        let Reading { sink, download, lists } = reading;
        if rows == 0 && !lists {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        download.coverage().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows, seen: download.notes(rows) })
    }
}

/// A file under way.
struct Reading<'a> {
    sink: &'a mut dyn Sink,
    download: Download,
    /// Whether a list was named, were it empty.
    lists: bool,
}

impl Listener for Reading<'_> {
    fn item(&mut self, key: &str, item: Value, line: u64) -> Result<(), Refusal> {
        match self.download.take(wire::part(key), &item) {
            Ok(pieces) => pieces.into_iter().try_for_each(|piece| self.sink.piece(piece)),
            Err(Fault(field)) => self.sink.bad(Trouble::new(TroubleCode::EmptyValue).line(line).field(field)),
        }
    }

    fn list(&mut self, key: &str) {
        self.lists |= !key.is_empty();
    }

    fn beside(&mut self, _: &str, _: Value) {}

    fn progress(&mut self, bytes: u64, items: u64) {
        self.sink.progress(bytes, items);
    }
}
