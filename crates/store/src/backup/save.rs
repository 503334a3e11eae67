//! `backup`: one moment of the store into one file.

use super::archive::{self, Step, file_error};
use super::tables::{self, LASTING, write_line};
use super::{BackupError, MANIFEST, Manifest, SHAPE, TableEntry, entry_of};
use crate::db::{Store, Tx};
use crate::error::StoreError;
use crate::on;
use crate::secrets::KEY_FILE;
use async_recursion::async_recursion as boxed;
use futures_util::TryStreamExt;
use model::Millis;
use sqlx::AssertSqlSafe;
use std::path::Path;
use tokio::sync::mpsc::{Sender, channel};

/// Rows are handed to the writing thread in pieces of about this many bytes.
const PIECE: usize = 256 * 1024;

impl Store {
    /// Writes a backup to a file, in the place of the one that may be there; the old one goes only when the new one is
    /// whole. People may go on working meanwhile: the backup is of the moment it began.
    #[boxed]
    pub async fn backup(&self, file: &Path, now: Millis) -> Result<Manifest, BackupError> {
        let mut tx = self.snapshot().await?;
        let (sender, steps) = channel(4);
        let path = file.to_owned();
        let writer = tokio::task::spawn_blocking(move || archive::write(&path, steps));
        let told = tell(&mut tx, &self.folder, now, sender).await;
        // When the writer stopped, its reason is the one that counts; `told` only knows that nobody listened.
        writer.await.map_err(|e| file_error(file, std::io::Error::other(e)))??;
        told?.ok_or_else(|| file_error(file, std::io::Error::other("the writing stopped")))
    }
}

/// Tells the writer everything. `None` when it stopped listening.
async fn tell(tx: &mut Tx, folder: &Path, now: Millis, to: Sender<Step>) -> Result<Option<Manifest>, BackupError> {
    let key_path = folder.join(KEY_FILE);
    let key = std::fs::read(&key_path).map_err(|reason| file_error(&key_path, reason))?;
    let mut manifest = Manifest {
        shape: SHAPE,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        engine: match tx {
            Tx::Sqlite(_) => "sqlite",
            Tx::Postgres(_) => "postgres",
        }
        .to_owned(),
        schema: tables::schema_version(tx).await?,
        made_at: now.0,
        key: blake3::hash(&key).to_hex().to_string(),
        tables: Vec::new(),
    };
    for table in LASTING {
        if to.send(Step::Entry(entry_of(table))).await.is_err() {
            return Ok(None);
        }
        let Some(entry) = tell_table(tx, table, &to).await? else { return Ok(None) };
        manifest.tables.push(entry);
    }
    let text = serde_json::to_vec_pretty(&manifest).map_err(StoreError::from)?;
    let last = [
        Step::Entry(KEY_FILE.to_owned()),
        Step::Bytes(key),
        Step::Entry(MANIFEST.to_owned()),
        Step::Bytes(text),
        Step::Seal,
    ];
    for step in last {
        if to.send(step).await.is_err() {
            return Ok(None);
        }
    }
    Ok(Some(manifest))
}

async fn tell_table(tx: &mut Tx, table: &str, to: &Sender<Step>) -> Result<Option<TableEntry>, BackupError> {
    let columns = tables::columns(tx, table).await?;
    let last_id = tables::last_id(tx, table, &columns).await?;
    // Names come from the schema, not from people.
    let sql = format!("select {} from \"{table}\"", tables::quoted(&columns));
    let (mut rows, mut hasher, mut piece) = (0, blake3::Hasher::new(), Vec::new());
    on!(tx, tx => {
        let mut stream = sqlx::query(AssertSqlSafe(sql)).fetch(&mut **tx);
        while let Some(row) = stream.try_next().await? {
            write_line(&row, &columns, &mut piece)?;
            rows += 1;
            if piece.len() >= PIECE {
                hasher.update(&piece);
                if to.send(Step::Bytes(std::mem::take(&mut piece))).await.is_err() {
                    return Ok(None);
                }
            }
        }
    });
    hasher.update(&piece);
    if to.send(Step::Bytes(piece)).await.is_err() {
        return Ok(None);
    }
    let columns = columns.into_iter().map(|column| column.name).collect();
    Ok(Some(TableEntry {
        name: table.to_owned(),
        columns,
        rows,
        last_id,
        checksum: hasher.finalize().to_hex().to_string(),
    }))
}
