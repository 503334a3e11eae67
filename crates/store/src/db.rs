//! The database behind the store: SQLite in the data folder by default, PostgreSQL by one setting.
//!
//! One SQL text serves both: lower case, `$1`-numbered. [`on!`](crate::on) chooses the pool.

use crate::error::StoreError;
use crate::migrations;
use crate::secrets::Secrets;
use async_recursion::async_recursion as boxed;
use sqlx::ConnectOptions;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlitePool};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Runs one expression with whichever pool, transaction or connection is there.
#[macro_export]
macro_rules! on {
    ($db:expr, $inner:ident => $body:expr) => {
        match $db {
            $crate::db::Either::Sqlite($inner) => $body,
            $crate::db::Either::Postgres($inner) => $body,
        }
    };
}

/// Declares a struct that is read from a row of either engine, each field from the column of its name. Written out
/// here rather than derived: the derive macro would build both engines a second time, for the compiler.
#[macro_export]
macro_rules! row {
    ($(#[$about:meta])* $seen:vis struct $of:ident { $($(#[$said:meta])* $shown:vis $column:ident: $kind:ty),+ $(,)? }) => {
        $(#[$about])*
        $seen struct $of { $($(#[$said])* $shown $column: $kind),+ }

        impl<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow> for $of {
            fn from_row(row: &'r sqlx::sqlite::SqliteRow) -> Result<Self, sqlx::Error> {
                Ok(Self { $($column: sqlx::Row::try_get(row, stringify!($column))?),+ })
            }
        }

        impl<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow> for $of {
            fn from_row(row: &'r sqlx::postgres::PgRow) -> Result<Self, sqlx::Error> {
                Ok(Self { $($column: sqlx::Row::try_get(row, stringify!($column))?),+ })
            }
        }
    };
}

/// One of the two engines.
#[derive(Debug, Clone)]
pub enum Either<S, P> {
    /// SQLite.
    Sqlite(S),
    /// PostgreSQL.
    Postgres(P),
}

/// The pool.
pub type Db = Either<SqlitePool, PgPool>;

/// A write transaction: on SQLite it holds the one write lock from the start, so it never fails half way for it.
pub type Tx = Either<sqlx::Transaction<'static, sqlx::Sqlite>, sqlx::Transaction<'static, sqlx::Postgres>>;

/// The store: a database, the data folder, and the keys kept in it.
#[derive(Debug, Clone)]
pub struct Store {
    /// The pool.
    pub db: Db,
    /// The data folder: key file, uploads; the SQLite file unless PostgreSQL is used.
    pub folder: PathBuf,
    /// Keys for pseudonyms and secrets at rest.
    pub secrets: Secrets,
}

/// Name of the SQLite file in the data folder.
pub const SQLITE_FILE: &str = "vigie.sqlite";

impl Store {
    /// Opens the store, creates what is not there, brings the schema up to date.
    ///
    /// `database`: a `postgres://` address, or `None` for SQLite in the folder.
    #[boxed]
    pub async fn open(folder: &Path, database: Option<&str>) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder)
            .map_err(|reason| StoreError::Folder { path: folder.display().to_string(), reason })?;
        let secrets = Secrets::open(folder)?;
        let db = match database {
            Some(url) => Db::Postgres(open_postgres(url).await?),
            None => Db::Sqlite(open_sqlite(&folder.join(SQLITE_FILE)).await?),
        };
        migrate(&db).await?;
        Ok(Self { db, folder: folder.to_owned(), secrets })
    }

    /// Begins a write transaction.
    #[boxed]
    pub async fn write(&self) -> Result<Tx, StoreError> {
        Ok(match &self.db {
            Either::Sqlite(pool) => Either::Sqlite(pool.begin_with("begin immediate").await?),
            Either::Postgres(pool) => Either::Postgres(pool.begin().await?),
        })
    }

    /// Closes the pool, so that the file can be copied or removed.
    #[boxed]
    pub async fn close(&self) {
        on!(&self.db, pool => pool.close().await);
    }
}

/// Commits a write transaction.
#[boxed]
pub async fn commit(tx: Tx) -> Result<(), StoreError> {
    on!(tx, tx => tx.commit().await)?;
    Ok(())
}

async fn open_postgres(url: &str) -> Result<PgPool, StoreError> {
    let options = url.parse::<PgConnectOptions>()?.disable_statement_logging();
    Ok(PgPoolOptions::new().max_connections(8).acquire_timeout(Duration::from_secs(30)).connect_with(options).await?)
}

async fn open_sqlite(file: &Path) -> Result<SqlitePool, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(60))
        // Rows come from SQLite's own thread: fewer, larger hand-overs.
        .row_buffer_size(4096)
        .pragma("cache_size", "-16000")
        .pragma("temp_store", "memory")
        // A statement of a thousand rows that takes a second is told to nobody: its text is pages long.
        .disable_statement_logging();
    Ok(SqlitePoolOptions::new()
        .max_connections(4)
        .acquire_timeout(Duration::from_secs(60))
        .connect_with(options)
        .await?)
}

async fn migrate(db: &Db) -> Result<(), StoreError> {
    match db {
        Either::Sqlite(pool) => Box::pin(migrations::of_sqlite().run(pool)).await?,
        Either::Postgres(pool) => Box::pin(migrations::of_postgres().run(pool)).await?,
    }
    Ok(())
}
