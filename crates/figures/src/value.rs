//! Values as people read them, by unit. Sums above 10¹⁵, which only a damaged file can tell, are written with powers
//! of ten, so that they stay on the page.

use crate::status;
use ink::Reading;
use measure::answer::Figure;
use measure::indicator::{Indicator, Unit};
use phrases::{Lang, Value, Voice};

/// From here on a number is written with a power of ten.
const ENORMOUS: f64 = 1.0e15;

/// The value of a figure with its unit, or why there is none.
#[must_use]
pub fn value_text(figure: &Figure, indicator: &Indicator, voice: &Voice) -> String {
    match crate::grid::reading(Some(figure)).value() {
        Some(value) => amount(value, indicator, voice),
        None => status::absence(figure.status, voice),
    }
}

/// The same for a reading.
pub fn reading_text(reading: Reading, indicator: &Indicator, voice: &Voice) -> String {
    match reading {
        Reading::Partial(value) if value.is_finite() => {
            voice.say_with("figure-partial", &[("value", amount(value, indicator, voice).into())])
        }
        _ => match reading.value() {
            Some(value) => amount(value, indicator, voice),
            None => voice.say("figure-no-data"),
        },
    }
}

/// Whether values of an indicator are changes, and so always carry their sign.
pub fn is_change(indicator: &Indicator) -> bool {
    matches!(indicator.id, "net_growth" | "growth_rate")
}

/// Whether an indicator is told as a quotient.
pub const fn is_rate(indicator: &Indicator) -> bool {
    matches!(indicator.unit, Unit::Percent | Unit::Ratio)
}

/// A value with its unit.
pub fn amount(value: f64, indicator: &Indicator, voice: &Voice) -> String {
    let text = plain(value.abs(), indicator, voice);
    let text = if indicator.unit == Unit::Percent { with_percent(text, voice) } else { text };
    let nothing = !text.contains(|c: char| ('1'..='9').contains(&c));
    match value {
        _ if nothing => text,
        v if v < 0.0 => format!("\u{2212}{text}"),
        _ if is_change(indicator) => format!("+{text}"),
        _ => text,
    }
}

/// A number without unit.
pub fn bare(value: f64, voice: &Voice) -> String {
    let size = value.abs();
    let text =
        if size >= ENORMOUS { powers(size, voice) } else { voice.number(size, usize::from(size.fract() != 0.0)) };
    if value < 0.0 { format!("\u{2212}{text}") } else { text }
}

/// A tick of an axis: short, without more decimals than tell ticks apart.
pub fn tick(value: f64, decimals: u8, indicator: &Indicator, voice: &Voice) -> String {
    let size = value.abs();
    let text = if size >= ENORMOUS {
        powers(size, voice)
    } else if size >= 10_000.0 {
        voice.compact(whole(size))
    } else {
        voice.number(size, usize::from(decimals).min(6))
    };
    let text = if indicator.unit == Unit::Percent { with_percent(text, voice) } else { text };
    if value < 0.0 { format!("\u{2212}{text}") } else { text }
}

/// A counted noun: « 409 nouveaux abonnés », "no comments". For units that count.
pub fn counted(value: f64, indicator: &Indicator, voice: &Voice) -> String {
    let args = [("n", plural(value)), ("count", plain(value.abs(), indicator, voice).into())];
    voice.say_with(&format!("figure-{}", indicator.id), &args)
}

/// The number that chooses a plural. Beyond 10¹⁵ every language says the same.
pub fn plural(value: f64) -> Value<'static> {
    Value::Number(value.abs().min(ENORMOUS))
}

/// A share of a whole: one decimal below 10 %.
pub fn share(part: f64, voice: &Voice) -> String {
    voice.percent(part, usize::from(part < 0.0995))
}

/// Beyond tenfold, a percentage of change stops being read: no more decimals.
pub fn relative(change: f64, voice: &Voice) -> String {
    if change.abs() * 100.0 >= ENORMOUS {
        return with_percent(powers(change.abs() * 100.0, voice), voice);
    }
    voice.percent(change.abs(), usize::from(change.abs() < 1.0))
}

