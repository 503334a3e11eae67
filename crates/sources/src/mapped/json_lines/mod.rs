//! JSON lines as a table: an object a line, its keys the headers. Headers are those of the file's beginning and those the
//! mapping asks for: a service leaves out what a post does not have.

mod keys;

use crate::contract::Peek;
use crate::encoding::{self, Sniffed};
use crate::input::{Input, Meter, PEEK_BYTES};
use crate::table::batch::Batch;
use crate::table::lines::{Line, Lines};
use crate::table::{CELL_LIMIT, Filled, Row, unreadable};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use keys::{Keys, Stopped};
use std::io::{Cursor, Read};

/// The code of the note that says a file is JSON lines.
pub const NOTE: &str = "json-lines";

/// An object a line.
pub struct JsonLines<'a> {
    lines: Lines<'a>,
    keys: Keys,
    meter: Meter,
}

/// Whether the bytes begin as an object in JSON does: no table has that in its first header.
pub fn begins(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let inside = bytes.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    inside.is_some_and(|inside| inside.starts_with(b"\"") || inside.starts_with(b"}"))
}

/// Whether the file is JSON lines: its first two lines are an object each. One alone may be any document.
pub fn is_meant(peek: &Peek) -> bool {
    let mut lines = whole_lines(&peek.text, peek.whole);
    let mut keys = Keys::default();
    let mut object = || lines.next().is_some_and(|line| keys.read(line, &mut Vec::new()).is_ok());
    begins(peek.text.as_bytes()) && object() && object()
}

/// The headers and the first rows of a text, for a preview.
pub fn first_rows(peek: &Peek, limit: usize) -> (Vec<String>, Vec<Vec<String>>) {
    let mut keys = learned(&peek.text, peek.whole);
    let rows = whole_lines(&peek.text, peek.whole).filter_map(|line| {
        let mut cells = Vec::new();
        keys.read(line, &mut cells).is_ok().then_some(cells)
    });
    let rows = rows.take(limit).collect();
    (keys.headers().to_vec(), rows)
}

/// The lines of the beginning of a file that are not blank, without the last one when it may be cut.
fn whole_lines(text: &str, whole: bool) -> impl Iterator<Item = &str> {
    let end = if whole { text.len() } else { text.rfind('\n').map_or(0, |last| last + 1) };
    let text = text.get(..end).unwrap_or_default();
    text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty())
}

/// The keys of the beginning of a file.
fn learned(text: &str, whole: bool) -> Keys {
    let mut keys = Keys::learning();
    for line in whole_lines(text, whole) {
        // What is wrong with it is told when it is read.
        let _ = keys.read(line, &mut Vec::new());
    }
    keys.settle();
    keys
}

impl<'a> JsonLines<'a> {
    /// Looks at the first lines. `asked`: the columns wanted, whether or not the first lines have them.
    pub fn open(input: &'a mut Input, asked: &[&str]) -> Result<Self, Refusal> {
        let meter = input.meter();
        let mut head = Vec::new();
        let limit = u64::try_from(PEEK_BYTES).unwrap_or(u64::MAX);
        (&mut *input).take(limit).read_to_end(&mut head).map_err(|error| unreadable(&error))?;
        let whole = head.len() < PEEK_BYTES;
        // JSON is UTF-8 where no mark says otherwise: a wrong byte is reported at its line.
        let sniffed = match encoding::sniff(&head, whole) {
            guess if guess.guessed => Sniffed { encoding: encoding_rs::UTF_8, ..guess },
            sure => sure,
        };
        let mut keys = learned(&encoding::decode_lossy(&head, sniffed), whole);
        keys.ask(asked);
        let source: Box<dyn Read + Send + 'a> = Box::new(Cursor::new(head).chain(input));
        Ok(Self { lines: Lines::new(source, sniffed, false)?, keys, meter })
    }

    /// The keys, in the order they are met; those asked for and not met yet come last.
    pub fn headers(&self) -> &[String] {
        self.keys.headers()
    }

    /// Bytes of the outer file consumed so far.
    pub fn consumed(&self) -> u64 {
        self.meter.consumed()
    }

    /// The next object into a row that was used before.
    pub fn next_into(&mut self, row: &mut Row) -> Result<Filled, Refusal> {
        loop {
            let Some(line) = self.lines.next()? else { return Ok(Filled::End) };
            if line.text.trim().is_empty() {
                continue;
            }
            (row.line, row.ended) = (line.number, line.ended);
            if let Err(stopped) = self.keys.read(line.text, &mut row.cells) {
                return match stopped {
                    Stopped::TooLarge => {
                        let trouble = Trouble::new(TroubleCode::TooLarge).line(line.number);
                        Err(trouble.with("limit", &CELL_LIMIT.to_string()).into())
                    }
                    Stopped::NoObject(error) => Ok(Filled::Bad(trouble(&error, &line))),
                };
            }
            return Ok(Filled::Row);
        }
    }

    /// Objects by the hundred, about `limit` bytes of them. Whether more may follow.
    pub fn fill(&mut self, limit: usize, batch: &mut Batch, row: &mut Row) -> Result<bool, Refusal> {
        while !batch.is_full(limit) {
            match self.next_into(row)? {
                Filled::End => return Ok(false),
                Filled::Bad(trouble) => batch.push_bad(trouble),
                Filled::Row => batch.push(row),
            }
        }
        Ok(true)
    }

    /// Which of the headers no line had: a service leaves out what there is none of.
    pub fn unmet(&self) -> Vec<&str> {
        self.keys.met(false)
    }
}

/// What is wrong with a line, at its place in the line.
fn trouble(error: &serde_json::Error, line: &Line<'_>) -> Trouble {
    if error.is_eof() && !line.ended {
        return Trouble::new(TroubleCode::Truncated).line(line.number);
    }
    Trouble::new(TroubleCode::NoObject).line(line.number).with("column", &error.column().max(1).to_string())
}
