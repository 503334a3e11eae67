//! The pages of the journal: the form with the acts by day, and one act to change.

mod list;

use super::forms::{LONGEST_NAME, LONGEST_TEXT, Typed, local};
use super::undo::{Last, Written, changeable, remember};
use crate::error::{Answered, Failure};
use crate::field::Field;
use crate::forms::{Problems, Sent};
use crate::frame::Frame;
use crate::page::{Page, go, show_as};
use crate::roles::Deed;
use crate::rooms::Room;
use crate::said::Said;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use list::{Days, List};
use model::{FactId, FactKind};
use phrases::Voice;
use store::desk::{Act, Client};
use store::history::journal::{Entry, Kept};

/// A kind to choose.
pub struct Kind {
    pub word: &'static str,
    pub icon: &'static str,
    pub name: String,
    pub chosen: bool,
}

/// The form of an act.
pub struct Form {
    csrf: String,
    action: String,
    kinds: Vec<Kind>,
    kind_error: Option<String>,
    text: Field,
    at: Field,
    person: String,
    person_error: Option<String>,
    people: Vec<String>,
    client: Option<Field>,
    hidden_client: String,
}

/// What was done last and can be undone.
struct Done {
    text: String,
    action: String,
}

#[derive(Template)]
#[template(path = "rooms/journal/templates/journal.html")]
struct Journal {
    frame: Frame,
    voice: Voice,
    done: Option<Done>,
    form: Option<Form>,
    calendar: Option<String>,
    viewer: bool,
    list: List,
}

#[derive(Template)]
#[template(path = "rooms/journal/templates/edit.html")]
struct Edit {
    frame: Frame,
    voice: Voice,
    form: Form,
    back: String,
    strike: String,
    entered: Option<String>,
}

/// `GET /journal`
pub async fn list(page: Page) -> Answered {
    whole(&page, StatusCode::OK, None, Problems::default()).await
}

/// `POST /journal`: notes an act.
pub async fn note(page: Page, sent: Sent) -> Answered {
    page.require(Deed::WriteJournal)?;
    let typed = Typed::of(&sent);
    let store = &page.state.store;
    let Some(client) = store.client_by_slug(&page.viewer, &typed.client).await? else {
        let problems = Problems::one("client", Said::new("journal-client-wanted"));
        return whole(&page, StatusCode::UNPROCESSABLE_ENTITY, Some(typed), problems).await;
    };
    let entry = match typed.entry(&client, page.now()) {
        Ok(entry) => entry,
        Err(problems) => return whole(&page, StatusCode::UNPROCESSABLE_ENTITY, Some(typed), problems).await,
    };
    let journal = store.journal_of(client.id, page.now()).await?;
    let id = store.note(client.id, journal.id, Some(page.person.id), &entry, page.now()).await?.to_string();
    page.audit(Act::NoteEntered, Some(client.id), &id).await?;
    remember(&page, Some((Last::Noted(id), told(&page, "journal-noted", &entry, &client.zone)))).await?;
    Ok(go(&page.view.here("/journal")))
}

/// `GET /journal/ID`
pub async fn edit(page: Page, Path(id): Path<String>) -> Answered {
    let kept = changeable(&page, &id).await?;
    one(&page, StatusCode::OK, &kept, None, Problems::default()).await
}

/// `POST /journal/ID`: keeps what was changed.
pub async fn keep(page: Page, Path(id): Path<String>, sent: Sent) -> Answered {
    let kept = changeable(&page, &id).await?;
    let client = client_of(&page, &kept).await?;
    let typed = Typed::of(&sent);
    let mut entry = match typed.entry(&client, page.now()) {
        Ok(entry) => entry,
        Err(problems) => return one(&page, StatusCode::UNPROCESSABLE_ENTITY, &kept, Some(typed), problems).await,
    };
    // The field shows minutes: left as it was, the moment keeps its seconds.
    if typed.at == local(&page.zoned(kept.entry.at, &client.zone)) {
        entry.at = kept.entry.at;
    }
    let id = page.state.store.revise(&kept, &entry, page.now()).await?.to_string();
    page.audit(Act::NoteChanged, Some(kept.client), &id).await?;
    let said = told(&page, "journal-changed", &entry, &client.zone);
    remember(&page, Some((Last::Changed(id, Written::of(&kept)), said))).await?;
    Ok(go(&page.view.here("/journal")))
}

/// `POST /journal/ID/strike`: deletes it; the list offers to put it back.
pub async fn strike(page: Page, Path(id): Path<String>) -> Answered {
    let kept = changeable(&page, &id).await?;
    let client = client_of(&page, &kept).await?;
    page.state.store.strike(kept.space, kept.id).await?;
    page.audit(Act::NoteDeleted, Some(kept.client), &id).await?;
    let said = told(&page, "journal-struck", &kept.entry, &client.zone);
    remember(&page, Some((Last::Struck(Written::of(&kept)), said))).await?;
    Ok(go(&page.view.here("/journal")))
}

async fn client_of(page: &Page, kept: &Kept) -> Result<Client, Failure> {
    let clients = page.state.store.clients_of(&page.viewer).await?;
    clients.into_iter().find(|client| client.id == kept.client).ok_or(Failure::NotFound)
}

