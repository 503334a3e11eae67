//! Bars, upright or lying. A partial bar is hatched, a missing one leaves a small cross, and zero is
//! a line on the base: three things a reader must not confuse.

use crate::{
    element::{Element, Pattern, Value},
    path::Path,
    reading::Reading,
    scale::{Band, Linear},
    style::Hue,
};

/// How far the cross of a missing value stands from the base.
const OFF: f64 = 6.0;

/// Which way bars grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lay {
    /// Up or down from a horizontal base.
    Upright,
    /// Right or left from a vertical base.
    Lying,
}

/// One bar, in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Which way it grows.
    pub lay: Lay,
    /// Where it starts across: its left side when upright, its top when lying.
    pub across: f64,
    /// How thick it is.
    pub thickness: f64,
    /// The pixel of the base.
    pub base: f64,
    /// The pixel of the value.
    pub tip: Reading,
    /// Colour.
    pub hue: Hue,
    /// Said when pointed at; may be empty.
    pub title: String,
}

/// A bar.
#[must_use]
pub fn bar(bar: &Bar) -> Element {
    let Some(tip) = bar.tip.value().filter(|_| bar.base.is_finite()) else {
        return missing(bar).title(&bar.title);
    };
    let length = (tip - bar.base).abs();
    if length < 0.05 {
        // Zero is known: it gets a line, so that it does not look like a gap.
        return rect(bar, bar.base - 0.5, 1.0, bar.across, bar.thickness)
            .class(format!("ink-bar {}", bar.hue.class()))
            .title(&bar.title);
    }
    // A value that is not zero shows at least one pixel, on its own side of the base.
    let shown = length.max(1.0);
    let start = if tip < bar.base { bar.base - shown } else { bar.base };
    if bar.tip.is_partial() {
        // The outline lies inside the bar, or it would look larger than a whole one.
        rect(bar, start + 0.5, (shown - 1.0).max(0.2), bar.across + 0.5, (bar.thickness - 1.0).max(0.2))
            .class(format!("ink-partial {}", bar.hue.class()))
            .set("fill", Value::Pattern(Pattern::Hatch(bar.hue)))
            .title(&bar.title)
    } else {
        rect(bar, start, shown, bar.across, bar.thickness)
            .class(format!("ink-bar {}", bar.hue.class()))
            .title(&bar.title)
    }
}

/// Gains above zero and losses below it, slot by slot. Losses are given as positive counts. `title` words
/// what is said when a slot's gain (`true`) or loss (`false`) is pointed at.
#[must_use]
pub fn gains_and_losses(
    band: &Band,
    scale: &Linear,
    rows: &[(Reading, Reading)],
    title: impl Fn(usize, bool) -> String,
) -> Element {
    let base = scale.position(0.0);
    let one = |slot: usize, value: Reading, is_gain: bool| {
        let said = title(slot, is_gain);
        if value.value().is_none() {
            // On its own side of the base, clear of the other bar.
            let away = if is_gain { -OFF } else { OFF };
            return cross(band.centre(slot), base + away).title(&said);
        }
        bar(&Bar {
            lay: Lay::Upright,
            across: band.start(slot),
            thickness: band.width(),
            base,
            tip: value.map(|v| scale.position(if is_gain { v } else { -v })),
            hue: if is_gain { Hue::Gain } else { Hue::Loss },
            title: said,
        })
    };
    Element::group().children(rows.iter().enumerate().flat_map(|(slot, (gain, loss))| {
        let mut bars = vec![one(slot, *gain, true)];
        // A known zero already has its line from the gain; two of them would overlap.
        let both_on_base = gain.value() == Some(0.0) && loss.value() == Some(0.0);
        if !both_on_base {
            bars.push(one(slot, *loss, false));
        }
        bars
    }))
}

