//! Rows of posts that wait until a date tells the order of day and month: from then on none is held. Their cells wait
//! end to end in one piece of memory, those alone that the format reads.

use crate::dates::{Order, OrderClues};
use crate::table::{Columns, HeldRows, Row};
use crate::trouble::{Refusal, Trouble};

/// What may wait, in bytes: a file none of whose dates tells the order waits as a whole.
const HELD_LIMIT: usize = 64 * 1024 * 1024;

/// The rows that wait, and what their dates say.
pub struct WaitingRows<'c, K: 'static> {
    columns: &'c Columns<K>,
    date: K,
    rows: HeldRows,
    clues: OrderClues,
}

impl<'c, K: Copy + PartialEq> WaitingRows<'c, K> {
    /// None yet. `date` is the column whose dates tell the order.
    pub fn new(columns: &'c Columns<K>, date: K) -> Self {
        Self { columns, date, rows: HeldRows::new(HELD_LIMIT), clues: OrderClues::default() }
    }

    /// Looks at the date of a row that can be read. The order, once this date or one before tells it: the rows that wait
    /// come first, then this one, which does not wait. Refuses two dates that contradict each other.
    pub fn see(&mut self, row: &Row, date: &str) -> Result<Option<Order>, Refusal> {
        self.clues.see(date, row.line);
        let order = self.order()?;
        if order.is_none() {
            let cells = row.cells.iter().enumerate();
            let cells =
                cells.map(|(place, cell)| if self.columns.is_known(place) { cell.clone() } else { String::new() });
            self.rows.push(&Row { line: row.line, cells: cells.collect(), ended: row.ended })?;
        }
        Ok(order)
    }

    /// The order that the dates tell so far, if they tell one.
    pub fn order(&self) -> Result<Option<Order>, Trouble> {
        self.clues.order().map_err(|trouble| trouble.field(self.columns.header(self.date)))
    }

    /// The rows that wait, which stay.
    pub fn iter(&self) -> impl Iterator<Item = Row> {
        self.rows.iter()
    }

    /// The rows that wait, which wait no longer.
    pub fn take(&mut self) -> impl Iterator<Item = Row> + use<K> {
        std::mem::replace(&mut self.rows, HeldRows::new(HELD_LIMIT)).into_rows()
    }

    /// What the dates say.
    pub const fn clues(&self) -> &OrderClues {
        &self.clues
    }
}
