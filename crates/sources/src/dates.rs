//! Days and moments as exports write them, in English and in French, and the order of day and month told from
//! the whole file. Never guesses that order from one cell, and never attaches a zone on its own.

use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use model::{Millis, Span};

/// Which of day and month comes first in `03/04/2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 4 March.
    MonthFirst,
    /// 3 April.
    DayFirst,
}

/// What the cells of a file say about their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrderClues {
    month_first: Option<u64>,
    day_first: Option<u64>,
    seen: bool,
}

impl OrderClues {
    /// Looks at one cell, on this line; whether it needs the order to be read.
    pub fn see(&mut self, cell: &str, line: u64) -> bool {
        if plain(cell).is_some() {
            return false;
        }
        let Some((first, second, _)) = numeric_parts(date_part(cell)) else { return false };
        self.seen = true;
        if first > 12 {
            self.day_first.get_or_insert(line);
        }
        if second > 12 {
            self.month_first.get_or_insert(line);
        }
        true
    }

    /// Joins what the cells after these say.
    pub fn join(&mut self, after: Self) {
        self.month_first = self.month_first.or(after.month_first);
        self.day_first = self.day_first.or(after.day_first);
        self.seen |= after.seen;
    }

    /// The order that the first cell tells, whatever those after it say.
    pub fn first_told(&self) -> Option<Order> {
        match (self.month_first, self.day_first) {
            (Some(month), day) if day.is_none_or(|day| month < day) => Some(Order::MonthFirst),
            (month, Some(day)) if month.is_none_or(|month| day < month) => Some(Order::DayFirst),
            _ => None,
        }
    }

    /// The order, `None` when every date reads both ways; a trouble when two dates contradict each other.
    pub fn order(&self) -> Result<Option<Order>, Trouble> {
        match (self.month_first, self.day_first) {
            (None, None) => Ok(None),
            (Some(_), None) => Ok(Some(Order::MonthFirst)),
            (None, Some(_)) => Ok(Some(Order::DayFirst)),
            (Some(month), Some(day)) => {
                Err(Trouble::new(TroubleCode::NotADate).line(month.max(day)).with("other", &month.min(day).to_string()))
            }
        }
    }

    /// Whether any date of the file needs the order.
    pub const fn needed(&self) -> bool {
        self.seen
    }
}

/// A day, from a cell that may also hold a time. Numeric days need the order.
pub fn day(cell: &str, order: Option<Order>) -> Option<Date> {
    let cell = cell.trim();
    iso(date_part(cell)).or_else(|| numeric(date_part(cell), order)).or_else(|| worded(cell))
}

/// A local moment: a day with a time of day; a time that is absent is `None`.
pub fn moment(cell: &str, order: Option<Order>) -> Option<(Date, Option<Time>)> {
    let cell = cell.trim();
    if let Some(found) = plain(cell) {
        return Some(found);
    }
    let date = day(cell, order)?;
    let time = match time_part(cell) {
        Some(text) => Some(time(text)?),
        None => None,
    };
    Some((date, time))
}

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

/// From the beginning of one day to the end of another, both included.
pub fn span(first: Date, last: Date, zone: &TimeZone) -> Option<Span> {
    let from = at(first, Time::midnight(), zone)?;
    let to = at(last.tomorrow().ok()?, Time::midnight(), zone)?;
    Some(Span { from, to })
}

/// The days, both included, that a file's name tells: `Dec-12-2023_Mar-06-2024_1234567890123456.csv`,
/// `content_2026-04-01_2026-04-25.csv`.
pub fn range_in_name(name: &str) -> Option<(Date, Date)> {
    let file = name.rsplit('/').next()?;
    let mut days = file.split(['_', '.', ' ']).filter_map(|part| {
        let looks = part.len() >= 10 && part.matches('-').count() == 2;
        looks.then(|| iso(part).or_else(|| worded(&part.replace('-', " ")))).flatten()
    });
    let (from, to) = (days.next()?, days.next()?);
    (from <= to).then_some((from, to))
}