/// A rectangle from `start` over `length` along the bar.
fn rect(bar: &Bar, start: f64, length: f64, across: f64, thickness: f64) -> Element {
    let element = Element::new("rect");
    match bar.lay {
        Lay::Upright => element.set("x", across).set("y", start).set("width", thickness).set("height", length),
        Lay::Lying => element.set("x", start).set("y", across).set("width", length).set("height", thickness),
    }
}

/// A small cross just off the base, up or right of it.
fn missing(bar: &Bar) -> Element {
    let base = if bar.base.is_finite() { bar.base } else { 0.0 };
    let middle = bar.across + bar.thickness / 2.0;
    match bar.lay {
        Lay::Upright => cross(middle, base - OFF),
        Lay::Lying => cross(base + OFF, middle),
    }
}

/// The mark of a missing value where a bar would stand.
pub(super) fn cross(x: f64, y: f64) -> Element {
    const REACH: f64 = 2.5;
    let path = Path::new()
        .to(x - REACH, y - REACH)
        .line(x + REACH, y + REACH)
        .to(x - REACH, y + REACH)
        .line(x + REACH, y - REACH);
    Element::new("path").class("ink-absent").set("d", path.d())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::sample::bare;

    fn sample(tip: Reading, lay: Lay) -> String {
        bare(bar(&Bar { lay, across: 10.0, thickness: 8.0, base: 50.0, tip, hue: Hue::Sea, title: String::new() }))
    }

    #[test]
    fn whole_partial_zero_and_missing_look_different() {
        let all = [
            sample(Reading::Whole(20.0), Lay::Upright),
            sample(Reading::Whole(80.0), Lay::Upright),
            sample(Reading::Partial(20.0), Lay::Upright),
            sample(Reading::Whole(50.0), Lay::Upright),
            sample(Reading::Whole(49.8), Lay::Upright),
            sample(Reading::Missing, Lay::Upright),
            sample(Reading::Whole(80.0), Lay::Lying),
        ];
        insta::assert_snapshot!(all.join("\n\n"), @r#"
        <rect x="10" y="20" width="8" height="30" class="ink-bar ink-sea"/>

        <rect x="10" y="50" width="8" height="30" class="ink-bar ink-sea"/>

        <defs>
        <pattern id="t-hatch-ink-sea" class="ink-sea" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="ink-hatch-ground" width="5" height="5"/>
        <rect class="ink-hatch" width="2" height="5"/>
        </pattern>
        </defs>
        <rect x="10.5" y="20.5" width="7" height="29" class="ink-partial ink-sea" fill="url(#t-hatch-ink-sea)"/>

        <rect x="10" y="49.5" width="8" height="1" class="ink-bar ink-sea"/>

        <rect x="10" y="49" width="8" height="1" class="ink-bar ink-sea"/>

        <path class="ink-absent" d="M11.5 41.5L16.5 46.5M11.5 46.5L16.5 41.5"/>

        <rect x="50" y="10" width="30" height="8" class="ink-bar ink-sea"/>
        "#);
    }

    #[test]
    fn losses_hang_below_zero() {
        let band = Band::new(2, 0.0, 20.0, 0.2);
        let scale = Linear::new(-10.0, 10.0).onto(100.0, 0.0);
        let rows = [(Reading::Whole(4.0), Reading::Whole(2.0)), (Reading::Whole(3.0), Reading::Missing)];
        let drawing = bare(gains_and_losses(&band, &scale, &rows, |_, _| String::new()));
        insta::assert_snapshot!(drawing, @r#"
        <g>
        <rect x="1" y="30" width="8" height="20" class="ink-bar ink-gain"/>
        <rect x="1" y="50" width="8" height="10" class="ink-bar ink-loss"/>
        <rect x="11" y="35" width="8" height="15" class="ink-bar ink-gain"/>
        <path class="ink-absent" d="M12.5 53.5L17.5 58.5M12.5 58.5L17.5 53.5"/>
        </g>
        "#);
    }
}
