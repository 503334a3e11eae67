//! `restore`: a backup into this store, whole or not at all, from either engine into either engine.

use super::archive::{Archive, damaged, file_error};
use super::tables::{self, Cell, Column, Kind, LASTING, PASSING, read_line};
use super::{BackupError, Manifest, TableEntry, entry_of};
use crate::db::{Store, Tx, commit};
use crate::error::StoreError;
use crate::on;
use crate::secrets::{KEY_FILE, Secrets};
use async_recursion::async_recursion as boxed;
use sqlx::AssertSqlSafe;
use std::path::Path;
use tokio::sync::mpsc::{Sender, channel};

/// Values of one statement: SQLite takes 32,766 at most.
const VALUES: usize = 6_000;
/// Bytes of one statement, so that raw pages do not pile up.
const BYTES: usize = 1 << 20;

impl Store {
    /// Puts a backup in the place of what this store holds. Refused when it holds something, unless `force`.
    ///
    /// Every checksum is compared before anything is touched; then all of it is one transaction. The key file is
    /// replaced just before the commit and put back if that fails. Should the machine stop between the two, the old
    /// rows stand beside the new key: restoring once more sets it right. Everybody has to sign in again.
    #[boxed]
    pub async fn restore(&mut self, file: &Path, force: bool) -> Result<Manifest, BackupError> {
        let path = file.to_owned();
        let opened = tokio::task::spawn_blocking(move || {
            let (mut archive, manifest) = Archive::open(&path)?;
            let key = archive.verify(&manifest)?;
            Ok::<_, BackupError>((archive, manifest, key))
        });
        let (archive, manifest, key) = opened.await.map_err(|e| file_error(file, std::io::Error::other(e)))??;

        let mut tx = self.write().await?;
        let ours = tables::schema_version(&mut tx).await?;
        if ours != manifest.schema {
            return Err(BackupError::OtherSchema { program: manifest.program, theirs: manifest.schema, ours });
        }
        empty(&mut tx, force).await?;
        fill(&mut tx, archive, &manifest).await?;

        let key_path = self.folder.join(KEY_FILE);
        let before = std::fs::read(&key_path).map_err(|reason| file_error(&key_path, reason))?;
        Secrets::replace(&self.folder, &key)?;
        if let Err(reason) = commit(tx).await {
            Secrets::replace(&self.folder, &before)?;
            return Err(reason.into());
        }
        self.secrets = Secrets::open(&self.folder)?;
        Ok(manifest)
    }
}

/// Empties the store if that was asked for, or makes sure that it is empty.
async fn empty(tx: &mut Tx, force: bool) -> Result<(), BackupError> {
    for table in LASTING.iter().chain(PASSING).rev() {
        let sql = AssertSqlSafe(if force {
            format!("delete from \"{table}\"")
        } else {
            format!("select 1 from \"{table}\" limit 1")
        });
        let met = on!(&mut *tx, tx => sqlx::query(sql).fetch_optional(&mut **tx).await?.is_some());
        if met {
            return Err(BackupError::NotEmpty { table });
        }
    }
    Ok(())
}

/// A table as it is here, in the order of the backup's columns.
struct Target {
    name: &'static str,
    columns: Vec<Column>,
    entry: TableEntry,
}

impl Target {
    fn kinds(&self) -> Vec<Kind> {
        self.columns.iter().map(|column| column.kind).collect()
    }
}

async fn targets(tx: &mut Tx, manifest: &Manifest) -> Result<Vec<Target>, BackupError> {
    let mut targets = Vec::new();
    for name in LASTING {
        let known = tables::columns(tx, name).await?;
        let entry = manifest.tables.iter().find(|entry| entry.name == *name);
        let entry = entry.ok_or_else(|| damaged(&entry_of(name), "is not there"))?.clone();
        let columns: Option<Vec<Column>> =
            entry.columns.iter().map(|name| known.iter().find(|column| column.name == *name).cloned()).collect();
        let columns = columns.filter(|columns| columns.len() == known.len());
        let columns = columns.ok_or_else(|| damaged(&entry_of(name), "has other columns than this schema"))?;
        targets.push(Target { name, columns, entry });
    }
    Ok(targets)
}

/// Rows of one table, enough for one statement.
struct Batch {
    table: usize,
    rows: Vec<Vec<Cell>>,
}

