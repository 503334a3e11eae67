//! The log of who did what, page by page. That it was read is written down too.

use super::parts::{Tab, tabs};
use crate::error::Answered;
use crate::frame::Frame;
use crate::page::{Page, show};
use crate::roles::Deed;
use crate::rooms::Room;
use askama::Template;
use store::desk::{Act, AuditEntry};

/// Entries on a page.
const LINES: u32 = 50;

/// An entry in the table.
struct AuditLine {
    at: String,
    who: String,
    act: String,
    what: String,
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
    let voice = &page.voice;
    let line = |entry: &AuditEntry| AuditLine {
        at: voice.moment(&page.zoned(entry.at, &page.organisation.zone)),
        who: match (&entry.person_name, entry.person) {
            (Some(name), _) => name.clone(),
            (None, Some(_)) => voice.say("settings-audit-somebody"),
            (None, None) => voice.say("settings-audit-nobody"),
        },
        act: voice.say(&format!("act-{}", entry.act.as_str().replace('_', "-"))),
        what: entry.what.clone(),
    };
    let lines = entries.iter().take(shown).map(line).collect();
    let frame = page.frame(Room::Settings, &voice.say("settings-audit")).await?;
    show(&AuditPage { frame, tabs: tabs(&page, "/settings/audit"), lines, older, newest: before.is_none() })
}
