//! The account: what is somebody's own. Name, language, theme, password, other sessions, tokens of the API.
//! Everybody signed in may enter; what others may do is in settings.

mod forms;
mod page;
mod tokens;

use crate::state::State;
use axum::Router;
use axum::routing::{get, post};

/// The pages of the room.
pub fn router() -> Router<State> {
    Router::new()
        .route("/account", get(page::show_account))
        .route("/account/profile", post(page::keep_profile))
        .route("/account/theme", post(page::keep_theme))
        .route("/account/password", post(page::keep_password))
        .route("/account/sessions/end", post(page::end_others))
        .route("/account/tokens", post(tokens::make))
        .route("/account/tokens/{id}/revoke", post(tokens::revoke))
}

#[cfg(test)]
mod tests;
