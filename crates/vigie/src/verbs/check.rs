//! `vigie check`: everything counted again.

use crate::cli::Check;
use crate::wiring;
use phrases::Voice;
use std::process::ExitCode;

/// Exit code 1 when anything differs.
pub async fn run(voice: &Voice, args: Check) -> anyhow::Result<ExitCode> {
    wiring::logs("warn");
    let store = wiring::open(&args.data).await?;
    let checked = store.check().await?;
    store.close().await;
    if args.json {
        println!("{}", serde_json::to_string(&checked)?);
    } else {
        let count = |n: u64| voice.count(i64::try_from(n).unwrap_or(i64::MAX));
        println!(
            "{}",
            voice.say_with(
                "cli-checked",
                &[
                    ("spaces", count(checked.spaces).as_str().into()),
                    ("facts", count(checked.facts).as_str().into()),
                    ("observations", count(checked.observations).as_str().into()),
                    ("visits", count(checked.visits).as_str().into()),
                    ("posts", count(checked.posts).as_str().into()),
                ]
            )
        );
        if checked.answers > 0 {
            println!("{}", voice.say_with("cli-checked-answers", &[("n", count(checked.answers).as_str().into())]));
        }
    }
    for difference in &checked.differences {
        eprintln!("{difference}");
    }
    Ok(if checked.differences.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
