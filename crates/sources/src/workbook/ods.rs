//! A look at an OpenDocument sheet before its reader unfolds it: a cell that says it stands a million times takes a few
//! bytes in the file and gigabytes once it does.

use super::malformed;
use crate::trouble::{Trouble, TroubleCode};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::BufRead;

/// The longest row that its reader unfolds.
const COLUMNS: usize = 16_384;
/// The most rows of one sheet.
const ROWS: usize = 1_048_576;
/// What one cell takes once unfolded, its text apart: the value and the formula, each twice while rows are put together.
const CELL: usize = 112;

/// Refuses a document whose tables are larger than `held` bytes once their cells are unfolded.
pub fn check(content: impl BufRead, held: usize) -> Result<(), Trouble> {
    let mut reader = Reader::from_reader(content);
    let mut buffer = Vec::new();
    let mut size = Size { held, ..Size::default() };
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => size.begin(&tag)?,
            Ok(Event::Empty(tag)) => {
                size.begin(&tag)?;
                size.end(tag.name().as_ref())?;
            }
            Ok(Event::End(tag)) => size.end(tag.name().as_ref())?,
            Ok(Event::Text(text)) => size.text(text.len()),
            Ok(Event::CData(text)) => size.text(text.len()),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(malformed(&error)),
        }
    }
}

/// What was met so far.
#[derive(Default)]
struct Size {
    held: usize,
    taken: usize,
    /// How often the row and the cell that are open stand.
    row_times: usize,
    cell_times: usize,
    /// Whether the cell has something in it, and its bytes of text and attributes.
    filled: bool,
    text: usize,
    /// Cells of the row up to the last filled one, empty ones after it, and the text of all once unfolded.
    row: usize,
    empty: usize,
    row_text: usize,
    /// Of the sheet: the widest row, rows up to the last filled one, empty ones after it. Programs end every sheet with
    /// a million empty rows, which nobody unfolds.
    widest: usize,
    rows: usize,
    empty_rows: usize,
}

impl Size {
    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), Trouble> {
        match tag.name().as_ref() {
            "table:table" => (self.widest, self.rows, self.empty_rows) = (0, 0, 0),
            "table:table-row" => {
                (self.row, self.empty, self.row_text) = (0, 0, 0);
                self.row_times = times(tag, "table:number-rows-repeated")?.min(ROWS);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell_times = times(tag, "table:number-columns-repeated")?.min(COLUMNS);
                self.text = tag.len();
                self.filled = tag.attributes().flatten().any(|attribute| {
                    let name: &str = attribute.key.as_ref();
                    name.starts_with("office:") || name == "table:formula"
                });
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, bytes: usize) {
        self.filled |= bytes > 0;
        self.text = self.text.saturating_add(bytes);
    }

    fn end(&mut self, name: &str) -> Result<(), Trouble> {
        match name {
            "table:table-cell" | "table:covered-table-cell" if self.filled => {
                let before = self.row;
                self.row = self.row.saturating_add(self.empty).saturating_add(self.cell_times).min(COLUMNS);
                self.empty = 0;
                let text = self.cell_times.saturating_mul(self.text);
                self.row_text = self.row_text.saturating_add(text);
                self.take((self.row - before).saturating_mul(CELL).saturating_add(text))?;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.empty = self.empty.saturating_add(self.cell_times).min(COLUMNS);
            }
            "table:table-row" if self.row > 0 => {
                self.widest = self.widest.max(self.row);
                self.take(self.row_times.saturating_sub(1).saturating_mul(self.row_text))?;
                self.rows = self.rows.saturating_add(self.empty_rows).saturating_add(self.row_times).min(ROWS);
                self.empty_rows = 0;
            }
            "table:table-row" => self.empty_rows = self.empty_rows.saturating_add(self.row_times).min(ROWS),
            // Each row becomes as wide as the widest one.
            "table:table" => self.take(self.rows.saturating_mul(self.widest).saturating_mul(CELL / 2))?,
            _ => {}
        }
        Ok(())
    }

    fn take(&mut self, bytes: usize) -> Result<(), Trouble> {
        self.taken = self.taken.saturating_add(bytes);
        if self.taken > self.held {
            return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &self.held.to_string()));
        }
        Ok(())
    }
}

/// How often a row or a cell stands.
fn times(tag: &BytesStart<'_>, name: &str) -> Result<usize, Trouble> {
    let told = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    told.map_or(Ok(1), |told| told.value.trim().parse().map_err(|error| malformed(&error)))
}
