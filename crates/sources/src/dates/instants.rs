//! Instants: of a cell that tells its zone, and of a local moment in a zone.

use super::digits::plain;
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use model::{Millis, Span};

/// An exact instant, when the cell ends with a zone: `2016-04-01 20:36 +0000`, `2024-01-01T10:00:00Z`.
pub fn instant(cell: &str) -> Option<Millis> {
    let cell = cell.trim();
    if plain(cell).is_some() || has_early_slash(cell) {
        return None;
    }
    if let Ok(timestamp) = cell.parse::<jiff::Timestamp>() {
        return Some(Millis(timestamp.as_millisecond()));
    }
    let spaced = ["%Y-%m-%d %H:%M %z", "%Y-%m-%d %H:%M:%S %z", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S%:z"];
    spaced.iter().find_map(|format| {
        let parsed = jiff::fmt::strtime::parse(format, cell).ok()?;
        parsed.to_timestamp().ok().map(|timestamp| Millis(timestamp.as_millisecond()))
    })
}

/// `3/4/2024`, `31/12/24 10:00`: no instant is written so.
fn has_early_slash(cell: &str) -> bool {
    matches!(cell.as_bytes(), [_, b'/', ..] | [_, _, b'/', ..])
}

/// The zone of that name.
pub fn zone(name: &str) -> Result<TimeZone, Trouble> {
    TimeZone::get(name).map_err(|_| Trouble::new(TroubleCode::UnknownZone).with("zone", name))
}

/// The instant of a local moment. In the hour that a clock change skips, the hour after it; in the hour that
/// comes twice, its first passage.
pub fn at(date: Date, time: Time, zone: &TimeZone) -> Option<Millis> {
    let timestamp = zone.to_timestamp(DateTime::from_parts(date, time)).ok()?;
    Some(Millis(timestamp.as_millisecond()))
}

/// The instant that stands for a day of which nothing finer is known: its noon, so that it stays the same day in
/// any zone up to eleven hours away.
pub fn noon(date: Date, zone: &TimeZone) -> Option<Millis> {
    at(date, Time::constant(12, 0, 0, 0), zone)
}

/// The instant of a local moment of which the time of day may not be known.
pub fn at_or_noon(date: Date, time: Option<Time>, zone: &TimeZone) -> Option<Millis> {
    match time {
        Some(time) => at(date, time, zone),
        None => noon(date, zone),
    }
}

/// From the beginning of one day to the end of another, both included.
pub fn span(first: Date, last: Date, zone: &TimeZone) -> Option<Span> {
    let from = at(first, Time::midnight(), zone)?;
    let to = at(last.tomorrow().ok()?, Time::midnight(), zone)?;
    Some(Span { from, to })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn clock_changes_in_paris() {
        let paris = zone("Europe/Paris").unwrap();
        let ms = |d, h, m| at(d, Time::new(h, m, 0, 0).unwrap(), &paris).unwrap().0;
        assert_eq!(ms(date(2024, 3, 31), 2, 30), ms(date(2024, 3, 31), 3, 30));
        assert_eq!(ms(date(2024, 10, 27), 3, 0) - ms(date(2024, 10, 27), 2, 30), 90 * 60 * 1000);
        assert_eq!(zone("Europe/Lutèce").unwrap_err().code, TroubleCode::UnknownZone);
    }

    #[test]
    fn instants_with_a_zone() {
        let noon = Some(Millis(1_704_110_400_000));
        for text in ["2024-01-01T12:00:00Z", "2024-01-01 12:00 +0000", "2024-01-01T13:00:00+01:00"] {
            assert_eq!(instant(text), noon, "{text}");
        }
        assert_eq!(instant("2024-01-01 12:00"), None);
    }
}
