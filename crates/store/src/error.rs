//! Why the store could not do something.

/// One reason.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database answered with an error.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("the database could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The data folder could not be read or written.
    #[error("{path}: {reason}")]
    Folder {
        /// Which file or folder.
        path: String,
        /// Why not.
        reason: std::io::Error,
    },
    /// A stored value is not what this version writes.
    #[error("stored {what} cannot be read: {reason}")]
    Damaged {
        /// Which value.
        what: &'static str,
        /// Why not.
        reason: String,
    },
    /// A value that must be unique is taken.
    #[error("{0} is taken")]
    Taken(&'static str),
    /// A value cannot be kept as it is.
    #[error("{field} {reason}")]
    Invalid {
        /// Which field.
        field: &'static str,
        /// Why not, to be read behind the field's name.
        reason: &'static str,
    },
    /// There is no such thing, or not for this person.
    #[error("there is no such {0}")]
    Absent(&'static str),
    /// The machine gave no randomness.
    #[error("no randomness: {0}")]
    Chance(String),
    /// A password could not be hashed or checked.
    #[error("the password could not be handled: {0}")]
    Password(String),
}

impl From<postcard::Error> for StoreError {
    fn from(error: postcard::Error) -> Self {
        Self::Damaged { what: "roll-up", reason: error.to_string() }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged { what: "JSON", reason: error.to_string() }
    }
}
