//! One upload, at its own address: what was recognised and why, the choices, then its progress, then what came of it.
//! The page can be left and found again at every stage.

mod choose;
mod parts;

use super::forms::{Choices, NEW, Reach};
use super::run::{self, Job};
use super::told::FileTold;
use super::upload;
use crate::error::{Answered, Failure};
use crate::field::Field;
use crate::forms::{Problems, Sent};
use crate::frame::Frame;
use crate::page::{Page, go, show, show_as};
use crate::roles::Deed;
use crate::rooms::Room;
use crate::view::{Named, View, Window};
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode};
use choose::{Places, Tick};
use intake::Outcome;
use model::ClientId;
use parts::Held;
use phrases::Voice;
use store::desk::{Upload, UploadState};

#[derive(Template)]
#[template(path = "rooms/sources/templates/check.html")]
struct CheckPage {
    frame: Frame,
    id: i64,
    name: String,
    about: String,
    last: Vec<FileTold>,
    interrupted: bool,
    held: Held,
    more: Option<String>,
    places: Vec<Places>,
    place_error: Option<String>,
    new_client: Option<(String, bool)>,
    client_name: Field,
    space_name: Field,
    network: Field,
    fields: Vec<Field>,
    ticks: Vec<Tick>,
    new_open: bool,
    more_open: bool,
    may_import: bool,
    /// It was refused, or would be: importing it as it is comes last.
    refused: bool,
}

#[derive(Template)]
#[template(path = "rooms/sources/templates/running.html")]
struct RunningPage {
    frame: Frame,
    name: String,
    about: String,
    part: ProgressPart,
}

#[derive(Template)]
#[template(path = "rooms/sources/templates/progress.html")]
struct ProgressPart {
    address: String,
    share: Option<String>,
    words: String,
    may_leave: String,
}

impl askama::filters::HtmlSafe for ProgressPart {}

#[derive(Template)]
#[template(path = "rooms/sources/templates/done.html")]
struct DonePage {
    frame: Frame,
    name: String,
    is_new: bool,
    files: Vec<FileTold>,
    measures: String,
}

/// The upload, as far as it is.
pub async fn show_upload(page: Page, Path(id): Path<i64>) -> Answered {
    let upload = upload::find(&page, id).await?;
    match upload.state {
        UploadState::Running => running(&page, &upload).await,
        UploadState::Done => done(&page, &upload).await,
        UploadState::Waiting | UploadState::Refused | UploadState::Interrupted => {
            let choices = choices(&upload)?;
            check(&page, &upload, choices, Problems::default(), StatusCode::OK).await
        }
    }
}

/// The choices kept with an upload.
pub fn choices(upload: &Upload) -> Result<Choices, Failure> {
    serde_json::from_value(upload.choices.clone()).map_err(Failure::broken)
}

async fn running(page: &Page, upload: &Upload) -> Answered {
    let title = page.voice.say("sources-running");
    let frame = page.frame(Room::Sources, &title).await?;
    let about = page.voice.bytes(upload.size);
    show(&RunningPage { frame, name: upload.name.clone(), about, part: progress(page, upload) })
}

fn progress(page: &Page, upload: &Upload) -> ProgressPart {
    let voice = &page.voice;
    let (share, rows) = page.state.imports.progress(upload.id).map_or((None, 0), |progress| progress.told());
    let rows: i64 = i64::try_from(rows).unwrap_or(i64::MAX);
    let words = match share {
        Some(share) => {
            voice.say_with("sources-progress", &[("rows", rows.into()), ("share", voice.percent(share, 0).into())])
        }
        None => voice.say_with("sources-progress-rows", &[("rows", rows.into())]),
    };
    ProgressPart {
        address: format!("/sources/uploads/{}/progress", upload.id.0),
        share: share.map(|share| format!("{share:.3}")),
        words,
        may_leave: voice.say("sources-may-leave"),
    }
}

/// The bar alone, asked for every second; once the import is over, the whole page anew.
pub async fn show_progress(page: Page, Path(id): Path<i64>) -> Answered {
    let upload = upload::find(&page, id).await?;
    if upload.state == UploadState::Running {
        return show(&progress(&page, &upload));
    }
    let mut response = go(&format!("/sources/uploads/{id}"));
    if page.fragment {
        *response.status_mut() = StatusCode::OK;
        response.headers_mut().insert("hx-refresh", HeaderValue::from_static("true"));
    }
    Ok(response)
}

fn outcomes(upload: &Upload) -> Vec<Outcome> {
    serde_json::from_value(upload.outcome.clone()).unwrap_or_default()
}

fn files(upload: &Upload, voice: &Voice) -> Vec<FileTold> {
    outcomes(upload).iter().map(|outcome| FileTold::of(outcome, &upload.name, voice)).collect()
}

async fn done(page: &Page, upload: &Upload) -> Answered {
    let voice = &page.voice;
    let outcomes = outcomes(upload);
    let new: u64 = outcomes.iter().map(Outcome::brought).sum();
    let title =
        if new > 0 { voice.say_with("sources-done", &[("n", new.into())]) } else { voice.say("sources-done-nothing") };
    let client = outcomes.iter().find_map(|outcome| outcome.client.as_deref());
    // The file may tell about long ago.
    let view = View { client: client.map(str::to_owned), window: Window::Named(Named::All), ..View::default() };
    show(&DonePage {
        frame: page.frame(Room::Sources, &title).await?,
        name: upload.name.clone(),
        is_new: new > 0,
        files: files(upload, voice),
        measures: view.link("/measures"),
    })
}

