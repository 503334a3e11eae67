//! Rows of a table by the hundred, handed from one thread to another and back to be filled again: the text of all in one
//! piece of memory, each cell a place in it. Lines without quotes come in uncut: whoever takes them in cuts them.

use super::Row;
use super::shape::Shape;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use std::ops::Range;

/// Rows in a batch that come one by one, at most.
const ROWS: usize = 512;
/// Cells of these, about: a batch of very wide rows has fewer of them.
const CELLS: usize = 16 * 1024;
/// Memory that a batch used before may keep, in bytes of text.
const KEPT: usize = 1024 * 1024;

/// Where a cell stands in the text: half the size of a range, and there are millions.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extent {
    from: u32,
    to: u32,
}

impl Extent {
    /// From there to there, in bytes. No batch comes near what it can tell.
    #[inline]
    pub fn new(from: usize, to: usize) -> Self {
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { from: small(from), to: small(to) }
    }

    #[inline]
    pub(super) fn range(self) -> Range<usize> {
        let large = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        large(self.from)..large(self.to)
    }

    /// How long the cell is, in bytes.
    #[inline]
    pub fn size(self) -> usize {
        self.range().len()
    }
}

/// Some rows of a table, in order.
#[derive(Debug, Default)]
pub struct Batch {
    pub(super) text: String,
    pub(super) cells: Vec<Extent>,
    pub(super) rows: Vec<Head>,
    /// What came in, in order, as long as some of it is uncut.
    segments: Vec<Segment>,
    /// How many rows at the beginning are no longer wanted.
    skipped: usize,
    /// Cells before the table's first column, and how many it has at least.
    frame: (usize, usize),
}

/// One row.
#[derive(Debug)]
pub(super) struct Head {
    pub line: u64,
    pub ended: bool,
    pub cells: Range<usize>,
    /// What is wrong with it.
    pub wrong: Option<Wrong>,
}

/// What is wrong with a row, in little room: rows that wait may all have it.
#[derive(Debug)]
pub(super) enum Wrong {
    /// It has so many cells, and the table so many headers.
    Cells(u32, u32),
    /// Anything else.
    Other(Box<Trouble>),
}

impl Wrong {
    /// In words.
    fn trouble(&self, line: u64) -> Trouble {
        match self {
            Self::Cells(cells, headers) => cell_count(line, &cells.to_string(), &headers.to_string()),
            Self::Other(trouble) => trouble.as_ref().clone(),
        }
    }
}

/// A row of so many cells under so many headers.
pub(super) fn cell_count(line: u64, cells: &str, headers: &str) -> Trouble {
    Trouble::new(TroubleCode::CellCount).line(line).with("cells", cells).with("headers", headers)
}

#[derive(Debug)]
enum Segment {
    /// So many rows, cut.
    Rows(usize),
    /// Lines of text, the first of which has that number.
    Plain(Range<usize>, u64),
}

/// The cells of one row.
#[derive(Debug, Clone, Copy)]
pub struct Cells<'r> {
    /// Line of the file on which it begins.
    pub line: u64,
    text: &'r str,
    places: &'r [Extent],
    /// Cells that are not there but empty.
    blanks: usize,
}

impl<'r> Cells<'r> {
    /// The cell at that place.
    #[inline]
    pub fn get(&self, place: usize) -> Option<&'r str> {
        self.places.get(place).and_then(|place| self.text.get(place.range()))
    }

    /// The bytes of the cell at that place: quicker had where no character matters.
    #[inline]
    pub fn bytes(&self, place: usize) -> Option<&'r [u8]> {
        self.places.get(place).and_then(|place| self.text.as_bytes().get(place.range()))
    }

    /// Its cells, empty ones at the end included.
    pub fn iter(self) -> impl Iterator<Item = &'r str> {
        let there = self.places.iter().map(move |place| self.text.get(place.range()).unwrap_or_default());
        there.chain(std::iter::repeat_n("", self.blanks))
    }
}

impl Batch {
    /// Forgets its rows but not their memory.
    pub fn clear(&mut self) {
        if self.text.capacity() > KEPT {
            *self = Self::default();
        }
        self.text.clear();
        self.cells.clear();
        self.rows.clear();
        self.segments.clear();
        (self.skipped, self.frame) = (0, (0, 0));
    }

    /// A row that was cut elsewhere.
    pub fn push(&mut self, row: &Row) {
        let from = self.cells.len();
        for cell in &row.cells {
            let begins = self.text.len();
            self.text.push_str(cell);
            self.cells.push(Extent::new(begins, self.text.len()));
        }
        self.keep(row.line, row.ended, from);
    }

