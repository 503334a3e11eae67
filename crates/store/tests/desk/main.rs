//! The desk and the backup on both engines: every statement runs on SQLite and on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

#[path = "../both/mod.rs"]
mod both;

mod access;
mod backup;
mod clients;
mod desk_log;
mod mappings;
mod people;
mod schema;
mod sign_in;
mod spaces;
mod uploads;

use model::Millis;

/// The present moment of these tests.
pub const NOW: Millis = Millis(1_767_225_600_000);

/// So many milliseconds later.
pub fn later(ms: i64) -> Millis {
    Millis(NOW.0 + ms)
}
