//! One import: everything a file tells about one space, in one transaction.

use super::nul::strip_nul;
use super::rollup::Deltas;
use super::seen::Seen;
use super::sheet_new::NewRows;
use super::touched::Touched;
use super::{recount, rollup, sheet};
use crate::db::{Store, Tx, commit};
use crate::error::StoreError;
use crate::on;
use crate::row;
use crate::secrets::Secrets;
use async_recursion::async_recursion as boxed;
use model::{Answer, ClientId, Fact, ImportId, Millis, Observation, PersonId, Piece, Post, Provenance, SpaceId, Visit};
use std::collections::{HashMap, HashSet};

/// What is known before the first piece.
#[derive(Debug, Clone)]
pub struct NewImport<'a> {
    /// Whose.
    pub client: ClientId,
    /// Of which space.
    pub space: SpaceId,
    /// Who asked for it.
    pub person: Option<PersonId>,
    /// From a file, a connector, by hand.
    pub provenance: Provenance,
    /// The format's id.
    pub format: &'a str,
    /// File name or address.
    pub name: &'a str,
    /// Hash of the content, hexadecimal.
    pub hash: &'a str,
    /// How the person asked for it to be read, as JSON: what reading it again needs.
    pub choices: &'a str,
    /// Figures the format is known not to give.
    pub lacks: &'a [model::Metric],
    /// The moment of the import.
    pub at: Millis,
}

/// What an import brought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// New posts.
    pub posts: u64,
    /// New facts.
    pub facts: u64,
    /// New figures.
    pub observations: u64,
    /// New visits.
    pub visits: u64,
    /// New answers to surveys.
    pub answers: u64,
    /// Facts, figures, visits and answers that were there already.
    pub duplicates: u64,
}

row! {
    /// One import as listed.
    #[derive(Debug, Clone)]
    pub struct ImportRow {
        /// Which.
        pub id: i64,
        /// Of which space.
        pub space_id: i64,
        /// Who took it in.
        pub person_id: Option<i64>,
        /// The format's id.
        pub format: String,
        /// File name or address.
        pub name: String,
        /// When, UTC ms.
        pub at: i64,
        /// Rows read.
        pub rows_read: i64,
        /// New posts.
        pub posts: i64,
        /// New facts.
        pub facts: i64,
        /// New figures.
        pub observations: i64,
        /// New visits.
        pub visits: i64,
        /// New answers to surveys.
        pub answers: i64,
        /// What was there already.
        pub duplicates: i64,
        /// Bad lines skipped.
        pub bad: i64,
        /// Notes, JSON.
        pub seen: String,
        /// The first bad lines, JSON.
        pub bad_lines: String,
        /// The oldest moment the file knows about, UTC ms.
        pub oldest_at: Option<i64>,
        /// The newest moment the file knows about, UTC ms.
        pub newest_at: Option<i64>,
    }
}

/// Posts whose ids are remembered, about.
const REMEMBERED: usize = 100_000;

/// An import under way. Dropped without [`Import::finish`], nothing of it remains.
pub struct Import {
    pub(super) tx: Tx,
    pub(super) secrets: Secrets,
    pub(super) id: ImportId,
    pub(super) client: ClientId,
    pub(super) space: SpaceId,
    pub(super) provenance: Provenance,
    pub(super) at: Millis,
    pub(super) counted: Counted,
    pub(super) oldest: Option<Millis>,
    pub(super) newest: Option<Millis>,
    pub(super) deltas: Deltas,
    pub(super) actors: HashMap<[u8; 16], i64>,
    pub(super) posts: HashMap<String, super::posts::Known>,
    pub(super) origins: HashMap<model::Origin, i64>,
    pub(super) touched: Touched,
    pub(super) new_rows: NewRows,
    pub(super) completed: Vec<i64>,
    pub(super) visited: Option<(i64, i64)>,
    pub(super) seen: Seen,
}

