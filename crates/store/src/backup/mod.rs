//! Backup and restore: everything that lasts, from one moment, in one file that either engine reads.
//!
//! The file is a zip: `manifest.json`, `key`, and for each table `tables/NAME.jsonl`, one JSON array per row. It holds
//! the key of the installation, so it is as secret as the data folder. Both ways stream: memory does not grow with
//! the history. Passing things (sessions, sign-in links, files that wait) stay out: people sign in again.

mod archive;
mod restore;
mod save;
mod tables;

use crate::error::StoreError;
use serde::{Deserialize, Serialize};

/// Version of the file's own shape.
const SHAPE: u32 = 1;
const MANIFEST: &str = "manifest.json";

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the file's own shape.
    pub shape: u32,
    /// Version of the program that made it.
    pub program: String,
    /// The engine it comes from: `sqlite` or `postgres`.
    pub engine: String,
    /// Number of the last migration of the schema.
    pub schema: i64,
    /// When it was made: milliseconds, UTC.
    pub made_at: i64,
    /// Checksum (BLAKE3) of the key.
    pub key: String,
    /// The tables, parents before children.
    pub tables: Vec<TableEntry>,
}

impl Manifest {
    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

/// One table of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableEntry {
    /// Its name.
    pub name: String,
    /// Its columns, in the order of the values of each row.
    pub columns: Vec<String>,
    /// How many rows.
    pub rows: u64,
    /// The last id given, where the table numbers its rows: no id is given twice, not even after a restore.
    pub last_id: Option<i64>,
    /// Checksum (BLAKE3) of the lines.
    pub checksum: String,
}

/// Why a backup could not be made or restored. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file could not be read or written.
    #[error("{path}: {reason}")]
    File {
        /// Which file.
        path: String,
        /// Why not.
        reason: std::io::Error,
    },
    /// The file is no backup, or not a whole one.
    #[error("{path} is no backup of Vigie: {reason}")]
    NotABackup {
        /// Which file.
        path: String,
        /// Why not.
        reason: String,
    },
    /// A part of the file does not agree with its checksum, or with what the manifest says of it.
    #[error("the backup is damaged: {part} {reason}")]
    Damaged {
        /// Which part.
        part: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The backup was made for another schema.
    #[error("the backup was made by version {program} (schema {theirs}); this program has schema {ours}")]
    OtherSchema {
        /// Version of the program that made it.
        program: String,
        /// Its schema.
        theirs: i64,
        /// This program's schema.
        ours: i64,
    },
    /// The target holds something already.
    #[error("the target is not empty: `{table}` has rows")]
    NotEmpty {
        /// The first table with rows.
        table: &'static str,
    },
}

impl From<sqlx::Error> for BackupError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

fn entry_of(table: &str) -> String {
    format!("tables/{table}.jsonl")
}
