//! Gains above the base and losses below it, period by period.

use super::Plot;
use super::axes::{Ground, Room, key, weak_bars};
use super::cut::{self, CutBar};
use crate::grid::{Grid, Line};
use crate::size::Size;
use crate::subject::Subject;
use crate::value::reading_text;
use ink::mark::{self, Swatch};
use ink::{Band, Element, Hue, Reading, Zero};
use measure::answer::Series;

/// The bars both ways.
pub fn draw(subject: &Subject<'_>, losses: &Series, size: Size) -> Plot {
    let Some(line) = subject.single_line() else { return Plot::of(Vec::new(), size.height) };
    let gained = line.readings();
    let lost: Vec<Reading> = Grid::of(losses, subject.voice).lines.first().map_or_else(Vec::new, Line::readings);
    let rows: Vec<(Reading, Reading)> =
        gained.iter().copied().zip(lost.iter().copied().chain(std::iter::repeat(Reading::Missing))).collect();
    let limit = cut::limit(rows.iter().flat_map(|(up, down)| [up.value(), down.value()]).flatten());
    let shown: Vec<(Reading, Reading)> =
        rows.iter().map(|(up, down)| (cut::shortened(*up, limit), cut::shortened(*down, limit))).collect();
    let values = shown.iter().flat_map(|(up, down)| [up.value(), down.value().map(|value| -value)]).flatten();
    let (names, above) = {
        let gains = (Swatch::Full(Hue::Gain), subject.name());
        let losses = (Swatch::Full(Hue::Loss), subject.say(&losses.indicator.name_key()));
        key(-8.0, size, &[gains, losses])
    };
    // The value of a bar that is cut may stand above it.
    let above = above + if limit.is_some() { 16.0 } else { 4.0 };
    let ground = Ground::of(subject, values, Zero::Included, Room { size, above, right: 8.0 }).unsigned();
    let air = if rows.len() > 80 { 0.2 } else { 0.28 };
    let band = Band::new(rows.len(), ground.area.left, ground.area.right, air);
    let said = |place: usize, is_gain: bool| {
        let (indicator, reading) = match rows.get(place) {
            Some((gain, _)) if is_gain => (subject.indicator(), *gain),
            Some((_, loss)) => (losses.indicator, *loss),
            None => (subject.indicator(), Reading::Missing),
        };
        let name = [subject.period_text(place), subject.say(&indicator.name_key())].join(" · ");
        let value = reading_text(reading, indicator, subject.voice);
        subject.tell("figure-name-value", &[("name", &name), ("value", &value)])
    };
    let mut marks = vec![ground.values(), ground.calendar(subject, &|place| band.centre(place))];
    marks.push(mark::gains_and_losses(&band, &ground.scale, &shown, said));
    marks.extend(cuts(&ground, &band, &rows, &shown, |reading, is_gain| {
        let indicator = if is_gain { subject.indicator() } else { losses.indicator };
        reading_text(reading, indicator, subject.voice)
    }));
    marks.extend(names);
    let all: Vec<Reading> = gained.into_iter().chain(lost).collect();
    let (key, height) = key(size.height, size, &weak_bars(subject, &all, Hue::Quiet));
    marks.extend(key);
    Plot::of(marks, size.height + height)
}

/// The gap across each bar that dwarfed the others, and its true value beside it.
fn cuts(
    ground: &Ground,
    band: &Band,
    rows: &[(Reading, Reading)],
    shown: &[(Reading, Reading)],
    words: impl Fn(Reading, bool) -> String,
) -> Option<Element> {
    let tip = |length: f64, is_gain: bool| ground.scale.position(if is_gain { length } else { -length });
    let mut cuts = Vec::new();
    for (place, (told, drawn)) in rows.iter().zip(shown).enumerate() {
        for (told, drawn, is_gain) in [(told.0, drawn.0, true), (told.1, drawn.1, false)] {
            let (Some(length), Some(shown)) = (told.value(), drawn.value()) else { continue };
            if told != drawn {
                cuts.push(CutBar {
                    middle: band.centre(place),
                    thickness: band.width(),
                    tip: tip(shown, is_gain),
                    upwards: is_gain,
                    length,
                    value: words(told, is_gain),
                });
            }
        }
    }
    let half = band.width() / 2.0;
    let reach = |from: f64, to: f64, upwards: bool| {
        let near = shown.iter().enumerate().filter(|(place, _)| {
            let x = band.centre(*place);
            x + half > from && x - half < to
        });
        let lengths = near.filter_map(|(_, (up, down))| if upwards { up.value() } else { down.value() });
        lengths.max_by(f64::total_cmp).map(|length| tip(length, upwards))
    };
    (!cuts.is_empty()).then(|| cut::marks(&ground.area, &cuts, reach))
}
