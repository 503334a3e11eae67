//! The columns of SurveyGizmo's (now Alchemer's) export that are not questions.

use crate::survey::{Question, tidy};
use crate::table::{Columns, Label};
use std::collections::HashMap;

/// A column that the tool fills itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Id,
    Started,
    Submitted,
    Status,
    /// Campaign, language, device: of no question.
    Other,
    /// Who answered, from where: never kept.
    Personal,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called. No French file was met yet: the French labels are plain translations.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Id, false, &["Response ID", "ID de la réponse"]),
    label(Column::Started, true, &["Time Started", "Heure de début"]),
    label(Column::Submitted, true, &["Date Submitted", "Date d'envoi", "Date de soumission"]),
    label(Column::Status, true, &["Status", "Statut", "État"]),
    label(
        Column::Other,
        false,
        &["Contact ID", "Legacy Comments", "Comments", "Language", "Langue", "Tags", "Link Name", "Device", "Appareil"],
    ),
    label(
        Column::Personal,
        false,
        &[
            "IP Address",
            "Adresse IP",
            "Referer",
            "SessionID",
            "User Agent",
            "Longitude",
            "Latitude",
            "Country",
            "Pays",
            "City",
            "Ville",
            "State/Region",
            "Postal",
        ],
    ),
];

/// The questions: every other column. `Other - Write In:How do you…` is a line of the question that another column
/// asks too; a colon elsewhere belongs to the question.
pub fn questions(columns: &Columns<Column>) -> Vec<Question> {
    let headers: Vec<(usize, String)> = columns.rest().map(|(place, header)| (place, tidy(header))).collect();
    let mut shared: HashMap<&str, u32> = HashMap::new();
    for (_, header) in &headers {
        *shared.entry(header).or_default() += 1;
        for (_, question) in cuts(header) {
            *shared.entry(question).or_default() += 1;
        }
    }
    let question = |(place, header): &(usize, String)| {
        let mut cuts = cuts(header).filter(|(_, question)| shared.get(question).is_some_and(|n| *n > 1));
        match cuts.next() {
            Some((line, asked)) => Question { place: *place, text: asked.to_owned(), choice: Some(line.to_owned()) },
            None => Question { place: *place, text: header.clone(), choice: None },
        }
    };
    headers.iter().filter(|(_, header)| !header.is_empty()).map(question).collect()
}

/// Ways to cut a header into a line and its question. `Other word(s)::Select…` has a colon of its own.
fn cuts(header: &str) -> impl Iterator<Item = (&str, &str)> {
    header.match_indices(':').take(8).filter_map(|(at, _)| {
        let (line, rest) = header.split_at_checked(at)?;
        let question = rest.trim_start_matches(':').trim();
        let line = line.trim_end_matches(':').trim();
        (!line.is_empty() && !question.is_empty()).then_some((line, question))
    })
}
