//! Clients: brands, persons or institutions whose communities are animated; the wall nothing crosses.

use super::access::{Viewer, walled};
use super::{can_be_kept, slug, tidy_name, touched};
use crate::db::{Store, Tx, commit};
use crate::error::StoreError;
use crate::on;
use crate::row;
use async_recursion::async_recursion as boxed;
use model::{ClientId, Millis};

/// A client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Dictionary id.
    pub id: ClientId,
    /// Its word in addresses: kept when the name changes.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The IANA zone in which its days are cut.
    pub zone: String,
    /// Since when it is here.
    pub created_at: Millis,
    /// How many days files are kept as they came; 0: not at all, `None`: as long as what was read from them.
    pub keep_raw_days: Option<i64>,
}

row! {
    struct Row {
        id: i64,
        slug: String,
        name: String,
        zone: String,
        created_at: i64,
        keep_raw_days: Option<i64>,
    }
}

impl From<Row> for Client {
    fn from(row: Row) -> Self {
        Self {
            id: ClientId(row.id),
            slug: row.slug,
            name: row.name,
            zone: row.zone,
            created_at: Millis(row.created_at),
            keep_raw_days: row.keep_raw_days,
        }
    }
}

impl Store {
    /// A new client; its slug is made of its name and numbered when taken.
    #[boxed]
    pub async fn create_client(&self, name: &str, zone: &str, now: Millis) -> Result<Client, StoreError> {
        let mut tx = self.write().await?;
        let client = insert(&mut tx, name, zone, now).await?;
        commit(tx).await?;
        Ok(client)
    }

    /// The client a command names, by exact name, by slug, or by name whatever the case; made when there is none
    /// (then `true`). Accents count: « Café » and « Cafe » are two clients.
    #[boxed]
    pub async fn find_or_create_client(
        &self,
        name_or_slug: &str,
        zone: &str,
        now: Millis,
    ) -> Result<(Client, bool), StoreError> {
        let wanted = tidy_name(name_or_slug)?;
        let mut tx = self.write().await?;
        if let Tx::Postgres(tx) = &mut tx {
            // Two imports that start together must not make the client twice; SQLite has one writer at a time.
            sqlx::query("lock table client in share row exclusive mode").execute(&mut **tx).await?;
        }
        let rows: Vec<Row> = on!(&mut tx, tx => sqlx::query_as(
            "select id, slug, name, zone, created_at, keep_raw_days from client order by id").fetch_all(&mut **tx).await)?;
        let folded = wanted.to_lowercase();
        let found = rows
            .iter()
            .position(|row| row.name == wanted)
            .or_else(|| rows.iter().position(|row| row.slug == wanted))
            .or_else(|| rows.iter().position(|row| row.name.to_lowercase() == folded));
        if let Some(row) = found.and_then(|at| rows.into_iter().nth(at)) {
            return Ok((row.into(), false));
        }
        let client = insert(&mut tx, wanted, zone, now).await?;
        commit(tx).await?;
        Ok((client, true))
    }

    /// The clients a viewer sees, by name.
    #[boxed]
    pub async fn clients_of(&self, viewer: &Viewer) -> Result<Vec<Client>, StoreError> {
        let rows: Vec<Row> = on!(&self.db, pool => sqlx::query_as(concat!(
            "select id, slug, name, zone, created_at, keep_raw_days from client where ", walled!("id"), " order by id"))
            .bind(viewer.wall()).fetch_all(pool).await)?;
        let mut clients: Vec<Client> = rows.into_iter().map(Client::from).collect();
        clients.sort_by_cached_key(|client| slug::sort_key(&client.name));
        Ok(clients)
    }

    /// The client of a slug, if the viewer sees it.
    #[boxed]
    pub async fn client_by_slug(&self, viewer: &Viewer, slug: &str) -> Result<Option<Client>, StoreError> {
        if !can_be_kept(slug) {
            return Ok(None);
        }
        let row: Option<Row> = on!(&self.db, pool => sqlx::query_as(concat!(
            "select id, slug, name, zone, created_at, keep_raw_days from client where ", walled!("id"), " and slug = $2"))
            .bind(viewer.wall()).bind(slug).fetch_optional(pool).await)?;
        Ok(row.map(Client::from))
    }

    /// Changes the name; the slug stays, so that addresses kept elsewhere still lead here.
    #[boxed]
    pub async fn rename_client(&self, client: ClientId, name: &str) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query("update client set name = $2 where id = $1")
            .bind(client.0).bind(tidy_name(name)?).execute(pool).await?.rows_affected());
        touched(done, "client")
    }

    /// Changes the zone in which the client's days are cut. Facts are kept in UTC and do not change.
    #[boxed]
    pub async fn set_client_zone(&self, client: ClientId, zone: &str) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query("update client set zone = $2 where id = $1")
            .bind(client.0).bind(checked_zone(zone)?).execute(pool).await?.rows_affected());
        touched(done, "client")
    }

    /// Changes how many days files are kept as they came.
    #[boxed]
    pub async fn set_client_raw_days(&self, client: ClientId, days: Option<i64>) -> Result<(), StoreError> {
        if days.is_some_and(|days| !(0..=36_500).contains(&days)) {
            return Err(StoreError::Invalid { field: "keep_raw_days", reason: "is a number of days, 0 for none" });
        }
        let done = on!(&self.db, pool => sqlx::query("update client set keep_raw_days = $2 where id = $1")
            .bind(client.0).bind(days).execute(pool).await?.rows_affected());
        touched(done, "client")
    }

    /// Removes a client with everything that belongs to it: spaces, history, mappings, uploads.
    #[boxed]
    pub async fn delete_client(&self, client: ClientId) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let done = on!(&mut tx, tx => sqlx::query("delete from client where id = $1")
            .bind(client.0).execute(&mut **tx).await?.rows_affected());
        touched(done, "client")?;
        crate::history::drop_orphans(&mut tx).await?;
        commit(tx).await
    }
}

async fn insert(tx: &mut Tx, name: &str, zone: &str, now: Millis) -> Result<Client, StoreError> {
    let (name, zone) = (tidy_name(name)?, checked_zone(zone)?);
    for slug in slug::candidates(name, "client", "") {
        let row: Option<Row> = on!(&mut *tx, tx => sqlx::query_as(
            "insert into client (slug, name, zone, created_at) values ($1, $2, $3, $4)
             on conflict (slug) do nothing returning id, slug, name, zone, created_at, keep_raw_days")
            .bind(&slug).bind(name).bind(zone).bind(now.0).fetch_optional(&mut **tx).await)?;
        if let Some(row) = row {
            return Ok(row.into());
        }
    }
    Err(StoreError::Taken("slug"))
}

/// The zone, if there is one of that name.
pub(super) fn checked_zone(zone: &str) -> Result<&str, StoreError> {
    jiff::tz::TimeZone::get(zone)
        .map_err(|_| StoreError::Invalid { field: "zone", reason: "is no IANA time zone such as Europe/Paris" })?;
    Ok(zone)
}
