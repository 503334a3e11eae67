//! Undoing the last act of one's own session: an entry noted is struck, one struck is put back, one changed becomes
//! what it was. It is kept in the session, not in a page or a cookie, and offered for ten minutes.

use super::may_change;
use crate::error::{Answered, Failure};
use crate::page::Page;
use crate::roles::Deed;
use crate::said::Said;
use model::{ClientId, FactId, FactKind, Millis, PersonId, SpaceId};
use serde::{Deserialize, Serialize};
use store::desk::Act;
use store::history::journal::{Entry, Kept};

/// How long an act can be undone.
const OFFERED_MS: i64 = 10 * 60 * 1000;

/// What was done last.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Last {
    /// This entry was noted.
    Noted(String),
    /// This entry was there and was struck.
    Struck(Written),
    /// The entry of this id was this other one before.
    Changed(String, Written),
}

/// An entry as a session keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Written {
    space: i64,
    client: i64,
    kind: FactKind,
    at: i64,
    person: Option<String>,
    text: Option<String>,
    by: Option<i64>,
}

impl Written {
    /// An entry as it is now.
    pub fn of(kept: &Kept) -> Self {
        let Entry { kind, at, person, text } = kept.entry.clone();
        let by = kept.entered_by.map(|by| by.0);
        Self { space: kept.space.0, client: kept.client.0, kind, at: at.0, person, text, by }
    }

    fn entry(&self) -> Entry {
        Entry { kind: self.kind, at: Millis(self.at), person: self.person.clone(), text: self.text.clone() }
    }
}

/// The key of this room in what a session holds.
const KEY: &str = "journal";

/// What the session holds for this room.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Done {
    last: Last,
    said: Said,
    until: i64,
}

/// Remembers what was done and how it is told; `None` forgets what could be undone.
pub async fn remember(page: &Page, last: Option<(Last, Said)>) -> Result<(), Failure> {
    let Some(id) = page.visit.session.as_deref() else { return Ok(()) };
    let store = &page.state.store;
    let Some(mut session) = store.load_session(id, page.now()).await? else { return Ok(()) };
    let until = page.now().0 + OFFERED_MS;
    let mut held = held(&session.data);
    match last {
        Some((last, said)) => {
            let done = serde_json::to_value(Done { last, said, until }).map_err(Failure::broken)?;
            held.insert(KEY.to_owned(), done);
        }
        None => drop(held.remove(KEY)),
    }
    session.data = serde_json::Value::Object(held).to_string();
    Ok(store.save_session(id, &session).await?)
}

/// What can be undone, and the sentence that says what was done.
pub async fn offered(page: &Page) -> Result<Option<(Last, Said)>, Failure> {
    let Some(id) = page.visit.session.as_deref() else { return Ok(None) };
    let Some(session) = page.state.store.load_session(id, page.now()).await? else { return Ok(None) };
    let done: Option<Done> = held(&session.data).remove(KEY).and_then(|done| serde_json::from_value(done).ok());
    Ok(done.filter(|done| page.now().0 < done.until).map(|done| (done.last, done.said)))
}

fn held(data: &str) -> serde_json::Map<String, serde_json::Value> {
    serde_json::from_str(data).unwrap_or_default()
}

/// `POST /journal/undo`
pub async fn undo(page: Page) -> Answered {
    page.require(Deed::WriteJournal)?;
    let Some((last, _)) = offered(&page).await? else {
        return Err(Failure::Refused(Said::new("journal-nothing-to-undo")));
    };
    let (store, now) = (&page.state.store, page.now());
    match last {
        Last::Noted(id) => {
            let kept = changeable(&page, &id).await?;
            store.strike(kept.space, kept.id).await?;
            page.audit(Act::NoteDeleted, Some(kept.client), &id).await?;
        }
        Last::Changed(id, before) => {
            let kept = changeable(&page, &id).await?;
            store.revise(&kept, &before.entry(), now).await?;
            page.audit(Act::NoteChanged, Some(kept.client), &id).await?;
        }
        Last::Struck(gone) => {
            let client = ClientId(gone.client);
            // Rights may have been taken away since.
            if !page.viewer.sees(client) {
                return Err(Failure::NotFound);
            }
            let id = store.note(client, SpaceId(gone.space), gone.by.map(PersonId), &gone.entry(), now).await?;
            page.audit(Act::NoteEntered, Some(client), &id.to_string()).await?;
        }
    }
    remember(&page, None).await?;
    page.done(&page.view.here("/journal"), Said::new("flash-journal-undone"))
}

/// An entry this person may change; none for anybody else.
pub async fn changeable(page: &Page, id: &str) -> Result<Kept, Failure> {
    let id: FactId = id.parse().map_err(|_| Failure::NotFound)?;
    let kept = page.state.store.journal_entry(&page.viewer, id).await?.ok_or(Failure::NotFound)?;
    if may_change(&kept, Some(page.person.id), |deed| page.may(deed)) {
        Ok(kept)
    } else if kept.is_by_hand() {
        Err(Failure::Forbidden(Deed::EditOthersEntries))
    } else {
        Err(Failure::Refused(Said::new("journal-from-a-file")))
    }
}
