//! The journal: acts entered by hand (mails, calls, meetings, events, interventions). Each client has one space of
//! the network `journal`, made on first use; every entry is a fact like any other. Reading them is in `listing`.

use super::import::{Import, NewImport};
use super::{quarters, recount};
use crate::db::{Store, Tx, commit};
use crate::desk::space::Space;
use crate::error::StoreError;
use crate::on;
use async_recursion::async_recursion as boxed;
use model::{
    ActorKey, ClientId, Coverage, Fact, FactId, FactKind, ImportId, Millis, Network, PersonId, Piece, Provenance,
    SpaceId, Span, What, ZoneRule,
};
use std::collections::BTreeSet;

mod listing;

pub use listing::{JournalPage, Kept};

/// The id under which entries by hand are listed among formats.
pub const FORMAT: &str = "journal";

/// The name of a client's journal when it is made.
const NAME: &str = "Journal";

/// One act to enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What was done.
    pub kind: FactKind,
    /// When.
    pub at: Millis,
    /// By whom: a name as the team writes it.
    pub person: Option<String>,
    /// A few words.
    pub text: Option<String>,
}

impl Store {
    /// The space in which a client's journal is kept, made when there is none. It may be renamed: it is known by its
    /// network.
    #[boxed]
    pub async fn journal_of(&self, client: ClientId, now: Millis) -> Result<Space, StoreError> {
        let name: Option<String> = on!(&self.db, pool => sqlx::query_scalar(
            "select name from space where client_id = $1 and network = $2 order by id limit 1")
            .bind(client.0)
            .bind(i64::from(Network::Journal.code()))
            .fetch_optional(pool).await)?;
        let name = name.as_deref().unwrap_or(NAME);
        Ok(self.find_or_create_space(client, name, Some(Network::Journal), now).await?.0)
    }

    /// Enters an act into the client's journal and answers its id.
    #[boxed]
    pub async fn note(
        &self,
        client: ClientId,
        space: SpaceId,
        by: Option<PersonId>,
        entry: &Entry,
        now: Millis,
    ) -> Result<FactId, StoreError> {
        let mut import = self.begin_import(&new_import(client, space, by, now)).await?;
        let id = import.enter(entry, now).await?;
        import.finish(1, 0, "[]", "[]").await?;
        Ok(id)
    }

    /// Changes an entry: the old one goes and the new one comes in one transaction. The id changes with what makes it.
    /// Who entered it stays who answers for it.
    #[boxed]
    pub async fn revise(&self, old: &Kept, entry: &Entry, now: Millis) -> Result<FactId, StoreError> {
        let mut import = self.begin_import(&new_import(old.client, old.space, old.entered_by, now)).await?;
        remove(&mut import.tx, old.space, old.id).await?;
        let id = import.enter(entry, now).await?;
        import.finish(1, 0, "[]", "[]").await?;
        Ok(id)
    }

    /// Takes an entry away. Only entries by hand can be.
    #[boxed]
    pub async fn strike(&self, space: SpaceId, id: FactId) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        super::import::lock_space(&mut tx, space).await?;
        remove(&mut tx, space, id).await?;
        commit(tx).await
    }
}

const fn new_import<'a>(client: ClientId, space: SpaceId, person: Option<PersonId>, at: Millis) -> NewImport<'a> {
    NewImport {
        client,
        space,
        person,
        provenance: Provenance::Entered,
        format: FORMAT,
        name: "journal",
        hash: "",
        choices: "{}",
        lacks: &[],
        at,
    }
}

/// Removes an entry by hand, and its import when nothing is left of it: it says nothing any more.
async fn remove(tx: &mut Tx, space: SpaceId, id: FactId) -> Result<(), StoreError> {
    let gone: Option<(i64, i64)> = on!(&mut *tx, tx => sqlx::query_as(
        "delete from fact where id = $1 and space_id = $2 and provenance = $3 returning at, import_id")
        .bind(id.0.to_vec())
        .bind(space.0)
        .bind(i64::from(Provenance::Entered.code()))
        .fetch_optional(&mut **tx).await)?;
    let (at, import) = gone.ok_or(StoreError::Absent("entry"))?;
    recount::facts(tx, space, &BTreeSet::from([quarters::place(Millis(at).quarter()).0])).await?;
    forget_empty(tx, space, ImportId(import)).await
}

async fn forget_empty(tx: &mut Tx, space: SpaceId, import: ImportId) -> Result<(), StoreError> {
    for statement in [
        "delete from coverage where import_id = $1 and not exists (select 1 from fact where space_id = $2 and import_id = $1)",
        "delete from import where id = $1 and not exists (select 1 from fact where space_id = $2 and import_id = $1)",
    ] {
        on!(&mut *tx, tx => sqlx::query(statement).bind(import.0).bind(space.0).execute(&mut **tx).await.map(drop))?;
    }
    Ok(())
}

impl Import {
    /// Writes one entry and answers its id.
    async fn enter(&mut self, entry: &Entry, now: Millis) -> Result<FactId, StoreError> {
        let stem =
            format!("{}/{}/{}", entry.at.0, entry.person.as_deref().unwrap_or(""), entry.text.as_deref().unwrap_or(""));
        let native = self.free_native(entry.kind, &stem).await?;
        let id = self.fact_id(entry.kind, &native);
        let fact = Fact {
            kind: entry.kind,
            native,
            at: entry.at,
            zone_rule: ZoneRule::Told,
            actor: entry.person.as_ref().map(|name| ActorKey { native: name.clone(), display: Some(name.clone()) }),
            post: None,
            reply_to: None,
            text: entry.text.clone(),
            url: None,
        };
        // Who keeps a journal keeps it for every sort of act: from the first entry on, a day without one is a zero.
        let stretch = Span { from: entry.at, to: Millis(now.0.max(entry.at.0 + 1)) };
        let covered =
            FactKind::JOURNAL.iter().map(|kind| Piece::Coverage(Coverage { what: What::Facts(*kind), span: stretch }));
        let pieces = std::iter::once(Piece::Fact(fact)).chain(covered).collect();
        self.write(pieces).await?;
        Ok(id)
    }

    /// A native key nobody has: two identical calls at the same minute are two calls.
    async fn free_native(&mut self, kind: FactKind, stem: &str) -> Result<String, StoreError> {
        for turn in 0_u32.. {
            let native = format!("{stem}/{turn}");
            let id = self.fact_id(kind, &native);
            let taken: i64 = on!(&mut self.tx, tx => sqlx::query_scalar("select count(*) from fact where space_id = $1 and id = $2")
                .bind(self.space.0)
                .bind(id.0.to_vec())
                .fetch_one(&mut **tx).await)?;
            if taken == 0 {
                return Ok(native);
            }
        }
        Err(StoreError::Taken("entry"))
    }
}
