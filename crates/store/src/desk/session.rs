//! Sessions of the interface: what the signed cookie of a browser stands for. Only a hash of the session's id is kept,
//! so that nobody who reads the database or a backup can take a session over.

use super::touched;
use crate::db::Store;
use crate::error::StoreError;
use crate::on;
use async_recursion::async_recursion as boxed;
use model::{Millis, PersonId};

/// A session, as the interface wants it kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is, once signed in: it ends with them.
    pub person: Option<PersonId>,
    /// The interface's own data (JSON).
    pub data: String,
    /// When it ends.
    pub expires_at: Millis,
}

impl Store {
    /// Keeps a new session; `false` when there is one of that id already.
    #[boxed]
    pub async fn create_session(&self, id: &str, session: &Session) -> Result<bool, StoreError> {
        let done = on!(&self.db, pool => sqlx::query(
            "insert into session (hash, person_id, data, expires_at) values ($1, $2, $3, $4) on conflict (hash) do nothing")
            .bind(key(id)).bind(session.person.map(|p| p.0)).bind(&session.data).bind(session.expires_at.0)
            .execute(pool).await?.rows_affected());
        Ok(done == 1)
    }

    /// Keeps what changed in a session. `Absent` when it was ended meanwhile: it does not come back to life.
    #[boxed]
    pub async fn save_session(&self, id: &str, session: &Session) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query(
            "update session set person_id = $2, data = $3, expires_at = $4 where hash = $1")
            .bind(key(id)).bind(session.person.map(|p| p.0)).bind(&session.data).bind(session.expires_at.0)
            .execute(pool).await?.rows_affected());
        touched(done, "session")
    }

    /// The session of that id, unless it is over.
    #[boxed]
    pub async fn load_session(&self, id: &str, now: Millis) -> Result<Option<Session>, StoreError> {
        let row: Option<(Option<i64>, String, i64)> = on!(&self.db, pool => sqlx::query_as(
            "select person_id, data, expires_at from session where hash = $1 and expires_at > $2")
            .bind(key(id)).bind(now.0).fetch_optional(pool).await)?;
        Ok(row.map(|(person, data, expires_at)| Session {
            person: person.map(PersonId),
            data,
            expires_at: Millis(expires_at),
        }))
    }

    /// Ends a session; ending one that is over already is no error.
    #[boxed]
    pub async fn delete_session(&self, id: &str) -> Result<(), StoreError> {
        on!(&self.db, pool => sqlx::query("delete from session where hash = $1").bind(key(id)).execute(pool).await.map(drop))?;
        Ok(())
    }

    /// Ends a person's sessions, but for the one given (after a change of password, the one it was changed in).
    #[boxed]
    pub async fn end_sessions_of(&self, person: PersonId, but: Option<&str>) -> Result<u64, StoreError> {
        let kept = but.map_or_else(Vec::new, key);
        Ok(on!(&self.db, pool => sqlx::query("delete from session where person_id = $1 and hash <> $2")
            .bind(person.0).bind(kept).execute(pool).await?.rows_affected()))
    }

    /// Removes the sessions and sign-in links that are over.
    #[boxed]
    pub async fn delete_expired_sessions(&self, now: Millis) -> Result<u64, StoreError> {
        on!(&self.db, pool => sqlx::query("delete from sign_in_link where expires_at <= $1").bind(now.0).execute(pool).await.map(drop))?;
        Ok(on!(&self.db, pool => sqlx::query("delete from session where expires_at <= $1")
            .bind(now.0).execute(pool).await?.rows_affected()))
    }
}

fn key(id: &str) -> Vec<u8> {
    blake3::derive_key("vigie session 1", id.as_bytes()).to_vec()
}
