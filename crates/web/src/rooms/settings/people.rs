//! The people, and somebody new.

use super::forms::{PersonForm, Rights};
use super::parts::{Tab, tabs};
use super::person::{ClientTick, link_for, role_field, ticks};
use crate::error::{Answered, Failure};
use crate::field::Field;
use crate::forms::{self, Problems, Sent};
use crate::frame::Frame;
use crate::page::{Page, show_as};
use crate::roles::Deed;
use crate::rooms::Room;
use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use store::desk::person::NewPerson;
use store::desk::{Act, Clients, Person, Role};

/// Somebody in the list.
struct PersonLine {
    id: i64,
    name: String,
    about: String,
    disabled: bool,
}

#[derive(Template)]
#[template(path = "rooms/settings/templates/people.html")]
struct PeoplePage {
    frame: Frame,
    tabs: Vec<Tab>,
    people: Vec<PersonLine>,
    made: Option<(String, String)>,
    name: Field,
    email: Field,
    role: Field,
    all: bool,
    clients: Vec<ClientTick>,
    clients_error: Option<String>,
}

/// People are managed by those who see every client: nobody can give away, or take over through a sign-in link,
/// more than they see.
pub(super) fn require(page: &Page) -> Result<(), Failure> {
    page.require(Deed::ManagePeople)?;
    if page.viewer.clients == Clients::All { Ok(()) } else { Err(Failure::Forbidden(Deed::ManagePeople)) }
}

/// The list.
pub async fn list(page: Page) -> Answered {
    require(&page)?;
    let rights = Rights { role: Role::CommunityManager, clients: Clients::All };
    again(&page, StatusCode::OK, PersonForm::default(), &rights, &Problems::default(), None).await
}

/// Adds somebody; the answer shows their link, once.
pub async fn add(page: Page, headers: HeaderMap, sent: Sent) -> Answered {
    require(&page)?;
    let store = &page.state.store;
    let form = PersonForm::of(&sent);
    let rights = Rights::of(&sent, &store.clients_of(&page.viewer).await?);
    let mut problems = forms::check(&form);
    for (field, said) in rights.check().iter() {
        problems.add(field, said.clone());
    }
    if !problems.is_empty() {
        return again(&page, StatusCode::UNPROCESSABLE_ENTITY, form, &rights, &problems, None).await;
    }
    let new = NewPerson { email: &form.email, name: &form.name, role: rights.role, clients: rights.clients.clone() };
    let person = match store.add_person(&new, page.now()).await {
        Ok(person) => person,
        Err(error) => match Problems::of_store(&error) {
            Some(problems) => {
                return again(&page, StatusCode::UNPROCESSABLE_ENTITY, form, &rights, &problems, None).await;
            }
            None => return Err(error.into()),
        },
    };
    page.audit(Act::PersonAdded, None, &person.name).await?;
    let link = link_for(&page, &headers, &person).await?;
    let fresh = Rights { role: Role::CommunityManager, clients: Clients::All };
    again(&page, StatusCode::CREATED, PersonForm::default(), &fresh, &Problems::default(), Some((person.name, link)))
        .await
}

async fn again(
    page: &Page,
    status: StatusCode,
    form: PersonForm,
    rights: &Rights,
    problems: &Problems,
    made: Option<(String, String)>,
) -> Answered {
    let (voice, store) = (&page.voice, &page.state.store);
    let line = |person: Person| {
        let role = voice.say(&format!("role-{}", person.role.as_str().replace('_', "-")));
        let state = person.disabled_at.map(|_| voice.say("settings-person-disabled"));
        let about = [Some(person.email), Some(role), state].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        PersonLine { id: person.id.0, name: person.name, about, disabled: person.disabled_at.is_some() }
    };
    show_as(
        status,
        &PeoplePage {
            frame: page.frame(Room::Settings, &voice.say("settings-people")).await?,
            tabs: tabs(page, "/settings/people"),
            people: store.people_of(&page.viewer).await?.into_iter().map(line).collect(),
            made,
            name: Field::text("name", voice.say("settings-name"), form.name)
                .autocomplete("off")
                .required()
                .longest(200)
                .checked(problems, voice),
            email: Field::text("email", voice.say("settings-email"), form.email)
                .kind("email")
                .autocomplete("off")
                .required()
                .checked(problems, voice),
            role: role_field(voice, rights.role),
            all: rights.clients == Clients::All,
            clients: ticks(page, &rights.clients).await?,
            clients_error: problems.of("all").map(|said| said.in_voice(voice)),
        },
    )
}
