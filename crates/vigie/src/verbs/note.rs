//! `vigie note`: an act entered in the journal.

use crate::cli::Note;
use crate::wiring;
use anyhow::{anyhow, bail};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use model::{FactKind, Millis};
use phrases::Voice;
use std::process::ExitCode;
use store::history::journal::Entry;

/// Enters it and prints its id.
pub async fn run(voice: &Voice, args: Note) -> anyhow::Result<ExitCode> {
    wiring::logs("warn");
    if !FactKind::JOURNAL.contains(&args.kind) {
        let kinds: Vec<&str> = FactKind::JOURNAL.iter().map(|kind| kind.as_str()).collect();
        bail!(voice.say_with(
            "cli-not-a-journal-kind",
            &[("kind", args.kind.as_str().into()), ("kinds", kinds.join(", ").as_str().into())]
        ));
    }
    let now = wiring::now();
    let store = wiring::open(&args.data).await?;
    let zone = store.organisation().await?.zone;
    let (client, _) = store.find_or_create_client(&args.client, &zone, now).await?;
    let at = moment(&args.at, &client.zone)
        .ok_or_else(|| anyhow!(voice.say_with("cli-not-a-time", &[("given", args.at.as_str().into())])))?;
    let space = store.journal_of(client.id, now).await?;
    let entry = Entry { kind: args.kind, at, person: args.person, text: args.text };
    let id = store.note(client.id, space.id, None, &entry, now).await?;
    println!("{id}");
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// A moment as people type it: a date (noon), a local date and time, or one with an offset.
fn moment(given: &str, zone: &str) -> Option<Millis> {
    let zone = TimeZone::get(zone).ok()?;
    if let Ok(exact) = given.parse::<jiff::Timestamp>() {
        return Some(Millis(exact.as_millisecond()));
    }
    // A date is asked for before a date and time: the latter would take it for midnight.
    let local = if given.len() == 10 {
        given.parse::<Date>().ok()?.at(12, 0, 0, 0)
    } else {
        given.replace(' ', "T").parse::<DateTime>().ok()?
    };
    Some(Millis(local.to_zoned(zone).ok()?.timestamp().as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_people_type_them() {
        let paris = "Europe/Paris";
        let noon = Millis(1_795_345_200_000);
        assert_eq!(moment("2026-11-22", paris), Some(noon));
        assert_eq!(moment("2026-11-22T12:00", paris), Some(noon));
        assert_eq!(moment("2026-11-22 12:00", paris), Some(noon));
        assert_eq!(moment("2026-11-22T11:00:00Z", paris), Some(noon));
        assert_eq!(moment("yesterday", paris), None);
    }
}
