//! `vigie normalise`: facts made again from the files that were kept.

use crate::cli::Normalise;
use crate::{talk, wiring};
use anyhow::bail;
use intake::normalise::{Normalised, normalise};
use phrases::{Value, Voice};
use std::process::ExitCode;
use store::desk::access::Viewer;
use store::history::again::Contents;

/// Space by space; a space whose files can no longer be read is left as it was and told, the others go on.
pub async fn run(voice: &Voice, args: Normalise) -> anyhow::Result<ExitCode> {
    wiring::logs("warn");
    let store = wiring::open(&args.data).await?;
    let viewer = Viewer::system();
    let is = |wanted: &Option<String>, slug: &str, name: &str| {
        wanted.as_ref().is_none_or(|wanted| slug == wanted || name.to_lowercase() == wanted.to_lowercase())
    };
    let clients = store.clients_of(&viewer).await?;
    let spaces = store.spaces_of(&viewer).await?;
    let (mut met, mut failed) = (false, false);
    for client in clients.iter().filter(|client| is(&args.client, &client.slug, &client.name)) {
        for space in
            spaces.iter().filter(|space| space.client == client.id && is(&args.space, &space.slug, &space.name))
        {
            met = true;
            match normalise(&store, client, space, !args.dry_run).await? {
                Ok(made) if args.json => println!("{}", serde_json::to_string(&made)?),
                Ok(made) => println!("{}", sentence(voice, &made)),
                Err(unread) => {
                    failed = true;
                    eprintln!("{}", talk::trouble(voice, &unread.file, &unread.trouble));
                }
            }
        }
    }
    // What no rule keeps any longer goes at the same time.
    if !args.dry_run {
        store.purge_raw(wiring::now()).await?;
    }
    store.close().await;
    if !met && (args.client.is_some() || args.space.is_some()) {
        let what = args.space.or(args.client).unwrap_or_default();
        bail!(voice.say_with("cli-absent", &[("what", what.as_str().into())]));
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn sentence(voice: &Voice, made: &Normalised) -> String {
    let place = format!("{}/{}", made.client, made.space);
    let number = |n: usize| Value::Number(f64::from(u32::try_from(n).unwrap_or(u32::MAX)));
    let (before, after) = (held(voice, &made.before), held(voice, &made.after));
    let said = [
        ("place", place.as_str().into()),
        ("n", number(made.imports)),
        ("before", before.as_str().into()),
        ("after", after.as_str().into()),
    ];
    voice.say_with(
        match (made.imports, made.same) {
            (0, _) => "cli-nothing-kept",
            (_, true) => "cli-made-again-same",
            (_, false) => "cli-made-again",
        },
        &said,
    )
}

fn held(voice: &Voice, held: &Contents) -> String {
    let count = |n: u64| voice.count(i64::try_from(n).unwrap_or(i64::MAX));
    voice.say_with(
        "cli-held",
        &[
            ("posts", count(held.posts).as_str().into()),
            ("facts", count(held.facts).as_str().into()),
            ("observations", count(held.observations).as_str().into()),
            ("visits", count(held.visits).as_str().into()),
        ],
    )
}
