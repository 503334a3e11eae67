//! Places of cells and numbers as sheets write them.

/// The most rows of a sheet.
pub(super) const ROWS: u32 = 1_048_576;
/// The most columns.
pub(super) const COLUMNS: u32 = 16_384;

/// `G1048576` as column and row, counted from one.
pub(super) fn corner(place: &str) -> Option<(u32, u32)> {
    let (column, digits) = column(place.as_bytes())?;
    let row = number(digits).filter(|row| (1..=ROWS).contains(row))?;
    Some((column, row))
}

/// The letters of a cell's place as a column counted from one, and what follows them.
pub(super) fn column(place: &[u8]) -> Option<(u32, &[u8])> {
    let mut rest = place;
    let mut column = 0;
    while let [letter @ b'A'..=b'Z', after @ ..] = rest {
        column = column * 26 + u32::from(letter - b'A') + 1;
        if column > COLUMNS {
            return None;
        }
        rest = after;
    }
    (column > 0).then_some((column, rest))
}

/// Up to eight digits, which no `u32` is too small for.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    if !(1..=8).contains(&digits.len()) {
        return None;
    }
    digits.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

/// `-12.5E-7`: what every reader of numbers reads the same.
pub(super) fn is_decimal(value: &[u8]) -> bool {
    fn digits(value: &[u8]) -> Option<&[u8]> {
        let count = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
        value.get(count..).filter(|_| count > 0)
    }
    let Some(mut rest) = digits(value.strip_prefix(b"-").unwrap_or(value)) else { return false };
    if let Some(fraction) = rest.strip_prefix(b".") {
        let Some(after) = digits(fraction) else { return false };
        rest = after;
    }
    if let Some(exponent) = rest.strip_prefix(b"E").or_else(|| rest.strip_prefix(b"e")) {
        let Some(after) =
            digits(exponent.strip_prefix(b"+").or_else(|| exponent.strip_prefix(b"-")).unwrap_or(exponent))
        else {
            return false;
        };
        rest = after;
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_numbers() {
        for (place, read) in [("A1", Some((1, 1))), ("XFD1048576", Some((16_384, 1_048_576))), ("AA10", Some((27, 10)))]
        {
            assert_eq!(corner(place), read, "{place}");
        }
        for place in ["", "A", "1", "A0", "XFE1", "ZZZZZZZZZZZZZZ1", "A1048577", "A99999999999", "A+1", "a1", "A1A"] {
            assert_eq!(corner(place), None, "{place}");
        }
        for (value, plain) in [
            ("-12.5E-7", true),
            ("0", true),
            ("1e+5", true),
            ("", false),
            ("-", false),
            ("1.", false),
            (".5", false),
            ("1e", false),
            ("+1", false),
            ("1 ", false),
            ("inf", false),
        ] {
            assert_eq!(is_decimal(value.as_bytes()), plain, "{value}");
        }
    }
}
