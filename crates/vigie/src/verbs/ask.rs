//! `vigie ask`: any indicator, as a table, CSV, JSON or SVG.

use crate::cli::{Ask as Args, Format};
use crate::{show, wiring};
use anyhow::bail;
use figures::Output;
use measure::ask::{Ask, AskError};
use phrases::Voice;
use std::process::ExitCode;
use store::ask::Unanswered;
use store::desk::access::Viewer;
use store::{Store, StoreError};

/// Answers on stdout.
pub async fn run(voice: &Voice, args: Args) -> anyhow::Result<ExitCode> {
    wiring::logs("warn");
    let store = wiring::open(&args.data).await?;
    let mut filters = Vec::with_capacity(args.filters.len() + 1);
    for filter in &args.filters {
        let Some((key, value)) = filter.split_once('=') else {
            bail!(voice.say_with("cli-not-a-filter", &[("given", filter.as_str().into())]));
        };
        filters.push((key.trim().to_owned(), value.trim().to_owned()));
    }
    if let Some(client) = &args.client {
        filters.push(("client".to_owned(), slug(&store, client).await?));
    }
    let ask = Ask {
        indicators: args.indicators,
        from: args.from,
        to: args.to,
        by: args.by,
        filters,
        zone: args.zone,
        compare: args.compare,
        rules: match args.rules {
            Some(rules) => Some(rules),
            None => Some(store.organisation().await?.rules.as_str().to_owned()),
        },
    };
    let answer = match store.answer(&Viewer::system(), &ask, wiring::now()).await {
        Ok(answer) => answer,
        Err(Unanswered::Ask(error)) => bail!(show::ask_error(voice, &error)),
        Err(Unanswered::Store(StoreError::Absent(what))) => {
            bail!(voice.say_with("cli-absent", &[("what", what.into())]))
        }
        Err(error) => return Err(error.into()),
    };
    store.close().await;
    match args.format {
        Format::Json => println!("{}", answer.to_json()),
        Format::Csv => print!("{}", answer.to_csv()),
        Format::Table => print!("{}", show::answer(voice, &answer)),
        Format::Svg => {
            let [series] = answer.series.as_slice() else { bail!(voice.say("cli-one-figure")) };
            println!("{}", figures::Picture::of(series, &answer, voice, figures::Size::WIDE).svg(Output::File));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A client by name or slug, as `import` takes it.
async fn slug(store: &Store, given: &str) -> Result<String, StoreError> {
    let clients = store.clients_of(&Viewer::system()).await?;
    let wanted = given.trim().to_lowercase();
    let known = clients.into_iter().find(|client| client.slug == wanted || client.name.to_lowercase() == wanted);
    known.map(|client| client.slug).ok_or(StoreError::Absent("client"))
}

/// Kept beside the message keys: an error nobody words is an error of ours.
pub const fn message_key(error: &AskError) -> &'static str {
    match error {
        AskError::UnknownIndicator(_) => "ask-unknown-indicator",
        AskError::UnknownSplit(_) => "ask-unknown-split",
        AskError::TwoGrains => "ask-two-grains",
        AskError::NoSuchSplit { .. } => "ask-no-such-split",
        AskError::NotADate(_) => "ask-not-a-date",
        AskError::EmptyPeriod { .. } => "ask-empty-period",
        AskError::UnknownZone(_) => "ask-unknown-zone",
        AskError::UnknownFilter(_) => "ask-unknown-filter",
        AskError::UnknownCompare(_) => "ask-unknown-compare",
        AskError::UnknownRules(_) => "ask-unknown-rules",
        AskError::TooManyRows { .. } => "ask-too-many-rows",
    }
}
