//! Periods in words: alone (« 22 nov. 2026 »), inside a sentence (« le 22 nov. »), and the whole stretch of an answer.

use jiff::ToSpan;
use jiff::civil::Date;
use measure::answer::{Answer, PeriodKey};
use model::Grain;
use phrases::{Lang, Voice};

/// How long a period is, from its ISO text.
pub fn grain(period: &PeriodKey) -> Grain {
    match period.id.as_str() {
        _ if period.hour.is_some() => Grain::Hour,
        id if id.contains("-W") => Grain::Week,
        id if id.contains("-Q") => Grain::Quarter,
        id if id.len() <= 4 => Grain::Year,
        id if id.len() <= 7 => Grain::Month,
        _ => Grain::Day,
    }
}

/// A period on its own: « 22 nov. 2026 », « sem. 47 de 2026 », « nov. 2026 », « T4 2026 », "2026".
#[must_use]
pub fn period_text(period: &PeriodKey, voice: &Voice) -> String {
    let from = period.from;
    match grain(period) {
        Grain::Hour => {
            let hour = voice.hour(period.hour.map_or(0, |(hour, _)| hour));
            voice.say_with("figure-hour-of-day", &[("day", voice.date(from).into()), ("hour", hour.into())])
        }
        Grain::Day => voice.date(from),
        Grain::Week => voice.week_of_year(from),
        Grain::Month => voice.month_short(from),
        Grain::Quarter => voice.quarter(from),
        Grain::Year => from.year().to_string(),
    }
}

/// A period as the complement of a sentence: « le 12 mars », « en mars 2026 », "in the week of 16 Nov". The year is
/// left out of days when the whole answer lies in one.
pub fn when(period: &PeriodKey, answer: &Answer, voice: &Voice) -> String {
    sentence("when", period, answer, voice)
}

/// A period as an end of a stretch: « le 12 mars », « mars 2026 », "the week of 16 Nov".
pub fn end_point(period: &PeriodKey, answer: &Answer, voice: &Voice) -> String {
    sentence("end", period, answer, voice)
}

fn sentence(place: &str, period: &PeriodKey, answer: &Answer, voice: &Voice) -> String {
    let from = period.from;
    let one_year = answer.from.year() == last_day(answer).year();
    let day = |date: Date| read_aloud(date, if one_year { voice.day(date) } else { voice.date(date) }, voice);
    let grain = grain(period);
    let label = match grain {
        Grain::Hour => {
            let hour = voice.hour(period.hour.map_or(0, |(hour, _)| hour));
            voice.say_with("figure-hour-of-day", &[("day", day(from).into()), ("hour", hour.into())])
        }
        Grain::Day | Grain::Week => day(from),
        Grain::Month => voice.month(from),
        Grain::Quarter => voice.quarter(from),
        Grain::Year => from.year().to_string(),
    };
    voice.say_with(&format!("figure-{place}-{grain}"), &[("label", label.into())])
}

/// A date in a sentence: French says « le 1er mars » where tables write « 1 mars ».
fn read_aloud(date: Date, text: String, voice: &Voice) -> String {
    match text.strip_prefix('1').filter(|_| voice.lang() == Lang::Fr && date.day() == 1) {
        Some(rest) => format!("1er{rest}"),
        None => text,
    }
}

/// A date with its year, in a sentence.
pub fn date_in_sentence(date: Date, voice: &Voice) -> String {
    read_aloud(date, voice.date(date), voice)
}

/// The last date inside an answer.
pub fn last_day(answer: &Answer) -> Date {
    answer.to.yesterday().unwrap_or(answer.to).max(answer.from)
}

/// The stretch of an answer, as dates: « du 1 au 30 nov. 2026 ».
pub fn stretch(answer: &Answer, voice: &Voice) -> String {
    voice.range(answer.from, last_day(answer))
}

/// The stretch of an answer as the complement of a count (`in`: « en 62 jours ») or of a rate (`over`: « sur 62
/// jours »); a whole month, quarter or year is named.
pub fn span(place: &str, answer: &Answer, voice: &Voice) -> String {
    let from = answer.from;
    let ends = |months: i32| from.checked_add(months.months()).is_ok_and(|end| end == answer.to);
    let starts = |every: i8| from.day() == 1 && (from.month() - 1) % every == 0;
    let named =
        |grain: Grain, label: String| voice.say_with(&format!("figure-when-{grain}"), &[("label", label.into())]);
    if starts(12) && ends(12) {
        named(Grain::Year, from.year().to_string())
    } else if starts(3) && ends(3) {
        named(Grain::Quarter, voice.quarter(from))
    } else if starts(1) && ends(1) {
        named(Grain::Month, voice.month(from))
    } else if days(answer) <= 1 {
        named(Grain::Day, date_in_sentence(from, voice))
    } else if starts(1) && (3..=120).any(ends) {
        let (first, last) = (voice.month(from), voice.month(last_day(answer)));
        let same_year = from.year() == last_day(answer).year();
        // « entre janvier et septembre 2026 »: the year once, where both ends share it.
        let first =
            first.rsplit_once(char::is_whitespace).filter(|_| same_year).map_or(first.as_str(), |(month, _)| month);
        voice.say_with("figure-span-months", &[("first", first.into()), ("last", last.into())])
    } else {
        voice.say_with(&format!("figure-{place}-days"), &[("n", days(answer).into())])
    }
}

