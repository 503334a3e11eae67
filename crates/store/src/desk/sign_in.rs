//! One-time sign-in links: shown by the command line or mailed, good for one sign-in. Only a hash is kept.

use crate::db::Store;
use crate::error::StoreError;
use crate::on;
use crate::secrets::random;
use async_recursion::async_recursion as boxed;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use model::{Millis, PersonId};
use secrecy::{ExposeSecret, SecretString};

/// How long a link printed or mailed is good for: one day.
pub const LINK_LASTS_MS: i64 = 24 * 60 * 60 * 1000;

impl Store {
    /// The secret part of a new link for somebody. `Absent` when they may not sign in.
    #[boxed]
    pub async fn make_sign_in_link(&self, person: PersonId, expires_at: Millis) -> Result<SecretString, StoreError> {
        let secret = new_secret("")?;
        let done = on!(&self.db, pool => sqlx::query(
            "insert into sign_in_link (hash, person_id, expires_at)
             select $1, id, $3 from person where id = $2 and disabled_at is null")
            .bind(hash_of(&secret)).bind(person.0).bind(expires_at.0).execute(pool).await?.rows_affected());
        super::touched(done, "person")?;
        Ok(secret)
    }

    /// Uses a link up: who it lets in, if it was made here, is not over and was not used before.
    #[boxed]
    pub async fn use_sign_in_link(&self, secret: &SecretString, now: Millis) -> Result<Option<PersonId>, StoreError> {
        let used: Option<(i64, i64)> = on!(&self.db, pool => sqlx::query_as(
            "delete from sign_in_link where hash = $1 returning person_id, expires_at")
            .bind(hash_of(secret)).fetch_optional(pool).await)?;
        Ok(used.filter(|(_, expires_at)| *expires_at > now.0).map(|(person, _)| PersonId(person)))
    }
}

/// A fresh secret of 256 bits as text, behind a prefix that tells what it is.
pub(super) fn new_secret(prefix: &str) -> Result<SecretString, StoreError> {
    Ok(format!("{prefix}{}", BASE64_URL_SAFE_NO_PAD.encode(random::<32>()?)).into())
}

/// What is kept of a secret. It holds 256 random bits, so a plain hash is as good as a slow one.
pub(super) fn hash_of(secret: &SecretString) -> Vec<u8> {
    blake3::derive_key("vigie bearer secret 1", secret.expose_secret().as_bytes()).to_vec()
}
