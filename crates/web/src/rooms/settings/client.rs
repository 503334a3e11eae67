//! One client: name and zone, its spaces, its end.

use super::files;
use super::forms::{ClientForm, SpaceForm, confirmed};
use super::parts::{Tab, contents, lost, tabs, zones};
use super::space::network_field;
use crate::error::{Answered, Failure};
use crate::field::Field;
use crate::forms::{self, Problems, Sent};
use crate::frame::Frame;
use crate::page::{Page, show_as};
use crate::roles::Deed;
use crate::rooms::Room;
use crate::said::Said;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use model::Network;
use store::desk::{Act, Client, Space};

/// A space in the list.
struct SpaceLine {
    href: String,
    name: String,
    icon: &'static str,
    network: String,
}

#[derive(Template)]
#[template(path = "rooms/settings/templates/client.html")]
struct ClientPage {
    frame: Frame,
    tabs: Vec<Tab>,
    slug: String,
    title: String,
    may_change: bool,
    name: Field,
    zone: Field,
    raw_days: Field,
    spaces: Vec<SpaceLine>,
    space: Field,
    network: Field,
}

/// A client as the person sees it, or nothing.
pub(super) async fn find(page: &Page, slug: &str) -> Result<Client, Failure> {
    page.state.store.client_by_slug(&page.viewer, slug).await?.ok_or(Failure::NotFound)
}

async fn spaces_of(page: &Page, client: &Client) -> Result<Vec<Space>, Failure> {
    let all = page.state.store.spaces_of(&page.viewer).await?;
    Ok(all.into_iter().filter(|space| space.client == client.id).collect())
}

/// The client.
pub async fn show_client(page: Page, Path(slug): Path<String>) -> Answered {
    page.require(Deed::ManageSpaces)?;
    let client = find(&page, &slug).await?;
    again(&page, StatusCode::OK, &client, None, None).await
}

/// Keeps name and zone.
pub async fn keep(page: Page, Path(slug): Path<String>, sent: Sent) -> Answered {
    page.require(Deed::ManageClients)?;
    let client = find(&page, &slug).await?;
    let form = ClientForm::of(&sent);
    let problems = forms::check(&form);
    if !problems.is_empty() {
        return again(&page, StatusCode::UNPROCESSABLE_ENTITY, &client, Some((form, problems)), None).await;
    }
    page.state.store.rename_client(client.id, &form.name).await?;
    page.state.store.set_client_zone(client.id, &form.zone).await?;
    page.audit(Act::ClientChanged, Some(client.id), &slug).await?;
    page.done(&format!("/settings/clients/{slug}"), Said::new("flash-client-kept").with("name", form.name))
}

/// A new space of the client.
pub async fn add_space(page: Page, Path(slug): Path<String>, sent: Sent) -> Answered {
    page.require(Deed::ManageSpaces)?;
    let client = find(&page, &slug).await?;
    let form = SpaceForm::of(&sent);
    let problems = forms::check(&form);
    if !problems.is_empty() {
        return again(&page, StatusCode::UNPROCESSABLE_ENTITY, &client, None, Some((form, problems))).await;
    }
    let space = page.state.store.create_space(client.id, &form.name, form.network, page.now()).await?;
    page.audit(Act::SpaceCreated, Some(client.id), &format!("{slug}/{}", space.slug)).await?;
    page.done(&format!("/settings/clients/{slug}"), Said::new("flash-space-added").with("name", space.name))
}

