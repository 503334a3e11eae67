//! Reads a table ahead of who takes it in, on threads of their own: cutting rows and understanding them is half of the
//! work. Batches are taken from the table one after the other, worked on side by side, and handed over in their order.

use super::grid::Grid;
use super::settling::Settling;
use super::wire::{Bound, Understood};
use crate::contract::Note;
use crate::dates::{Order, OrderClues};
use crate::table::batch::{Batch, Cells};
use crate::table::{Row, Shape, unreadable};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::tz::TimeZone;
use model::Metric;
use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, OnceLock};
use std::thread::{self, Builder};

/// Rows wait for the first date that tells the order of day and month, up to this size.
const HELD_LIMIT: usize = 64 * 1024 * 1024;

/// How the work is shared out.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    /// Threads that cut and understand rows.
    pub workers: usize,
    /// Bytes of text in a batch, about.
    pub batch: usize,
}

impl Default for Share {
    fn default() -> Self {
        let workers = thread::available_parallelism().map_or(1, NonZero::get).clamp(1, 4);
        Self { workers, batch: 64 * 1024 }
    }
}

/// Rows with what is understood of each.
#[derive(Debug, Default)]
pub struct Read {
    batch: Batch,
    /// How many of its rows are understood: none as long as the order of day and month is not known, if any needs it.
    understood: usize,
    /// For each of these that the table itself finds nothing wrong with: what it says.
    told: Vec<Result<Understood, Box<Trouble>>>,
    /// What its dates say about that order.
    clues: OrderClues,
    /// The figures of all its rows, one after the other.
    pub figures: Vec<(Metric, f64)>,
    /// Bytes of the outer file consumed so far.
    pub consumed: u64,
    /// What ended the reading after its rows.
    refused: Option<Refusal>,
    /// Whether the table ends with it.
    last: bool,
}

impl Read {
    /// The rows in order.
    pub fn rows(&self) -> impl Iterator<Item = Result<(Cells<'_>, &Understood), Trouble>> {
        let mut told = self.told.iter();
        self.batch.rows().take(self.understood).filter_map(move |row| match row {
            Ok(row) => told.next().map(|told| Ok((row, told.as_ref().map_err(|trouble| trouble.as_ref().clone())?))),
            Err(trouble) => Some(Err(trouble)),
        })
    }

    /// Whether its dates can only be read once the order of day and month is known.
    const fn waits(&self) -> bool {
        self.understood == 0 && self.clues.needed()
    }

    fn clear(&mut self) {
        self.batch.clear();
        self.told.clear();
        self.figures.clear();
        self.understood = 0;
        (self.clues, self.refused, self.last) = (OrderClues::default(), None, false);
    }

    /// Understands every row, unless there is a date that needs an order and none is known; notes what the dates say
    /// about it. Leaves out what is on that line or after it.
    fn understand(&mut self, bound: &Bound<'_>, order: Option<Order>, zone: &TimeZone, until: Option<u64>) {
        let Self { batch, understood, told, clues, figures, .. } = self;
        *understood = 0;
        told.clear();
        figures.clear();
        let open = bound.open_order().is_some();
        *clues = OrderClues::default();
        for row in batch.rows() {
            let row = match row {
                Ok(row) => row,
                Err(trouble) => {
                    if until.is_some_and(|until| trouble.line.is_some_and(|line| line >= until)) {
                        break;
                    }
                    *understood += 1;
                    continue;
                }
            };
            if until.is_some_and(|until| row.line >= until) {
                break;
            }
            let plain = bound.plain_date(row);
            if open && plain.is_none() {
                let _ = bound.date_cell(row).is_some_and(|cell| clues.see(cell, row.line));
            }
            if open && order.is_none() && clues.needed() {
                continue;
            }
            told.push(bound.understand(row, plain, order, zone, figures).map_err(Box::new));
            *understood += 1;
        }
        if open && order.is_none() && clues.needed() {
            *understood = 0;
            told.clear();
            figures.clear();
        }
    }
}

/// What is known once every row was read.
pub struct Ended {
    /// What was settled on the order of day and month, for people.
    pub order: Option<Note>,
    /// The headers.
    pub headers: Vec<String>,
    /// Those among them that no row had: [`Grid::unmet`].
    pub unmet: Vec<String>,
}

