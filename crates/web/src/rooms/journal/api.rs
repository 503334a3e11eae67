//! The journal for programs: the same acts, the same rights, the same checks.

use super::forms::Typed;
use super::may_change;
use crate::api::Caller;
use crate::error::{Answered, Failure};
use crate::forms::Problems;
use crate::roles::Deed;
use crate::said::Said;
use crate::state::State;
use crate::view::View;
use axum::Json;
use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use jiff::tz::TimeZone;
use measure::fold::start_of_day;
use model::{FactKind, Millis, Span};
use serde::{Deserialize, Serialize};
use store::desk::{Act, Client, ScopeFilter};
use store::history::journal::{Entry, JournalPage, Kept};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Acts in one answer, unless fewer are asked for.
const MOST: u32 = 500;

/// The addresses of the room.
pub fn router() -> OpenApiRouter<State> {
    OpenApiRouter::new().routes(routes!(list, note)).routes(routes!(one, change, strike))
}

/// One act.
#[derive(Debug, Serialize, ToSchema)]
struct Told {
    /// Its id: changes when the act is changed.
    id: String,
    /// The client's slug.
    client: String,
    /// `mail`, `call`, `meeting`, `event_attended`, `event_organised` or `intervention`.
    kind: String,
    /// When, RFC 3339, UTC.
    at: String,
    /// Who did it.
    person: Option<String>,
    /// A few words.
    text: Option<String>,
    /// Where it can be seen.
    url: Option<String>,
    /// Whether it was entered by hand: others come from files.
    by_hand: bool,
    /// Whether you may change and delete it.
    changeable: bool,
}

/// Acts, newest first.
#[derive(Debug, Serialize, ToSchema)]
struct Acts {
    /// The acts of this part.
    acts: Vec<Told>,
    /// How many there are in all.
    total: u64,
}

/// An act to note, or what to change in one: what is left out stays, or is usual.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
struct Given {
    /// The client's slug; to note an act it must be there, unless you see one client only.
    client: Option<String>,
    /// `mail`, `call`, `meeting`, `event_attended`, `event_organised` or `intervention`.
    kind: Option<String>,
    /// Local date and time in the client's zone (`2026-11-22T10:30`) or with an offset; without it, now.
    at: Option<String>,
    /// Who did it; without it, the token's person.
    person: Option<String>,
    /// A few words, 500 letters at most.
    text: Option<String>,
}

/// List acts of the journal, newest first.
#[utoipa::path(
    get, path = "/journal", tag = "journal",
    params(
        ("client" = Option<String>, Query, description = "A client's slug; without it, every client you see"),
        ("kind" = Option<String>, Query, description = "A kind of act; may be given several times"),
        ("person" = Option<String>, Query, description = "A name as it stands in the journal; may be given several times"),
        ("from" = Option<String>, Query, description = "First local date, 2026-11-01"),
        ("to" = Option<String>, Query, description = "First local date after"),
        ("limit" = Option<u32>, Query, description = "At most so many, up to 500"),
        ("offset" = Option<u32>, Query, description = "Skip so many"),
    ),
    responses((status = OK, body = Acts)),
)]
async fn list(caller: Caller, RawQuery(query): RawQuery) -> Answered {
    caller.require(Deed::SeeJournal)?;
    let query = query.unwrap_or_default();
    let mut view = View::parse(&query)?;
    if !query.split('&').any(|pair| pair.starts_with("from=") || pair.starts_with("to=") || pair.starts_with("period="))
    {
        // A page shows the usual dates, a program everything.
        view.window = crate::view::Window::Named(crate::view::Named::All);
    }
    let own = |name: &str| {
        view.rest.iter().filter(|(known, _)| known == name).map(|(_, value)| value.clone()).collect::<Vec<_>>()
    };
    let number = |name: &str, usual: u32| match view.own(name) {
        Some(text) => text.parse::<u32>().map_err(|_| Failure::Malformed),
        None => Ok(usual),
    };
    let kinds = own("kind")
        .iter()
        .map(|word| word.parse::<FactKind>().map_err(|_| Failure::Malformed))
        .collect::<Result<Vec<_>, _>>()?;
    if kinds.iter().any(|kind| !FactKind::JOURNAL.contains(kind)) {
        return Err(Failure::Malformed);
    }
    let clients = caller.state.store.clients_of(&caller.viewer).await?;
    let zone = match &view.client {
        Some(slug) => clients.iter().find(|client| client.slug == *slug).ok_or(Failure::NotFound)?.zone.clone(),
        None => caller.organisation.zone.clone(),
    };
    let zone = TimeZone::get(view.zone.as_ref().unwrap_or(&zone)).unwrap_or(TimeZone::UTC);
    let today = measure::fold::date_at(caller.now(), &zone);
    let (from, to) = view.dates_with_today(today);
    let page = JournalPage {
        kinds,
        people: own("person"),
        span: Span {
            from: from.map_or(Span::ALWAYS.from, |date| start_of_day(date, &zone)),
            to: to.map_or(Span::ALWAYS.to, |date| start_of_day(date, &zone)),
        },
        offset: number("offset", 0)?,
        limit: number("limit", MOST)?.min(MOST),
    };
    let filter = ScopeFilter { clients: view.client.into_iter().collect(), ..ScopeFilter::default() };
    let scope = caller.state.store.scope(&caller.viewer, &filter).await?;
    let (kept, total) = caller.state.store.journal(&scope, &page).await?;
    let acts = kept.iter().map(|kept| told(&caller, kept, &clients)).collect();
    Ok(Json(Acts { acts, total }).into_response())
}

