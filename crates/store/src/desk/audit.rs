//! The audit log: who did what here, for the security of the place. Not a measure of anybody's work: nothing joins it
//! to figures, it holds no content and no secret, and it is forgotten after a year.

use super::access::{Viewer, walled};
use super::{printable, word};
use crate::db::Store;
use crate::error::StoreError;
use crate::on;
use crate::row;
use async_recursion::async_recursion as boxed;
use model::{ClientId, Millis, PersonId};

/// How long entries are kept at most: twelve months, the longest that the French data protection authority
/// recommends for logs.
pub const KEPT_MS: i64 = 365 * 24 * 60 * 60 * 1000;

model::coded!(
    /// What was done.
    Act, "act of the audit log", {
        /// Somebody signed in.
        SignedIn = 1, "signed_in";
        /// Somebody did not get in.
        SignInFailed = 2, "sign_in_failed";
        /// Somebody signed out.
        SignedOut = 3, "signed_out";
        /// A sign-in link was made.
        LinkMade = 4, "link_made";
        /// A password was changed.
        PasswordChanged = 5, "password_changed";
        /// A token was made.
        TokenMade = 6, "token_made";
        /// A token was revoked.
        TokenRevoked = 7, "token_revoked";
        /// Somebody was added.
        PersonAdded = 8, "person_added";
        /// Somebody's name, role or clients were changed.
        PersonChanged = 9, "person_changed";
        /// Somebody's password, sessions and tokens were taken away.
        PersonReset = 10, "person_reset";
        /// Somebody was shut out.
        PersonDisabled = 11, "person_disabled";
        /// Somebody was let in again.
        PersonEnabled = 12, "person_enabled";
        /// A client was made.
        ClientCreated = 13, "client_created";
        /// A client's name or zone was changed.
        ClientChanged = 14, "client_changed";
        /// A client was deleted with everything.
        ClientDeleted = 15, "client_deleted";
        /// A space was made.
        SpaceCreated = 16, "space_created";
        /// A space's name or network was changed.
        SpaceChanged = 17, "space_changed";
        /// A space was deleted with everything.
        SpaceDeleted = 18, "space_deleted";
        /// A file was imported.
        FileImported = 19, "file_imported";
        /// An import was undone.
        ImportUndone = 20, "import_undone";
        /// An act was entered in the journal.
        NoteEntered = 21, "note_entered";
        /// An act of the journal was changed.
        NoteChanged = 22, "note_changed";
        /// An act of the journal was deleted.
        NoteDeleted = 23, "note_deleted";
        /// A mapping was kept.
        MappingKept = 24, "mapping_kept";
        /// A mapping was deleted.
        MappingDeleted = 25, "mapping_deleted";
        /// Settings were changed.
        SettingsChanged = 26, "settings_changed";
        /// A backup was made.
        BackupMade = 27, "backup_made";
        /// A backup was restored.
        BackupRestored = 28, "backup_restored";
        /// This log was read.
        LogRead = 29, "log_read";
    }
);

/// An entry to write.
#[derive(Debug, Clone, Copy)]
pub struct NewAuditEntry<'a> {
    /// Who; `None` for the command line, or for somebody who did not get in.
    pub person: Option<PersonId>,
    /// For which client, when it is about one.
    pub client: Option<ClientId>,
    /// What was done.
    pub act: Act,
    /// To what: a slug, a file's name, a person's name. Never a secret, never what somebody wrote.
    pub what: &'a str,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its number, rising with time.
    pub id: i64,
    /// When.
    pub at: Millis,
    /// Who.
    pub person: Option<PersonId>,
    /// Their name today.
    pub person_name: Option<String>,
    /// For which client.
    pub client: Option<ClientId>,
    /// What was done.
    pub act: Act,
    /// To what.
    pub what: String,
}

row! {
    struct Row {
        id: i64,
        at: i64,
        person_id: Option<i64>,
        person_name: Option<String>,
        client_id: Option<i64>,
        action: String,
        what: String,
    }
}

impl Store {
    /// Writes an entry.
    #[boxed]
    pub async fn audit(&self, entry: &NewAuditEntry<'_>, now: Millis) -> Result<(), StoreError> {
        on!(&self.db, pool => sqlx::query(
            "insert into audit (at, person_id, client_id, action, what) values ($1, $2, $3, $4, $5)")
            .bind(now.0).bind(entry.person.map(|p| p.0)).bind(entry.client.map(|c| c.0)).bind(entry.act.as_str())
            .bind(printable(entry.what)).execute(pool).await.map(drop))?;
        Ok(())
    }

    /// A page of the log, the newest first: the entries before the one of number `before`, or the last ones.
    /// Entries about no client (sign-ins, settings) are for those who see all clients.
    #[boxed]
    pub async fn audit_page(
        &self,
        viewer: &Viewer,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        let rows: Vec<Row> = on!(&self.db, pool => sqlx::query_as(concat!(
            "select audit.id, audit.at, audit.person_id, person.name as person_name, audit.client_id, audit.action, audit.what
             from audit left join person on person.id = audit.person_id
             where ", walled!("audit.client_id"), " and audit.id < $2 order by audit.id desc limit $3"))
            .bind(viewer.wall()).bind(before.unwrap_or(i64::MAX)).bind(i64::from(limit)).fetch_all(pool).await)?;
        let entry = |row: Row| {
            Ok(AuditEntry {
                id: row.id,
                at: Millis(row.at),
                person: row.person_id.map(PersonId),
                person_name: row.person_name,
                client: row.client_id.map(ClientId),
                act: word(&row.action, "act")?,
                what: row.what,
            })
        };
        rows.into_iter().map(entry).collect()
    }

    /// Forgets the entries older than a moment (now less [`KEPT_MS`], or earlier by the operator's choice).
    #[boxed]
    pub async fn purge_audit(&self, before: Millis) -> Result<u64, StoreError> {
        Ok(
            on!(&self.db, pool => sqlx::query("delete from audit where at < $1").bind(before.0).execute(pool).await?.rows_affected()),
        )
    }
}
