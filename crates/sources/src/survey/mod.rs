//! What the exports of survey tools share: rows under questions → answers. No tool is known here.

pub mod clock;
pub mod personal;
pub mod sheet;

use crate::contract::{Note, Options, Recognised, Report, Sink};
use crate::table::Row;
use crate::talk::When;
use crate::trouble::{Refusal, Trouble};
use clock::Clock;
use model::{Answer, Network, Piece, ZoneRule};
use personal::without_addresses;
use sheet::Held;
use std::collections::HashMap;

/// The kind of space that surveys are kept in: of no network.
pub const NETWORK: Network = Network::Other;

/// A survey's export that was recognised. All surveys of a client go to one space.
pub fn recognised(sure: u8) -> Recognised {
    Recognised { sure, network: Some(NETWORK), space: Some("Survey".to_owned()), seen: Vec::new() }
}

/// What columns of a survey are found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Place of its cells in a row.
    pub place: usize,
    /// The question.
    pub text: String,
    /// The choice or line of it, where it has a column of its own.
    pub choice: Option<String>,
}

/// One respondent.
#[derive(Debug)]
pub struct Respondent {
    /// The tool's key, or what stands for it.
    pub key: String,
    /// When the answers were sent.
    pub submitted: Option<When>,
    /// Whether the respondent went to the end.
    pub complete: Option<bool>,
}

/// A survey under way.
#[derive(Debug)]
pub struct Survey {
    key: String,
    questions: Vec<Question>,
    left_out: Vec<String>,
    /// Whether several choices may stand in one cell, with semicolons between.
    splits: bool,
    told: HashMap<String, u32>,
    respondents: u64,
    complete: u64,
    incomplete: u64,
    redacted: u64,
}

impl Survey {
    /// A survey of these columns. Those that ask who the respondent is are left out.
    pub fn new(mut questions: Vec<Question>, splits: bool) -> Self {
        let mut left_out = Vec::new();
        questions.retain(|question| {
            let asks = personal::asks_who(&question.text) || question.choice.as_deref().is_some_and(personal::asks_who);
            if asks && !left_out.contains(&question.text) {
                left_out.push(question.text.clone());
            }
            !asks
        });
        number_twins(&mut questions);
        Self {
            key: key(&questions),
            questions,
            left_out,
            splits,
            told: HashMap::new(),
            respondents: 0,
            complete: 0,
            incomplete: 0,
            redacted: 0,
        }
    }

    /// Columns that the tool itself fills with who the respondent is.
    #[must_use]
    pub fn leaving_out(mut self, columns: Vec<String>) -> Self {
        self.left_out.splice(0..0, columns);
        self
    }

    /// A key for a respondent whom the tool gives none: the moment, and a number for each further one of that moment.
    pub fn nth(&mut self, moment: &str) -> String {
        let n = self.told.entry(moment.to_owned()).or_default();
        *n += 1;
        if *n == 1 { moment.to_owned() } else { format!("{moment} #{n}") }
    }

    /// What a respondent answered: a cell that is empty was not answered.
    fn answers(&mut self, respondent: &Respondent, row: &Row) -> Vec<Piece> {
        self.respondents += 1;
        match respondent.complete {
            Some(true) => self.complete += 1,
            Some(false) => self.incomplete += 1,
            None => {}
        }
        let mut pieces = Vec::new();
        for (position, question) in (1..).zip(&self.questions) {
            let Some(cell) = row.cells.get(question.place).map(|cell| tidy(cell)).filter(|cell| !cell.is_empty())
            else {
                continue;
            };
            let (value, redacted) = without_addresses(&cell);
            self.redacted += u64::from(redacted);
            let answer = |choice: Option<String>, value: String| {
                Piece::Answer(Answer {
                    survey: self.key.clone(),
                    respondent: respondent.key.clone(),
                    question: question.text.clone(),
                    choice,
                    position,
                    value,
                    submitted_at: respondent.submitted.map(|when| when.at),
                    zone_rule: respondent.submitted.map_or(ZoneRule::Told, |when| when.zone_rule),
                    complete: respondent.complete,
                })
            };
            match choices(&value).filter(|_| self.splits && question.choice.is_none()) {
                Some(choices) => {
                    pieces.extend(choices.into_iter().map(|one| answer(Some(one.to_owned()), one.to_owned())))
                }
                None => pieces.push(answer(question.choice.clone(), value)),
            }
        }
        pieces
    }

