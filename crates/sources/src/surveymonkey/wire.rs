//! SurveyMonkey's rows of headers: questions in the first, choices in the second (and lines of grids in a third),
//! sometimes under a title; and the columns that are not questions.

use crate::survey::sheet::Sheet;
use crate::survey::{Question, tidy};
use crate::table::columns::fold;
use crate::table::{Columns, Label, Row};
use crate::trouble::Refusal;

/// A column that SurveyMonkey fills itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Id,
    Started,
    Ended,
    Completed,
    /// Collector, language, serial number: of no question.
    Other,
    /// Who answered, from where: never kept.
    Personal,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called. The French labels are those of SurveyMonkey's French pages; no French file was met yet.
pub static LABELS: &[Label<Column>] = &[
    label(
        Column::Id,
        true,
        &["Respondent ID", "RespondentID", "ID du répondant", "ID répondant", "Identifiant du répondant"],
    ),
    label(Column::Started, false, &["Start Date", "StartDate", "Date Created", "Date de début", "Date de création"]),
    label(Column::Ended, false, &["End Date", "EndDate", "Date Modified", "Date de fin", "Date de modification"]),
    label(Column::Completed, false, &["Completed", "Terminé", "Complet"]),
    label(
        Column::Other,
        false,
        &[
            "Collector",
            "Collector ID",
            "CollectorID",
            "ID collecteur",
            "ID du collecteur",
            "Collecteur",
            "Language",
            "Langue",
            "Serial #",
        ],
    ),
    label(
        Column::Personal,
        false,
        &[
            "IP Address",
            "Adresse IP",
            "Email Address",
            "Adresse e-mail",
            "First Name",
            "Prénom",
            "Last Name",
            "Nom",
            "Nom de famille",
            "Custom Data 1",
            "Données personnalisées 1",
        ],
    ),
];

/// Whether one of these cells names the respondents' ids.
pub fn names_respondents(cells: &[String]) -> bool {
    Columns::find(LABELS, cells).has(Column::Id)
}

/// The rows of headers of one file.
pub struct Headers {
    pub columns: Columns<Column>,
    /// What stands above the headers.
    pub title: Option<String>,
    /// What stands under the questions, row by row.
    under: Vec<Row>,
}

impl Headers {
    /// Reads them, and gives the first respondent's row back.
    pub fn read(sheet: &mut Sheet<'_>) -> Result<Self, Refusal> {
        /// Titles above the headers, at most, and rows under the questions.
        const MOST: usize = 3;
        let mut row = sheet.headers()?;
        let mut title = None;
        for _ in 0..MOST {
            if names_respondents(&row.cells) {
                break;
            }
            let mut filled = row.cells.iter().filter(|cell| !cell.trim().is_empty());
            title = filled.next().map(|cell| tidy(cell)).filter(|_| filled.next().is_none()).or(title);
            row = sheet.headers()?;
        }
        let columns = Columns::find(LABELS, &row.cells);
        columns.require(row.line)?;
        let mut under = Vec::new();
        while under.len() < MOST {
            let next = sheet.headers()?;
            let id = columns.cell(&next, Column::Id)?.unwrap_or_default().trim();
            // A respondent has a number; a row of choices has nothing there, or the label again.
            let respondent = !id.is_empty() && id.chars().any(|c| c.is_ascii_digit());
            if respondent || next.cells.len() > row.cells.len() {
                sheet.give_back(next);
                break;
            }
            under.push(next);
        }
        Ok(Self { columns, title, under })
    }

    /// How many cells a row has.
    pub fn width(&self) -> usize {
        let under = self.under.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        self.columns.headers().len().max(under)
    }

    /// The questions. A cell without a question goes on with the one before.
    pub fn questions(&self) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        let mut above: Vec<String> = Vec::new();
        let mut asked = String::new();
        for place in 0..self.width() {
            let header = self.columns.headers().get(place).map(|header| without_number(&tidy(header)).to_owned());
            let header = header.unwrap_or_default();
            if self.columns.is_known(place) {
                // A question does not go on past a column of the tool's own.
                asked.clear();
                above.clear();
                continue;
            }
            if !header.is_empty() {
                asked = header;
                above.clear();
            }
            if asked.is_empty() {
                continue;
            }
            questions.push(Question { place, text: asked.clone(), choice: self.choice(place, &asked, &mut above) });
        }
        questions
    }

    /// What stands under a question: the lines of a grid are written once for all their columns.
    fn choice(&self, place: usize, asked: &str, above: &mut Vec<String>) -> Option<String> {
        let last = self.under.len().checked_sub(1)?;
        let mut parts = Vec::new();
        for (level, row) in self.under.iter().enumerate() {
            let cell = row.cells.get(place).map(|cell| without_number(&tidy(cell)).to_owned()).unwrap_or_default();
            let cell =
                if cell.is_empty() && level < last { above.get(level).cloned().unwrap_or_default() } else { cell };
            if level >= above.len() {
                above.push(cell.clone());
            } else if let Some(kept) = above.get_mut(level) {
                kept.clone_from(&cell);
            }
            if !cell.is_empty() && cell != asked && !is_of_whole(&cell) && !parts.contains(&cell) {
                parts.push(cell);
            }
        }
        (!parts.is_empty()).then(|| parts.join(" · "))
    }
}

/// What stands under a question that has one answer.
fn is_of_whole(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "response",
        "open-ended response",
        "multiple choice response",
        "reponse",
        "reponse ouverte",
        "reponse a champ libre",
        "reponse libre",
    ];
    // Names that must differ are numbered: `Response2`.
    WORDS.contains(&fold(cell).trim_end_matches(|c: char| c.is_ascii_digit()))
}

/// `Q7 01—What are…`: the number that some put before each column would make a question of each.
fn without_number(text: &str) -> &str {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((number, question)) = text.split_once('—') else { return text };
    let mut words = number.trim().split(' ');
    let numbered = words.next().and_then(|first| first.strip_prefix('Q')).is_some_and(digits) && words.all(digits);
    if numbered { question.trim_start() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_before_questions() {
        assert_eq!(without_number("Q9 00— How many?"), "How many?");
        assert_eq!(without_number("Q1 — and then?"), "and then?");
        assert_eq!(without_number("Quality — what is it?"), "Quality — what is it?");
    }
}
