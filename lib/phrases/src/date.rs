//! Dates and hours as each language writes them; dates are already local, zones are the caller's.
//! Not for lengths of time: see `elapsed`.

use jiff::{
    Zoned,
    civil::{Date, Time, Weekday},
};

use crate::{Lang, number::NARROW};

type Names<const N: usize> = [(&'static str, &'static str); N];

const MONTHS_FR: Names<12> = [
    ("janvier", "janv."),
    ("février", "févr."),
    ("mars", "mars"),
    ("avril", "avr."),
    ("mai", "mai"),
    ("juin", "juin"),
    ("juillet", "juil."),
    ("août", "août"),
    ("septembre", "sept."),
    ("octobre", "oct."),
    ("novembre", "nov."),
    ("décembre", "déc."),
];

const MONTHS_EN: Names<12> = [
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "May"),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
];

fn month_names(lang: Lang, month: i8) -> (&'static str, &'static str) {
    let names = match lang {
        Lang::Fr => MONTHS_FR,
        Lang::En => MONTHS_EN,
    };
    let index = usize::try_from(month.saturating_sub(1)).unwrap_or(usize::MAX);
    names.get(index).copied().unwrap_or_default()
}

const fn weekday_names(lang: Lang, weekday: Weekday) -> (&'static str, &'static str) {
    match (lang, weekday) {
        (Lang::Fr, Weekday::Monday) => ("lundi", "lun."),
        (Lang::Fr, Weekday::Tuesday) => ("mardi", "mar."),
        (Lang::Fr, Weekday::Wednesday) => ("mercredi", "mer."),
        (Lang::Fr, Weekday::Thursday) => ("jeudi", "jeu."),
        (Lang::Fr, Weekday::Friday) => ("vendredi", "ven."),
        (Lang::Fr, Weekday::Saturday) => ("samedi", "sam."),
        (Lang::Fr, Weekday::Sunday) => ("dimanche", "dim."),
        (Lang::En, Weekday::Monday) => ("Monday", "Mon"),
        (Lang::En, Weekday::Tuesday) => ("Tuesday", "Tue"),
        (Lang::En, Weekday::Wednesday) => ("Wednesday", "Wed"),
        (Lang::En, Weekday::Thursday) => ("Thursday", "Thu"),
        (Lang::En, Weekday::Friday) => ("Friday", "Fri"),
        (Lang::En, Weekday::Saturday) => ("Saturday", "Sat"),
        (Lang::En, Weekday::Sunday) => ("Sunday", "Sun"),
    }
}

pub(crate) const fn weekday(lang: Lang, weekday: Weekday) -> &'static str {
    weekday_names(lang, weekday).0
}

pub(crate) const fn weekday_abbreviation(lang: Lang, weekday: Weekday) -> &'static str {
    weekday_names(lang, weekday).1
}

pub(crate) fn month_abbreviation(lang: Lang, month: i8) -> &'static str {
    month_names(lang, month).1
}

pub(crate) fn short(lang: Lang, date: Date) -> String {
    format!("{} {}", day(lang, date), date.year())
}

/// A space that does not break keeps the day beside its month.
pub(crate) fn day(lang: Lang, date: Date) -> String {
    format!("{}\u{a0}{}", date.day(), month_abbreviation(lang, date.month()))
}

pub(crate) fn long(lang: Lang, date: Date) -> String {
    // French says « premier » for the first day only, and writes it in the long form.
    let ordinal = if lang == Lang::Fr && date.day() == 1 { "er" } else { "" };
    let (month, _) = month_names(lang, date.month());
    format!("{} {}{ordinal}\u{a0}{month} {}", weekday(lang, date.weekday()), date.day(), date.year())
}

pub(crate) fn month(lang: Lang, date: Date) -> String {
    format!("{} {}", month_names(lang, date.month()).0, date.year())
}

pub(crate) fn month_short(lang: Lang, date: Date) -> String {
    format!("{} {}", month_abbreviation(lang, date.month()), date.year())
}

pub(crate) fn quarter(lang: Lang, date: Date) -> String {
    let letter = match lang {
        Lang::Fr => 'T',
        Lang::En => 'Q',
    };
    format!("{letter}{} {}", (date.month() + 2) / 3, date.year())
}

pub(crate) fn week(lang: Lang, date: Date) -> String {
    let number = date.iso_week_date().week();
    match lang {
        Lang::Fr => format!("sem.\u{a0}{number}"),
        Lang::En => format!("week\u{a0}{number}"),
    }
}

pub(crate) fn week_of_year(lang: Lang, date: Date) -> String {
    let of = match lang {
        Lang::Fr => "de",
        Lang::En => "of",
    };
    format!("{} {of} {}", week(lang, date), date.iso_week_date().year())
}

pub(crate) fn hour(lang: Lang, hour: i8) -> String {
    match lang {
        Lang::Fr => format!("{hour}{NARROW}h"),
        Lang::En => format!("{hour:02}:00"),
    }
}

