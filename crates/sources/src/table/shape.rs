//! What the rows of a table are held to: as many cells as there are headers. Also cuts lines without quotes, which is
//! most of many files, straight to cells.

use super::batch::{Batch, Extent, Head, Wrong, cell_count};
use super::marks::Marks;
use super::splitter::{CELL_LIMIT, CELLS_LIMIT};
use super::{Row, Separator, dialect};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use std::ops::Range;

/// The headers, and how the rows under them are written.
#[derive(Debug, Clone)]
pub struct Shape {
    pub(super) headers: Vec<String>,
    pub(super) separator: Separator,
    /// What ends a line.
    pub(super) line_end: u8,
    pub(super) last_cell_filled: bool,
}

impl Shape {
    /// Brings a row to as many cells as there are headers; what is wrong with it otherwise.
    pub(super) fn fit(&self, row: &mut Row) -> Option<Trouble> {
        let wanted = self.headers.len();
        let extra_is_empty = row.cells.iter().skip(wanted).all(|cell| cell.trim().is_empty());
        if row.cells.len() > wanted && extra_is_empty {
            row.cells.truncate(wanted);
        }
        let cut = !row.ended && self.last_cell_filled && row.cells.last().is_some_and(|cell| cell.trim().is_empty());
        if row.cells.len() == wanted && !cut {
            return None;
        }
        if !row.ended && row.cells.len() <= wanted {
            let field = row.cells.len().checked_sub(1).and_then(|last| self.headers.get(last));
            let trouble = Trouble::new(TroubleCode::Truncated).line(row.line);
            return Some(field.map_or(trouble.clone(), |field| trouble.field(field)));
        }
        if wanted > 1 && dialect::requoted_cells(&row.cells, self.separator.char()) == wanted {
            return Some(Trouble::new(TroubleCode::Requoted).line(row.line));
        }
        Some(cell_count(row.line, &row.cells.len().to_string(), &wanted.to_string()))
    }

    /// Cuts whole lines without quotes into rows that fit, blank ones left out.
    pub(super) fn cut(&self, batch: &mut Batch, lines: Range<usize>, first_line: u64) -> Result<(), Refusal> {
        let Batch { text, cells, rows, .. } = batch;
        let bytes = text.as_bytes().get(..lines.end).unwrap_or_default();
        // Every separator is one byte.
        let separator = u8::try_from(self.separator.char()).unwrap_or(b',');
        let under = bytes.get(lines.start..).unwrap_or_default();
        let (mut from, mut begun, mut line, mut first) = (lines.start, lines.start, first_line, cells.len());
        let too_large = |line| Trouble::new(TroubleCode::TooLarge).line(line).with("limit", &CELL_LIMIT.to_string());
        for at in Marks::of(under, separator, self.line_end) {
            let at = at + lines.start;
            if bytes.get(at) != Some(&self.line_end) {
                cells.push(Extent::new(from, at));
                from = at + 1;
                // Of a row that is refused nothing more is kept: separators alone would take twenty times their size.
                if cells.len() - first >= CELLS_LIMIT {
                    return Err(too_large(line).into());
                }
                continue;
            }
            let ended = bytes.get(from..at).unwrap_or_default().iter().rev().take_while(|b| matches!(b, b'\r' | b'\n'));
            cells.push(Extent::new(from, at - ended.count()));
            let row = cells.len() - first;
            if at - begun > CELL_LIMIT && cells.iter().skip(first).any(|cell| cell.size() > CELL_LIMIT) {
                return Err(too_large(line).into());
            }
            // A row that begins with a letter or a digit is not blank.
            let plainly = row == self.headers.len() && bytes.get(begun).is_some_and(u8::is_ascii_alphanumeric);
            if plainly {
                rows.push(Head { line, ended: true, cells: first..cells.len(), wrong: None });
            } else if let Some(head) = self.unlike(text, cells, first, line) {
                rows.push(head);
            }
            (first, line, from, begun) = (cells.len(), line + 1, at + 1, at + 1);
        }
        Ok(())
    }

    /// A row that is not as most are; `None` of a blank one.
    fn unlike(&self, text: &str, cells: &mut Vec<Extent>, first: usize, line: u64) -> Option<Head> {
        let cut = cells.get(first..).unwrap_or_default().iter();
        let cut = cut.map(|cell| text.get(cell.range()).unwrap_or_default().to_owned()).collect();
        let mut row = Row { line, cells: cut, ended: true };
        let blank = row.is_blank();
        let trouble = if blank { None } else { self.fit(&mut row) };
        let kept = if blank || trouble.is_some() { 0 } else { row.cells.len() };
        cells.truncate(first + kept);
        let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let wrong = trouble.map(|trouble| match trouble.code {
            TroubleCode::CellCount => Wrong::Cells(small(row.cells.len()), small(self.headers.len())),
            _ => Wrong::Other(Box::new(trouble)),
        });
        (!blank).then_some(Head { line, ended: true, cells: first..cells.len(), wrong })
    }
}
