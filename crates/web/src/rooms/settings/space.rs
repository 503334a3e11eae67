//! One space: name and network, its end.

use super::client::{DeletePage, confirm_field, find as find_client};
use super::forms::{SpaceForm, confirmed};
use super::parts::{Tab, lost, tabs};
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
use phrases::Voice;
use store::desk::{Act, Space};

#[derive(Template)]
#[template(path = "rooms/settings/templates/space.html")]
struct SpacePage {
    frame: Frame,
    tabs: Vec<Tab>,
    client: String,
    client_href: String,
    href: String,
    title: String,
    name: Field,
    network: Field,
    held: Vec<String>,
}

/// The kinds of space to choose from.
pub(super) fn network_field(voice: &Voice, chosen: Network) -> Field {
    let mut options: Vec<(String, String)> =
        Network::ALL.iter().map(|network| (network.to_string(), voice.say(&format!("network-{network}")))).collect();
    options.sort_by_key(|(_, name)| name.to_lowercase());
    Field::select("network", voice.say("settings-network"), chosen.as_str(), options)
}

async fn find(page: &Page, client: &str, slug: &str) -> Result<Space, Failure> {
    page.require(Deed::ManageSpaces)?;
    find_client(page, client).await?;
    page.state.store.space_by_slug(&page.viewer, client, slug).await?.ok_or(Failure::NotFound)
}

fn href(space: &Space) -> String {
    format!("/settings/clients/{}/spaces/{}", space.client_slug, space.slug)
}

/// The space.
pub async fn show_space(page: Page, Path((client, slug)): Path<(String, String)>) -> Answered {
    let space = find(&page, &client, &slug).await?;
    let form = SpaceForm { name: space.name.clone(), network: space.network };
    again(&page, StatusCode::OK, &space, form, &Problems::default()).await
}

/// Keeps name and network.
pub async fn keep(page: Page, Path((client, slug)): Path<(String, String)>, sent: Sent) -> Answered {
    let space = find(&page, &client, &slug).await?;
    let form = SpaceForm::of(&sent);
    let problems = forms::check(&form);
    if !problems.is_empty() {
        return again(&page, StatusCode::UNPROCESSABLE_ENTITY, &space, form, &problems).await;
    }
    page.state.store.rename_space(space.id, &form.name).await?;
    page.state.store.set_space_network(space.id, form.network).await?;
    page.audit(Act::SpaceChanged, Some(space.client), &format!("{client}/{slug}")).await?;
    page.done(&href(&space), Said::new("flash-space-kept").with("name", form.name))
}

async fn again(page: &Page, status: StatusCode, space: &Space, form: SpaceForm, problems: &Problems) -> Answered {
    let voice = &page.voice;
    show_as(
        status,
        &SpacePage {
            frame: page.frame(Room::Settings, &space.name).await?,
            tabs: tabs(page, "/settings/clients"),
            client: space.client_name.clone(),
            client_href: format!("/settings/clients/{}", space.client_slug),
            href: href(space),
            title: space.name.clone(),
            name: Field::text("name", voice.say("settings-name"), form.name)
                .required()
                .longest(200)
                .checked(problems, voice),
            network: network_field(voice, form.network),
            held: lost(voice, &page.state.store.space_contents(space.id).await?),
        },
    )
}

/// Says what would be lost.
pub async fn ask_delete(page: Page, Path((client, slug)): Path<(String, String)>) -> Answered {
    let space = find(&page, &client, &slug).await?;
    ask(&page, StatusCode::OK, &space, &Problems::default()).await
}

/// Deletes the space with its history, once its name is typed.
pub async fn delete(page: Page, Path((client, slug)): Path<(String, String)>, sent: Sent) -> Answered {
    let space = find(&page, &client, &slug).await?;
    let problems = confirmed(&sent, &space.name);
    if !problems.is_empty() {
        return ask(&page, StatusCode::UNPROCESSABLE_ENTITY, &space, &problems).await;
    }
    page.state.store.delete_space(space.id).await?;
    page.audit(Act::SpaceDeleted, Some(space.client), &format!("{client}/{slug}")).await?;
    page.done(&format!("/settings/clients/{client}"), Said::new("flash-space-deleted").with("name", space.name))
}

async fn ask(page: &Page, status: StatusCode, space: &Space, problems: &Problems) -> Answered {
    let voice = &page.voice;
    let title = voice.say_with("settings-delete-title", &[("name", space.name.as_str().into())]);
    show_as(
        status,
        &DeletePage {
            frame: page.frame(Room::Settings, &title).await?,
            tabs: tabs(page, "/settings/clients"),
            title,
            why: voice.say("settings-delete-why"),
            lost: lost(voice, &page.state.store.space_contents(space.id).await?),
            action: format!("{}/delete", href(space)),
            back: href(space),
            confirm: confirm_field(page, &space.name, problems),
            button: voice.say("settings-delete-space"),
        },
    )
}
