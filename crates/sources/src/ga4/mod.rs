//! Google Analytics 4 · report as CSV: several tables in one file, each under its own days.
//!
//! Taken: sessions by day, by channel, by source and medium; users and views by day. The other tables (pages, events,
//! countries) are counted and left aside.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::table::{Next, Rows, Rules, Separator};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{Metric, Network};
use normalise::Taken;
use wire::{Preamble, Reader};

/// The format.
pub struct Ga4;

static MANIFEST: Manifest = Manifest {
    id: "ga4",
    name: "Google Analytics 4 · report",
    network: Some(Network::Site),
    sees: &[Sees::Visits, Sees::Space(Metric::Visits), Sees::Space(Metric::Visitors), Sees::Space(Metric::PageViews)],
    lacks: &[],
    never_kept: &["events", "pages", "countries", "revenue"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for Ga4 {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = peek.text.trim_start_matches('\u{feff}');
        let mut preamble = Preamble::default();
        for line in text.lines().take_while(|line| line.trim_matches(['"', ';', ',']).starts_with('#')) {
            preamble.take(line);
        }
        let (from, to) = (preamble.from?, preamble.to?);
        let seen = vec![Note::new("days", [("from", from.to_string()), ("to", to.to_string())])];
        Some(Recognised { sure: 95, network: Some(Network::Site), space: preamble.property, seen })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let rules = Rules { separator: Some(Separator::Comma), ..Rules::default() };
        let mut rows = Rows::open(input, rules)?;
        let mut reader = Reader::default();
        let mut taken = Taken::default();
        let mut count = 0;
        loop {
            let step = match rows.next()? {
                Next::End => break,
                Next::Bad(trouble) => Err(trouble),
                Next::Row(row) => match wire::resaved(&row) {
                    Some(trouble) => return Err(trouble.into()),
                    None => reader.take(&row),
                },
            };
            match step {
                Ok(step) => count += u64::from(taken.take(step)),
                Err(trouble) => {
                    count += 1;
                    sink.bad(trouble)?;
                }
            }
            sink.progress(rows.consumed(), count);
        }
        taken.close();
        if count == 0 {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        if taken.is_empty() {
            let headers = reader.headers_met().join(" · ");
            return Err(Trouble::new(TroubleCode::MissingColumn).field("Sessions").with("headers", &headers).into());
        }
        taken.pieces().into_iter().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows: count, seen: taken.notes() })
    }
}
