//! A level or a rate over periods: one line, its newest value beside it, the stretch compared with in thin grey.

use super::axes::{Ground, Room, comparison, key, label_room, said};
use super::{Plot, hue};
use crate::size::Size;
use crate::subject::Subject;
use ink::mark::{self, Dot, EndLabel, Swatch};
use ink::{Hue, Reading, Zero};

/// The line.
pub fn draw(subject: &Subject<'_>, size: Size) -> Plot {
    let Some(line) = subject.single_line() else { return Plot::of(Vec::new(), size.height) };
    let readings = line.readings();
    let hue = hue(subject, 0.0);
    let before = subject.against().map(|against| (against.text("label", subject.voice), line.before()));
    let mut labels = vec![label(subject, &readings, String::new(), hue)];
    if let Some((name, before)) = &before {
        labels.push(EndLabel { value: String::new(), ..label(subject, before, name.clone(), Hue::Quiet) });
    }
    let all = readings.iter().chain(before.iter().flat_map(|(_, before)| before)).filter_map(|one| one.value());
    let room = Room { size, above: 10.0, right: label_room(&labels, size.width) };
    let ground = Ground::of(subject, all, Zero::Free, room);
    let x = ground.places(readings.len());
    let mut marks = vec![ground.values(), ground.calendar(subject, &x)];
    let mut told = vec![(String::new(), readings.clone())];
    if let Some((name, before)) = before {
        marks.push(comparison(&ground.points(&before, &x), None));
        told.push((name, before));
    }
    marks.push(mark::line(&ground.points(&readings, &x), hue));
    marks.extend(newest_dot(&ground, &readings, &x, hue));
    let placed: Vec<EndLabel> = labels
        .into_iter()
        .zip(&told)
        .filter_map(|(label, (_, readings))| placed(label, &ground, readings, &x))
        .collect();
    marks.push(mark::end_labels(&ground.area, &placed, size.width - ground.area.right));
    marks.push(said(subject, &ground, &told, &x));
    let partial = readings.iter().any(|one| one.is_partial());
    let entries = partial.then(|| (Swatch::Dotted(hue), subject.say("figure-key-partial")));
    let (key, height) = key(size.height, size, &entries.into_iter().collect::<Vec<_>>());
    marks.extend(key);
    Plot::of(marks, size.height + height)
}

/// A label with the newest value, not yet placed.
pub fn label(subject: &Subject<'_>, readings: &[Reading], name: String, hue: Hue) -> EndLabel {
    let newest = readings.iter().rev().find_map(|one| one.value());
    let value = newest.map_or_else(String::new, |value| subject.amount(value));
    EndLabel { x: 0.0, y: 0.0, name, value, hue }
}

/// A label where its line ends; none for a line of which nothing is known.
pub fn placed(label: EndLabel, ground: &Ground, readings: &[Reading], x: &impl Fn(usize) -> f64) -> Option<EndLabel> {
    let points = ground.points(readings, x);
    let end = points.iter().rev().find_map(|point| Some((point.x, point.y.value()?)))?;
    Some(EndLabel { x: end.0, y: end.1, ..label })
}

/// A dot on the newest known value.
pub fn newest_dot(ground: &Ground, readings: &[Reading], x: &impl Fn(usize) -> f64, hue: Hue) -> Option<ink::Element> {
    let points = ground.points(readings, x);
    let newest = points.iter().rev().find(|point| point.y.value().is_some())?;
    let dot = Dot {
        x: newest.x,
        y: newest.y.value()?,
        radius: 4.0,
        hue,
        hollow: newest.y.is_partial(),
        title: String::new(),
    };
    Some(mark::dot(&dot))
}