pub(crate) fn time(lang: Lang, time: Time) -> String {
    match lang {
        Lang::Fr => format!("{}{NARROW}h{NARROW}{:02}", time.hour(), time.minute()),
        Lang::En => format!("{:02}:{:02}", time.hour(), time.minute()),
    }
}

pub(crate) fn moment(lang: Lang, moment: &Zoned) -> String {
    let at = match lang {
        Lang::Fr => "à",
        Lang::En => "at",
    };
    format!("{} {at} {}", short(lang, moment.date()), time(lang, moment.time()))
}

/// Names what the two ends share only once.
pub(crate) fn range(lang: Lang, first: Date, last: Date) -> String {
    if first == last {
        return short(lang, first);
    }
    let start = if first.year() != last.year() {
        short(lang, first)
    } else if first.month() != last.month() {
        day(lang, first)
    } else {
        first.day().to_string()
    };
    let end = short(lang, last);
    match lang {
        Lang::Fr => format!("du {start} au {end}"),
        Lang::En => format!("{start} to {end}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;
    use Lang::{En, Fr};

    /// Spaces that do not break are checked once, then read as plain ones.
    fn plain(text: String) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn dates_in_every_length() {
        let first = date(2026, 11, 1);
        let day22 = date(2026, 11, 22);
        assert_eq!(short(Fr, day22), "22\u{a0}nov. 2026");
        for (fr, en, expected_fr, expected_en) in [
            (short(Fr, first), short(En, first), "1 nov. 2026", "1 Nov 2026"),
            (long(Fr, first), long(En, first), "dimanche 1er novembre 2026", "Sunday 1 November 2026"),
            (long(Fr, day22), long(En, day22), "dimanche 22 novembre 2026", "Sunday 22 November 2026"),
            (day(Fr, day22), day(En, day22), "22 nov.", "22 Nov"),
            (month(Fr, day22), month(En, day22), "novembre 2026", "November 2026"),
            (month_short(Fr, day22), month_short(En, day22), "nov. 2026", "Nov 2026"),
        ] {
            assert_eq!((plain(fr).as_str(), plain(en).as_str()), (expected_fr, expected_en));
        }
    }

    #[test]
    fn quarters_and_weeks() {
        for (month, expected) in [(1, "T1 2026"), (3, "T1 2026"), (4, "T2 2026"), (9, "T3 2026"), (12, "T4 2026")] {
            assert_eq!(quarter(Fr, date(2026, month, 1)), expected);
        }
        assert_eq!(quarter(En, date(2026, 9, 30)), "Q3 2026");
        assert_eq!(plain(week(Fr, date(2026, 11, 22))), "sem. 47");
        assert_eq!(plain(week(En, date(2026, 11, 22))), "week 47");
        // The last days of December may belong to the first week of the next year, and the reverse.
        assert_eq!(plain(week_of_year(Fr, date(2025, 12, 29))), "sem. 1 de 2026");
        assert_eq!(plain(week_of_year(En, date(2027, 1, 3))), "week 53 of 2026");
    }

    #[test]
    fn ranges_name_once_what_both_ends_share() {
        for (first, last, fr, en) in [
            (date(2026, 11, 1), date(2026, 11, 30), "du 1 au 30 nov. 2026", "1 to 30 Nov 2026"),
            (date(2026, 10, 28), date(2026, 11, 3), "du 28 oct. au 3 nov. 2026", "28 Oct to 3 Nov 2026"),
            (date(2025, 12, 28), date(2026, 1, 3), "du 28 déc. 2025 au 3 janv. 2026", "28 Dec 2025 to 3 Jan 2026"),
            (date(2026, 8, 5), date(2026, 8, 5), "5 août 2026", "5 Aug 2026"),
        ] {
            assert_eq!(plain(range(Fr, first, last)), fr);
            assert_eq!(plain(range(En, first, last)), en);
        }
    }

    #[test]
    fn hours_and_moments_keep_their_zone() {
        let summer: Zoned = "2026-07-14T09:05:00[Europe/Paris]".parse().unwrap();
        assert_eq!(plain(moment(Fr, &summer)), "14 juil. 2026 à 9 h 05");
        assert_eq!(plain(moment(En, &summer)), "14 Jul 2026 at 09:05");
        assert_eq!(hour(Fr, 14), "14\u{202f}h");
        assert_eq!(hour(En, 0), "00:00");
    }

    #[test]
    fn names_exist_for_every_month_and_weekday() {
        for lang in Lang::ALL {
            assert!((1..=12).all(|month| !month_abbreviation(lang, month).is_empty()));
            assert_eq!(month_abbreviation(lang, 13), "");
            let days: std::collections::BTreeSet<_> =
                Weekday::Monday.cycle_forward().take(7).map(|day| weekday(lang, day)).collect();
            assert_eq!(days.len(), 7);
        }
        assert_eq!(weekday_abbreviation(Fr, Weekday::Sunday), "dim.");
    }
}
