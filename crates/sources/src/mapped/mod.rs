//! Any table through a mapping: CSV, TSV, a sheet of a workbook, JSON lines. A person says which column is what.

mod ahead;
pub mod grid;
pub mod json_lines;
mod normalise;
mod out;
mod settling;
#[cfg(test)]
mod shared_tests;
mod sheet;
mod when;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::mapping::Mapping;
use crate::table::{dialect, headers, split_sample};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use ahead::{Ended, Share};
use grid::Grid;
pub(crate) use when::epoch;
use wire::Bound;

/// The format's id.
pub const ID: &str = "mapped";

/// A table nobody knows, read as a person says.
pub struct Mapped;

static MANIFEST: Manifest = Manifest {
    id: ID,
    name: "CSV · TSV · XLSX · JSON Lines",
    network: None,
    sees: &[Sees::Posts],
    lacks: &[],
    never_kept: &[],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for Mapped {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    /// Any table that nobody else knows: the least sure of all.
    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let known = |seen| Some(Recognised { sure: 5, network: None, space: None, seen });
        if grid::is_workbook(&peek.bytes) {
            return known(Vec::new());
        }
        if json_lines::is_meant(peek) {
            let (headers, _) = json_lines::first_rows(peek, 0);
            return known(vec![Note::new("headers", [("headers", headers.join(" · "))])]);
        }
        let headers = headers(peek);
        let markup = peek.text.trim_start().starts_with(['<', '{', '[']);
        if peek.text.contains('\0') || markup || !is_table(peek, &headers) {
            return None;
        }
        known(vec![Note::new("headers", [("headers", headers.join(" · "))])])
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        self.shared(input, options, sink, Share::default())
    }
}

impl Mapped {
    /// Reads, the work shared out as told: what comes out is the same.
    fn shared(
        &self,
        input: &mut Input,
        options: &Options,
        sink: &mut dyn Sink,
        share: Share,
    ) -> Result<Report, Refusal> {
        let Some(mapping) = &options.mapping else {
            let grid = Grid::open(input, &crate::mapping::Place::default(), &[])?;
            let headers = grid.headers().join(" · ");
            return Err(Trouble::new(TroubleCode::MappingNeeded).with("headers", &headers).into());
        };
        mapping.check()?;
        let zone_name = mapping.zone.as_deref().unwrap_or(&options.zone);
        let zone = dates::zone(zone_name)?;
        let asked: Vec<&str> = mapping.columns.iter().map(|column| column.header.as_str()).collect();
        let grid = Grid::open(input, &mapping.table, &asked)?;
        let bound = Bound::new(mapping, grid.headers(), grid.header_line())?;
        let header_line = grid.header_line();
        let mut seen: Vec<Note> = Vec::new();
        seen.extend(grid.guessed_encoding().map(|name| Note::new("encoding-guessed", [("encoding", name.to_owned())])));
        let mut pieces = normalise::Pieces::new(mapping, &zone);
        let mut rows = 0;
        let ended = ahead::each(grid, &bound, &zone, share, |read| {
            for told in read.rows() {
                rows += 1;
                match told {
                    Ok((row, understood)) => pieces.of(&bound.record(row, understood, &read.figures), sink)?,
                    Err(trouble) => sink.bad(trouble)?,
                }
            }
            sink.progress(read.consumed, rows);
            Ok(())
        })?;
        if rows == 0 {
            return Err(Trouble::new(TroubleCode::Empty).line(header_line).into());
        }
        seen.extend(unmet(mapping, &ended)?);
        pieces.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        seen.extend(ended.order);
        if pieces.zone_was_needed() && !options.zone_named && mapping.zone.is_none() {
            seen.push(Note::new("zone-assumed", [("zone", zone_name.to_owned())]));
        }
        seen.extend(pieces.notes());
        Ok(Report { rows, seen })
    }
}

/// What people should know of columns that no line of JSON had; a refusal when the rows say nothing without them.
fn unmet(mapping: &Mapping, ended: &Ended) -> Result<Option<Note>, Trouble> {
    let is_met = |header: &str| ended.unmet.iter().all(|unmet| unmet != header);
    if let Some(missing) = mapping.missing(is_met) {
        let met: Vec<&str> = ended.headers.iter().map(String::as_str).filter(|header| is_met(header)).collect();
        let trouble = Trouble::new(TroubleCode::MissingColumn).field(&missing.header);
        return Err(trouble.with("headers", &met.join(" · ")));
    }
    let names = mapping.columns.iter().map(|column| column.header.as_str()).filter(|header| !is_met(header));
    let names: Vec<&str> = names.collect();
    Ok((!names.is_empty()).then(|| Note::new("keys-unmet", [("headers", names.join(" · "))])))
}

/// Whether the text is a table and no prose: names over columns, and nearly all rows as wide as the headers.
fn is_table(peek: &Peek, headers: &[String]) -> bool {
    let named = headers.iter().filter(|header| header.chars().any(char::is_alphabetic)).count();
    if named < 2 || named * 2 < headers.len() {
        return false;
    }
    let (separator, text) = dialect::separator_and_body(&peek.text);
    let mut rows = split_sample(text, separator.char(), 50);
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    let alike = rows.iter().filter(|row| row.len() == headers.len()).count();
    rows.len() >= 2 && alike * 5 >= rows.len() * 4
}

/// Whether a mapping can be used on a file with these headers: the first column it does not find.
pub fn fits(mapping: &Mapping, headers: &[String]) -> Result<(), Trouble> {
    mapping.check()?;
    Bound::new(mapping, headers, 1).map(|_| ())
}
