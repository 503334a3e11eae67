//! The files of a client as they came: how long they are kept, and reading them again after a rule has changed.

use super::client::find;
use crate::error::{Answered, Failure};
use crate::field::Field;
use crate::forms::Sent;
use crate::page::Page;
use crate::roles::Deed;
use crate::said::Said;
use axum::extract::Path;
use intake::normalise::normalise;
use phrases::Voice;
use store::desk::{Act, Client};

/// The most days somebody may choose: a hundred years.
const MOST_DAYS: i64 = 36_500;

/// The field of the rule.
pub fn field(client: &Client, voice: &Voice) -> Field {
    let days = client.keep_raw_days.map_or_else(String::new, |days| days.to_string());
    Field::text("keep_raw_days", voice.say("settings-raw-days"), days)
        .kind("number")
        .hint(voice.say("settings-raw-days.hint"))
}

/// Keeps the rule, and applies it at once.
pub async fn keep(page: Page, Path(slug): Path<String>, sent: Sent) -> Answered {
    page.require(Deed::ManageClients)?;
    let client = find(&page, &slug).await?;
    let days = match sent.optional("keep_raw_days").map(|days| days.trim().parse::<i64>()) {
        None => None,
        Some(Ok(days)) if (0..=MOST_DAYS).contains(&days) => Some(days),
        Some(_) => return page.done(&format!("/settings/clients/{slug}"), Said::new("flash-raw-days-wrong")),
    };
    page.state.store.set_client_raw_days(client.id, days).await?;
    page.state.store.purge_raw(page.now()).await?;
    page.audit(Act::ClientChanged, Some(client.id), &slug).await?;
    page.done(&format!("/settings/clients/{slug}"), Said::new("flash-client-kept").with("name", client.name))
}

/// Reads every kept file of the client again, space by space.
pub async fn again(page: Page, Path(slug): Path<String>) -> Answered {
    page.require(Deed::ManageClients)?;
    let client = find(&page, &slug).await?;
    let spaces = page.state.store.spaces_of(&page.viewer).await?;
    let (mut files, mut changed) = (0_i64, 0_i64);
    for space in spaces.into_iter().filter(|space| space.client == client.id) {
        match normalise(&page.state.store, &client, &space, true).await.map_err(Failure::broken)? {
            Ok(made) => {
                files += i64::try_from(made.imports).unwrap_or(i64::MAX);
                changed += i64::from(!made.same);
            }
            Err(unread) => {
                let said = Said::new("flash-file-unreadable").with("file", unread.file).with("space", space.name);
                return page.done(&format!("/settings/clients/{slug}"), said);
            }
        }
    }
    page.audit(Act::ClientChanged, Some(client.id), &slug).await?;
    let key = if changed == 0 { "flash-read-again-same" } else { "flash-read-again" };
    page.done(&format!("/settings/clients/{slug}"), Said::new(key).with("files", files).with("spaces", changed))
}
