//! Parts of a whole over periods: piled bars, the largest part on the base, each part named beside the newest bar.

use super::Plot;
use super::axes::{Ground, Room, key, label_room, said};
use super::flow::holds_bars;
use super::lines;
use super::top::{Ranked, top};
use crate::grid::Sum;
use crate::shape::LINES;
use crate::size::Size;
use crate::subject::Subject;
use ink::mark::{self, EndLabel, Lay, Layer, Swatch};
use ink::{Band, Hue, Reading, Zero};

/// The piles; lines where bars would be too thin to see their parts.
pub fn draw(subject: &Subject<'_>, size: Size) -> Plot {
    let periods = subject.grid.periods.len();
    if !holds_bars(periods, size.width * 0.6) {
        return lines::draw(subject, size);
    }
    let top = top(subject, LINES);
    let parts: Vec<(Ranked, Hue)> = top
        .lines
        .into_iter()
        .enumerate()
        .map(|(n, line)| {
            let hue = shade(n, &line);
            (line, hue)
        })
        .collect();
    let totals: Vec<Sum> = (0..periods)
        .map(|place| {
            Sum::of(parts.iter().map(|(line, _)| line.readings.get(place).copied().unwrap_or(Reading::Missing)))
        })
        .collect();
    let labels: Vec<EndLabel> = parts
        .iter()
        .map(|(line, hue)| EndLabel { x: 0.0, y: 0.0, name: line.name.clone(), value: String::new(), hue: *hue })
        .collect();
    let room = Room { size, above: 10.0, right: label_room(&labels, size.width) };
    let ground = Ground::of(subject, totals.iter().map(|sum| sum.value), Zero::Included, room);
    let band = Band::new(periods, ground.area.left, ground.area.right, 0.24);
    let thickness = band.width().min(64.0);
    let mut marks = vec![ground.values(), ground.calendar(subject, &|place| band.centre(place))];
    for place in 0..periods {
        let layers: Vec<Layer> = parts
            .iter()
            .map(|(line, hue)| {
                let value = line.readings.get(place).copied().unwrap_or(Reading::Missing);
                Layer { value, hue: *hue, title: String::new() }
            })
            .collect();
        let across = band.centre(place) - thickness / 2.0;
        marks.push(mark::stack(Lay::Upright, across, thickness, &ground.scale, &layers));
    }
    let last = totals.iter().rposition(|sum| sum.value > 0.0).unwrap_or(0);
    let ends = placed(labels, &parts, &ground, last, band.centre(last) + thickness / 2.0);
    marks.push(mark::end_labels(&ground.area, &ends, size.width - ground.area.right));
    let mut told: Vec<(String, Vec<Reading>)> =
        parts.iter().rev().map(|(line, _)| (line.name.clone(), line.readings.clone())).collect();
    told.push((subject.say("figure-total"), totals.iter().map(Sum::reading).collect()));
    let partial = told.iter().any(|(_, readings)| readings.iter().any(|one| one.is_partial()));
    marks.push(said(subject, &ground, &told, &|place| band.centre(place)));
    let entries = partial.then(|| (Swatch::Partial(Hue::Quiet), subject.say("figure-key-partial")));
    let (key, height) = key(size.height, size, &entries.into_iter().collect::<Vec<_>>());
    marks.extend(key);
    Plot { marks, height: size.height + height, left_out: top.left_out }
}

fn shade(n: usize, line: &Ranked) -> Hue {
    if line.is_rest { Hue::Quiet } else { Hue::Category(u8::try_from(n).unwrap_or(0)) }
}

/// Each name at the middle of its part in one bar.
fn placed(labels: Vec<EndLabel>, parts: &[(Ranked, Hue)], ground: &Ground, place: usize, x: f64) -> Vec<EndLabel> {
    let mut below = 0.0;
    let at = |(label, (line, _)): (EndLabel, &(Ranked, Hue))| {
        let value = line.readings.get(place).and_then(|reading| reading.value()).unwrap_or_default();
        let y = ground.scale.position(below + value / 2.0);
        below += value;
        EndLabel { x, y, ..label }
    };
    labels.into_iter().zip(parts).map(at).collect()
}
