//! The rows of a survey's export: some of headers, then one for each respondent, held until the file is known whole.

use crate::contract::{Peek, Sink};
use crate::input::Input;
use crate::requoted;
use crate::table::{HeldRows, Next, Row, Rows, Rules, dialect, split_sample};
use crate::trouble::{Refusal, Trouble, TroubleCode};

/// The most that is held of one survey, in bytes: a hundred thousand respondents and a hundred questions.
const HELD: usize = 256 * 1024 * 1024;

/// The first rows of a file, for recognition; those without anything are passed over.
pub fn first_rows(peek: &Peek, limit: usize) -> Vec<Vec<String>> {
    let (separator, text) = dialect::separator_and_body(&peek.text);
    let mut rows = split_sample(text, separator.char(), limit + 4);
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    rows.truncate(limit);
    rows.into_iter().map(|row| requoted::as_before(row, separator.char())).collect()
}

/// A survey's export, read row by row.
pub struct Sheet<'a> {
    rows: Rows<'a>,
    /// A row that was looked at and given back.
    waiting: Option<Row>,
}

/// The respondents' rows.
#[derive(Debug)]
pub struct Held {
    /// Those that hold something.
    pub rows: HeldRows,
    /// All that stand in the file, empty and bad ones included.
    pub read: u64,
    /// Those without anything.
    pub blank: u64,
}

impl<'a> Sheet<'a> {
    /// Stands before the first row.
    pub fn open(input: &'a mut Input) -> Result<Self, Refusal> {
        Ok(Self { rows: Rows::open(input, Rules::default())?, waiting: None })
    }

    /// The next row of headers.
    pub fn headers(&mut self) -> Result<Row, Refusal> {
        loop {
            match self.next()? {
                Next::End => return Err(Trouble::new(TroubleCode::Empty).into()),
                Next::Bad(trouble) => return Err(trouble.into()),
                Next::Row(row) if row.is_blank() => {}
                Next::Row(row) if dialect::requoted_cells(&row.cells, self.rows.dialect().separator.char()) > 1 => {
                    return Err(Trouble::new(TroubleCode::Requoted).line(row.line).into());
                }
                Next::Row(row) => return Ok(row),
            }
        }
    }

    /// Gives a row back: it was no header.
    pub fn give_back(&mut self, row: Row) {
        self.waiting = Some(row);
    }

    fn next(&mut self) -> Result<Next, Refusal> {
        match self.waiting.take() {
            Some(row) => Ok(Next::Row(row)),
            None => self.rows.next(),
        }
    }

    /// Holds all other rows, each as wide as the headers.
    pub fn hold(&mut self, width: usize, sink: &mut dyn Sink) -> Result<Held, Refusal> {
        let mut held = Held { rows: HeldRows::new(HELD), read: 0, blank: 0 };
        loop {
            let row = match self.next()? {
                Next::End => break,
                Next::Bad(trouble) => {
                    held.read += 1;
                    sink.bad(trouble)?;
                    continue;
                }
                Next::Row(row) => row,
            };
            // A line without anything is no row; a row of nothing but separators is one.
            if row.is_blank() {
                let blank = u64::from(row.cells.len() > 1);
                held.read += blank;
                held.blank += blank;
                continue;
            }
            held.read += 1;
            sink.progress(self.rows.consumed(), held.read);
            match fit(row, width) {
                Ok(row) => held.rows.push(&row)?,
                Err(trouble) => sink.bad(trouble)?,
            }
        }
        if held.rows.is_empty() {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        Ok(held)
    }
}

fn fit(mut row: Row, width: usize) -> Result<Row, Trouble> {
    if row.cells.iter().skip(width).all(|cell| cell.trim().is_empty()) {
        row.cells.truncate(width);
    }
    if row.cells.len() == width {
        return Ok(row);
    }
    if !row.ended && row.cells.len() < width {
        return Err(Trouble::new(TroubleCode::Truncated).line(row.line));
    }
    let trouble = Trouble::new(TroubleCode::CellCount).line(row.line).with("cells", &row.cells.len().to_string());
    Err(trouble.with("headers", &width.to_string()))
}
