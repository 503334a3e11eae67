//! Local time, in one pure place: which local day and hour of an IANA zone an instant falls in.
//!
//! The zone is asked once for its changes over the stretch in question; afterwards an instant costs a binary
//! search among a handful of stretches and one addition. Periods are cut in `frame`, on top of this.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span as Delta, Timestamp};
use model::{Millis, Span};

/// Milliseconds in an hour.
pub const HOUR_MS: i64 = 3_600_000;
/// Milliseconds in a day of 24 hours.
pub const DAY_MS: i64 = 24 * HOUR_MS;

/// The first instant jiff can tell the offset of, give or take two days.
const EARLIEST_MS: i64 = -377_705_000_000_000;
/// The last one, give or take two days.
const LATEST_MS: i64 = 253_402_000_000_000;

/// From this instant on, local time is UTC plus this offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// First instant.
    pub from: i64,
    /// Milliseconds to add to UTC.
    pub offset: i64,
}

/// The clock of one zone over one stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalClock {
    first: Stretch,
    later: Vec<Stretch>,
}

impl LocalClock {
    /// Reads the zone's changes inside the span. Outside of it the nearest offset is used.
    pub fn over(zone: &TimeZone, span: Span) -> Self {
        let from = span.from.0.clamp(EARLIEST_MS, LATEST_MS);
        let start = timestamp(from);
        let first = Stretch { from, offset: i64::from(zone.to_offset(start).seconds()) * 1000 };
        let mut later: Vec<Stretch> = Vec::new();
        let mut last = first.offset;
        for change in zone.following(start) {
            let at = change.timestamp().as_millisecond();
            if at >= span.to.0 {
                break;
            }
            let offset = i64::from(change.offset().seconds()) * 1000;
            if offset != last {
                later.push(Stretch { from: at, offset });
                last = offset;
            }
        }
        Self { first, later }
    }

    /// Milliseconds to add to UTC at this instant.
    pub fn offset_at(&self, at: Millis) -> i64 {
        let after = self.later.partition_point(|stretch| stretch.from <= at.0);
        after.checked_sub(1).and_then(|last| self.later.get(last)).unwrap_or(&self.first).offset
    }

    /// The local day, counted from 1 January 1970.
    pub fn day_at(&self, at: Millis) -> i64 {
        (at.0 + self.offset_at(at)).div_euclid(DAY_MS)
    }

    /// The stretches of constant offset, in order.
    pub fn stretches(&self) -> impl Iterator<Item = Stretch> + '_ {
        std::iter::once(self.first).chain(self.later.iter().copied())
    }
}

/// The day's number, counted from 1 January 1970.
pub fn day_number(date: Date) -> i64 {
    i64::from((date - EPOCH).get_days())
}

/// The day of a number; numbers beyond the calendar give its nearest end.
pub fn day_of_number(number: i64) -> Date {
    Delta::new().try_days(number).and_then(|days| EPOCH.checked_add(days)).unwrap_or(if number < 0 {
        Date::MIN
    } else {
        Date::MAX
    })
}

const EPOCH: Date = Date::constant(1970, 1, 1);

/// The instant at which a local day begins: midnight, or the first instant after it where midnight is skipped.
pub fn start_of_day(date: Date, zone: &TimeZone) -> Millis {
    date.to_zoned(zone.clone())
        .map_or_else(|_| Millis(day_number(date) * DAY_MS), |start| Millis(start.timestamp().as_millisecond()))
}

/// The local date of an instant.
pub fn date_at(at: Millis, zone: &TimeZone) -> Date {
    timestamp(at.0).to_zoned(zone.clone()).date()
}

fn timestamp(at: i64) -> Timestamp {
    Timestamp::from_millisecond(at.clamp(EARLIEST_MS, LATEST_MS)).unwrap_or(Timestamp::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    const ZONES: &[&str] = &[
        "UTC",
        "Europe/Paris",
        "America/New_York",
        "America/Sao_Paulo",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Pacific/Apia",
        "Antarctica/Troll",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn every_instant_falls_in_the_day_that_jiff_says(
            zone in 0..ZONES.len(),
            from in 0i64..1_800_000_000_000,
            length in 0i64..100_000_000_000,
            inside in prop::collection::vec(0.0f64..1.0, 20),
        ) {
            let zone = TimeZone::get(ZONES.get(zone).unwrap()).unwrap();
            let clock = LocalClock::over(&zone, Span { from: Millis(from), to: Millis(from + length) });
            for part in inside {
                #[expect(clippy::as_conversions, reason = "a random place inside the stretch")]
                let at = Millis(from + (part * length as f64) as i64);
                prop_assert_eq!(day_of_number(clock.day_at(at)), date_at(at, &zone), "{:?} in {:?}", at, zone.iana_name());
            }
        }
    }

    #[test]
    fn days_have_numbers_and_numbers_days() {
        for date in ["1969-12-31", "1970-01-01", "2024-02-29", "9999-12-30"] {
            let date: Date = date.parse().unwrap();
            assert_eq!(day_of_number(day_number(date)), date);
        }
        assert_eq!(day_number("1970-01-02".parse().unwrap()), 1);
    }

    #[test]
    fn a_day_without_midnight_begins_at_its_first_instant() {
        // Brazil skipped the hour after midnight on 4 November 2018.
        let zone = TimeZone::get("America/Sao_Paulo").unwrap();
        let start = start_of_day("2018-11-04".parse().unwrap(), &zone);
        assert_eq!(timestamp(start.0).to_string(), "2018-11-04T03:00:00Z");
    }
}
