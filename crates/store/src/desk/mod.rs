//! The desk: who works here, for whom, on what. One file per thing; all of it methods of [`Store`](crate::Store).
//!
//! Whatever lists or looks up something that belongs to a client takes a [`Viewer`]; the filter itself is written
//! once, in `access`. No rule about *roles* is here: who may do what is said by `web/src/roles.rs`.

pub mod access;
pub mod attempts;
pub mod audit;
pub mod client;
pub mod mapping;
pub mod password;
pub mod person;
pub mod session;
pub mod setting;
pub mod sign_in;
pub mod slug;
pub mod space;
pub mod token;
pub mod upload;

pub use access::{Clients, Role, ScopeFilter, Viewer};
pub use attempts::SignInAttempts;
pub use audit::{Act, AuditEntry, NewAuditEntry};
pub use client::Client;
pub use mapping::{KeptMapping, MappingId, NewMapping};
pub use person::{Language, NewPerson, Person, Theme};
pub use session::Session;
pub use setting::Organisation;
pub use space::{Space, SpaceContents};
pub use token::{Token, TokenId};
pub use upload::{NewUpload, Upload, UploadId, UploadState};

use crate::error::StoreError;

/// Turns the violation of a unique constraint on `column` into the error of that field.
fn taken(error: sqlx::Error, column: &'static str) -> StoreError {
    match &error {
        // TRICKY: PostgreSQL names the constraint (`person_email_key`), SQLite the columns (`person.email`).
        sqlx::Error::Database(inner)
            if inner.is_unique_violation() && inner.constraint().unwrap_or(inner.message()).contains(column) =>
        {
            StoreError::Taken(column)
        }
        _ => error.into(),
    }
}

/// A name as it is kept: trimmed, not empty, on one line, of a length that pages can show.
fn tidy_name(name: &str) -> Result<&str, StoreError> {
    let refused = |reason| Err(StoreError::Invalid { field: "name", reason });
    match name.trim() {
        "" => refused("is empty"),
        name if name.chars().any(char::is_control) => refused("holds a control character"),
        name if name.chars().count() > 200 => refused("is longer than 200 characters"),
        name => Ok(name),
    }
}

/// Text that others chose (a file's name) as it is kept: PostgreSQL takes no NUL, and nobody wants the others.
fn printable(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}

/// Whether text from outside can be looked for at all: PostgreSQL fails on NUL, where the answer is "not there".
fn can_be_kept(text: &str) -> bool {
    !text.contains('\0')
}

/// `Absent(what)` when a statement touched no row.
fn touched(rows: u64, what: &'static str) -> Result<(), StoreError> {
    if rows == 0 { Err(StoreError::Absent(what)) } else { Ok(()) }
}

/// The entry of a closed list that a stored word stands for.
fn word<T>(stored: &str, what: &'static str) -> Result<T, StoreError>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    stored.parse().map_err(|e: T::Err| StoreError::Damaged { what, reason: e.to_string() })
}
