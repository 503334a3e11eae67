//! Stacked bars: the parts of a whole, with a thin gap between them so that they are told apart without
//! colour. Positive parts pile up, negative ones hang down.

use crate::{
    element::Element,
    mark::bar::{Bar, Lay, bar},
    reading::Reading,
    scale::Linear,
    style::Hue,
};

/// Air between two parts.
const GAP: f64 = 1.0;

/// One part, in data units.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    /// How much; a missing part takes no room (the caller says that the whole is partial).
    pub value: Reading,
    /// Colour.
    pub hue: Hue,
    /// Said when pointed at; may be empty.
    pub title: String,
}

/// One bar of parts, the first next to the base.
#[must_use]
pub fn stack(lay: Lay, across: f64, thickness: f64, scale: &Linear, layers: &[Layer]) -> Element {
    let (mut above, mut below) = (0.0, 0.0);
    let mut group = Element::group();
    for layer in layers {
        let Some(value) = layer.value.value().filter(|v| *v != 0.0) else {
            continue;
        };
        let sum = if value > 0.0 { &mut above } else { &mut below };
        let is_first = *sum == 0.0;
        let (from, to) = (scale.position(*sum), scale.position(*sum + value));
        *sum += value;
        let away = if to < from { -GAP } else { GAP };
        // A part thinner than the gap keeps its length: it must not vanish.
        let base = if is_first || (to - from).abs() <= 2.0 * GAP { from } else { from + away };
        group = group.child(bar(&Bar {
            lay,
            across,
            thickness,
            base,
            tip: layer.value.map(|_| to),
            hue: layer.hue,
            title: layer.title.clone(),
        }));
    }
    group
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::sample::bare;

    #[test]
    fn parts_pile_up_both_ways() {
        let part = |value, hue| Layer { value, hue, title: String::new() };
        let scale = Linear::new(-10.0, 10.0).onto(100.0, 0.0);
        let layers = [
            part(Reading::Whole(4.0), Hue::Sea),
            part(Reading::Missing, Hue::Signal),
            part(Reading::Partial(2.0), Hue::Category(1)),
            part(Reading::Whole(-3.0), Hue::Quiet),
        ];
        insta::assert_snapshot!(bare(stack(Lay::Upright, 10.0, 8.0, &scale, &layers)), @r#"
        <defs>
        <pattern id="t-hatch-ink-cat-2" class="ink-cat-2" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="ink-hatch-ground" width="5" height="5"/>
        <rect class="ink-hatch" width="2" height="5"/>
        </pattern>
        </defs>
        <g>
        <rect x="10" y="30" width="8" height="20" class="ink-bar ink-sea"/>
        <rect x="10.5" y="20.5" width="7" height="8" class="ink-partial ink-cat-2" fill="url(#t-hatch-ink-cat-2)"/>
        <rect x="10" y="50" width="8" height="15" class="ink-bar ink-quiet"/>
        </g>
        "#);
    }
}
