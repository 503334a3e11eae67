//! Days whose month is a word, and the names of months and days of the week.

use super::digits::time_part;
use jiff::civil::{Date, Weekday};

/// `Tue, Aug 26, 2025`, `Aug 26, 2025`, `28 sept. 2026`, `1er octobre 2026`.
pub(super) fn worded(cell: &str) -> Option<Date> {
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
