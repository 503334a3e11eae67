//! Every refusal, note and role has its words, in both languages, and each format its help.

use sources::TroubleCode;
use sources::mapping::Role;
use sources::registry::FORMATS;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The messages of a language, file contents one after the other.
fn messages(language: &str) -> String {
    let folder = root().join("locales").join(language);
    ["sources.ftl", "formats.ftl"].iter().map(|file| std::fs::read_to_string(folder.join(file)).unwrap()).collect()
}

fn has(messages: &str, key: &str) -> bool {
    messages.lines().any(|line| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(" =")))
}

/// The text of one message: its line and those indented under it.
fn message<'a>(messages: &'a str, key: &str) -> Vec<&'a str> {
    let mut lines =
        messages.lines().skip_while(|line| line.strip_prefix(key).is_none_or(|rest| !rest.starts_with(" =")));
    let first = lines.next().into_iter();
    first.chain(lines.take_while(|line| line.starts_with(' '))).collect()
}

#[test]
fn every_refusal_is_said_with_what_to_do() {
    for language in ["en", "fr"] {
        let messages = messages(language);
        for code in TroubleCode::ALL {
            let key = format!("trouble-{code}");
            assert!(has(&messages, &key), "{language}: {key}");
            assert!(has(&messages, &format!("{key}-hint")), "{language}: {key}-hint");
            for used in message(&messages, &key).join("").split("$").skip(1) {
                let name: String = used.chars().take_while(char::is_ascii_lowercase).collect();
                assert!(code.arguments().contains(&name.as_str()), "{language}: {key} uses ${name}");
            }
        }
    }
}

/// The codes are read from the source: a note added without words fails here.
#[test]
fn every_note_is_said() {
    let mut codes = Vec::new();
    let mut folders = vec![root().join("crates/sources/src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(path).unwrap();
                codes.extend(text.split("Note::new(").skip(1).filter_map(|after| {
                    let code = after.trim_start().strip_prefix('"')?;
                    Some(code.split('"').next()?.to_owned())
                }));
            }
        }
    }
    codes.extend(
        [
            "ids-recovered",
            "times-from-ids",
            "times-unknown",
            "private-left-out",
            "cancelled-left-out",
            "future-left-out",
        ]
        .map(str::to_owned),
    );
    codes.extend(["not-acts-left-out", "dates-month-first", "dates-day-first", "blocks-left-out"].map(str::to_owned));
    codes.push("other-network-left-out".to_owned());
    assert!(codes.len() > 30, "{codes:?}");
    for language in ["en", "fr"] {
        let messages = messages(language);
        let silent: Vec<&String> = codes.iter().filter(|code| !has(&messages, &format!("seen-{code}"))).collect();
        assert!(silent.is_empty(), "{language}: {silent:?}");
    }
}

#[test]
fn networks_figures_and_roles_are_said() {
    for language in ["en", "fr"] {
        let messages = messages(language);
        let networks = model::Network::ALL.iter().map(|network| format!("network-{network}"));
        let figures = model::Metric::ALL.iter().map(|metric| format!("sees-figure-{metric}"));
        let acts = model::FactKind::ALL.iter().map(|kind| format!("sees-fact-{kind}"));
        let tiers = sources::Tier::ALL.iter().map(|tier| format!("tier-{tier}"));
        let roles = Role::all().filter(|role| !matches!(role, Role::Figure(_))).map(|role| format!("role-{role}"));
        for key in networks.chain(figures).chain(acts).chain(tiers).chain(roles) {
            assert!(has(&messages, &key), "{language}: {key}");
        }
    }
}

#[test]
fn every_format_has_its_help_in_both_languages_and_serialises() {
    for format in FORMATS {
        let manifest = format.manifest();
        let (english, french) = manifest.help.split_once("\n---\n").unwrap_or_else(|| panic!("{}", manifest.id));
        assert!(english.trim_start().starts_with("# ") && french.trim_start().starts_with("# "), "{}", manifest.id);
        let json = serde_json::to_value(manifest).unwrap();
        assert_eq!(json["id"], manifest.id);
        assert!(json.get("help").is_none());
    }
    let x = serde_json::to_value(FORMATS[0].manifest()).unwrap();
    assert_eq!(x["sees"][0], serde_json::json!({"what": "space", "figure": "gains"}));
    assert_eq!((&x["tier"], &x["network"]), (&serde_json::json!("bronze"), &serde_json::json!("x")));
}
