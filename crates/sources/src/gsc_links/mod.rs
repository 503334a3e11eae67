//! Google Search Console · links: linking sites, pages linked to, and the pages that link, with the day Google last saw each.
//!
//! Sites and targets are counts without a day: they are told in a note. Linking pages are backlinks.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::table::{Columns, Rules, Table, headers};
use crate::trouble::Refusal;
use model::{FactKind, Network};
use normalise::Links;
use wire::Column;

/// The format.
pub struct GscLinks;

static MANIFEST: Manifest = Manifest {
    id: "gsc-links",
    name: "Google Search Console · links",
    network: Some(Network::Site),
    sees: &[Sees::Facts(FactKind::Backlink)],
    lacks: &[],
    never_kept: &[],
    asks: &[],
    service_zone: Some(wire::ZONE),
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for GscLinks {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        let has = |wanted: &[Column]| wanted.iter().all(|column| columns.has(*column));
        let ours = has(&[Column::Page, Column::Crawled])
            || has(&[Column::Site, Column::Pages, Column::Targets])
            || has(&[Column::Target, Column::Incoming, Column::Sites]);
        ours.then(|| Recognised { sure: 92, network: Some(Network::Site), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(wire::ZONE)?;
        let mut table = Table::open(input, Rules::default(), 1)?.last_cell_filled();
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        if columns.has(Column::Crawled) {
            let mut links = Links::default();
            let rows = table.each(sink, |row| {
                let (page, day) = wire::linking(&columns, row)?;
                Ok(links.take(&page, day, &zone).into_iter().collect())
            })?;
            links.coverage(&zone).into_iter().try_for_each(|piece| sink.piece(piece))?;
            return Ok(Report { rows, seen: links.notes() });
        }
        let (name, count) = wire::counted(&columns);
        let mut sum = 0.0;
        let rows = table.each(sink, |row| {
            sum += wire::count(&columns, row, name, count)?;
            Ok(Vec::new())
        })?;
        let args = [("rows", rows.to_string()), ("links", sum.to_string())];
        let note =
            if name == Column::Site { Note::new("links-by-site", args) } else { Note::new("links-by-target", args) };
        Ok(Report { rows, seen: vec![note] })
    }
}
