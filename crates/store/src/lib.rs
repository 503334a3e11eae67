//! What is kept: the history (facts, figures, visits, their exact roll-ups) and the desk (people, clients, spaces,
//! mappings, audit), on SQLite or PostgreSQL with one SQL text.
//!
//! `history` answers the reads that `measure::History` declares; `desk` has one file per thing. What other crates await
//! is `#[boxed]`, so that it is compiled here and not again in each of them (ADR 0007).

pub mod ask;
pub mod backup;
pub mod db;
pub mod desk;
pub mod error;
pub mod history;
mod migrations;
pub mod secrets;

pub use db::{Db, Store};
pub use error::StoreError;
