//! A quantity per period: bars from zero, or a surface when bars would be thinner than a reader can see.

use super::axes::{Ground, Room, comparison, key, point, said, weak_bars};
use super::cut::CutBar;
use super::{Plot, cut, hue};
use crate::finding::lowest_and_highest;
use crate::number::count;
use crate::size::Size;
use crate::subject::Subject;
use ink::mark::{self, Anchor, Bar, Lay, Swatch, Word};
use ink::text::{Weight, size as letters, width};
use ink::{Band, Element, Hue, Reading, Zero};

/// The thinnest slot of a bar, air included.
const THINNEST: f64 = 3.0;

/// The thickest bar: beyond, few bars look like walls.
const THICKEST: f64 = 64.0;

/// The bars or the surface.
pub fn draw(subject: &Subject<'_>, size: Size) -> Plot {
    let Some(line) = subject.single_line() else { return Plot::of(Vec::new(), size.height) };
    let readings = line.readings();
    let before = subject.against().map(|against| (against.text("label", subject.voice), line.before()));
    let all = || readings.iter().chain(before.iter().flat_map(|(_, before)| before)).filter_map(|one| one.value());
    let limit = cut::limit(all());
    let shown: Vec<Reading> = readings.iter().map(|one| cut::shortened(*one, limit)).collect();
    let lengths = all().map(|value| limit.map_or(value, |limit| value.clamp(-limit, limit)));
    let ground = Ground::of(subject, lengths, Zero::Included, Room { size, above: 22.0, right: 8.0 });
    let band =
        Band::new(readings.len(), ground.area.left, ground.area.right, if readings.len() > 80 { 0.2 } else { 0.28 });
    let x = |place: usize| band.centre(place);
    let as_bars = band.pitch() >= THINNEST;
    let mut marks = vec![ground.values(), ground.calendar(subject, &x)];
    let main = hue(subject, 0.0);
    if as_bars {
        marks.extend(bars(subject, &ground, &band, &readings, &shown));
    } else {
        let points = ground.points(&shown, &x);
        marks.push(mark::area(&points, ground.scale.position(0.0), main));
        marks.push(mark::line(&points, main));
    }
    let mut entries = if as_bars { weak_bars(subject, &readings, main) } else { dotted(subject, &readings, main) };
    let mut told = vec![(String::new(), readings.clone())];
    if let Some((name, before)) = before {
        let heights = limit.map(|limit| (ground.scale.position(limit), ground.scale.position(-limit)));
        marks.push(comparison(&ground.points(&before, &x), heights));
        entries.insert(0, (Swatch::Line(Hue::Quiet), name.clone()));
        told.push((name, before));
    }
    marks.extend(cuts(subject, &ground, &band, &readings, &shown));
    marks.extend(labels(subject, &ground, &band, &readings, &shown, told.len() > 1));
    if !as_bars || told.len() > 1 {
        marks.push(said(subject, &ground, &told, &x));
    }
    let (key, height) = key(size.height, size, &entries);
    marks.extend(key);
    Plot::of(marks, size.height + height)
}

fn dotted(subject: &Subject<'_>, readings: &[Reading], hue: Hue) -> Vec<(Swatch, String)> {
    let partial = readings.iter().any(|one| one.is_partial());
    partial.then(|| (Swatch::Dotted(hue), subject.say("figure-key-partial"))).into_iter().collect()
}

fn bars(subject: &Subject<'_>, ground: &Ground, band: &Band, readings: &[Reading], shown: &[Reading]) -> Vec<Element> {
    let thickness = band.width().min(THICKEST);
    let bar = |(place, (reading, shown)): (usize, (&Reading, &Reading))| {
        mark::bar(&Bar {
            lay: Lay::Upright,
            across: band.centre(place) - thickness / 2.0,
            thickness,
            base: ground.scale.position(0.0),
            tip: shown.map(|value| ground.scale.position(value)),
            hue: hue(subject, reading.value().unwrap_or_default()),
            title: point(subject, place, *reading),
        })
    };
    readings.iter().zip(shown).enumerate().map(bar).collect()
}

/// The gap across each bar that dwarfed the others, and its true value beside it.
fn cuts(
    subject: &Subject<'_>,
    ground: &Ground,
    band: &Band,
    readings: &[Reading],
    shown: &[Reading],
) -> Option<Element> {
    let tip = |value: f64| ground.scale.position(value);
    let cut = |(place, (reading, shown)): (usize, (&Reading, &Reading))| {
        let length = shown.value().filter(|_| reading != shown)?;
        Some(CutBar {
            middle: band.centre(place),
            thickness: band.width().clamp(THINNEST, THICKEST),
            tip: tip(length),
            upwards: length > 0.0,
            length: reading.value()?.abs(),
            value: subject.reading_text(*reading),
        })
    };
    let cuts: Vec<CutBar> = readings.iter().zip(shown).enumerate().filter_map(cut).collect();
    let tips: Vec<(f64, f64)> =
        shown.iter().enumerate().filter_map(|(place, one)| Some((band.centre(place), one.value()?))).collect();
    let half = band.width() / 2.0;
    let reach = |from: f64, to: f64, upwards: bool| {
        let near = tips.iter().filter(|(x, value)| x + half > from && x - half < to && (*value > 0.0) == upwards);
        let longest = near.map(|(_, value)| *value).max_by(|one, other| one.abs().total_cmp(&other.abs()));
        longest.map(tip)
    };
    (!cuts.is_empty()).then(|| cut::marks(&ground.area, &cuts, reach))
}

/// The exact values: on every bar when each has the room, else on the highest alone. Bars that are cut have theirs.
fn labels(
    subject: &Subject<'_>,
    ground: &Ground,
    band: &Band,
    readings: &[Reading],
    shown: &[Reading],
    crossed: bool,
) -> Vec<Element> {
    let whole = readings.iter().zip(shown).map(|(reading, shown)| reading.value().filter(|_| reading == shown));
    let known: Vec<(usize, f64)> = whole.enumerate().filter_map(|(place, value)| Some((place, value?))).collect();
    let text = |value: f64| subject.amount(value);
    let wide = |value: f64| width(&text(value), letters::SMALL, Weight::Strong);
    let all_fit = !crossed && known.iter().all(|(_, value)| wide(*value) + 8.0 <= band.pitch());
    let highest = subject.single_line().and_then(lowest_and_highest).map(|(_, high)| high);
    // Where the highest is cut, its value already stands beside it.
    let highest = highest.filter(|high| high.1 > 0.0 && known.contains(high));
    let shown: Vec<(usize, f64)> = if all_fit { known } else { highest.into_iter().collect() };
    let label = |(place, value): (usize, f64)| {
        let half = wide(value) / 2.0;
        let x = band.centre(place).min(ground.area.right + 8.0 - half).max(ground.area.left + half);
        let tip = ground.scale.position(value);
        let y = if value < 0.0 { tip + 14.0 } else { tip - 6.0 };
        Word::new(text(value), letters::SMALL).dressed("ink-word ink-halo").strong().anchored(Anchor::Middle).on(x, y)
    };
    shown.into_iter().map(label).collect()
}

/// Whether so many slots can be bars in a width.
pub fn holds_bars(slots: usize, width: f64) -> bool {
    width / count(slots.max(1)) >= THINNEST
}
