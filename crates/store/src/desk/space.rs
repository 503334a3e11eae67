//! Spaces: the places on the social web that belong to a client.

use super::access::{Viewer, walled};
use super::{can_be_kept, slug, tidy_name, touched};
use crate::db::{Store, Tx, commit};
use crate::error::StoreError;
use crate::on;
use crate::row;
use async_recursion::async_recursion as boxed;
use model::{ClientId, Millis, Network, SpaceId};

/// A space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Dictionary id.
    pub id: SpaceId,
    /// Whose it is.
    pub client: ClientId,
    /// The client's slug.
    pub client_slug: String,
    /// The client's name.
    pub client_name: String,
    /// Its word in addresses, unique within the client: kept when the name changes.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub network: Network,
    /// Since when it is here.
    pub created_at: Millis,
}

row! {
    /// How much a space holds: what a person is told before it is deleted.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct SpaceContents {
        /// Files and runs taken in.
        pub imports: i64,
        /// Posts.
        pub posts: i64,
        /// Facts.
        pub facts: i64,
        /// Observations.
        pub observations: i64,
        /// Visits.
        pub visits: i64,
    }
}

row! {
    struct Row {
        id: i64,
        client_id: i64,
        client_slug: String,
        client_name: String,
        slug: String,
        name: String,
        network: i64,
        created_at: i64,
    }
}

impl TryFrom<Row> for Space {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let network = i16::try_from(row.network)
            .ok()
            .and_then(Network::from_code)
            .ok_or_else(|| StoreError::Damaged { what: "network", reason: format!("{} is no network", row.network) })?;
        Ok(Self {
            id: SpaceId(row.id),
            client: ClientId(row.client_id),
            client_slug: row.client_slug,
            client_name: row.client_name,
            slug: row.slug,
            name: row.name,
            network,
            created_at: Millis(row.created_at),
        })
    }
}

/// The columns of [`Row`] and where they come from.
macro_rules! select_space {
    ($rest:expr) => {
        concat!(
            "select space.id, space.client_id, client.slug as client_slug, client.name as client_name, space.slug,
                space.name, space.network, space.created_at
             from space join client on client.id = space.client_id ",
            $rest
        )
    };
}

impl Store {
    /// A new space; its slug is made of its name, then of name and network, then numbered when taken.
    #[boxed]
    pub async fn create_space(
        &self,
        client: ClientId,
        name: &str,
        network: Network,
        now: Millis,
    ) -> Result<Space, StoreError> {
        let mut tx = self.write().await?;
        let space = insert(&mut tx, client, name, network, now).await?;
        commit(tx).await?;
        Ok(space)
    }

    /// The client's space a command names, by exact name, by slug, or by name whatever the case; made when there is
    /// none (then `true`). With a network only spaces of that network answer: the same name may stand for a page on
    /// one network and an account on another. Without, a new space is of the kind `other`.
    #[boxed]
    pub async fn find_or_create_space(
        &self,
        client: ClientId,
        name_or_slug: &str,
        network: Option<Network>,
        now: Millis,
    ) -> Result<(Space, bool), StoreError> {
        let wanted = tidy_name(name_or_slug)?;
        let mut tx = self.write().await?;
        if let Tx::Postgres(tx) = &mut tx {
            // As for clients: two imports that start together must not make the space twice.
            sqlx::query("lock table space in share row exclusive mode").execute(&mut **tx).await?;
        }
        let rows: Vec<Row> = on!(&mut tx, tx => sqlx::query_as(select_space!("where space.client_id = $1 order by space.id"))
            .bind(client.0).fetch_all(&mut **tx).await)?;
        let of_network: Vec<Row> =
            rows.into_iter().filter(|row| network.is_none_or(|n| i64::from(n.code()) == row.network)).collect();
        let folded = wanted.to_lowercase();
        let found = of_network
            .iter()
            .position(|row| row.name == wanted)
            .or_else(|| of_network.iter().position(|row| row.slug == wanted))
            .or_else(|| of_network.iter().position(|row| row.name.to_lowercase() == folded));
        if let Some(row) = found.and_then(|at| of_network.into_iter().nth(at)) {
            return Ok((row.try_into()?, false));
        }
        let space = insert(&mut tx, client, wanted, network.unwrap_or(Network::Other), now).await?;
        commit(tx).await?;
        Ok((space, true))
    }

