//! Several keys over periods, each in a panel of its own on one common scale, the largest first.

use super::Plot;
use super::axes::{Ground, Room, key, said};
use super::course::newest_dot;
use super::top::{Ranked, top};
use crate::number::count;
use crate::shape::PANELS;
use crate::size::Size;
use crate::subject::Subject;
use ink::mark::{self, Anchor, Swatch, Word};
use ink::text::{Weight, size as letters, truncated, width};
use ink::{Element, Hue, Zero};

/// Air between panels.
const AIR: f64 = 20.0;

/// Height of one panel.
const HEIGHT: f64 = 156.0;

/// The panels.
pub fn draw(subject: &Subject<'_>, size: Size) -> Plot {
    let top = top(subject, PANELS);
    let across = if size.width >= 760.0 {
        4
    } else if size.width >= 480.0 {
        3
    } else {
        2
    };
    let wide = (size.width - AIR * (count(across) - 1.0)) / count(across);
    let mut marks = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    for (n, line) in top.lines.iter().enumerate() {
        (x, y) = (count(n % across) * (wide + AIR), count(n / across) * (HEIGHT + AIR));
        marks.push(panel(subject, &top.lines, line, Size { width: wide, height: HEIGHT }).shifted(x, y));
    }
    let height = if x.is_finite() { y + HEIGHT } else { HEIGHT };
    let partial = top.lines.iter().any(|line| line.readings.iter().any(|one| one.is_partial()));
    let entries = partial.then(|| (Swatch::Dotted(Hue::Sea), subject.say("figure-key-partial")));
    let (key, more) = key(height, size, &entries.into_iter().collect::<Vec<_>>());
    marks.extend(key);
    Plot { marks, height: height + more, left_out: top.left_out }
}

fn panel(subject: &Subject<'_>, lines: &[Ranked], line: &Ranked, size: Size) -> Element {
    let all = lines.iter().flat_map(|line| &line.readings).filter_map(|one| one.value());
    let zero = if subject.is_flow() { Zero::Included } else { Zero::Free };
    let ground = Ground::of(subject, all, zero, Room { size, above: 28.0, right: 8.0 });
    let x = ground.places(subject.grid.periods.len());
    let newest = line.readings.iter().rev().find_map(|one| one.value());
    let value = newest.map_or_else(|| subject.say("figure-no-data"), |value| subject.amount(value));
    let room = size.width - width(&value, letters::SMALL, Weight::Strong) - 8.0;
    let name = truncated(&line.name, room, letters::SMALL, Weight::Strong);
    Element::group()
        .child(ground.values())
        .child(ground.calendar(subject, &x))
        .child(mark::line(&ground.points(&line.readings, &x), Hue::Sea))
        .children(newest_dot(&ground, &line.readings, &x, Hue::Sea))
        .child(Word::new(name, letters::SMALL).strong().on(0.0, 12.0))
        .child(Word::new(value, letters::SMALL).dressed("ink-label ink-sea").anchored(Anchor::End).on(size.width, 12.0))
        .child(said(subject, &ground, &[(line.name.clone(), line.readings.clone())], &x))
}
