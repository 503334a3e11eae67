//! The columns of Google Forms' answers that are not questions: in a sheet, and in the zip of *Download responses*.

use crate::survey::{Question, tidy};
use crate::table::{Columns, Label};

/// A column that Google fills itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Timestamp,
    Score,
    /// Who answered: never kept.
    Personal,
}

/// What they are called, in English and in French.
pub static LABELS: &[Label<Column>] = &[
    Label { key: Column::Timestamp, required: true, names: &["Timestamp", "Horodateur", "Horodatage"] },
    Label { key: Column::Score, required: false, names: &["Score", "Note"] },
    Label {
        key: Column::Personal,
        required: false,
        names: &["Username", "Nom d'utilisateur", "Email Address", "Adresse e-mail", "Adresse email"],
    },
];

/// The questions: every other column. `Question [Line]` is one line of a grid.
pub fn questions(columns: &Columns<Column>) -> Vec<Question> {
    let question = |(place, header): (usize, &String)| {
        let text = tidy(header);
        match text.strip_suffix(']').and_then(|open| open.rsplit_once(" [")) {
            Some((asked, line)) if !asked.is_empty() => {
                Question { place, text: asked.to_owned(), choice: Some(line.to_owned()) }
            }
            _ => Question { place, text, choice: None },
        }
    };
    columns.rest().filter(|(_, header)| !header.trim().is_empty()).map(question).collect()
}

/// Whether the moments are written as French forms write them.
pub fn is_french(columns: &Columns<Column>) -> bool {
    columns.header(Column::Timestamp).to_lowercase().starts_with("horodat")
}
