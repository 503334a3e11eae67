//! Moments as the dialects write them, read from bytes.

use crate::access_log::wire;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use model::Millis;

/// A moment and whether its zone had to be assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The instant.
    pub at: Millis,
    /// Whether the log does not say the zone.
    pub assumed: bool,
}

/// `2012-04-01` and `00:00:13`, with or without fractions, in a zone.
pub fn civil(date: &[u8], time: &[u8], zone: &TimeZone) -> Option<Millis> {
    let mut text = [0_u8; 40];
    let slot = text.get_mut(..date.len() + 1 + time.len())?;
    let (left, right) = slot.split_at_mut_checked(date.len())?;
    left.copy_from_slice(date);
    let (middle, right) = right.split_first_mut()?;
    *middle = b'T';
    right.copy_from_slice(time);
    let local: DateTime = std::str::from_utf8(slot).ok()?.parse().ok()?;
    in_zone(local, zone)
}

/// A moment as programs write it: ISO 8601 with or without zone, the common log's, seconds or milliseconds since 1970.
pub fn any(text: &[u8], zone: &TimeZone) -> Option<Moment> {
    let told = |at| Some(Moment { at, assumed: false });
    if let Ok(stamp) = <&[u8; 26]>::try_from(text)
        && let Some(at) = wire::instant(stamp)
    {
        return told(at);
    }
    let text = std::str::from_utf8(text).ok()?.trim();
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return told(Millis(at.as_millisecond()));
    }
    if let Ok(number) = text.parse::<f64>() {
        return since_1970(number).and_then(told);
    }
    let local: DateTime = text.parse().ok()?;
    Some(Moment { at: in_zone(local, zone)?, assumed: true })
}

/// `25/Sep/2018:06:05:27.584`, which says no zone.
pub fn haproxy(stamp: &[u8; 24], zone: &TimeZone) -> Option<Millis> {
    let (date, rest) = stamp.split_at_checked(20)?;
    let [b'.', fraction @ ..] = rest else { return None };
    if !fraction.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let mut common = *b"                     +0000";
    common.get_mut(..20)?.copy_from_slice(date);
    let utc = wire::instant(&common)?;
    let local = jiff::Timestamp::from_millisecond(utc.0).ok()?.to_zoned(TimeZone::UTC).datetime();
    in_zone(local, zone)
}

fn in_zone(local: DateTime, zone: &TimeZone) -> Option<Millis> {
    Some(Millis(zone.to_ambiguous_zoned(local).compatible().ok()?.timestamp().as_millisecond()))
}

/// Seconds; milliseconds where seconds would lie beyond the year 5000.
fn since_1970(number: f64) -> Option<Millis> {
    let seconds = if number.abs() > 1e11 { number / 1000.0 } else { number };
    let duration = jiff::SignedDuration::try_from_secs_f64(seconds).ok()?;
    let at = jiff::Timestamp::from_duration(duration).ok()?;
    Some(Millis(at.as_millisecond()))
}
