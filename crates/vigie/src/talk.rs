//! Talk for people: which language, and sentences for what can go wrong.

use phrases::{Lang, Phrases, Value, Voice};
use sources::{Note, Trouble};

/// The voice of this run: the language asked for, else the terminal's, else English.
pub fn voice(asked: Option<Lang>) -> anyhow::Result<Voice> {
    let phrases: Phrases = web::phrases()?;
    Ok(phrases.in_language(asked.or_else(of_terminal).unwrap_or(Lang::En)))
}

fn of_terminal() -> Option<Lang> {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))?;
    said.get(..2)?.parse().ok()
}

/// Arguments of a message, numbers as numbers so that plurals agree.
fn values<'a>(args: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<(&'a str, Value<'a>)> {
    args.into_iter()
        .map(|(name, value)| {
            let number = value.parse::<f64>().ok().filter(|n| n.is_finite() && !value.starts_with('+') && value.len() < 16);
            (name, number.map_or_else(|| Value::from(value), Value::Number))
        })
        .collect()
}

fn pairs(args: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    args.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}

/// A remark about a file, in words.
pub fn note(voice: &Voice, note: &Note) -> String {
    voice.say_with(&format!("seen-{}", note.code), &values(pairs(&note.args)))
}

/// What is wrong, where, and what to do: two lines.
pub fn trouble(voice: &Voice, file: &str, trouble: &Trouble) -> String {
    let args = values(trouble.said());
    let mut place = file.to_owned();
    if let Some(line) = trouble.line {
        place = voice.say_with("cli-at-line", &[("place", place.as_str().into()), ("line", line.to_string().as_str().into())]);
    }
    if let Some(field) = &trouble.field {
        place = voice.say_with("cli-at-field", &[("place", place.as_str().into()), ("field", field.as_str().into())]);
    }
    let why = voice.say_with(&format!("trouble-{}", trouble.code), &args);
    let hint = voice.say_with(&format!("trouble-{}-hint", trouble.code), &args);
    voice.say_with("cli-trouble", &[("place", place.as_str().into()), ("why", why.as_str().into())])
        + "\n"
        + &voice.say_with("cli-hint", &[("hint", hint.as_str().into())])
}

/// One bad line that was skipped, in words.
pub fn bad_line(voice: &Voice, bad: &intake::outcome::BadLine) -> String {
    let why = voice.say_with(&format!("trouble-{}", bad.reason), &values(pairs(&bad.args)));
    let place = bad.line.map_or_else(String::new, |line| line.to_string());
    let field = bad.field.as_deref().unwrap_or_default();
    voice.say_with("cli-bad-line", &[("line", place.as_str().into()), ("field", field.into()), ("why", why.as_str().into())])
}
