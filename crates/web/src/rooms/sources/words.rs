//! What formats say, in words: remarks about a file, what is wrong with it and where, what a format tells.
//! The command line says the same through `web::file_words`. The sentences are in `sources.ftl` and `formats.ftl`; here arguments become values.

use figures::network_text;
use jiff::civil::Date;
use model::Metric;
use phrases::{Value, Voice};
use sources::mapping::Role;
use sources::{Manifest, Note, Sees, Trouble, TroubleCode};

/// Arguments of a message: numbers as numbers so that plurals agree, dates as people write them.
fn values<'a>(args: &'a [(String, String)], voice: &Voice) -> Vec<(&'a str, Value<'a>)> {
    args.iter().map(|(name, value)| (name.as_str(), of_text(value, voice))).collect()
}

fn of_text<'a>(value: &'a str, voice: &Voice) -> Value<'a> {
    let is_count = !value.is_empty() && value.len() < 16 && value.bytes().all(|byte| byte.is_ascii_digit());
    if is_count {
        return value.parse::<f64>().map_or_else(|_| Value::from(value), Value::Number);
    }
    match value.parse::<Date>() {
        Ok(date) if value.len() == "2026-11-22".len() => voice.date(date).into(),
        _ => value.into(),
    }
}

/// A remark about a file.
pub fn note(voice: &Voice, note: &Note) -> String {
    voice.say_with(&format!("seen-{}", note.code), &values(&note.args, voice))
}

/// Why a line or a file cannot be read.
pub fn why(voice: &Voice, trouble: &Trouble) -> String {
    say(voice, trouble, "")
}

/// What to do about it.
pub fn hint(voice: &Voice, trouble: &Trouble) -> String {
    say(voice, trouble, "-hint")
}

fn say(voice: &Voice, trouble: &Trouble, end: &str) -> String {
    let said = trouble.said();
    let args: Vec<(&str, Value<'_>)> = said
        .iter()
        .map(|(name, value)| {
            // Words of closed lists are said as people say them.
            let spoken = match trouble.code {
                TroubleCode::WrongNetwork => value.parse().ok().map(|network| network_text(network, voice)),
                TroubleCode::BadMapping if *name == "value" => value.parse().ok().map(|role| role_text(role, voice)),
                // What stands in the file is shown as it is written there.
                _ if matches!(*name, "value" | "first" | "second" | "expected") => Some((*value).to_owned()),
                _ => None,
            };
            (*name, spoken.map_or_else(|| of_text(value, voice), Value::from))
        })
        .collect();
    voice.say_with(&format!("trouble-{}{end}", trouble.code), &args)
}

/// Where in the file: « ligne 3, Likes ».
pub fn place(voice: &Voice, trouble: &Trouble) -> Option<String> {
    let line = trouble.line.map(|line| voice.count(i64::try_from(line).unwrap_or(i64::MAX)));
    match (line, trouble.field.as_deref()) {
        (Some(line), Some(field)) => {
            Some(voice.say_with("trouble-at-line-field", &[("line", line.into()), ("field", field.into())]))
        }
        (Some(line), None) => Some(voice.say_with("trouble-at-line", &[("line", line.into())])),
        (None, Some(field)) => Some(voice.say_with("trouble-at-field", &[("field", field.into())])),
        (None, None) => None,
    }
}

/// The name of a figure.
pub fn metric_text(metric: Metric, voice: &Voice) -> String {
    voice.say(&format!("sees-figure-{metric}"))
}

/// What a column can be.
pub fn role_text(role: Role, voice: &Voice) -> String {
    match role {
        Role::Figure(metric) => metric_text(metric, voice),
        other => voice.say(&format!("role-{other}")),
    }
}

/// The name of a format, by its id; the id itself for one that is gone.
pub fn format_name(id: &str, voice: &Voice) -> String {
    match sources::registry::by_id(id) {
        Some(format) => format.manifest().name.to_owned(),
        None if id == intake::sample::FORMAT => voice.say("sources-format-sample"),
        None => id.to_owned(),
    }
}

/// What a format tells, one sentence for each manner of telling.
pub fn tells(manifest: &Manifest, voice: &Voice) -> Vec<String> {
    let (mut daily, mut per_post, mut facts, mut whole) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for sees in manifest.sees {
        match sees {
            Sees::Space(metric) => daily.push(metric_text(*metric, voice)),
            Sees::Post(metric) => per_post.push(metric_text(*metric, voice)),
            Sees::Facts(kind) => facts.push(voice.say(&format!("sees-fact-{kind}"))),
            Sees::Posts => whole.push(voice.say("sees-posts")),
            Sees::Visits => whole.push(voice.say("sees-visits")),
            Sees::Answers => whole.push(voice.say("sees-answers")),
        }
    }
    let said = |key: &str, list: Vec<String>| {
        (!list.is_empty()).then(|| voice.say_with(key, &[("what", list.join(", ").into())]))
    };
    [
        said("sources-tells-whole", whole),
        said("sources-tells-daily", daily),
        said("sources-tells-per-post", per_post),
        said("sources-tells-facts", facts),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What people expect of a format and it does not tell, as a list; `None` when nothing.
pub fn lacks(manifest: &Manifest, voice: &Voice) -> Option<String> {
    let list: Vec<String> = manifest.lacks.iter().map(|metric| metric_text(*metric, voice)).collect();
    (!list.is_empty()).then(|| list.join(", "))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use phrases::Lang;

    #[test]
    fn every_trouble_has_its_sentence_and_its_hint() {
        let phrases = crate::phrases().unwrap();
        for lang in Lang::ALL {
            let voice = phrases.in_language(lang);
            for code in TroubleCode::ALL {
                let trouble = Trouble::new(*code);
                for said in [why(&voice, &trouble), hint(&voice, &trouble)] {
                    assert!(!said.contains('⟦') && !said.is_empty(), "{lang:?} {code}: {said}");
                }
            }
        }
        assert_eq!(phrases.faults(), []);
    }

    #[test]
    fn every_role_and_every_format_has_words() {
        let phrases = crate::phrases().unwrap();
        for lang in Lang::ALL {
            let voice = phrases.in_language(lang);
            for role in Role::all() {
                role_text(role, &voice);
            }
            for format in sources::registry::FORMATS {
                tells(format.manifest(), &voice);
                lacks(format.manifest(), &voice);
            }
        }
        assert_eq!(phrases.faults(), []);
    }

    #[test]
    fn words_of_lists_are_said_as_people_say_them() {
        let voice = crate::phrases().unwrap().in_language(Lang::Fr);
        let trouble = Trouble::new(TroubleCode::WrongNetwork).with("file", "x").with("space", "facebook");
        assert_eq!(why(&voice, &trouble), "Le fichier parle de X, et cet espace est de Facebook.");
        let seen = Note::new("days", [("from", "2025-08-20".to_owned()), ("to", "2025-08-26".to_owned())]);
        assert_eq!(note(&voice, &seen), "Du 20\u{a0}août 2025 au 26\u{a0}août 2025.");
        let trouble = Trouble::new(TroubleCode::NotANumber).line(1203).field("Likes").with("value", "beaucoup");
        assert_eq!(place(&voice, &trouble).unwrap(), "ligne 1\u{202f}203, Likes");
    }
}
