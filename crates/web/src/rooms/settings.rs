//! Settings: what holds for the whole organisation, its clients, spaces and people, and the log of who did what.
//! For owners; managers enter for the spaces of their clients and the log. Each page says which deed it needs.

mod audit;
mod client;
mod clients;
mod files;
mod forms;
mod organisation;
mod parts;
mod people;
mod person;
mod space;

use crate::state::State;
use axum::Router;
use axum::routing::{get, post};

pub use parts::Tab;

/// The parts of the room that somebody may open.
pub fn tabs(page: &crate::page::Page) -> Vec<Tab> {
    parts::tabs(page, "")
}

/// The pages of the room.
pub fn router() -> Router<State> {
    Router::new()
        .route("/settings", get(organisation::show_organisation).post(organisation::keep))
        .route("/settings/clients", get(clients::list).post(clients::add))
        .route("/settings/clients/{client}", get(client::show_client).post(client::keep))
        .route("/settings/clients/{client}/files", post(files::keep))
        .route("/settings/clients/{client}/again", post(files::again))
        .route("/settings/clients/{client}/delete", get(client::ask_delete).post(client::delete))
        .route("/settings/clients/{client}/spaces", post(client::add_space))
        .route("/settings/clients/{client}/spaces/{space}", get(space::show_space).post(space::keep))
        .route("/settings/clients/{client}/spaces/{space}/delete", get(space::ask_delete).post(space::delete))
        .route("/settings/people", get(people::list).post(people::add))
        .route("/settings/people/{id}", get(person::show_person).post(person::keep))
        .route("/settings/people/{id}/link", post(person::make_link))
        .route("/settings/people/{id}/reset", post(person::reset))
        .route("/settings/people/{id}/disable", post(person::disable))
        .route("/settings/people/{id}/enable", post(person::enable))
        .route("/settings/audit", get(audit::list))
}

#[cfg(test)]
mod tests;
