//! The API: the same questions, imports and acts for programs, under `/api/v1`, with its own description.
//! A person's bearer token says who asks; a browser's session may read, never write.

mod ask;
mod caller;
mod desk;
mod page;
#[cfg(test)]
mod tests;

pub use caller::Caller;

use crate::state::State;
use axum::Json;
use axum::routing::get;
use caller::BearerTokens;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;

/// The description's own words; addresses are added by the rooms.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Vigie",
        description = "Figures, imports and the journal of a Vigie. Tokens are made in Account: `Authorization: Bearer vgi_…`. \
            Refusals are problem documents (RFC 9457) with a stable `code`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    servers((url = "/api/v1")),
    modifiers(&BearerTokens),
    security(("token" = []))
)]
struct Description;

/// Every address of the API, with its description: one line for each room that has one.
fn described() -> OpenApiRouter<State> {
    OpenApiRouter::with_openapi(Description::openapi())
        .merge(desk::router())
        .merge(ask::router())
        .merge(crate::rooms::journal::api::router())
        .merge(crate::rooms::sources::api_router())
}

/// The description of the API.
pub fn openapi() -> utoipa::openapi::OpenApi {
    described().into_openapi()
}

/// The API and the page that presents it.
pub fn router() -> axum::Router<State> {
    let (api, description) = described().split_for_parts();
    let api = api.route("/openapi.json", get(move || async move { Json(description) }));
    axum::Router::new().nest("/api/v1", api).merge(page::router())
}
