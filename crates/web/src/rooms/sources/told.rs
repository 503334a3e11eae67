//! What came of files, for pages: counts, remarks, bad lines, refusals, in words.

use super::words;
use intake::Outcome;
use intake::outcome::BadLine;
use phrases::Voice;
use sources::{Note, Trouble};
use std::collections::HashSet;
use store::history::ImportRow;

/// Bad lines that a page lists.
const LISTED: usize = 200;

/// A count with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What is counted.
    pub name: String,
    /// How many.
    pub n: String,
}

/// A trouble in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Where in the file.
    pub place: Option<String>,
    /// What is wrong.
    pub why: String,
    /// What to do.
    pub hint: String,
}

impl Told {
    /// In words.
    pub fn of(trouble: &Trouble, voice: &Voice) -> Self {
        Self { place: words::place(voice, trouble), why: words::why(voice, trouble), hint: words::hint(voice, trouble) }
    }
}

/// One file.
#[derive(Debug, Clone)]
pub struct FileTold {
    /// Its name.
    pub name: String,
    /// Its format.
    pub format: String,
    /// Where it went: address of the space's figures and name.
    pub counts: Vec<Count>,
    /// Whether it told something new.
    pub is_new: bool,
    /// Why it was refused.
    pub refused: Option<Told>,
    /// Whether nobody knew it among others.
    pub left_out: bool,
    /// What was seen.
    pub notes: Vec<String>,
    /// The first bad lines.
    pub bad: Vec<Told>,
    /// How many bad lines, in words; `None` when there were none.
    pub bad_count: Option<String>,
    /// The import, for looking at it again.
    pub import: Option<i64>,
}

impl FileTold {
    /// One outcome in words. `upload`: the name for what has none of its own.
    pub fn of(outcome: &Outcome, upload: &str, voice: &Voice) -> Self {
        let name = if outcome.file.is_empty() { upload } else { &outcome.file };
        let numbers = [
            ("rows", outcome.rows_read),
            ("posts", outcome.posts),
            ("facts", outcome.facts),
            ("observations", outcome.observations),
            ("visits", outcome.visits),
            ("answers", outcome.answers),
            ("duplicates", outcome.duplicates),
            ("bad", outcome.bad_count),
        ];
        Self {
            name: name.to_owned(),
            format: words::format_name(&outcome.format, voice),
            counts: counts(&numbers, voice),
            is_new: outcome.brought() > 0,
            refused: outcome.refused.as_ref().map(|trouble| Told::of(trouble, voice)),
            left_out: outcome.left_out,
            notes: notes(&outcome.seen, voice),
            bad: outcome.bad.iter().take(LISTED).filter_map(|bad| bad_line(bad, voice)).collect(),
            bad_count: bad_count(outcome.bad_count, voice),
            import: outcome.import,
        }
    }
}

/// The counts of an import that is listed, those that are not zero.
pub fn counts_of(row: &ImportRow, voice: &Voice) -> Vec<Count> {
    let whole = |n: i64| u64::try_from(n).unwrap_or(0);
    let numbers = [
        ("rows", whole(row.rows_read)),
        ("posts", whole(row.posts)),
        ("facts", whole(row.facts)),
        ("observations", whole(row.observations)),
        ("visits", whole(row.visits)),
        ("answers", whole(row.answers)),
        ("duplicates", whole(row.duplicates)),
        ("bad", whole(row.bad)),
    ];
    counts(&numbers, voice)
}

/// Rows always; the rest when there is any.
fn counts(numbers: &[(&str, u64)], voice: &Voice) -> Vec<Count> {
    let shown = numbers.iter().filter(|(word, n)| *n > 0 || *word == "rows");
    shown
        .map(|(word, n)| Count {
            name: voice.say(&format!("sources-count-{word}")),
            n: voice.count(i64::try_from(*n).unwrap_or(i64::MAX)),
        })
        .collect()
}

/// What a listed import brought, in one line: « 416 faits, 62 relevés ».
pub fn brought(row: &ImportRow, voice: &Voice) -> String {
    let numbers = [
        ("posts", row.posts),
        ("facts", row.facts),
        ("observations", row.observations),
        ("visits", row.visits),
        ("answers", row.answers),
    ];
    let told: Vec<String> = numbers
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(word, n)| voice.say_with(&format!("sources-brought-{word}"), &[("n", n.into())]))
        .collect();
    if told.is_empty() { voice.say("sources-brought-nothing") } else { told.join(", ") }
}

/// Remarks in words. That nobody knows a table is no news once its columns have names.
pub fn notes(seen: &[Note], voice: &Voice) -> Vec<String> {
    let mut said: Vec<String> =
        seen.iter().filter(|note| note.code != "headers").map(|note| words::note(voice, note)).collect();
    let mut met = HashSet::new();
    said.retain(|one| met.insert(one.clone()));
    said
}

/// A bad line in words; `None` when its reason is of another version.
pub fn bad_line(bad: &BadLine, voice: &Voice) -> Option<Told> {
    let code = bad.reason.parse().ok()?;
    let trouble = Trouble { line: bad.line, field: bad.field.clone(), code, args: bad.args.clone() };
    Some(Told::of(&trouble, voice))
}

/// How many bad lines were skipped.
pub fn bad_count(n: u64, voice: &Voice) -> Option<String> {
    (n > 0).then(|| voice.say_with("sources-bad-skipped", &[("n", n.into())]))
}
