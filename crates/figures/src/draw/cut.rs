//! One day that dwarfs all the others (a purge of bots, a raffle): its bar is cut, with a gap across it and its true
//! value written beside it, so that the other days can still be read.

use ink::mark::Word;
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
    // Bars that can be shown whole are: only those that dwarf the others are cut.
    let longest = lengths.iter().copied().rfind(|length| *length <= DWARFS * usual)?;
    (*lengths.last()? > DWARFS * usual).then_some(longest.max(usual * SHOWN))
}

/// A reading no longer than the limit, on its own side of zero.
pub fn shortened(reading: Reading, limit: Option<f64>) -> Reading {
    reading.map(|value| limit.map_or(value, |limit| value.clamp(-limit, limit)))
}

/// The parts of a line that lie between two heights; where it leaves them it is cut on the border.
pub fn between(spots: &[(f64, f64)], (top, bottom): (f64, f64)) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut add = |spot: (f64, f64), opens: bool| match runs.last_mut() {
        Some(run) if !opens => run.push(spot),
        _ => runs.push(vec![spot]),
    };
    let inside = |y: f64| (top..=bottom).contains(&y);
    let mut before: Option<(f64, f64)> = None;
    for spot in spots.iter().copied() {
        match before {
            None if inside(spot.1) => add(spot, true),
            Some(last) if last.1 != spot.1 => {
                let at = |y: f64| (last.0 + (spot.0 - last.0) * ((y - last.1) / (spot.1 - last.1)), y);
                // The borders this stretch crosses, in the order in which it meets them.
                let (near, far) = if last.1 < spot.1 { (top, bottom) } else { (bottom, top) };
                let crosses = |y: f64| (last.1 < y) != (spot.1 < y) && last.1 != y && spot.1 != y;
                if crosses(near) {
                    add(at(near), true);
                }
                if crosses(far) {
                    add(at(far), false);
                } else if inside(spot.1) {
                    add(spot, !inside(last.1) && !crosses(near));
                }
            }
            Some(last) if inside(spot.1) => add(spot, !inside(last.1)),
            _ => {}
        }
        before = Some(spot);
    }
    runs
}

/// A bar that was cut, in pixels.
#[derive(Debug, Clone)]
pub struct CutBar {
    /// Its middle.
    pub middle: f64,
    /// How thick it is.
    pub thickness: f64,
    /// Where it ends now.
    pub tip: f64,
    /// Whether it grows upwards.
    pub upwards: bool,
    /// How long it truly is.
    pub length: f64,
    /// That in words.
    pub value: String,
}

/// How high a line of small letters is, with air.
const LINE: f64 = 14.0;

/// The gap across each bar that was cut, and its value beside it, or above it where other bars stand beside. Of values
/// that would lie on one another, or on the dates, only the largest is written. `reach(from, to, upwards)` says how far the other bars
/// between two places reach; nothing where there is none.
pub fn marks(area: &Area, cuts: &[CutBar], reach: impl Fn(f64, f64, bool) -> Option<f64>) -> Element {
    let gap = |cut: &CutBar| {
        let at = cut.tip + towards_base(cut) * 7.0;
        let half = cut.thickness / 2.0 + 2.0;
        let slant = Path::new().to(cut.middle - half, at + 2.0).line(cut.middle + half, at - 2.0);
        let stroke = Element::new("path").class("ink-paper").set("fill", "none").set("stroke", "currentColor");
        stroke.set("stroke-width", 3.0).set("d", slant.d())
    };
    let mut group = Element::group().children(cuts.iter().map(gap));
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    let mut by_length: Vec<&CutBar> = cuts.iter().collect();
    by_length.sort_by(|one, other| other.length.total_cmp(&one.length));
    for cut in by_length {
        let word = Word::new(&cut.value, letters::SMALL).dressed("ink-word ink-halo");
        let (wide, half) = (word.width(), cut.thickness / 2.0 + 5.0);
        let beside = cut.tip + towards_base(cut) * LINE / 2.0;
        let clear = |from: f64, to: f64| {
            let others = reach(from, to, cut.upwards);
            let limit = beside + towards_base(cut) * LINE / 2.0;
            others.is_none_or(|others| (others - limit) * towards_base(cut) >= 0.0)
        };
        let right = (cut.middle + half, cut.middle + half + wide, beside);
        let left = (cut.middle - half - wide, cut.middle - half, beside);
        let middle = cut.middle.clamp(area.left + wide / 2.0, (area.right - wide / 2.0).max(area.left + wide / 2.0));
        let beyond = (middle - wide / 2.0, middle + wide / 2.0, cut.tip - towards_base(cut) * LINE / 2.0);
        let place = if right.1 <= area.right && clear(right.0, right.1) {
            right
        } else if left.0 >= area.left && clear(left.0, left.1) {
            left
        } else if cut.upwards {
            beyond
        } else if taken.is_empty() {
            // Below are the dates: the largest is written over the bars beside it.
            if right.1 <= area.right { right } else { left }
        } else {
            continue;
        };
        let free = |(from, to, y): &(f64, f64, f64)| {
            *to + 4.0 < place.0 || place.1 + 4.0 < *from || (y - place.2).abs() >= LINE
        };
        if taken.iter().all(free) {
            taken.push(place);
            group = group.child(word.centred_on(place.0, place.2));
        }
    }
    group
}

