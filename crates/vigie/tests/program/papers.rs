//! What is generated from the code equals what is kept in the docs; help, completions and the manual page exist.

use crate::text;
use std::path::Path;
use std::process::Command;

fn vigie(args: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_vigie")).args(args).output().unwrap();
    assert!(out.status.success(), "{args:?}: {}", text(&out.stderr));
    text(&out.stdout)
}

#[test]
fn references_in_the_docs_are_those_of_the_code() {
    let folder = tempfile::tempdir().unwrap();
    vigie(&["--lang", "en", "reference", "--write", folder.path().to_str().unwrap()]);
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference");
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        let kept = std::fs::read_to_string(docs.join(file.file_name())).unwrap_or_default();
        let made = std::fs::read_to_string(file.path()).unwrap();
        assert!(kept == made, "docs/reference/{} is old: run `make docs`", file.file_name().display());
    }
}

#[test]
fn help_version_completions_and_manual() {
    assert!(vigie(&["--version"]).starts_with("vigie "));
    assert!(vigie(&["import", "--help"]).contains("--skip-bad"));
    assert!(vigie(&["completions", "bash"]).contains("_vigie"));
    assert!(vigie(&["man"]).contains(".TH"));
    for list in ["indicators", "formats"] {
        let json: serde_json::Value = serde_json::from_str(&vigie(&[list, "--json"])).unwrap();
        assert!(json.as_array().unwrap().len() >= 8);
        assert!(!vigie(&[list]).contains('⟦'));
    }
}
