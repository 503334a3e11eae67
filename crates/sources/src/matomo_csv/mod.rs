//! Matomo · report as CSV: visits by day or week, by channel type, and the visits log; raw names or translated ones.
//!
//! Most reports say their days in the file's name only; those without are told in a note and give no figure.

mod live;
mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::table::{Columns, Rules, Table, headers};
use crate::trouble::Refusal;
use model::{Metric, Network};
use normalise::Taken;
use wire::{Column, Entry};

/// The format.
pub struct MatomoCsv;

static MANIFEST: Manifest = Manifest {
    id: "matomo-csv",
    name: "Matomo · report",
    network: Some(Network::Site),
    sees: &[Sees::Visits, Sees::Space(Metric::Visits), Sees::Space(Metric::Visitors), Sees::Space(Metric::PageViews)],
    lacks: &[],
    never_kept: &["visitIp", "userId", "country", "browser", "bounce_rate", "avg_time_on_site"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for MatomoCsv {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let headers = headers(peek);
        let report = Columns::find(wire::LABELS, &headers);
        let log = Columns::find(live::LABELS, &headers);
        let signs = wire::SIGNATURE.iter().filter(|column| report.has(**column)).count();
        // Some reports have no column of their own but the label's and the visitors'.
        let labelled = report.has(Column::Label) && report.has(Column::Visitors);
        let sure = match report.has(Column::Visits) {
            _ if log.require(1).is_ok() => 90,
            true if signs >= 2 => 90,
            true if labelled => 70,
            _ => return None,
        };
        Some(Recognised { sure, network: Some(Network::Site), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let named = wire::window_in_name(&input.name);
        let mut table = Table::open(input, Rules::default(), 1)?;
        table.as_the_service_writes()?;
        let log = Columns::find(live::LABELS, table.headers());
        if log.require(table.header_line()).is_ok() {
            return live::read(&mut table, &log, sink);
        }
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        let mut taken = Taken::new(named);
        let rows = table.each(sink, |row| {
            taken.take(Entry::read(&columns, row)?)?;
            Ok(Vec::new())
        })?;
        let (pieces, seen): (_, Vec<Note>) = taken.finish();
        pieces.into_iter().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows, seen })
    }
}
