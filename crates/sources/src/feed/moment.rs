//! Dates of feeds, which follow RFC 822, RFC 3339, or their author's mood.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use model::{Millis, Precision, ZoneRule};

/// A date as a feed tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The instant: the beginning of the day when only the day is told.
    pub at: Millis,
    /// Whether the zone was told.
    pub zone_rule: ZoneRule,
    /// How finely it is known.
    pub precision: Precision,
}

/// Reads a date; what is told without zone, or with one that nobody knows, is local time in `zone`.
pub fn read(text: &str, zone: &TimeZone) -> Option<Moment> {
    let text = text.trim();
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(told(at));
    }
    if let Some(date) = day(text) {
        return local(date.at(0, 0, 0, 0), zone, Precision::Day);
    }
    match text.parse::<DateTime>() {
        Ok(moment) => local(moment, zone, Precision::Exact),
        Err(_) => rfc822(text, zone),
    }
}

fn told(at: Timestamp) -> Moment {
    Moment { at: Millis(at.as_millisecond()), zone_rule: ZoneRule::Told, precision: Precision::Exact }
}

fn local(moment: DateTime, zone: &TimeZone, precision: Precision) -> Option<Moment> {
    let at = zone.to_ambiguous_zoned(moment).compatible().ok()?.timestamp();
    Some(Moment { at: Millis(at.as_millisecond()), zone_rule: ZoneRule::Assumed, precision })
}

/// `2004-01-31`, `2004/01/31`, `20040131`, and nothing after.
fn day(text: &str) -> Option<Date> {
    let text = text.replace('/', "-");
    let dateless = text.contains([':', 'T', 't', ' ']);
    if dateless { None } else { text.parse().ok() }
}

/// RFC 822 as feeds write it: any weekday or none, long names of months, years of two digits, hours of one,
/// month before day, no seconds, no zone.
fn rfc822(text: &str, zone: &TimeZone) -> Option<Moment> {
    let text = match text.split_once(',') {
        Some((weekday, rest)) if weekday.trim().chars().all(char::is_alphabetic) => rest,
        _ => text,
    };
    let mut words = text.split_whitespace().map(|word| word.trim_end_matches(',')).peekable();
    // `Sat Jan 31 …`: a weekday without comma.
    words.next_if(|word| month(word).is_none() && word.chars().all(char::is_alphabetic));
    let (first, second) = (words.next()?, words.next()?);
    let (day, month) =
        month(second).map(|month| (first, month)).or_else(|| month(first).map(|month| (second, month)))?;
    let year = words.next()?;
    let year: i16 = match (year.len(), year.parse().ok()?) {
        (2, short) => short + if short < 50 { 2000 } else { 1900 },
        (_, year) => year,
    };
    let Some(time) = words.next() else {
        return local(Date::new(year, month, day.parse().ok()?).ok()?.at(0, 0, 0, 0), zone, Precision::Day);
    };
    let mut parts = time.split(':');
    let (hour, minute) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let second: i8 = parts.next().map_or(Some(0), |second| second.split('.').next()?.parse().ok())?;
    let moment = DateTime::new(year, month, day.parse().ok()?, hour, minute, second.min(59), 0).ok()?;
    match words.next().map(offset) {
        Some(Some(offset)) => Some(told(offset.to_timestamp(moment).ok()?)),
        _ => local(moment, zone, Precision::Exact),
    }
}

/// `+0200`, `+02:00`, and the names that RFC 822 knows.
fn offset(word: &str) -> Option<Offset> {
    let hours = match word {
        "Z" | "UT" | "UTC" | "GMT" => 0,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        _ => {
            let digits = word.strip_prefix(['+', '-'])?.replace(':', "");
            let (hours, minutes) = digits.split_at_checked(2).filter(|_| digits.len() == 4)?;
            let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
            return Offset::from_seconds(if word.starts_with('-') { -seconds } else { seconds }).ok();
        }
    };
    Offset::from_hours(hours).ok()
}

/// The number of a month by the beginning of its English name.
fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let start = word.get(..3)?;
    if word.chars().any(|c| !c.is_alphabetic() && !matches!(c, '.' | ',')) {
        return None;
    }
    (1..).zip(MONTHS).find(|(_, month)| month.eq_ignore_ascii_case(start)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_read() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let exact = 1_072_915_200_000; // 2004-01-01T00:00:00Z
        let cases = [
            ("2004-01-01T00:00:00Z", exact, ZoneRule::Told, Precision::Exact),
            ("2004-01-01T01:00:00+01:00", exact, ZoneRule::Told, Precision::Exact),
            ("Thu, 01 Jan 2004 00:00:00 GMT", exact, ZoneRule::Told, Precision::Exact),
            ("Monday, 1 January 04 0:00 UTC", exact, ZoneRule::Told, Precision::Exact),
            ("Thu, 01 Jan 2004 01:00:00 +0100", exact, ZoneRule::Told, Precision::Exact),
            ("Wed, 31 Dec 2003 19:00:00 EST", exact, ZoneRule::Told, Precision::Exact),
            ("Jan 1, 2004 00:00:00 Z", exact, ZoneRule::Told, Precision::Exact),
            ("2004-01-01T01:00:00", exact, ZoneRule::Assumed, Precision::Exact),
            ("2004-01-01 01:00:00", exact, ZoneRule::Assumed, Precision::Exact),
            ("2004-01-01", exact - 3_600_000, ZoneRule::Assumed, Precision::Day),
            ("Thu, 01 Jan 2004 01:00:00", exact, ZoneRule::Assumed, Precision::Exact),
            ("Thu, 01 Jan 2004 01:00 XYZ", exact, ZoneRule::Assumed, Precision::Exact),
            ("1 Jan 2004", exact - 3_600_000, ZoneRule::Assumed, Precision::Day),
            ("20040101", exact - 3_600_000, ZoneRule::Assumed, Precision::Day),
        ];
        for (text, at, zone_rule, precision) in cases {
            assert_eq!(read(text, &paris), Some(Moment { at: Millis(at), zone_rule, precision }), "{text}");
        }
        for text in ["", "soon", "2004-13-01", "32 Jan 2004 00:00:00 GMT", "01 Jan 2004 at noon", "2004"] {
            assert_eq!(read(text, &paris), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_never_panics(text in "\\PC{0,40}") {
            let _ = read(&text, &TimeZone::UTC);
        }
    }
}