    /// The spaces a viewer sees, by client and name.
    #[boxed]
    pub async fn spaces_of(&self, viewer: &Viewer) -> Result<Vec<Space>, StoreError> {
        let rows: Vec<Row> = on!(&self.db, pool => sqlx::query_as(select_space!(concat!(
            "where ", walled!("client.id"), " order by client.id, space.id")))
            .bind(viewer.wall()).fetch_all(pool).await)?;
        let mut spaces = rows.into_iter().map(Space::try_from).collect::<Result<Vec<_>, _>>()?;
        spaces.sort_by_cached_key(|s| (slug::sort_key(&s.client_name), s.client, slug::sort_key(&s.name)));
        Ok(spaces)
    }

    /// A client's space by its slug, if the viewer sees the client.
    #[boxed]
    pub async fn space_by_slug(
        &self,
        viewer: &Viewer,
        client_slug: &str,
        slug: &str,
    ) -> Result<Option<Space>, StoreError> {
        if !can_be_kept(client_slug) || !can_be_kept(slug) {
            return Ok(None);
        }
        let row: Option<Row> = on!(&self.db, pool => sqlx::query_as(select_space!(concat!(
            "where ", walled!("client.id"), " and client.slug = $2 and space.slug = $3")))
            .bind(viewer.wall()).bind(client_slug).bind(slug).fetch_optional(pool).await)?;
        row.map(Space::try_from).transpose()
    }

    /// Changes the name; the slug stays.
    #[boxed]
    pub async fn rename_space(&self, space: SpaceId, name: &str) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query("update space set name = $2 where id = $1")
            .bind(space.0).bind(tidy_name(name)?).execute(pool).await?.rows_affected());
        touched(done, "space")
    }

    /// Changes the kind of a space.
    #[boxed]
    pub async fn set_space_network(&self, space: SpaceId, network: Network) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query("update space set network = $2 where id = $1")
            .bind(space.0).bind(i64::from(network.code())).execute(pool).await?.rows_affected());
        touched(done, "space")
    }

    /// How much a space holds.
    #[boxed]
    pub async fn space_contents(&self, space: SpaceId) -> Result<SpaceContents, StoreError> {
        Ok(on!(&self.db, pool => sqlx::query_as(
            "select (select count(*) from import where space_id = $1) as imports,
                (select count(*) from post where space_id = $1) as posts,
                (select count(*) from fact where space_id = $1) as facts,
                (select count(*) from observation where space_id = $1) as observations,
                (select count(*) from visit where space_id = $1) as visits")
            .bind(space.0).fetch_one(pool).await)?)
    }

    /// Removes a space with its whole history, and the actors that no fact of the client names any more. There is no
    /// way back but a backup: ask once before.
    #[boxed]
    pub async fn delete_space(&self, space: SpaceId) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let client: Option<i64> = on!(&mut tx, tx => sqlx::query_scalar("delete from space where id = $1 returning client_id")
            .bind(space.0).fetch_optional(&mut **tx).await)?;
        let client = client.ok_or(StoreError::Absent("space"))?;
        on!(&mut tx, tx => sqlx::query(
            "delete from actor where client_id = $1 and id not in (
                select fact.actor_id from fact join space on space.id = fact.space_id
                where space.client_id = $1 and fact.actor_id is not null)")
            .bind(client).execute(&mut **tx).await.map(drop))?;
        crate::history::drop_orphans(&mut tx).await?;
        commit(tx).await
    }
}

async fn insert(tx: &mut Tx, client: ClientId, name: &str, network: Network, now: Millis) -> Result<Space, StoreError> {
    let name = tidy_name(name)?;
    let known: Option<i64> = on!(&mut *tx, tx => sqlx::query_scalar("select id from client where id = $1")
        .bind(client.0).fetch_optional(&mut **tx).await)?;
    known.ok_or(StoreError::Absent("client"))?;
    for slug in slug::candidates(name, "space", network.as_str()) {
        let id: Option<i64> = on!(&mut *tx, tx => sqlx::query_scalar(
            "insert into space (client_id, slug, name, network, created_at) values ($1, $2, $3, $4, $5)
             on conflict (client_id, slug) do nothing returning id")
            .bind(client.0).bind(&slug).bind(name).bind(i64::from(network.code())).bind(now.0)
            .fetch_optional(&mut **tx).await)?;
        if let Some(id) = id {
            let row: Row = on!(&mut *tx, tx => sqlx::query_as(select_space!("where space.id = $1"))
                .bind(id).fetch_one(&mut **tx).await)?;
            return row.try_into();
        }
    }
    Err(StoreError::Taken("slug"))
}