/// Reads every row and hands them to `take`, in order and by the hundred.
pub fn each(
    grid: Grid<'_>,
    bound: &Bound<'_>,
    zone: &TimeZone,
    share: Share,
    mut take: impl FnMut(&Read) -> Result<(), Refusal>,
) -> Result<Ended, Refusal> {
    let (to, reads) = channel();
    let (back, used) = channel();
    // As many as there are: who reads waits for one that was taken in.
    for _ in 0..share.workers * 2 + 2 {
        let _ = back.send(Read::default());
    }
    let shape = grid.shape().cloned();
    let next = Mutex::new(Next { grid, used, number: 0, row: Row::default(), ended: false });
    let told = OnceLock::new();
    let order = thread::scope(|scope| {
        let job = Job { next: &next, shape: shape.as_ref(), bound, zone, order: &told, batch: share.batch };
        for _ in 0..share.workers.max(1) {
            let worker = Worker { to: to.clone() };
            Builder::new().spawn_scoped(scope, move || worker.run(job)).map_err(|error| unreadable(&error))?;
        }
        drop(to);
        let mut taking = Taking { settling: Settling::of(bound), bound, zone, held: Vec::new(), size: 0, back };
        let (mut early, mut awaited) = (BTreeMap::new(), 0);
        while let Ok(Some((number, read))) = reads.recv() {
            early.insert(number, read);
            while let Some(read) = early.remove(&awaited) {
                awaited += 1;
                if taking.take(read, &told, &mut take)? {
                    taking.settling.settle()?;
                    return Ok(taking.settling.note());
                }
            }
        }
        // A thread ended in the middle: why is told when the scope ends.
        Err::<_, Refusal>(Trouble::new(TroubleCode::Cancelled).into())
    })?;
    let grid = next.into_inner().map_err(|_| Trouble::new(TroubleCode::Cancelled))?.grid;
    let unmet = grid.unmet().into_iter().map(str::to_owned).collect();
    Ok(Ended { order, headers: grid.headers().to_vec(), unmet })
}

/// Takes batches in their order; those that wait for the order of day and month are held.
struct Taking<'b, 'm> {
    settling: Settling<'b>,
    bound: &'b Bound<'m>,
    zone: &'b TimeZone,
    held: Vec<Read>,
    /// Bytes held.
    size: usize,
    back: Sender<Read>,
}

impl Taking<'_, '_> {
    /// Takes the next one; whether it is the last.
    fn take(
        &mut self,
        mut read: Read,
        order: &OnceLock<Order>,
        take: &mut dyn FnMut(&Read) -> Result<(), Refusal>,
    ) -> Result<bool, Refusal> {
        let (last, refused) = (read.last, read.refused.take());
        let seen = self.settling.see(read.clues);
        if let Some(told) = self.settling.order {
            let _ = order.set(told);
        }
        if let Err(trouble) = seen {
            // What was read before a refusal comes before it.
            if self.settling.order.is_some() {
                self.release(take)?;
                read.understand(self.bound, self.settling.order, self.zone, trouble.line);
                self.give(read, take)?;
            }
            return Err(trouble.into());
        }
        if self.settling.is_waiting() {
            self.size += read.batch.size();
            if self.size > HELD_LIMIT {
                return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &HELD_LIMIT.to_string()).into());
            }
            self.held.push(read);
            // Another one in its place.
            let _ = self.back.send(Read::default());
        } else {
            self.release(take)?;
            self.give(read, take)?;
        }
        refused.map_or(Ok(last), Err)
    }

    fn release(&mut self, take: &mut dyn FnMut(&Read) -> Result<(), Refusal>) -> Result<(), Refusal> {
        self.size = 0;
        std::mem::take(&mut self.held).into_iter().try_for_each(|read| self.give(read, take))
    }

    fn give(&self, mut read: Read, take: &mut dyn FnMut(&Read) -> Result<(), Refusal>) -> Result<(), Refusal> {
        if read.waits() {
            read.understand(self.bound, self.settling.order, self.zone, None);
        }
        if read.understood > 0 {
            take(&read)?;
        }
        // The workers may have ended.
        let _ = self.back.send(read);
        Ok(())
    }
}

/// What the workers share.
struct Next<'g> {
    grid: Grid<'g>,
    used: Receiver<Read>,
    number: u64,
    row: Row,
    ended: bool,
}

#[derive(Clone, Copy)]
struct Job<'j, 'g, 'b, 'm> {
    next: &'j Mutex<Next<'g>>,
    shape: Option<&'j Shape>,
    bound: &'b Bound<'m>,
    zone: &'b TimeZone,
    order: &'j OnceLock<Order>,
    batch: usize,
}

struct Worker {
    to: Sender<Option<(u64, Read)>>,
}

impl Worker {
    fn run(self, job: Job<'_, '_, '_, '_>) {
        while let Some((number, mut read)) = job.fetch() {
            if let Some(shape) = job.shape
                && let Err(refusal) = read.batch.cut(shape)
            {
                (read.refused, read.last) = (Some(refusal), true);
            }
            read.understand(job.bound, job.bound.told_order().or(job.order.get().copied()), job.zone, None);
            // The other end hangs up when it wants no more: what went wrong is told there.
            if self.to.send(Some((number, read))).is_err() {
                return;
            }
        }
    }
}

impl Job<'_, '_, '_, '_> {
    /// The next batch and which one it is; `None` after the last one, and when nobody gives any back.
    fn fetch(&self) -> Option<(u64, Read)> {
        let mut next = self.next.lock().ok()?;
        if next.ended {
            return None;
        }
        let mut read = next.used.recv().ok()?;
        read.clear();
        let Next { grid, row, .. } = &mut *next;
        match grid.fill(self.batch, &mut read.batch, row) {
            Ok(more) => read.last = !more,
            Err(refusal) => (read.refused, read.last) = (Some(refusal), true),
        }
        read.consumed = grid.consumed();
        next.ended = read.last;
        let number = next.number;
        next.number += 1;
        Some((number, read))
    }
}

/// A worker that fails in the middle of a batch leaves nobody waiting for it.
impl Drop for Worker {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.to.send(None);
        }
    }
}
