//! Cuts lines into cells: quotes, doubled quotes, line breaks inside quotes, limits.

use super::dialect::Separator;

/// The largest cell accepted, in bytes.
pub const CELL_LIMIT: usize = 1024 * 1024;

/// The most cells accepted in a row.
pub(super) const CELLS_LIMIT: usize = 16_384;

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
pub enum Fed {
    /// The row ends with the line.
    Whole,
    /// A quoted cell goes on in the next line.
    Open,
    /// A cell, or the row, is larger than anybody's.
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
pub struct Splitter<'r> {
    separator: char,
    byte: u8,
    /// Cells of an earlier row, filled again one after the other.
    cells: &'r mut Vec<String>,
    filled: usize,
    state: State,
    too_large: bool,
}

impl<'r> Splitter<'r> {
    /// For one row, into cells that may have been used before.
    pub fn new(separator: Separator, cells: &'r mut Vec<String>) -> Self {
        Self::of(separator.char(), cells)
    }

    fn of(separator: char, cells: &'r mut Vec<String>) -> Self {
        // Every separator is one byte.
        let byte = u8::try_from(separator).unwrap_or(b',');
        let mut splitter = Self { separator, byte, cells, filled: 0, state: State::CellStart, too_large: false };
        splitter.begin_cell();
        splitter
    }

    /// Takes one line of the row, line end included.
    pub fn feed(&mut self, line: &str) -> Fed {
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
    pub fn finish(self) {
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
            // Of a row that is refused nothing more is kept: a line of separators alone would take twenty times its size.
            None if self.too_large => {}
            None => self.cells.push(String::new()),
        }
    }

    fn end_cell(&mut self) {
        self.too_large |= self.filled >= CELLS_LIMIT;
        self.filled += 1;
    }
}
