//! One way to read the rows of a text, of a sheet of a workbook or of JSON lines, under headers.

use super::json_lines::{self, JsonLines};
use super::sheet::Sheet;
use crate::contract::Note;
use crate::input::Input;
use crate::mapping::Place;
use crate::table::batch::Batch;
use crate::table::{Filled, Next, Row, Rules, Shape, Table};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::workbook::Limits;
use std::io::BufRead;

/// The largest workbook accepted.
static LIMITS: Limits = Limits { packed: 64 << 20, unpacked: 512 << 20, cells: 32_000_000 };

/// A table, wherever it comes from.
pub enum Grid<'a> {
    /// Delimited text, as a stream.
    Text(Table<'a>),
    /// JSON lines, as a stream.
    Json(Box<JsonLines<'a>>),
    /// A sheet, as a stream.
    Sheet {
        /// Its headers.
        headers: Vec<String>,
        /// Which row of the sheet they are.
        header_line: u64,
        /// The column that the first one stands in.
        first: usize,
        /// The rows under them.
        rows: Box<Sheet>,
    },
}

/// Whether the bytes are those of a workbook: a zip archive or an old binary document.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

impl<'a> Grid<'a> {
    /// Opens the table where the mapping says it is. `asked`: the headers it asks for.
    pub fn open(input: &'a mut Input, place: &Place, asked: &[&str]) -> Result<Self, Refusal> {
        let head = input.fill_buf().map_err(|error| crate::table::unreadable(&error))?;
        let header_row = place.header_row.unwrap_or(1);
        if is_workbook(head) {
            return Self::sheet(input, place, header_row);
        }
        if json_lines::begins(head) {
            return Ok(Self::Json(Box::new(JsonLines::open(input, asked)?)));
        }
        let encoding = place.encoding.as_deref().and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
        let rules = Rules { guess_encoding: true, encoding, separator: place.separator };
        Ok(Self::Text(Table::open(input, rules, header_row)?))
    }

    fn sheet(input: &mut Input, place: &Place, header_row: u64) -> Result<Self, Refusal> {
        let mut rows = Sheet::open(input.read_all(LIMITS.packed)?, place, &LIMITS)?;
        let mut row = Row::default();
        for _ in 0..header_row.max(1) {
            if rows.next_into(&mut row)? == Filled::End {
                return Err(Trouble::new(TroubleCode::Empty).into());
            }
        }
        // A table may stand away from the sheet's edge.
        let first = row.cells.iter().position(|cell| !cell.trim().is_empty()).unwrap_or(0);
        let headers = row.cells.iter().skip(first).map(|cell| cell.trim().to_owned()).collect();
        Ok(Self::Sheet { headers, header_line: row.line, first, rows: Box::new(rows) })
    }

    /// The headers.
    pub fn headers(&self) -> &[String] {
        match self {
            Self::Text(table) => table.headers(),
            Self::Json(lines) => lines.headers(),
            Self::Sheet { headers, .. } => headers,
        }
    }

    /// Headers asked for that no row had, now that all were read: of JSON lines alone.
    pub fn unmet(&self) -> Vec<&str> {
        match self {
            Self::Json(lines) => lines.unmet(),
            Self::Text(_) | Self::Sheet { .. } => Vec::new(),
        }
    }

    /// The line of the headers; of JSON lines, each of which has its own, the first.
    pub const fn header_line(&self) -> u64 {
        match self {
            Self::Text(table) => table.header_line(),
            Self::Json(_) => 1,
            Self::Sheet { header_line, .. } => *header_line,
        }
    }

    /// The encoding, when it is a guess.
    pub fn guessed_encoding(&self) -> Option<&'static str> {
        match self {
            Self::Text(table) => table.dialect().guessed.then_some(table.dialect().encoding),
            Self::Json(_) | Self::Sheet { .. } => None,
        }
    }

    /// How the table is written, for people.
    pub fn note(&self) -> Note {
        match self {
            Self::Text(table) => {
                let dialect = table.dialect();
                let separator = dialect.separator.as_str().to_owned();
                Note::new("text", [("encoding", dialect.encoding.to_owned()), ("separator", separator)])
            }
            Self::Json(_) => Note::new(json_lines::NOTE, []),
            Self::Sheet { .. } => Note::new("workbook", []),
        }
    }

    /// What the rows of a text are held to.
    pub const fn shape(&self) -> Option<&Shape> {
        match self {
            Self::Text(table) => Some(table.shape()),
            Self::Json(_) | Self::Sheet { .. } => None,
        }
    }

    /// Bytes consumed so far; a workbook is read at once.
    pub fn consumed(&self) -> u64 {
        match self {
            Self::Text(table) => table.consumed(),
            Self::Json(lines) => lines.consumed(),
            Self::Sheet { .. } => 0,
        }
    }

    /// The next row.
    #[expect(clippy::should_implement_trait, reason = "an iterator cannot tell a bad row from a refusal")]
    pub fn next(&mut self) -> Result<Next, Refusal> {
        Next::of(|row| self.next_into(row))
    }

    /// Rows by the hundred, about `limit` bytes of a text, to be cut by [`Batch::cut`]. Whether more may follow.
    pub fn fill(&mut self, limit: usize, batch: &mut Batch, row: &mut Row) -> Result<bool, Refusal> {
        match self {
            Self::Text(table) => table.fill(limit, batch, row),
            Self::Json(lines) => lines.fill(limit, batch, row),
            Self::Sheet { headers, first, rows, .. } => {
                let more = rows.fill(batch)?;
                batch.frame(*first, headers.len());
                Ok(more)
            }
        }
    }

    /// The same into a row that was used before: its cells keep their memory.
    fn next_into(&mut self, row: &mut Row) -> Result<Filled, Refusal> {
        match self {
            Self::Text(table) => table.next_into(row),
            Self::Json(lines) => lines.next_into(row),
            Self::Sheet { headers, first, rows, .. } => {
                let filled = rows.next_into(row)?;
                row.cells.drain(..(*first).min(row.cells.len()));
                if row.cells.len() < headers.len() {
                    row.cells.resize(headers.len(), String::new());
                }
                Ok(filled)
            }
        }
    }
}
