//! A date and hour as a calendar on the wall shows them: no zone, no clock change. The caller has folded
//! its instants into local time before drawing; this is the least a time axis needs.

use thiserror::Error;

/// Minutes in a day.
pub(super) const DAY: i64 = 1440;

/// What is wrong with a date or an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CivilError {
    /// The calendar has no such day.
    #[error("no such day: {year}-{month:02}-{day:02}")]
    Day {
        /// The year given.
        year: i32,
        /// The month given.
        month: u8,
        /// The day given.
        day: u8,
    },
    /// The day has no such hour.
    #[error("no such hour: {hour:02}:{minute:02}")]
    Hour {
        /// The hour given.
        hour: u8,
        /// The minute given.
        minute: u8,
    },
}

/// A local date and time to the minute, in the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    year: i32,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
}

impl Civil {
    /// Midnight of a day.
    ///
    /// # Errors
    /// When the calendar has no such day, or the year is beyond ±9999.
    pub fn day(year: i32, month: u8, day: u8) -> Result<Self, CivilError> {
        let real =
            (-9999..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        if real { Ok(Self { year, month, day, hour: 0, minute: 0 }) } else { Err(CivilError::Day { year, month, day }) }
    }

    /// The same day at another hour.
    ///
    /// # Errors
    /// When the hour is beyond 23 or the minute beyond 59.
    pub fn at(self, hour: u8, minute: u8) -> Result<Self, CivilError> {
        if hour < 24 && minute < 60 {
            Ok(Self { hour, minute, ..self })
        } else {
            Err(CivilError::Hour { hour, minute })
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1. Named apart from the constructor.
    #[must_use]
    pub fn day_of_month(self) -> u8 {
        self.day
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(self) -> u8 {
        self.minute
    }

    /// The day of the week, Monday = 0 to Sunday = 6.
    #[must_use]
    pub fn weekday(self) -> u8 {
        // 1 January 1970 was a Thursday.
        let since_monday = (self.minutes().div_euclid(DAY) + 3).rem_euclid(7);
        u8::try_from(since_monday).unwrap_or(0)
    }

    /// Minutes from 1 January 1970, as if no clock ever changed.
    pub(super) fn minutes(self) -> i64 {
        days_from_epoch(self.year, self.month, self.day) * DAY + i64::from(self.hour) * 60 + i64::from(self.minute)
    }

    /// The inverse of [`Civil::minutes`]; `None` beyond ±9999.
    pub(super) fn from_minutes(minutes: i64) -> Option<Self> {
        let (days, rest) = (minutes.div_euclid(DAY), minutes.rem_euclid(DAY));
        // A first guess by the mean year, then at most a step or two.
        let mut year = i32::try_from(1970 + days.div_euclid(366)).ok()?;
        while days_from_epoch(year + 1, 1, 1) <= days {
            year += 1;
            if year > 9999 {
                return None;
            }
        }
        while days_from_epoch(year, 1, 1) > days {
            year -= 1;
        }
        let mut month = 12;
        while month > 1 && days_from_epoch(year, month, 1) > days {
            month -= 1;
        }
        let day = u8::try_from(days - days_from_epoch(year, month, 1) + 1).ok()?;
        let hour = u8::try_from(rest / 60).ok()?;
        let minute = u8::try_from(rest % 60).ok()?;
        Self::day(year, month, day).ok()?.at(hour, minute).ok()
    }
}

fn is_leap(year: i32) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1 January 1970 to a day.
fn days_from_epoch(year: i32, month: u8, day: u8) -> i64 {
    let before = i64::from(year) - 1;
    let leap_days = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
    // 719 162 days lie between 1 January of year 1 and 1 January 1970.
    let year_start = before * 365 + leap_days - 719_162;
    let month_start: i64 = (1..month).map(|m| i64::from(days_in(year, m))).sum();
    year_start + month_start + i64::from(day) - 1
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_are_counted_from_the_epoch() {
        for (year, month, day, days, weekday) in [
            (1970, 1, 1, 0, 3),
            (1969, 12, 31, -1, 2),
            (2000, 2, 29, 11_016, 1),
            (2024, 12, 31, 20_088, 1),
            (2026, 11, 22, 20_779, 6),
        ] {
            let date = Civil::day(year, month, day).unwrap();
            assert_eq!(date.minutes(), days * DAY, "{date:?}");
            assert_eq!(date.weekday(), weekday, "{date:?}");
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for (year, month, day) in [(2023, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 1, 0)] {
            assert!(Civil::day(year, month, day).is_err());
        }
        let error = Civil::day(2024, 1, 1).unwrap().at(24, 0).unwrap_err();
        assert_eq!(error.to_string(), "no such hour: 24:00");
    }

    proptest! {
        #[test]
        fn minutes_turn_back_into_dates(minutes in -2_000_000_000i64..4_000_000_000) {
            prop_assert_eq!(Civil::from_minutes(minutes).unwrap().minutes(), minutes);
        }
    }
}