/// What stands before the time of day.
fn date_part(cell: &str) -> &str {
    let cell = cell.trim();
    cell.split(['T', ' ', '\u{a0}', '\u{202f}']).next().unwrap_or(cell).trim_end_matches(',')
}

/// What stands after the day, when it looks like a time of day.
fn time_part(cell: &str) -> Option<&str> {
    let colon = cell.find(':')?;
    let before = cell.get(..colon)?;
    let last_other = before.char_indices().rev().find(|(_, c)| !c.is_ascii_digit());
    cell.get(last_other.map_or(0, |(at, c)| at + c.len_utf8())..)
}

/// `20:36`, `20:36:05`, `9:15 PM`.
fn time(text: &str) -> Option<Time> {
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
fn iso(text: &str) -> Option<Date> {
    let separator = if text.contains('/') { '/' } else { '-' };
    let mut parts = text.split(separator);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The three numbers of `03/04/2024`, `3.4.2024`, `03-04-24`.
fn numeric_parts(text: &str) -> Option<(i8, i8, i16)> {
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

fn numeric(text: &str, order: Option<Order>) -> Option<Date> {
    let (first, second, year) = numeric_parts(text)?;
    match order? {
        Order::MonthFirst => Date::new(year, first, second).ok(),
        Order::DayFirst => Date::new(year, second, first).ok(),
    }
}

/// `Tue, Aug 26, 2025`, `Aug 26, 2025`, `28 sept. 2026`, `1er octobre 2026`.
fn worded(cell: &str) -> Option<Date> {
    let cut = time_part(cell).and_then(|time| cell.strip_suffix(time)).unwrap_or(cell);
    let is_space = |c: char| c.is_whitespace() || c == ',';
    let (mut month, mut numbers) = (None, Vec::new());
    for word in cut.split(is_space).filter(|word| !word.is_empty()) {
        let number = word.strip_suffix("er").unwrap_or(word);
        if number.chars().all(|c| c.is_ascii_digit()) {
            numbers.push(number.parse::<i16>().ok()?);
        } else if let Some(found) = month_of(word) {
            // TRICKY: `mar.` is Tuesday before it is March, in `mar. 26 août 2025`: the last one is the month.
            month = Some(found);
        } else if weekday_of(word).is_none() && !matches!(word, "at" | "à" | "de") {
            return None;
        }
    }
    let (first, second) = match numbers.as_slice() {
        [first, second] => (*first, *second),
        _ => return None,
    };
    let (day, year) = if first > 31 { (second, first) } else { (first, second) };
    if year < 1900 {
        return None;
    }
    Date::new(year, month?, i8::try_from(day).ok()?).ok()
}

/// The day of the week, by its name in either language, full or short.
pub fn weekday_of(word: &str) -> Option<Weekday> {
    const STEMS: [(&str, Weekday); 14] = [
        ("mon", Weekday::Monday),
        ("lun", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("mar", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("mer", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("jeu", Weekday::Thursday),
        ("fri", Weekday::Friday),
        ("ven", Weekday::Friday),
        ("sat", Weekday::Saturday),
        ("sam", Weekday::Saturday),
        ("sun", Weekday::Sunday),
        ("dim", Weekday::Sunday),
    ];
    let folded = crate::table::columns::fold(word);
    STEMS.iter().find(|(stem, _)| folded.starts_with(stem)).map(|(_, weekday)| *weekday)
}

/// The month, by its name in English, French or Spanish, full or short.
pub fn month_of(word: &str) -> Option<i8> {
    const STEMS: [(&str, i8); 23] = [
        ("jan", 1),
        ("ene", 1),
        ("feb", 2),
        ("fev", 2),
        ("mar", 3),
        ("apr", 4),
        ("avr", 4),
        ("abr", 4),
        ("may", 5),
        ("mai", 5),
        ("juin", 6),
        ("juil", 7),
        ("jun", 6),
        ("jul", 7),
        ("aug", 8),
        ("aout", 8),
        ("sep", 9),
        ("oct", 10),
        ("nov", 11),
        ("dec", 12),
        ("aou", 8),
        ("ago", 8),
        ("dic", 12),
    ];
    let folded = crate::table::columns::fold(word);
    STEMS.iter().find(|(stem, _)| folded.starts_with(stem)).map(|(_, month)| *month)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_of_every_export() {
        let aug = date(2025, 8, 26);
        let cases = [
            ("Tue, Aug 26, 2025", None, Some(aug)),
            ("Aug 26, 2025", None, Some(aug)),
            ("mar. 26 août 2025", None, Some(aug)),
            ("26 août 2025 à 10:15", None, Some(aug)),
            ("1er octobre 2026", None, Some(date(2026, 10, 1))),
            ("28 sept. 2026", None, Some(date(2026, 9, 28))),
            ("31 de agosto de 2026", None, Some(date(2026, 8, 31))),
            ("1 juil. 2026", None, Some(date(2026, 7, 1))),
            ("Jun 7, 2020", None, Some(date(2020, 6, 7))),
            ("Tue, Mar 4, 2025", None, Some(date(2025, 3, 4))),
            ("2025/10/31", None, Some(date(2025, 10, 31))),
            ("2023-07-08T00:00:00", None, Some(date(2023, 7, 8))),
            ("2023-07-08T01:00:00", None, Some(date(2023, 7, 8))),
            ("03/04/2024 08:03", Some(Order::MonthFirst), Some(date(2024, 3, 4))),
            ("03/04/2024 08:03", Some(Order::DayFirst), Some(date(2024, 4, 3))),
            ("03/04/24", Some(Order::DayFirst), Some(date(2024, 4, 3))),
            ("03/04/2024", None, None),
            ("31/04/2024", Some(Order::DayFirst), None),
            ("August 31", None, None),
            ("", None, None),
            ("45", None, None),
        ];
        for (cell, order, expected) in cases {
            assert_eq!(day(cell, order), expected, "{cell:?}");
        }
    }

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

    #[test]
    fn ranges_in_file_names() {
        let range = |from, to| Some((from, to));
        let cases = [
            ("Dec-12-2023_Mar-06-2024_1234567890123456.csv", range(date(2023, 12, 12), date(2024, 3, 6))),
            ("account_analytics_content_2026-04-01_2026-04-25.csv", range(date(2026, 4, 1), date(2026, 4, 25))),
            ("2026-04-01.csv", None),
            ("2026-04-25_2026-04-01.csv", None),
            ("posts.csv", None),
        ];
        for (name, expected) in cases {
            assert_eq!(range_in_name(name), expected, "{name}");
        }
    }

    #[test]
    fn times_of_day() {
        let at = |cell| moment(cell, Some(Order::MonthFirst)).and_then(|(_, time)| time).map(|t| t.to_string());
        assert_eq!(at("12/12/2023 01:12").as_deref(), Some("01:12:00"));
        assert_eq!(at("4/22/2016 19:57:50").as_deref(), Some("19:57:50"));
        assert_eq!(at("4/22/2016\u{202f}9:57 PM").as_deref(), Some("21:57:00"));
        assert_eq!(at("4/22/2016"), None);
        assert_eq!(moment("4/22/2016 25:00", Some(Order::MonthFirst)), None);
    }

    #[test]
    fn the_order_comes_from_the_whole_file() {
        let clues = |cells: &[&str]| {
            let mut clues = OrderClues::default();
            for (line, cell) in (2..).zip(cells) {
                clues.see(cell, line);
            }
            clues
        };
        assert_eq!(clues(&["03/04/2024", "12/25/2023"]).order().unwrap(), Some(Order::MonthFirst));
        assert_eq!(clues(&["03/04/2024", "25/12/2023"]).order().unwrap(), Some(Order::DayFirst));
        assert_eq!(clues(&["03/04/2024"]).order().unwrap(), None);
        let contradiction = clues(&["25/12/2023", "03/04/2024", "12/25/2023"]).order().unwrap_err();
        assert_eq!(contradiction.to_string(), "line 4: not-a-date (other: 2)");
        assert!(!clues(&["2024-01-02"]).needed());
    }

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
