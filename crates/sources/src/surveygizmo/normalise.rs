//! Rows → respondents, those who stopped on the way included.

use super::wire::Column;
use crate::survey::clock::Clock;
use crate::survey::{Respondent, Survey};
use crate::table::{Columns, Row};
use crate::trouble::{Trouble, TroubleCode};

/// The respondent of a row.
pub fn respondent(
    columns: &Columns<Column>,
    row: &Row,
    clock: &mut Clock,
    survey: &mut Survey,
) -> Result<Respondent, Trouble> {
    let trouble = |code, column| Trouble::new(code).line(row.line).field(columns.header(column));
    let complete = match columns.text(row, Column::Status)?.map(|status| status.to_lowercase()).as_deref() {
        Some("complete" | "complet" | "complète" | "terminé") => Some(true),
        Some("partial" | "partiel" | "partielle" | "abandoned" | "abandonné") => Some(false),
        Some("disqualified" | "disqualifié" | "deleted") => Some(false),
        Some(_) => None,
        None => return Err(trouble(TroubleCode::EmptyValue, Column::Status)),
    };
    let Some(started) = columns.text(row, Column::Started)? else {
        return Err(trouble(TroubleCode::EmptyValue, Column::Started));
    };
    let submitted = match columns.text(row, Column::Submitted)? {
        None => None,
        Some(cell) => Some(
            clock.read(&cell).ok_or_else(|| trouble(TroubleCode::NotADate, Column::Submitted).with("value", &cell))?,
        ),
    };
    // Without the tool's key, the moment of beginning stands for it.
    let key = match columns.text(row, Column::Id)? {
        Some(id) => id,
        None => survey.nth(&started),
    };
    Ok(Respondent { key, submitted, complete })
}