    /// A row that cannot be read.
    pub fn push_bad(&mut self, trouble: Trouble) {
        let (line, from) = (trouble.line.unwrap_or(0), self.cells.len());
        self.keep(line, true, from);
        if let Some(head) = self.rows.last_mut() {
            head.wrong = Some(Wrong::Other(Box::new(trouble)));
        }
    }

    /// Writes the text of one cell, whose place may be given to [`Batch::push_places`].
    pub fn write(&mut self, write: impl FnOnce(&mut String)) -> Extent {
        let begins = self.text.len();
        write(&mut self.text);
        Extent::new(begins, self.text.len())
    }

    /// Whether a row of these cells has nothing but spaces.
    pub fn is_blank(&self, places: &[Extent]) -> bool {
        places.iter().all(|cell| self.text.get(cell.range()).is_none_or(|cell| cell.trim().is_empty()))
    }

    /// A row whose cells were written before.
    pub fn push_places(&mut self, line: u64, places: &[Extent]) {
        let from = self.cells.len();
        self.cells.extend_from_slice(places);
        self.keep(line, true, from);
    }

    /// Lines without quotes, that `fill` writes and tells the number of the first of; whether there are any.
    pub fn plain(&mut self, fill: impl FnOnce(&mut String) -> Option<u64>) -> bool {
        let begins = self.text.len();
        let Some(line) = fill(&mut self.text) else { return false };
        self.segments.push(Segment::Plain(begins..self.text.len(), line));
        true
    }

    fn keep(&mut self, line: u64, ended: bool, from: usize) {
        self.rows.push(Head { line, ended, cells: from..self.cells.len(), wrong: None });
        match self.segments.last_mut() {
            Some(Segment::Rows(count)) => *count += 1,
            _ => self.segments.push(Segment::Rows(1)),
        }
    }

    /// Cuts the lines that are uncut. A refusal comes after the rows before it.
    pub fn cut(&mut self, shape: &Shape) -> Result<(), Refusal> {
        let mut segments = std::mem::take(&mut self.segments);
        let mut cut = std::mem::take(&mut self.rows).into_iter();
        if segments.iter().all(|segment| matches!(segment, Segment::Rows(_))) {
            self.rows = cut.collect();
        } else {
            let done = segments.drain(..).try_for_each(|segment| match segment {
                Segment::Rows(count) => {
                    self.rows.extend(cut.by_ref().take(count));
                    Ok(())
                }
                Segment::Plain(text, line) => shape.cut(self, text, line),
            });
            segments.clear();
            self.segments = segments;
            done?;
        }
        Ok(())
    }

    /// Whether it should be handed over; `limit` is in bytes.
    pub fn is_full(&self, limit: usize) -> bool {
        self.rows.len() >= ROWS || self.cells.len() >= CELLS || self.text.len() >= limit
    }

    /// Whether nothing came in.
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.segments.is_empty()
    }

    /// Bytes of its text.
    pub const fn size(&self) -> usize {
        self.text.len()
    }

    /// Leaves out what is before that row.
    pub const fn skip(&mut self, rows: usize) {
        self.skipped = rows;
    }

    /// Where the table stands in its rows: how many cells are before it, how many it has at least.
    pub const fn frame(&mut self, first: usize, width: usize) {
        self.frame = (first, width);
    }

    /// Its rows, cut; what is wrong with one instead of its cells.
    pub fn rows(&self) -> impl Iterator<Item = Result<Cells<'_>, Trouble>> {
        self.rows.iter().skip(self.skipped).map(|head| match &head.wrong {
            Some(wrong) => Err(wrong.trouble(head.line)),
            None => Ok(self.cells_of(head)),
        })
    }

    /// Whether it has so many rows and one more.
    pub fn has(&self, place: usize) -> bool {
        place < self.rows.len()
    }

    /// One of its rows, into a row of its own; whether it has so many.
    pub fn row_into(&self, place: usize, row: &mut Row) -> bool {
        let Some(head) = self.rows.get(place) else { return false };
        (row.line, row.ended) = (head.line, head.ended);
        row.cells.clear();
        row.cells.extend(self.cells_of(head).iter().map(str::to_owned));
        true
    }

    fn cells_of(&self, head: &Head) -> Cells<'_> {
        let (first, width) = self.frame;
        let places = self.cells.get(head.cells.clone()).unwrap_or_default();
        let places = places.get(first.min(places.len())..).unwrap_or_default();
        Cells { line: head.line, text: &self.text, places, blanks: width.saturating_sub(places.len()) }
    }
}
