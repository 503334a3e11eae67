//! Days and moments as exports write them, in English and in French, and the order of day and month told from
//! the whole file. Never guesses that order from one cell, and never attaches a zone on its own.

mod digits;
mod instants;
mod order;
mod words;

pub use digits::plain;
pub use instants::{at, at_or_noon, instant, noon, span, zone};
pub use order::{Order, OrderClues};
pub use words::{month_of, weekday_of};

use digits::{date_part, iso, numeric, time, time_part};
use jiff::civil::{Date, Time};
use words::worded;

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

#[cfg(test)]
mod tests {
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
}