async fn again(
    page: &Page,
    status: StatusCode,
    client: &Client,
    form: Option<(ClientForm, Problems)>,
    space: Option<(SpaceForm, Problems)>,
) -> Answered {
    let voice = &page.voice;
    let kept = || (ClientForm { name: client.name.clone(), zone: client.zone.clone() }, Problems::default());
    let (form, problems) = form.unwrap_or_else(kept);
    let empty = || (SpaceForm { name: String::new(), network: Network::Other }, Problems::default());
    let (new, new_problems) = space.unwrap_or_else(empty);
    let line = |space: Space| SpaceLine {
        href: format!("/settings/clients/{}/spaces/{}", space.client_slug, space.slug),
        icon: space.network.as_str(),
        network: voice.say(&format!("network-{}", space.network)),
        name: space.name,
    };
    show_as(
        status,
        &ClientPage {
            frame: page.frame(Room::Settings, &client.name).await?,
            tabs: tabs(page, "/settings/clients"),
            slug: client.slug.clone(),
            title: client.name.clone(),
            may_change: page.may(Deed::ManageClients),
            name: Field::text("name", voice.say("settings-name"), form.name)
                .required()
                .longest(200)
                .checked(&problems, voice),
            zone: Field::select("zone", voice.say("settings-zone"), form.zone.as_str(), zones(&form.zone))
                .hint(voice.say("settings-zone.hint"))
                .checked(&problems, voice),
            raw_days: files::field(client, voice),
            spaces: spaces_of(page, client).await?.into_iter().map(line).collect(),
            space: Field::text("name", voice.say("settings-name"), new.name)
                .id("space-name")
                .required()
                .longest(200)
                .checked(&new_problems, voice),
            network: network_field(voice, new.network),
        },
    )
}

/// What goes, and the name to type.
#[derive(Template)]
#[template(path = "rooms/settings/templates/delete.html")]
pub(super) struct DeletePage {
    pub frame: Frame,
    pub tabs: Vec<Tab>,
    pub title: String,
    pub why: String,
    pub lost: Vec<String>,
    pub action: String,
    pub back: String,
    pub confirm: Field,
    pub button: String,
}

/// Says what would be lost.
pub async fn ask_delete(page: Page, Path(slug): Path<String>) -> Answered {
    page.require(Deed::ManageClients)?;
    let client = find(&page, &slug).await?;
    ask(&page, StatusCode::OK, &client, &Problems::default()).await
}

/// Deletes the client with everything, once its name is typed.
pub async fn delete(page: Page, Path(slug): Path<String>, sent: Sent) -> Answered {
    page.require(Deed::ManageClients)?;
    let client = find(&page, &slug).await?;
    let problems = confirmed(&sent, &client.name);
    if !problems.is_empty() {
        return ask(&page, StatusCode::UNPROCESSABLE_ENTITY, &client, &problems).await;
    }
    page.state.store.delete_client(client.id).await?;
    page.audit(Act::ClientDeleted, Some(client.id), &slug).await?;
    page.done("/settings/clients", Said::new("flash-client-deleted").with("name", client.name))
}

async fn ask(page: &Page, status: StatusCode, client: &Client, problems: &Problems) -> Answered {
    let voice = &page.voice;
    let spaces = spaces_of(page, client).await?;
    let mut gone = vec![voice.say_with("settings-lost-spaces", &[("n", spaces.len().into())])];
    gone.extend(lost(voice, &contents(&page.state.store, &spaces).await?));
    let title = voice.say_with("settings-delete-title", &[("name", client.name.as_str().into())]);
    show_as(
        status,
        &DeletePage {
            frame: page.frame(Room::Settings, &title).await?,
            tabs: tabs(page, "/settings/clients"),
            title,
            why: voice.say("settings-delete-why"),
            lost: gone,
            action: format!("/settings/clients/{}/delete", client.slug),
            back: format!("/settings/clients/{}", client.slug),
            confirm: confirm_field(page, &client.name, problems),
            button: voice.say("settings-delete-client"),
        },
    )
}

pub(super) fn confirm_field(page: &Page, name: &str, problems: &Problems) -> Field {
    let label = page.voice.say_with("settings-confirm", &[("name", name.into())]);
    Field::text("confirm", label, "").autocomplete("off").required().checked(problems, &page.voice)
}
