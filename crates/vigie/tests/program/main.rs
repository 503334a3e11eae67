//! The program exactly as typed: a folder, a command, what comes out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod audience;
mod blogs;
#[path = "../../../sources/tests/pages/books.rs"]
#[expect(dead_code, reason = "some of it serves the tests of the formats alone")]
mod books;
mod chats;
mod killed;
mod lists;
mod networks;
mod pages;
mod papers;
mod real_files;
mod refused;
mod tables;
mod traps;
mod verbs;

use serde_json::Value;
use std::collections::BTreeMap;
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

    /// Imports files twice and expects that the second time changes nothing and that nothing is refused. Answers the
    /// outcomes of the first time, without the parts of a folder or an archive that are left out.
    fn import_twice(&self, files: &[&Path], more: &[&str]) -> Vec<Value> {
        let first = self.import(files, more);
        let refused: Vec<&Value> = first.iter().filter(|outcome| outcome.get("refused").is_some()).collect();
        assert!(refused.is_empty(), "{refused:?}");
        for outcome in self.import(files, more) {
            assert_eq!(new_things(&outcome), 0, "{outcome}");
        }
        first.into_iter().filter(|outcome| outcome.get("left_out").is_none()).collect()
    }

    /// The same for a file that holds one part.
    fn import_one_twice(&self, file: &Path, more: &[&str]) -> Value {
        let outcomes = self.import_twice(&[file], more);
        assert_eq!(outcomes.len(), 1, "{outcomes:?}");
        outcomes[0].clone()
    }

    /// Imports a file that must be refused, and checks that nothing is stored. Answers what is said of it.
    fn refusal(&self, file: &Path, more: &[&str]) -> String {
        let held = |vigie: &Self| -> Value {
            let checked: Value = serde_json::from_slice(&vigie.try_run(&["check"], &["--json"]).stdout).unwrap();
            serde_json::json!([checked["facts"], checked["observations"], checked["visits"], checked["answers"]])
        };
        let before = held(self);
        let out = self.try_run(&["import"], &[&["--client", "Office"], more, &[file.to_str().unwrap()]].concat());
        let words = text(&out.stderr);
        assert_eq!((out.status.code(), held(self)), (Some(1), before), "{words}");
        let name = file.file_name().unwrap().to_str().unwrap();
        assert!(words.contains(name) && words.contains("hint:"), "{words}");
        assert!(!words.contains('⟦'), "a message is missing: {words}");
        words
    }

    /// A file of our own, written beside the data folder.
    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
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

    /// The values of a split, by name: those that have one.
    fn split(&self, indicator: &str, key: &str, more: &[&str]) -> BTreeMap<String, f64> {
        let rows = self.ask(indicator, &[&["--by", key], more].concat());
        let name = if ["hour", "day", "week", "month", "quarter", "year"].contains(&key) { "period" } else { key };
        let value = |row: &Value| Some((row[name].as_str()?.to_owned(), row["value"].as_f64()?));
        rows.iter().filter_map(value).collect()
    }

    /// Expects that a figure is missing, and says why.
    fn missing(&self, indicator: &str, more: &[&str], why: &str) {
        let figure = self.figure(indicator, more);
        assert_eq!((&figure["value"], &figure["status"]), (&Value::Null, &"missing".into()), "{indicator}: {figure}");
        assert!(caveats(&figure).contains(&why), "{indicator}: {why} is not said: {figure}");
    }

    /// The value of one figure.
    fn value(&self, indicator: &str, more: &[&str]) -> f64 {
        let figure = self.figure(indicator, more);
        figure["value"].as_f64().unwrap_or_else(|| panic!("{indicator} has no value: {figure}"))
    }
}

/// How many things an outcome says are new.
fn new_things(outcome: &Value) -> u64 {
    ["posts", "facts", "observations", "visits", "answers"].iter().filter_map(|what| outcome[*what].as_u64()).sum()
}

/// The outcome of the part of that name.
fn part<'o>(outcomes: &'o [Value], file: &str) -> &'o Value {
    outcomes.iter().find(|outcome| outcome["file"].as_str().is_some_and(|name| name.ends_with(file))).expect(file)
}

/// The argument of a note of an outcome.
fn told<'o>(outcome: &'o Value, code: &str, name: &str) -> Option<&'o str> {
    let note = outcome["seen"].as_array()?.iter().find(|note| note["code"] == code)?;
    note["args"].as_array()?.iter().find(|arg| arg[0] == name)?[1].as_str()
}

/// The sum of a note's argument over all parts.
fn noted(outcomes: &[Value], code: &str, name: &str) -> u64 {
    outcomes.iter().filter_map(|outcome| told(outcome, code, name)).map(|value| value.parse::<u64>().unwrap()).sum()
}

/// The rows read of all parts.
fn rows(outcomes: &[Value]) -> u64 {
    outcomes.iter().map(|outcome| outcome["rows_read"].as_u64().unwrap()).sum()
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
