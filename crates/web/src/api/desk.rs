//! `/me`, `/clients`, `/spaces`: who asks, and what they see.

use super::Caller;
use crate::error::{Answered, Failure};
use crate::roles::{self, Deed};
use crate::state::State;
use axum::Json;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// What belongs to the desk.
pub fn router() -> OpenApiRouter<State> {
    OpenApiRouter::new().routes(routes!(me)).routes(routes!(clients)).routes(routes!(spaces))
}

/// Who asks.
#[derive(Debug, Serialize, ToSchema)]
struct Me {
    /// E-mail address.
    email: String,
    /// Name.
    name: String,
    /// `owner`, `manager`, `community_manager` or `viewer`.
    role: String,
    /// Whether every client is seen, those to come included.
    all_clients: bool,
    /// What the role allows.
    may: May,
}

/// What a role allows.
#[derive(Debug, Serialize, ToSchema)]
struct May {
    import: bool,
    undo_import: bool,
    write_journal: bool,
    manage_spaces: bool,
    manage_clients: bool,
}

/// Says who a token speaks for, and what they may do.
#[utoipa::path(get, path = "/me", responses((status = OK, body = Me)))]
async fn me(caller: Caller) -> Answered {
    let id = caller.viewer.person.ok_or(Failure::SignedOut)?;
    let person = caller.state.store.person(id).await?.ok_or(Failure::SignedOut)?;
    let may = |deed| roles::may(person.role, deed);
    let may = May {
        import: may(Deed::Import),
        undo_import: may(Deed::UndoImport),
        write_journal: may(Deed::WriteJournal),
        manage_spaces: may(Deed::ManageSpaces),
        manage_clients: may(Deed::ManageClients),
    };
    let all_clients = person.clients == store::desk::Clients::All;
    Ok(Json(Me { email: person.email, name: person.name, role: person.role.to_string(), all_clients, may })
        .into_response())
}

/// A client.
#[derive(Debug, Serialize, ToSchema)]
struct ClientTold {
    /// Its word in addresses and questions.
    slug: String,
    /// Its name.
    name: String,
    /// The IANA zone in which its days are cut.
    zone: String,
}

/// The clients seen.
#[derive(Debug, Serialize, ToSchema)]
struct ClientsTold {
    /// By name.
    clients: Vec<ClientTold>,
}

/// Lists the clients.
#[utoipa::path(get, path = "/clients", responses((status = OK, body = ClientsTold)))]
async fn clients(caller: Caller) -> Answered {
    let clients = caller.state.store.clients_of(&caller.viewer).await?;
    let told = |client: store::desk::Client| ClientTold { slug: client.slug, name: client.name, zone: client.zone };
    Ok(Json(ClientsTold { clients: clients.into_iter().map(told).collect() }).into_response())
}

/// A space.
#[derive(Debug, Serialize, ToSchema)]
struct SpaceTold {
    /// Its word in addresses and questions, unique within its client.
    slug: String,
    /// Its name.
    name: String,
    /// Its client's slug.
    client: String,
    /// Its kind: `facebook`, `x`, `site`…
    network: String,
}

/// The spaces seen.
#[derive(Debug, Serialize, ToSchema)]
struct SpacesTold {
    /// By client and name.
    spaces: Vec<SpaceTold>,
}

/// Lists the spaces of every client seen.
#[utoipa::path(get, path = "/spaces", responses((status = OK, body = SpacesTold)))]
async fn spaces(caller: Caller) -> Answered {
    let spaces = caller.state.store.spaces_of(&caller.viewer).await?;
    let told = |space: store::desk::Space| SpaceTold {
        slug: space.slug,
        name: space.name,
        client: space.client_slug,
        network: space.network.to_string(),
    };
    Ok(Json(SpacesTold { spaces: spaces.into_iter().map(told).collect() }).into_response())
}
