//! Sources: where figures come from. Drop a file, see what was recognised and why, choose, import, take back; the
//! mapping assistant for tables nobody knows; health of each source; help for each format.
//!
//! ```text
//! drop ─▶ incoming (folder) ─▶ check (look, choices) ─▶ run (background) ─▶ outcome
//!                                  └▶ mapping (columns of an unknown table)
//! ```
//! Everybody may look; who may import and undo is said by `roles.rs`, whose files by the wall between clients.

mod api;
mod check;
mod formats;
mod forms;
mod health;
mod imports;
mod incoming;
mod mapping;
mod markdown;
mod page;
mod run;
mod told;
mod upload;
pub(crate) mod words;

pub use api::router as api_router;
pub use check::{is_number, is_numeric};
pub use run::Running;

use crate::state::State;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use std::time::Duration;

/// Uploads that are not finished are forgotten after a week.
const KEPT_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// How often the old ones are looked for.
const SWEPT_EVERY: Duration = Duration::from_secs(6 * 60 * 60);

/// The pages of the room.
pub fn router() -> Router<State> {
    Router::new()
        .route("/sources", get(page::show_room))
        // Files are counted as they arrive: see `incoming`.
        .route("/sources/uploads", post(upload::receive).layer(DefaultBodyLimit::disable()))
        .route("/sources/addresses", post(upload::fetch))
        .route("/sources/uploads/{id}", get(check::show_upload))
        .route("/sources/uploads/{id}/progress", get(check::show_progress))
        .route("/sources/uploads/{id}/choices", post(check::keep_choices))
        .route("/sources/uploads/{id}/import", post(check::import))
        .route("/sources/uploads/{id}/forget", post(upload::forget))
        .route("/sources/uploads/{id}/mapping", get(mapping::page::show_mapping).post(mapping::page::keep))
        .route("/sources/uploads/{id}/mapping/look", post(mapping::page::look))
        .route("/sources/uploads/{id}/mapping/save", post(mapping::page::save))
        .route("/sources/uploads/{id}/mapping/file", post(mapping::page::load))
        .route("/sources/imports/{id}", get(imports::show_import))
        .route("/sources/imports/{id}/undo", get(imports::ask_undo).post(imports::undo))
        .route("/sources/formats", get(formats::show_list))
        .route("/sources/formats/{id}", get(formats::show_help))
}

/// When the program starts: imports that ran when it stopped are told as interrupted, and old uploads are forgotten
/// now and then.
pub async fn begin(state: &State) -> Result<(), store::StoreError> {
    let interrupted = state.store.interrupt_running_uploads().await?;
    if interrupted > 0 {
        tracing::warn!(interrupted, "imports were interrupted when the program stopped; they can be started again");
    }
    let state = state.clone();
    tokio::spawn(async move {
        let mut ticks = tokio::time::interval(SWEPT_EVERY);
        loop {
            ticks.tick().await;
            if let Err(error) = sweep(&state).await {
                tracing::warn!(%error, "old uploads could not be forgotten");
            }
        }
    });
    Ok(())
}

/// Forgets the uploads of last week with their files.
async fn sweep(state: &State) -> Result<(), store::StoreError> {
    let before = model::Millis(state.now().0 - KEPT_MS);
    for path in state.store.delete_old_uploads(before).await? {
        incoming::remove(&state.store.folder, &path).await;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