const fn towards_base(cut: &CutBar) -> f64 {
    if cut.upwards { 1.0 } else { -1.0 }
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
        let long = (1..=60).map(f64::from).chain([100.0, 400.0]);
        assert_eq!(limit(long), Some(100.0), "a long one that can be read stays whole");
        assert_eq!(limit((1..=6).map(f64::from).chain([400.0])), None, "too few to be usual");
        assert_eq!(shortened(Reading::Partial(400.0), Some(42.0)), Reading::Partial(42.0));
        assert_eq!(shortened(Reading::Whole(-400.0), Some(42.0)), Reading::Whole(-42.0));
        assert_eq!(shortened(Reading::Missing, Some(42.0)), Reading::Missing);
    }

    #[test]
    fn a_line_is_cut_where_it_leaves_the_plot() {
        let within = (0.0, 10.0);
        /// Points of a line.
        type Spots = &'static [(f64, f64)];
        let cases: &[(Spots, &[Spots])] = &[
            (&[(0.0, 2.0), (1.0, 4.0)], &[&[(0.0, 2.0), (1.0, 4.0)]]),
            (&[(0.0, 5.0), (1.0, 15.0), (2.0, 5.0)], &[&[(0.0, 5.0), (0.5, 10.0)], &[(1.5, 10.0), (2.0, 5.0)]]),
            (&[(0.0, -10.0), (1.0, 0.0), (2.0, 10.0)], &[&[(1.0, 0.0), (2.0, 10.0)]]),
            (&[(0.0, -10.0), (1.0, 20.0)], &[&[(1.0 / 3.0, 0.0), (2.0 / 3.0, 10.0)]]),
            (&[(0.0, 20.0), (1.0, -10.0)], &[&[(1.0 / 3.0, 10.0), (2.0 / 3.0, 0.0)]]),
            (&[(0.0, 12.0), (1.0, 12.0)], &[]),
            (&[(0.0, 10.0), (1.0, 10.0), (2.0, 12.0)], &[&[(0.0, 10.0), (1.0, 10.0)]]),
            (&[], &[]),
        ];
        for (spots, expected) in cases {
            assert_eq!(between(spots, within), *expected, "{spots:?}");
        }
    }

    #[test]
    fn values_stand_where_nothing_else_does() {
        let area = Area { left: 0.0, top: 20.0, right: 200.0, bottom: 120.0 };
        let bar = |middle: f64, length: f64, value: &str| CutBar {
            middle,
            thickness: 6.0,
            tip: 20.0,
            upwards: true,
            length,
            value: value.to_owned(),
        };
        let drawn = |cuts: &[CutBar], reach: Option<f64>| {
            let svg = ink::Svg::new("t", 200.0, 120.0).add(marks(&area, cuts, |_, _, _| reach));
            let svg = svg.render(ink::Output::Page);
            let texts = svg.split("<text").skip(1).map(|text| {
                let number = |name: &str| text.split(&format!("{name}=\"")).nth(1)?.split('"').next();
                let word = text.split('>').nth(1)?.split('<').next()?;
                Some(format!("{word} at {} {}", number(" x")?, number(" y")?))
            });
            texts.flatten().collect::<Vec<_>>()
        };
        assert_eq!(drawn(&[bar(50.0, 900.0, "900")], Some(90.0)), ["900 at 58 31.3"], "beside");
        assert_eq!(drawn(&[bar(190.0, 900.0, "900")], Some(90.0)).len(), 1, "on the other side at the border");
        let both = [bar(50.0, 500.0, "500"), bar(60.0, 900.0, "900")];
        let shown = drawn(&both, Some(20.0));
        assert!(
            shown.len() == 1 && shown.iter().all(|text| text.starts_with("900") && text.ends_with(" 17.3")),
            "{shown:?}"
        );
    }
}
