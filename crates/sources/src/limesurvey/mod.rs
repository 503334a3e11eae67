//! LimeSurvey · export: one row for each response, one column for each question or line of it.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates::Order;
use crate::input::Input;
use crate::survey::clock::Clock;
use crate::survey::sheet::Sheet;
use crate::survey::{self, Survey};
use crate::table::{Columns, headers};
use crate::trouble::Refusal;
use wire::Column;

/// The responses of a LimeSurvey survey.
pub struct Limesurvey;

static MANIFEST: Manifest = Manifest {
    id: "limesurvey",
    name: "LimeSurvey · export",
    network: Some(survey::NETWORK),
    sees: &[Sees::Answers],
    lacks: &[],
    never_kept: &["IP address", "Referrer URL", "Access code", "names and addresses"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for Limesurvey {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn keeps_file(&self) -> bool {
        false
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        let ours = columns.has(Column::Id) && columns.has(Column::Submitted);
        let more = [Column::LastPage, Column::Language].into_iter().any(|column| columns.has(column));
        (ours && more).then(|| survey::recognised(95))
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut sheet = Sheet::open(input)?;
        let header = sheet.headers()?;
        let columns = Columns::find(wire::LABELS, &header.cells);
        columns.require(header.line)?;
        let mut survey = Survey::new(wire::questions(&columns), false).leaving_out(columns.written(Column::Personal));
        let held = sheet.hold(header.cells.len(), sink)?;
        let mut clock = Clock::of(&held.rows, columns.places(Column::Submitted), Order::DayFirst, options)?;
        for row in held.rows.iter() {
            match normalise::respondent(&columns, &row, &mut clock) {
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
