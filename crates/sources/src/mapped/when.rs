//! When a row is of: a moment in one cell, or a date in parts.

use super::wire::Bound;
use crate::dates::{self, Order};
use crate::mapping::{Role, WeekdayOne};
use crate::table::batch::Cells;
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::{Date, Time, Weekday};
use jiff::fmt::strtime;
use jiff::tz::TimeZone;
use model::{Millis, Precision, ZoneRule};

/// When a row is of.
#[derive(Debug, Clone, Copy)]
pub struct When {
    pub at: Millis,
    pub date: Date,
    pub precision: Precision,
    pub zone_rule: ZoneRule,
}

/// A local moment, or a day.
pub type Moment = (Date, Option<Time>);

impl Bound<'_> {
    /// The date of a row that is written as most are, and can be read one way only.
    pub(super) fn plain_date(&self, row: Cells<'_>) -> Option<Moment> {
        let (place, column) = self.at?;
        match column.format.as_deref() {
            None | Some("auto" | "day-first" | "month-first") => dates::plain(self.cell_at(row, place)?),
            Some(_) => None,
        }
    }

    /// When a row is of; its plain date, if it has one, is known.
    pub(super) fn when(
        &self,
        row: Cells<'_>,
        plain: Option<Moment>,
        order: Option<Order>,
        zone: &TimeZone,
    ) -> Result<When, Trouble> {
        if let Some(when) = plain.and_then(|(date, time)| local(date, time, zone)) {
            return Ok(when);
        }
        let Some((place, column)) = self.at else { return self.when_of_parts(row, zone) };
        let cell = self.cell_at(row, place).ok_or_else(|| self.trouble(TroubleCode::EmptyValue, row, Role::At))?;
        let parsed = match column.format.as_deref() {
            None | Some("auto" | "day-first" | "month-first") => match dates::instant(cell) {
                Some(at) => told(at, zone),
                None => dates::moment(cell, order).and_then(|(date, time)| local(date, time, zone)),
            },
            Some("epoch") => epoch(cell).and_then(|at| told(at, zone)),
            Some(pattern) => by_pattern(pattern, cell, zone),
        };
        parsed.ok_or_else(|| self.trouble(TroubleCode::NotADate, row, Role::At))
    }

    /// Month, weekday and hour without day: the first such weekday of that month, at that hour.
    fn when_of_parts(&self, row: Cells<'_>, zone: &TimeZone) -> Result<When, Trouble> {
        let number = |role| -> Result<Option<i8>, Trouble> {
            let Some(cell) = self.cell(row, role) else { return Ok(None) };
            cell.parse().map(Some).map_err(|_| self.trouble(TroubleCode::NotADate, row, role))
        };
        let need = |role| self.trouble(TroubleCode::EmptyValue, row, role);
        let year = match self.cell(row, Role::Year) {
            Some(cell) => cell.parse().ok(),
            None => self.mapping.constants.year,
        };
        let year = year.ok_or_else(|| need(Role::Year))?;
        let month = match self.cell(row, Role::Month).and_then(dates::month_of) {
            Some(month) => month,
            None => number(Role::Month)?.ok_or_else(|| need(Role::Month))?,
        };
        let weekday = match self.cell(row, Role::Weekday).and_then(dates::weekday_of) {
            Some(weekday) => Some(weekday),
            None => self.weekday(number(Role::Weekday)?.ok_or_else(|| need(Role::Weekday))?),
        };
        let weekday = weekday.ok_or_else(|| self.trouble(TroubleCode::NotADate, row, Role::Weekday))?;
        let hour = number(Role::Hour)?.ok_or_else(|| need(Role::Hour))?;
        let time = Time::new(hour, 0, 0, 0).map_err(|_| self.trouble(TroubleCode::NotADate, row, Role::Hour))?;
        let date = Date::new(year, month, 1).and_then(|first| first.nth_weekday_of_month(1, weekday));
        let date = date.map_err(|_| self.trouble(TroubleCode::NotADate, row, Role::Month))?;
        let at = dates::at(date, time, zone).ok_or_else(|| need(Role::Hour))?;
        Ok(When { at, date, precision: Precision::MonthWeekdayHour, zone_rule: ZoneRule::Assumed })
    }

    fn weekday(&self, number: i8) -> Option<Weekday> {
        match self.mapping.weekday_one? {
            WeekdayOne::Sunday => Weekday::from_sunday_one_offset(number).ok(),
            WeekdayOne::Monday => Weekday::from_monday_one_offset(number).ok(),
        }
    }
}

fn told(at: Millis, zone: &TimeZone) -> Option<When> {
    let timestamp = jiff::Timestamp::from_millisecond(at.0).ok()?;
    let date = timestamp.to_zoned(zone.clone()).date();
    Some(When { at, date, precision: Precision::Exact, zone_rule: ZoneRule::Told })
}

fn local(date: Date, time: Option<Time>, zone: &TimeZone) -> Option<When> {
    let (at, precision) = match time {
        Some(time) => (dates::at(date, time, zone)?, Precision::Exact),
        None => (dates::noon(date, zone)?, Precision::Day),
    };
    Some(When { at, date, precision, zone_rule: ZoneRule::Assumed })
}

/// Seconds since 1970 (fractions are cut), or milliseconds where there are too many digits for seconds of our time.
pub(crate) fn epoch(cell: &str) -> Option<Millis> {
    let whole = cell.split_once('.').map_or(cell, |(whole, _)| whole);
    let number: i64 = whole.parse().ok()?;
    match whole.len() {
        1..=11 => number.checked_mul(1000).map(Millis),
        12..=14 => Some(Millis(number)),
        _ => None,
    }
}

fn by_pattern(pattern: &str, cell: &str, zone: &TimeZone) -> Option<When> {
    let parsed = strtime::parse(pattern, cell).ok()?;
    if let Ok(timestamp) = parsed.to_timestamp() {
        return told(Millis(timestamp.as_millisecond()), zone);
    }
    local(parsed.to_date().ok()?, parsed.to_time().ok(), zone)
}
