//! The log of who did what, page by page. That it was read is written down too.

use super::parts::{Tab, tabs};
use crate::error::{Answered, Failure};
use crate::frame::Frame;
use crate::page::{Page, show};
use crate::roles::Deed;
use crate::rooms::Room;
use askama::Template;
use figures::clipped;
use model::FactId;
use store::desk::{Act, AuditEntry, Client};

/// Entries on a page.
const LINES: u32 = 50;

/// Letters shown of an act of the journal.
const LETTERS: usize = 80;

/// An entry in the table.
struct AuditLine {
    at: String,
    who: String,
    act: String,
    what: String,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "rooms/settings/templates/audit.html")]
struct AuditPage {
    frame: Frame,
    tabs: Vec<Tab>,
    lines: Vec<AuditLine>,
    older: Option<String>,
    newest: bool,
}

/// A page of the log.
pub async fn list(page: Page) -> Answered {
    page.require(Deed::ReadAudit)?;
    let before: Option<i64> = page.view.own("before").and_then(|before| before.parse().ok());
    let entries = page.state.store.audit_page(&page.viewer, before, LINES + 1).await?;
    if before.is_none() {
        page.audit(Act::LogRead, None, "").await?;
    }
    let shown = usize::try_from(LINES).unwrap_or(usize::MAX);
    let more = entries.len() > shown;
    let older =
        entries.get(shown.saturating_sub(1)).filter(|_| more).map(|last| format!("/settings/audit?before={}", last.id));
    let clients = page.state.store.clients_of(&page.viewer).await?;
    let mut lines = Vec::new();
    for entry in entries.iter().take(shown) {
        lines.push(line(&page, &clients, entry).await?);
    }
    let frame = page.frame(Room::Settings, &page.voice.say("settings-audit")).await?;
    show(&AuditPage { frame, tabs: tabs(&page, "/settings/audit"), lines, older, newest: before.is_none() })
}

async fn line(page: &Page, clients: &[Client], entry: &AuditEntry) -> Result<AuditLine, Failure> {
    let voice = &page.voice;
    let (what, href) = about(page, clients, entry).await?;
    Ok(AuditLine {
        at: voice.moment(&page.zoned(entry.at, &page.organisation.zone)),
        who: match (&entry.person_name, entry.person) {
            (Some(name), _) => name.clone(),
            (None, Some(_)) => voice.say("settings-audit-somebody"),
            (None, None) => voice.say("settings-audit-nobody"),
        },
        act: voice.say(&format!("act-{}", entry.act.as_str().replace('_', "-"))),
        what,
        href,
    })
}

/// What an entry is about, in words, and where it is. The log keeps no word that somebody wrote: an act of the journal
/// is looked up, and one that is gone since is said to be.
async fn about(page: &Page, clients: &[Client], entry: &AuditEntry) -> Result<(String, Option<String>), Failure> {
    let client = clients.iter().find(|client| Some(client.id) == entry.client);
    Ok(match entry.act {
        Act::NoteEntered | Act::NoteChanged | Act::NoteDeleted => {
            let kept = match entry.what.parse::<FactId>() {
                Ok(id) => page.state.store.journal_entry(&page.viewer, id).await?,
                Err(_) => None,
            };
            let Some(kept) = kept else {
                let whose = client.map_or_else(String::new, |client| client.name.clone());
                return Ok((page.voice.say_with("settings-audit-act-gone", &[("client", whose.into())]), None));
            };
            let kind = page.voice.say(&format!("fact-{}", kept.entry.kind));
            let text = kept.entry.text.as_deref().map(|text| clipped(text, LETTERS));
            let words: Vec<String> = [Some(kind), text, Some(kept.client_name)].into_iter().flatten().collect();
            (words.join(" · "), Some(format!("/journal/{}", kept.id)))
        }
        Act::ClientCreated | Act::ClientChanged => match client {
            Some(client) => (client.name.clone(), Some(format!("/settings/clients/{}", client.slug))),
            None => (entry.what.clone(), None),
        },
        Act::SpaceCreated | Act::SpaceChanged => {
            let slug = entry.what.split_once('/').map_or("", |(_, space)| space);
            let known = match client {
                Some(client) => page.state.store.space_by_slug(&page.viewer, &client.slug, slug).await?,
                None => None,
            };
            known.map_or_else(
                || (entry.what.clone(), None),
                |space| {
                    let href = format!("/settings/clients/{}/spaces/{}", space.client_slug, space.slug);
                    (format!("{} · {}", space.name, space.client_name), Some(href))
                },
            )
        }
        _ => (entry.what.clone(), None),
    })
}
