//! One file per verb.

mod ask;
mod check;
mod demo;
mod import;
mod imports;
mod keep;
mod list;
mod normalise;
mod note;
mod paper;
mod serve;
mod user;

pub use ask::message_key;

use crate::cli::{Cli, Verb};
use crate::talk;
use std::process::ExitCode;

/// Runs the verb.
pub async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let voice = talk::voice(cli.lang)?;
    match cli.verb {
        Verb::Demo(args) => demo::run(&voice, args).await,
        Verb::Serve(args) => serve::run(&voice, args).await,
        Verb::Import(args) => import::run(&voice, args).await,
        Verb::Ask(args) => ask::run(&voice, args).await,
        Verb::Indicators(args) => list::indicators(&voice, &args),
        Verb::Formats(args) => list::formats(&voice, &args),
        Verb::Note(args) => note::run(&voice, args).await,
        Verb::Imports(args) => imports::list(&voice, args).await,
        Verb::Undo(args) => imports::undo(&voice, args).await,
        Verb::Normalise(args) => normalise::run(&voice, args).await,
        Verb::Check(args) => check::run(&voice, args).await,
        Verb::Backup(args) => keep::backup(&voice, args).await,
        Verb::Restore(args) => keep::restore(&voice, args).await,
        Verb::User(args) => user::run(&voice, args).await,
        Verb::Completions { shell } => paper::completions(shell),
        Verb::Man => paper::man(),
        Verb::Reference { write } => paper::reference(&voice, write.as_deref()),
    }
}