impl Store {
    /// Begins an import.
    #[boxed]
    pub async fn begin_import(&self, new: &NewImport<'_>) -> Result<Import, StoreError> {
        let mut tx = self.write().await?;
        lock_space(&mut tx, new.space).await?;
        cache(&mut tx, "pragma cache_size = -40000").await?;
        let id: i64 = on!(&mut tx, tx => sqlx::query_scalar(
            "insert into import (client_id, space_id, person_id, provenance, format, name, hash, at, lacks, choices)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id")
            .bind(new.client.0)
            .bind(new.space.0)
            .bind(new.person.map(|p| p.0))
            .bind(i64::from(new.provenance.code()))
            .bind(new.format)
            .bind(new.name)
            .bind(new.hash)
            .bind(new.at.0)
            .bind(new.lacks.iter().map(|metric| metric.as_str()).collect::<Vec<_>>().join(" "))
            .bind(new.choices)
            .fetch_one(&mut **tx).await)?;
        Import::into_space(tx, self.secrets.clone(), ImportId(id), new).await
    }
}

impl Import {
    /// An import whose row is there, about to be written to.
    pub(super) async fn into_space(
        mut tx: Tx,
        secrets: Secrets,
        id: ImportId,
        new: &NewImport<'_>,
    ) -> Result<Self, StoreError> {
        let visited: (Option<i64>, Option<i64>) = on!(&mut tx, tx => sqlx::query_as(
            "select min(from_at), max(last_at) from visit where space_id = $1")
            .bind(new.space.0)
            .fetch_one(&mut **tx).await)?;
        let held: (i64, i64, i64) = on!(&mut tx, tx => sqlx::query_as(
            "select (select count(*) from (select 1 from fact where space_id = $1 limit 1) as f),
                    (select count(*) from (select 1 from observation where space_id = $1 limit 1) as o),
                    (select count(*) from (select 1 from answer where space_id = $1 limit 1) as a)")
            .bind(new.space.0)
            .fetch_one(&mut **tx).await)?;
        Ok(Self {
            tx,
            secrets,
            id,
            client: new.client,
            space: new.space,
            provenance: new.provenance,
            at: new.at,
            counted: Counted::default(),
            oldest: None,
            newest: None,
            deltas: Deltas::default(),
            actors: HashMap::new(),
            posts: HashMap::new(),
            origins: HashMap::new(),
            touched: Touched::default(),
            new_rows: NewRows::default(),
            completed: Vec::new(),
            visited: visited.0.zip(visited.1),
            seen: Seen {
                facts: (held.0 == 0).then(HashSet::new),
                observations: (held.1 == 0).then(HashSet::new),
                answers: (held.2 == 0).then(HashSet::new),
            },
        })
    }
}

/// A large import goes through more pages than a page of the interface does: give SQLite room, then take it back.
async fn cache(tx: &mut Tx, pragma: &'static str) -> Result<(), StoreError> {
    if let Tx::Sqlite(tx) = tx {
        sqlx::query(pragma).execute(&mut **tx).await?;
    }
    Ok(())
}

/// Two imports of one space wait for each other. SQLite has one writer anyway.
pub(super) async fn lock_space(tx: &mut Tx, space: SpaceId) -> Result<(), StoreError> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("select pg_advisory_xact_lock($1)").bind(space.0).execute(&mut **tx).await?;
    }
    Ok(())
}

impl Import {
    /// Its id.
    pub const fn id(&self) -> ImportId {
        self.id
    }

    /// Writes a batch. Posts of the batch are written before the facts that point to them, whatever their order.
    #[boxed]
    pub async fn write(&mut self, mut pieces: Vec<Piece>) -> Result<(), StoreError> {
        self.make_room();
        pieces.iter_mut().for_each(strip_nul);
        let (mut posts, mut facts, mut observations) =
            (Vec::<Post>::new(), Vec::<Fact>::new(), Vec::<Observation>::new());
        let (mut visits, mut answers, mut coverage) = (Vec::<Visit>::new(), Vec::<Answer>::new(), Vec::new());
        for piece in pieces {
            match piece {
                Piece::Post(post) => posts.push(post),
                Piece::Fact(fact) => facts.push(fact),
                Piece::Observation(observation) => observations.push(observation),
                Piece::Visit(visit) => visits.push(visit),
                Piece::Answer(answer) => answers.push(answer),
                Piece::Coverage(stretch) => coverage.push(stretch),
            }
        }
        self.write_posts(&posts).await?;
        self.write_facts(&facts).await?;
        self.write_observations(&observations).await?;
        self.write_visits(&visits).await?;
        self.write_answers(&answers).await?;
        self.write_coverage(&coverage).await?;
        self.flush_large().await
    }

