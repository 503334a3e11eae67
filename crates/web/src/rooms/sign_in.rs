//! Coming in and going out: e-mail and password, one-time links, a first password. No frame of rooms around these
//! pages. Nothing here tells whether an e-mail is known.

mod link;
mod page;
mod password;

use crate::state::State;
use axum::Router;
use axum::routing::{get, post};

/// Open to everybody.
pub fn router() -> Router<State> {
    Router::new()
        .route("/sign-in", get(page::form).post(page::enter))
        .route("/sign-in/link/{secret}", get(link::offer).post(link::follow))
        .route("/sign-in/password", get(password::form).post(password::choose))
        .route("/sign-out", post(page::leave))
}

#[cfg(test)]
mod tests;
