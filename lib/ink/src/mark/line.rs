//! A line through known points. It breaks where a value is missing, runs dotted to a partial one, and an
//! isolated point is a dot: otherwise nobody would see it.

use crate::{element::Element, path::Path, reading::Point, style::Hue};

/// A line. Points must be in the order they are to be joined.
#[must_use]
pub fn line(points: &[Point], hue: Hue) -> Element {
    drawn(points, hue, "ink-line")
}

/// A line with another stroke class.
pub(super) fn drawn(points: &[Point], hue: Hue, classes: &str) -> Element {
    let mut whole = Path::new();
    let mut partial = Path::new();
    let mut dots = Vec::new();
    for run in points.split(|p| p.spot().is_none()) {
        let spots: Vec<(f64, f64, bool)> =
            run.iter().filter_map(|p| p.spot().map(|(x, y)| (x, y, p.y.is_partial()))).collect();
        if let [(x, y, is_partial)] = spots.as_slice() {
            dots.push(lone(*x, *y, *is_partial));
        }
        // The pen of each path goes down where its stretch begins.
        let mut last: Option<bool> = None;
        for pair in spots.windows(2) {
            let [(x0, y0, _), (x1, y1, is_partial)] = pair else {
                continue;
            };
            let path = if *is_partial { &mut partial } else { &mut whole };
            let started =
                if last == Some(*is_partial) { std::mem::take(path) } else { std::mem::take(path).to(*x0, *y0) };
            *path = started.line(*x1, *y1);
            last = Some(*is_partial);
        }
    }
    let mut group = Element::group().class(hue.class());
    if !whole.is_empty() {
        group = group.child(stroke(classes.to_owned(), whole));
    }
    if !partial.is_empty() {
        group = group.child(stroke(format!("{classes} ink-dashed"), partial));
    }
    group.children(dots)
}

fn stroke(classes: String, path: Path) -> Element {
    Element::new("path").class(classes).set("d", path.d())
}

fn lone(x: f64, y: f64, is_partial: bool) -> Element {
    Element::new("circle")
        .class(if is_partial { "ink-hollow" } else { "ink-dot" })
        .set("cx", x)
        .set("cy", y)
        .set("r", 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Reading, mark::sample::bare};
    use proptest::prelude::*;

    fn points(readings: &[Reading]) -> Vec<Point> {
        (0u8..).zip(readings).map(|(i, r)| Point::new(f64::from(i) * 10.0, *r)).collect()
    }

    #[test]
    fn a_missing_value_breaks_the_line() {
        use Reading::{Missing, Partial, Whole};
        let drawing = bare(line(
            &points(&[Whole(5.0), Whole(7.25), Missing, Whole(3.0), Missing, Whole(2.0), Whole(2.0), Partial(4.0)]),
            Hue::Sea,
        ));
        insta::assert_snapshot!(drawing, @r#"
        <g class="ink-sea">
        <path class="ink-line" d="M0 5L10 7.2M50 2H60"/>
        <path class="ink-line ink-dashed" d="M60 2L70 4"/>
        <circle class="ink-dot" cx="30" cy="3" r="3"/>
        </g>
        "#);
    }

    #[test]
    fn nothing_known_draws_nothing() {
        assert!(line(&points(&[Reading::Missing, Reading::Whole(f64::NAN)]), Hue::Sea).is_empty());
    }

    proptest! {
        #[test]
        fn every_stretch_of_known_values_is_one_stroke(known in prop::collection::vec(any::<bool>(), 0..30)) {
            let readings: Vec<Reading> = (0u8..)
                .zip(&known)
                .map(|(i, k)| if *k { Reading::Whole(f64::from(i)) } else { Reading::Missing })
                .collect();
            let drawing = bare(line(&points(&readings), Hue::Sea));
            let runs = |long: bool| known.split(|k| !k).filter(|run| if long { run.len() > 1 } else { run.len() == 1 }).count();
            prop_assert_eq!(drawing.matches('M').count(), runs(true));
            prop_assert_eq!(drawing.matches("<circle").count(), runs(false));
        }
    }
}
