//! The program exactly as typed: a folder, a command, what comes out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod audience;
mod blogs;
mod chats;
mod killed;
mod networks;
mod pages;
mod papers;
mod real_files;
mod refused;
mod verbs;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A data folder and the program to use on it.
struct Vigie {
    folder: TempDir,
}

impl Vigie {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The command, with `--data` filled in.
    fn command(&self, verb: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vigie"));
        command.args(verb).arg("--data").arg(self.data()).arg("--lang").arg("en").env_remove("VIGIE_DATABASE");
        command
    }

    /// Runs and expects success.
    fn run(&self, verb: &[&str], more: &[&str]) -> String {
        let output = self.command(verb).args(more).output().unwrap();
        assert!(output.status.success(), "{verb:?} {more:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Runs whatever comes.
    fn try_run(&self, verb: &[&str], more: &[&str]) -> Output {
        self.command(verb).args(more).output().unwrap()
    }

    /// Imports files for the client "Office"; one outcome per file read.
    fn import(&self, files: &[&Path], more: &[&str]) -> Vec<Value> {
        let files: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
        let out = self.run(&["import"], &[&["--client", "Office", "--json"], more, &files].concat());
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Asks one indicator; its rows.
    fn ask(&self, indicator: &str, more: &[&str]) -> Vec<Value> {
        let out = self.run(&["ask"], &[&[indicator, "--format", "json"], more].concat());
        let answer: Value = serde_json::from_str(&out).unwrap();
        answer["indicators"][0]["rows"].as_array().unwrap().clone()
    }

    /// Asks one figure.
    fn figure(&self, indicator: &str, more: &[&str]) -> Value {
        let rows = self.ask(indicator, more);
        assert_eq!(rows.len(), 1, "{rows:?}");
        rows[0].clone()
    }

    /// The value of one figure.
    fn value(&self, indicator: &str, more: &[&str]) -> f64 {
        let figure = self.figure(indicator, more);
        figure["value"].as_f64().unwrap_or_else(|| panic!("{indicator} has no value: {figure}"))
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Codes of a figure's caveats.
fn caveats(figure: &Value) -> Vec<&str> {
    figure["caveats"].as_array().unwrap().iter().map(|c| c["code"].as_str().unwrap()).collect()
}

/// A folder of the real exports, or `None` where they are not at hand: then says so (and fails in CI).
fn real(test: &str, folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("VIGIE_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let path = root.join(folder);
    if path.is_dir() {
        return Some(path);
    }
    assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "{}: VIGIE_DATA not found", path.display());
    println!("skipped: {test}: VIGIE_DATA not found");
    None
}
