//! Lines to rows of cells: quotes, doubled quotes, line breaks inside quotes, limits.

use super::dialect::{self, Dialect, Separator};
use super::lines::{Lines, unreadable};
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

    /// The next row, blank lines included.
    #[expect(clippy::should_implement_trait, reason = "an iterator cannot tell a bad row from a refusal")]
    pub fn next(&mut self) -> Result<Next, Refusal> {
        let mut row = Row::default();
        Ok(match self.next_into(&mut row)? {
            Filled::Row => Next::Row(row),
            Filled::Bad(trouble) => Next::Bad(trouble),
            Filled::End => Next::End,
        })
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

/// The rows of a text in memory, for a preview or a look at its first lines: the last one may be cut.
pub fn split_sample(text: &str, separator: char, limit: usize) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut lines = text.split_inclusive('\n');
    while rows.len() < limit {
        let mut cells = Vec::new();
        let mut splitter = Splitter::of(separator, &mut cells);
        let whole = lines.by_ref().any(|line| !matches!(splitter.feed(line), Fed::Open));
        if !whole {
            break;
        }
        splitter.finish();
        rows.push(cells);
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
struct Splitter<'r> {
    separator: char,
    byte: u8,
    /// Cells of an earlier row, filled again one after the other.
    cells: &'r mut Vec<String>,
    filled: usize,
    state: State,
    too_large: bool,
}

impl<'r> Splitter<'r> {
    fn new(separator: Separator, cells: &'r mut Vec<String>) -> Self {
        Self::of(separator.char(), cells)
    }

    fn of(separator: char, cells: &'r mut Vec<String>) -> Self {
        // Every separator is one byte.
        let byte = u8::try_from(separator).unwrap_or(b',');
        let mut splitter = Self { separator, byte, cells, filled: 0, state: State::CellStart, too_large: false };
        splitter.begin_cell();
        splitter
    }

    fn feed(&mut self, line: &str) -> Fed {
        let body = line.trim_end_matches(['\r', '\n']);
        if self.state == State::CellStart && memchr::memchr(b'"', body.as_bytes()).is_none() {
            self.plain(body);
        } else {
            self.quoted(body);
        }
        if self.too_large {
            return Fed::TooLarge;
        }
        if self.state == State::Quoted {
            self.push(line.get(body.len()..).unwrap_or_default());
            return if self.too_large { Fed::TooLarge } else { Fed::Open };
        }
        self.end_cell();
        if self.too_large { Fed::TooLarge } else { Fed::Whole }
    }

    /// Forgets cells of an earlier row that this one does not have.
    fn finish(self) {
        self.cells.truncate(self.filled);
    }

    /// A line, or the rest of one, without any quote.
    fn plain(&mut self, body: &str) {
        let mut from = 0;
        for at in memchr::memchr_iter(self.byte, body.as_bytes()) {
            self.push(body.get(from..at).unwrap_or_default());
            self.end_cell();
            self.begin_cell();
            from = at + 1;
        }
        self.push(body.get(from..).unwrap_or_default());
    }

    fn quoted(&mut self, body: &str) {
        let mut rest = body;
        while !rest.is_empty() {
            let (taken, after) = match self.state {
                State::CellStart => match rest.strip_prefix('"') {
                    Some(after) => {
                        self.state = State::Quoted;
                        ("", after)
                    }
                    None => {
                        self.state = State::Plain;
                        continue;
                    }
                },
                State::Quoted => match rest.split_once('"') {
                    Some((inside, after)) => {
                        self.state = State::QuoteInQuoted;
                        (inside, after)
                    }
                    None => (rest, ""),
                },
                State::QuoteInQuoted => match rest.strip_prefix('"') {
                    Some(after) => {
                        self.state = State::Quoted;
                        ("\"", after)
                    }
                    None => {
                        self.state = State::Plain;
                        continue;
                    }
                },
                State::Plain => match rest.split_once(self.separator) {
                    Some((inside, after)) => {
                        self.push(inside);
                        self.end_cell();
                        self.begin_cell();
                        self.state = State::CellStart;
                        rest = after;
                        continue;
                    }
                    None => (rest, ""),
                },
            };
            self.push(taken);
            rest = after;
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(cell) = self.cells.get_mut(self.filled) {
            cell.push_str(text);
            self.too_large |= cell.len() > CELL_LIMIT;
        }
    }

    fn begin_cell(&mut self) {
        match self.cells.get_mut(self.filled) {
            Some(cell) => cell.clear(),
            None => self.cells.push(String::new()),
        }
    }

    fn end_cell(&mut self) {
        self.too_large |= self.filled >= CELLS_LIMIT;
        self.filled += 1;
    }
}