/// « Appel noté, le 22 nov. 2026 à 10 h 30 ».
fn told(page: &Page, key: &str, entry: &Entry, zone: &str) -> Said {
    let when = page.voice.moment(&page.zoned(entry.at, zone));
    Said::new(key).with("kind", page.voice.say(&format!("fact-{}", entry.kind))).with("when", when)
}

async fn whole(page: &Page, status: StatusCode, typed: Option<Typed>, problems: Problems) -> Answered {
    page.require(Deed::SeeJournal)?;
    let clients = page.state.store.clients_of(&page.viewer).await?;
    let writes = page.may(Deed::WriteJournal);
    let days = Days::of(page, &clients).await?;
    let form = if writes && !clients.is_empty() {
        let chosen = page.view.client.as_ref().and_then(|slug| clients.iter().find(|client| client.slug == *slug));
        let only = if let [one] = clients.as_slice() { Some(one) } else { chosen };
        let typed = typed.unwrap_or_else(|| Typed {
            at: local(&page.zoned(page.now(), only.map_or(&page.organisation.zone, |client| &client.zone))),
            person: page.person.name.clone(),
            client: only.map_or_else(String::new, |client| client.slug.clone()),
            ..Typed::default()
        });
        let choice = if only.is_some() { &[] } else { clients.as_slice() };
        Some(form(page, page.view.here("/journal"), typed, &problems, choice, days.people.clone(), only)?)
    } else {
        None
    };
    let done = super::undo::offered(page).await?.filter(|_| status == StatusCode::OK);
    show_as(
        status,
        &Journal {
            frame: page.frame(Room::Journal, &page.voice.say("room-journal")).await?,
            voice: page.voice.clone(),
            done: done
                .map(|(_, said)| Done { text: said.in_voice(&page.voice), action: page.view.here("/journal/undo") }),
            form,
            calendar: page.may(Deed::Import).then(|| page.view.link("/sources")),
            viewer: !writes,
            list: List::of(page, &clients, days),
        },
    )
}

async fn one(page: &Page, status: StatusCode, kept: &Kept, typed: Option<Typed>, problems: Problems) -> Answered {
    let client = client_of(page, kept).await?;
    let id: FactId = kept.id;
    let at = page.zoned(kept.entry.at, &client.zone);
    let typed = typed.unwrap_or_else(|| Typed::from_entry(&kept.entry, &client.slug, &at));
    let people = Days::of(page, std::slice::from_ref(&client)).await?.people;
    let form = form(page, page.view.here(&format!("/journal/{id}")), typed, &problems, &[], people, Some(&client))?;
    let entered = match kept.entered_by {
        Some(by) if by != page.person.id => page.state.store.person(by).await?,
        _ => None,
    };
    show_as(
        status,
        &Edit {
            frame: page.frame(Room::Journal, &page.voice.say("journal-edit")).await?,
            voice: page.voice.clone(),
            form,
            back: page.view.here("/journal"),
            strike: page.view.here(&format!("/journal/{id}/strike")),
            entered: entered
                .map(|person| page.voice.say_with("journal-entered-by", &[("name", person.name.as_str().into())])),
        },
    )
}

/// The form of an act. `choice`: the clients to choose from; empty when the client is settled.
fn form(
    page: &Page,
    action: String,
    typed: Typed,
    problems: &Problems,
    choice: &[Client],
    people: Vec<String>,
    client: Option<&Client>,
) -> Result<Form, Failure> {
    let voice = &page.voice;
    let kind = |kind: &FactKind| Kind {
        word: kind.as_str(),
        icon: icon(*kind),
        name: voice.say(&format!("fact-{kind}")),
        chosen: kind.as_str() == typed.kind,
    };
    let options = choice.iter().map(|client| (client.slug.clone(), client.name.clone()));
    let select = || {
        let first = std::iter::once((String::new(), voice.say("journal-client-choose")));
        Field::select("client", voice.say("journal-client"), &typed.client, first.chain(options).collect())
            .required()
            .checked(problems, voice)
    };
    let zone = match client {
        Some(client) => voice.say_with("journal-at-zone", &[("zone", client.zone.as_str().into())]),
        None => voice.say("journal-at-zone-of-client"),
    };
    Ok(Form {
        csrf: page.csrf()?,
        action,
        kinds: FactKind::JOURNAL.iter().map(kind).collect(),
        kind_error: problems.of("kind").map(|said| said.in_voice(voice)),
        text: Field::text("text", voice.say("journal-text"), &typed.text)
            .longest(LONGEST_TEXT)
            .checked(problems, voice),
        at: Field::text("at", voice.say("journal-at"), &typed.at)
            .kind("datetime-local")
            .hint(zone)
            .checked(problems, voice),
        person: typed.person.chars().take(LONGEST_NAME).collect(),
        person_error: problems.of("person").map(|said| said.in_voice(voice)),
        people,
        client: (!choice.is_empty()).then(select),
        hidden_client: if choice.is_empty() { typed.client.clone() } else { String::new() },
    })
}

/// The icon of a kind of act.
const fn icon(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Call => "phone",
        FactKind::Meeting => "handshake",
        FactKind::EventAttended => "ticket",
        FactKind::EventOrganised => "megaphone",
        FactKind::Intervention => "comment",
        _ => "mail",
    }
}
