//! Several keys over periods as lines, each named where it ends.

use super::Plot;
use super::axes::{Ground, Room, key, label_room, said};
use super::course::{label, newest_dot, placed};
use super::top::top;
use crate::shape::LINES;
use crate::size::Size;
use crate::subject::Subject;
use ink::mark::{self, EndLabel, Swatch};
use ink::{Hue, Reading, Zero};

/// The lines.
pub fn draw(subject: &Subject<'_>, size: Size) -> Plot {
    let top = top(subject, LINES);
    let hue = |n: usize, is_rest: bool| if is_rest { Hue::Quiet } else { Hue::Category(u8::try_from(n).unwrap_or(0)) };
    let told: Vec<(String, Vec<Reading>, Hue)> =
        (top.lines.into_iter().enumerate()).map(|(n, line)| (line.name, line.readings, hue(n, line.is_rest))).collect();
    let labels: Vec<EndLabel> =
        told.iter().map(|(name, readings, hue)| label(subject, readings, name.clone(), *hue)).collect();
    let all = told.iter().flat_map(|(_, readings, _)| readings).filter_map(|one| one.value());
    let zero = if subject.is_flow() { Zero::Included } else { Zero::Free };
    let room = Room { size, above: 10.0, right: label_room(&labels, size.width) };
    let ground = Ground::of(subject, all, zero, room);
    let x = ground.places(subject.grid.periods.len());
    let mut marks = vec![ground.values(), ground.calendar(subject, &x)];
    // The first line is the one that matters most: it lies on top.
    for (_, readings, hue) in told.iter().rev() {
        marks.push(mark::line(&ground.points(readings, &x), *hue));
        marks.extend(newest_dot(&ground, readings, &x, *hue));
    }
    let ends: Vec<EndLabel> = labels
        .into_iter()
        .zip(&told)
        .filter_map(|(label, (_, readings, _))| placed(label, &ground, readings, &x))
        .collect();
    marks.push(mark::end_labels(&ground.area, &ends, size.width - ground.area.right));
    let partial = told.iter().any(|(_, readings, _)| readings.iter().any(|one| one.is_partial()));
    let named: Vec<(String, Vec<Reading>)> = told.into_iter().map(|(name, readings, _)| (name, readings)).collect();
    marks.push(said(subject, &ground, &named, &x));
    let entries = partial.then(|| (Swatch::Dotted(Hue::Quiet), subject.say("figure-key-partial")));
    let (key, height) = key(size.height, size, &entries.into_iter().collect::<Vec<_>>());
    marks.extend(key);
    Plot { marks, height: size.height + height, left_out: top.left_out }
}
