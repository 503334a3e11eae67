//! Meta Business Suite · daily metrics: `Reach.csv`, `Follows.csv`…

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::input::Input;
use crate::table::{Next, Row, Rows, Rules, dialect, split_sample};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{Metric, Network};
use normalise::Taken;
use wire::{Block, Line, Reader};

/// The daily metrics export of Meta Business Suite.
pub struct MetaDaily;

/// The blocks of a file are sorted by network before anything is handed out: more rows than this are refused.
const ROWS_LIMIT: usize = 200_000;

static MANIFEST: Manifest = Manifest {
    id: "meta-daily",
    name: "Meta Business Suite · daily metrics",
    network: None,
    sees: &[
        Sees::Space(Metric::Gains),
        Sees::Space(Metric::Reach),
        Sees::Space(Metric::Impressions),
        Sees::Space(Metric::ProfileViews),
        Sees::Space(Metric::Engagements),
        Sees::Space(Metric::LinkClicks),
        Sees::Space(Metric::Followers),
    ],
    lacks: &[Metric::Losses, Metric::NetGrowth],
    never_kept: &[],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for MetaDaily {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let blocks = blocks_in(peek);
        let known = blocks.iter().filter(|block| block.metric.is_some()).count();
        if blocks.is_empty() || (known == 0 && !blocks.iter().any(|block| block.daily)) {
            return None;
        }
        let networks = normalise::networks(&blocks);
        let seen = blocks.iter().map(|block| Note::new("metric", [("title", block.title.clone())])).collect();
        Some(Recognised {
            sure: if known > 0 { 95 } else { 60 },
            network: networks.first().copied(),
            space: None,
            seen,
        })
    }

    fn networks(&self, peek: &Peek) -> Vec<Network> {
        normalise::networks(&blocks_in(peek))
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut rows = Rows::open(input, Rules::default())?;
        refuse_resaved(rows.dialect())?;
        let mut reader = Reader::default();
        let mut count = 0;
        loop {
            let row = match rows.next()? {
                Next::End => break,
                Next::Bad(trouble) => Err(trouble),
                Next::Row(row) => reader.take(&row),
            };
            match row {
                Ok(Line::Value) => count += 1,
                Ok(Line::Other) => {}
                Err(trouble) => {
                    count += 1;
                    sink.bad(trouble)?;
                }
            }
            if reader.rows() > ROWS_LIMIT {
                return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &ROWS_LIMIT.to_string()).into());
            }
            sink.progress(rows.consumed(), count);
        }
        let blocks = reader.finish()?;
        let taken = Taken::choose(&blocks, options)?;
        taken.pieces().into_iter().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows: count, seen: taken.notes() })
    }
}

/// The service writes commas or tabulations, and says which in a first line.
fn refuse_resaved(dialect: &dialect::Dialect) -> Result<(), Refusal> {
    if dialect.separator_told || dialect.separator != dialect::Separator::Semicolon {
        return Ok(());
    }
    Err(Trouble::new(TroubleCode::Resaved).line(1).with("separator", dialect.separator.as_str()).into())
}

/// The blocks whose beginning is within the peek.
fn blocks_in(peek: &Peek) -> Vec<Block> {
    let (separator, text) = dialect::separator_and_body(&peek.text);
    let mut reader = Reader::default();
    for cells in split_sample(text, separator.char(), ROWS_LIMIT) {
        let cells = if dialect::requoted_cells(&cells, separator.char()) > 1 {
            let again = cells.iter().find(|cell| !cell.trim().is_empty()).map_or("", String::as_str);
            split_sample(again, dialect::find_separator(again).char(), 1).into_iter().next().unwrap_or_default()
        } else {
            cells
        };
        // A bad row, or one that the end of the peek cuts, says nothing about what the file is.
        let _ = reader.take(&Row { line: 0, cells, ended: true });
    }
    reader.started(dialect::told_separator(&peek.text).is_some())
}
