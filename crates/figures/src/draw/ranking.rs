//! One value per key: lying bars, the longest first, each with its name and its value beside it.

use super::axes::key;
use super::top::{Ranked, top};
use super::{Plot, hue};
use crate::number::count;
use crate::size::Size;
use crate::subject::Subject;
use ink::mark::{self, Anchor, Bar, Lay, Swatch, Word};
use ink::text::{Weight, size as letters, truncated, width};
use ink::{Element, Hue, Linear, Path, Reading};

/// Most bars of a ranking.
const MOST: usize = 10;

/// Where things of a row stand.
struct Rows {
    stacked: bool,
    pitch: f64,
    thickness: f64,
    left: f64,
    scale: Linear,
}

impl Rows {
    /// Names stand left of the bars, or above them where the column is narrow.
    fn lay(lines: &[Ranked], texts: &[String], size: Size) -> Self {
        let stacked = size.width < 480.0;
        let widest = |of: &mut dyn Iterator<Item = &str>| {
            of.map(|text| width(text, letters::SMALL, Weight::Strong)).fold(0.0, f64::max)
        };
        let names = widest(&mut lines.iter().map(|line| line.name.as_str()));
        let left = if stacked { 0.0 } else { (names + 12.0).min(size.width * 0.36) };
        let told = widest(&mut texts.iter().map(String::as_str)) + 10.0;
        let values =
            || lines.iter().flat_map(|line| line.readings.iter().chain(&line.before)).filter_map(|one| one.value());
        let (low, high) = values().fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        let from = left + if low < 0.0 { told } else { 0.5 };
        let scale = Linear::new(low, if low < high { high } else { low + 1.0 });
        let scale = scale.onto(from, (size.width - told).max(from + 20.0));
        Self {
            stacked,
            pitch: if stacked { 44.0 } else { 30.0 },
            thickness: if stacked { 14.0 } else { 18.0 },
            left,
            scale,
        }
    }
}

/// The ranking.
pub fn draw(subject: &Subject<'_>, size: Size) -> Plot {
    let top = top(subject, MOST);
    let told = |line: &Ranked| line.readings.first().copied().unwrap_or(Reading::Missing);
    let texts: Vec<String> = top.lines.iter().map(|line| subject.reading_text(told(line))).collect();
    let rows = Rows::lay(&top.lines, &texts, size);
    let height = count(top.lines.len()) * rows.pitch;
    let base = rows.scale.position(0.0).round() + 0.5;
    let mut marks = Vec::new();
    for (n, (line, text)) in top.lines.iter().zip(&texts).enumerate() {
        marks.extend(row(subject, &rows, line, text, count(n) * rows.pitch));
    }
    let spine = if rows.stacked {
        // Names stand between the bars: the base is drawn beside bars only, or it would cross them.
        (0..top.lines.len()).fold(Path::new(), |path, n| {
            let across = count(n) * rows.pitch + 18.0;
            path.to(base, across).line(base, across + rows.thickness + 4.0)
        })
    } else {
        Path::new().to(base, 2.0).line(base, height - 2.0)
    };
    marks.push(Element::new("path").class("ink-base").set("d", spine.d()));
    // What is partial or missing is said beside its own bar; only the comparison needs a key.
    let against = subject.against().map(|against| (Swatch::Line(Hue::Quiet), against.text("label", subject.voice)));
    let entries: Vec<(Swatch, String)> = against.into_iter().collect();
    let (key, more) = key(height, size, &entries);
    marks.extend(key);
    Plot { marks, height: height + more, left_out: top.left_out }
}

fn row(subject: &Subject<'_>, rows: &Rows, line: &Ranked, text: &str, top: f64) -> Vec<Element> {
    let reading = line.readings.first().copied().unwrap_or(Reading::Missing);
    let across = if rows.stacked { top + 20.0 } else { top + (rows.pitch - rows.thickness) / 2.0 };
    let middle = across + rows.thickness / 2.0;
    let base = rows.scale.position(0.0);
    let room = if rows.stacked { rows.scale.position(rows.scale.domain().1) } else { rows.left - 12.0 };
    let name = truncated(&line.name, room, letters::SMALL, Weight::Regular);
    let name = Word::new(name, letters::SMALL).dressed(if line.is_rest { "ink-aside" } else { "ink-word" });
    let name = if rows.stacked {
        name.on(0.0, top + 13.0)
    } else {
        name.anchored(Anchor::End).centred_on(rows.left - 10.0, middle)
    };
    let title = subject.tell("figure-name-value", &[("name", &line.name), ("value", text)]);
    let colour = if line.is_rest { Hue::Quiet } else { hue(subject, reading.value().unwrap_or_default()) };
    let tip = reading.map(|value| rows.scale.position(value));
    let bar = mark::bar(&Bar { lay: Lay::Lying, across, thickness: rows.thickness, base, tip, hue: colour, title });
    let mut marks = vec![name, bar];
    let before = line.before.first().and_then(|before| before.value());
    if let Some(before) = before.map(|value| rows.scale.position(value)) {
        let path = Path::new().to(before, across - 4.0).line(before, across + rows.thickness + 4.0);
        let stroke = Element::new("path").class("ink-line ink-thin").set("d", path.d());
        marks.push(Element::group().class(Hue::Quiet.class()).child(stroke));
    }
    let reach = [tip.value(), before.map(|value| rows.scale.position(value)).filter(|at| *at > base)];
    let right = reach.iter().flatten().copied().fold(base, f64::max);
    let value = match tip.value() {
        Some(tip) if tip < base - 0.05 => word(text).anchored(Anchor::End).centred_on(tip - 6.0, middle),
        Some(_) => word(text).centred_on(right + 6.0, middle),
        None => Word::new(text, letters::SMALL).dressed("ink-aside").centred_on(base + 14.0, middle),
    };
    marks.push(value);
    marks
}

fn word(text: &str) -> Word {
    Word::new(text, letters::SMALL).dressed("ink-word ink-halo").strong()
}
