//! `vigie demo`: a sample organisation, filled on first start, served with a one-time sign-in link.

use super::{serve, user};
use crate::cli::Demo;
use crate::wiring;
use jiff::tz::TimeZone;
use phrases::{Lang, Voice};
use sources::sample::Rows;
use std::process::ExitCode;
use std::time::Instant;
use store::Store;
use store::desk::access::{Clients, Role};
use store::desk::person::NewPerson;

/// Who signs in to the sample.
const EMAIL: &str = "demo@example.org";

/// Fills what is not filled, then serves.
pub async fn run(voice: &Voice, args: Demo) -> anyhow::Result<ExitCode> {
    wiring::logs("warn");
    let store = Store::open(&args.data, args.database.as_deref()).await?;
    if !intake::sample::is_filled(&store).await? {
        fill(voice, &store, args.rows).await?;
    }
    if args.fill_only {
        store.close().await;
        return Ok(ExitCode::SUCCESS);
    }
    let person = match store.person_by_email(EMAIL).await? {
        Some(person) => person,
        None => {
            let name = voice.say("cli-demo-name");
            let new = NewPerson { email: EMAIL, name: &name, role: Role::Owner, clients: Clients::All };
            store.add_person(&new, wiring::now()).await?
        }
    };
    let link = user::link(&store, &person).await?;
    eprintln!("{}", voice.say("cli-demo-link"));
    serve::listen(voice, store, args.listen, false, Some(link), None).await
}

async fn fill(voice: &Voice, store: &Store, rows: Option<u64>) -> anyhow::Result<()> {
    eprintln!("{}", voice.say("cli-filling"));
    let begun = Instant::now();
    let now = wiring::now();
    let today = jiff::Timestamp::from_millisecond(now.0)?.to_zoned(TimeZone::get("Europe/Paris")?).date();
    let rows = rows.map_or(Rows::Usual, Rows::About);
    let french = voice.lang() == Lang::Fr;
    let mut told = |space: &str, counted: store::history::Counted| {
        tracing::info!(space, facts = counted.facts, "filled");
    };
    let total = intake::sample::fill(store, today, rows, french, now, &mut told).await?;
    let count = |n: u64| voice.count(i64::try_from(n).unwrap_or(i64::MAX));
    eprintln!(
        "{}",
        voice.say_with(
            "cli-filled",
            &[
                ("facts", count(total.facts).as_str().into()),
                ("visits", count(total.visits).as_str().into()),
                ("seconds", voice.number(begun.elapsed().as_secs_f64(), 1).as_str().into()),
            ]
        )
    );
    Ok(())
}
