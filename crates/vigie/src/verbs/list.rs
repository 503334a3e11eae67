//! `vigie indicators` and `vigie formats`, and their reference pages.

use crate::cli::List;
use measure::indicator::ALL as INDICATORS;
use model::{FactKind, Metric};
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

/// A column of the matrix: the message that names it, the figure it stands for, the acts that tell the same.
type Brought = (&'static str, Option<Metric>, &'static [FactKind]);

const MATRIX: &[Brought] = &[
    ("metric-posts_published", Some(Metric::PostsPublished), &[FactKind::Post, FactKind::Status, FactKind::Article]),
    ("metric-followers", Some(Metric::Followers), &[]),
    ("metric-gains", Some(Metric::Gains), &[FactKind::Follow]),
    ("metric-losses", Some(Metric::Losses), &[FactKind::Unfollow]),
    ("metric-mentions", Some(Metric::Mentions), &[FactKind::Mention, FactKind::Citation]),
    ("metric-comments", Some(Metric::Comments), &[FactKind::Comment]),
    ("metric-likes", Some(Metric::Likes), &[FactKind::Like]),
    ("metric-shares", Some(Metric::Shares), &[FactKind::Share]),
    ("metric-reach", Some(Metric::Reach), &[]),
    ("metric-impressions", Some(Metric::Impressions), &[]),
    ("metric-engagements", Some(Metric::Engagements), &[]),
    ("metric-engaged_people", Some(Metric::EngagedPeople), &[]),
    ("metric-video_views", Some(Metric::VideoViews), &[]),
    ("metric-media_views", Some(Metric::MediaViews), &[]),
    ("metric-profile_views", Some(Metric::ProfileViews), &[]),
    ("metric-clicks", Some(Metric::Clicks), &[]),
    ("metric-link_clicks", Some(Metric::LinkClicks), &[]),
    ("metric-saves", Some(Metric::Saves), &[]),
    ("metric-follows_from_post", Some(Metric::FollowsFromPost), &[]),
    ("metric-negative_feedback", Some(Metric::NegativeFeedback), &[]),
    ("metric-replies_received", Some(Metric::RepliesReceived), &[FactKind::ReplyReceived]),
    ("metric-replies_sent", Some(Metric::RepliesSent), &[FactKind::Reply]),
    ("metric-visits", Some(Metric::Visits), &[]),
    ("metric-visitors", Some(Metric::Visitors), &[]),
    ("metric-page_views", Some(Metric::PageViews), &[]),
    ("indicator-backlinks", None, &[FactKind::Backlink]),
];

/// What a format does for a column: brings it, is known not to, says nothing of it.
fn brings(manifest: &Manifest, (_, metric, kinds): &Brought) -> &'static str {
    let brings = manifest.sees.iter().any(|sees| match sees {
        Sees::Space(told) | Sees::Post(told) => Some(*told) == *metric,
        Sees::Facts(kind) => kinds.contains(kind),
        Sees::Posts => *metric == Some(Metric::PostsPublished),
        Sees::Visits => *metric == Some(Metric::Visits),
        Sees::Answers => false,
    });
    match (brings, metric.is_some_and(|metric| manifest.lacks.contains(&metric))) {
        (true, _) => "●",
        (false, true) => "no",
        (false, false) => "",
    }
}

/// docs/reference/matrix.md
pub fn matrix_page(voice: &Voice) -> anyhow::Result<String> {
    let mut page = String::from(
        "# What each format brings\n\nGenerated from the manifests by `make docs`. ● it brings the figure; *no*: people expect it of this file, and \
         it does not have it; nothing: the file does not speak of it. Surveys bring answers, kept for themselves.\n\n| format |",
    );
    for (name, ..) in MATRIX {
        write!(page, " {} |", voice.say(name))?;
    }
    page.push_str("\n|---|");
    page.push_str(&"---|".repeat(MATRIX.len()));
    page.push('\n');
    for manifest in FORMATS.iter().map(|format| format.manifest()) {
        write!(page, "| {} |", manifest.name)?;
        for column in MATRIX {
            write!(page, " {} |", brings(manifest, column))?;
        }
        page.push('\n');
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
