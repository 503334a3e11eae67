//! A row of Mailchimp's lists → a member.

use super::wire::Column;
use crate::newsletter::{Member, key, moment};
use crate::table::{Columns, Row};
use crate::trouble::Trouble;
use jiff::tz::TimeZone;

/// The member of a row. Who had to confirm is a member from then on; an address that no longer works is lost.
pub fn member(columns: &Columns<Column>, row: &Row, zone: &TimeZone) -> Result<Member, Trouble> {
    let confirmed = moment(columns, row, Column::Confirmed, zone)?;
    let left = moment(columns, row, Column::Unsubscribed, zone)?.or(moment(columns, row, Column::Cleaned, zone)?);
    Ok(Member {
        key: key(columns, row, Some(Column::Person), Column::Address)?,
        joined: confirmed.or(moment(columns, row, Column::OptedIn, zone)?),
        gone: left.is_none() && super::wire::dates_departures(columns),
        left,
        pending: false,
    })
}
