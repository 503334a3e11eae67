//! A row of Ghost's list → a member.

use super::wire::Column;
use crate::newsletter::{Member, is_yes, key, moment};
use crate::table::{Columns, Row};
use crate::trouble::Trouble;
use jiff::tz::TimeZone;

/// The member of a row.
pub fn member(columns: &Columns<Column>, row: &Row, zone: &TimeZone) -> Result<Member, Trouble> {
    Ok(Member {
        key: key(columns, row, Some(Column::Id), Column::Address)?,
        joined: moment(columns, row, Column::Created, zone)?,
        left: moment(columns, row, Column::Deleted, zone)?,
        gone: columns.text(row, Column::Subscribed)?.is_some_and(|cell| !is_yes(&cell)),
        pending: false,
    })
}
