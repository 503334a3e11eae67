//! The journal: what the networks do not see. Acts entered in ten seconds, listed by day, changed, deleted and undone.
//! Everybody signed in may read it; who is no viewer writes, and changes what is their own; owners and managers change
//! what others entered. What a file told is changed in the file.

pub mod api;
mod forms;
mod page;
mod undo;

use crate::roles::Deed;
use crate::state::State;
use axum::Router;
use axum::routing::{get, post};
use model::PersonId;
use store::history::journal::Kept;

/// The pages of the room.
pub fn router() -> Router<State> {
    Router::new()
        .route("/journal", get(page::list).post(page::note))
        .route("/journal/undo", post(undo::undo))
        .route("/journal/{id}", get(page::edit).post(page::keep))
        .route("/journal/{id}/strike", post(page::strike))
}

/// Whether an act may be changed or deleted by somebody who may do what `may` says.
fn may_change(kept: &Kept, person: Option<PersonId>, may: impl Fn(Deed) -> bool) -> bool {
    let own = kept.entered_by.is_some() && kept.entered_by == person;
    kept.is_by_hand() && may(Deed::WriteJournal) && (own || may(Deed::EditOthersEntries))
}

#[cfg(test)]
mod tests;
