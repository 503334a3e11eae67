//! Every format has its fuzz target, and none of a format that is no more.
#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use sources::registry::FORMATS;
use std::collections::BTreeSet;

#[test]
fn every_format_is_fuzzed() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/Cargo.toml");
    let manifest: toml::Table = std::fs::read_to_string(manifest).unwrap().parse().unwrap();
    let targets = manifest.get("bin").and_then(toml::Value::as_array).unwrap();
    let targets: BTreeSet<&str> = targets.iter().filter_map(|target| target.get("name")?.as_str()).collect();
    // One target is all formats at once.
    let targets: BTreeSet<&str> = targets.into_iter().filter(|target| *target != "any").collect();
    let formats: BTreeSet<&str> = FORMATS.iter().map(|format| format.manifest().id).collect();
    assert_eq!(targets, formats);
}
