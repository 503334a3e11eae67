//! `vigie import`: one outcome per file, JSON on stdout if asked, words on stderr otherwise.

use crate::cli::Import;
use crate::{talk, wiring};
use anyhow::bail;
use indicatif::{ProgressBar, ProgressStyle};
use intake::{Order, Outcome, take_in};
use phrases::{Value, Voice};
use sources::open::{self, Limits, Part};
use sources::{Mapping, Options, Refusal, Trouble, TroubleCode};
use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use web::file_words;

/// Takes the files in, one after the other; refusing one does not stop the others.
pub async fn run(voice: &Voice, args: Import) -> anyhow::Result<ExitCode> {
    wiring::logs("warn");
    let now = wiring::now();
    let store = wiring::open(&args.data).await?;
    let organisation = store.organisation().await?;
    let mapping = match args.map.as_deref().map(mapping).transpose() {
        Ok(mapping) => mapping,
        Err((file, trouble)) => bail!(talk::trouble(voice, &file, &trouble)),
    };
    let options = Options {
        zone: args.zone.clone().unwrap_or(organisation.zone),
        zone_named: args.zone.is_some(),
        skip_bad: args.skip_bad,
        include_private: args.include_private,
        by_others: args.by_others,
        own_hosts: args.own_host.clone(),
        team: args.team.clone(),
        network: args.network,
        mapping,
        now,
    };
    let mut order = Order::new(&args.client, options);
    order.space.clone_from(&args.space);
    order.network = args.network;
    order.format.clone_from(&args.format);
    order.dry_run = args.dry_run;
    let mut refused = false;
    for file in &args.files {
        let parts = match parts(file).await {
            Ok(parts) => parts,
            Err(Refusal(trouble)) => {
                refused = true;
                tell(voice, args.json, &Outcome::refused(file, "", trouble))?;
                continue;
            }
        };
        let mut read = false;
        for part in &parts {
            let bar = bar(part, args.json);
            let shown = bar.clone();
            let progress: intake::reader::Progress = Arc::new(move |bytes, _| shown.set_position(bytes));
            let outcomes = take_in(&store, &order, part, now, progress).await?;
            bar.finish_and_clear();
            for outcome in &outcomes {
                refused |= outcome.refused.is_some();
                read |= outcome.is_done();
                tell(voice, args.json, outcome)?;
            }
        }
        // Many parts and none of them known: the person handed over the wrong thing and must be told.
        refused |= !read;
    }
    store.close().await;
    Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Reads a mapping; what is wrong with it is told like what is wrong with any file.
fn mapping(file: &Path) -> Result<Mapping, (String, Trouble)> {
    let name = file.display().to_string();
    let unreadable = |e: std::io::Error| Trouble::new(TroubleCode::Unreadable).with("reason", &e.to_string());
    let text = std::fs::read_to_string(file).map_err(unreadable).map_err(|trouble| (name.clone(), trouble))?;
    Mapping::from_toml(&text).map_err(|trouble| (name, trouble))
}

/// The inputs behind one argument: a file, a folder, an archive, an address.
async fn parts(file: &str) -> Result<Vec<Part>, Refusal> {
    if file.starts_with("https://") || file.starts_with("http://") {
        let (name, bytes) = intake::fetch::fetch(file).await?;
        return open::list_bytes(&name, bytes, &Limits::default());
    }
    open::list(Path::new(file), &Limits::default())
}

/// A progress bar for what takes long, when somebody is looking.
fn bar(part: &Part, json: bool) -> ProgressBar {
    let size = part.size().unwrap_or(0);
    if json || size < 4_000_000 || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg} {wide_bar} {percent:>3} % · {bytes_per_sec} · {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(size).with_style(style).with_message(part.name.clone())
}

fn tell(voice: &Voice, json: bool, outcome: &Outcome) -> anyhow::Result<()> {
    if json {
        println!("{}", serde_json::to_string(outcome)?);
        if let Some(trouble) = &outcome.refused {
            eprintln!("{}", talk::trouble(voice, &outcome.file, trouble));
        }
        return Ok(());
    }
    if let Some(trouble) = &outcome.refused {
        eprintln!("{}", talk::trouble(voice, &outcome.file, trouble));
        return Ok(());
    }
    let file = Value::from(outcome.file.as_str());
    if outcome.left_out {
        eprintln!("{}", voice.say_with("cli-left-out", &[("file", file)]));
        return Ok(());
    }
    let number = |n: u64| Value::Number(f64::from(u32::try_from(n).unwrap_or(u32::MAX)));
    let key = match (outcome.dry_run, outcome.brought()) {
        (true, _) => "cli-tried",
        (false, 0) => "cli-nothing-new",
        (false, _) => "cli-taken-in",
    };
    eprintln!(
        "{}",
        voice.say_with(
            key,
            &[
                ("file", file),
                ("format", outcome.format.as_str().into()),
                ("place", outcome.space.as_deref().unwrap_or("").into()),
                ("rows", number(outcome.rows_read)),
                ("posts", number(outcome.posts)),
                ("facts", number(outcome.facts)),
                ("observations", number(outcome.observations)),
                ("visits", number(outcome.visits)),
                ("answers", number(outcome.answers)),
                ("duplicates", number(outcome.duplicates)),
            ]
        )
    );
    for note in &outcome.seen {
        eprintln!("  · {}", file_words::note(voice, note));
    }
    if outcome.bad_count > 0 {
        eprintln!("  · {}", voice.say_with("cli-bad-lines", &[("n", number(outcome.bad_count))]));
        for bad in outcome.bad.iter().take(20) {
            eprintln!("    {}", talk::bad_line(voice, bad));
        }
    }
    Ok(())
}