async fn fill(tx: &mut Tx, mut archive: Archive, manifest: &Manifest) -> Result<(), BackupError> {
    let targets = targets(tx, manifest).await?;
    let plan: Vec<(&'static str, Vec<Kind>)> = targets.iter().map(|target| (target.name, target.kinds())).collect();
    let (sender, mut batches) = channel::<Batch>(2);
    let reader = tokio::task::spawn_blocking(move || {
        for (table, (name, kinds)) in plan.iter().enumerate() {
            read_batches(&mut archive, table, name, kinds, &sender)?;
        }
        Ok::<_, BackupError>(())
    });
    let mut rows = vec![0_u64; targets.len()];
    let mut stopped = Ok(());
    while let Some(batch) = batches.recv().await {
        let (Some(target), Some(rows)) = (targets.get(batch.table), rows.get_mut(batch.table)) else { continue };
        *rows += u64::try_from(batch.rows.len()).unwrap_or(u64::MAX);
        stopped = insert(tx, target, batch.rows).await;
        if stopped.is_err() {
            break;
        }
    }
    drop(batches);
    stopped?;
    reader.await.map_err(|e| StoreError::Damaged { what: "backup", reason: e.to_string() })??;
    for (target, rows) in targets.iter().zip(rows) {
        if rows != target.entry.rows {
            return Err(damaged(&entry_of(target.name), "changed while it was read"));
        }
        number(tx, target).await?;
    }
    Ok(())
}

fn read_batches(
    archive: &mut Archive,
    table: usize,
    name: &str,
    kinds: &[Kind],
    to: &Sender<Batch>,
) -> Result<(), BackupError> {
    let most = (VALUES / kinds.len().max(1)).max(1);
    let (mut rows, mut bytes) = (Vec::new(), 0);
    archive.lines(name, |line| {
        rows.push(read_line(line, kinds).ok_or_else(|| damaged(&entry_of(name), "holds a row that cannot be read"))?);
        bytes += line.len();
        if rows.len() >= most || bytes >= BYTES {
            bytes = 0;
            return send(to, table, std::mem::take(&mut rows));
        }
        Ok(())
    })?;
    if rows.is_empty() { Ok(()) } else { send(to, table, rows) }
}

fn send(to: &Sender<Batch>, table: usize, rows: Vec<Vec<Cell>>) -> Result<(), BackupError> {
    to.blocking_send(Batch { table, rows })
        .map_err(|_| StoreError::Damaged { what: "backup", reason: "the restoring stopped".to_owned() }.into())
}

async fn insert(tx: &mut Tx, target: &Target, rows: Vec<Vec<Cell>>) -> Result<(), BackupError> {
    let width = target.columns.len();
    // SQLite goes through all the names of a statement's values for each of them, unless they have none.
    let named = matches!(tx, Tx::Postgres(_));
    let place = |number: usize| if named { format!("${number}") } else { "?".to_owned() };
    let places: Vec<String> = (0..rows.len())
        .map(|row| {
            let places: Vec<String> = (1..=width).map(|column| place(row * width + column)).collect();
            format!("({})", places.join(","))
        })
        .collect();
    let sql =
        format!("insert into \"{}\" ({}) values {}", target.name, tables::quoted(&target.columns), places.join(","));
    // Full batches share one prepared statement; the others are met once.
    let full = rows.len() == (VALUES / width.max(1)).max(1);
    on!(tx, tx => {
        let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(full);
        for cell in rows.into_iter().flatten() {
            query = match cell {
                Cell::Whole(value) => query.bind(value),
                Cell::Real(value) => query.bind(value),
                Cell::Flag(value) => query.bind(value),
                Cell::Text(value) => query.bind(value),
                Cell::Bytes(value) => query.bind(value),
            };
        }
        query.execute(&mut **tx).await.map(drop)
    })?;
    Ok(())
}

/// Sets the next id of a table behind the last one that was given where the backup comes from.
async fn number(tx: &mut Tx, target: &Target) -> Result<(), BackupError> {
    if !tables::numbered(&target.columns) {
        return Ok(());
    }
    let sql = AssertSqlSafe(format!("select coalesce(max(id), 0) from \"{}\"", target.name));
    let highest: i64 = on!(&mut *tx, tx => sqlx::query_scalar(sql).fetch_one(&mut **tx).await)?;
    let last = target.entry.last_id.unwrap_or(0).max(highest);
    match tx {
        Tx::Sqlite(tx) => {
            sqlx::query("delete from sqlite_sequence where name = $1").bind(target.name).execute(&mut **tx).await?;
            // Only tables declared `autoincrement` have a line there.
            sqlx::query(
                "insert into sqlite_sequence (name, seq)
                 select name, $2 from sqlite_master where name = $1 and lower(sql) like '%autoincrement%'",
            )
            .bind(target.name)
            .bind(last)
            .execute(&mut **tx)
            .await?;
        }
        Tx::Postgres(tx) if last > 0 => {
            sqlx::query("select setval(pg_get_serial_sequence($1, 'id')::regclass, $2)")
                .bind(target.name)
                .bind(last)
                .execute(&mut **tx)
                .await?;
        }
        Tx::Postgres(_) => {}
    }
    Ok(())
}
