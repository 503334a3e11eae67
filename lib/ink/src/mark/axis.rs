//! Axes: quiet grid lines and few labels. Labels that would touch are left out, never turned.

use crate::{
    element::Element,
    geometry::Area,
    mark::{Anchor, Word},
    path::Path,
    text::{Weight, size, width},
};

/// Air between two labels of a horizontal axis.
const AIR: f64 = 10.0;

/// One tick of an axis, placed and worded.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Its pixel along the axis.
    pub at: f64,
    /// Its label; may be empty.
    pub label: String,
    /// A second line: the year under a month. Horizontal axes only; may be empty.
    pub under: String,
    /// Whether this is the base values are measured from (zero): drawn stronger.
    pub base: bool,
}

impl Tick {
    /// An ordinary tick.
    #[must_use]
    pub fn new(at: f64, label: impl Into<String>) -> Self {
        Self { at, label: label.into(), under: String::new(), base: false }
    }

    /// With a second line under its label.
    #[must_use]
    pub fn under(mut self, label: impl Into<String>) -> Self {
        self.under = label.into();
        self
    }

    /// As the base of the values.
    #[must_use]
    pub fn base(mut self, base: bool) -> Self {
        self.base = base;
        self
    }
}

/// The axis of values: a grid line across the area for each tick, its label to the left. Draw it under the
/// marks.
#[must_use]
pub fn values(area: &Area, ticks: &[Tick]) -> Element {
    let mut grid = Path::new();
    let mut base = Path::new();
    let mut labels = Vec::new();
    for tick in ticks.iter().filter(|t| t.at.is_finite()) {
        // Half a pixel off, a thin line falls on one row of pixels and stays crisp.
        let y = tick.at.round() + 0.5;
        let path = if tick.base { &mut base } else { &mut grid };
        *path = std::mem::take(path).to(area.left, y).line(area.right, y);
        if !tick.label.is_empty() {
            labels.push(
                Word::new(tick.label.as_str(), size::SMALL)
                    .dressed("ink-tick")
                    .anchored(Anchor::End)
                    .centred_on(area.left - 8.0, tick.at),
            );
        }
    }
    Element::group().children(stroke("ink-grid", grid)).children(stroke("ink-base", base)).children(labels)
}

/// The room the labels of [`values`] take left of the area.
#[must_use]
pub fn labels_room(ticks: &[Tick]) -> f64 {
    let widest = ticks.iter().map(|t| width(&t.label, size::SMALL, Weight::Regular)).fold(0.0, f64::max);
    widest + 10.0
}

/// The axis of dates or categories under the area: a short stroke and a label per tick. Labels stay between
/// `within` and those that would touch the one before are left out; their strokes remain.
#[must_use]
pub fn dates(area: &Area, ticks: &[Tick], within: (f64, f64)) -> Element {
    let mut strokes = Path::new();
    let mut labels = Vec::new();
    let mut taken = f64::NEG_INFINITY;
    let mut taken_under = f64::NEG_INFINITY;
    for tick in ticks.iter().filter(|t| t.at.is_finite()) {
        let x = tick.at.round() + 0.5;
        strokes = strokes.to(x, area.bottom).line(x, area.bottom + 5.0);
        let first_line = area.bottom + 19.0;
        if let Some(label) = fitted(&tick.label, tick.at, within, &mut taken) {
            labels.push(label.on_baseline(first_line));
        }
        if let Some(label) = fitted(&tick.under, tick.at, within, &mut taken_under) {
            labels.push(label.on_baseline(first_line + 15.0));
        }
    }
    Element::group().children(stroke("ink-base", strokes)).children(labels)
}

struct Fitted {
    text: String,
    centre: f64,
}

impl Fitted {
    fn on_baseline(self, y: f64) -> Element {
        Word::new(self.text, size::SMALL).dressed("ink-tick").anchored(Anchor::Middle).on(self.centre, y)
    }
}

/// The label pushed inside the bounds, unless it is empty or would touch what is already `taken`.
fn fitted(text: &str, at: f64, (from, to): (f64, f64), taken: &mut f64) -> Option<Fitted> {
    if text.is_empty() {
        return None;
    }
    let half = width(text, size::SMALL, Weight::Regular) / 2.0;
    let centre = at.min(to - half).max(from + half);
    if centre - half < *taken + AIR {
        return None;
    }
    *taken = centre + half;
    Some(Fitted { text: text.to_owned(), centre })
}

fn stroke(class: &str, path: Path) -> Option<Element> {
    (!path.is_empty()).then(|| Element::new("path").class(class).set("d", path.d()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::sample::bare;

    const AREA: Area = Area { left: 40.0, top: 0.0, right: 140.0, bottom: 50.0 };

    #[test]
    fn zero_is_drawn_stronger() {
        let ticks = [Tick::new(50.0, "0").base(true), Tick::new(25.0, "1 000")];
        insta::assert_snapshot!(bare(values(&AREA, &ticks)), @r#"
        <g>
        <path class="ink-grid" d="M40 25.5H140"/>
        <path class="ink-base" d="M40 50.5H140"/>
        <text class="ink-tick" x="32" y="54.3" font-size="12" text-anchor="end">0</text>
        <text class="ink-tick" x="32" y="29.3" font-size="12" text-anchor="end">1 000</text>
        </g>
        "#);
    }

    #[test]
    fn labels_that_would_touch_are_left_out() {
        let ticks: Vec<Tick> = (0u8..6)
            .map(|i| Tick::new(40.0 + f64::from(i) * 20.0, "janvier").under(if i == 0 { "2026" } else { "" }))
            .collect();
        let drawing = bare(dates(&AREA, &ticks, (0.0, 150.0)));
        assert_eq!(drawing.matches("janvier").count(), 2);
        assert_eq!(drawing.matches("2026").count(), 1);
        assert_eq!(drawing.matches('M').count(), 6);
    }

    #[test]
    fn the_last_label_stays_inside() {
        let drawing = bare(dates(&AREA, &[Tick::new(140.0, "décembre")], (0.0, 140.0)));
        insta::assert_snapshot!(drawing, @r#"
        <g>
        <path class="ink-base" d="M140.5 50V55"/>
        <text class="ink-tick" x="111.1" y="69" font-size="12" text-anchor="middle">décembre</text>
        </g>
        "#);
    }
}
