//! Plausible · dashboard export: `visitors.csv` day by day, `sources.csv` and `channels.csv` for the whole window.
//!
//! The tables by origin tell visitors, not visits, and no days: those are in the name of the file or of the archive.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::table::{Columns, Rules, Table, headers};
use crate::trouble::Refusal;
use model::{Metric, Network};
use normalise::{Days, Names};
use wire::Column;

/// The format.
pub struct PlausibleCsv;

static MANIFEST: Manifest = Manifest {
    id: "plausible-csv",
    name: "Plausible · dashboard export",
    network: Some(Network::Site),
    sees: &[Sees::Visits, Sees::Space(Metric::Visits), Sees::Space(Metric::Visitors), Sees::Space(Metric::PageViews)],
    lacks: &[],
    never_kept: &["pageviews", "bounce_rate", "visit_duration"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for PlausibleCsv {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let headers = headers(peek);
        let columns = Columns::find(wire::LABELS, &headers);
        let has = |wanted: &[Column]| wanted.iter().all(|column| columns.has(*column));
        let by_day = has(&[Column::Date, Column::Visitors, Column::Pageviews, Column::BounceRate]);
        // Pages have views of their own, browsers and countries nothing but visitors.
        let by_name = has(&[Column::Name, Column::Visitors, Column::BounceRate, Column::Duration])
            && !columns.has(Column::Pageviews)
            && !columns.has(Column::Visits);
        let ours = by_day || by_name;
        ours.then(|| Recognised { sure: 90, network: Some(Network::Site), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let within = dates::range_in_name(&input.name).or_else(|| dates::range_in_name(input.archive.as_deref()?));
        let input_name = input.name.clone();
        let mut table = Table::open(input, Rules::default(), 1)?;
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        if columns.has(Column::Date) {
            let mut days = Days::default();
            let rows = table.each(sink, |row| days.take(wire::Day::read(&columns, row)?))?;
            return Ok(Report { rows, seen: days.notes() });
        }
        let tagged = input_name.rsplit('/').next().is_some_and(|name| name.starts_with("utm_"));
        let mut names = Names::default();
        let rows = table.each(sink, |row| {
            if let Some((name, visitors)) = wire::named(&columns, row)? {
                names.take(name, visitors);
            }
            Ok(Vec::new())
        })?;
        if tagged || !names.are_origins() {
            return Ok(Report { rows, seen: vec![Note::new("plausible-aside", [("rows", rows.to_string())])] });
        }
        let Some((from, to)) = within else {
            let args = [("metric", Metric::Visitors.to_string()), ("sum", names.sum().to_string())];
            return Ok(Report { rows, seen: vec![Note::new("arrivals-undated", args)] });
        };
        let tables = names.tables(from, to);
        tables.pieces(None).into_iter().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows, seen: tables.notes() })
    }
}
