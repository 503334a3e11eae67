//! Dots: single values, the last point of a line, extremes.

use crate::{element::Element, style::Hue};

/// One dot.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Radius.
    pub radius: f64,
    /// Colour.
    pub hue: Hue,
    /// Hollow for a partial value.
    pub hollow: bool,
    /// Said when pointed at; may be empty.
    pub title: String,
}

/// A dot; nothing when its place is not finite.
#[must_use]
pub fn dot(dot: &Dot) -> Element {
    if !(dot.x.is_finite() && dot.y.is_finite()) {
        return Element::group();
    }
    let kind = if dot.hollow { "ink-hollow" } else { "ink-dot" };
    Element::new("circle")
        .class(format!("{kind} {}", dot.hue.class()))
        .set("cx", dot.x)
        .set("cy", dot.y)
        .set("r", dot.radius)
        .title(&dot.title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::sample::bare;

    #[test]
    fn a_dot_says_its_value() {
        let one = Dot { x: 1.0, y: 2.0, radius: 3.5, hue: Hue::Signal, hollow: false, title: "12 <mars>".to_owned() };
        insta::assert_snapshot!(bare(dot(&one)), @r#"
        <circle class="ink-dot ink-signal" cx="1" cy="2" r="3.5">
        <title>12 &lt;mars&gt;</title>
        </circle>
        "#);
        assert!(dot(&Dot { y: f64::NAN, ..one }).is_empty());
    }
}
