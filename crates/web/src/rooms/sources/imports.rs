//! One import: what it brought, what was seen, its bad lines; and taking it back as a whole, asked once.
//! Managers may undo, and whoever took the file in.

use super::page::{covers, space_of};
use super::told::{self, Count, Told};
use super::{run, words};
use crate::error::{Answered, Failure};
use crate::frame::Frame;
use crate::page::{Page, show};
use crate::roles::Deed;
use crate::rooms::Room;
use crate::said::Said;
use crate::view::{Named, View, Window};
use askama::Template;
use axum::extract::Path;
use model::{ImportId, Millis};
use sources::{Note, Trouble};
use store::desk::{Act, Space};
use store::history::ImportRow;

#[derive(Template)]
#[template(path = "rooms/sources/templates/import.html")]
struct ImportPage {
    frame: Frame,
    id: i64,
    icon: &'static str,
    about: String,
    format: String,
    counts: Vec<Count>,
    covers: Option<String>,
    notes: Vec<String>,
    bad_count: Option<String>,
    bad: Vec<Told>,
    measures: String,
    may_undo: bool,
}

#[derive(Template)]
#[template(path = "rooms/sources/templates/undo.html")]
struct UndoPage {
    frame: Frame,
    id: i64,
    name: String,
    about: String,
    counts: Vec<Count>,
}

async fn find(page: &Page, id: i64) -> Result<(ImportRow, Space), Failure> {
    page.require(Deed::SeeSources)?;
    let row = page.state.store.import_row(&page.viewer, ImportId(id)).await?.ok_or(Failure::NotFound)?;
    let space = space_of(page, &row).await?;
    Ok((row, space))
}

/// Whether they may take this import back.
fn may_undo(page: &Page, row: &ImportRow) -> bool {
    page.may(Deed::UndoImport) || page.may(Deed::Import) && run::is_of(row.person_id, &page.viewer)
}

fn about(page: &Page, space: &Space, row: &ImportRow) -> String {
    let zone = page.view.zone.as_deref().unwrap_or(&page.organisation.zone);
    let when = page.voice.moment(&page.zoned(Millis(row.at), zone));
    format!("{} · {} · {when}", space.client_name, space.name)
}

/// One import.
pub async fn show_import(page: Page, Path(id): Path<i64>) -> Answered {
    let (row, space) = find(&page, id).await?;
    let voice = &page.voice;
    let seen: Vec<Note> = serde_json::from_str(&row.seen).unwrap_or_default();
    let bad: Vec<Trouble> = serde_json::from_str(&row.bad_lines).unwrap_or_default();
    let zone = page.view.zone.as_deref().unwrap_or(&page.organisation.zone);
    let span = row.oldest_at.zip(row.newest_at).map(|(oldest, newest)| (Millis(oldest), Millis(newest)));
    let view = View {
        client: Some(space.client_slug.clone()),
        spaces: vec![space.slug.clone()],
        window: Window::Named(Named::All),
        ..page.view.clone()
    };
    show(&ImportPage {
        frame: page.frame(Room::Sources, &row.name).await?,
        id,
        icon: space.network.as_str(),
        about: about(&page, &space, &row),
        format: words::format_name(&row.format, voice),
        counts: told::counts_of(&row, voice),
        covers: span.map(|span| voice.say_with("sources-covers", &[("range", covers(&page, span, zone).into())])),
        notes: told::notes(&seen, voice),
        bad_count: told::bad_count(u64::try_from(row.bad).unwrap_or(0), voice),
        bad: bad.iter().map(|trouble| Told::of(trouble, voice)).collect(),
        measures: view.link("/measures"),
        may_undo: may_undo(&page, &row),
    })
}

/// Asks once, and says what is lost.
pub async fn ask_undo(page: Page, Path(id): Path<i64>) -> Answered {
    let (row, space) = find(&page, id).await?;
    if !may_undo(&page, &row) {
        return Err(Failure::Forbidden(Deed::UndoImport));
    }
    let title = page.voice.say("sources-undo-ask");
    show(&UndoPage {
        frame: page.frame(Room::Sources, &title).await?,
        id,
        about: about(&page, &space, &row),
        counts: told::counts_of(&row, &page.voice),
        name: row.name,
    })
}

/// Takes the import back.
pub async fn undo(page: Page, Path(id): Path<i64>) -> Answered {
    let (row, space) = find(&page, id).await?;
    if !may_undo(&page, &row) {
        return Err(Failure::Forbidden(Deed::UndoImport));
    }
    page.state.store.undo_import(ImportId(id)).await?;
    page.audit(Act::ImportUndone, Some(space.client), &row.name).await?;
    page.done("/sources", Said::new("flash-import-undone").with("name", row.name))
}
