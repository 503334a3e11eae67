//! Hostile files: bombs, endless cells, deep nesting. Each is refused with its trouble, and what reading it held at its
//! peak is counted by the allocator of this program: run alone or in turn, so that nobody else's bytes are counted.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs,
    reason = "tests"
)]

#[allow(dead_code, reason = "shared with the tests of pages")]
#[path = "../pages/books.rs"]
mod books;
mod calendars;
mod endless;
mod packed;
mod posts;
mod support;
mod texts;
mod workbooks;

#[global_allocator]
static MEMORY: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;
