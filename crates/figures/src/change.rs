//! A change: the figure against the one it is compared with, as text with sign and arrow.

use crate::grid::reading;
use crate::period::Against;
use crate::value::{self, is_change, is_rate};
use measure::answer::{Answer, Row};
use measure::indicator::{Good, Indicator, Unit};
use phrases::Voice;

/// Which way a figure moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// It is higher.
    Up,
    /// It is lower.
    Down,
    /// It is the same, as far as it is written.
    Level,
    /// One of the two is missing.
    Unknown,
}

/// Whether a movement is good news; from the indicator alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good news.
    Good,
    /// Bad news.
    Bad,
    /// Neither.
    Neutral,
}

/// A change, worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which way.
    pub direction: Direction,
    /// Whether it is good news.
    pub tone: Tone,
    /// How much, with its sign: « +12,5 % », « −1,2 pt », "+35". Empty when unknown.
    pub amount: String,
    /// Compared with what: « par rapport aux 28 jours précédents »; when unknown, that no comparison can be made.
    pub against: String,
}

impl Change {
    /// The change of a row; `None` when no comparison was asked for.
    #[must_use]
    pub fn of(row: &Row, indicator: &Indicator, answer: &Answer, voice: &Voice) -> Option<Self> {
        let before = row.before.as_deref()?;
        let against = Against::of(answer)?;
        let to = against.text("to", voice);
        let (now, then) = (reading(Some(&row.figure)).value(), reading(Some(before)).value());
        let (Some(now), Some(then)) = (now, then) else {
            let against = voice.say_with("figure-no-comparison", &[("to", to.into())]);
            return Some(Self { direction: Direction::Unknown, tone: Tone::Neutral, amount: String::new(), against });
        };
        let size = size(now, then, indicator, voice);
        // What is written as zero has not moved for the reader.
        let moved = size.contains(|c: char| ('1'..='9').contains(&c));
        let direction = match now.total_cmp(&then) {
            std::cmp::Ordering::Greater if moved => Direction::Up,
            std::cmp::Ordering::Less if moved => Direction::Down,
            _ => Direction::Level,
        };
        let tone = match (direction, indicator.good) {
            (Direction::Up, Good::Up) | (Direction::Down, Good::Down) => Tone::Good,
            (Direction::Up, Good::Down) | (Direction::Down, Good::Up) => Tone::Bad,
            _ => Tone::Neutral,
        };
        let amount = match direction {
            Direction::Up => format!("+{size}"),
            Direction::Down => format!("\u{2212}{size}"),
            Direction::Level | Direction::Unknown => voice.say("figure-unchanged"),
        };
        Some(Self { direction, tone, amount, against: to })
    }

    /// The arrow that goes with the sign: meaning never by colour alone.
    #[must_use]
    pub const fn arrow(&self) -> &'static str {
        match self.direction {
            Direction::Up => "↑",
            Direction::Down => "↓",
            Direction::Level => "=",
            Direction::Unknown => "",
        }
    }

    /// The whole: « ↑ +12,5 % par rapport aux 28 jours précédents ».
    #[must_use]
    pub fn text(&self) -> String {
        let parts = [self.arrow(), self.amount.as_str(), self.against.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        // The arrow stays with its number.
        parts.join(" ").replacen("↑ ", "↑\u{a0}", 1).replacen("↓ ", "↓\u{a0}", 1)
    }
}

/// How much, without sign: points for percentages, the plain difference for changes and where the base allows no
/// quotient, else a percentage.
fn size(now: f64, then: f64, indicator: &Indicator, voice: &Voice) -> String {
    if indicator.unit == Unit::Percent {
        value::points(now - then, voice)
    } else if is_rate(indicator) || is_change(indicator) || then <= 0.0 || now < 0.0 {
        value::amount((now - then).abs(), indicator, voice).trim_start_matches('+').to_owned()
    } else {
        value::relative(now / then - 1.0, voice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{answer, figure, indicator, missing, plain_spaces, row, voice};
    use jiff::civil::date;
    use phrases::Lang;

    #[test]
    fn changes_have_sign_arrow_tone_and_comparison() {
        for (id, now, then, fr, en, tone) in [
            (
                "gains",
                112.5,
                100.0,
                "↑ +12,5 % par rapport aux 28 jours précédents",
                "↑ +12.5% compared with the previous 28 days",
                Tone::Good,
            ),
            (
                "losses",
                12.0,
                10.0,
                "↑ +20,0 % par rapport aux 28 jours précédents",
                "↑ +20.0% compared with the previous 28 days",
                Tone::Bad,
            ),
            (
                "gains",
                5.0,
                0.0,
                "↑ +5 par rapport aux 28 jours précédents",
                "↑ +5 compared with the previous 28 days",
                Tone::Good,
            ),
            (
                "gains",
                5.0,
                5.0,
                "= stable par rapport aux 28 jours précédents",
                "= unchanged compared with the previous 28 days",
                Tone::Neutral,
            ),
            (
                "net_growth",
                -3.0,
                4.0,
                "↓ −7 par rapport aux 28 jours précédents",
                "↓ −7 compared with the previous 28 days",
                Tone::Bad,
            ),
            (
                "engagement_rate_reach",
                3.1,
                4.3,
                "↓ −1,2 pt par rapport aux 28 jours précédents",
                "↓ −1.2 pt compared with the previous 28 days",
                Tone::Bad,
            ),
        ] {
            let mut answer = answer(date(2026, 3, 1), date(2026, 3, 29), Vec::new());
            answer.compared = Some((date(2026, 2, 1), date(2026, 3, 1)));
            let mut row = row(None, &[], figure(now));
            row.before = Some(Box::new(figure(then)));
            for (lang, text) in [(Lang::Fr, fr), (Lang::En, en)] {
                let change = Change::of(&row, indicator(id), &answer, &voice(lang)).unwrap();
                assert_eq!(plain_spaces(&change.text()), text);
                assert_eq!(change.tone, tone, "{text}");
            }
        }
    }

    #[test]
    fn a_missing_side_is_said() {
        let mut answer = answer(date(2026, 3, 1), date(2026, 3, 29), Vec::new());
        answer.compared = Some((date(2025, 3, 1), date(2025, 3, 29)));
        let mut row = row(None, &[], figure(3.0));
        assert_eq!(Change::of(&row, indicator("gains"), &answer, &voice(Lang::Fr)), None);
        row.before = Some(Box::new(missing()));
        let change = Change::of(&row, indicator("gains"), &answer, &voice(Lang::Fr)).unwrap();
        assert_eq!(change.direction, Direction::Unknown);
        assert_eq!(change.text(), "pas de comparaison possible par rapport à la même période un an plus tôt");
    }
}