/// A difference of percentages, without sign.
pub fn points(difference: f64, voice: &Voice) -> String {
    let text = voice.points(difference.abs().min(ENORMOUS) / 100.0, 1);
    text.trim_start_matches('+').to_owned()
}

/// The first letter of a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A size in figures, without sign or unit.
fn plain(size: f64, indicator: &Indicator, voice: &Voice) -> String {
    if size >= ENORMOUS {
        return powers(size, voice);
    }
    let decimals = match indicator.unit {
        Unit::Count | Unit::People => usize::from(size.fract() != 0.0),
        Unit::Percent if size == 0.0 || size >= 100.0 => 0,
        Unit::Percent => 1 + usize::from(size < 1.0),
        Unit::Ratio => 1 + usize::from(size < 10.0),
    };
    voice.number(size, decimals)
}

fn with_percent(text: String, voice: &Voice) -> String {
    match voice.lang() {
        Lang::Fr => format!("{text}\u{202f}%"),
        Lang::En => format!("{text}%"),
    }
}

fn powers(size: f64, voice: &Voice) -> String {
    let text = format!("{size:.1e}");
    let (digits, power) = text.split_once('e').unwrap_or((&text, "0"));
    let digits = if voice.lang() == Lang::Fr { digits.replace('.', ",") } else { digits.to_owned() };
    let raised: String = power.chars().map(superscript).collect();
    format!("{digits}\u{a0}×\u{a0}10{raised}")
}

const fn superscript(digit: char) -> char {
    match digit {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        _ => '⁹',
    }
}

/// A size below 10¹⁵ as a whole number.
fn whole(size: f64) -> i64 {
    format!("{size:.0}").parse().unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{indicator, plain_spaces, voice};

    #[test]
    fn values_carry_their_unit_and_changes_their_sign() {
        for (id, value, fr, en) in [
            ("gains", 1402.0, "1 402", "1,402"),
            ("gains", 0.0, "0", "0"),
            ("gains", 2.5, "2,5", "2.5"),
            ("net_growth", 402.0, "+402", "+402"),
            ("net_growth", -7.0, "−7", "−7"),
            ("net_growth", 0.0, "0", "0"),
            ("growth_rate", 3.24, "+3,2 %", "+3.2%"),
            ("engagement_rate_reach", 0.256, "0,26 %", "0.26%"),
            ("engagement_rate_reach", 120.4, "120 %", "120%"),
            ("interactions_per_post", 3.456, "3,46", "3.46"),
            ("gains", 1.5e18, "1,5 × 10¹⁸", "1.5 × 10¹⁸"),
        ] {
            assert_eq!(plain_spaces(&amount(value, indicator(id), &voice(Lang::Fr))), fr, "{id} {value}");
            assert_eq!(plain_spaces(&amount(value, indicator(id), &voice(Lang::En))), en, "{id} {value}");
        }
    }

    #[test]
    fn ticks_are_short() {
        for (value, decimals, text) in
            [(2500.0, 0, "2 500"), (25_000.0, 0, "25 k"), (0.25, 2, "0,25"), (-50.0, 0, "−50")]
        {
            assert_eq!(plain_spaces(&tick(value, decimals, indicator("gains"), &voice(Lang::Fr))), text);
        }
    }

    #[test]
    fn nouns_agree_and_zero_has_its_own_words() {
        for (value, fr, en) in [
            (0.0, "aucun nouvel abonné", "no new followers"),
            (1.0, "1 nouvel abonné", "1 new follower"),
            (409.0, "409 nouveaux abonnés", "409 new followers"),
            (1e300, "1,0 × 10³⁰⁰ nouveaux abonnés", "1.0 × 10³⁰⁰ new followers"),
        ] {
            assert_eq!(plain_spaces(&counted(value, indicator("gains"), &voice(Lang::Fr))), fr);
            assert_eq!(plain_spaces(&counted(value, indicator("gains"), &voice(Lang::En))), en);
        }
    }
}
