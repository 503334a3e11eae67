//! `vigie backup` and `vigie restore`.

use crate::cli::{FileVerb, Restore};
use crate::wiring;
use phrases::Voice;
use std::process::ExitCode;

/// Writes everything into one file.
pub async fn backup(voice: &Voice, args: FileVerb) -> anyhow::Result<ExitCode> {
    wiring::logs("warn");
    let store = wiring::open(&args.data).await?;
    let manifest = store.backup(&args.file, wiring::now()).await?;
    store.close().await;
    let rows = i64::try_from(manifest.rows()).unwrap_or(i64::MAX);
    let file = args.file.display().to_string();
    eprintln!(
        "{}",
        voice.say_with("cli-backed-up", &[("file", file.as_str().into()), ("rows", voice.count(rows).as_str().into())])
    );
    Ok(ExitCode::SUCCESS)
}

/// Brings back what `backup` wrote.
pub async fn restore(voice: &Voice, args: Restore) -> anyhow::Result<ExitCode> {
    wiring::logs("warn");
    let mut store = wiring::open(&args.data).await?;
    let manifest = store.restore(&args.file, args.force).await?;
    store.close().await;
    let rows = i64::try_from(manifest.rows()).unwrap_or(i64::MAX);
    eprintln!("{}", voice.say_with("cli-restored", &[("rows", voice.count(rows).as_str().into())]));
    Ok(ExitCode::SUCCESS)
}
