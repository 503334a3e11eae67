//! Blogs and their comments, mailing lists and surveys: small files of our own, and the shared data.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

#[path = "../exports/support.rs"]
#[allow(dead_code, reason = "this binary needs a part of what the exports' tests share")]
mod support;

mod blogger;
mod comments;
mod damaged;
mod dotclear;
mod lines;
mod mbox;
mod properties;
mod surveys;
mod wordpress;
