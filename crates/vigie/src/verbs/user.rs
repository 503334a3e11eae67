//! `vigie user`: people who may sign in.

use crate::cli::{User, UserVerb};
use crate::wiring;
use anyhow::anyhow;
use model::Millis;
use phrases::Voice;
use secrecy::ExposeSecret;
use std::process::ExitCode;
use store::Store;
use store::desk::access::{Clients, Viewer};
use store::desk::person::{NewPerson, Person};

/// How long a printed link lets somebody in.
const LINK_MS: i64 = 24 * 3600 * 1000;

/// Adds, lists or resets.
pub async fn run(voice: &Voice, args: User) -> anyhow::Result<ExitCode> {
    wiring::logs("warn");
    let (UserVerb::Add { data, .. } | UserVerb::List { data, .. } | UserVerb::Reset { data, .. }) = &args.verb;
    let store = wiring::open(data).await?;
    match args.verb {
        UserVerb::Add { email, name, role, client, .. } => {
            let mut ids = Vec::with_capacity(client.len());
            for wanted in &client {
                let known = store.clients_of(&Viewer::system()).await?;
                let lower = wanted.to_lowercase();
                let found = known.into_iter().find(|c| c.slug == lower || c.name.to_lowercase() == lower);
                ids.push(
                    found.ok_or_else(|| anyhow!(voice.say_with("cli-absent", &[("what", wanted.as_str().into())])))?.id,
                );
            }
            let clients = if ids.is_empty() { Clients::All } else { Clients::Only(ids) };
            let name = name.unwrap_or_else(|| email.split('@').next().unwrap_or(&email).to_owned());
            let person =
                store.add_person(&NewPerson { email: &email, name: &name, role, clients }, wiring::now()).await?;
            println!("{}", link(&store, &person).await?);
            eprintln!("{}", voice.say("cli-link-once"));
        }
        UserVerb::List { json, .. } => list(&store, json).await?,
        UserVerb::Reset { email, .. } => {
            let person = store
                .person_by_email(&email)
                .await?
                .ok_or_else(|| anyhow!(voice.say_with("cli-absent", &[("what", email.as_str().into())])))?;
            store.reset_person(person.id, wiring::now()).await?;
            println!("{}", link(&store, &person).await?);
            eprintln!("{}", voice.say("cli-link-once"));
        }
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// The path that lets somebody in once.
pub async fn link(store: &Store, person: &Person) -> anyhow::Result<String> {
    let until = Millis(wiring::now().0 + LINK_MS);
    let secret = store.make_sign_in_link(person.id, until).await?;
    Ok(format!("/sign-in/link/{}", secret.expose_secret()))
}

async fn list(store: &Store, json: bool) -> anyhow::Result<()> {
    for person in store.people_of(&Viewer::system()).await? {
        if json {
            let row = serde_json::json!({
                "email": person.email, "name": person.name, "role": person.role,
                "disabled": person.disabled_at.is_some(),
            });
            println!("{row}");
        } else {
            println!("{}\t{}\t{}", person.email, person.role, person.name);
        }
    }
    Ok(())
}
