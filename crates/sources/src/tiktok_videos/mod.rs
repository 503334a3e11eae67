//! TikTok · videos: the table of videos of Business Suite or Studio, with what each gathered so far.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::table::{Columns, Rules, Table, headers};
use crate::trouble::Refusal;
use model::{Metric, Network};
use wire::{Column, VideoRow};

/// The table of videos of TikTok.
pub struct TiktokVideos;

static MANIFEST: Manifest = Manifest {
    id: "tiktok-videos",
    name: "TikTok · videos",
    network: Some(Network::Tiktok),
    sees: &[
        Sees::Posts,
        Sees::Post(Metric::VideoViews),
        Sees::Post(Metric::Likes),
        Sees::Post(Metric::Comments),
        Sees::Post(Metric::Shares),
        Sees::Post(Metric::Saves),
        Sees::Post(Metric::Reach),
    ],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Followers],
    never_kept: &["Total play time", "Average watch time", "Watched full video"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for TiktokVideos {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let ours = wire::is_ours(&Columns::find(wire::LABELS, &headers(peek)));
        ours.then_some(Recognised { sure: 95, network: Some(Network::Tiktok), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let mut table = Table::open(input, Rules::default(), 1)?;
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        let mut videos = normalise::Videos::new(&zone, options.now);
        let rows =
            table.each(sink, |row| videos.pieces(VideoRow::read(&columns, row)?, columns.header(Column::Posted)))?;
        videos.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        let mut seen = videos.notes();
        if videos.zone_was_needed() && !options.zone_named {
            seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
        }
        Ok(Report { rows, seen })
    }
}
