//! Rows of a sheet under way to whoever takes them in: put together from cells, counted, sent by the hundred.

use crate::table::CELL_LIMIT;
use crate::table::batch::{Batch, Extent};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::workbook::malformed;
use crate::workbook::plain::Take;
use std::sync::mpsc::{Receiver, SyncSender};

/// Bytes of text in a batch, about.
const BATCH: usize = 64 * 1024;

/// Rows under way to whoever takes them in.
pub struct Out {
    to: SyncSender<Result<Batch, Refusal>>,
    used: Receiver<Batch>,
    batch: Batch,
    /// The row begun, and where its cells are written.
    row: Option<u32>,
    places: Vec<Extent>,
    /// What is left to give out.
    cells: usize,
    text: u64,
    /// What was left before the row begun.
    before: (usize, u64),
}

impl Take for Out {
    fn begin(&mut self, row: u32) -> Result<(), Refusal> {
        match self.row {
            Some(begun) if begun == row => return Ok(()),
            // Rows are in order in what any spreadsheet program writes, and are given out as they come.
            Some(begun) if begun > row => return Err(malformed(&"rows out of order").line(line(row)).into()),
            _ => {}
        }
        self.close();
        if self.batch.is_full(BATCH) {
            self.send()?;
        }
        self.row = Some(row);
        self.before = (self.cells, self.text);
        Ok(())
    }

    fn cell(&mut self, column: u32, write: impl FnOnce(&mut String)) -> Result<(), Refusal> {
        let Some(row) = self.row else { return Ok(()) };
        let too_large = |limit: &str| Trouble::new(TroubleCode::TooLarge).line(line(row)).with("limit", limit);
        let place = usize::try_from(column).unwrap_or(usize::MAX);
        let wider = place.saturating_add(1).saturating_sub(self.places.len());
        self.cells = self.cells.checked_sub(wider).ok_or_else(|| too_large("cells"))?;
        if wider > 0 {
            self.places.resize(place + 1, Extent::default());
        }
        let written = self.batch.write(write);
        if written.size() > CELL_LIMIT {
            return Err(too_large(&CELL_LIMIT.to_string()).into());
        }
        let length = u64::try_from(written.size()).unwrap_or(u64::MAX);
        self.text = self.text.checked_sub(length).ok_or_else(|| too_large("text"))?;
        if let Some(cell) = self.places.get_mut(place) {
            *cell = written;
        }
        Ok(())
    }

    fn forget(&mut self, row: u32) {
        if self.row == Some(row) {
            self.row = None;
            self.places.clear();
            (self.cells, self.text) = self.before;
        }
    }
}

impl Out {
    /// For so many cells and so many bytes of text.
    pub fn new(to: SyncSender<Result<Batch, Refusal>>, used: Receiver<Batch>, cells: usize, text: u64) -> Self {
        let batch = Batch::default();
        Self { to, used, batch, row: None, places: Vec::new(), cells, text, before: (cells, text) }
    }

    /// Tells what went wrong to whoever takes the rows in.
    pub fn refuse(&self, refusal: Refusal) {
        // Nobody listens any more when the rows are no longer wanted.
        let _ = self.to.send(Err(refusal));
    }

    /// Keeps the row begun, unless it is blank.
    fn close(&mut self) {
        if let Some(row) = self.row
            && !self.batch.is_blank(&self.places)
        {
            self.batch.push_places(line(row), &self.places);
        }
        self.places.clear();
    }

    /// The sheet ends.
    pub fn end(&mut self) -> Result<(), Refusal> {
        self.close();
        if self.batch.is_empty() { Ok(()) } else { self.send() }
    }

    fn send(&mut self) -> Result<(), Refusal> {
        let mut next = self.used.try_recv().unwrap_or_default();
        next.clear();
        let full = std::mem::replace(&mut self.batch, next);
        // The other end hangs up when it wants no more rows.
        self.to.send(Ok(full)).map_err(|_| Trouble::new(TroubleCode::Cancelled).into())
    }
}

fn line(row: u32) -> u64 {
    u64::from(row) + 1
}