    /// Posts met long ago are looked up again when they are met again: a million natives do not pile up.
    pub(super) fn make_room(&mut self) {
        if self.posts.len() > REMEMBERED {
            self.posts.clear();
        }
    }

    pub(super) async fn flush_large(&mut self) -> Result<(), StoreError> {
        if self.new_rows.is_large() {
            self.flush_rows().await?;
        }
        if self.deltas.is_large() { self.flush().await } else { Ok(()) }
    }

    async fn flush_rows(&mut self) -> Result<(), StoreError> {
        std::mem::take(&mut self.new_rows).write(&mut self.tx, self.space).await
    }

    async fn write_coverage(&mut self, stretches: &[model::Coverage]) -> Result<(), StoreError> {
        for stretch in stretches {
            self.saw(stretch.span.from);
            self.saw(Millis(stretch.span.to.0.saturating_sub(1)));
            on!(&mut self.tx, tx => sqlx::query(
                "insert into coverage (space_id, what, from_at, to_at, import_id) values ($1, $2, $3, $4, $5)
                 on conflict (space_id, what, from_at, to_at) do nothing")
                .bind(self.space.0)
                .bind(i64::from(stretch.what.code()))
                .bind(stretch.span.from.0)
                .bind(stretch.span.to.0)
                .bind(self.id.0)
                .execute(&mut **tx).await.map(drop))?;
        }
        Ok(())
    }

    /// Remembers the oldest and the newest moment told, never later than now: the freshness of what this import says.
    pub(super) fn saw(&mut self, at: Millis) {
        let at = at.min(self.at);
        self.oldest = Some(self.oldest.map_or(at, |oldest| oldest.min(at)));
        self.newest = Some(self.newest.map_or(at, |newest| newest.max(at)));
    }

    async fn flush(&mut self) -> Result<(), StoreError> {
        let deltas = std::mem::take(&mut self.deltas);
        rollup::apply(&mut self.tx, self.space, deltas).await
    }

    /// Brings the roll-ups up to date, notes what was seen, and commits: from here on it is all there for good.
    ///
    /// `rows`: rows of the file; `bad`: bad lines skipped; `seen` and `bad_lines`: JSON for people.
    #[boxed]
    pub async fn finish(mut self, rows: u64, bad: u64, seen: &str, bad_lines: &str) -> Result<Counted, StoreError> {
        let counted = self.settle(rows, bad, seen, bad_lines).await?;
        commit(self.tx).await?;
        Ok(counted)
    }

    /// The same without the commit.
    pub(super) async fn settle(
        &mut self,
        rows: u64,
        bad: u64,
        seen: &str,
        bad_lines: &str,
    ) -> Result<Counted, StoreError> {
        self.flush().await?;
        if !self.completed.is_empty() {
            let pages = self.retype_facts().await?;
            recount::facts(&mut self.tx, self.space, &pages).await?;
        }
        self.flush_rows().await?;
        sheet::refresh(&mut self.tx, self.space, &self.touched).await?;
        let counted = self.counted;
        let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        on!(&mut self.tx, tx => sqlx::query(
            "update import set rows_read = $2, posts = $3, facts = $4, observations = $5, visits = $6, duplicates = $7,
             bad = $8, seen = $9, bad_lines = $10, oldest_at = $11, newest_at = $12, answers = $13 where id = $1")
            .bind(self.id.0)
            .bind(number(rows))
            .bind(number(counted.posts))
            .bind(number(counted.facts))
            .bind(number(counted.observations))
            .bind(number(counted.visits))
            .bind(number(counted.duplicates))
            .bind(number(bad))
            .bind(seen)
            .bind(bad_lines)
            .bind(self.oldest.map(|at| at.0))
            .bind(self.newest.map(|at| at.0))
            .bind(number(counted.answers))
            .execute(&mut **tx).await.map(drop))?;
        cache(&mut self.tx, "pragma cache_size = -16000").await?;
        Ok(counted)
    }

    /// Leaves nothing behind and says what would have come (`--dry-run`).
    #[boxed]
    pub async fn abandon(self) -> Result<Counted, StoreError> {
        on!(self.tx, tx => tx.rollback().await)?;
        Ok(self.counted)
    }
}
