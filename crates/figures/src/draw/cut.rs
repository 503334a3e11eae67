//! One day that dwarfs all the others (a purge of bots, a raffle): its bar is cut, with a gap across it and its true
//! value written beside it, so that the other days can still be read.

use ink::mark::{Anchor, Word};
use ink::text::size as letters;
use ink::{Area, Element, Path, Reading};

/// How many times the usual long bar a bar may reach before it is cut.
const DWARFS: f64 = 4.0;

/// How much longer than the usual long bar a cut bar is drawn.
const SHOWN: f64 = 1.5;

/// Fewer bars than this are all shown as they are: nothing is usual among so few.
const FEW: usize = 24;

/// The length at which bars are cut; `None` where all of them fit together.
pub fn limit(lengths: impl Iterator<Item = f64>) -> Option<f64> {
    let mut lengths: Vec<f64> = lengths.map(f64::abs).filter(|length| *length > 0.0).collect();
    lengths.sort_by(f64::total_cmp);
    if lengths.len() < FEW {
        return None;
    }
    let usual = *lengths.get(lengths.len() * 95 / 100)?;
    (*lengths.last()? > DWARFS * usual).then_some(usual * SHOWN)
}

/// A reading no longer than the limit.
pub fn shortened(reading: Reading, limit: Option<f64>) -> Reading {
    reading.map(|value| limit.map_or(value, |limit| value.min(limit)))
}

/// The gap across a bar that was cut at `y`, and its value beside it.
pub fn mark(area: &Area, middle: f64, thickness: f64, y: f64, towards_base: f64, value: String) -> Element {
    let at = y + towards_base * 7.0;
    let half = thickness / 2.0 + 2.0;
    let slant = Path::new().to(middle - half, at + 2.0).line(middle + half, at - 2.0);
    let stroke = Element::new("path").class("ink-paper").set("fill", "none").set("stroke", "currentColor");
    let gap = stroke.set("stroke-width", 3.0).set("d", slant.d());
    let word = Word::new(value, letters::SMALL).dressed("ink-word ink-halo");
    let right = middle + half + 3.0;
    let word = if right + word.width() > area.right {
        word.anchored(Anchor::End).centred_on(middle - half - 3.0, at)
    } else {
        word.centred_on(right, at)
    };
    Element::group().child(gap).child(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_day_that_dwarfs_the_others_is_cut() {
        let month = |last: f64| (1..=28).map(f64::from).chain([last]);
        assert_eq!(limit(month(30.0)), None);
        assert_eq!(limit(month(100.0)), None, "long, yet the others can be read");
        assert_eq!(limit(month(400.0)), Some(42.0));
        assert_eq!(limit((1..=6).map(f64::from).chain([400.0])), None, "too few to be usual");
        assert_eq!(shortened(Reading::Partial(400.0), Some(42.0)), Reading::Partial(42.0));
        assert_eq!(shortened(Reading::Missing, Some(42.0)), Reading::Missing);
    }
}
