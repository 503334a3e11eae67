//! What became of one file.

use serde::Serialize;
use sources::{Note, Trouble, TroubleCode};

/// The outcome of one file. Serialises to the object that `vigie import --json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, serde::Deserialize)]
pub struct Outcome {
    /// File name or address.
    pub file: String,
    /// The format's id; empty when nobody recognised the file.
    pub format: String,
    /// Rows, lines, items read, bad ones included.
    pub rows_read: u64,
    /// New facts.
    pub facts: u64,
    /// New figures.
    pub observations: u64,
    /// New visits.
    pub visits: u64,
    /// New answers to surveys.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub answers: u64,
    /// What was there already.
    pub duplicates: u64,
    /// Bad lines skipped; the first thousand are listed, `bad_count` counts all.
    pub bad: Vec<BadLine>,
    /// How many bad lines there were.
    pub bad_count: u64,
    /// New posts.
    pub posts: u64,
    /// The client's slug.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub client: Option<String>,
    /// The space's slug.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub space: Option<String>,
    /// What was seen, for people.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub seen: Vec<Note>,
    /// Why the file was refused: then nothing of it is stored.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub refused: Option<Trouble>,
    /// Left out because nobody recognises it among the parts of a folder or archive.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub left_out: bool,
    /// Nothing was stored because it was only tried.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub dry_run: bool,
    /// The import's id, for undoing it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub import: Option<i64>,
}

/// Only files of surveys speak of answers.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_zero(answers: &u64) -> bool {
    *answers == 0
}

/// One bad line, in the form other programs read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct BadLine {
    /// 1-based.
    pub line: Option<u64>,
    /// Column or key.
    pub field: Option<String>,
    /// Stable code of the reason.
    pub reason: String,
    /// Arguments of the sentence, by name.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub args: Vec<(String, String)>,
}

impl From<Trouble> for BadLine {
    fn from(trouble: Trouble) -> Self {
        Self { line: trouble.line, field: trouble.field, reason: trouble.code.to_string(), args: trouble.args }
    }
}

impl BadLine {
    /// The trouble it was made of, to be said in words.
    pub fn trouble(&self) -> Trouble {
        let code = self.reason.parse().unwrap_or(TroubleCode::BadLine);
        Trouble { line: self.line, field: self.field.clone(), code, args: self.args.clone() }
    }
}

impl Outcome {
    /// A file refused.
    pub fn refused(file: &str, format: &str, trouble: Trouble) -> Self {
        Self { file: file.to_owned(), format: format.to_owned(), refused: Some(trouble), ..Self::default() }
    }

    /// How many new things it told.
    pub const fn brought(&self) -> u64 {
        self.posts + self.facts + self.observations + self.visits + self.answers
    }

    /// Whether the file was read to its end (stored, or tried).
    pub const fn is_done(&self) -> bool {
        self.refused.is_none() && !self.left_out
    }
}