/// What somebody chose, kept; the page shows the upload read with it.
pub async fn keep_choices(page: Page, Path(id): Path<i64>, sent: Sent) -> Answered {
    page.require(Deed::Import)?;
    let upload = upload::find(&page, id).await?;
    let (choices, reach) = chosen(&page, &upload, &sent).await?;
    // A place may wait; what is chosen of it must exist.
    match reach.settle(&choices) {
        Err(problems) if problems.iter().any(|(field, _)| matches!(field, "zone" | "format")) => {
            check(&page, &upload, choices, problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        settled => {
            keep(&page, &upload, &choices, settled.ok().and_then(|to| to.client_id)).await?;
            Ok(go(&format!("/sources/uploads/{id}")))
        }
    }
}

/// Starts the import.
pub async fn import(page: Page, Path(id): Path<i64>, sent: Sent) -> Answered {
    page.require(Deed::Import)?;
    let upload = upload::find(&page, id).await?;
    if matches!(upload.state, UploadState::Running | UploadState::Done) {
        return Ok(go(&format!("/sources/uploads/{id}")));
    }
    let (choices, reach) = chosen(&page, &upload, &sent).await?;
    let to = match reach.settle(&choices) {
        Ok(to) => to,
        Err(problems) => return check(&page, &upload, choices, problems, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    keep(&page, &upload, &choices, to.client_id).await?;
    run::start(Job { state: page.state.clone(), viewer: page.viewer.clone(), upload, choices, to }).await?;
    Ok(go(&format!("/sources/uploads/{id}")))
}

async fn chosen(page: &Page, upload: &Upload, sent: &Sent) -> Result<(Choices, Reach), Failure> {
    let choices = Choices::of(sent, choices(upload)?.address);
    let reach = Reach::of(&page.state.store, &page.viewer, &page.organisation.zone).await?;
    Ok((choices, reach))
}

async fn keep(page: &Page, upload: &Upload, choices: &Choices, client: Option<ClientId>) -> Result<(), Failure> {
    let kept = serde_json::to_value(choices).map_err(Failure::broken)?;
    Ok(page.state.store.set_upload_choices(upload.id, client, &kept).await?)
}

async fn check(page: &Page, upload: &Upload, mut choices: Choices, problems: Problems, status: StatusCode) -> Answered {
    let voice = &page.voice;
    let reach = Reach::of(&page.state.store, &page.viewer, &page.organisation.zone).await?;
    let client = choices
        .named()
        .and_then(|(slug, _)| reach.clients.iter().find(|client| client.slug == slug))
        .map(|client| client.id);
    let held = parts::held(page, upload, &choices, client).await?;
    if problems.is_empty() {
        let mapped_for = held.mapped_for.and_then(|id| reach.clients.iter().find(|client| client.id == id));
        if let Some(client) = mapped_for.filter(|_| choices.place.is_empty()) {
            choices.place = format!("{}/", client.slug);
        }
        choose::propose_place(&mut choices, &reach, &held.networks);
    }
    let tried = upload.state == UploadState::Refused;
    let refused = held.is_wrong() || tried && !held.is_read();
    let more_open = ["zone", "format"].iter().any(|field| problems.of(field).is_some()) || refused || tried;
    let behind = choices.named().map(|(client, space)| (client == NEW, space == NEW));
    let title = voice.say("sources-check");
    let page_shown = CheckPage {
        id: upload.id.0,
        name: upload.name.clone(),
        about: voice.bytes(upload.size),
        last: if upload.state == UploadState::Refused { files(upload, voice) } else { Vec::new() },
        interrupted: upload.state == UploadState::Interrupted,
        more: (held.more > 0).then(|| voice.say_with("sources-more-parts", &[("n", held.more.into())])),
        places: choose::places(&reach, &choices.place, &held.networks, voice),
        place_error: problems.of("place").map(|said| said.in_voice(voice)),
        new_client: reach.new_client.then(|| (voice.say("sources-new-client"), choices.place == "+/")),
        client_name: Field::text("new_client", voice.say("sources-new-client-name"), &choices.new_client)
            .longest(200)
            .checked(&problems, voice),
        space_name: Field::text("new_space", voice.say("sources-new-space-name"), &choices.new_space)
            .longest(200)
            .checked(&problems, voice),
        network: choose::network_field(&choices, held.silent, voice),
        fields: choose::more_fields(&choices, &held, &problems, voice),
        ticks: choose::ticks(&choices, &held, voice),
        new_open: behind.is_none_or(|(client, space)| client || space) && reach.spaces.is_empty()
            || behind.is_some_and(|(client, space)| client || space),
        more_open,
        refused,
        may_import: page.may(Deed::Import),
        held,
        frame: page.frame(Room::Sources, &title).await?,
    };
    show_as(status, &page_shown)
}

/// Whether cells of a column read like figures: they stand to the right. A date is none.
pub fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '\u{2212}']).unwrap_or(cell);
    !digits.is_empty()
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '\u{a0}' | '\u{202f}'))
}

/// Whether a column begins with a figure: its heading then stands above its cells.
pub fn is_numeric(table: &sources::preview::Preview, column: &usize) -> bool {
    table.rows.first().and_then(|row| row.get(*column)).is_some_and(|cell| is_number(cell))
}
