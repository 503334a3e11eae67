//! Talk for people: which language, and sentences for what can go wrong.

use intake::outcome::BadLine;
use phrases::{Lang, Phrases, Voice};
use sources::Trouble;
use web::file_words;

/// The voice of this run: the language asked for, else the terminal's, else English.
pub fn voice(asked: Option<Lang>) -> anyhow::Result<Voice> {
    let phrases: Phrases = web::phrases()?;
    Ok(phrases.in_language(asked.or_else(of_terminal).unwrap_or(Lang::En)))
}

fn of_terminal() -> Option<Lang> {
    let said =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))?;
    said.get(..2)?.parse().ok()
}

/// What is wrong, where, and what to do: two lines.
pub fn trouble(voice: &Voice, file: &str, trouble: &Trouble) -> String {
    let place = match file_words::place(voice, trouble) {
        Some(place) => voice.say_with("cli-at", &[("file", file.into()), ("place", place.into())]),
        None => file.to_owned(),
    };
    let why = file_words::why(voice, trouble);
    let hint = file_words::hint(voice, trouble);
    voice.say_with("cli-trouble", &[("place", place.into()), ("why", why.into())])
        + "\n"
        + &voice.say_with("cli-hint", &[("hint", hint.into())])
}

/// One bad line that was skipped, in words.
pub fn bad_line(voice: &Voice, bad: &BadLine) -> String {
    let trouble = bad.trouble();
    let place = file_words::place(voice, &trouble).unwrap_or_default();
    voice.say_with("cli-trouble", &[("place", place.into()), ("why", file_words::why(voice, &trouble).into())])
}
