//! Tables nobody knows: the mapping that a person once made for their columns is found again by the headers, and made
//! or changed in the assistant. How a mapping reads is the business of `sources::mapped`.

mod became;
mod form;
pub mod page;
mod shown;

use crate::state::State;
use intake::IntakeError;
use intake::look::table;
use model::ClientId;
use sources::Mapping;
use sources::mapping::Place;
use sources::open::Part;
use store::desk::{KeptMapping, Viewer};

/// A mapping that was found for a table.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The mapping.
    pub mapping: Mapping,
    /// The client it was made for, unless it is everybody's or several clients have one for these headers.
    pub client: Option<ClientId>,
}

/// The headers a table is known by, as they are met before any mapping says where they are; and whether it is JSON lines,
/// of which each file may have other keys.
async fn headers(part: &Part) -> Result<(Vec<String>, bool), IntakeError> {
    let part = part.clone();
    let seen = tokio::task::spawn_blocking(move || table(&part, &Place::default(), 0)).await?;
    Ok(seen.map(|seen| (seen.headers, seen.note.code == sources::mapped::json_lines::NOTE)).unwrap_or_default())
}

/// The mapping kept for a table of a client: the client's own, else everybody's, else one that the viewer keeps for
/// another of their clients, the newest first. One that this version can no longer read counts as none.
pub async fn kept_for(
    state: &State,
    viewer: &Viewer,
    client: Option<ClientId>,
    part: &Part,
) -> Result<Option<Kept>, IntakeError> {
    let (headers, json_lines) = headers(part).await?;
    if headers.is_empty() {
        return Ok(None);
    }
    let mut found: Vec<KeptMapping> = state.store.find_mapping(viewer, client, &headers).await?.into_iter().collect();
    if found.is_empty() {
        for other in state.store.clients_of(viewer).await? {
            found.extend(state.store.find_mapping(viewer, Some(other.id), &headers).await?);
        }
    }
    if found.is_empty() && json_lines {
        found = state.store.mappings_of(viewer).await?;
        found.retain(|kept| Mapping::from_toml(&kept.text).is_ok_and(|mapping| suits(&mapping, &headers)));
        let own = |kept: &KeptMapping| kept.client.is_none() || kept.client == client;
        if found.iter().any(own) {
            found.retain(own);
        }
    }
    let only = found.len() == 1;
    let Some(newest) = found.into_iter().max_by_key(|kept| kept.created_at) else { return Ok(None) };
    let Ok(mut mapping) = Mapping::from_toml(&newest.text) else { return Ok(None) };
    if mapping.name.is_empty() {
        mapping.name = newest.name;
    }
    Ok(Some(Kept { mapping, client: newest.client.filter(|_| only) }))
}

/// Whether a mapping was made for objects with these keys.
fn suits(mapping: &Mapping, headers: &[String]) -> bool {
    let met = |wanted: &str| headers.iter().any(|header| header.to_lowercase() == wanted.to_lowercase());
    mapping.missing(met).is_none()
}
