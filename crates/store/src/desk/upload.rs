//! Uploads: files dropped in the page. They wait in the data folder for the person's choices, run once, and are
//! forgotten after a while; what they brought is in the history.

use super::access::{Viewer, walled};
use super::{printable, touched, word};
use crate::db::Store;
use crate::error::StoreError;
use crate::on;
use crate::row;
use async_recursion::async_recursion as boxed;
use model::{ClientId, Millis, PersonId};
use serde_json::Value;

model::coded!(
    /// How far an upload is.
    UploadState, "upload state", {
        /// Waits for the person's choices.
        Waiting = 1, "waiting";
        /// Is being imported.
        Running = 2, "running";
        /// Was imported.
        Done = 3, "done";
        /// Was refused: the outcome says why.
        Refused = 4, "refused";
        /// The program stopped while it ran: nothing of it was kept, it may run again.
        Interrupted = 5, "interrupted";
    }
);

/// An upload's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UploadId(pub i64);

/// A file dropped.
#[derive(Debug, Clone, PartialEq)]
pub struct Upload {
    /// Which.
    pub id: UploadId,
    /// For which client, once known.
    pub client: Option<ClientId>,
    /// Who dropped it.
    pub person: Option<PersonId>,
    /// The file's own name.
    pub name: String,
    /// Where it waits, inside the data folder.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// How far it is.
    pub state: UploadState,
    /// What the person chose (JSON of the room).
    pub choices: Value,
    /// What came of it (JSON of the room).
    pub outcome: Value,
    /// When it was dropped.
    pub created_at: Millis,
}

/// A file to note as dropped.
#[derive(Debug, Clone)]
pub struct NewUpload<'a> {
    /// For which client, when known already.
    pub client: Option<ClientId>,
    /// Who dropped it.
    pub person: Option<PersonId>,
    /// The file's own name.
    pub name: &'a str,
    /// Where it waits, inside the data folder.
    pub path: &'a str,
    /// Its size in bytes.
    pub size: u64,
}

row! {
    struct Row {
        id: i64,
        client_id: Option<i64>,
        person_id: Option<i64>,
        name: String,
        path: String,
        size: i64,
        state: String,
        choices: String,
        outcome: String,
        created_at: i64,
    }
}

impl TryFrom<Row> for Upload {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: UploadId(row.id),
            client: row.client_id.map(ClientId),
            person: row.person_id.map(PersonId),
            name: row.name,
            path: row.path,
            size: u64::try_from(row.size).unwrap_or(0),
            state: word(&row.state, "upload state")?,
            choices: serde_json::from_str(&row.choices)?,
            outcome: serde_json::from_str(&row.outcome)?,
            created_at: Millis(row.created_at),
        })
    }
}

/// The columns of [`Row`], and who sees an upload: the clients' people; before a client is chosen, who dropped it.
macro_rules! select_upload {
    ($rest:literal) => {
        concat!(
            "select id, client_id, person_id, name, path, size, state, choices, outcome, created_at from upload where (",
            walled!("client_id"),
            " or client_id is null and person_id = $2) ",
            $rest
        )
    };
}

impl Store {
    /// Notes a file as dropped and waiting.
    #[boxed]
    pub async fn add_upload(&self, new: &NewUpload<'_>, now: Millis) -> Result<UploadId, StoreError> {
        let size = i64::try_from(new.size).unwrap_or(i64::MAX);
        let id: i64 = on!(&self.db, pool => sqlx::query_scalar(
            "insert into upload (client_id, person_id, name, path, size, state, created_at)
             values ($1, $2, $3, $4, $5, 'waiting', $6) returning id")
            .bind(new.client.map(|c| c.0)).bind(new.person.map(|p| p.0)).bind(printable(new.name)).bind(new.path).bind(size)
            .bind(now.0).fetch_one(pool).await)?;
        Ok(UploadId(id))
    }

    /// An upload the viewer sees.
    #[boxed]
    pub async fn upload(&self, viewer: &Viewer, id: UploadId) -> Result<Option<Upload>, StoreError> {
        let row: Option<Row> = on!(&self.db, pool => sqlx::query_as(select_upload!("and id = $3"))
            .bind(viewer.wall()).bind(viewer.person_or_none()).bind(id.0).fetch_optional(pool).await)?;
        row.map(Upload::try_from).transpose()
    }

    /// The uploads a viewer sees, the newest first.
    #[boxed]
    pub async fn uploads_of(&self, viewer: &Viewer) -> Result<Vec<Upload>, StoreError> {
        let rows: Vec<Row> = on!(&self.db, pool => sqlx::query_as(select_upload!("order by id desc"))
            .bind(viewer.wall()).bind(viewer.person_or_none()).fetch_all(pool).await)?;
        rows.into_iter().map(Upload::try_from).collect()
    }

    /// Keeps what the person chose, and for which client.
    #[boxed]
    pub async fn set_upload_choices(
        &self,
        id: UploadId,
        client: Option<ClientId>,
        choices: &Value,
    ) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query("update upload set client_id = $2, choices = $3 where id = $1")
            .bind(id.0).bind(client.map(|c| c.0)).bind(choices.to_string()).execute(pool).await?.rows_affected());
        touched(done, "upload")
    }

    /// Marks an upload as running; `false` when it runs or ran already (the button was pressed twice).
    #[boxed]
    pub async fn start_upload(&self, id: UploadId) -> Result<bool, StoreError> {
        let done = on!(&self.db, pool => sqlx::query(
            "update upload set state = 'running', outcome = '{}'
             where id = $1 and state in ('waiting', 'refused', 'interrupted')")
            .bind(id.0).execute(pool).await?.rows_affected());
        Ok(done == 1)
    }

    /// Marks an upload as over, with what came of it.
    #[boxed]
    pub async fn finish_upload(&self, id: UploadId, state: UploadState, outcome: &Value) -> Result<(), StoreError> {
        let done = on!(&self.db, pool => sqlx::query("update upload set state = $2, outcome = $3 where id = $1")
            .bind(id.0).bind(state.as_str()).bind(outcome.to_string()).execute(pool).await?.rows_affected());
        touched(done, "upload")
    }

    /// Called when the program starts: what was running when it stopped was interrupted.
    #[boxed]
    pub async fn interrupt_running_uploads(&self) -> Result<u64, StoreError> {
        Ok(on!(&self.db, pool => sqlx::query("update upload set state = 'interrupted' where state = 'running'")
            .execute(pool).await?.rows_affected()))
    }

    /// Forgets one upload; its path comes back so that the file can be removed. A running one stays.
    #[boxed]
    pub async fn delete_upload(&self, viewer: &Viewer, id: UploadId) -> Result<String, StoreError> {
        let path: Option<String> = on!(&self.db, pool => sqlx::query_scalar(concat!(
            "delete from upload where id = $3 and state <> 'running'
             and (", walled!("client_id"), " or client_id is null and person_id = $2) returning path"))
            .bind(viewer.wall()).bind(viewer.person_or_none()).bind(id.0).fetch_optional(pool).await)?;
        path.ok_or(StoreError::Absent("upload"))
    }

    /// Forgets the uploads dropped before a moment; their paths come back so that the files can be removed.
    #[boxed]
    pub async fn delete_old_uploads(&self, before: Millis) -> Result<Vec<String>, StoreError> {
        Ok(on!(&self.db, pool => sqlx::query_scalar(
            "delete from upload where created_at < $1 and state <> 'running' returning path")
            .bind(before.0).fetch_all(pool).await)?)
    }
}
