//! Counting roll-ups again from the rows: for `check`, and where rows were changed or taken away.

use super::quarters::{self, Counts, PAGE, Sets};
use super::rollup::{self, Deltas, SetKey, TallyKey};
use super::sheet;
use crate::db::Tx;
use crate::error::StoreError;
use crate::on;
use model::{FactKind, Millis, Quarter, SpaceId};
use std::collections::{BTreeMap, BTreeSet};

/// First and last millisecond of a page, the latter excluded.
fn bounds(page: i64) -> (i64, i64) {
    (Quarter(page * PAGE).start().0, Quarter((page + 1) * PAGE).start().0)
}

/// Counts the facts of one page of one space.
pub(super) async fn count_facts(
    tx: &mut Tx,
    space: SpaceId,
    page: i64,
) -> Result<(BTreeMap<TallyKey, Counts>, BTreeMap<SetKey, Sets>), StoreError> {
    let mut deltas = Deltas::default();
    let (from, to) = bounds(page);
    // Kind by kind: that is how the index lies, and it bounds memory.
    for kind in FactKind::ALL {
        let facts: Vec<(i64, i64, i64, Option<i64>)> = on!(&mut *tx, tx => sqlx::query_as(
            "select at, person_id, content_type, actor_id from fact where space_id = $1 and kind = $2 and at >= $3 and at < $4")
            .bind(space.0)
            .bind(i64::from(kind.code()))
            .bind(from)
            .bind(to)
            .fetch_all(&mut **tx).await)?;
        for (at, person, content_type, actor) in facts {
            deltas.fact(*kind, person, content_type, Millis(at).quarter(), actor);
        }
    }
    Ok((deltas.tallies, deltas.sets))
}

/// Rebuilds tallies and actor sets of these pages.
pub(super) async fn facts(tx: &mut Tx, space: SpaceId, pages: &BTreeSet<i64>) -> Result<(), StoreError> {
    for page in pages {
        let (tallies, sets) = count_facts(tx, space, *page).await?;
        clear(tx, space, *page, Rollup::Facts).await?;
        rollup::put_tallies(tx, space, &tallies).await?;
        rollup::put_sets(tx, space, &sets).await?;
    }
    Ok(())
}

/// Counts the visits of one page of one site: by origin.
pub(super) async fn count_visits(tx: &mut Tx, space: SpaceId, page: i64) -> Result<BTreeMap<i64, Counts>, StoreError> {
    let (from, to) = bounds(page);
    let visits: Vec<(i64, i64)> = on!(&mut *tx, tx => sqlx::query_as(
        "select from_at, origin_id from visit where space_id = $1 and from_at >= $2 and from_at < $3")
        .bind(space.0)
        .bind(from)
        .bind(to)
        .fetch_all(&mut **tx).await)?;
    let mut counts: BTreeMap<i64, Counts> = BTreeMap::new();
    for (at, origin) in visits {
        let (_, place) = quarters::place(Millis(at).quarter());
        *counts.entry(origin).or_default().entry(place).or_default() += 1;
    }
    Ok(counts)
}

/// Rebuilds visit tallies of these pages.
pub(super) async fn visits(tx: &mut Tx, space: SpaceId, pages: &BTreeSet<i64>) -> Result<(), StoreError> {
    for page in pages {
        let counts = count_visits(tx, space, *page).await?;
        clear(tx, space, *page, Rollup::Visits).await?;
        for (origin, counts) in counts {
            let blob = quarters::pack(&counts)?;
            on!(&mut *tx, tx => sqlx::query("insert into visit_tally (space_id, origin_id, page, quarters) values ($1, $2, $3, $4)")
                .bind(space.0)
                .bind(origin)
                .bind(page)
                .bind(blob)
                .execute(&mut **tx).await.map(drop))?;
        }
    }
    Ok(())
}

/// Builds the sheet of one page of one space.
pub(super) async fn count_posts(
    tx: &mut Tx,
    space: SpaceId,
    page: i64,
) -> Result<Vec<sheet::Row<'static>>, StoreError> {
    let (from, to) = bounds(page);
    let posts: Vec<i64> = on!(&mut *tx, tx => sqlx::query_scalar(
        "select id from post where space_id = $1 and at >= $2 and at < $3 order by at, id")
        .bind(space.0)
        .bind(from)
        .bind(to)
        .fetch_all(&mut **tx).await)?;
    sheet::build(tx, space, &posts).await
}

/// Rebuilds the sheets of these pages.
pub(super) async fn sheets(tx: &mut Tx, space: SpaceId, pages: &BTreeSet<i64>) -> Result<(), StoreError> {
    for page in pages {
        let rows = count_posts(tx, space, *page).await?;
        clear(tx, space, *page, Rollup::Sheets).await?;
        if !rows.is_empty() {
            sheet::put(tx, space, *page, rows).await?;
        }
    }
    Ok(())
}

/// Which roll-ups.
#[derive(Clone, Copy)]
enum Rollup {
    Facts,
    Visits,
    Sheets,
}

async fn clear(tx: &mut Tx, space: SpaceId, page: i64, which: Rollup) -> Result<(), StoreError> {
    let statements: &[&'static str] = match which {
        Rollup::Facts => &[
            "delete from tally where space_id = $1 and page = $2",
            "delete from actor_set where space_id = $1 and page = $2",
        ],
        Rollup::Visits => &["delete from visit_tally where space_id = $1 and page = $2"],
        Rollup::Sheets => &["delete from sheet where space_id = $1 and page = $2"],
    };
    for statement in statements {
        on!(&mut *tx, tx => sqlx::query(*statement).bind(space.0).bind(page).execute(&mut **tx).await.map(drop))?;
    }
    Ok(())
}
