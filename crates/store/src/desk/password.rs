//! Passwords: argon2id, on a blocking thread, never more than a few at a time. Nothing here knows who signs in.

use crate::error::StoreError;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

/// Shortest password taken, in characters.
pub const SHORTEST: usize = 10;
/// Longest password taken, in characters.
pub const LONGEST: usize = 200;

/// Memory in KiB, passes and lanes: the OWASP minimum of 2024, about 20 ms on a small machine.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// Each hash takes 19 MiB: a flood of sign-ins must wait its turn rather than eat the memory.
static TURNS: Semaphore = Semaphore::const_new(2);

/// Whether a password may be chosen: long enough, not endless. No rule about its letters.
pub fn check(password: &SecretString) -> Result<(), StoreError> {
    match password.expose_secret().chars().count() {
        n if n < SHORTEST => Err(StoreError::Invalid { field: "password", reason: "is shorter than 10 characters" }),
        n if n > LONGEST => Err(StoreError::Invalid { field: "password", reason: "is longer than 200 characters" }),
        _ => Ok(()),
    }
}

/// The hash to keep, with its salt and parameters (PHC string).
pub(super) async fn hash(password: &SecretString) -> Result<String, StoreError> {
    let password = password.clone();
    on_a_thread(move || {
        let hash: PasswordHash = hasher()?.hash_password(password.expose_secret().as_bytes()).map_err(failed)?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether the password is the one behind the hash. Without a hash (nobody of that e-mail, or no password yet) the
/// same work is done and the answer is no, so that the time taken tells nothing.
pub(super) async fn matches(password: &SecretString, kept: Option<String>) -> Result<bool, StoreError> {
    let Some(kept) = kept else {
        hash(password).await?;
        return Ok(false);
    };
    let password = password.clone();
    on_a_thread(move || {
        let kept =
            PasswordHash::new(&kept).map_err(|e| StoreError::Damaged { what: "password", reason: e.to_string() })?;
        Ok(hasher()?.verify_password(password.expose_secret().as_bytes(), &kept).is_ok())
    })
    .await
}

fn hasher() -> Result<Argon2<'static>, StoreError> {
    let (memory, passes, lanes) = COST;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(memory, passes, lanes, None).map_err(failed)?))
}

fn failed(error: impl std::fmt::Display) -> StoreError {
    StoreError::Password(error.to_string())
}

async fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let _turn = TURNS.acquire().await.map_err(failed)?;
    tokio::task::spawn_blocking(work).await.map_err(failed)?
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_no_other() {
        let right = SecretString::from("correct horse battery");
        let kept = hash(&right).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert_ne!(kept, hash(&right).await.unwrap(), "each hash has its own salt");
        assert!(matches(&right, Some(kept.clone())).await.unwrap());
        assert!(!matches(&SecretString::from("correct horse"), Some(kept)).await.unwrap());
        assert!(!matches(&right, None).await.unwrap());
    }

    #[test]
    fn length_is_counted_in_characters() {
        for (password, fine) in [("123456789", false), ("ééééééééé", false), ("éééééééééé", true), ("1234567890", true)]
        {
            assert_eq!(check(&SecretString::from(password)).is_ok(), fine, "{password}");
        }
        assert!(check(&SecretString::from("x".repeat(201))).is_err());
    }
}
