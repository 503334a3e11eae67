//! Rows → respondents. SurveyMonkey's numbers of respondents are its own, over all surveys.

use super::wire::Column;
use crate::survey::Respondent;
use crate::survey::clock::Clock;
use crate::table::{Columns, Row};
use crate::trouble::{Trouble, TroubleCode};

/// The respondent of a row.
pub fn respondent(columns: &Columns<Column>, row: &Row, clock: &mut Clock) -> Result<Respondent, Trouble> {
    let trouble = |code, column| Trouble::new(code).line(row.line).field(columns.header(column));
    let id = columns.text(row, Column::Id)?.ok_or_else(|| trouble(TroubleCode::EmptyValue, Column::Id))?;
    if crate::numbers::id(&id).is_err() {
        return Err(trouble(TroubleCode::RoundedId, Column::Id).with("value", &id));
    }
    let ended = match columns.text(row, Column::Ended)? {
        None => None,
        Some(cell) => {
            Some(clock.read(&cell).ok_or_else(|| trouble(TroubleCode::NotADate, Column::Ended).with("value", &cell))?)
        }
    };
    let complete = match columns.text(row, Column::Completed)?.map(|said| said.to_lowercase()).as_deref() {
        Some("yes" | "oui" | "true" | "completed") => Some(true),
        Some("no" | "non" | "false" | "partial") => Some(false),
        _ => None,
    };
    Ok(Respondent { key: id, submitted: ended, complete })
}
