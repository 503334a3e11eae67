//! Delimited text read once, in order, in constant memory: encoding, separator, quotes, true line numbers.
//!
//! Three layers: `lines` (bytes → lines of text), `rows` (lines → rows of cells, cut by `splitter`), and here rows under
//! headers, one by one or by the hundred (`batch`).
//! What the columns mean is each format's business (`columns` finds them by their labels). The `csv` crate is
//! not used to read because what matters here is what it forgives: an open quote at the end of a file, blank
//! lines between blocks, the line of the file on which a row begins.

pub mod batch;
pub mod columns;
pub mod dialect;
mod held;
pub(crate) mod lines;
mod marks;
mod rows;
mod shape;
mod splitter;

pub use columns::{Columns, Label};
pub use dialect::{Dialect, Separator};
pub(crate) use held::HeldRows;
pub(crate) use lines::unreadable;
pub use rows::{Filled, Next, Row, Rows, Rules};
pub use shape::Shape;
pub use splitter::{CELL_LIMIT, split_sample};

use crate::contract::{Peek, Sink};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use batch::Batch;
use model::Piece;

/// The headers of a text, for recognition, even when a spreadsheet quoted whole rows again: reading then refuses
/// the file by its name.
pub fn headers(peek: &Peek) -> Vec<String> {
    let (separator, text) = dialect::separator_and_body(&peek.text);
    let first =
        split_sample(text, separator.char(), 8).into_iter().find(|row| row.iter().any(|c| !c.trim().is_empty()));
    let first = first.unwrap_or_default();
    if dialect::requoted_cells(&first, separator.char()) > 1 {
        let again = first.iter().find(|cell| !cell.trim().is_empty()).map_or("", String::as_str);
        return split_sample(again, dialect::find_separator(again).char(), 1).into_iter().next().unwrap_or_default();
    }
    first
}

/// A table: one row of headers, then rows with as many cells.
pub struct Table<'a> {
    rows: Rows<'a>,
    shape: Shape,
    header_line: u64,
}

impl<'a> Table<'a> {
    /// Reads up to the headers. `header_row` is 1 for the first row that is not blank.
    pub fn open(input: &'a mut Input, rules: Rules, header_row: u64) -> Result<Self, Refusal> {
        let mut rows = Rows::open(input, rules)?;
        let mut met = 0;
        loop {
            match rows.next()? {
                Next::End => return Err(Trouble::new(TroubleCode::Empty).into()),
                Next::Bad(trouble) => return Err(trouble.into()),
                Next::Row(row) if row.is_blank() => {}
                Next::Row(row) => {
                    met += 1;
                    if met >= header_row.max(1) {
                        return Self::under(rows, row);
                    }
                }
            }
        }
    }

    fn under(rows: Rows<'a>, row: Row) -> Result<Self, Refusal> {
        if dialect::requoted_cells(&row.cells, rows.dialect().separator.char()) > 1 {
            return Err(Trouble::new(TroubleCode::Requoted).line(row.line).into());
        }
        let mut headers: Vec<String> = row.cells.iter().map(|cell| cell.trim().to_owned()).collect();
        while headers.last().is_some_and(String::is_empty) {
            headers.pop();
        }
        let (separator, line_end) = (rows.dialect().separator, rows.line_end());
        let shape = Shape { headers, separator, line_end, last_cell_filled: false };
        Ok(Self { header_line: row.line, rows, shape })
    }

    /// Promises that this service never leaves the last cell of a row empty: one that is, on a last line
    /// without line end, was cut.
    #[must_use]
    pub const fn last_cell_filled(mut self) -> Self {
        self.shape.last_cell_filled = true;
        self
    }

    /// The headers as written, trimmed, without the empty ones at the end.
    pub fn headers(&self) -> &[String] {
        &self.shape.headers
    }

    /// What its rows are held to.
    pub const fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Bytes of the outer file consumed so far.
    pub fn consumed(&self) -> u64 {
        self.rows.consumed()
    }

    /// The line of the headers.
    pub const fn header_line(&self) -> u64 {
        self.header_line
    }

    /// How the text is written.
    pub const fn dialect(&self) -> &Dialect {
        self.rows.dialect()
    }

    /// The next row, its cells brought to as many as there are headers; blank lines are passed over.
    #[expect(clippy::should_implement_trait, reason = "an iterator cannot tell a bad row from a refusal")]
    pub fn next(&mut self) -> Result<Next, Refusal> {
        Next::of(|row| self.next_into(row))
    }

    /// The same into a row that was used before: its cells keep their memory.
    pub fn next_into(&mut self, row: &mut Row) -> Result<Filled, Refusal> {
        loop {
            match self.rows.next_into(row)? {
                Filled::Row if row.is_blank() => {}
                Filled::Row => return Ok(self.shape.fit(row).map_or(Filled::Row, Filled::Bad)),
                other => return Ok(other),
            }
        }
    }

    /// Rows by the hundred, about `limit` bytes of them: those without quotes uncut, the others as [`Table::next_into`]
    /// gives them. Whether more follow.
    pub fn fill(&mut self, limit: usize, batch: &mut Batch, row: &mut Row) -> Result<bool, Refusal> {
        while !batch.is_full(limit) {
            if batch.plain(|text| self.rows.take_plain(limit, text)) {
                continue;
            }
            match self.next_into(row)? {
                Filled::End => return Ok(false),
                Filled::Bad(trouble) => batch.push_bad(trouble),
                Filled::Row => batch.push(row),
            }
        }
        Ok(true)
    }

    /// Reads every row: what `read_row` makes of it goes to the sink, what it refuses is a bad line.
    /// Returns how many rows there were, bad ones included.
    pub fn each(
        &mut self,
        sink: &mut dyn Sink,
        mut read_row: impl FnMut(&Row) -> Result<Vec<Piece>, Trouble>,
    ) -> Result<u64, Refusal> {
        let (mut rows, mut row) = (0, Row::default());
        loop {
            let read = match self.next_into(&mut row)? {
                Filled::End => break,
                Filled::Bad(trouble) => Err(trouble),
                Filled::Row => read_row(&row),
            };
            rows += 1;
            match read {
                Ok(pieces) => pieces.into_iter().try_for_each(|piece| sink.piece(piece))?,
                Err(trouble) => sink.bad(trouble)?,
            }
            sink.progress(self.rows.consumed(), rows);
        }
        if rows == 0 {
            return Err(Trouble::new(TroubleCode::Empty).line(self.header_line).into());
        }
        Ok(rows)
    }

    /// Refuses a file whose separator is not the comma that the service writes: a spreadsheet saved it again,
    /// and nobody can tell what else it changed.
    pub fn as_the_service_writes(&self) -> Result<(), Refusal> {
        let dialect = self.dialect();
        if dialect.separator == Separator::Comma || dialect.separator_told {
            return Ok(());
        }
        let trouble = Trouble::new(TroubleCode::Resaved).line(self.header_line);
        Err(trouble.with("separator", dialect.separator.as_str()).into())
    }
}