/// How many days an answer spans.
pub fn days(answer: &Answer) -> i32 {
    answer.from.until(answer.to).map_or(0, |span| span.get_days())
}

/// What an answer is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// The days just before.
    Previous(i32),
    /// The same dates a year before.
    Year,
}

impl Against {
    /// From the dates of an answer.
    pub fn of(answer: &Answer) -> Option<Self> {
        let (from, to) = answer.compared?;
        let year_before = |date: Date| date.checked_sub(1.year()).ok();
        // A stretch of a whole year is compared with both at once; the year says it better.
        let is_year = year_before(answer.from) == Some(from) && year_before(answer.to) == Some(to);
        let days = from.until(to).map_or(0, |span| span.get_days());
        Some(if is_year { Self::Year } else { Self::Previous(days) })
    }

    /// Said in a sentence; `way` is one of `to` (compared with…), `than` (more than…), `label`.
    pub fn text(self, way: &str, voice: &Voice) -> String {
        match self {
            Self::Previous(days) => voice.say_with(&format!("figure-{way}-previous"), &[("n", days.into())]),
            Self::Year => voice.say(&format!("figure-{way}-year-before")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{answer, period, plain_spaces, voice};
    use jiff::civil::date;
    use phrases::Lang::{self, En, Fr};

    #[test]
    fn periods_are_named_by_grain() {
        for (id, fr, en, fr_when, en_when) in [
            (
                "2026-11-22T14:00+01:00",
                "22 nov. 2026 à 14 h",
                "22 Nov 2026 at 14:00",
                "le 22 nov. à 14 h",
                "on 22 Nov at 14:00",
            ),
            ("2026-11-22", "22 nov. 2026", "22 Nov 2026", "le 22 nov.", "on 22 Nov"),
            ("2026-W47", "sem. 47 de 2026", "week 47 of 2026", "la semaine du 16 nov.", "in the week of 16 Nov"),
            ("2026-11", "nov. 2026", "Nov 2026", "en novembre 2026", "in November 2026"),
            ("2026-Q4", "T4 2026", "Q4 2026", "au T4 2026", "in Q4 2026"),
            ("2026", "2026", "2026", "en 2026", "in 2026"),
        ] {
            let period = period(id);
            let answer = answer(date(2026, 1, 1), date(2027, 1, 1), Vec::new());
            let said = |lang: Lang| plain_spaces(&period_text(&period, &voice(lang)));
            assert_eq!((said(Fr).as_str(), said(En).as_str()), (fr, en));
            let said = |lang: Lang| plain_spaces(&when(&period, &answer, &voice(lang)));
            assert_eq!((said(Fr).as_str(), said(En).as_str()), (fr_when, en_when));
        }
    }

    #[test]
    fn a_stretch_of_the_calendar_is_named() {
        for (from, to, fr, en) in [
            (date(2026, 3, 1), date(2026, 4, 1), "en mars 2026", "in March 2026"),
            (date(2026, 4, 1), date(2026, 7, 1), "au T2 2026", "in Q2 2026"),
            (date(2026, 1, 1), date(2027, 1, 1), "en 2026", "in 2026"),
            (date(2026, 1, 1), date(2026, 3, 4), "en 62 jours", "in 62 days"),
            (date(2026, 1, 1), date(2026, 10, 1), "entre janvier et septembre 2026", "from January to September 2026"),
            (
                date(2025, 11, 1),
                date(2026, 11, 1),
                "entre novembre 2025 et octobre 2026",
                "from November 2025 to October 2026",
            ),
            (date(2026, 3, 1), date(2026, 3, 2), "le 1er mars 2026", "on 1 Mar 2026"),
            (date(2026, 3, 8), date(2026, 3, 9), "le 8 mars 2026", "on 8 Mar 2026"),
        ] {
            let answer = answer(from, to, Vec::new());
            assert_eq!(plain_spaces(&span("in", &answer, &voice(Fr))), fr);
            assert_eq!(plain_spaces(&span("in", &answer, &voice(En))), en);
        }
    }

    #[test]
    fn the_comparison_is_recognised_by_its_dates() {
        let mut month = answer(date(2026, 3, 1), date(2026, 3, 29), Vec::new());
        assert_eq!(Against::of(&month), None);
        month.compared = Some((date(2026, 2, 1), date(2026, 3, 1)));
        assert_eq!(Against::of(&month), Some(Against::Previous(28)));
        month.compared = Some((date(2025, 3, 1), date(2025, 3, 29)));
        assert_eq!(Against::of(&month), Some(Against::Year));
    }
}