    /// Reads every respondent's row.
    pub fn read(
        mut self,
        held: &Held,
        mut clock: Clock,
        options: &Options,
        sink: &mut dyn Sink,
        respondent: impl Fn(&Row, &mut Clock, &mut Self) -> Result<Respondent, Trouble>,
    ) -> Result<Report, Refusal> {
        for row in held.rows.iter() {
            match respondent(&row, &mut clock, &mut self) {
                Ok(respondent) => {
                    self.answers(&respondent, &row).into_iter().try_for_each(|piece| sink.piece(piece))?
                }
                Err(trouble) => sink.bad(trouble)?,
            }
        }
        let mut seen = self.notes(held.blank);
        seen.extend(clock.notes(options));
        Ok(Report { rows: held.read, seen })
    }

    /// What was seen, for people.
    fn notes(&self, blank: u64) -> Vec<Note> {
        let mut notes = vec![Note::new(
            "survey-summary",
            [
                ("respondents", self.respondents.to_string()),
                ("complete", self.complete.to_string()),
                ("incomplete", self.incomplete.to_string()),
                ("questions", self.distinct().to_string()),
            ],
        )];
        if !self.left_out.is_empty() {
            notes.push(Note::new("survey-personal-left-out", [("columns", self.left_out.join(" · "))]));
        }
        if self.redacted > 0 {
            notes.push(Note::new("survey-redacted", [("count", self.redacted.to_string())]));
        }
        if blank > 0 {
            notes.push(Note::new("survey-blank", [("count", blank.to_string())]));
        }
        notes
    }

    fn distinct(&self) -> usize {
        let texts: std::collections::HashSet<&str> = self.questions.iter().map(|one| one.text.as_str()).collect();
        texts.len()
    }
}

/// The survey's key: its questions, whatever the file is called and whichever way its columns stand.
fn key(questions: &[Question]) -> String {
    let mut parts: Vec<String> = questions
        .iter()
        .map(|one| format!("{}\u{1f}{}", one.text, one.choice.as_deref().unwrap_or_default()))
        .collect();
    parts.sort_unstable();
    let hash = blake3::hash(parts.join("\u{1e}").as_bytes()).to_hex();
    hash.chars().take(32).collect()
}

/// Two columns of one question and one choice are told apart by their order.
fn number_twins(questions: &mut [Question]) {
    let mut met: HashMap<(String, Option<String>), u32> = HashMap::new();
    for question in questions {
        let n = met.entry((question.text.clone(), question.choice.clone())).or_default();
        *n += 1;
        if *n > 1 {
            let choice = question.choice.take().map(|choice| format!("{choice} ")).unwrap_or_default();
            question.choice = Some(format!("{choice}({n})"));
        }
    }
}

/// The choices of one cell, `Mastodon;Bluesky`; `None` when it is one answer. A sentence has spaces at its semicolons.
fn choices(value: &str) -> Option<Vec<&str>> {
    let choices: Vec<&str> = value.split(';').collect();
    let tight = choices.iter().all(|one| !one.is_empty() && one.trim() == *one);
    (choices.len() > 1 && tight && !value.contains('\n')).then_some(choices)
}

/// A text with plain spaces, one between words, and its line ends.
pub fn tidy(text: &str) -> String {
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = text.trim_start_matches('\u{feff}').lines().map(line).collect();
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(text: &str, choice: Option<&str>) -> Question {
        Question { place: 0, text: text.to_owned(), choice: choice.map(str::to_owned) }
    }

    #[test]
    fn choices_of_one_cell() {
        assert_eq!(choices("Mastodon;Bluesky"), Some(vec!["Mastodon", "Bluesky"]));
        for whole in ["Oui ; non", "yes; no", "one", "a;", "a;b\nc"] {
            assert_eq!(choices(whole), None, "{whole}");
        }
    }

    #[test]
    fn a_survey_is_known_by_its_questions() {
        let (one, other) = (question("A?", None), question("B?", Some("x")));
        let key = |questions: &[Question]| key(questions);
        assert_eq!(key(&[one.clone(), other.clone()]), key(&[other.clone(), one.clone()]));
        assert_ne!(key(&[one.clone(), other]), key(&[one, question("B?", None)]));
    }

    #[test]
    fn twins_are_numbered_and_names_left_out() {
        let survey = Survey::new(
            vec![question("A?", None), question("A?", None), question("Votre prénom", None), question("A?", Some("x"))],
            false,
        );
        let choices: Vec<_> = survey.questions.iter().map(|one| one.choice.as_deref()).collect();
        assert_eq!(choices, [None, Some("(2)"), Some("x")]);
        assert_eq!(survey.left_out, ["Votre prénom"]);
    }

    #[test]
    fn spaces_are_plain() {
        assert_eq!(tidy(" 31\u{a0}500 \u{202f}€ "), "31 500 €");
        assert_eq!(tidy("one\r\n two  three\n"), "one\ntwo three");
    }
}
