//! Mappings: what a person said about the columns of a table nobody knows, found again by the table's headers.
//! The store keeps the text as it is; what it means is the business of `sources`.

use super::access::{Viewer, walled};
use super::{slug, tidy_name, touched};
use crate::db::{Store, commit};
use crate::error::StoreError;
use crate::on;
use crate::row;
use async_recursion::async_recursion as boxed;
use model::{ClientId, Millis};

/// A mapping's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MappingId(pub i64);

/// A mapping kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptMapping {
    /// Which.
    pub id: MappingId,
    /// Whose; `None`: for every client.
    pub client: Option<ClientId>,
    /// Its name.
    pub name: String,
    /// The mapping itself, TOML as on the command line.
    pub text: String,
    /// When it was kept.
    pub created_at: Millis,
}

/// A mapping to keep.
#[derive(Debug, Clone)]
pub struct NewMapping<'a> {
    /// Whose; `None`: for every client.
    pub client: Option<ClientId>,
    /// Its name.
    pub name: &'a str,
    /// The headers of the table it was made for, in their order.
    pub headers: &'a [String],
    /// The mapping itself.
    pub text: &'a str,
}

row! {
    struct Row {
        id: i64,
        client_id: Option<i64>,
        name: String,
        text: String,
        created_at: i64,
    }
}

impl From<Row> for KeptMapping {
    fn from(row: Row) -> Self {
        Self {
            id: MappingId(row.id),
            client: row.client_id.map(ClientId),
            name: row.name,
            text: row.text,
            created_at: Millis(row.created_at),
        }
    }
}

impl Store {
    /// Keeps a mapping in the place of the one kept before for the same headers and the same client.
    #[boxed]
    pub async fn keep_mapping(&self, new: &NewMapping<'_>, now: Millis) -> Result<MappingId, StoreError> {
        let (name, headers, client) = (tidy_name(new.name)?, headers_key(new.headers), new.client.map(|c| c.0));
        let mut tx = self.write().await?;
        on!(&mut tx, tx => sqlx::query(
            "delete from mapping where headers = $1 and (client_id = $2 or client_id is null and $2 is null)")
            .bind(&headers).bind(client).execute(&mut **tx).await.map(drop))?;
        let id: i64 = on!(&mut tx, tx => sqlx::query_scalar(
            "insert into mapping (client_id, name, headers, text, created_at) values ($1, $2, $3, $4, $5) returning id")
            .bind(client).bind(name).bind(&headers).bind(new.text).bind(now.0).fetch_one(&mut **tx).await)?;
        commit(tx).await?;
        Ok(MappingId(id))
    }

    /// The mapping for a table of a client by its headers: the client's own first, then the one for every client.
    #[boxed]
    pub async fn find_mapping(
        &self,
        viewer: &Viewer,
        client: Option<ClientId>,
        headers: &[String],
    ) -> Result<Option<KeptMapping>, StoreError> {
        let row: Option<Row> = on!(&self.db, pool => sqlx::query_as(concat!(
            "select id, client_id, name, text, created_at from mapping
             where (client_id is null or client_id = $2 and ", walled!("client_id"), ") and headers = $3
             order by case when client_id is null then 1 else 0 end, id desc limit 1"))
            .bind(viewer.wall()).bind(client.map(|c| c.0)).bind(headers_key(headers)).fetch_optional(pool).await)?;
        Ok(row.map(KeptMapping::from))
    }

    /// The mappings a viewer sees, by name.
    #[boxed]
    pub async fn mappings_of(&self, viewer: &Viewer) -> Result<Vec<KeptMapping>, StoreError> {
        let rows: Vec<Row> = on!(&self.db, pool => sqlx::query_as(concat!(
            "select id, client_id, name, text, created_at from mapping
             where client_id is null or ", walled!("client_id"), " order by id"))
            .bind(viewer.wall()).fetch_all(pool).await)?;
        let mut mappings: Vec<KeptMapping> = rows.into_iter().map(KeptMapping::from).collect();
        mappings.sort_by_cached_key(|mapping| slug::sort_key(&mapping.name));
        Ok(mappings)
    }

    /// Forgets a mapping. What was imported with it stays.
    #[boxed]
    pub async fn delete_mapping(&self, viewer: &Viewer, id: MappingId) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query(concat!(
            "delete from mapping where id = $2 and (client_id is null or ", walled!("client_id"), ")"))
            .bind(viewer.wall()).bind(id.0).execute(pool).await?.rows_affected());
        touched(done, "mapping")
    }
}

/// What a table is known again by: its headers in their order, whatever their case and spacing.
fn headers_key(headers: &[String]) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("vigie table headers 1");
    for header in headers {
        let plain = header.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        hasher.update(plain.as_bytes());
        hasher.update(&[0]);
    }
    hasher.finalize().to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(headers: &[&str]) -> String {
        headers_key(&headers.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn a_table_is_known_again_by_its_headers() {
        assert_eq!(key(&["Post  Month", "Likes "]), key(&["post month", "likes"]));
        assert_ne!(key(&["a", "b"]), key(&["b", "a"]));
        assert_ne!(key(&["a b"]), key(&["a", "b"]));
    }
}
