//! A row of Beehiiv's list → a member.

use super::wire::Column;
use crate::newsletter::{Member, key, moment};
use crate::table::{Columns, Row};
use crate::trouble::Trouble;
use jiff::tz::TimeZone;

/// The member of a row. Who never confirmed is pending; who is not active any more has left.
pub fn member(columns: &Columns<Column>, row: &Row, zone: &TimeZone) -> Result<Member, Trouble> {
    let status = columns.text(row, Column::Status)?.unwrap_or_default().to_ascii_lowercase();
    Ok(Member {
        key: key(columns, row, None, Column::Address)?,
        joined: moment(columns, row, Column::Created, zone)?,
        left: moment(columns, row, Column::Unsubscribed, zone)?,
        gone: matches!(status.as_str(), "inactive" | "unsubscribed" | "cancelled" | "canceled"),
        pending: matches!(status.as_str(), "pending" | "validating" | "invalid"),
    })
}
