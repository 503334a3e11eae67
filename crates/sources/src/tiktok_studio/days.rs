//! Days without a year, as TikTok Studio writes them, and the years that the file itself and its date allow.

use crate::dates::month_of;
use jiff::civil::Date;

/// How many years back the last day may lie: 29 February comes every fourth year, once every eighth.
const YEARS: i16 = 8;

/// Month and day of `August 31`, `23 August`, `31 août`, `16 de septiembre`.
pub fn month_day(cell: &str) -> Option<(i8, i8)> {
    let (mut month, mut day) = (None, None);
    for word in cell.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()) {
        let number = word.strip_suffix("er").unwrap_or(word);
        if number.bytes().all(|byte| byte.is_ascii_digit()) {
            if day.replace(number.parse::<i8>().ok()?).is_some() {
                return None;
            }
        } else if word != "de" && month.replace(month_of(word)?).is_some() {
            return None;
        }
    }
    // A leap year has every day there is.
    Date::new(2024, month?, day?).ok().map(|date| (date.month(), date.day()))
}

/// The years of days that follow each other, oldest first or newest first: the last one falls on `anchor` or as
/// shortly before it as the calendar allows. `None` when no year fits (31 February, a 29 February that is none).
pub fn dated(days: &[(i8, i8)], anchor: Date) -> Option<Vec<Date>> {
    let newest_first = descends(days);
    let ordered: Vec<(i8, i8)> = if newest_first { days.to_vec() } else { days.iter().rev().copied().collect() };
    let mut found = (0..YEARS).find_map(|back| backwards(&ordered, anchor.year() - back, anchor))?;
    if !newest_first {
        found.reverse();
    }
    Some(found)
}

/// Gives years from the newest day to the oldest: where month and day grow, a new year was crossed.
fn backwards(days: &[(i8, i8)], year: i16, anchor: Date) -> Option<Vec<Date>> {
    let mut dates: Vec<Date> = Vec::with_capacity(days.len());
    let mut year = year;
    for (month, day) in days {
        let later = dates.last().copied();
        if later.is_some_and(|later| (*month, *day) >= (later.month(), later.day())) {
            year -= 1;
        }
        dates.push(Date::new(year, *month, *day).ok()?);
    }
    let fits = dates.first().is_some_and(|newest| *newest <= anchor);
    fits.then_some(dates)
}

/// Whether most steps go back in time, new year or not: the shorter way round the year is the one taken.
fn descends(days: &[(i8, i8)]) -> bool {
    let place = |(month, day): &(i8, i8)| Date::new(2024, *month, *day).map_or(0, |date| i32::from(date.day_of_year()));
    let steps = days.iter().zip(days.iter().skip(1)).map(|(one, next)| (place(next) - place(one)).rem_euclid(366));
    let (forth, back): (Vec<i32>, Vec<i32>) = steps.partition(|step| *step <= 183);
    back.len() > forth.len()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_of_several_languages() {
        let cases = [
            ("August 31", Some((8, 31))),
            ("23 August", Some((8, 23))),
            ("1er août", Some((8, 1))),
            ("29 févr.", Some((2, 29))),
            ("16 de septiembre", Some((9, 16))),
            ("31 de agosto", Some((8, 31))),
            ("February 30", None),
            ("August 31, 2025", None),
            ("August", None),
            ("31", None),
            ("", None),
        ];
        for (cell, expected) in cases {
            assert_eq!(month_day(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn years_come_from_the_file_and_its_date() {
        let over_new_year = [(12, 30), (12, 31), (1, 1), (1, 2)];
        let dates = dated(&over_new_year, date(2026, 11, 22)).unwrap();
        assert_eq!(dates, [date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2)]);
        let newest_first = [(1, 1), (12, 31), (12, 30)];
        assert_eq!(
            dated(&newest_first, date(2026, 1, 2)).unwrap(),
            [date(2026, 1, 1), date(2025, 12, 31), date(2025, 12, 30)]
        );
        assert_eq!(dated(&[(11, 21), (11, 22)], date(2026, 11, 22)).unwrap().last(), Some(&date(2026, 11, 22)));
        assert_eq!(dated(&[(11, 22), (11, 23)], date(2026, 11, 22)).unwrap().last(), Some(&date(2025, 11, 23)));
        let leap = [(2, 28), (2, 29), (3, 1)];
        assert_eq!(dated(&leap, date(2026, 11, 22)).unwrap().last(), Some(&date(2024, 3, 1)));
        let year: Vec<(i8, i8)> = (0..366)
            .map(|n| date(2025, 11, 22).checked_add(jiff::Span::new().days(n)).unwrap())
            .map(|d| (d.month(), d.day()))
            .collect();
        let dates = dated(&year, date(2026, 11, 22)).unwrap();
        assert_eq!((dates[0], dates[365]), (date(2025, 11, 22), date(2026, 11, 22)));
    }
}
