//! Filling the sample organisation through the same door as everything else.

use crate::take::{Boxed, IntakeError};
use jiff::civil::Date;
use model::{Millis, Piece, Provenance};
use sources::sample::{Rows, SEED, Sample, SampleSpace, sample};
use store::history::{Counted, NewImport};
use store::{Store, StoreError};

/// The format under which the sample is listed.
pub const FORMAT: &str = "sample";

/// Pieces in a batch.
const BATCH: usize = 20_000;

/// Whether the sample was filled already, up to whatever day.
pub async fn is_filled(store: &Store) -> Result<bool, StoreError> {
    Ok(store.organisation().await?.sample)
}

/// Fills the two years before `end`. `told` hears each space that is done. Marks the organisation as a sample last,
/// so that a fill that was cut short is begun again.
///
/// Boxed, so that it is compiled here, once, and not again wherever it is awaited.
pub fn fill<'a>(
    store: &'a Store,
    end: Date,
    rows: Rows,
    french: bool,
    now: Millis,
    told: &'a mut (dyn FnMut(&str, Counted) + Send),
) -> Boxed<'a, Counted> {
    Box::pin(fill_each(store, end, rows, french, now, told))
}

async fn fill_each(
    store: &Store,
    end: Date,
    rows: Rows,
    french: bool,
    now: Millis,
    told: &mut (dyn FnMut(&str, Counted) + Send),
) -> Result<Counted, IntakeError> {
    let made: Sample = sample(end, rows);
    let mut total = Counted::default();
    for client in &made.clients {
        let name = if french { client.name_fr } else { client.name_en };
        // Made under their words in addresses, the same in every language, then given their names.
        let (kept, _) = store.find_or_create_client(client.slug, client.zone, now).await?;
        store.rename_client(kept.id, name).await?;
        for space in &client.spaces {
            let (place, _) = store.find_or_create_space(kept.id, space.slug, Some(space.network), now).await?;
            store.rename_space(place.id, space.name).await?;
            let new = NewImport {
                client: kept.id,
                space: place.id,
                person: None,
                provenance: Provenance::Imported,
                format: FORMAT,
                name: made.organisation,
                hash: &format!("sample {SEED} {end}"),
                choices: "{}",
                lacks: space.told.lacks(),
                at: now,
            };
            let counted = pour(store, &new, space).await?;
            told(space.name, counted);
            total.posts += counted.posts;
            total.facts += counted.facts;
            total.observations += counted.observations;
            total.visits += counted.visits;
        }
    }
    let before = store.organisation().await?;
    let mut after = before.clone();
    made.organisation.clone_into(&mut after.name);
    after.sample = true;
    store.set_organisation(&before, &after).await?;
    Ok(total)
}

/// Generates on one thread and stores on another.
async fn pour(store: &Store, new: &NewImport<'_>, space: &SampleSpace) -> Result<Counted, IntakeError> {
    let mut import = store.begin_import(new).await?;
    let (sender, mut batches) = tokio::sync::mpsc::channel::<Vec<Piece>>(2);
    let space = space.clone();
    let making = tokio::task::spawn_blocking(move || {
        let mut rows = 0_u64;
        let mut batch = Vec::with_capacity(BATCH);
        for piece in space.pieces() {
            rows += 1;
            batch.push(piece);
            // The other end hangs up only when storing failed, which is told there.
            if batch.len() >= BATCH && sender.blocking_send(std::mem::take(&mut batch)).is_err() {
                return rows;
            }
        }
        let _ = sender.blocking_send(batch);
        rows
    });
    while let Some(batch) = batches.recv().await {
        import.write(batch).await?;
    }
    let rows = making.await?;
    Ok(import.finish(rows, 0, "[]", "[]").await?)
}
