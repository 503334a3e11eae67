//! The download of an Instagram account ("Download your information", JSON): followers with the moment they came,
//! posts, stories, reels, comments written. Everything else of it is recognised and left alone.

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::items::{self, Listener};
use crate::meta_download::Fault;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::Download;
use serde_json::Value;

static MANIFEST: Manifest = Manifest {
    id: "instagram-download",
    name: "Instagram · download",
    network: Some(Network::Instagram),
    sees: &[Sees::Facts(FactKind::Follow), Sees::Posts, Sees::Facts(FactKind::Post), Sees::Facts(FactKind::Reply)],
    lacks: &[
        Metric::Followers,
        Metric::Losses,
        Metric::NetGrowth,
        Metric::Likes,
        Metric::Comments,
        Metric::Shares,
        Metric::Reach,
        Metric::Impressions,
    ],
    never_kept: &[
        "messages",
        "media_metadata",
        "relationships_following",
        "relationships_unfollowed_users",
        "relationships_blocked_users",
        "relationships_follow_requests_sent",
        "likes_media_likes",
        "likes_comment_likes",
    ],
    asks: &[Asks::Private],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// The format.
pub struct InstagramDownload;

impl Format for InstagramDownload {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let sure = wire::sure(&peek.text)?;
        Some(Recognised { sure, network: Some(Network::Instagram), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut reading = Reading { options, sink, download: Download::default(), lists: false };
        let rows = items::walk(input, false, &mut reading)?;
        let Reading { sink, download, lists, .. } = reading;
        if rows == 0 && !lists {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        if download.only_private() {
            return Err(Trouble::new(TroubleCode::OnlyPrivate).into());
        }
        download.coverage().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows, seen: download.notes(rows) })
    }
}

/// A file under way.
struct Reading<'a> {
    options: &'a Options,
    sink: &'a mut dyn Sink,
    download: Download,
    /// Whether a list was named, were it empty.
    lists: bool,
}

impl Listener for Reading<'_> {
    fn item(&mut self, key: &str, item: Value, line: u64) -> Result<(), Refusal> {
        let told = wire::part(key, &item).and_then(|part| self.download.take(part, &item, self.options));
        match told {
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
