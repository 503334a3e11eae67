//! Google Forms · answers: the CSV of a form's sheet or of *Download responses*.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates::Order;
use crate::input::Input;
use crate::survey::clock::Clock;
use crate::survey::sheet::{Sheet, first_rows};
use crate::survey::{self, Survey};
use crate::table::Columns;
use crate::trouble::Refusal;
use wire::Column;

/// The answers of a Google form.
pub struct GoogleForms;

static MANIFEST: Manifest = Manifest {
    id: "google-forms",
    name: "Google Forms · answers",
    network: Some(survey::NETWORK),
    sees: &[Sees::Answers],
    lacks: &[],
    never_kept: &["Email Address", "Username", "names and addresses"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for GoogleForms {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    /// The first column is named and dated as Google does it.
    fn keeps_file(&self) -> bool {
        false
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let rows = first_rows(peek, 2);
        let columns = Columns::find(wire::LABELS, rows.first()?);
        let first = columns.places(Column::Timestamp).first() == Some(&0) && columns.headers().len() > 1;
        let cell = rows.get(1)?.first()?;
        let written = cell.contains('/') && cell.matches(':').count() >= 2;
        (first && written).then(|| survey::recognised(85))
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut sheet = Sheet::open(input)?;
        let header = sheet.headers()?;
        let columns = Columns::find(wire::LABELS, &header.cells);
        columns.require(header.line)?;
        let mut survey = Survey::new(wire::questions(&columns), true).leaving_out(columns.written(Column::Personal));
        let held = sheet.hold(header.cells.len(), sink)?;
        let fallback = if wire::is_french(&columns) { Order::DayFirst } else { Order::MonthFirst };
        let mut clock = Clock::of(&held.rows, columns.places(Column::Timestamp), fallback, options)?;
        for row in held.rows.iter() {
            match normalise::respondent(&columns, &row, &mut clock, &mut survey) {
                Ok(respondent) => {
                    survey.answers(&respondent, &row).into_iter().try_for_each(|piece| sink.piece(piece))?
                }
                Err(trouble) => sink.bad(trouble)?,
            }
        }
        let mut seen = survey.notes(held.blank);
        seen.extend(clock.notes(options));
        Ok(Report { rows: held.read, seen })
    }
}
