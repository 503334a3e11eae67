//! The surface between a line and its base, for quantities that start at zero. One surface per stretch of
//! known values.

use crate::{element::Element, path::Path, reading::Point, style::Hue};

/// The surface under known points, down (or up) to `base`. Draw the line over it.
#[must_use]
pub fn area(points: &[Point], base: f64, hue: Hue) -> Element {
    let mut path = Path::new();
    for run in points.split(|p| p.spot().is_none()) {
        let spots: Vec<(f64, f64)> = run.iter().filter_map(|p| p.spot()).collect();
        if let [(first, _), .., (last, _)] = spots.as_slice() {
            path = path.to(*first, base);
            for (x, y) in &spots {
                path = path.line(*x, *y);
            }
            path = path.line(*last, base).close();
        }
    }
    let group = Element::group().class(hue.class());
    if path.is_empty() {
        return group;
    }
    group.child(Element::new("path").class("ink-area").set("d", path.d()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Reading::{Missing, Whole},
        mark::sample::bare,
    };

    #[test]
    fn the_surface_has_the_gaps_of_its_line() {
        let points = [
            Point::new(0.0, Whole(5.0)),
            Point::new(10.0, Whole(2.0)),
            Point::new(20.0, Missing),
            Point::new(30.0, Whole(4.0)),
        ];
        insta::assert_snapshot!(bare(area(&points, 9.0, Hue::Sea)), @r#"
        <g class="ink-sea">
        <path class="ink-area" d="M0 9V5L10 2V9Z"/>
        </g>
        "#);
    }
}
