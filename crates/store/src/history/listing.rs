//! Listing imports: what was taken in, when, with what outcome; and how fresh each space is.

use super::import::ImportRow;
use crate::db::Store;
use crate::desk::access::Viewer;
use crate::error::StoreError;
use crate::on;
use async_recursion::async_recursion as boxed;
use model::{ImportId, SpaceId};

const COLUMNS: &str = "select id, space_id, person_id, format, name, at, rows_read, posts, facts, observations, visits, answers, duplicates, bad, seen,
    bad_lines, oldest_at, newest_at from import where space_id = $1 and format <> 'journal' order by id desc limit 500";

impl Store {
    /// The imports of a space, newest first; entries by hand are in the journal instead.
    #[boxed]
    pub async fn imports_of_space(&self, space: SpaceId) -> Result<Vec<ImportRow>, StoreError> {
        Ok(on!(&self.db, pool => sqlx::query_as(COLUMNS).bind(space.0).fetch_all(pool).await)?)
    }

    /// One import, if the viewer sees its client.
    #[boxed]
    pub async fn import_row(&self, viewer: &Viewer, import: ImportId) -> Result<Option<ImportRow>, StoreError> {
        let client: Option<(i64, i64)> = on!(&self.db, pool => sqlx::query_as("select client_id, space_id from import where id = $1")
            .bind(import.0)
            .fetch_optional(pool).await)?;
        let Some((_, space)) = client.filter(|(client, _)| viewer.sees(model::ClientId(*client))) else {
            return Ok(None);
        };
        let rows = self.imports_of_space(SpaceId(space)).await?;
        Ok(rows.into_iter().find(|row| row.id == import.0))
    }
}
