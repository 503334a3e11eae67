//! Days and times written in digits.

use super::Order;
use jiff::civil::{Date, Time};

/// The local moments that most exports write, digit by digit: `2024-01-31`, `2024-01-31 10:15`, `2024-01-31T10:15:08`.
/// `None` for anything else, and for a day that does not exist: the slower readers say what that is.
pub fn plain(cell: &str) -> Option<(Date, Option<Time>)> {
    let bytes = cell.as_bytes();
    let ([y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2], rest) = bytes.split_first_chunk()? else { return None };
    let year = i16::from(two(*y1, *y2)?) * 100 + i16::from(two(*y3, *y4)?);
    let date = || Date::new(year, two(*m1, *m2)?, two(*d1, *d2)?).ok();
    let time = match rest {
        [] => None,
        [b' ' | b'T', h1, h2, b':', i1, i2] => Some(Time::new(two(*h1, *h2)?, two(*i1, *i2)?, 0, 0).ok()?),
        [b' ' | b'T', h1, h2, b':', i1, i2, b':', s1, s2] => {
            Some(Time::new(two(*h1, *h2)?, two(*i1, *i2)?, two(*s1, *s2)?, 0).ok()?)
        }
        _ => return None,
    };
    Some((date()?, time))
}

fn two(tens: u8, ones: u8) -> Option<i8> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
    i8::try_from(digit(tens)? * 10 + digit(ones)?).ok()
}

/// What stands before the time of day.
pub(super) fn date_part(cell: &str) -> &str {
    let cell = cell.trim();
    cell.split(['T', ' ', '\u{a0}', '\u{202f}']).next().unwrap_or(cell).trim_end_matches(',')
}

/// What stands after the day, when it looks like a time of day.
pub(super) fn time_part(cell: &str) -> Option<&str> {
    let colon = cell.find(':')?;
    let before = cell.get(..colon)?;
    let last_other = before.char_indices().rev().find(|(_, c)| !c.is_ascii_digit());
    cell.get(last_other.map_or(0, |(at, c)| at + c.len_utf8())..)
}

/// `20:36`, `20:36:05`, `9:15 PM`.
pub(super) fn time(text: &str) -> Option<Time> {
    let text = text.trim();
    let clock_end = text.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(text.len());
    let (clock, rest) = text.split_at_checked(clock_end)?;
    let mut parts = clock.split(':');
    let mut hour: i8 = parts.next()?.parse().ok()?;
    let minute: i8 = parts.next()?.parse().ok()?;
    let second: i8 = parts.next().map_or(Some(0), |s| s.split('.').next().and_then(|s| s.parse().ok()))?;
    match rest.trim().to_ascii_lowercase().as_str() {
        "" => {}
        "am" if hour == 12 => hour = 0,
        "am" => {}
        "pm" if hour < 12 => hour += 12,
        "pm" => {}
        _ => return None,
    }
    Time::new(hour, minute, second, 0).ok()
}

/// `2025-10-31`, `2025/10/31`.
pub(super) fn iso(text: &str) -> Option<Date> {
    let separator = if text.contains('/') { '/' } else { '-' };
    let mut parts = text.split(separator);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The three numbers of `03/04/2024`, `3.4.2024`, `03-04-24`.
pub(super) fn numeric_parts(text: &str) -> Option<(i8, i8, i16)> {
    let separator = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = text.split(separator);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| (1..=2).contains(&part.len());
    if parts.next().is_some() || !short(first) || !short(second) || !matches!(year.len(), 2 | 4) {
        return None;
    }
    let short_year = year.len() == 2;
    let year: i16 = year.parse().ok()?;
    let year = if short_year { 2000 + year } else { year };
    Some((first.parse().ok()?, second.parse().ok()?, year))
}

pub(super) fn numeric(text: &str, order: Option<Order>) -> Option<Date> {
    let (first, second, year) = numeric_parts(text)?;
    match order? {
        Order::MonthFirst => Date::new(year, first, second).ok(),
        Order::DayFirst => Date::new(year, second, first).ok(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    proptest::proptest! {
        /// The quick way and the slow one say the same of whatever looks like a plain moment.
        #[test]
        fn plain_moments_are_read_alike(cell in "[0-9]{4}-[0-9]{2}-[0-3][0-9]([ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?") {
            if let Some((date, time)) = plain(&cell) {
                proptest::prop_assert_eq!(iso(date_part(&cell)), Some(date), "{}", cell);
                proptest::prop_assert_eq!(time_part(&cell).map(super::time), time.map(Some), "{}", cell);
                proptest::prop_assert!(cell.parse::<jiff::Timestamp>().is_err(), "{}", cell);
            }
        }
    }

    #[test]
    fn plain_moments() {
        let at = |h, m, s| Time::new(h, m, s, 0).unwrap();
        let new_year = date(2024, 1, 1);
        assert_eq!(plain("2024-01-01"), Some((new_year, None)));
        assert_eq!(plain("2024-01-01 10:15"), Some((new_year, Some(at(10, 15, 0)))));
        assert_eq!(plain("2024-01-01T10:15:08"), Some((new_year, Some(at(10, 15, 8)))));
        for other in ["2024-02-30", "2024-01-01 24:00", "2024-01-01 10:15Z", "2024/01/01", "24-01-01", "", "2024-01-0x"]
        {
            assert_eq!(plain(other), None, "{other}");
        }
    }
}
