//! The room itself: the place to drop files, what waits, the health of each source, the last imports, the formats.

use super::health::{Freshness, Source};
use super::{told, words};
use crate::error::{Answered, Failure};
use crate::field::Field;
use crate::forms::Problems;
use crate::frame::Frame;
use crate::page::{Page, show_as};
use crate::roles::Deed;
use crate::rooms::Room;
use askama::Template;
use axum::http::StatusCode;
use intake::inbox::Taken;
use model::Millis;
use store::desk::access::Clients;
use store::desk::{Space, Upload, UploadState};
use store::history::ImportRow;

/// Imports that the room lists.
const LISTED: usize = 8;

/// Classes, icon and words of a chip.
type Chip = (&'static str, &'static str, String);

#[derive(Template)]
#[template(path = "rooms/sources/templates/room.html")]
struct RoomPage {
    frame: Frame,
    may_import: bool,
    client: String,
    file_error: Option<String>,
    address: Field,
    uploads: Vec<UploadLine>,
    several_clients: bool,
    groups: Vec<Group>,
    imports: Vec<ImportLine>,
    watched: Option<WatchedFolder>,
    search: Field,
    formats: Vec<FormatLine>,
}

/// The watched folder, for who sees every client: its files are named after clients.
struct WatchedFolder {
    folder: String,
    lines: Vec<WatchedLine>,
}

/// A file taken out of the watched folder.
struct WatchedLine {
    name: String,
    when: String,
    why: Option<String>,
    chip: Chip,
}

/// An upload that waits, runs or is just over.
struct UploadLine {
    id: i64,
    name: String,
    about: String,
    chip: Chip,
}

/// The sources of one client.
struct Group {
    client: String,
    lines: Vec<SourceLine>,
}

/// One source of one space; a space without source has a line too.
struct SourceLine {
    icon: &'static str,
    href: String,
    space: String,
    format: String,
    covers: Option<String>,
    lacks: Option<String>,
    when: Option<String>,
    chip: Chip,
}

/// One of the last imports.
struct ImportLine {
    id: i64,
    at: i64,
    icon: &'static str,
    name: String,
    place: String,
    brought: String,
    when: String,
    bad: Option<String>,
}

/// A format, by name.
pub struct FormatLine {
    pub id: &'static str,
    pub icon: &'static str,
    pub name: &'static str,
}

/// What is wrong with the room's own forms.
#[derive(Debug, Default)]
pub struct Wrong {
    /// What is wrong, by field.
    pub problems: Problems,
    /// The address as typed.
    pub address: String,
}

/// The room.
pub async fn show_room(page: Page) -> Answered {
    page.require(Deed::SeeSources)?;
    again(&page, StatusCode::OK, Wrong::default()).await
}

