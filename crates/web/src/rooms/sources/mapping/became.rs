//! What the first rows of a table become, as a person reads it: one line for each post, day or act.

use crate::rooms::sources::words::metric_text;
use jiff::tz::TimeZone;
use model::{Fact, Metric, Millis, Observation, Piece, Post, Precision, Subject, Window};
use phrases::Voice;

/// Lines shown.
const LINES: usize = 5;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is: « Photo », « Jour », « Courriel ».
    pub what: String,
    /// When.
    pub when: String,
    /// What was said.
    pub text: String,
    /// Its figures.
    pub figures: Vec<String>,
    key: String,
}

/// The lines of the first pieces.
pub fn lines(pieces: &[Piece], zone: &TimeZone, voice: &Voice) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Post(post) => lines.push(of_post(post, zone, voice)),
            Piece::Observation(observation) => add(&mut lines, observation, voice),
            // A post's own act stands on its line already.
            Piece::Fact(fact) if lines.iter().any(|line| line.key == fact.native) => {}
            Piece::Fact(fact) => lines.push(of_fact(fact, zone, voice)),
            Piece::Visit(_) | Piece::Answer(_) | Piece::Coverage(_) => {}
        }
    }
    lines.truncate(LINES);
    lines
}

fn of_post(post: &Post, zone: &TimeZone, voice: &Voice) -> Line {
    let local = local(post.at, zone);
    let when = match post.precision {
        Precision::Exact => voice.moment(&local),
        Precision::Day => voice.date(local.date()),
        Precision::MonthWeekdayHour => {
            format!("{}, {}, {}", voice.month(local.date()), voice.weekday(local.weekday()), voice.hour(local.hour()))
        }
    };
    Line {
        what: voice.say(&format!("content-type-{}", post.content_type)),
        when,
        text: short(post.text.as_deref()),
        figures: Vec::new(),
        key: post.native.clone(),
    }
}

fn of_fact(fact: &Fact, zone: &TimeZone, voice: &Voice) -> Line {
    Line {
        what: voice.say(&format!("kind-{}", fact.kind)),
        when: voice.moment(&local(fact.at, zone)),
        text: short(fact.text.as_deref()),
        figures: Vec::new(),
        key: fact.native.clone(),
    }
}

fn add(lines: &mut Vec<Line>, observation: &Observation, voice: &Voice) {
    let figure = figure(observation.metric, observation.value, voice);
    let (key, when) = match (&observation.subject, &observation.window) {
        (Subject::Post(native), _) => (native.to_string(), None),
        (Subject::Space, Window::Day { date, .. }) => (date.to_string(), Some(voice.date(*date))),
        (Subject::Space | Subject::Origin(..), _) => return,
    };
    match (lines.iter_mut().find(|line| line.key == key), when) {
        (Some(line), _) => line.figures.push(figure),
        (None, Some(when)) => {
            let what = voice.say("sources-became-day");
            lines.push(Line { what, when, text: String::new(), figures: vec![figure], key });
        }
        (None, None) => {}
    }
}

fn figure(metric: Metric, value: f64, voice: &Voice) -> String {
    let decimals = if value.fract() == 0.0 { 0 } else { 2 };
    voice.say_with(
        "sources-became-figure",
        &[("figure", metric_text(metric, voice).into()), ("value", voice.number(value, decimals).into())],
    )
}

fn local(at: Millis, zone: &TimeZone) -> jiff::Zoned {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned(zone.clone())
}

fn short(text: Option<&str>) -> String {
    let text = text.unwrap_or_default();
    let mut short: String = text.chars().take(80).collect();
    if text.chars().nth(80).is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use intake::look::trial;
    use phrases::Lang;
    use sources::open::{Limits, list_bytes};
    use sources::{Mapping, Options};

    fn told(table: &str, mapping: &str, lang: Lang) -> Vec<String> {
        let part = list_bytes("t.csv", table.as_bytes().to_vec(), &Limits::default()).unwrap().remove(0);
        let pieces = trial(&part, &Mapping::from_toml(mapping).unwrap(), &Options::default(), 100).unwrap();
        let voice = crate::phrases().unwrap().in_language(lang);
        let lines = lines(&pieces, &TimeZone::UTC, &voice);
        lines.iter().map(|l| format!("{} | {} | {} | {}", l.what, l.when, l.text, l.figures.join(", "))).collect()
    }

    #[test]
    fn posts_stand_on_one_line_each() {
        let mapping = "rows = \"posts\"\n[constants]\ncontent_type = \"photo\"\n[[column]]\nheader = \"D\"\nis = \"at\"\n\
            [[column]]\nheader = \"T\"\nis = \"text\"\n[[column]]\nheader = \"L\"\nis = \"likes\"\n";
        let table = "D,T,L\n2026-03-01T08:00:00Z,Un,3\n2026-03-02T09:30:00Z,Deux,1200\n";
        assert_eq!(told(table, mapping, Lang::En).len(), 2);
        assert!(told(table, mapping, Lang::En)[1].ends_with("1,200"));
    }

    #[test]
    fn days_stand_on_one_line_each() {
        let mapping = "rows = \"days\"\n[[column]]\nheader = \"D\"\nis = \"at\"\n[[column]]\nheader = \"G\"\nis = \"gains\"\n\
            [[column]]\nheader = \"P\"\nis = \"losses\"\n";
        let lines = told("D,G,P\n2026-03-01,3,1\n2026-03-02,4,0\n", mapping, Lang::Fr);
        assert_eq!(lines[0], "Jour | 1\u{a0}mars 2026 |  | abonnés gagnés\u{a0}: 3, abonnés perdus\u{a0}: 1");
        assert_eq!(lines.len(), 2);
    }
}
