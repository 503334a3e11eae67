//! The history: facts, figures, visits and answers as they were told, and roll-ups kept exact in the same transaction.
//!
//! ```text
//! Import::write(pieces) ─▶ dictionaries (actors, posts, origins) ─▶ rows ─▶ deltas ─▶ Import::finish: roll-ups, commit
//! ```
//! Killed at any instant, either the whole import is there or nothing of it. Deterministic ids make a second
//! import of the same file, or of an overlapping one, change nothing. `check` recounts the roll-ups from the rows.

pub mod again;
mod answers;
mod arrivals;
pub mod check;
mod dictionary;
mod fact_pages;
mod facts;
mod import;
pub mod journal;
mod listing;
mod nul;
mod observations;
mod posts;
pub mod quarters;
mod raw;
mod read;
pub mod recount;
mod rollup;
mod seen;
mod sheet;
mod sheet_new;
mod sheet_reads;
mod told;
mod told_rows;
mod touched;
pub mod undo;
mod visits;

pub(crate) use raw::drop_orphans;

pub use import::{Counted, Import, ImportRow, NewImport};
pub use raw::{PIECE, Packed};
pub use told::{Figure, Told, ToldPosts};

/// How many rows go into one statement: under every engine's limit of bound values.
pub(crate) const CHUNK: usize = 1000;

/// Whether a statement of so many rows is kept for the next time. Only full ones: a statement of a thousand rows takes
/// a megabyte with what was bound to it, and one is kept for each number of rows met.
pub(crate) const fn remembered(rows: usize) -> bool {
    rows == CHUNK
}

/// A number of rows as counted for people.
pub(crate) fn amount(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

/// Whole numbers cross from `usize` to the database's `i64` here.
pub(crate) fn whole(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
