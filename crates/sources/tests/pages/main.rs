//! Exports of pages, channels and newsletters on small files of our own and on the shared data.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

#[allow(dead_code, reason = "shared with the tests of hostile files")]
mod books;
mod damaged;
mod linkedin;
mod linkedin_creator;
mod newsletters;
mod opml;
mod properties;
mod sheets;
#[path = "../exports/support.rs"]
mod support;
mod tiktok;
mod workbooks;
mod youtube;
