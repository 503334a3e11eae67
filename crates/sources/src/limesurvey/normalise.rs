//! Rows → respondents. An empty day of submission means that the respondent stopped on the way.

use super::wire::Column;
use crate::survey::Respondent;
use crate::survey::clock::Clock;
use crate::table::{Columns, Row};
use crate::trouble::{Trouble, TroubleCode};

/// The respondent of a row.
pub fn respondent(columns: &Columns<Column>, row: &Row, clock: &mut Clock) -> Result<Respondent, Trouble> {
    let Some(id) = columns.text(row, Column::Id)? else {
        return Err(Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(Column::Id)));
    };
    // Numbers begin again when a survey is copied for another year: the moment of beginning goes with them.
    let started = columns.text(row, Column::Started)?.unwrap_or_default();
    // LimeSurvey's own filter counts that day among those who did not finish.
    let sent = columns.text(row, Column::Submitted)?.filter(|cell| !cell.starts_with("1980-01-01"));
    let when = match &sent {
        None => None,
        Some(cell) => Some(clock.read(cell).ok_or_else(|| {
            Trouble::new(TroubleCode::NotADate)
                .line(row.line)
                .field(columns.header(Column::Submitted))
                .with("value", cell)
        })?),
    };
    Ok(Respondent { key: format!("{id} {started}").trim().to_owned(), submitted: when, complete: Some(sent.is_some()) })
}
