//! Reads a table ahead of who takes it in, on a thread of its own: cutting rows and understanding them is half of the
//! work. Settles the order of day and month on the way.

use super::batch::Batch;
use super::grid::Grid;
use super::wire::{Bound, Understood};
use crate::contract::Note;
use crate::dates::{Order, OrderClues};
use crate::table::{Filled, Row, unreadable};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::tz::TimeZone;
use model::Metric;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread::{self, Builder};

/// Rows wait for the first date that tells the order of day and month, up to this size.
const HELD_LIMIT: usize = 64 * 1024 * 1024;

/// Batches that may wait.
const WAITING: usize = 4;

/// Rows with what is understood of each.
#[derive(Debug, Default)]
pub struct Read {
    batch: Batch,
    /// For each row: a trouble of the table, or what the row says.
    told: Vec<Result<Understood, Trouble>>,
    troubles: Vec<Option<Trouble>>,
    /// The figures of all its rows, one after the other.
    pub figures: Vec<(Metric, f64)>,
    /// Bytes of the outer file consumed so far.
    pub consumed: u64,
}

impl Read {
    /// The rows in order.
    pub fn rows(&self) -> impl Iterator<Item = (&Row, &Result<Understood, Trouble>)> {
        self.batch.rows().iter().zip(&self.told)
    }

    fn clear(&mut self) {
        self.batch.clear();
        self.told.clear();
        self.troubles.clear();
        self.figures.clear();
    }

    fn understand(&mut self, bound: &Bound<'_>, order: Option<Order>, zone: &TimeZone) {
        for (row, trouble) in self.batch.rows().iter().zip(self.troubles.drain(..)) {
            self.told.push(match trouble {
                Some(trouble) => Err(trouble),
                None => bound.understand(row, order, zone, &mut self.figures),
            });
        }
    }
}

/// Reads every row and hands them to `take`, in order and by the hundred. Gives back what was settled on the order of
/// day and month, for people.
pub fn each(
    grid: Grid<'_>,
    bound: &Bound<'_>,
    zone: &TimeZone,
    mut take: impl FnMut(&Read) -> Result<(), Refusal>,
) -> Result<Option<Note>, Refusal> {
    let (to, read) = sync_channel(WAITING);
    let (back, used) = channel();
    thread::scope(|scope| {
        let reader = Reader { grid, bound, zone, to, used, settling: Settling::of(bound), held: Vec::new(), size: 0 };
        let reader = Builder::new().spawn_scoped(scope, || reader.run()).map_err(|error| unreadable(&error))?;
        let mut taken = Ok(());
        for batch in read {
            taken = take(&batch);
            if taken.is_err() {
                break;
            }
            // The reader may have ended.
            let _ = back.send(batch);
        }
        let ended = reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        taken.and(ended)
    })
}

struct Reader<'g, 'b, 'm> {
    grid: Grid<'g>,
    bound: &'b Bound<'m>,
    zone: &'b TimeZone,
    to: SyncSender<Read>,
    used: Receiver<Read>,
    settling: Settling<'b>,
    /// Batches that wait for the order, and their size.
    held: Vec<Read>,
    size: usize,
}

impl Reader<'_, '_, '_> {
    fn run(mut self) -> Result<Option<Note>, Refusal> {
        loop {
            let mut read = self.used.try_recv().unwrap_or_default();
            read.clear();
            let filled = self.fill(&mut read);
            // What was read before a refusal comes before it.
            if !read.batch.is_empty() {
                read.consumed = self.grid.consumed();
                self.hand_over(read)?;
            }
            if filled? {
                break;
            }
        }
        self.settling.settle()?;
        self.release()?;
        Ok(self.settling.note())
    }

    /// Reads on until the batch is full; whether the table ends.
    fn fill(&mut self, read: &mut Read) -> Result<bool, Refusal> {
        while !read.batch.is_full() {
            let row = read.batch.slot();
            let trouble = match self.grid.next_into(row)? {
                Filled::End => return Ok(true),
                Filled::Bad(trouble) => Some(trouble),
                Filled::Row => {
                    let cell = self.bound.date_cell(row);
                    cell.map_or(Ok(()), |cell| self.settling.see(cell, row.line))?;
                    None
                }
            };
            read.troubles.push(trouble);
            read.batch.keep();
        }
        Ok(false)
    }

    fn hand_over(&mut self, read: Read) -> Result<(), Refusal> {
        if self.settling.is_waiting() {
            self.size += read.batch.size();
            if self.size > HELD_LIMIT {
                return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &HELD_LIMIT.to_string()).into());
            }
            self.held.push(read);
            return Ok(());
        }
        self.release()?;
        self.send(read)
    }

    fn release(&mut self) -> Result<(), Refusal> {
        std::mem::take(&mut self.held).into_iter().try_for_each(|read| self.send(read))
    }

    fn send(&self, mut read: Read) -> Result<(), Refusal> {
        read.understand(self.bound, self.settling.order, self.zone);
        // The other end hangs up when it failed: what went wrong is told there.
        self.to.send(read).map_err(|_| Trouble::new(TroubleCode::Cancelled).into())
    }
}

/// The order of day and month, told by the mapping or by the first date that reads one way only. Every later date is
/// held against it.
struct Settling<'b> {
    /// The column, when the file must say it.
    open: Option<&'b str>,
    order: Option<Order>,
    clues: OrderClues,
}

impl<'b> Settling<'b> {
    fn of(bound: &'b Bound<'_>) -> Self {
        Self { open: bound.open_order(), order: bound.told_order(), clues: OrderClues::default() }
    }

    fn see(&mut self, cell: &str, line: u64) -> Result<(), Trouble> {
        let Some(field) = self.open else { return Ok(()) };
        if self.clues.see(cell, line) {
            self.order = self.clues.order().map_err(|trouble| trouble.field(field))?;
        }
        Ok(())
    }

    /// Whether a date was met that nobody can read yet.
    const fn is_waiting(&self) -> bool {
        self.open.is_some() && self.clues.needed() && self.order.is_none()
    }

    fn settle(&self) -> Result<(), Trouble> {
        match self.open.filter(|_| self.is_waiting()) {
            Some(field) => Err(Trouble::new(TroubleCode::AmbiguousDates).field(field)),
            None => Ok(()),
        }
    }

    fn note(&self) -> Option<Note> {
        let code = match self.order.filter(|_| self.open.is_some())? {
            Order::DayFirst => "dates-day-first",
            Order::MonthFirst => "dates-month-first",
        };
        Some(Note::new(code, []))
    }
}
