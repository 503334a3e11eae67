//! Bringing tallies and actor sets up to date with the facts of one import.

use super::quarters::{self, Counts, Sets};
use super::{CHUNK, remembered};
use crate::db::Tx;
use crate::error::StoreError;
use crate::on;
use model::{FactKind, Quarter, Side, SpaceId};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

/// Which tally: kind, page, person, content type (codes and dictionary ids).
pub(super) type TallyKey = (i64, i64, i64, i64);

/// Which actor set: kind, page.
pub(super) type SetKey = (i64, i64);

/// What new facts add.
#[derive(Debug, Default)]
pub(super) struct Deltas {
    pub tallies: BTreeMap<TallyKey, Counts>,
    pub sets: BTreeMap<SetKey, Sets>,
    cells: usize,
}

/// Above so many facts the deltas are applied early, to keep memory constant.
const LARGE: usize = 400_000;

impl Deltas {
    /// One new fact.
    pub fn fact(&mut self, kind: FactKind, person: i64, content_type: i64, at: Quarter, actor: Option<i64>) {
        let (page, place) = quarters::place(at);
        let kind_code = i64::from(kind.code());
        *self.tallies.entry((kind_code, page, person, content_type)).or_default().entry(place).or_default() += 1;
        if kind.side() == Side::Community
            && let Some(actor) = actor.and_then(|id| u32::try_from(id).ok())
        {
            self.sets.entry((kind_code, page)).or_default().entry(place).or_default().insert(actor);
        }
        self.cells += 1;
    }

    /// Whether it is time to apply them.
    pub const fn is_large(&self) -> bool {
        self.cells > LARGE
    }
}

/// Adds the deltas to the stored roll-ups of a space.
pub(super) async fn apply(tx: &mut Tx, space: SpaceId, mut deltas: Deltas) -> Result<(), StoreError> {
    let pages = |keys: BTreeSet<i64>| keys.first().copied().zip(keys.last().copied());
    if let Some((first, last)) = pages(deltas.tallies.keys().map(|key| key.1).collect()) {
        let stored: Vec<(i64, i64, i64, i64, Vec<u8>)> = on!(&mut *tx, tx => sqlx::query_as(
            "select kind, page, person_id, content_type, quarters from tally where space_id = $1 and page between $2 and $3")
            .bind(space.0)
            .bind(first)
            .bind(last)
            .fetch_all(&mut **tx).await)?;
        for (kind, page, person, content_type, blob) in stored {
            if let Some(counts) = deltas.tallies.get_mut(&(kind, page, person, content_type)) {
                for (place, n) in quarters::unpack(&blob)? {
                    *counts.entry(place).or_default() += n;
                }
            }
        }
        put_tallies(tx, space, &deltas.tallies).await?;
    }
    if let Some((first, last)) = pages(deltas.sets.keys().map(|key| key.1).collect()) {
        let stored: Vec<(i64, i64, Vec<u8>)> = on!(&mut *tx, tx => sqlx::query_as(
            "select kind, page, quarters from actor_set where space_id = $1 and page between $2 and $3")
            .bind(space.0)
            .bind(first)
            .bind(last)
            .fetch_all(&mut **tx).await)?;
        for (kind, page, blob) in stored {
            if let Some(sets) = deltas.sets.get_mut(&(kind, page)) {
                for (place, actors) in quarters::unpack_sets(&blob)? {
                    sets.entry(place).or_default().extend(actors);
                }
            }
        }
        put_sets(tx, space, &deltas.sets).await?;
    }
    Ok(())
}

/// Writes whole tallies.
pub(super) async fn put_tallies(
    tx: &mut Tx,
    space: SpaceId,
    tallies: &BTreeMap<TallyKey, Counts>,
) -> Result<(), StoreError> {
    let packed: Vec<_> = tallies
        .iter()
        .map(|(key, counts)| quarters::pack(counts).map(|blob| (*key, blob)))
        .collect::<Result<_, _>>()?;
    for rows in packed.chunks(CHUNK) {
        on!(&mut *tx, tx => {
            let mut q = sqlx::QueryBuilder::new("insert into tally (space_id, kind, page, person_id, content_type, quarters) ");
            q.push_values(rows, |mut row, ((kind, page, person, content_type), blob)| {
                row.push_bind(space.0)
                    .push_bind(*kind)
                    .push_bind(*page)
                    .push_bind(*person)
                    .push_bind(*content_type)
                    .push_bind(blob.clone());
            });
            q.push(" on conflict (space_id, kind, page, person_id, content_type) do update set quarters = excluded.quarters");
            q.build().persistent(remembered(rows.len())).execute(&mut **tx).await.map(drop)
        })?;
    }
    Ok(())
}

/// Writes whole actor sets.
pub(super) async fn put_sets(tx: &mut Tx, space: SpaceId, sets: &BTreeMap<SetKey, Sets>) -> Result<(), StoreError> {
    let packed: Vec<_> =
        sets.iter().map(|(key, sets)| quarters::pack_sets(sets).map(|blob| (*key, blob))).collect::<Result<_, _>>()?;
    for rows in packed.chunks(CHUNK) {
        on!(&mut *tx, tx => {
            let mut q = sqlx::QueryBuilder::new("insert into actor_set (space_id, kind, page, quarters) ");
            q.push_values(rows, |mut row, ((kind, page), blob)| {
                row.push_bind(space.0).push_bind(*kind).push_bind(*page).push_bind(blob.clone());
            });
            q.push(" on conflict (space_id, kind, page) do update set quarters = excluded.quarters");
            q.build().persistent(remembered(rows.len())).execute(&mut **tx).await.map(drop)
        })?;
    }
    Ok(())
}

/// Compresses a raw page.
pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    let damaged = |e: std::io::Error| StoreError::Damaged { what: "raw page", reason: e.to_string() };
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).map_err(damaged)?;
    encoder.finish().map_err(damaged)
}
