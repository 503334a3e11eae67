//! The interface: rooms of pages and forms, sessions, roles, the API. It speaks HTTP and the two languages; what is
//! kept is the store's business, what a number means is measure's, how a picture looks is figures'.
//!
//! ```text
//! request ─▶ headers ─▶ visit (cookie, person, language) ─▶ dress (failures) ─▶ csrf ─▶ room ─▶ page
//! ```

mod api;
mod assets;
mod csrf;
mod error;
mod field;
mod forms;
mod frame;
mod headers;
mod housekeeping;
mod locale;
mod page;
mod roles;
mod rooms;
mod said;
mod state;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod view;
mod visit;

/// What formats say about a file, in words: the page and the command line say the same.
pub mod file_words {
    pub use crate::rooms::sources::words::{hint, note, place, why};
}

pub use api::openapi;
pub use locale::phrases;
pub use state::State;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use std::net::SocketAddr;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// Every address of the interface.
pub fn app(state: State) -> Router {
    // The last layer is the outermost.
    Router::new()
        .route("/", get(|| async { page::go(&rooms::Room::first().path()) }))
        .merge(assets::router())
        .merge(rooms::router())
        .merge(api::router())
        .layer(from_fn(csrf::guard))
        .layer(CatchPanicLayer::custom(error::of_panic))
        .layer(from_fn_with_state(state.clone(), error::page::dress))
        .layer(from_fn_with_state(state.clone(), visit::read))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(state.secure_cookies, headers::set))
        .with_state(state)
}

/// Serves until the future resolves; requests under way are answered first.
pub async fn serve(
    state: State,
    listener: tokio::net::TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    rooms::sources::begin(&state).await.map_err(std::io::Error::other)?;
    let housekeeping = tokio::spawn(housekeeping::keep(state.clone()));
    let app = app(state).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, app).with_graceful_shutdown(shutdown).await;
    housekeeping.abort();
    served
}
