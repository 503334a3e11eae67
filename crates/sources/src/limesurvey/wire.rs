//! The columns of LimeSurvey's export that are not questions. The French labels are LimeSurvey's own.

use crate::survey::{Question, tidy};
use crate::table::{Columns, Label};

/// A column that LimeSurvey fills itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Id,
    Submitted,
    LastPage,
    Language,
    Started,
    LastAction,
    /// Who answered, from where: never kept.
    Personal,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called: in full, in French and in English, and by their codes.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Id, true, &["Response ID", "ID de la réponse", "id"]),
    label(Column::Submitted, true, &["Date submitted", "Date de soumission", "submitdate"]),
    label(Column::LastPage, false, &["Last page", "Dernière page", "lastpage"]),
    label(Column::Language, false, &["Start language", "Langue de départ", "Langue de démarrage", "startlanguage"]),
    label(Column::Started, false, &["Date started", "Date de lancement", "Date de début", "startdate"]),
    label(
        Column::LastAction,
        false,
        &["Date last action", "Date de la dernière action", "Date dernière action", "datestamp"],
    ),
    label(
        Column::Personal,
        false,
        &[
            "Seed",
            "Tête de série",
            "IP address",
            "Adresse IP",
            "ipaddr",
            "Referrer URL",
            "URL de référence",
            "URL référente",
            "refurl",
            "Access code",
            "Code d'accès",
            "Token",
            "Jeton",
            "Invitation",
        ],
    ),
];

/// The questions: every other column. `Réseaux utilisés [Facebook]` is one line of a question.
pub fn questions(columns: &Columns<Column>) -> Vec<Question> {
    let question = |(place, header): (usize, &String)| {
        let text = tidy(header);
        let (text, choice) = match text.strip_suffix(']').and_then(|open| open.split_once(" [")) {
            Some((asked, line)) if !asked.is_empty() => (asked.to_owned(), Some(line.replace("][", " · "))),
            _ => (text, None),
        };
        Question { place, text, choice }
    };
    columns.rest().filter(|(_, header)| !header.trim().is_empty()).map(question).collect()
}
