//! Runs a test on both engines: SQLite in a folder of its own, PostgreSQL in a schema of its own.
//!
//! PostgreSQL is where `VIGIE_TEST_POSTGRES` says (`postgres://user@host:port/database`). Without it that half is
//! skipped and says so; under `CI=true` it fails instead.

#![allow(dead_code, reason = "each test binary uses its part")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot prepare its ground fails")]

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use store::Store;
use tempfile::TempDir;

/// Where a store of the test lives.
pub struct Place {
    folder: TempDir,
    postgres: Option<Schema>,
}

struct Schema {
    server: String,
    name: String,
}

impl Place {
    /// On SQLite.
    pub fn sqlite() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), postgres: None }
    }

    /// On PostgreSQL; `None` when no server is told.
    pub async fn postgres() -> Option<Self> {
        let server = server()?;
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("t{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        statement(&server, format!("create schema {name}")).await;
        Some(Self { folder: tempfile::tempdir().unwrap(), postgres: Some(Schema { server, name }) })
    }

    /// `sqlite` or `postgres`.
    pub fn engine(&self) -> &'static str {
        if self.postgres.is_some() { "postgres" } else { "sqlite" }
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database's address, as given to `--database`; `None` on SQLite.
    pub fn database(&self) -> Option<String> {
        let Schema { server, name } = self.postgres.as_ref()?;
        let joint = if server.contains('?') { '&' } else { '?' };
        Some(format!("{server}{joint}options=-c%20search_path%3D{name}"))
    }

    /// Opens the store; it may be opened several times, one after the other or at once.
    pub async fn open(&self) -> Store {
        Store::open(self.folder(), self.database().as_deref()).await.unwrap()
    }

    /// Takes the schema away. Forgotten by a test that panics: the server of tests is thrown away anyway.
    pub async fn remove(self) {
        if let Some(Schema { server, name }) = self.postgres {
            statement(&server, format!("drop schema {name} cascade")).await;
        }
    }
}

/// Runs the test with a fresh store on each engine.
pub async fn on_both(test: impl AsyncFn(&Place, &Store)) {
    let mut places = vec![Place::sqlite()];
    places.extend(Place::postgres().await);
    for place in places {
        let store = place.open().await;
        println!("on {}", place.engine());
        test(&place, &store).await;
        store.close().await;
        place.remove().await;
    }
}

fn server() -> Option<String> {
    let told = std::env::var("VIGIE_TEST_POSTGRES").ok().filter(|url| !url.is_empty());
    if told.is_none() {
        assert_ne!(
            std::env::var("CI").as_deref(),
            Ok("true"),
            "VIGIE_TEST_POSTGRES is not set: install PostgreSQL and give its address"
        );
        let thread = std::thread::current();
        println!("skipped: {} on PostgreSQL: VIGIE_TEST_POSTGRES not set", thread.name().unwrap_or("test"));
    }
    told
}

async fn statement(server: &str, sql: String) {
    let mut connection = PgConnection::connect(server).await.expect("PostgreSQL answers at VIGIE_TEST_POSTGRES");
    sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}
