//! The clients, and a new one.

use super::forms::ClientForm;
use super::parts::{Tab, tabs, zones};
use crate::error::Answered;
use crate::field::Field;
use crate::forms::{self, Problems, Sent};
use crate::frame::Frame;
use crate::page::{Page, show_as};
use crate::roles::Deed;
use crate::rooms::Room;
use crate::said::Said;
use askama::Template;
use axum::http::StatusCode;
use store::desk::Act;

/// A client in the list.
struct ClientLine {
    slug: String,
    name: String,
    about: String,
}

#[derive(Template)]
#[template(path = "rooms/settings/templates/clients.html")]
struct ClientsPage {
    frame: Frame,
    tabs: Vec<Tab>,
    clients: Vec<ClientLine>,
    may_add: bool,
    name: Field,
    zone: Field,
}

/// The list.
pub async fn list(page: Page) -> Answered {
    page.require(Deed::ManageSpaces)?;
    let form = ClientForm { name: String::new(), zone: page.organisation.zone.clone() };
    again(&page, StatusCode::OK, &form, &Problems::default()).await
}

/// A new client.
pub async fn add(page: Page, sent: Sent) -> Answered {
    page.require(Deed::ManageClients)?;
    let form = ClientForm::of(&sent);
    let problems = forms::check(&form);
    if !problems.is_empty() {
        return again(&page, StatusCode::UNPROCESSABLE_ENTITY, &form, &problems).await;
    }
    let client = page.state.store.create_client(&form.name, &form.zone, page.now()).await?;
    page.audit(Act::ClientCreated, Some(client.id), &client.slug).await?;
    page.done(&format!("/settings/clients/{}", client.slug), Said::new("flash-client-added").with("name", client.name))
}

async fn again(page: &Page, status: StatusCode, form: &ClientForm, problems: &Problems) -> Answered {
    let (voice, store) = (&page.voice, &page.state.store);
    let spaces = store.spaces_of(&page.viewer).await?;
    let line = |client: store::desk::Client| {
        let n = spaces.iter().filter(|space| space.client == client.id).count();
        let about = voice.say_with("settings-client-about", &[("n", n.into()), ("zone", client.zone.as_str().into())]);
        ClientLine { slug: client.slug, name: client.name, about }
    };
    show_as(
        status,
        &ClientsPage {
            frame: page.frame(Room::Settings, &voice.say("settings-clients")).await?,
            tabs: tabs(page, "/settings/clients"),
            clients: store.clients_of(&page.viewer).await?.into_iter().map(line).collect(),
            may_add: page.may(Deed::ManageClients),
            name: Field::text("name", voice.say("settings-name"), form.name.as_str())
                .required()
                .longest(200)
                .checked(problems, voice),
            zone: Field::select("zone", voice.say("settings-zone"), form.zone.as_str(), zones(&form.zone))
                .hint(voice.say("settings-zone.hint"))
                .checked(problems, voice),
        },
    )
}
