//! `vigie check`: counts every roll-up again from the rows and names what differs; looks for rows that point nowhere.

use super::{quarters, recount, sheet};
use crate::db::{Store, Tx};
use crate::error::StoreError;
use crate::on;
use async_recursion::async_recursion as boxed;
use model::{Millis, SpaceId};
use std::collections::BTreeMap;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Checked {
    /// Spaces looked at.
    pub spaces: u64,
    /// Facts counted again.
    pub facts: u64,
    /// Figures.
    pub observations: u64,
    /// Visits counted again.
    pub visits: u64,
    /// Answers to surveys.
    #[serde(skip_serializing_if = "is_none")]
    pub answers: u64,
    /// Posts whose sheet was built again.
    pub posts: u64,
    /// Whatever differs, one sentence each: nothing when all is well.
    pub differences: Vec<String>,
}

/// Installations without surveys are not told of them.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_none(answers: &u64) -> bool {
    *answers == 0
}

impl Store {
    /// Counts everything again. Reads one consistent state; others may go on writing.
    #[boxed]
    pub async fn check(&self) -> Result<Checked, StoreError> {
        let mut tx = self.snapshot().await?;
        let mut checked = Checked::default();
        checked.differences.extend(integrity(&mut tx).await?);
        checked.differences.extend(dangling(&mut tx).await?);
        let spaces: Vec<(i64, String)> =
            on!(&mut tx, tx => sqlx::query_as("select id, slug from space order by id").fetch_all(&mut **tx).await)?;
        for (id, slug) in spaces {
            checked.spaces += 1;
            let space = SpaceId(id);
            for page in pages(&mut tx, space).await? {
                facts(&mut tx, space, &slug, page, &mut checked).await?;
                visits(&mut tx, space, &slug, page, &mut checked).await?;
                posts(&mut tx, space, &slug, page, &mut checked).await?;
            }
        }
        let observations: i64 =
            on!(&mut tx, tx => sqlx::query_scalar("select count(*) from observation").fetch_one(&mut **tx).await)?;
        checked.observations = u64::try_from(observations).unwrap_or_default();
        let answers: i64 =
            on!(&mut tx, tx => sqlx::query_scalar("select count(*) from answer").fetch_one(&mut **tx).await)?;
        checked.answers = u64::try_from(answers).unwrap_or_default();
        Ok(checked)
    }

    /// A read transaction that sees one state throughout.
    #[boxed]
    pub async fn snapshot(&self) -> Result<Tx, StoreError> {
        Ok(match &self.db {
            crate::Db::Sqlite(pool) => Tx::Sqlite(pool.begin().await?),
            crate::Db::Postgres(pool) => {
                Tx::Postgres(pool.begin_with("begin isolation level repeatable read read only").await?)
            }
        })
    }
}

/// SQLite's own look at its file; PostgreSQL has none to call.
async fn integrity(tx: &mut Tx) -> Result<Option<String>, StoreError> {
    let Tx::Sqlite(tx) = tx else { return Ok(None) };
    let verdict: String = sqlx::query_scalar("pragma quick_check(1)").fetch_one(&mut **tx).await?;
    let dangling = sqlx::query("pragma foreign_key_check").fetch_all(&mut **tx).await?.len();
    Ok(match (verdict.as_str(), dangling) {
        ("ok", 0) => None,
        ("ok", n) => Some(format!("{n} rows point to something that is not there")),
        (other, _) => Some(format!("the database file is damaged: {other}")),
    })
}

/// Rows that point to something that is not there.
async fn dangling(tx: &mut Tx) -> Result<Vec<String>, StoreError> {
    let mut found = Vec::new();
    for (what, statement) in [
        (
            "facts without their actor",
            "select count(*) from fact where actor_id is not null and actor_id not in (select id from actor)",
        ),
        (
            "facts without their post",
            "select count(*) from fact where post_id is not null and post_id not in (select id from post)",
        ),
        (
            "replies to nothing",
            "select count(*) from fact where reply_to_id is not null and reply_to_id not in (select id from post)",
        ),
        ("facts without their import", "select count(*) from fact where import_id not in (select id from import)"),
        (
            "figures without their post",
            "select count(*) from observation where post_id <> 0 and post_id not in (select id from post)",
        ),
        (
            "figures without their import",
            "select count(*) from observation where import_id not in (select id from import)",
        ),
        (
            "figures without their origin",
            "select count(*) from observation where origin_id is not null and origin_id not in (select id from origin)",
        ),
        ("visits without their origin", "select count(*) from visit where origin_id not in (select id from origin)"),
        ("answers without their import", "select count(*) from answer where import_id not in (select id from import)"),
        ("visits without their import", "select count(*) from visit where import_id not in (select id from import)"),
    ] {
        let n: i64 = on!(&mut *tx, tx => sqlx::query_scalar(statement).fetch_one(&mut **tx).await)?;
        if n > 0 {
            found.push(format!("{n} {what}"));
        }
    }
    Ok(found)
}

