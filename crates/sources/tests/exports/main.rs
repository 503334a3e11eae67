//! Export formats on small files of our own and on the shared data: what they give, and how they refuse.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod calendar;
mod damaged;
mod json_lines;
mod mapping;
mod meta;
mod opening;
mod properties;
mod support;
mod tiktok;
mod words;
mod x;
