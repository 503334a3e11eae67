//! A cell of a workbook as text: dates in ISO, whole numbers without a point, and those too large to be exact as the
//! sheet rounds them, so that an id read from them is refused.

use calamine::{Data, DataRef, ExcelDateTime};
use std::fmt::Write as _;

/// Beyond this, a number is not exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The text of a cell.
pub(crate) fn text_of(cell: &Data) -> String {
    let mut text = String::new();
    match cell {
        Data::Float(number) => push_number(*number, &mut text),
        Data::DateTime(moment) if moment.is_datetime() => push_moment(moment, &mut text),
        other => return other.to_string(),
    }
    text
}

/// Adds the text of a cell to what is there.
pub(crate) fn push_text(cell: &DataRef<'_>, text: &mut String) {
    match cell {
        DataRef::SharedString(shared) => text.push_str(shared),
        DataRef::String(own) => text.push_str(own),
        DataRef::Float(number) => push_number(*number, text),
        DataRef::DateTime(moment) if moment.is_datetime() => push_moment(moment, text),
        other => text.push_str(&text_of(&Data::from(other.clone()))),
    }
}

fn push_number(number: f64, text: &mut String) {
    // Writing to a string does not fail.
    let _ = if number.abs() >= EXACT {
        write!(text, "{}", format!("{number:E}").replace('E', "E+"))
    } else if number.fract() == 0.0 && number != 0.0 {
        #[expect(clippy::as_conversions, reason = "guarded: the number is whole and below 2^53")]
        let whole = number as i64;
        write!(text, "{whole}")
    } else {
        write!(text, "{number}")
    };
}

/// `2024-01-31T10:15:00`, digit by digit: a sheet may hold a million of them.
fn push_moment(moment: &ExcelDateTime, text: &mut String) {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let century = u8::try_from(year / 100).unwrap_or(99);
    let year = u8::try_from(year % 100).unwrap_or(0);
    for (before, pair) in
        ["", "", "-", "-", "T", ":", ":"].into_iter().zip([century, year, month, day, hour, minute, second])
    {
        text.push_str(before);
        text.push(char::from(b'0' + pair / 10 % 10));
        text.push(char::from(b'0' + pair % 10));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{ExcelDateTime, ExcelDateTimeType};

    #[test]
    fn cells_as_text() {
        let moment = |value| Data::DateTime(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false));
        let cases = [
            (Data::Float(7.0), "7"),
            (Data::Float(-3.0), "-3"),
            (Data::Float(0.0), "0"),
            (Data::Float(2.5), "2.5"),
            (Data::Float(649_000_000_000_000_000.0), "6.49E+17"),
            (moment(45_292.5), "2024-01-01T12:00:00"),
            (moment(45_352.25), "2024-03-01T06:00:00"),
            (Data::String("Été".to_owned()), "Été"),
            (Data::Bool(true), "true"),
            (Data::Empty, ""),
        ];
        for (cell, expected) in cases {
            assert_eq!(text_of(&cell), expected, "{cell:?}");
        }
        let mut text = String::from("a");
        push_text(&DataRef::SharedString("b"), &mut text);
        push_text(&DataRef::Bool(false), &mut text);
        assert_eq!(text, "abfalse");
    }
}
