//! Reading the files of a space again after a rule has changed: every import whose file was kept is taken back and made
//! anew, in the order in which they came, under the same ids and in one transaction. What entered by hand, and what came
//! without a file that was kept, stays as it is.

use super::import::Import;
use super::undo::{self, Pages};
use super::{NewImport, raw};
use crate::db::{Store, Tx, commit};
use crate::error::StoreError;
use crate::on;
use crate::row;
use crate::secrets::Secrets;
use async_recursion::async_recursion as boxed;
use model::{ClientId, ImportId, Metric, Millis, PersonId, Provenance, SpaceId};
use std::io::Write;

row! {
    /// An import that can be made again.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Kept {
        /// Which.
        pub id: i64,
        /// Who took it in.
        pub person_id: Option<i64>,
        /// The format's id.
        pub format: String,
        /// File name or address.
        pub name: String,
        /// Hash of its file.
        pub hash: String,
        /// How the person asked for it to be read.
        pub choices: String,
        /// When.
        pub at: i64,
    }
}

/// A space whose imports are being made again.
pub struct Again {
    tx: Tx,
    secrets: Secrets,
    client: ClientId,
    space: SpaceId,
    kept: Vec<Kept>,
    before: Contents,
}

/// What a space holds, so that two states of it can be compared: of each kind of row how many there are, and a sum over
/// all of them that does not depend on their order nor on dictionary ids.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Contents {
    /// Posts.
    pub posts: u64,
    /// Facts.
    pub facts: u64,
    /// Figures.
    pub observations: u64,
    /// Visits.
    pub visits: u64,
    /// Answers to surveys.
    pub answers: u64,
    /// Stretches covered.
    pub coverage: u64,
    #[serde(skip)]
    sum: u128,
}

impl Store {
    /// Begins with a space: everything that can be made again is taken back, inside the transaction.
    #[boxed]
    pub async fn begin_again(&self, space: SpaceId) -> Result<Again, StoreError> {
        let mut tx = self.write().await?;
        super::import::lock_space(&mut tx, space).await?;
        let client: i64 = on!(&mut tx, tx => sqlx::query_scalar("select client_id from space where id = $1")
            .bind(space.0)
            .fetch_one(&mut **tx).await)?;
        let kept: Vec<Kept> = on!(&mut tx, tx => sqlx::query_as(
            "select i.id, i.person_id, i.format, i.name, i.hash, i.choices, i.at from import i join raw r on r.hash = i.hash and r.place = 0
             where i.space_id = $1 order by i.id")
            .bind(space.0)
            .fetch_all(&mut **tx).await)?;
        let before = contents(&mut tx, space).await?;
        let mut pages = Pages::default();
        for import in &kept {
            pages.extend(undo::empty(&mut tx, ImportId(import.id), space).await?);
        }
        pages.recount(&mut tx, space).await?;
        Ok(Again { tx, secrets: self.secrets.clone(), client: ClientId(client), space, kept, before })
    }
}

impl Again {
    /// The imports to be made again, in order.
    pub fn kept(&self) -> &[Kept] {
        &self.kept
    }

    /// Writes the file of an import out.
    #[boxed]
    pub async fn file(&mut self, kept: &Kept, out: &mut (dyn Write + Send)) -> Result<(), StoreError> {
        let there = raw::file(&mut self.tx, &kept.hash, out).await?;
        if there { Ok(()) } else { Err(StoreError::Absent("raw file")) }
    }

    /// The import, ready to be written to; [`Again::done`] takes it back when it is written.
    #[boxed]
    pub async fn import(self, kept: &Kept, choices: &str, lacks: &[Metric]) -> Result<(Import, Rest), StoreError> {
        let new = NewImport {
            client: self.client,
            space: self.space,
            person: kept.person_id.map(PersonId),
            provenance: Provenance::Imported,
            format: &kept.format,
            name: &kept.name,
            hash: &kept.hash,
            choices,
            lacks,
            at: Millis(kept.at),
        };
        let rest = Rest { space: self.space, kept: self.kept, before: self.before };
        let mut tx = self.tx;
        on!(&mut tx, tx => sqlx::query("update import set choices = $2, lacks = $3 where id = $1")
            .bind(kept.id)
            .bind(choices)
            .bind(lacks.iter().map(|metric| metric.as_str()).collect::<Vec<_>>().join(" "))
            .execute(&mut **tx).await.map(drop))?;
        Ok((Import::into_space(tx, self.secrets, ImportId(kept.id), &new).await?, rest))
    }

    /// An import is written: on to the next.
    #[boxed]
    pub async fn done(
        mut import: Import,
        rest: Rest,
        rows: u64,
        bad: u64,
        seen: &str,
        bad_lines: &str,
    ) -> Result<Self, StoreError> {
        import.settle(rows, bad, seen, bad_lines).await?;
        let Import { tx, secrets, client, .. } = import;
        Ok(Self { tx, secrets, client, space: rest.space, kept: rest.kept, before: rest.before })
    }

