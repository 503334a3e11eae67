//! A row of Substack's list → a member.

use super::wire::Column;
use crate::newsletter::{Member, is_yes, key, moment};
use crate::table::{Columns, Row};
use crate::trouble::Trouble;
use jiff::tz::TimeZone;

/// The member of a row.
pub fn member(columns: &Columns<Column>, row: &Row, zone: &TimeZone) -> Result<Member, Trouble> {
    Ok(Member {
        key: key(columns, row, None, Column::Address)?,
        joined: moment(columns, row, Column::Created, zone)?,
        gone: columns.cell(row, Column::Disabled)?.is_some_and(is_yes),
        ..Member::default()
    })
}
