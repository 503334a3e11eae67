//! Numbers as exports write them, in English and in French; and ids, which are never numbers.
//!
//! Missing stays missing: an empty cell, `NAN` or `--` is `None`, never zero. Nothing here knows a column.

/// What the services write for "no figure".
const NOTHING: &[&str] = &["", "-", "--", "—", "–", "nan", "n/a", "na", "null", "none", "undefined", "s.o.", "nd"];

/// Why a cell is not the number expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotNumber {
    /// It cannot be read as a number at all.
    Unreadable,
    /// It is a number with a fraction where a count is expected.
    Fraction,
}

/// Why a cell is not the id expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotId {
    /// The cell is empty.
    Empty,
    /// A spreadsheet turned it into `6.49E+17`.
    Rounded,
}

/// Whether the cell says that there is no figure.
pub fn is_nothing(cell: &str) -> bool {
    let cell = cell.trim();
    NOTHING.iter().any(|nothing| cell.eq_ignore_ascii_case(nothing))
}

/// A count: a whole number, or nothing. `1,234`, `1 234` (any space), `1014.0`, `NAN`.
pub fn count(cell: &str) -> Result<Option<f64>, NotNumber> {
    if let Some(count) = few_digits(cell.as_bytes()) {
        return Ok(Some(f64::from(count)));
    }
    match number(cell)? {
        Some(value) if value.fract() != 0.0 => Err(NotNumber::Fraction),
        other => Ok(other),
    }
}

/// A number, or nothing. A comma followed by exactly three digits parts thousands, otherwise decimals.
pub fn number(cell: &str) -> Result<Option<f64>, NotNumber> {
    if let Some(count) = few_digits(cell.as_bytes()) {
        return Ok(Some(f64::from(count)));
    }
    if is_nothing(cell) {
        return Ok(None);
    }
    let trimmed = cell.trim();
    let (negative, digits) = match trimmed.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let plain = plain_decimal(digits).ok_or(NotNumber::Unreadable)?;
    let value: f64 = plain.parse().map_err(|_| NotNumber::Unreadable)?;
    if !value.is_finite() {
        return Err(NotNumber::Unreadable);
    }
    Ok(Some(if negative { -value } else { value }))
}

/// What nearly every cell of a figure holds: up to nine digits and nothing else.
pub fn few_digits(cell: &[u8]) -> Option<u32> {
    if !(1..=9).contains(&cell.len()) {
        return None;
    }
    cell.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(*byte - b'0')))
}

/// An id as text. Ids exceed 2^53, so that they must never pass through a number.
pub fn id(cell: &str) -> Result<&str, NotId> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Err(NotId::Empty);
    }
    if is_rounded(cell) { Err(NotId::Rounded) } else { Ok(cell) }
}

/// `6.49E+17`, `6,49E+17`, `6E+17`.
fn is_rounded(cell: &str) -> bool {
    if memchr::memchr2(b'E', b'e', cell.as_bytes()).is_none() {
        return false;
    }
    let Some((mantissa, exponent)) = cell.split_once(['E', 'e']) else { return false };
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    let all_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    all_digits(exponent) && mantissa.split(['.', ',']).all(all_digits) && mantissa.split(['.', ',']).count() <= 2
}

/// The digits with at most one dot, without what parts the thousands; `None` when they are badly grouped.
fn plain_decimal(digits: &str) -> Option<String> {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
    let (whole, fraction) = match (digits.matches(',').count(), digits.matches('.').count()) {
        (0, 0) => (digits, None),
        (0, 1) => digits.split_once('.').map(|(w, f)| (w, Some(f)))?,
        (_, 1) if digits.rfind(',') < digits.find('.') => digits.split_once('.').map(|(w, f)| (w, Some(f)))?,
        (1, 0) => match digits.split_once(',')? {
            (whole, rest) if rest.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0" => (digits, None),
            (whole, rest) => (whole, Some(rest)),
        },
        (_, 0) => (digits, None),
        _ => return None,
    };
    let mut groups = whole.split(|c: char| c == ',' || is_space(c));
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits_only = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let grouped = rest.iter().all(|group| group.len() == 3 && digits_only(group));
    if !digits_only(first) || !grouped || (!rest.is_empty() && first.len() > 3) {
        return None;
    }
    let mut plain = first.to_owned();
    plain.extend(rest);
    if let Some(fraction) = fraction {
        if !digits_only(fraction) {
            return None;
        }
        plain.push('.');
        plain.push_str(fraction);
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_both_languages() {
        let cases: [(&str, Result<Option<f64>, NotNumber>); 27] = [
            ("0", Ok(Some(0.0))),
            ("1234", Ok(Some(1234.0))),
            ("007", Ok(Some(7.0))),
            ("999999999", Ok(Some(999_999_999.0))),
            ("12345678901", Ok(Some(12_345_678_901.0))),
            ("1,234", Ok(Some(1234.0))),
            ("1,234,567", Ok(Some(1_234_567.0))),
            ("1 234", Ok(Some(1234.0))),
            ("1\u{202f}234", Ok(Some(1234.0))),
            ("1\u{a0}234\u{a0}567", Ok(Some(1_234_567.0))),
            ("12,5", Ok(Some(12.5))),
            ("1\u{202f}234,5", Ok(Some(1234.5))),
            ("1,234.5", Ok(Some(1234.5))),
            ("0,125", Ok(Some(0.125))),
            ("1014.0", Ok(Some(1014.0))),
            (" 7 ", Ok(Some(7.0))),
            ("-3", Ok(Some(-3.0))),
            ("\u{2212}3", Ok(Some(-3.0))),
            ("", Ok(None)),
            ("NAN", Ok(None)),
            ("--", Ok(None)),
            ("-", Ok(None)),
            ("undefined", Ok(None)),
            ("04/03/2024", Err(NotNumber::Unreadable)),
            ("3 avr.", Err(NotNumber::Unreadable)),
            ("1.234,5", Err(NotNumber::Unreadable)),
            ("12 34", Err(NotNumber::Unreadable)),
        ];
        for (cell, expected) in cases {
            assert_eq!(number(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn a_count_has_no_fraction() {
        assert_eq!(count("12,5"), Err(NotNumber::Fraction));
        assert_eq!(count("1014.0"), Ok(Some(1014.0)));
        assert_eq!(count("inf"), Err(NotNumber::Unreadable));
        assert_eq!(count(&"9".repeat(400)), Err(NotNumber::Unreadable));
    }

    #[test]
    fn a_rounded_id_is_refused() {
        for rounded in ["6.49E+17", "6,49E+17", "6E+17", "1.86832E18"] {
            assert_eq!(id(rounded), Err(NotId::Rounded), "{rounded}");
        }
        for kept in ["1868318316499468541", "517935376972151_3384426593579622", "E12", "3e", "fE+17"] {
            assert_eq!(id(kept), Ok(kept));
        }
        assert_eq!(id("  "), Err(NotId::Empty));
    }
}
