//! SurveyMonkey · export: the CSV of all responses, one column for each choice, under two or three rows of headers.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates::Order;
use crate::input::Input;
use crate::survey::clock::Clock;
use crate::survey::sheet::{Sheet, first_rows};
use crate::survey::{self, Survey};
use crate::trouble::Refusal;
use wire::{Column, Headers};

/// The responses of a SurveyMonkey survey.
pub struct Surveymonkey;

static MANIFEST: Manifest = Manifest {
    id: "surveymonkey",
    name: "SurveyMonkey · export",
    network: Some(survey::NETWORK),
    sees: &[Sees::Answers],
    lacks: &[],
    never_kept: &["IP Address", "Email Address", "First Name", "Last Name", "Custom Data", "names and addresses"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for Surveymonkey {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn keeps_file(&self) -> bool {
        false
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let ours = first_rows(peek, 4).iter().any(|row| row.len() > 2 && wire::names_respondents(row));
        ours.then(|| survey::recognised(93))
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut sheet = Sheet::open(input)?;
        let headers = Headers::read(&mut sheet)?;
        let columns = &headers.columns;
        let mut survey = Survey::new(headers.questions(), false).leaving_out(columns.written(Column::Personal));
        let held = sheet.hold(headers.width(), sink)?;
        let mut clock = Clock::of(&held.rows, columns.places(Column::Ended), Order::MonthFirst, options)?;
        for row in held.rows.iter() {
            match normalise::respondent(columns, &row, &mut clock) {
                Ok(respondent) => {
                    survey.answers(&respondent, &row).into_iter().try_for_each(|piece| sink.piece(piece))?
                }
                Err(trouble) => sink.bad(trouble)?,
            }
        }
        let mut seen = survey.notes(held.blank);
        seen.extend(headers.title.map(|title| Note::new("survey-title", [("title", title)])));
        seen.extend(clock.notes(options));
        Ok(Report { rows: held.read, seen })
    }
}
