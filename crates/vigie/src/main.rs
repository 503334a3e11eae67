//! The program: command line, settings, wiring. No logic of its own.
//!
//! Data goes to stdout, talk to stderr. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.

mod cli;
mod show;
mod talk;
mod verbs;
mod wiring;

use clap::Parser;
use std::process::ExitCode;

/// A question's rows are made by the database's thread and dropped by another: a third faster than with the system's own.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("vigie: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(verbs::run(cli)) {
        Ok(done) => done,
        Err(error) => {
            eprintln!("vigie: {error:#}");
            ExitCode::FAILURE
        }
    }
}
