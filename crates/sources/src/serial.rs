//! Moments as a spreadsheet keeps them: days since the end of 1899, `43290.53487`. Only where a cell stands for a date.

use jiff::civil::{Date, Time, date};

/// The local moment of a serial number from 1954 to 2119: a year alone is no such number.
pub fn moment(cell: &str) -> Option<(Date, Time)> {
    let (whole, fraction) = cell.split_once(['.', ',']).unwrap_or((cell, "0"));
    let days: i64 = whole.parse().ok().filter(|days| (20_000..80_000).contains(days))?;
    if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // In whole numbers, to the second: nine digits of a day are finer than a spreadsheet writes.
    let digits: i64 = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    let seconds = (digits * 86_400 + 500_000_000) / 1_000_000_000;
    let day = date(1899, 12, 30).checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    let moment = day.to_datetime(Time::midnight()).checked_add(jiff::Span::new().try_seconds(seconds).ok()?).ok()?;
    Some((moment.date(), moment.time()))
}

/// The day of a serial number without a fraction.
pub fn day(cell: &str) -> Option<Date> {
    moment(cell).filter(|_| cell.bytes().all(|byte| byte.is_ascii_digit())).map(|(date, _)| date)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn days_and_moments() {
        assert_eq!(moment("43290.53487").unwrap(), (date(2018, 7, 9), Time::constant(12, 50, 13, 0)));
        assert_eq!((day("41883"), day("41883.5"), day("2014")), (Some(date(2014, 9, 1)), None, None));
        for none in ["", "2014", "43290.", "43290.5x", "1234567.5", "-43290"] {
            assert_eq!(moment(none), None, "{none}");
        }
    }
}
