//! Sparklines as cards hold them.

use ink::{
    Area, Hue, Reading, Svg,
    mark::{Sparkline, Word},
    text::size,
};

use crate::{french, wobble};

/// One of three cards: rising and filled, falling with extremes, broken and partial.
pub fn card(id: &str, n: u16) -> Svg {
    let (name, hue, slope) = match n {
        0 => ("Abonnés", Hue::Sea, 14.0),
        1 => ("Visites", Hue::Sea, -9.0),
        _ => ("Mentions", Hue::Signal, 4.0),
    };
    let values: Vec<Reading> = (0..26u16)
        .map(|i| {
            let v = 600.0 + slope * f64::from(i) + 55.0 * wobble(i + n * 9);
            match (n, i) {
                (2, 9..=11) => Reading::Missing,
                (2, 25) => Reading::Partial(v),
                _ => Reading::Whole(v),
            }
        })
        .collect();
    let last = values.last().and_then(|r| r.value()).unwrap_or(0.0);
    let line = Sparkline::new(values).hue(hue);
    let line = match n {
        0 => line.filled(),
        1 => line.extremes(),
        _ => line,
    };
    let place = Area { left: 4.0, top: 66.0, right: 192.0, bottom: 106.0 };
    Svg::new(id, 197.0, 112.0)
        .title(name)
        .desc("Vingt-six semaines.")
        .add(Word::new(name, size::BODY).dressed("ink-aside").on(0.0, 14.0))
        .add(Word::new(french(last), 28.0).strong().on(0.0, 46.0))
        .add(line.draw(&place))
}
