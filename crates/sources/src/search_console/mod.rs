//! Google Search Console · performance: the parts of its zip, or its CSV files one by one.
//!
//! `Dates` tells clicks and impressions day by day and is taken. Queries, pages, countries and devices tell the whole
//! window without saying which: they are added up for a note, and give no figure.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::table::{Columns, Next, Rules, Table, headers};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{Metric, Network};
use normalise::Taken;
use wire::Column;

/// The format.
pub struct SearchConsole;

/// The zone in which Search Console cuts days.
const ZONE: &str = "America/Los_Angeles";

static MANIFEST: Manifest = Manifest {
    id: "search-console",
    name: "Google Search Console · performance",
    network: Some(Network::Site),
    sees: &[Sees::Space(Metric::Clicks), Sees::Space(Metric::Impressions)],
    lacks: &[Metric::Visits],
    never_kept: &["queries", "pages", "countries", "devices", "CTR", "position"],
    asks: &[],
    service_zone: Some(ZONE),
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for SearchConsole {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let headers = headers(peek);
        let columns = Columns::find(wire::LABELS, &headers);
        let sorted = wire::DIMENSIONS.iter().any(|column| columns.has(*column));
        let figures = [Column::Clicks, Column::Impressions, Column::Position, Column::Ctr];
        let performance = sorted && figures.iter().filter(|column| columns.has(**column)).count() >= 3;
        let filters = headers.len() == 2 && columns.has(Column::Filter) && columns.has(Column::Value);
        (performance || filters).then(|| Recognised {
            sure: 92,
            network: Some(Network::Site),
            space: None,
            seen: Vec::new(),
        })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut table = Table::open(input, Rules::default(), 1)?;
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        if columns.has(Column::Filter) {
            return filters(&mut table, &columns, sink);
        }
        columns.require(table.header_line())?;
        let by_day = columns.has(Column::Date);
        let mut taken = Taken::default();
        let mut count = 0;
        loop {
            let read = match table.next()? {
                Next::End => break,
                Next::Bad(trouble) => Err(trouble),
                Next::Row(row) => wire::Entry::read(&columns, &row),
            };
            count += 1;
            match read.and_then(|entry| taken.take(entry, ZONE)) {
                Ok(pieces) => pieces.into_iter().try_for_each(|piece| sink.piece(piece))?,
                Err(trouble) => sink.bad(trouble)?,
            }
            sink.progress(table.consumed(), count);
        }
        // A site may have no search appearance of its own; one without any day has no file at all.
        if count == 0 && by_day {
            return Err(Trouble::new(TroubleCode::Empty).line(table.header_line()).into());
        }
        let dimension = table.headers().first().cloned().unwrap_or_default();
        Ok(Report { rows: count, seen: taken.notes(&dimension) })
    }
}

/// The filters of the export: what the other parts were narrowed to.
fn filters(table: &mut Table<'_>, columns: &Columns<Column>, sink: &mut dyn Sink) -> Result<Report, Refusal> {
    let mut chosen = Vec::new();
    let rows = table.each(sink, |row| {
        let name = columns.text(row, Column::Filter)?.unwrap_or_default();
        let value = columns.text(row, Column::Value)?.unwrap_or_default();
        chosen.push(format!("{name}: {value}"));
        Ok(Vec::new())
    })?;
    Ok(Report { rows, seen: vec![Note::new("search-filters", [("filters", chosen.join(" · "))])] })
}
