//! Taking an import back as a whole: figures return to what they were.

use super::import::lock_space;
use super::{quarters, raw, recount};
use crate::db::{Store, Tx, commit};
use crate::error::StoreError;
use crate::on;
use async_recursion::async_recursion as boxed;
use model::{ImportId, Millis, SpaceId};
use std::collections::BTreeSet;

impl Store {
    /// Removes everything an import brought, and its trace. What an earlier import had told already stays.
    #[boxed]
    pub async fn undo_import(&self, import: ImportId) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let space: Option<i64> = on!(&mut tx, tx => sqlx::query_scalar("select space_id from import where id = $1")
            .bind(import.0)
            .fetch_optional(&mut **tx).await)?;
        let space = SpaceId(space.ok_or(StoreError::Absent("import"))?);
        lock_space(&mut tx, space).await?;
        let pages = empty(&mut tx, import, space).await?;
        on!(&mut tx, tx => sqlx::query("delete from import where space_id = $2 and id = $1")
            .bind(import.0)
            .bind(space.0)
            .execute(&mut **tx).await.map(drop))?;
        raw::drop_orphans(&mut tx).await?;
        pages.recount(&mut tx, space).await?;
        commit(tx).await
    }
}

/// Pages of roll-ups that are to be counted again.
#[derive(Debug, Default)]
pub(super) struct Pages {
    facts: BTreeSet<i64>,
    visits: BTreeSet<i64>,
    posts: BTreeSet<i64>,
}

impl Pages {
    pub fn extend(&mut self, other: Self) {
        self.facts.extend(other.facts);
        self.visits.extend(other.visits);
        self.posts.extend(other.posts);
    }

    #[boxed]
    pub async fn recount(&self, tx: &mut Tx, space: SpaceId) -> Result<(), StoreError> {
        recount::facts(tx, space, &self.facts).await?;
        recount::visits(tx, space, &self.visits).await?;
        recount::sheets(tx, space, &self.posts).await
    }
}

/// Removes everything an import brought, but not its trace; says where roll-ups no longer agree.
pub(super) async fn empty(tx: &mut Tx, import: ImportId, space: SpaceId) -> Result<Pages, StoreError> {
    let facts =
        pages(&mut *tx, "select distinct at from fact where space_id = $2 and import_id = $1", import, space).await?;
    let visits =
        pages(&mut *tx, "select distinct from_at from visit where space_id = $2 and import_id = $1", import, space)
            .await?;
    let mut posts =
        pages(&mut *tx, "select at from post where space_id = $2 and import_id = $1 and at is not null", import, space)
            .await?;
    posts.extend(pages(&mut *tx,
        "select p.at from post p join fact f on f.post_id = p.id where f.space_id = $2 and f.import_id = $1 and p.at is not null", import, space).await?);
    posts.extend(pages(&mut *tx,
        "select p.at from post p join observation o on o.post_id = p.id where o.space_id = $2 and o.import_id = $1 and p.at is not null", import, space).await?);
    for statement in [
        "delete from fact where space_id = $2 and import_id = $1",
        "delete from observation where space_id = $2 and import_id = $1",
        "delete from answer where space_id = $2 and import_id = $1",
        "delete from visit where space_id = $2 and import_id = $1",
        "delete from coverage where space_id = $2 and import_id = $1",
        // Posts that others point to stay as stubs, handed to the oldest import that speaks of them.
        "update post set at = null, text = null, url = null, content_type = 0 where space_id = $2 and import_id = $1",
        "delete from post where space_id = $2 and import_id = $1
         and not exists (select 1 from fact f where f.post_id = post.id)
         and id not in (select reply_to_id from fact where space_id = $2 and reply_to_id is not null)
         and not exists (select 1 from observation o where o.space_id = $2 and o.post_id = post.id)",
        "update post set import_id = coalesce(
            (select min(f.import_id) from fact f where f.post_id = post.id),
            (select min(o.import_id) from observation o where o.space_id = $2 and o.post_id = post.id),
            (select min(f.import_id) from fact f where f.space_id = $2 and f.reply_to_id = post.id), import_id) where space_id = $2 and import_id = $1",
    ] {
        on!(&mut *tx, tx => sqlx::query(statement).bind(import.0).bind(space.0).execute(&mut **tx).await.map(drop))?;
    }
    Ok(Pages { facts, visits, posts })
}

async fn pages(
    tx: &mut Tx,
    statement: &'static str,
    import: ImportId,
    space: SpaceId,
) -> Result<BTreeSet<i64>, StoreError> {
    let moments: Vec<i64> =
        on!(&mut *tx, tx => sqlx::query_scalar(statement).bind(import.0).bind(space.0).fetch_all(&mut **tx).await)?;
    Ok(moments.into_iter().map(|at| quarters::place(Millis(at).quarter()).0).collect())
}
