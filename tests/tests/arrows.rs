//! The arrows of ARCHITECTURE.md: which crate of ours may know which. Read from `cargo metadata`.

#![allow(clippy::expect_used, reason = "a test that cannot read the metadata fails")]

use cargo_metadata::{DependencyKind, MetadataCommand};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is allowed, and nothing else. Tests may use more (`[dev-dependencies]`).
const ALLOWED: &[(&str, &[&str])] = &[
    ("figures", &["ink", "measure", "model", "phrases"]),
    ("ink", &[]),
    ("intake", &["model", "polite-http", "sources", "store"]),
    ("measure", &["model"]),
    ("model", &[]),
    ("phrases", &[]),
    ("polite-http", &[]),
    ("sources", &["model", "polite-http", "words"]),
    ("store", &["measure", "model"]),
    ("vigie", &["figures", "intake", "measure", "model", "phrases", "polite-http", "sources", "store", "web", "words"]),
    ("web", &["figures", "intake", "measure", "model", "phrases", "sources", "store", "words"]),
    ("whole-program", &[]),
    ("words", &["model"]),
];

fn ours() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = MetadataCommand::new().no_deps().exec().expect("cargo metadata");
    let names: BTreeSet<String> = metadata.packages.iter().map(|p| p.name.to_string()).collect();
    metadata
        .packages
        .iter()
        .map(|package| {
            let arrows = package.dependencies.iter().filter(|d| d.kind == DependencyKind::Normal);
            (package.name.to_string(), arrows.map(|d| d.name.clone()).filter(|name| names.contains(name)).collect())
        })
        .collect()
}

#[test]
fn crates_know_only_whom_they_may() {
    let allowed: BTreeMap<&str, BTreeSet<&str>> =
        ALLOWED.iter().map(|(name, arrows)| (*name, arrows.iter().copied().collect())).collect();
    let mut faults = Vec::new();
    for (name, arrows) in ours() {
        match allowed.get(name.as_str()) {
            None => faults.push(format!("{name} is not in the table of arrows")),
            Some(may) => {
                let too_many = arrows.iter().filter(|arrow| !may.contains(arrow.as_str()));
                faults.extend(too_many.map(|arrow| format!("{name} → {arrow}")));
            }
        }
    }
    assert!(faults.is_empty(), "arrows that ARCHITECTURE.md does not allow: {faults:#?}");
}

#[test]
fn libraries_know_nothing_of_vigie() {
    for (name, arrows) in ours() {
        if ["ink", "phrases", "polite-http"].contains(&name.as_str()) {
            assert!(arrows.is_empty(), "{name} knows {arrows:?}");
        }
    }
}
