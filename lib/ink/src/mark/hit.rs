//! Invisible columns over a plot that say the exact values when pointed at: larger targets than a line.

use crate::{element::Element, geometry::Area};

/// One place along the plot and what to say there.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its pixel along the plot.
    pub x: f64,
    /// What is said; lines are separated by `\n`.
    pub title: String,
}

/// A column per place, each reaching halfway to its neighbours. Places must increase. Draw it last.
#[must_use]
pub fn hits(area: &Area, places: &[Hit]) -> Element {
    let middles: Vec<f64> = places
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some(f64::midpoint(a.x, b.x)),
            _ => None,
        })
        .collect();
    let starts = std::iter::once(area.left).chain(middles.iter().copied());
    let ends = middles.iter().copied().chain(std::iter::once(area.right));
    let columns = places.iter().zip(starts.zip(ends)).map(|(hit, (start, end))| {
        Element::new("rect")
            .set("x", start)
            .set("y", area.top)
            .set("width", (end - start).max(0.0))
            .set("height", area.height())
            .title(&hit.title)
    });
    Element::group()
        .class("ink-hit")
        // Said again as attributes: without the style sheet the columns would hide the figure.
        .set("fill", "none")
        .set("pointer-events", "all")
        .children(columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::sample::bare;

    #[test]
    fn columns_share_the_plot() {
        let area = Area { left: 0.0, top: 5.0, right: 100.0, bottom: 25.0 };
        let place = |x, title: &str| Hit { x, title: title.to_owned() };
        insta::assert_snapshot!(bare(hits(&area, &[place(10.0, "a"), place(30.0, "b"), place(90.0, "c")])), @r#"
        <g class="ink-hit" fill="none" pointer-events="all">
        <rect x="0" y="5" width="20" height="20">
        <title>a</title>
        </rect>
        <rect x="20" y="5" width="40" height="20">
        <title>b</title>
        </rect>
        <rect x="60" y="5" width="40" height="20">
        <title>c</title>
        </rect>
        </g>
        "#);
        assert!(hits(&area, &[]).is_empty());
    }
}
