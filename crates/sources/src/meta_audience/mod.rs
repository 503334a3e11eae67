//! Meta Business Suite · audience: `Audience.csv`. Of what it holds a space can use the number of followers, which
//! older files give; ages, towns and countries are shares of people, named in the notes and never kept.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::requoted;
use crate::table::{Next, Row, Rows, Rules, Separator, dialect, split_sample};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{Metric, Network};
use wire::{Block, Reader};

/// The audience export of Meta Business Suite.
pub struct MetaAudience;

/// More lines than this are no audience.
const LINES_LIMIT: u64 = 20_000;

/// How many lines are looked at to recognise the file.
const HEAD: usize = 400;

static MANIFEST: Manifest = Manifest {
    id: "meta-audience",
    name: "Meta Business Suite · audience",
    network: None,
    sees: &[Sees::Space(Metric::Followers)],
    lacks: &[Metric::Gains, Metric::Losses, Metric::NetGrowth],
    never_kept: &["Age & gender", "Top cities", "Top countries"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for MetaAudience {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let blocks = blocks_in(peek);
        if !blocks.iter().any(Block::is_known) {
            return None;
        }
        let seen = blocks.iter().map(|block| Note::new("metric", [("title", block.title.clone())])).collect();
        Some(Recognised { sure: 96, network: normalise::networks(&blocks).first().copied(), space: None, seen })
    }

    fn networks(&self, peek: &Peek) -> Vec<Network> {
        normalise::networks(&blocks_in(peek))
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let mut rows = Rows::open(input, Rules::default())?;
        let dialect = rows.dialect();
        if dialect.separator == Separator::Semicolon && !dialect.separator_told {
            let trouble = Trouble::new(TroubleCode::Resaved).line(1);
            return Err(trouble.with("separator", dialect.separator.as_str()).into());
        }
        let mut reader = Reader::default();
        let mut count = 0;
        loop {
            let line = match rows.next()? {
                Next::End => break,
                Next::Bad(trouble) => Err(trouble),
                Next::Row(row) => reader.take(&row),
            };
            match line {
                Ok(valued) => count += u64::from(valued),
                Err(trouble) => {
                    count += 1;
                    sink.bad(trouble)?;
                }
            }
            if count > LINES_LIMIT {
                return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &LINES_LIMIT.to_string()).into());
            }
            sink.progress(rows.consumed(), count);
        }
        let blocks = reader.finish()?;
        let told = normalise::told(&blocks, options, &zone)?;
        told.pieces.into_iter().try_for_each(|piece| sink.piece(piece))?;
        Ok(Report { rows: count, seen: told.notes })
    }
}

/// The blocks whose beginning is within the peek.
fn blocks_in(peek: &Peek) -> Vec<Block> {
    let (separator, text) = dialect::separator_and_body(&peek.text);
    let mut reader = Reader::default();
    for cells in split_sample(text, separator.char(), HEAD) {
        let cells = requoted::as_before(cells, separator.char());
        // A bad line, or one that the end of the peek cuts, says nothing about what the file is.
        let _ = reader.take(&Row { line: 0, cells, ended: true });
    }
    reader.started()
}