    /// Keeps what was made, or leaves everything as it was; either way says what the space held before and would hold
    /// after.
    #[boxed]
    pub async fn finish(mut self, keep: bool) -> Result<(Contents, Contents), StoreError> {
        let after = contents(&mut self.tx, self.space).await?;
        if keep {
            commit(self.tx).await?;
        } else {
            on!(self.tx, tx => tx.rollback().await)?;
        }
        Ok((self.before, after))
    }
}

/// What [`Again`] remembers while one of its imports is being written.
pub struct Rest {
    space: SpaceId,
    kept: Vec<Kept>,
    before: Contents,
}

/// Every row of a space as one text; the ids of posts, which reading again changes, stand as the source's own keys.
const POSTS: &str = "select native || '|' || coalesce(cast(at as text), '') || '|' || cast(zone_rule as text) || '|' || cast(precision as text)
    || '|' || cast(content_type as text) || '|' || coalesce(text, '') || '|' || coalesce(url, '') || '|' || cast(import_id as text)
    from post where space_id = $1";
const FACTS: &str = "select cast(f.kind as text) || '|' || cast(f.at as text) || '|' || cast(f.zone_rule as text) || '|'
    || cast(coalesce(f.actor_id, 0) as text) || '|' || cast(f.content_type as text) || '|' || coalesce(p.native, '') || '|' || coalesce(r.native, '')
    || '|' || coalesce(f.text, '') || '|' || coalesce(f.url, '') || '|' || cast(f.import_id as text)
    from fact f left join post p on p.id = f.post_id left join post r on r.id = f.reply_to_id where f.space_id = $1";
const OBSERVATIONS: &str = "select coalesce(p.native, '') || '|' || cast(o.metric as text) || '|' || cast(o.shape as text) || '|' || cast(o.value as text)
    || '|' || coalesce(cast(o.day_from as text), '') || '|' || coalesce(cast(o.day_to as text), '') || '|' || coalesce(o.zone, '')
    || '|' || coalesce(cast(o.from_at as text), '') || '|' || coalesce(cast(o.to_at as text), '')
    || '|' || coalesce(cast(o.observed_at as text), '') || '|' || coalesce(cast(o.breakdown as text), '')
    || '|' || coalesce(cast(o.origin_id as text), '') || '|' || cast(o.import_id as text)
    from observation o left join post p on p.id = o.post_id where o.space_id = $1";
const VISITS: &str =
    "select cast(from_at as text) || '|' || cast(last_at as text) || '|' || cast(origin_id as text) || '|' || landing
    || '|' || cast(pages as text) from visit where space_id = $1";
const ANSWERS: &str = "select survey || '|' || question || '|' || coalesce(choice, '') || '|' || cast(position as text) || '|' || value
    || '|' || coalesce(cast(submitted_at as text), '') || '|' || cast(import_id as text) from answer where space_id = $1";
const COVERAGE: &str = "select cast(what as text) || '|' || cast(from_at as text) || '|' || cast(to_at as text) || '|' || cast(import_id as text)
    from coverage where space_id = $1";

async fn contents(tx: &mut Tx, space: SpaceId) -> Result<Contents, StoreError> {
    let mut held = Contents::default();
    for (name, select) in [
        ("post", POSTS),
        ("fact", FACTS),
        ("observation", OBSERVATIONS),
        ("visit", VISITS),
        ("answer", ANSWERS),
        ("coverage", COVERAGE),
    ] {
        let (rows, sum) = total(tx, space, name, select).await?;
        held.sum = held.sum.wrapping_add(sum);
        match name {
            "post" => held.posts = rows,
            "fact" => held.facts = rows,
            "observation" => held.observations = rows,
            "visit" => held.visits = rows,
            "answer" => held.answers = rows,
            _ => held.coverage = rows,
        }
    }
    Ok(held)
}

/// How many rows, and the sum of their hashes.
async fn total(tx: &mut Tx, space: SpaceId, name: &str, select: &'static str) -> Result<(u64, u128), StoreError> {
    use futures_util::TryStreamExt;
    on!(&mut *tx, tx => {
        let mut rows = sqlx::query_scalar::<_, String>(select).bind(space.0).fetch(&mut **tx);
        let (mut count, mut sum) = (0_u64, 0_u128);
        while let Some(row) = rows.try_next().await? {
            let mut hasher = blake3::Hasher::new();
            hasher.update(name.as_bytes()).update(row.as_bytes());
            let mut half = [0_u8; 16];
            hasher.finalize_xof().fill(&mut half);
            count += 1;
            sum = sum.wrapping_add(u128::from_le_bytes(half));
        }
        Ok((count, sum))
    })
}
