//! TikTok Business Suite: the overview and the audience of an account, one row a day.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::day_table::{self, DayColumn};
use crate::input::Input;
use crate::table::{Columns, Rules, Table, headers};
use crate::trouble::Refusal;
use model::{Metric, Network};

/// The daily tables of TikTok Business Suite.
pub struct TiktokBusiness;

static MANIFEST: Manifest = Manifest {
    id: "tiktok-business",
    name: "TikTok · Business Suite",
    network: Some(Network::Tiktok),
    sees: &[
        Sees::Space(Metric::Gains),
        Sees::Space(Metric::Losses),
        Sees::Space(Metric::NetGrowth),
        Sees::Space(Metric::Followers),
        Sees::Space(Metric::VideoViews),
        Sees::Space(Metric::ProfileViews),
        Sees::Space(Metric::Likes),
        Sees::Space(Metric::Shares),
        Sees::Space(Metric::Comments),
        Sees::Space(Metric::Reach),
        Sees::Space(Metric::EngagedPeople),
    ],
    lacks: &[Metric::Impressions, Metric::Saves],
    never_kept: &["Phone number clicks", "Leads submission"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for TiktokBusiness {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        let ours = wire::SIGNATURE.iter().filter(|column| columns.has(**column)).count();
        if ours < 2 || columns.known() < 4 {
            return None;
        }
        Some(Recognised { sure: 95, network: Some(Network::Tiktok), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut table = Table::open(input, Rules::default(), 1)?.last_cell_filled();
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        wire::require_its_kind(&columns, table.header_line())?;
        let mut report = day_table::read(&mut table, &columns, sink, normalise::pieces)?;
        if !columns.has(DayColumn::Figure(Metric::Losses)) {
            report.seen.push(Note::new("gains-only", []));
        }
        Ok(report)
    }
}
