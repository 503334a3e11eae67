//! The files themselves, packed, once for each content: so that facts can be made again after a rule has changed. A file
//! lies in pieces, so that none of any size is ever whole in memory. How long a client's files are kept is the client's
//! own rule.

use super::import::Import;
use super::rollup;
use crate::db::{Store, Tx};
use crate::error::StoreError;
use crate::on;
use async_recursion::async_recursion as boxed;
use model::Millis;
use std::io::Write;

/// Milliseconds in a day.
const DAY_MS: i64 = 86_400_000;

/// Bytes of a file in one piece, before packing.
pub const PIECE: usize = 4 * 1024 * 1024;

/// A piece of a file, packed: made off the async threads.
#[derive(Debug)]
pub struct Packed {
    size: usize,
    bytes: Vec<u8>,
}

impl Packed {
    /// Packs a piece.
    pub fn of(piece: &[u8]) -> Result<Self, StoreError> {
        Ok(Self { size: piece.len(), bytes: rollup::gzip(piece)? })
    }
}

impl Import {
    /// Whether the file of this content is to be kept beside what was read from it: it is not there yet, and the
    /// client's rule is not to keep none.
    #[boxed]
    pub async fn wants_raw(&mut self, hash: &str) -> Result<bool, StoreError> {
        let days: Option<i64> = on!(&mut self.tx, tx => sqlx::query_scalar("select keep_raw_days from client where id = $1")
            .bind(self.client.0)
            .fetch_one(&mut **tx).await)?;
        let there: i64 = on!(&mut self.tx, tx => sqlx::query_scalar("select count(*) from raw where hash = $1 and place = 0")
            .bind(hash)
            .fetch_one(&mut **tx).await)?;
        Ok(there == 0 && days.is_none_or(|days| days > 0))
    }

    /// Keeps the next piece of the file. `place` counts them from 0.
    #[boxed]
    pub async fn keep_raw(&mut self, hash: &str, place: usize, piece: Packed) -> Result<(), StoreError> {
        on!(&mut self.tx, tx => sqlx::query("insert into raw (hash, place, size, bytes) values ($1, $2, $3, $4)")
            .bind(hash)
            .bind(super::whole(place))
            .bind(super::whole(piece.size))
            .bind(piece.bytes)
            .execute(&mut **tx).await.map(drop))?;
        Ok(())
    }

    /// Keeps none of the file after all: it is no longer the one that was read.
    #[boxed]
    pub async fn drop_raw(&mut self, hash: &str) -> Result<(), StoreError> {
        on!(&mut self.tx, tx => sqlx::query("delete from raw where hash = $1").bind(hash).execute(&mut **tx).await.map(drop))?;
        Ok(())
    }
}

impl Store {
    /// Removes files that no client's rule keeps any longer, those of imports taken back included. Says how many.
    #[boxed]
    pub async fn purge_raw(&self, now: Millis) -> Result<u64, StoreError> {
        let firsts: Vec<i64> = on!(&self.db, pool => sqlx::query_scalar(
            "delete from raw where not exists (
                select 1 from import i join client c on c.id = i.client_id
                where i.hash = raw.hash and (c.keep_raw_days is null or i.at > $1 - c.keep_raw_days * $2))
             returning place")
            .bind(now.0)
            .bind(DAY_MS)
            .fetch_all(pool).await)?;
        // A file is as many rows as it has pieces, and one first piece.
        Ok(super::amount(firsts.into_iter().filter(|place| *place == 0).count()))
    }
}

/// Writes the file of a content out, unpacked, if it was kept; says whether it was.
pub(super) async fn file(tx: &mut Tx, hash: &str, out: &mut (dyn Write + Send)) -> Result<bool, StoreError> {
    let damaged = |e: std::io::Error| StoreError::Damaged { what: "raw file", reason: e.to_string() };
    let mut place = 0_i64;
    loop {
        let packed: Option<Vec<u8>> = on!(&mut *tx, tx => sqlx::query_scalar("select bytes from raw where hash = $1 and place = $2")
            .bind(hash)
            .bind(place)
            .fetch_optional(&mut **tx).await)?;
        let Some(packed) = packed else { return Ok(place > 0) };
        std::io::copy(&mut flate2::read::GzDecoder::new(packed.as_slice()), out).map_err(damaged)?;
        place += 1;
    }
}

/// Removes the files that no import speaks of any longer.
pub(crate) async fn drop_orphans(tx: &mut Tx) -> Result<(), StoreError> {
    on!(&mut *tx, tx => sqlx::query("delete from raw where not exists (select 1 from import i where i.hash = raw.hash)")
        .execute(&mut **tx).await.map(drop))?;
    Ok(())
}
