//! Lines to rows of cells: quotes, doubled quotes, line breaks inside quotes, limits.

use super::dialect::{self, Dialect, Separator};
use super::lines::{Line, Lines, unreadable};
use crate::encoding;
use crate::input::{Input, Meter, PEEK_BYTES};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use std::io::{Cursor, Read};

/// The largest cell accepted, in bytes.
pub const CELL_LIMIT: usize = 1024 * 1024;

/// The most cells accepted in a row.
const CELLS_LIMIT: usize = 16_384;

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
#[derive(Debug, Clone, PartialEq, Eq)]
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
        let source: Box<dyn Read + 'a> = Box::new(Cursor::new(head).chain(input));
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

    /// The next row, blank lines included.
    #[expect(clippy::should_implement_trait, reason = "an iterator cannot tell a bad row from a refusal")]
    pub fn next(&mut self) -> Result<Next, Refusal> {
        let Some(first) = self.lines.next()? else { return Ok(Next::End) };
        let start = first.number;
        let mut splitter = Splitter::new(self.dialect.separator.char());
        let mut line = first;
        loop {
            match splitter.feed(&line) {
                Fed::Whole => return Ok(Next::Row(Row { line: start, cells: splitter.cells, ended: line.ended })),
                Fed::TooLarge => {
                    let trouble = Trouble::new(TroubleCode::TooLarge).line(start);
                    return Err(trouble.with("limit", &CELL_LIMIT.to_string()).into());
                }
                Fed::Open => {}
            }
            match self.lines.next()? {
                Some(next) => line = next,
                None => return Ok(Next::Bad(Trouble::new(TroubleCode::Truncated).line(start))),
            }
        }
    }
}

/// The rows of a text in memory, for a preview or a look at its first lines: the last one may be cut.
pub fn split_sample(text: &str, separator: char, limit: usize) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut splitter = Splitter::new(separator);
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let line = Line { number, text: line.to_owned(), ended: line.ends_with('\n') };
        if !matches!(splitter.feed(&line), Fed::Open) {
            rows.push(std::mem::replace(&mut splitter, Splitter::new(separator)).cells);
        }
        if rows.len() >= limit {
            break;
        }
    }
    rows
}

/// What a line made of the row.
enum Fed {
    Whole,
    Open,
    TooLarge,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    QuoteInQuoted,
}

/// Cuts lines into cells. A quote only counts at the beginning of a cell; elsewhere it is a character.
struct Splitter {
    separator: char,
    cells: Vec<String>,
    cell: String,
    state: State,
    too_large: bool,
}

impl Splitter {
    const fn new(separator: char) -> Self {
        Self { separator, cells: Vec::new(), cell: String::new(), state: State::CellStart, too_large: false }
    }

    fn feed(&mut self, line: &Line) -> Fed {
        let body = line.text.trim_end_matches(['\r', '\n']);
        for c in body.chars() {
            self.take(c);
        }
        if self.cell.len() > CELL_LIMIT || self.too_large {
            return Fed::TooLarge;
        }
        if self.state == State::Quoted {
            self.cell.push_str(line.text.get(body.len()..).unwrap_or_default());
            return Fed::Open;
        }
        self.end_cell();
        if self.too_large { Fed::TooLarge } else { Fed::Whole }
    }

    fn take(&mut self, c: char) {
        self.state = match self.state {
            State::CellStart if c == '"' => State::Quoted,
            State::Quoted if c == '"' => State::QuoteInQuoted,
            State::QuoteInQuoted if c == '"' => {
                self.cell.push('"');
                State::Quoted
            }
            State::Quoted => {
                self.cell.push(c);
                State::Quoted
            }
            _ if c == self.separator => {
                self.end_cell();
                State::CellStart
            }
            _ => {
                self.cell.push(c);
                State::Plain
            }
        };
    }

    fn end_cell(&mut self) {
        if self.cell.len() > CELL_LIMIT || self.cells.len() >= CELLS_LIMIT {
            // Nothing more is kept: a line of separators alone would take twenty times its size.
            self.too_large = true;
            self.cell = String::new();
            return;
        }
        self.cells.push(std::mem::take(&mut self.cell));
    }
}
