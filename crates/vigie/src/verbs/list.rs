//! `vigie indicators` and `vigie formats`, and their reference pages.

use crate::cli::List;
use measure::indicator::ALL as INDICATORS;
use phrases::Voice;
use sources::registry::FORMATS;
use sources::{Manifest, Sees};
use std::fmt::Write as _;
use std::process::ExitCode;

/// Every indicator, one a line or as JSON.
pub fn indicators(voice: &Voice, args: &List) -> anyhow::Result<ExitCode> {
    if args.json {
        let rows: Vec<_> = INDICATORS
            .iter()
            .map(|i| {
                serde_json::json!({
                    "id": i.id, "layer": i.layer, "family": i.family, "unit": i.unit, "good": i.good,
                    "splits": i.splits, "name": voice.say(&i.name_key()), "formula": voice.say(&i.formula_key()),
                })
            })
            .collect();
        println!("{}", serde_json::to_string_pretty(&rows)?);
    } else {
        for i in INDICATORS {
            println!("{:28} {:10} {}", i.id, i.unit, voice.say(&i.name_key()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Every format, one a line or as JSON.
pub fn formats(voice: &Voice, args: &List) -> anyhow::Result<ExitCode> {
    let manifests = || FORMATS.iter().map(|format| format.manifest());
    if args.json {
        println!("{}", serde_json::to_string_pretty(&manifests().collect::<Vec<_>>())?);
    } else {
        for manifest in manifests() {
            println!("{:20} {:12} {}", manifest.id, manifest.network.map_or("–", |n| n.as_str()), manifest.name);
            println!("{:20} {}", "", sees(voice, manifest));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn sees(voice: &Voice, manifest: &Manifest) -> String {
    let mut words: Vec<String> = manifest.sees.iter().map(|sees| voice.say(&sees_key(*sees))).collect();
    words.dedup();
    words.join(", ")
}

/// The message that names what a format tells.
fn sees_key(sees: Sees) -> String {
    match sees {
        Sees::Space(metric) | Sees::Post(metric) => format!("metric-{metric}"),
        Sees::Posts => "sees-posts".to_owned(),
        Sees::Facts(kind) => format!("kind-{kind}"),
        Sees::Visits => "sees-visits".to_owned(),
        Sees::Answers => "sees-answers".to_owned(),
    }
}

/// docs/reference/formats.md
pub fn formats_page(voice: &Voice) -> anyhow::Result<String> {
    let mut page = String::from("# Formats\n\nGenerated from the manifests by `make docs`.\n\n");
    page.push_str("| id | name | network | tells | does not tell | tier |\n|---|---|---|---|---|---|\n");
    for manifest in FORMATS.iter().map(|format| format.manifest()) {
        let lacks: Vec<String> = manifest.lacks.iter().map(|metric| voice.say(&format!("metric-{metric}"))).collect();
        writeln!(
            page,
            "| `{}` | {} | {} | {} | {} | {} |",
            manifest.id,
            manifest.name,
            manifest.network.map_or("any", |network| network.as_str()),
            sees(voice, manifest),
            lacks.join(", "),
            manifest.tier
        )?;
    }
    Ok(page)
}

/// docs/reference/indicators.md
pub fn indicators_page(voice: &Voice) -> anyhow::Result<String> {
    let mut page = String::from("# Indicators\n\nGenerated from the code by `make docs`.\n");
    for i in INDICATORS {
        let splits: Vec<&str> = i.splits.iter().map(|split| split.as_str()).collect();
        write!(
            page,
            "\n## {}\n\n`{}` · {} · {} · {}\n\n{}\n\nSplits, beside periods: {}.\n",
            voice.say(&i.name_key()),
            i.id,
            i.layer,
            i.family,
            i.unit,
            voice.say(&i.formula_key()),
            if splits.is_empty() { "none".to_owned() } else { splits.join(", ") }
        )?;
    }
    Ok(page)
}
