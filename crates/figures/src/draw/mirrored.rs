//! Gains above the base and losses below it, period by period.

use super::Plot;
use super::axes::{Ground, Room, key, weak_bars};
use super::cut;
use crate::grid::{Grid, Line};
use crate::size::Size;
use crate::subject::Subject;
use crate::value::reading_text;
use ink::mark::{self, Swatch};
use ink::{Band, Hue, Reading, Zero};
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
    let ground = Ground::of(subject, values, Zero::Included, Room { size, above: above + 4.0, right: 8.0 }).unsigned();
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
    for (place, ((up, down), (up_shown, down_shown))) in rows.iter().zip(&shown).enumerate() {
        for (told, drawn, indicator, sign) in
            [(up, up_shown, subject.indicator(), 1.0), (down, down_shown, losses.indicator, -1.0)]
        {
            let Some(length) = drawn.value().filter(|_| told != drawn) else { continue };
            let tip = ground.scale.position(sign * length);
            let value = reading_text(*told, indicator, subject.voice);
            marks.push(cut::mark(&ground.area, band.centre(place), band.width(), tip, sign, value));
        }
    }
    marks.extend(names);
    let all: Vec<Reading> = gained.into_iter().chain(lost).collect();
    let (key, height) = key(size.height, size, &weak_bars(subject, &all, Hue::Quiet));
    marks.extend(key);
    Plot::of(marks, size.height + height)
}