/// The room, with what is wrong in its forms.
pub async fn again(page: &Page, status: StatusCode, wrong: Wrong) -> Answered {
    let (store, voice) = (&page.state.store, &page.voice);
    let mut spaces = store.spaces_of(&page.viewer).await?;
    if let Some(client) = &page.view.client {
        spaces.retain(|space| space.client_slug == *client);
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut imports = Vec::new();
    for space in &spaces {
        let rows = store.imports_of_space(space.id).await?;
        let lines = source_lines(page, space, &rows);
        match groups.iter_mut().find(|group| group.client == space.client_name) {
            Some(group) => group.lines.extend(lines),
            None => groups.push(Group { client: space.client_name.clone(), lines }),
        }
        imports.extend(rows.iter().take(LISTED).map(|row| import_line(page, space, row)));
    }
    imports.sort_by_key(|line| std::cmp::Reverse((line.at, line.id)));
    imports.truncate(LISTED);
    let uploads = store.uploads_of(&page.viewer).await?;
    let title = voice.say("room-sources");
    let address = Field::text("address", voice.say("sources-address"), wrong.address)
        .kind("url")
        .required()
        .checked(&wrong.problems, voice);
    show_as(
        status,
        &RoomPage {
            frame: page.frame(Room::Sources, &title).await?,
            may_import: page.may(Deed::Import),
            client: page.view.client.clone().unwrap_or_default(),
            file_error: wrong.problems.of("file").map(|said| said.in_voice(voice)),
            address,
            uploads: uploads
                .iter()
                .filter(|upload| is_of_interest(upload, page))
                .map(|upload| upload_line(page, upload))
                .collect(),
            several_clients: groups.len() > 1,
            groups,
            imports,
            watched: watched(page),
            search: search_field(page, ""),
            formats: formats(),
        },
    )
}

fn watched(page: &Page) -> Option<WatchedFolder> {
    let sees_all = matches!(page.viewer.clients, Clients::All) && page.may(Deed::Import);
    let watched = page.state.watched.as_ref().filter(|_| sees_all)?;
    let voice = &page.voice;
    let line = |(at, taken): (Millis, Taken)| {
        let (class, icon, key) = if taken.done {
            ("chip chip-gain", "check", "sources-watched-done")
        } else {
            ("chip chip-loss", "alert", "sources-watched-refused")
        };
        let refused = taken.outcomes.iter().find_map(|outcome| outcome.refused.as_ref());
        WatchedLine {
            when: page.ago(at),
            why: refused.map(|trouble| format!("{} {}", words::why(voice, trouble), words::hint(voice, trouble))),
            chip: (class, icon, voice.say(key)),
            name: taken.file,
        }
    };
    let lines = watched.last().into_iter().map(line).collect();
    Some(WatchedFolder { folder: watched.folder().display().to_string(), lines })
}

/// The field that searches the formats.
pub fn search_field(page: &Page, value: &str) -> Field {
    Field::text("q", page.voice.say("sources-search"), value).kind("search")
}

/// Every format, by name.
fn formats() -> Vec<FormatLine> {
    let manifests = sources::registry::FORMATS.iter().map(|format| format.manifest());
    manifests.map(|m| FormatLine { id: m.id, icon: m.network.map_or("table", |n| n.as_str()), name: m.name }).collect()
}

/// What is over for good is told by the imports below.
fn is_of_interest(upload: &Upload, page: &Page) -> bool {
    upload.state != UploadState::Done && page.may(Deed::Import)
}

fn upload_line(page: &Page, upload: &Upload) -> UploadLine {
    let (class, icon) = match upload.state {
        UploadState::Waiting => ("chip chip-signal", "clock"),
        UploadState::Running => ("chip chip-sea", "refresh"),
        UploadState::Done => ("chip chip-gain", "check"),
        UploadState::Refused | UploadState::Interrupted => ("chip chip-loss", "alert"),
    };
    UploadLine {
        id: upload.id.0,
        name: upload.name.clone(),
        about: format!("{} · {}", page.voice.bytes(upload.size), page.ago(upload.created_at)),
        chip: (class, icon, page.voice.say(&format!("sources-upload-{}", upload.state))),
    }
}

fn source_lines(page: &Page, space: &Space, rows: &[ImportRow]) -> Vec<SourceLine> {
    let voice = &page.voice;
    let mut view = crate::view::View { client: Some(space.client_slug.clone()), ..page.view.clone() };
    view.spaces = vec![space.slug.clone()];
    let line = |format: String, covers, lacks, when, chip| SourceLine {
        icon: space.network.as_str(),
        href: view.link("/measures"),
        space: space.name.clone(),
        format,
        covers,
        lacks,
        when,
        chip,
    };
    let sources = Source::of(rows);
    if sources.is_empty() {
        let chip = ("chip", "info", voice.say("sources-freshness-empty"));
        return vec![line(voice.say("sources-space-empty"), None, None, None, chip)];
    }
    let zone = page.view.zone.as_deref().unwrap_or(&page.organisation.zone);
    sources
        .into_iter()
        .map(|source| {
            let fresh = Freshness::of(source.span.map(|(_, newest)| newest), page.now());
            let manifest = sources::registry::by_id(&source.format).map(|format| format.manifest());
            line(
                words::format_name(&source.format, voice),
                source.span.map(|span| covers(page, span, zone)),
                manifest
                    .and_then(|manifest| words::lacks(manifest, voice))
                    .map(|what| voice.say_with("sources-lacks", &[("what", what.into())])),
                Some(page.ago(source.last)),
                (fresh.class(), fresh.icon(), voice.say(&format!("sources-freshness-{}", fresh.word()))),
            )
        })
        .collect()
}

/// The stretch that a source tells about: « du 1 sept. au 22 nov. 2026 ».
pub fn covers(page: &Page, (oldest, newest): (Millis, Millis), zone: &str) -> String {
    page.voice.range(page.zoned(oldest, zone).date(), page.zoned(newest, zone).date())
}

fn import_line(page: &Page, space: &Space, row: &ImportRow) -> ImportLine {
    ImportLine {
        id: row.id,
        at: row.at,
        icon: space.network.as_str(),
        name: row.name.clone(),
        place: format!("{} · {}", space.client_name, space.name),
        brought: told::brought(row, &page.voice),
        when: page.ago(Millis(row.at)),
        bad: told::bad_count(u64::try_from(row.bad).unwrap_or(0), &page.voice),
    }
}

/// A space somebody sees, by its number.
pub async fn space_of(page: &Page, row: &ImportRow) -> Result<Space, Failure> {
    let spaces = page.state.store.spaces_of(&page.viewer).await?;
    spaces.into_iter().find(|space| space.id.0 == row.space_id).ok_or(Failure::NotFound)
}
