//! Lengths of time: how long ago, how long it took. Not for calendar dates: see `date`.

use jiff::{SignedDuration, Timestamp};

use crate::{
    Lang,
    number::{self, NARROW},
};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// Mean lengths: beyond a month a freshness is only an order of magnitude.
const MONTH: i64 = 30 * DAY;
const YEAR: i64 = 365 * DAY;

/// Rounds down: something from 119 minutes ago is one hour old, as people say it.
pub(crate) fn ago(lang: Lang, moment: Timestamp, now: Timestamp) -> String {
    let seconds = now.duration_since(moment).as_secs();
    let distance = seconds.abs();
    let length = match distance {
        ..MINUTE => {
            return match lang {
                Lang::Fr => "à l’instant",
                Lang::En => "just now",
            }
            .to_owned();
        }
        MINUTE..HOUR => tight(lang, distance / MINUTE, "min"),
        HOUR..DAY => tight(lang, distance / HOUR, "h"),
        DAY..MONTH => worded(lang, distance / DAY, ["jour", "jours"], ["day", "days"]),
        MONTH..YEAR => worded(lang, distance / MONTH, ["mois", "mois"], ["month", "months"]),
        YEAR.. => worded(lang, distance / YEAR, ["an", "ans"], ["year", "years"]),
    };
    match (lang, seconds >= 0) {
        (Lang::Fr, true) => format!("il y a {length}"),
        (Lang::Fr, false) => format!("dans {length}"),
        (Lang::En, true) => format!("{length} ago"),
        (Lang::En, false) => format!("in {length}"),
    }
}

/// The two largest units that say something.
pub(crate) fn duration(lang: Lang, duration: SignedDuration) -> String {
    let duration = duration.abs();
    let seconds = duration.as_secs();
    let day = match lang {
        Lang::Fr => "j",
        Lang::En => "d",
    };
    match seconds {
        ..1 => tight(lang, i64::try_from(duration.as_millis()).unwrap_or(i64::MAX), "ms"),
        1..MINUTE => tight(lang, seconds, "s"),
        MINUTE..HOUR => two(lang, (seconds / MINUTE, "min"), (seconds % MINUTE, "s")),
        HOUR..DAY => two(lang, (seconds / HOUR, "h"), (seconds % HOUR / MINUTE, "min")),
        DAY.. => two(lang, (seconds / DAY, day), (seconds % DAY / HOUR, "h")),
    }
}

fn two(lang: Lang, large: (i64, &str), small: (i64, &str)) -> String {
    let first = tight(lang, large.0, large.1);
    if small.0 == 0 { first } else { format!("{first} {}", tight(lang, small.0, small.1)) }
}

fn tight(lang: Lang, count: i64, unit: &str) -> String {
    format!("{}{NARROW}{unit}", number::count(lang, count))
}

fn worded(lang: Lang, count: i64, french: [&str; 2], english: [&str; 2]) -> String {
    let [one, many] = match lang {
        Lang::Fr => french,
        Lang::En => english,
    };
    format!("{count}\u{a0}{}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Lang::{En, Fr};

    fn plain(text: String) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn freshness_in_both_directions() {
        let now = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(1_800_000_000);
        for (seconds, fr, en) in [
            (0, "à l’instant", "just now"),
            (59, "à l’instant", "just now"),
            (60, "il y a 1 min", "1 min ago"),
            (3 * HOUR + 40 * MINUTE, "il y a 3 h", "3 h ago"),
            (DAY, "il y a 1 jour", "1 day ago"),
            (29 * DAY, "il y a 29 jours", "29 days ago"),
            (70 * DAY, "il y a 2 mois", "2 months ago"),
            (364 * DAY, "il y a 12 mois", "12 months ago"),
            (800 * DAY, "il y a 2 ans", "2 years ago"),
            (-2 * DAY, "dans 2 jours", "in 2 days"),
            (-90, "dans 1 min", "in 1 min"),
        ] {
            let moment = now - SignedDuration::from_secs(seconds);
            assert_eq!(plain(ago(Fr, moment, now)), fr);
            assert_eq!(plain(ago(En, moment, now)), en);
        }
    }

    #[test]
    fn durations_name_two_units_at_most() {
        for (millis, fr, en) in [
            (0, "0 ms", "0 ms"),
            (340, "340 ms", "340 ms"),
            (45_000, "45 s", "45 s"),
            (200_000, "3 min 20 s", "3 min 20 s"),
            (7_500_000, "2 h 5 min", "2 h 5 min"),
            (7_200_000, "2 h", "2 h"),
            (100_800_000, "1 j 4 h", "1 d 4 h"),
            (-45_000, "45 s", "45 s"),
        ] {
            assert_eq!(plain(duration(Fr, SignedDuration::from_millis(millis))), fr);
            assert_eq!(plain(duration(En, SignedDuration::from_millis(millis))), en);
        }
    }
}
