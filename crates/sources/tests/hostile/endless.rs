//! Every format that is text, fed with the beginning of a file of its own and then with something that does not end: it
//! is refused, and holds no more than its limits say, whatever comes.

use crate::support::{MB, Stream, Taken, read};
use crate::texts::literals;
use sources::input::{self, Input};
use sources::{Format, registry::FORMATS};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// How long what does not end is: more than any reader takes in one piece.
const LONG: usize = 100 * MB;

/// Enough of what is no single piece, and what holds the sooner.
const SHORT: usize = 10 * MB;

/// What no reader holds more of.
const MOST_HELD: usize = 200 * MB;

/// The buffers that the smallest file takes.
const FLOOR: usize = 4 * MB;

/// Shorter texts are words, no files.
const SHORTEST: usize = 60;

/// The longest text of our tests that each format knows.
fn heads() -> Vec<(&'static dyn Format, String)> {
    let mut texts = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"));
    texts.retain(|text| text.len() >= SHORTEST);
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    let mut wanted = FORMATS.to_vec();
    let mut found: Vec<(&dyn Format, String)> = Vec::new();
    for text in texts {
        let Ok((peek, _)) = Input::from_bytes("export", text.clone().into_bytes()).and_then(input::peek) else {
            continue;
        };
        wanted.retain(|format| {
            let knows = format.recognise(&peek).is_some();
            if knows {
                found.push((*format, text.clone()));
            }
            !knows
        });
    }
    found
}

/// Files of our tests, and the texts written in their code.
fn texts(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(texts(&path));
        } else if let Ok(text) = fs::read_to_string(&path) {
            if path.extension().is_some_and(|end| end == "rs") {
                found.extend(literals(&text))
            } else {
                found.push(text)
            }
        }
    }
    found
}

/// Formats of text that each have a reader of their own, or a way of their own to hold what a shared one reads.
const READERS: [&str; 14] = [
    "access-log",
    "discord",
    "ga4",
    "ics",
    "limesurvey",
    "linkedin-followers",
    "mbox",
    "meta-daily",
    "meta-posts",
    "pinterest-overview",
    "surveymonkey",
    "whatsapp",
    "x-content",
    "youtube-studio",
];

/// Each format with its file's first line, half of it and all of it before what does not end; one of each reader, with
/// its first line alone, where that takes long.
fn each(start: &str, part: &str, length: usize, kinds: impl Fn(char) -> bool) -> Vec<(&'static str, Taken)> {
    let mut all = Vec::new();
    for (format, head) in heads() {
        if !head.trim_start_matches('\u{feff}').trim_start().starts_with(&kinds) {
            continue;
        }
        let id = format.manifest().id;
        let table = head.starts_with(plain);
        if length == LONG && table && !READERS.contains(&id) {
            continue;
        }
        let first = head.find('\n').map_or(head.len(), |at| at + 1);
        let cuts = if length == LONG { vec![first] } else { vec![first, head.len() / 2, head.len()] };
        for cut in cuts {
            let begun = format!("{}{start}", &head[..head.floor_char_boundary(cut)]);
            let taken = read(format, Stream::new(begun.as_bytes(), part.as_bytes(), length));
            let (held, seconds) = (taken.peak, taken.time.as_secs_f64());
            // Some take what stands whole in a file and pass over what follows its end.
            assert!(taken.answer.is_err() || cut == head.len(), "{id} after {cut} bytes of its own: {}", taken.said());
            assert!(held <= MOST_HELD && held <= FLOOR + 10 * taken.read, "{id}: {held} bytes held: {}", taken.said());
            // This build is slow and shares its machine: what hangs is far slower.
            assert!(seconds < 30.0 + 3.0 * (taken.read / MB) as f64, "{id}: {seconds} seconds: {}", taken.said());
            all.push((id, taken));
        }
    }
    assert!(!all.is_empty());
    all
}

fn refused_as_too_large(all: &[(&'static str, Taken)]) -> BTreeSet<&'static str> {
    all.iter().filter(|(_, taken)| taken.code() == "too-large").map(|(id, _)| *id).collect()
}

/// Everything but markup and JSON.
fn plain(first: char) -> bool {
    !matches!(first, '<' | '{' | '[')
}

#[test]
fn every_format_of_text_has_a_beginning() {
    // Made by the tests that need them: binary.
    let binary = ["bluesky-car", "linkedin-creator"];
    let known: Vec<&str> = heads().iter().map(|(format, _)| format.manifest().id).chain(binary).collect();
    let missing: Vec<&str> =
        FORMATS.iter().map(|format| format.manifest().id).filter(|id| !known.contains(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_cell_of_100_mb_is_refused() {
    let all = each("\"", "word word\n", LONG, plain);
    assert!(refused_as_too_large(&all).len() >= 8, "{:?}", refused_as_too_large(&all));
}

#[test]
fn a_line_of_100_mb_is_refused() {
    let all = each("", "a", LONG, plain);
    assert!(refused_as_too_large(&all).len() >= 8, "{:?}", refused_as_too_large(&all));
}

#[test]
fn a_row_of_100_million_cells_is_refused() {
    let all = each("", ",", LONG, plain);
    assert!(refused_as_too_large(&all).len() >= 8, "{:?}", refused_as_too_large(&all));
}

#[test]
fn rows_without_end_are_refused() {
    each("\n", "1,2\n", SHORT, plain);
}

#[test]
fn zeros_without_end_are_refused() {
    each("", "\0", SHORT, |_| true);
}

#[test]
fn json_that_nests_without_end_is_refused() {
    each("", "[", SHORT, |first| matches!(first, '{' | '['));
    each("", "{\"a\":", SHORT, |first| matches!(first, '{' | '['));
}

#[test]
fn a_json_text_of_100_mb_is_refused() {
    let all = each("\"", "a", LONG, |first| matches!(first, '{' | '['));
    assert!(refused_as_too_large(&all).len() >= 8, "{:?}", refused_as_too_large(&all));
}

#[test]
fn markup_that_nests_without_end_is_refused() {
    each("", "<a>", SHORT, |first| first == '<');
}

#[test]
fn a_tag_or_text_of_100_mb_is_refused() {
    for start in ["<a b=\"", "<!--", "<![CDATA[", "<a>"] {
        each(start, "c", LONG, |first| first == '<');
    }
}

#[test]
fn entities_without_end_are_refused() {
    each("", "&lol;", SHORT, |first| first == '<');
    each("<!DOCTYPE a [<!ENTITY b \"c\">", "<!ENTITY d \"&b;&b;&b;&b;\">", SHORT, |first| first == '<');
}

/// Found by fuzzing: an element without anything in it was held in fifteen times its size.
#[test]
fn elements_that_say_nothing_are_not_held() {
    let disqus = FORMATS.iter().find(|format| format.manifest().id == "disqus").unwrap();
    let head = br#"<?xml version="1.0"?><disqus xmlns="http://disqus.com"><thread dsq:id="1">"#;
    let taken = read(*disqus, Stream::new(head, b"<id/>\n", SHORT));
    assert!(taken.answer.is_err() && taken.peak < FLOOR, "{} bytes held: {}", taken.peak, taken.said());
}
