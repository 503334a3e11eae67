//! Rows handed from one thread to another by the hundred, and back to be filled again: their cells keep their memory.

use crate::table::Row;

/// Rows in a batch, at most.
const ROWS: usize = 512;
/// Cells in a batch, about: a batch of very wide rows has fewer of them.
const CELLS: usize = 16 * 1024;
/// Cells that a row used before may keep.
const KEPT: usize = 256;

/// Some rows of a table, in order.
#[derive(Debug, Default)]
pub struct Batch {
    rows: Vec<Row>,
    spare: Row,
    used: usize,
    cells: usize,
}

impl Batch {
    /// Forgets its rows but not their memory.
    pub fn clear(&mut self) {
        for row in &mut self.rows {
            if row.cells.len() > KEPT {
                row.cells = Vec::new();
            }
        }
        (self.used, self.cells) = (0, 0);
    }

    /// The next row to fill; it is of the batch once [`Batch::keep`] says so.
    pub fn slot(&mut self) -> &mut Row {
        if self.rows.len() == self.used {
            self.rows.push(Row::default());
        }
        // Never more are used than there are.
        let place = self.used.min(self.rows.len() - 1);
        self.rows.get_mut(place).unwrap_or(&mut self.spare)
    }

    /// The row of the slot stays.
    pub fn keep(&mut self) {
        self.cells += self.rows.get(self.used).map_or(0, |row| row.cells.len());
        self.used += 1;
    }

    /// Whether it should be handed over.
    pub const fn is_full(&self) -> bool {
        self.used >= ROWS || self.cells >= CELLS
    }

    /// Whether it has no row.
    pub const fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Bytes of its cells.
    pub fn size(&self) -> usize {
        self.rows().iter().flat_map(|row| &row.cells).map(String::len).sum()
    }

    /// Its rows.
    pub fn rows(&self) -> &[Row] {
        self.rows.get(..self.used).unwrap_or_default()
    }

    /// One of its rows, to be exchanged for another.
    pub fn row_mut(&mut self, place: usize) -> Option<&mut Row> {
        self.rows.get_mut(..self.used)?.get_mut(place)
    }
}
