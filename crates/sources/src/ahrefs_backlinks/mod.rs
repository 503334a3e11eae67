//! Backlinks as Ahrefs exports them, and tools that took over its columns: UTF-16 with tabulations, or UTF-8 with commas.
//!
//! Each row is a page that links to one of the site's; the day it was first seen dates the backlink.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::table::{Columns, Rules, Separator, Table, headers};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Network};
use normalise::Links;
use wire::Column;

/// The format.
pub struct AhrefsBacklinks;

static MANIFEST: Manifest = Manifest {
    id: "ahrefs-backlinks",
    name: "Ahrefs · backlinks",
    network: Some(Network::Site),
    sees: &[Sees::Facts(FactKind::Backlink)],
    lacks: &[],
    never_kept: &["Domain rating", "UR", "Domain traffic", "Anchor", "Referring page title"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for AhrefsBacklinks {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        let ours = [Column::Page, Column::Target, Column::FirstSeen].iter().all(|column| columns.has(*column));
        ours.then(|| Recognised { sure: 92, network: Some(Network::Site), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let mut table = Table::open(input, Rules::default(), 1)?;
        let separator = table.dialect().separator;
        if !matches!(separator, Separator::Comma | Separator::Tab) {
            let trouble = Trouble::new(TroubleCode::Resaved).line(table.header_line());
            return Err(trouble.with("separator", separator.as_str()).into());
        }
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        let mut links = Links::new(zone);
        let rows = table.each(sink, |row| {
            let link = wire::Link::read(&columns, row)?;
            Ok(links.take(&link).into_iter().collect())
        })?;
        links.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows, seen: links.notes(&options.zone) })
    }
}
