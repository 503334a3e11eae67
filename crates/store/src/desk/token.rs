//! Tokens of the API: made by a person in their account, shown once, carried as `Authorization: Bearer vgi_…`.
//! A token sees what its person sees, and ends with them.

use super::access::Viewer;
use super::sign_in::{hash_of, new_secret};
use super::{tidy_name, touched};
use crate::db::Store;
use crate::error::StoreError;
use crate::on;
use crate::row;
use async_recursion::async_recursion as boxed;
use model::{Millis, PersonId};
use secrecy::SecretString;

/// How a token begins, so that scanners of published secrets know it.
pub const PREFIX: &str = "vgi_";

/// The last use is written at most once a minute: a read must not cost a write each time.
const USE_NOTED_EVERY_MS: i64 = 60_000;

/// A token's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenId(pub i64);

/// A token without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Which.
    pub id: TokenId,
    /// What the person called it.
    pub name: String,
    /// When it was made.
    pub created_at: Millis,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Millis>,
    /// When it was revoked.
    pub revoked_at: Option<Millis>,
}

row! {
    struct Row {
        id: i64,
        name: String,
        created_at: i64,
        last_used_at: Option<i64>,
        revoked_at: Option<i64>,
    }
}

impl From<Row> for Token {
    fn from(row: Row) -> Self {
        Self {
            id: TokenId(row.id),
            name: row.name,
            created_at: Millis(row.created_at),
            last_used_at: row.last_used_at.map(Millis),
            revoked_at: row.revoked_at.map(Millis),
        }
    }
}

impl Store {
    /// Makes a token. The secret is in this answer and nowhere else.
    #[boxed]
    pub async fn make_token(
        &self,
        person: PersonId,
        name: &str,
        now: Millis,
    ) -> Result<(TokenId, SecretString), StoreError> {
        let secret = new_secret(PREFIX)?;
        let id: i64 = on!(&self.db, pool => sqlx::query_scalar(
            "insert into token (person_id, name, hash, created_at) values ($1, $2, $3, $4) returning id")
            .bind(person.0).bind(tidy_name(name)?).bind(hash_of(&secret)).bind(now.0).fetch_one(pool).await)?;
        Ok((TokenId(id), secret))
    }

    /// Who a token speaks for, if it is good.
    #[boxed]
    pub async fn token_viewer(&self, secret: &SecretString, now: Millis) -> Result<Option<Viewer>, StoreError> {
        let row: Option<(i64, i64, Option<i64>)> = on!(&self.db, pool => sqlx::query_as(
            "select token.id, token.person_id, token.last_used_at from token join person on person.id = token.person_id
             where token.hash = $1 and token.revoked_at is null and person.disabled_at is null")
            .bind(hash_of(secret)).fetch_optional(pool).await)?;
        let Some((id, person, last_used_at)) = row else { return Ok(None) };
        if last_used_at.is_none_or(|last| now.0 - last >= USE_NOTED_EVERY_MS) {
            on!(&self.db, pool => sqlx::query("update token set last_used_at = $2 where id = $1")
                .bind(id).bind(now.0).execute(pool).await.map(drop))?;
        }
        Ok(self.person(PersonId(person)).await?.map(|person| person.viewer()))
    }

    /// A person's tokens, the newest first.
    #[boxed]
    pub async fn tokens_of(&self, person: PersonId) -> Result<Vec<Token>, StoreError> {
        let rows: Vec<Row> = on!(&self.db, pool => sqlx::query_as(
            "select id, name, created_at, last_used_at, revoked_at from token where person_id = $1 order by id desc")
            .bind(person.0).fetch_all(pool).await)?;
        Ok(rows.into_iter().map(Token::from).collect())
    }

    /// Revokes one of a person's own tokens.
    #[boxed]
    pub async fn revoke_token(&self, person: PersonId, token: TokenId, now: Millis) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query(
            "update token set revoked_at = coalesce(revoked_at, $3) where id = $1 and person_id = $2")
            .bind(token.0).bind(person.0).bind(now.0).execute(pool).await?.rows_affected());
        touched(done, "token")
    }
}
