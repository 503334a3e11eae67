//! Somebody: role and clients, a new sign-in link, shutting out and letting in.

use super::forms::Rights;
use super::parts::{Tab, tabs};
use super::people::require;
use crate::error::{Answered, Failure};
use crate::field::Field;
use crate::forms::{Problems, Sent};
use crate::frame::Frame;
use crate::page::{Page, show_as};
use crate::rooms::Room;
use crate::said::Said;
use crate::visit::Tone;
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use model::{Millis, PersonId};
use phrases::Voice;
use secrecy::ExposeSecret;
use store::desk::sign_in::LINK_LASTS_MS;
use store::desk::{Act, Clients, Person, Role};

/// A client to tick.
pub struct ClientTick {
    pub slug: String,
    pub name: String,
    pub ticked: bool,
}

#[derive(Template)]
#[template(path = "rooms/settings/templates/person.html")]
struct PersonPage {
    frame: Frame,
    tabs: Vec<Tab>,
    id: i64,
    title: String,
    email: String,
    disabled: bool,
    made: Option<String>,
    role: Field,
    all: bool,
    clients: Vec<ClientTick>,
    clients_error: Option<String>,
}

/// The roles, each with what it may do.
pub(super) fn role_field(voice: &Voice, chosen: Role) -> Field {
    let word = |role: &Role| role.as_str().replace('_', "-");
    let options = Role::ALL.iter().map(|role| (role.to_string(), voice.say(&format!("role-{}", word(role))))).collect();
    Field::select("role", voice.say("settings-role"), chosen.as_str(), options).hint(voice.say("settings-role.hint"))
}

/// The clients, ticked where the person works for them.
pub(super) async fn ticks(page: &Page, clients: &Clients) -> Result<Vec<ClientTick>, Failure> {
    let known = page.state.store.clients_of(&page.viewer).await?;
    let ticked = |id| matches!(clients, Clients::Only(ids) if ids.contains(&id));
    Ok(known
        .into_iter()
        .map(|client| ClientTick { ticked: ticked(client.id), slug: client.slug, name: client.name })
        .collect())
}

/// A one-time link as somebody can send it on: with the address the browser came by.
pub(super) async fn link_for(page: &Page, headers: &HeaderMap, person: &Person) -> Result<String, Failure> {
    let until = Millis(page.now().0 + LINK_LASTS_MS);
    let secret = page.state.store.make_sign_in_link(person.id, until).await?;
    page.audit(Act::LinkMade, None, &person.name).await?;
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let scheme = if page.state.secure_cookies { "https" } else { "http" };
    Ok(format!("{scheme}://{host}/sign-in/link/{}", secret.expose_secret()))
}

async fn find(page: &Page, id: i64) -> Result<Person, Failure> {
    require(page)?;
    page.state.store.person(PersonId(id)).await?.ok_or(Failure::NotFound)
}

/// Somebody.
pub async fn show_person(page: Page, Path(id): Path<i64>) -> Answered {
    let person = find(&page, id).await?;
    let rights = Rights { role: person.role, clients: person.clients.clone() };
    again(&page, StatusCode::OK, &person, &rights, &Problems::default(), None).await
}

/// Keeps role and clients.
pub async fn keep(page: Page, Path(id): Path<i64>, sent: Sent) -> Answered {
    let person = find(&page, id).await?;
    let store = &page.state.store;
    let rights = Rights::of(&sent, &store.clients_of(&page.viewer).await?);
    let mut problems = rights.check();
    if problems.is_empty()
        && let Err(error) = store.set_person_rights(person.id, rights.role, &rights.clients).await
    {
        problems = Problems::of_store(&error).ok_or(error)?;
    }
    if !problems.is_empty() {
        return again(&page, StatusCode::UNPROCESSABLE_ENTITY, &person, &rights, &problems, None).await;
    }
    page.audit(Act::PersonChanged, None, &person.name).await?;
    page.done("/settings/people", Said::new("flash-person-kept").with("name", person.name))
}

/// A new link, shown once; nothing else changes.
pub async fn make_link(page: Page, headers: HeaderMap, Path(id): Path<i64>) -> Answered {
    let person = find(&page, id).await?;
    let link = link_for(&page, &headers, &person).await?;
    with_link(&page, id, link).await
}

/// Takes password, sessions and tokens away, and shows a link to begin again.
pub async fn reset(page: Page, headers: HeaderMap, Path(id): Path<i64>) -> Answered {
    let person = find(&page, id).await?;
    page.state.store.reset_person(person.id, page.now()).await?;
    page.audit(Act::PersonReset, None, &person.name).await?;
    let link = link_for(&page, &headers, &person).await?;
    with_link(&page, id, link).await
}

async fn with_link(page: &Page, id: i64, link: String) -> Answered {
    let person = find(page, id).await?;
    let rights = Rights { role: person.role, clients: person.clients.clone() };
    again(page, StatusCode::CREATED, &person, &rights, &Problems::default(), Some(link)).await
}

/// Shuts somebody out.
pub async fn disable(page: Page, Path(id): Path<i64>) -> Answered {
    let person = find(&page, id).await?;
    match page.state.store.disable_person(person.id, page.now()).await {
        Ok(()) => {
            page.audit(Act::PersonDisabled, None, &person.name).await?;
            page.done("/settings/people", Said::new("flash-person-disabled").with("name", person.name))
        }
        Err(error) if Problems::of_store(&error).is_some() => {
            page.tell(&format!("/settings/people/{id}"), Tone::Error, Said::new("flash-last-owner"))
        }
        Err(error) => Err(error.into()),
    }
}

/// Lets somebody in again.
pub async fn enable(page: Page, Path(id): Path<i64>) -> Answered {
    let person = find(&page, id).await?;
    page.state.store.enable_person(person.id).await?;
    page.audit(Act::PersonEnabled, None, &person.name).await?;
    page.done("/settings/people", Said::new("flash-person-enabled").with("name", person.name))
}

async fn again(
    page: &Page,
    status: StatusCode,
    person: &Person,
    rights: &Rights,
    problems: &Problems,
    made: Option<String>,
) -> Answered {
    let voice = &page.voice;
    show_as(
        status,
        &PersonPage {
            frame: page.frame(Room::Settings, &person.name).await?,
            tabs: tabs(page, "/settings/people"),
            id: person.id.0,
            title: person.name.clone(),
            email: person.email.clone(),
            disabled: person.disabled_at.is_some(),
            made,
            role: role_field(voice, rights.role).checked(problems, voice),
            all: rights.clients == Clients::All,
            clients: ticks(page, &rights.clients).await?,
            clients_error: problems.of("all").map(|said| said.in_voice(voice)),
        },
    )
}
