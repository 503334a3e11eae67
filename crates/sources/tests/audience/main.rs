//! What tells the audience of a site and who links to it: logs of every dialect, audience tools, backlinks.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code,
    missing_docs,
    reason = "tests"
)]

#[path = "../exports/support.rs"]
mod support;

mod zoo;
