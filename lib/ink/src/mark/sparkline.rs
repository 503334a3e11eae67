//! A line the size of a word, for cards: no axis, the last point marked. The exact figures stand beside it
//! in text; it shows the shape only.

use crate::{
    element::Element,
    geometry::Area,
    mark::{
        area::area,
        dot::{Dot, dot},
        line::drawn,
    },
    number::count,
    reading::{Point, Reading},
    scale::{Linear, Zero},
    style::Hue,
};

/// How far from the newest point a dot on an extreme must be to be drawn.
const CLEARANCE: f64 = 10.0;

/// A sparkline under construction.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparkline {
    readings: Vec<Reading>,
    hue: Hue,
    zero: Zero,
    filled: bool,
    extremes: bool,
}

impl Sparkline {
    /// Evenly spaced readings, oldest first, in data units.
    #[must_use]
    pub fn new(readings: impl IntoIterator<Item = Reading>) -> Self {
        Self {
            readings: readings.into_iter().collect(),
            hue: Hue::Sea,
            zero: Zero::Free,
            filled: false,
            extremes: false,
        }
    }

    /// In another hue.
    #[must_use]
    pub fn hue(mut self, hue: Hue) -> Self {
        self.hue = hue;
        self
    }

    /// With the surface under the line; its base is then zero.
    #[must_use]
    pub fn filled(mut self) -> Self {
        self.filled = true;
        self.zero = Zero::Included;
        self
    }

    /// With a small dot on the lowest and the highest value.
    #[must_use]
    pub fn extremes(mut self) -> Self {
        self.extremes = true;
        self
    }

    /// The sparkline inside an area; its dots may reach 4 pixels further.
    #[must_use]
    pub fn draw(&self, place: &Area) -> Element {
        let values = || self.readings.iter().filter_map(|r| r.value());
        let (lo, hi) = values().fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), v| (lo.min(v), hi.max(v)));
        if lo > hi {
            return Element::group();
        }
        // The whole height is for the values themselves: round ends would waste a small picture.
        let domain = match self.zero {
            Zero::Included => (lo.min(0.0), hi.max(0.0)),
            Zero::Free => (lo, hi),
        };
        let y = Linear::new(domain.0, domain.1).onto(place.bottom, place.top);
        let last = count(self.readings.len().saturating_sub(1).max(1));
        let points: Vec<Point> = self
            .readings
            .iter()
            .enumerate()
            .map(|(i, r)| Point::new(place.left + place.width() * count(i) / last, r.map(|v| y.position(v))))
            .collect();
        let mut group = Element::group();
        if self.filled {
            group = group.child(area(&points, y.position(0.0), self.hue));
        }
        group = group.child(drawn(&points, self.hue, "ink-line ink-thin"));
        // The last known point, even when later ones are missing: the gap after it is then visible.
        let newest = points.iter().rev().find(|p| p.y.value().is_some());
        if self.extremes && lo < hi {
            for extreme in [lo, hi] {
                let found = self.readings.iter().zip(&points).find(|(r, _)| r.value() == Some(extreme));
                // Two dots side by side would hide the line between them; the newest one matters more.
                let clear = |p: &Point| newest.is_none_or(|last| (last.x - p.x).abs() > CLEARANCE);
                group =
                    group.children(found.filter(|(_, p)| clear(p)).and_then(|(_, p)| self.dot(*p, 2.5, Hue::Quiet)));
            }
        }
        group.children(newest.and_then(|p| self.dot(*p, 3.5, self.hue)))
    }

    fn dot(&self, point: Point, radius: f64, hue: Hue) -> Option<Element> {
        let y = point.y.value()?;
        Some(dot(&Dot { x: point.x, y, radius, hue, hollow: point.y.is_partial(), title: String::new() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::sample::bare;

    const PLACE: Area = Area { left: 4.0, top: 4.0, right: 104.0, bottom: 24.0 };

    #[test]
    fn the_last_known_point_is_marked() {
        let readings = [3.0, 9.0, 5.0].map(Reading::Whole).into_iter().chain([Reading::Missing]);
        let drawing = bare(Sparkline::new(readings).extremes().draw(&PLACE));
        insta::assert_snapshot!(drawing, @r#"
    <g>
    <g class="ink-sea">
    <path class="ink-line ink-thin" d="M4 24L37.3 4L70.7 17.3"/>
    </g>
    <circle class="ink-dot ink-quiet" cx="4" cy="24" r="2.5"/>
    <circle class="ink-dot ink-quiet" cx="37.3" cy="4" r="2.5"/>
    <circle class="ink-dot ink-sea" cx="70.7" cy="17.3" r="3.5"/>
    </g>
    "#);
    }

    #[test]
    fn a_flat_series_lies_in_the_middle_and_an_empty_one_draws_nothing() {
        let flat = bare(Sparkline::new([Reading::Whole(7.0); 3]).draw(&PLACE));
        assert!(flat.contains("M4 14H54H104"), "{flat}");
        assert!(Sparkline::new([Reading::Missing; 3]).draw(&PLACE).is_empty());
        assert!(Sparkline::new([]).draw(&PLACE).is_empty());
    }
}
