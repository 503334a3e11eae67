//! Whole calls of the client against servers on the loopback address, and against tapes under a paused clock.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod guard;
mod limits;
mod pace;
mod robots;
mod statuses;
mod support;
mod tape;
