//! Beehiiv · posts: the issues of a newsletter.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::table::{Columns, Rules, Table, headers};
use crate::trouble::Refusal;
use model::{FactKind, Metric, Network};
use normalise::Issues;
use wire::Issue;

/// The posts export of Beehiiv.
pub struct BeehiivPosts;

static MANIFEST: Manifest = Manifest {
    id: "beehiiv-posts",
    name: "Beehiiv · posts",
    network: Some(Network::Newsletter),
    sees: &[Sees::Posts, Sees::Facts(FactKind::Article)],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Followers, Metric::Clicks, Metric::Comments, Metric::Likes],
    never_kept: &["content_html", "audience", "content_tags"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for BeehiivPosts {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let ours = wire::is_ours(&Columns::find(wire::LABELS, &headers(peek)));
        ours.then_some(Recognised { sure: 95, network: Some(Network::Newsletter), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let mut table = Table::open(input, Rules::default(), 1)?.last_cell_filled();
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        let mut issues = Issues::default();
        let rows = table.each(sink, |row| issues.pieces(Issue::read(&columns, row, &zone)?))?;
        issues.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        let mut seen = issues.notes();
        if issues.zone_was_needed() && !options.zone_named {
            seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
        }
        Ok(Report { rows, seen })
    }
}
