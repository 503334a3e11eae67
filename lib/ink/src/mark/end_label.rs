//! Direct labels at the right end of lines, instead of a legend: each in the colour of its line, moved as
//! little as needed, joined to its line when it had to move.

use crate::{
    element::Element,
    geometry::Area,
    mark::Word,
    number::count,
    path::Path,
    style::Hue,
    text::{LEADING, Spread, Weight, size, spread, width, wrapped},
};

/// One label.
#[derive(Debug, Clone, PartialEq)]
pub struct EndLabel {
    /// Where the line ends.
    pub x: f64,
    /// Where the line ends.
    pub y: f64,
    /// The name of the line.
    pub name: String,
    /// Its last value, already worded; may be empty. Written stronger.
    pub value: String,
    /// The hue of the line.
    pub hue: Hue,
}

/// Air between the area and labels that stand where their lines end.
const NEAR: f64 = 10.0;

/// Air when some label had to move: room for the strokes that join labels to lines.
const FAR: f64 = 22.0;

/// How far a label may stand from its line's end without a stroke to join them.
const SLACK: f64 = 5.0;

/// Labels right of the area, in `room` pixels. They keep the order of the line ends and do not overlap;
/// when there is not enough height they run past the bottom: label fewer lines.
#[must_use]
pub fn end_labels(area: &Area, labels: &[EndLabel], room: f64) -> Element {
    let step = size::SMALL * LEADING;
    let blocks: Vec<Block> = labels
        .iter()
        .filter(|label| label.x.is_finite() && label.y.is_finite())
        .map(|label| Block::new(label, room - FAR))
        .collect();
    let wishes: Vec<(f64, f64)> =
        blocks.iter().map(|block| (block.label.y, count(block.rows.len()) * step + 3.0)).collect();
    let Spread { centres, .. } = spread(&wishes, area.top - step / 2.0, area.bottom + step / 2.0);
    let moved = wishes.iter().zip(&centres).any(|((wish, _), centre)| (wish - centre).abs() > SLACK);
    let x = area.right + if moved { FAR } else { NEAR };
    Element::group().children(blocks.into_iter().zip(centres).map(|(block, centre)| block.drawn(x, centre)))
}

/// A label cut into rows.
struct Block<'a> {
    label: &'a EndLabel,
    rows: Vec<Row>,
}

/// One row of a label: its name, its value, or both.
struct Row {
    name: String,
    value: String,
}

impl<'a> Block<'a> {
    /// On one row when name and value fit side by side, else the value above the name.
    fn new(label: &'a EndLabel, room: f64) -> Self {
        let value = label.value.as_str();
        let side_by_side = width(&label.name, size::SMALL, Weight::Regular)
            + width(" ", size::SMALL, Weight::Regular)
            + width(value, size::SMALL, Weight::Strong);
        let rows = if side_by_side <= room {
            vec![Row { name: label.name.clone(), value: value.to_owned() }]
        } else {
            let value = (!value.is_empty()).then(|| Row { name: String::new(), value: value.to_owned() });
            let names = wrapped(&label.name, room, size::SMALL, Weight::Regular, 2);
            let names = names.into_iter().map(|name| Row { name, value: String::new() });
            value.into_iter().chain(names).collect()
        };
        Self { label, rows }
    }

    fn drawn(self, x: f64, centre: f64) -> Element {
        let step = size::SMALL * LEADING;
        let height = count(self.rows.len()) * step;
        let mut y = centre - height / 2.0 + step / 2.0;
        let mut group = Element::group().class(self.label.hue.class());
        if (centre - self.label.y).abs() > SLACK {
            let path = Path::new().to(self.label.x + 6.0, self.label.y).line(x - 4.0, centre);
            group = group.child(Element::new("path").class("ink-leader").set("d", path.d()));
        }
        for row in self.rows {
            group = group.child(row.drawn(x, y));
            y += step;
        }
        group
    }
}

impl Row {
    fn drawn(self, x: f64, y: f64) -> Element {
        let strong = Element::new("tspan").class("ink-strong");
        if self.value.is_empty() {
            Word::new(self.name, size::SMALL).dressed("ink-label").centred_on(x, y)
        } else if self.name.is_empty() {
            Word::new(self.value, size::SMALL).dressed("ink-label").strong().centred_on(x, y)
        } else {
            Word::new(format!("{} ", self.name), size::SMALL)
                .dressed("ink-label")
                .centred_on(x, y)
                .child(strong.text(self.value))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::sample::bare;

    #[test]
    fn labels_at_one_height_are_spread() {
        let area = Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        let label = |name: &str, hue| EndLabel { x: 100.0, y: 50.0, name: name.to_owned(), value: String::new(), hue };
        let drawing = bare(end_labels(&area, &[label("Mastodon", Hue::Sea), label("Bluesky", Hue::Signal)], 80.0));
        insta::assert_snapshot!(drawing, @r#"
        <g>
        <g class="ink-sea">
        <path class="ink-leader" d="M106 50L118 40.7"/>
        <text class="ink-label" x="122" y="45" font-size="12">Mastodon</text>
        </g>
        <g class="ink-signal">
        <path class="ink-leader" d="M106 50L118 59.3"/>
        <text class="ink-label" x="122" y="63.6" font-size="12">Bluesky</text>
        </g>
        </g>
        "#);
    }
}