/// Note an act.
#[utoipa::path(
    post, path = "/journal", tag = "journal", request_body = Given,
    responses((status = CREATED, body = Told), (status = UNPROCESSABLE_ENTITY, description = "A field cannot be kept")),
)]
async fn note(caller: Caller, Json(given): Json<Given>) -> Answered {
    caller.require(Deed::WriteJournal)?;
    let store = &caller.state.store;
    let clients = store.clients_of(&caller.viewer).await?;
    let client = match (&given.client, clients.as_slice()) {
        (Some(slug), _) => clients.iter().find(|client| client.slug == *slug),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    let client = client.ok_or_else(|| Failure::Fields(Problems::one("client", Said::new("journal-client-wanted"))))?;
    let person = match (given.person, caller.viewer.person) {
        (Some(name), _) => name,
        (None, Some(id)) => store.person(id).await?.map_or_else(String::new, |person| person.name),
        (None, None) => String::new(),
    };
    let typed = Typed {
        kind: given.kind.unwrap_or_default(),
        at: given.at.unwrap_or_default(),
        person,
        text: given.text.unwrap_or_default(),
        client: client.slug.clone(),
    };
    let entry = typed.entry(client, caller.now()).map_err(Failure::Fields)?;
    let journal = store.journal_of(client.id, caller.now()).await?;
    let id = store.note(client.id, journal.id, caller.viewer.person, &entry, caller.now()).await?;
    caller.audit(Act::NoteEntered, Some(client.id), &id.to_string()).await?;
    let kept = store.journal_entry(&caller.viewer, id).await?.ok_or(Failure::NotFound)?;
    Ok((StatusCode::CREATED, Json(told(&caller, &kept, &clients))).into_response())
}

/// Read one act.
#[utoipa::path(get, path = "/journal/{id}", tag = "journal", params(("id" = String, Path)), responses((status = OK, body = Told)))]
async fn one(caller: Caller, Path(id): Path<String>) -> Answered {
    caller.require(Deed::SeeJournal)?;
    let clients = caller.state.store.clients_of(&caller.viewer).await?;
    Ok(Json(told(&caller, &kept(&caller, &id).await?, &clients)).into_response())
}

/// Change an act entered by hand: only the fields that are given.
#[utoipa::path(
    patch, path = "/journal/{id}", tag = "journal", params(("id" = String, Path)), request_body = Given,
    responses((status = OK, body = Told), (status = UNPROCESSABLE_ENTITY, description = "A field cannot be kept")),
)]
async fn change(caller: Caller, Path(id): Path<String>, Json(given): Json<Given>) -> Answered {
    let (old, client) = changeable(&caller, &id).await?;
    if given.client.as_ref().is_some_and(|slug| *slug != client.slug) {
        return Err(Failure::Fields(Problems::one("client", Said::new("journal-client-stays"))));
    }
    let Entry { kind, at, person, text } = old.entry.clone();
    let moved = given.at.is_some();
    let typed = Typed {
        kind: given.kind.unwrap_or_else(|| kind.to_string()),
        at: given.at.unwrap_or_default(),
        person: given.person.or(person).unwrap_or_default(),
        text: given.text.or(text).unwrap_or_default(),
        client: client.slug.clone(),
    };
    let mut entry = typed.entry(&client, caller.now()).map_err(Failure::Fields)?;
    if !moved {
        entry.at = at;
    }
    let store = &caller.state.store;
    let id = store.revise(&old, &entry, caller.now()).await?;
    caller.audit(Act::NoteChanged, Some(client.id), &id.to_string()).await?;
    let kept = store.journal_entry(&caller.viewer, id).await?.ok_or(Failure::NotFound)?;
    Ok(Json(told(&caller, &kept, &[client])).into_response())
}

/// Delete an act entered by hand. The answer is the act as it was: note it again to put it back.
#[utoipa::path(delete, path = "/journal/{id}", tag = "journal", params(("id" = String, Path)), responses((status = OK, body = Told)))]
async fn strike(caller: Caller, Path(id): Path<String>) -> Answered {
    let (old, client) = changeable(&caller, &id).await?;
    caller.state.store.strike(old.space, old.id).await?;
    caller.audit(Act::NoteDeleted, Some(client.id), &id).await?;
    Ok(Json(told(&caller, &old, &[client])).into_response())
}

async fn kept(caller: &Caller, id: &str) -> Result<Kept, Failure> {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    caller.state.store.journal_entry(&caller.viewer, id).await?.ok_or(Failure::NotFound)
}

async fn changeable(caller: &Caller, id: &str) -> Result<(Kept, Client), Failure> {
    caller.require(Deed::WriteJournal)?;
    let kept = kept(caller, id).await?;
    if !kept.is_by_hand() {
        return Err(Failure::Refused(Said::new("journal-from-a-file")));
    }
    if !may_change(&kept, caller.viewer.person, |deed| caller.may(deed)) {
        return Err(Failure::Forbidden(Deed::EditOthersEntries));
    }
    let clients = caller.state.store.clients_of(&caller.viewer).await?;
    let client = clients.into_iter().find(|client| client.id == kept.client).ok_or(Failure::NotFound)?;
    Ok((kept, client))
}

fn told(caller: &Caller, kept: &Kept, clients: &[Client]) -> Told {
    let at = |at: Millis| jiff::Timestamp::from_millisecond(at.0).map_or_else(|_| String::new(), |at| at.to_string());
    let client = clients.iter().find(|client| client.id == kept.client);
    Told {
        id: kept.id.to_string(),
        client: client.map_or_else(String::new, |client| client.slug.clone()),
        kind: kept.entry.kind.to_string(),
        at: at(kept.entry.at),
        person: kept.entry.person.clone(),
        text: kept.entry.text.clone(),
        url: kept.url.clone(),
        by_hand: kept.is_by_hand(),
        changeable: may_change(kept, caller.viewer.person, |deed| caller.may(deed)),
    }
}
