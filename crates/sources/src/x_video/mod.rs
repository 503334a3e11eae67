//! X · video overview: views of the account's videos, one row a day.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::day_table;
use crate::input::Input;
use crate::table::{Columns, Rules, Table, dialect, split_sample};
use crate::trouble::Refusal;
use model::{Metric, Network};

/// The video overview of X.
pub struct XVideo;

static MANIFEST: Manifest = Manifest {
    id: "x-video",
    name: "X · video overview",
    network: Some(Network::X),
    sees: &[Sees::Space(Metric::VideoViews)],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Followers, Metric::Impressions, Metric::Likes],
    never_kept: &["Watch Time (ms)", "Completion Rate", "Average Watch Time (ms)", "Estimated Revenue"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// The title stands alone on the first line, the headers under it.
const HEADER_ROW: u64 = 2;

impl Format for XVideo {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let (separator, text) = dialect::separator_and_body(&peek.text);
        let mut rows = split_sample(text, separator.char(), 8);
        rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
        let [title, headers, ..] = rows.as_slice() else { return None };
        let columns = Columns::find(wire::LABELS, headers);
        if !wire::is_title(title) || !columns.has(wire::WATCH_TIME) || columns.known() < 3 {
            return None;
        }
        Some(Recognised { sure: 95, network: Some(Network::X), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut table = Table::open(input, Rules::default(), HEADER_ROW)?;
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        day_table::read(&mut table, &columns, sink, normalise::pieces)
    }
}
