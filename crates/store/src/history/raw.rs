//! The files themselves, packed, once for each content: so that facts can be made again after a rule has changed. How
//! long a client's files are kept is the client's own rule.

use super::import::Import;
use super::rollup;
use crate::db::{Store, Tx};
use crate::error::StoreError;
use crate::on;
use async_recursion::async_recursion as boxed;
use model::Millis;
use std::io::Read;

/// Milliseconds in a day.
const DAY_MS: i64 = 86_400_000;

impl Import {
    /// Keeps the file beside what was read from it, unless the client's rule is to keep none.
    #[boxed]
    pub async fn keep_raw(&mut self, hash: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let days: Option<i64> = on!(&mut self.tx, tx => sqlx::query_scalar("select keep_raw_days from client where id = $1")
            .bind(self.client.0)
            .fetch_one(&mut **tx).await)?;
        if days.is_some_and(|days| days <= 0) {
            return Ok(());
        }
        let packed = rollup::gzip(bytes)?;
        on!(&mut self.tx, tx => sqlx::query("insert into raw (hash, size, bytes) values ($1, $2, $3) on conflict (hash) do nothing")
            .bind(hash)
            .bind(super::whole(bytes.len()))
            .bind(packed)
            .execute(&mut **tx).await.map(drop))?;
        Ok(())
    }
}

impl Store {
    /// Removes files that no client's rule keeps any longer, those of imports taken back included. Says how many.
    #[boxed]
    pub async fn purge_raw(&self, now: Millis) -> Result<u64, StoreError> {
        Ok(on!(&self.db, pool => sqlx::query(
            "delete from raw where not exists (
                select 1 from import i join client c on c.id = i.client_id
                where i.hash = raw.hash and (c.keep_raw_days is null or i.at > $1 - c.keep_raw_days * $2))")
            .bind(now.0)
            .bind(DAY_MS)
            .execute(pool).await?.rows_affected()))
    }
}

/// The file of a content, if it was kept.
pub(super) async fn file(tx: &mut Tx, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let packed: Option<Vec<u8>> = on!(&mut *tx, tx => sqlx::query_scalar("select bytes from raw where hash = $1")
        .bind(hash)
        .fetch_optional(&mut **tx).await)?;
    let damaged = |e: std::io::Error| StoreError::Damaged { what: "raw file", reason: e.to_string() };
    packed
        .map(|packed| {
            let mut bytes = Vec::new();
            flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).map_err(damaged)?;
            Ok(bytes)
        })
        .transpose()
}

/// Removes the files that no import speaks of any longer.
pub(crate) async fn drop_orphans(tx: &mut Tx) -> Result<(), StoreError> {
    on!(&mut *tx, tx => sqlx::query("delete from raw where not exists (select 1 from import i where i.hash = raw.hash)")
        .execute(&mut **tx).await.map(drop))?;
    Ok(())
}
