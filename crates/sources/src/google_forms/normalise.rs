//! Rows → respondents. Google gives no key: the moment stands for it. Whoever did not send left nothing behind.

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
    let trouble = |code| Trouble::new(code).line(row.line).field(columns.header(Column::Timestamp));
    let cell = columns.text(row, Column::Timestamp)?.ok_or_else(|| trouble(TroubleCode::EmptyValue))?;
    let when = clock.read(&cell).ok_or_else(|| trouble(TroubleCode::NotADate).with("value", &cell))?;
    // A sheet and a zip write one moment in two ways: the instant is the same.
    let seconds = when.at.0.div_euclid(1000).to_string();
    Ok(Respondent { key: survey.nth(&seconds), submitted: Some(when), complete: Some(true) })
}
