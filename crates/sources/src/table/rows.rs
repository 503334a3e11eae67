//! Lines to rows of cells, each with the line it begins on.

use super::dialect::{self, Dialect, Separator};
use super::lines::{Lines, unreadable};
use super::splitter::{CELL_LIMIT, Fed, Splitter};
use crate::encoding;
use crate::input::{Input, Meter, PEEK_BYTES};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use std::io::{Cursor, Read};

/// What is known beforehand about how a table is written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rules {
    /// Take Windows-1252 for text that is nothing better, instead of refusing it.
    pub guess_encoding: bool,
    /// The encoding, when a person named it.
    pub encoding: Option<&'static encoding_rs::Encoding>,
    /// The separator, when a person or the service's habit says it.
    pub separator: Option<Separator>,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Line of the file on which it begins.
    pub line: u64,
    /// Its cells as written, without their quotes.
    pub cells: Vec<String>,
    /// Whether its last line has a line end.
    pub ended: bool,
}

impl Row {
    /// Whether it has nothing but spaces.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// A row.
    Row(Row),
    /// A row that cannot be read; the ones after it can.
    Bad(Trouble),
    /// The end of the file.
    End,
}

/// What came next, where the row is the reader's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filled {
    /// The row holds it.
    Row,
    /// A row that cannot be read; the ones after it can. What the row holds means nothing.
    Bad(Trouble),
    /// The end of the file.
    End,
}

impl Next {
    /// What comes next in a row of its own, from a reader that fills the row it is given.
    pub fn of(fill: impl FnOnce(&mut Row) -> Result<Filled, Refusal>) -> Result<Self, Refusal> {
        let mut row = Row::default();
        Ok(match fill(&mut row)? {
            Filled::Row => Self::Row(row),
            Filled::Bad(trouble) => Self::Bad(trouble),
            Filled::End => Self::End,
        })
    }
}

/// The rows of a text.
pub struct Rows<'a> {
    lines: Lines<'a>,
    dialect: Dialect,
    meter: Meter,
}

impl<'a> Rows<'a> {
    /// Looks at the first bytes and stands before the first row (after a `sep=` line).
    pub fn open(input: &'a mut Input, rules: Rules) -> Result<Self, Refusal> {
        let meter = input.meter();
        let mut head = Vec::new();
        let limit = u64::try_from(PEEK_BYTES).unwrap_or(u64::MAX);
        (&mut *input).take(limit).read_to_end(&mut head).map_err(|e| unreadable(&e))?;
        let whole = head.len() < PEEK_BYTES;
        let mut sniffed = encoding::sniff(&head, whole);
        if let Some(named) = rules.encoding {
            sniffed = encoding::Sniffed { encoding: named, guessed: false, ..sniffed };
        } else if sniffed.guessed && !rules.guess_encoding {
            // Read strictly as UTF-8, so that the first wrong byte is reported at its line.
            sniffed = encoding::Sniffed { encoding: encoding_rs::UTF_8, ..sniffed };
        }
        let sample = encoding::decode_lossy(&head, sniffed);
        if sample.trim().is_empty() {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        let carriage_returns = sample.contains('\r') && !sample.contains('\n');
        let source: Box<dyn Read + Send + 'a> = Box::new(Cursor::new(head).chain(input));
        let mut lines = Lines::new(source, sniffed, carriage_returns)?;
        let told = dialect::told_separator(&sample);
        if told.is_some() {
            lines.next()?;
        }
        let separator = told.or(rules.separator).unwrap_or_else(|| dialect::find_separator(&sample));
        let dialect = Dialect {
            encoding: sniffed.encoding.name(),
            guessed: sniffed.guessed,
            separator,
            separator_told: told.is_some(),
        };
        Ok(Self { lines, dialect, meter })
    }

    /// How the text is written.
    pub const fn dialect(&self) -> &Dialect {
        &self.dialect
    }

    /// Bytes of the outer file consumed so far.
    pub fn consumed(&self) -> u64 {
        self.meter.consumed()
    }

    /// Whole lines without any quote, blank ones included, uncut: [`Lines::take_plain`].
    pub fn take_plain(&mut self, limit: usize, text: &mut String) -> Option<u64> {
        self.lines.take_plain(limit, text)
    }

    /// What ends a line.
    pub const fn line_end(&self) -> u8 {
        self.lines.line_end()
    }

    /// The next row, blank lines included.
    #[expect(clippy::should_implement_trait, reason = "an iterator cannot tell a bad row from a refusal")]
    pub fn next(&mut self) -> Result<Next, Refusal> {
        Next::of(|row| self.next_into(row))
    }

    /// The next row, blank lines included, into a row that was used before: its cells keep their memory.
    pub fn next_into(&mut self, row: &mut Row) -> Result<Filled, Refusal> {
        let mut splitter = Splitter::new(self.dialect.separator, &mut row.cells);
        let mut start = None;
        loop {
            let Some(line) = self.lines.next()? else {
                let cut = |start| Filled::Bad(Trouble::new(TroubleCode::Truncated).line(start));
                return Ok(start.map_or(Filled::End, cut));
            };
            let first = *start.get_or_insert(line.number);
            match splitter.feed(line.text) {
                Fed::Whole => {
                    (row.line, row.ended) = (first, line.ended);
                    splitter.finish();
                    return Ok(Filled::Row);
                }
                Fed::TooLarge => {
                    let trouble = Trouble::new(TroubleCode::TooLarge).line(first);
                    return Err(trouble.with("limit", &CELL_LIMIT.to_string()).into());
                }
                Fed::Open => {}
            }
        }
    }
}
