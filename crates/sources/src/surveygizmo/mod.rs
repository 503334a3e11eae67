//! SurveyGizmo · export (Alchemer since 2020): one row for each response, complete or partial.

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

/// The responses of a SurveyGizmo survey.
pub struct Surveygizmo;

static MANIFEST: Manifest = Manifest {
    id: "surveygizmo",
    name: "SurveyGizmo · Alchemer · export",
    network: Some(survey::NETWORK),
    sees: &[Sees::Answers],
    lacks: &[],
    never_kept: &["IP Address", "Referer", "User Agent", "Longitude", "Latitude", "City", "names and addresses"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for Surveygizmo {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn keeps_file(&self) -> bool {
        false
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        let ours = [Column::Started, Column::Submitted, Column::Status].into_iter().all(|column| columns.has(column));
        ours.then(|| survey::recognised(94))
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut sheet = Sheet::open(input)?;
        let header = sheet.headers()?;
        let columns = Columns::find(wire::LABELS, &header.cells);
        columns.require(header.line)?;
        let mut survey = Survey::new(wire::questions(&columns), true).leaving_out(columns.written(Column::Personal));
        let held = sheet.hold(header.cells.len(), sink)?;
        let mut clock = Clock::of(&held.rows, columns.places(Column::Submitted), Order::MonthFirst, options)?;
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
