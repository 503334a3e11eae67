//! The whole catalogue: both languages say the same, in good typography; no message is asked for in vain, none lies
//! unused. What is asked for is read from the sources; keys made of parts count by their first part.
#![allow(clippy::unwrap_used)]

use super::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn texts() -> Vec<(Lang, String, String)> {
    Files::iter()
        .map(|path| {
            let (lang, name) = path.split_once('/').unwrap();
            let text = String::from_utf8(Files::get(&path).unwrap().data.into_owned()).unwrap();
            (lang.parse().unwrap(), name.to_owned(), text)
        })
        .collect()
}

/// These show a pattern of dates: their `%` is no per cent sign.
const PATTERNS: [&str; 1] = ["sources-date-pattern.hint"];

#[test]
fn both_languages_are_sound() {
    let texts = texts();
    assert!(texts.len() > 10);
    let findings = phrases::lint(texts.iter().map(|(lang, name, text)| (*lang, name.as_str(), text.as_str())));
    let wrong = findings.iter().filter(|finding| !PATTERNS.contains(&finding.key.as_str()));
    let findings: Vec<String> = wrong.map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    phrases().unwrap();
}

/// Sources and templates of every crate, without tests.
fn sources(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            if !["tests", "target", "testing", "locale"].contains(&name.as_str()) {
                sources(&path, into);
            }
        } else if (name.ends_with(".rs") || name.ends_with(".html")) && name != "tests.rs" && name != "testing.rs" {
            into.push((path.clone(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

fn every_source() -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), &mut all);
    assert!(all.len() > 100);
    all
}

/// Every text between quotes.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    // Either every other piece is a literal, or a lone quote shifted them: both are taken, for a key between two
    // literals would hold blanks.
    text.split('"').filter(|piece| !piece.is_empty() && !piece.contains(char::is_whitespace))
}

#[test]
fn every_message_asked_for_by_name_is_there() {
    let phrases = phrases().unwrap();
    let mut missing = BTreeSet::new();
    for (path, text) in every_source() {
        for call in ["say(", "say_with(", "Said::new("] {
            for after in text.split(call).skip(1) {
                let Some(rest) = after.trim_start().strip_prefix('"') else { continue };
                let key = rest.split('"').next().unwrap_or_default();
                let name = key.split('.').next().unwrap_or_default();
                let is_key =
                    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                if is_key
                    && !Lang::ALL.iter().all(|lang| phrases.has(*lang, name))
                    && path.components().any(|part| part.as_os_str() == "src")
                {
                    missing.insert(format!("{key} ({})", path.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// `figures/src/key.rs` joins the word of a split and a value: no literal holds such a key.
const JOINED: [&str; 2] = ["channel-", "referrer-"];

#[test]
fn no_message_lies_unused() {
    let mut whole = BTreeSet::new();
    let mut beginnings: BTreeSet<String> = JOINED.map(str::to_owned).into();
    for (_, text) in every_source() {
        for literal in literals(&text) {
            match literal.split_once('{') {
                Some((beginning, _)) if beginning.ends_with('-') => drop(beginnings.insert(beginning.to_owned())),
                // `field-too-long|{max}`: a key with its number behind.
                Some((beginning, _)) => drop(whole.insert(beginning.trim_end_matches('|').to_owned())),
                None => drop(whole.insert(literal.split('.').next().unwrap_or_default().to_owned())),
            }
        }
    }
    let phrases = phrases().unwrap();
    let unused: Vec<&str> = phrases
        .keys(Lang::En)
        .filter(|key| !whole.contains(*key) && !beginnings.iter().any(|beginning| key.starts_with(beginning)))
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}
