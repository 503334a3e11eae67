//! Cells of a heat map and the key of their shades. The grid itself is two band scales.

use crate::{
    element::{Element, Pattern, Value},
    mark::{Anchor, Word},
    scale::Ramp,
    style::Hue,
    text::size,
};

/// What a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// A level of a [`Ramp`], 1 to 9.
    Level(u8),
    /// A level from incomplete data: striped.
    Partial(u8),
    /// Not known: an empty dotted box.
    Missing,
}

/// One cell, in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Left side.
    pub x: f64,
    /// Top side.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What it shows.
    pub shade: Shade,
    /// Said when pointed at: the place and the exact value.
    pub title: String,
}

/// A cell.
#[must_use]
pub fn cell(cell: &Cell) -> Element {
    let place = |inset: f64| {
        Element::new("rect")
            .set("x", cell.x + inset)
            .set("y", cell.y + inset)
            .set("width", (cell.width - 2.0 * inset).max(0.0))
            .set("height", (cell.height - 2.0 * inset).max(0.0))
    };
    match cell.shade {
        Shade::Level(level) => place(0.0).class(format!("ink-cell {}", Ramp::class(level))).title(&cell.title),
        Shade::Partial(level) => Element::group()
            .title(&cell.title)
            .child(place(0.0).class(format!("ink-cell {}", Ramp::class(level))))
            .child(place(0.0).set("fill", Value::Pattern(Pattern::Stripes(over(level))))),
        Shade::Missing => place(0.5).class("ink-missing").title(&cell.title),
    }
}

/// Stripes that show on a level: the ground's colour on strong shades, grey on those near the ground.
fn over(level: u8) -> Hue {
    if level > 4 { Hue::Paper } else { Hue::Quiet }
}

/// The nine shades side by side with the words for both ends, `low` to the left. Its height is 12.
#[must_use]
pub fn ramp_key(x: f64, y: f64, low: &str, high: &str) -> Element {
    let word = |text: &str| Word::new(text, size::SMALL).dressed("ink-tick");
    let start = x + if low.is_empty() { 0.0 } else { word(low).width() + 8.0 };
    let step = 16.0;
    let shades = (1..=9u8).map(|level| {
        Element::new("rect")
            .class(format!("ink-cell {}", Ramp::class(level)))
            .set("x", start + f64::from(level - 1) * step)
            .set("y", y)
            .set("width", step)
            .set("height", 12.0)
    });
    Element::group()
        .child(word(low).centred_on(x, y + 6.0))
        .children(shades)
        .child(word(high).anchored(Anchor::Start).centred_on(start + 9.0 * step + 8.0, y + 6.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::sample::bare;

    #[test]
    fn each_cell_says_its_value() {
        let one = |shade| {
            bare(cell(&Cell { x: 1.0, y: 2.0, width: 10.0, height: 8.0, shade, title: "lundi 9 h : 12".to_owned() }))
        };
        let all = [one(Shade::Level(4)), one(Shade::Partial(4)), one(Shade::Missing)];
        insta::assert_snapshot!(all.join("\n\n"), @r#"
        <rect x="1" y="2" width="10" height="8" class="ink-cell ink-ramp-4">
        <title>lundi 9 h : 12</title>
        </rect>

        <defs>
        <pattern id="t-stripes-ink-quiet" class="ink-quiet" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="ink-hatch" width="1.5" height="5"/>
        </pattern>
        </defs>
        <g>
        <title>lundi 9 h : 12</title>
        <rect x="1" y="2" width="10" height="8" class="ink-cell ink-ramp-4"/>
        <rect x="1" y="2" width="10" height="8" fill="url(#t-stripes-ink-quiet)"/>
        </g>

        <rect x="1.5" y="2.5" width="9" height="7" class="ink-missing">
        <title>lundi 9 h : 12</title>
        </rect>
        "#);
    }
}
