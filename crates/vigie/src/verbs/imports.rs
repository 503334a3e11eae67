//! `vigie imports` and `vigie undo`: what was taken in, and taking it back.

use crate::cli::{Imports, Undo};
use crate::wiring;
use anyhow::bail;
use comfy_table::Table;
use comfy_table::presets::NOTHING;
use model::ImportId;
use phrases::Voice;
use serde::Serialize;
use std::process::ExitCode;
use store::desk::access::Viewer;

/// An import as programs read it.
#[derive(Serialize)]
struct Listed {
    import: i64,
    client: String,
    space: String,
    format: String,
    file: String,
    at: String,
    posts: i64,
    facts: i64,
    observations: i64,
    visits: i64,
}

/// Newest first.
pub async fn list(voice: &Voice, args: Imports) -> anyhow::Result<ExitCode> {
    wiring::logs("warn");
    let store = wiring::open(&args.data).await?;
    let viewer = Viewer::system();
    let mut listed = Vec::new();
    let mut known = args.client.is_none();
    for space in store.spaces_of(&viewer).await? {
        if let Some(wanted) = &args.client {
            if space.client_slug != *wanted && space.client_name.to_lowercase() != wanted.to_lowercase() {
                continue;
            }
            known = true;
        }
        for row in store.imports_of_space(space.id).await? {
            listed.push(Listed {
                import: row.id,
                client: space.client_slug.clone(),
                space: space.slug.clone(),
                format: row.format,
                file: row.name,
                at: moment(row.at),
                posts: row.posts,
                facts: row.facts,
                observations: row.observations,
                visits: row.visits,
            });
        }
    }
    store.close().await;
    if !known {
        bail!(voice.say_with("cli-absent", &[("what", args.client.unwrap_or_default().as_str().into())]));
    }
    listed.sort_by_key(|one| std::cmp::Reverse(one.import));
    if args.json {
        println!("{}", serde_json::to_string(&listed)?);
        return Ok(ExitCode::SUCCESS);
    }
    let mut table = Table::new();
    table.load_preset(NOTHING);
    for one in &listed {
        let brought = one.posts + one.facts + one.observations + one.visits;
        table.add_row([
            one.import.to_string(),
            one.at.clone(),
            format!("{}/{}", one.client, one.space),
            one.format.clone(),
            voice.count(brought),
            one.file.clone(),
        ]);
    }
    println!("{table}");
    Ok(ExitCode::SUCCESS)
}

/// UTC, to the second.
fn moment(at: i64) -> String {
    jiff::Timestamp::from_millisecond(at)
        .map_or_else(|_| String::new(), |at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// Everything the import brought, and its trace.
pub async fn undo(voice: &Voice, args: Undo) -> anyhow::Result<ExitCode> {
    wiring::logs("warn");
    let store = wiring::open(&args.data).await?;
    let number = args.import.to_string();
    let row = store.import_row(&Viewer::system(), ImportId(args.import)).await?;
    let Some(row) = row else { bail!(voice.say_with("cli-no-import", &[("import", number.as_str().into())])) };
    store.undo_import(ImportId(args.import)).await?;
    store.close().await;
    eprintln!(
        "{}",
        voice.say_with("cli-undone", &[("import", number.as_str().into()), ("file", row.name.as_str().into())])
    );
    Ok(ExitCode::SUCCESS)
}
