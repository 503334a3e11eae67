//! Numbers as each language writes them. The table is small and ours; docs/adr/0006 says why.
//! Not for dates and durations: see `date` and `elapsed`.

use crate::{Lang, value::float};

/// Between thousands in French, and before its units and percent sign.
pub(crate) const NARROW: char = '\u{202f}';
/// A real minus: as wide as the plus, and never at the end of a line alone.
const MINUS: char = '\u{2212}';
/// Stands for what cannot be written as a number. A page says in words why.
const UNDEFINED: &str = "–";

struct Marks {
    thousands: char,
    decimal: char,
    percent: &'static str,
    point: &'static str,
    /// Thousand, million, milliard, with the space the language puts before them.
    scales: [&'static str; 3],
    bytes: [&'static str; 5],
}

const fn marks(lang: Lang) -> Marks {
    match lang {
        Lang::Fr => Marks {
            thousands: NARROW,
            decimal: ',',
            percent: "\u{202f}%",
            point: "\u{202f}pt",
            scales: ["\u{202f}k", "\u{202f}M", "\u{202f}Md"],
            bytes: ["o", "ko", "Mo", "Go", "To"],
        },
        Lang::En => Marks {
            thousands: ',',
            decimal: '.',
            percent: "%",
            point: " pt",
            scales: ["k", "M", "B"],
            bytes: ["B", "kB", "MB", "GB", "TB"],
        },
    }
}

pub(crate) fn fixed(lang: Lang, value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return UNDEFINED.to_owned();
    }
    separated(lang, &format!("{value:.decimals$}"))
}

pub(crate) fn count(lang: Lang, value: i64) -> String {
    separated(lang, &value.to_string())
}

/// At most `most` decimals, of which trailing zeros are dropped down to `least`.
pub(crate) fn trimmed(lang: Lang, value: f64, least: usize, most: usize) -> String {
    if !value.is_finite() {
        return UNDEFINED.to_owned();
    }
    let mut plain = format!("{value:.most$}");
    let mut kept = most;
    while kept > least && plain.ends_with('0') {
        plain.pop();
        kept -= 1;
    }
    separated(lang, plain.strip_suffix('.').unwrap_or(&plain))
}

pub(crate) fn signed(lang: Lang, value: f64, decimals: usize) -> String {
    let text = fixed(lang, value, decimals);
    let positive = value > 0.0 && text.contains(|c: char| ('1'..='9').contains(&c));
    if positive { format!("+{text}") } else { text }
}

pub(crate) fn percent(lang: Lang, ratio: f64, decimals: usize) -> String {
    with_unit(fixed(lang, ratio * 100.0, decimals), marks(lang).percent)
}

pub(crate) fn signed_percent(lang: Lang, ratio: f64, decimals: usize) -> String {
    with_unit(signed(lang, ratio * 100.0, decimals), marks(lang).percent)
}

pub(crate) fn points(lang: Lang, ratio_difference: f64, decimals: usize) -> String {
    with_unit(signed(lang, ratio_difference * 100.0, decimals), marks(lang).point)
}

pub(crate) fn compact(lang: Lang, value: i64) -> String {
    if value.unsigned_abs() < 10_000 {
        return count(lang, value);
    }
    let marks = marks(lang);
    let mut scaled = float(value);
    let mut unit = "";
    for scale in marks.scales {
        // 999,500 would read "1,000k": it is already a million to the reader.
        if scaled.abs() < 999.5 {
            break;
        }
        scaled /= 1000.0;
        unit = scale;
    }
    let most = usize::from(scaled.abs() < 99.95);
    trimmed(lang, scaled, 0, most) + unit
}

pub(crate) fn bytes(lang: Lang, bytes: u64) -> String {
    let units = marks(lang).bytes;
    let mut scaled = float(i64::try_from(bytes).unwrap_or(i64::MAX));
    let mut unit = units[0];
    for larger in units.into_iter().skip(1) {
        if scaled < 999.5 {
            break;
        }
        scaled /= 1000.0;
        unit = larger;
    }
    let most = usize::from(scaled < 99.95);
    // A unit never parts from its number at the end of a line.
    let space = match lang {
        Lang::Fr => NARROW,
        Lang::En => '\u{a0}',
    };
    format!("{}{space}{unit}", trimmed(lang, scaled, 0, most))
}

fn with_unit(number: String, unit: &str) -> String {
    if number == UNDEFINED { number } else { number + unit }
}

/// Puts the language's marks into a plain number such as `-1234.50`.
fn separated(lang: Lang, plain: &str) -> String {
    let marks = marks(lang);
    let (negative, digits) = plain.strip_prefix('-').map_or((false, plain), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut text = String::with_capacity(plain.len() + 8);
    // Minus nothing is nothing: -0.4 without decimals reads "0".
    if negative && digits.contains(|c: char| ('1'..='9').contains(&c)) {
        text.push(MINUS);
    }
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            text.push(marks.thousands);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push(marks.decimal);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use Lang::{En, Fr};

    #[test]
    fn numbers_have_the_marks_of_their_language() {
        for (value, decimals, fr, en) in [
            (0.0, 0, "0", "0"),
            (402.0, 0, "402", "402"),
            (1402.0, 0, "1\u{202f}402", "1,402"),
            (106_060.5, 1, "106\u{202f}060,5", "106,060.5"),
            (-7.25, 2, "\u{2212}7,25", "\u{2212}7.25"),
            (-0.04, 1, "0,0", "0.0"),
            (1_234_567.0, 0, "1\u{202f}234\u{202f}567", "1,234,567"),
            (f64::NAN, 0, "–", "–"),
            (f64::INFINITY, 2, "–", "–"),
        ] {
            assert_eq!(fixed(Fr, value, decimals), fr);
            assert_eq!(fixed(En, value, decimals), en);
        }
        assert_eq!(count(Fr, i64::MIN), "\u{2212}9\u{202f}223\u{202f}372\u{202f}036\u{202f}854\u{202f}775\u{202f}808");
    }

    #[test]
    fn a_change_always_shows_its_sign() {
        for (value, decimals, fr) in
            [(402.0, 0, "+402"), (-7.0, 0, "\u{2212}7"), (0.0, 0, "0"), (0.2, 0, "0"), (0.25, 1, "+0,2")]
        {
            assert_eq!(signed(Fr, value, decimals), fr);
        }
        assert_eq!(signed_percent(Fr, 0.125, 1), "+12,5\u{202f}%");
        assert_eq!(signed_percent(En, -0.125, 1), "\u{2212}12.5%");
        assert_eq!(points(Fr, 0.012, 1), "+1,2\u{202f}pt");
        assert_eq!(points(En, f64::NAN, 1), "–");
    }

    #[test]
    fn percentages_space_their_sign_in_french_only() {
        assert_eq!(percent(Fr, 0.0417, 1), "4,2\u{202f}%");
        assert_eq!(percent(En, 0.0417, 1), "4.2%");
        assert_eq!(percent(Fr, f64::NAN, 1), "–");
    }

    #[test]
    fn compact_numbers_change_scale_where_the_eye_does() {
        for (value, fr, en) in [
            (999, "999", "999"),
            (9_999, "9\u{202f}999", "9,999"),
            (10_000, "10\u{202f}k", "10k"),
            (12_345, "12,3\u{202f}k", "12.3k"),
            (99_960, "100\u{202f}k", "100k"),
            (999_949, "1\u{202f}M", "1M"),
            (999_951, "1\u{202f}M", "1M"),
            (1_234_567, "1,2\u{202f}M", "1.2M"),
            (-958_872, "\u{2212}959\u{202f}k", "\u{2212}959k"),
            (7_900_000_000, "7,9\u{202f}Md", "7.9B"),
        ] {
            assert_eq!(compact(Fr, value), fr, "{value}");
            assert_eq!(compact(En, value), en, "{value}");
        }
    }

    #[test]
    fn sizes_use_decimal_units() {
        for (value, fr, en) in [
            (0, "0\u{202f}o", "0\u{a0}B"),
            (999, "999\u{202f}o", "999\u{a0}B"),
            (1_500_000, "1,5\u{202f}Mo", "1.5\u{a0}MB"),
            (1_073_741_824, "1,1\u{202f}Go", "1.1\u{a0}GB"),
        ] {
            assert_eq!(bytes(Fr, value), fr);
            assert_eq!(bytes(En, value), en);
        }
    }

    proptest! {
        #[test]
        fn a_count_reads_back(value: i64) {
            for lang in Lang::ALL {
                let plain: String = count(lang, value)
                    .replace(MINUS, "-")
                    .chars()
                    .filter(|c| c.is_ascii_digit() || *c == '-')
                    .collect();
                prop_assert_eq!(plain.parse::<i64>().ok(), Some(value));
            }
        }

        #[test]
        fn short_forms_stay_short(value: i64) {
            prop_assert!(compact(Lang::Fr, value % 1_000_000_000_000).chars().count() <= 9);
        }
    }
}
