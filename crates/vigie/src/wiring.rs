//! What most verbs need: the store opened, the clock, logs.

use crate::cli::Data;
use model::{Clock, Millis, SystemClock};
use store::Store;

/// The present moment.
pub fn now() -> Millis {
    SystemClock.now()
}

/// Opens the store of a verb.
pub async fn open(data: &Data) -> anyhow::Result<Store> {
    Ok(Store::open(&data.data, data.database.as_deref()).await?)
}

/// Logs to stderr, as `VIGIE_LOG` says (`info`, `store=debug`…); warnings without it.
pub fn logs(default: &str) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("VIGIE_LOG").unwrap_or_else(|_| default.into());
    // A second call in one process (tests) keeps the first subscriber.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}
