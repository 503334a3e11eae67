//! Measures: what the figures say. The overview by layer, one page for each indicator, the facts behind a figure,
//! and the same as CSV, JSON and SVG. Everybody signed in may enter; what a number means is `measure`'s business.

mod api;
mod page;
mod question;

use crate::state::State;
use axum::Router;
use axum::routing::get;

/// The pages of the room.
pub fn router() -> Router<State> {
    Router::new()
        .route("/measures", get(page::overview))
        .route("/measures/key-figure", get(page::key_figure))
        .route("/measures/{indicator}", get(page::indicator))
        .route("/measures/{indicator}/definition", get(page::definition))
        .route("/measures/{indicator}/facts", get(page::facts))
}

/// Words that stand alone begin with a capital.
pub fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests;
