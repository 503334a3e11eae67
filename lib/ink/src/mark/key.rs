//! A key for what is not a series: partial, missing, the comparison. Series are labelled directly.

use crate::{
    element::{Element, Pattern, Value},
    mark::{Word, bar::cross},
    path::Path,
    style::Hue,
    text::size,
};

/// What an entry of the key shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swatch {
    /// A full square of a hue.
    Full(Hue),
    /// The hatching of partial data.
    Partial(Hue),
    /// The cross of a missing bar.
    Missing,
    /// The dotted box of a missing cell.
    MissingCell,
    /// A line of a hue.
    Line(Hue),
    /// The dotted line of partial data.
    Dotted(Hue),
}

/// Entries on as many rows as `room` needs, and the height they take. The first row's top is at `y`.
#[must_use]
pub fn key(x: f64, y: f64, room: f64, entries: &[(Swatch, &str)]) -> (Element, f64) {
    const ROW: f64 = 20.0;
    let mut group = Element::group();
    let (mut at, mut top) = (x, y);
    for (shown, label) in entries {
        let word = Word::new(*label, size::SMALL).dressed("ink-tick");
        let wide = 18.0 + word.width();
        if at > x && at + wide > x + room {
            at = x;
            top += ROW;
        }
        group = group.child(swatch(*shown, at, top + 4.0)).child(word.centred_on(at + 18.0, top + 10.0));
        at += wide + 18.0;
    }
    let height = if entries.is_empty() { 0.0 } else { top - y + ROW };
    (group, height)
}

fn swatch(shown: Swatch, x: f64, y: f64) -> Element {
    let square = |inset: f64| {
        Element::new("rect")
            .set("x", x + inset)
            .set("y", y + inset)
            .set("width", 12.0 - 2.0 * inset)
            .set("height", 12.0 - 2.0 * inset)
    };
    let stroke = || {
        let path = Path::new().to(x, y + 6.0).line(x + 12.0, y + 6.0);
        Element::new("path").set("d", path.d())
    };
    match shown {
        Swatch::Full(hue) => square(0.0).class(format!("ink-bar {}", hue.class())),
        Swatch::Partial(hue) => {
            square(0.5).class(format!("ink-partial {}", hue.class())).set("fill", Value::Pattern(Pattern::Hatch(hue)))
        }
        Swatch::Missing => cross(x + 6.0, y + 6.0),
        Swatch::MissingCell => square(0.5).class("ink-missing"),
        Swatch::Line(hue) => stroke().class(format!("ink-line {}", hue.class())),
        Swatch::Dotted(hue) => stroke().class(format!("ink-line ink-dashed {}", hue.class())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::sample::bare;

    #[test]
    fn entries_wrap_to_the_room() {
        let entries = [(Swatch::Partial(Hue::Sea), "partiel"), (Swatch::Missing, "manquant")];
        let (one_row, height) = key(0.0, 0.0, 300.0, &entries);
        assert_eq!(height, 20.0);
        insta::assert_snapshot!(bare(one_row), @r#"
        <defs>
        <pattern id="t-hatch-ink-sea" class="ink-sea" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="ink-hatch-ground" width="5" height="5"/>
        <rect class="ink-hatch" width="2" height="5"/>
        </pattern>
        </defs>
        <g>
        <rect x=".5" y="4.5" width="11" height="11" class="ink-partial ink-sea" fill="url(#t-hatch-ink-sea)"/>
        <text class="ink-tick" x="18" y="14.3" font-size="12">partiel</text>
        <path class="ink-absent" d="M75.2 7.5L80.2 12.5M75.2 12.5L80.2 7.5"/>
        <text class="ink-tick" x="89.7" y="14.3" font-size="12">manquant</text>
        </g>
        "#);
        assert_eq!(key(0.0, 0.0, 80.0, &entries).1, 40.0);
        assert_eq!(key(0.0, 0.0, 80.0, &[]).1, 0.0);
    }
}
