//! X · content: posts with their lifetime figures (`account_analytics_content_…csv`). What was exported before 2023
//! is `x_activity`, whose rows are these under other labels.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::table::{Columns, Rules, Table, headers};
use crate::trouble::Refusal;
use jiff::civil::Date;
use model::{Metric, Network};
use normalise::Posts;
use wire::PostRow;

pub(crate) use wire::Column;

/// The posts export of X.
pub struct XContent;

static MANIFEST: Manifest = Manifest {
    id: "x-content",
    name: "X · content",
    network: Some(Network::X),
    sees: &[
        Sees::Posts,
        Sees::Post(Metric::Impressions),
        Sees::Post(Metric::Likes),
        Sees::Post(Metric::Shares),
        Sees::Post(Metric::Comments),
        Sees::Post(Metric::Engagements),
        Sees::Post(Metric::Saves),
        Sees::Post(Metric::FollowsFromPost),
        Sees::Post(Metric::ProfileViews),
        Sees::Post(Metric::LinkClicks),
    ],
    lacks: &[Metric::Reach, Metric::Gains, Metric::Losses],
    never_kept: &[],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for XContent {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        let ours = wire::SIGNATURE.iter().filter(|column| columns.has(**column)).count();
        // The export of before 2023 counts the same clicks: what a post is called tells them apart.
        let posts = [Column::PostId, Column::Text, Column::Link].iter().any(|column| columns.has(*column));
        if !posts || ours < 2 || columns.known() < 6 {
            return None;
        }
        Some(Recognised { sure: 95, network: Some(Network::X), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let range = dates::range_in_name(&input.name);
        let mut table = Table::open(input, Rules::default(), 1)?.last_cell_filled();
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        posts(&mut table, &columns, range, options, sink)
    }
}

/// Reads every row of X's tables of posts. `range`: the days that the file's name tells.
pub(crate) fn posts(
    table: &mut Table<'_>,
    columns: &Columns<Column>,
    range: Option<(Date, Date)>,
    options: &Options,
    sink: &mut dyn Sink,
) -> Result<Report, Refusal> {
    let zone = dates::zone(&options.zone)?;
    let mut posts = Posts::new(&zone, range, options.now);
    let rows = table.each(sink, |row| {
        let post = PostRow::read(columns, row)?;
        posts.pieces(&post).ok_or_else(|| post.not_a_date(columns.header(Column::Date)))
    })?;
    posts.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
    let mut seen = posts.notes();
    if posts.zone_was_needed() && !options.zone_named {
        seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
    }
    Ok(Report { rows, seen })
}
