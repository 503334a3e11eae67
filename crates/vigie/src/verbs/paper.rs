//! Completions, the manual page, and the references that docs/reference holds.

use crate::cli::Cli;
use clap::CommandFactory;
use phrases::Voice;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// Completions on stdout.
pub fn completions(shell: clap_complete::Shell) -> anyhow::Result<ExitCode> {
    clap_complete::generate(shell, &mut Cli::command(), "vigie", &mut std::io::stdout());
    Ok(ExitCode::SUCCESS)
}

/// The manual page on stdout.
pub fn man() -> anyhow::Result<ExitCode> {
    clap_mangen::Man::new(Cli::command()).render(&mut std::io::stdout())?;
    Ok(ExitCode::SUCCESS)
}

/// Every generated reference: (file name, text).
pub fn references(voice: &Voice) -> anyhow::Result<Vec<(&'static str, String)>> {
    Ok(vec![
        ("command-line.md", command_line()?),
        ("formats.md", super::list::formats_page(voice)?),
        ("matrix.md", super::list::matrix_page(voice)?),
        ("indicators.md", super::list::indicators_page(voice)?),
        ("openapi.json", serde_json::to_string_pretty(&web::openapi())? + "\n"),
    ])
}

/// Writes the references into a folder, or prints them.
pub fn reference(voice: &Voice, folder: Option<&Path>) -> anyhow::Result<ExitCode> {
    for (name, text) in references(voice)? {
        match folder {
            Some(folder) => std::fs::write(folder.join(name), text)?,
            None => print!("{text}"),
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn command_line() -> anyhow::Result<String> {
    let mut page = String::from("# Command line\n\nGenerated from the program by `make docs`.\n");
    let mut command = Cli::command();
    command.build();
    for verb in command.get_subcommands_mut().filter(|verb| !verb.is_hide_set()) {
        let name = verb.get_name().to_owned();
        let help = verb.clone().term_width(100).render_long_help();
        let help = help.to_string();
        let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
        write!(page, "\n## vigie {name}\n\n```text\n{}\n```\n", lines.join("\n").trim_end())?;
    }
    Ok(page)
}