/// Pages that hold anything of a space, in rows or in roll-ups.
async fn pages(tx: &mut Tx, space: SpaceId) -> Result<Vec<i64>, StoreError> {
    let spans: (Option<i64>, Option<i64>) = on!(&mut *tx, tx => sqlx::query_as(
        "select min(least_at), max(most_at) from (
            select min(at) as least_at, max(at) as most_at from fact where space_id = $1
            union all select min(from_at), max(from_at) from visit where space_id = $1
            union all select min(at), max(at) from post where space_id = $1) as spans")
        .bind(space.0)
        .fetch_one(&mut **tx).await)?;
    let rolled: Vec<i64> = on!(&mut *tx, tx => sqlx::query_scalar(
        "select page from tally where space_id = $1 union select page from actor_set where space_id = $1
         union select page from visit_tally where space_id = $1 union select page from sheet where space_id = $1")
        .bind(space.0)
        .fetch_all(&mut **tx).await)?;
    let mut pages: std::collections::BTreeSet<i64> = rolled.into_iter().collect();
    if let (Some(from), Some(to)) = spans {
        let place = |at| quarters::place(Millis(at).quarter()).0;
        pages.extend(place(from)..=place(to));
    }
    Ok(pages.into_iter().collect())
}

async fn facts(tx: &mut Tx, space: SpaceId, slug: &str, page: i64, checked: &mut Checked) -> Result<(), StoreError> {
    let (tallies, sets) = recount::count_facts(tx, space, page).await?;
    checked.facts += tallies.values().flat_map(|counts| counts.values()).map(|n| u64::from(*n)).sum::<u64>();
    let stored: Vec<(i64, i64, i64, i64, Vec<u8>)> = on!(&mut *tx, tx => sqlx::query_as(
        "select kind, page, person_id, content_type, quarters from tally where space_id = $1 and page = $2")
        .bind(space.0)
        .bind(page)
        .fetch_all(&mut **tx).await)?;
    let mut kept = BTreeMap::new();
    for (kind, page, person, content_type, blob) in stored {
        kept.insert((kind, page, person, content_type), quarters::unpack(&blob)?.into_iter().collect());
    }
    if kept != tallies {
        checked.differences.push(format!("{slug}: tallies of page {page} differ from the facts"));
    }
    let stored: Vec<(i64, i64, Vec<u8>)> = on!(&mut *tx, tx => sqlx::query_as(
        "select kind, page, quarters from actor_set where space_id = $1 and page = $2")
        .bind(space.0)
        .bind(page)
        .fetch_all(&mut **tx).await)?;
    let mut kept = BTreeMap::new();
    for (kind, page, blob) in stored {
        let sets =
            quarters::unpack_sets(&blob)?.into_iter().map(|(place, actors)| (place, actors.into_iter().collect()));
        kept.insert((kind, page), sets.collect());
    }
    if kept != sets {
        checked.differences.push(format!("{slug}: active members of page {page} differ from the facts"));
    }
    Ok(())
}

async fn visits(tx: &mut Tx, space: SpaceId, slug: &str, page: i64, checked: &mut Checked) -> Result<(), StoreError> {
    let counted = recount::count_visits(tx, space, page).await?;
    checked.visits += counted.values().flat_map(|counts| counts.values()).map(|n| u64::from(*n)).sum::<u64>();
    let stored: Vec<(i64, Vec<u8>)> = on!(&mut *tx, tx => sqlx::query_as(
        "select origin_id, quarters from visit_tally where space_id = $1 and page = $2")
        .bind(space.0)
        .bind(page)
        .fetch_all(&mut **tx).await)?;
    let mut kept: BTreeMap<i64, quarters::Counts> = BTreeMap::new();
    for (origin, blob) in stored {
        let counts: quarters::Counts = quarters::unpack(&blob)?.into_iter().collect();
        if !counts.is_empty() {
            kept.insert(origin, counts);
        }
    }
    if kept != counted {
        checked.differences.push(format!("{slug}: visit tallies of page {page} differ from the visits"));
    }
    Ok(())
}

async fn posts(tx: &mut Tx, space: SpaceId, slug: &str, page: i64, checked: &mut Checked) -> Result<(), StoreError> {
    let built = recount::count_posts(tx, space, page).await?;
    checked.posts += u64::try_from(built.len()).unwrap_or_default();
    let stored: Option<Vec<u8>> = on!(&mut *tx, tx => sqlx::query_scalar(
        "select posts from sheet where space_id = $1 and page = $2")
        .bind(space.0)
        .bind(page)
        .fetch_optional(&mut **tx).await)?;
    let kept: Vec<sheet::Row<'_>> = stored.as_deref().map(postcard::from_bytes).transpose()?.unwrap_or_default();
    if kept != built {
        checked.differences.push(format!("{slug}: post sheet of page {page} differs from the posts"));
    }
    Ok(())
}
