//! X · account overview: `account_overview_analytics.csv`, one row a day, newest first.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::day_table;
use crate::input::Input;
use crate::table::{Columns, Rules, Table, headers};
use crate::trouble::Refusal;
use model::{Metric, Network};

/// The account overview of X.
pub struct XOverview;

static MANIFEST: Manifest = Manifest {
    id: "x-overview",
    name: "X · account overview",
    network: Some(Network::X),
    sees: &[
        Sees::Space(Metric::Gains),
        Sees::Space(Metric::Losses),
        Sees::Space(Metric::Impressions),
        Sees::Space(Metric::Likes),
        Sees::Space(Metric::Engagements),
        Sees::Space(Metric::Saves),
        Sees::Space(Metric::Shares),
        Sees::Space(Metric::RepliesReceived),
        Sees::Space(Metric::ProfileViews),
        Sees::Space(Metric::PostsPublished),
        Sees::Space(Metric::VideoViews),
        Sees::Space(Metric::MediaViews),
    ],
    lacks: &[Metric::Followers, Metric::Reach],
    never_kept: &[],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for XOverview {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        let ours = wire::SIGNATURE.iter().filter(|column| columns.has(**column)).count();
        if columns.has(wire::OF_POSTS) || ours < 2 || columns.known() < 5 {
            return None;
        }
        Some(Recognised { sure: 95, network: Some(Network::X), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut table = Table::open(input, Rules::default(), 1)?.last_cell_filled();
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        day_table::read(&mut table, &columns, sink, normalise::pieces)
    }
}
