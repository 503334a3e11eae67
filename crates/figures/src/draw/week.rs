//! Hours of the week as a heat map: days down, hours across, the shade for the mean.

use super::Plot;
use super::axes::key;
use crate::number::count;
use crate::size::Size;
use crate::subject::Subject;
use crate::week::{Hour, means, shown};
use ink::mark::{self, Anchor, Cell, Shade, Swatch, Word};
use ink::text::{Weight, size as letters, width};
use ink::{Band, Element, Ramp};
use jiff::civil::Weekday;

/// Room of the hours above the cells.
const HOURS: f64 = 20.0;

/// The heat map.
pub fn draw(subject: &Subject<'_>, size: Size) -> Plot {
    let cells = means(subject);
    let narrow = size.width < 480.0;
    let mut days: Vec<Weekday> = cells.iter().map(|cell| cell.weekday).collect();
    days.dedup();
    let day_name = |day: Weekday| if narrow { subject.voice.weekday_short(day) } else { subject.voice.weekday(day) };
    let left = days.iter().map(|day| width(day_name(*day), letters::SMALL, Weight::Regular)).fold(0.0, f64::max) + 10.0;
    let pitch = if narrow { 24.0 } else { 30.0 };
    let bottom = HOURS + count(days.len()) * pitch;
    let across = Band::new(24, left, size.width, 0.0);
    let down = Band::new(days.len(), HOURS, bottom, 0.0);
    let values = || cells.iter().filter_map(|cell| cell.mean.value());
    let high = values().fold(0.0, f64::max);
    let low = values().fold(0.0, f64::min);
    let ramp = Ramp::new(low, high);
    let mut marks = hours(subject, &across, if narrow { 6 } else { 3 });
    for (n, day) in days.iter().enumerate() {
        let word = Word::new(day_name(*day), letters::SMALL).dressed("ink-tick").anchored(Anchor::End);
        marks.push(word.centred_on(left - 8.0, down.centre(n)));
    }
    for cell in &cells {
        let row = days.iter().position(|day| *day == cell.weekday).unwrap_or(0);
        let column = usize::try_from(cell.hour).unwrap_or(0);
        marks.push(mark::cell(&Cell {
            x: across.centre(column) - across.pitch() / 2.0 + 0.5,
            y: down.centre(row) - pitch / 2.0 + 0.5,
            width: across.pitch() - 1.0,
            height: pitch - 1.0,
            shade: shade(&ramp, cell),
            title: said(subject, cell),
        }));
    }
    let (least, most) = (subject.amount(shown(low)), subject.amount(shown(high)));
    marks.push(mark::ramp_key(left, bottom + 14.0, &least, &most).set("data-part", "key"));
    let mut entries = Vec::new();
    if cells.iter().any(|cell| cell.mean.is_partial()) {
        entries.push((Swatch::Partial(ink::Hue::Quiet), subject.say("figure-key-partial")));
    }
    if cells.iter().any(|cell| cell.mean.value().is_none()) {
        entries.push((Swatch::MissingCell, subject.say("figure-key-missing")));
    }
    let (key, more) = key(bottom + 26.0, size, &entries);
    marks.extend(key);
    Plot::of(marks, bottom + 30.0 + more)
}

/// The hours above the cells, each at the beginning of its own.
fn hours(subject: &Subject<'_>, across: &Band, every: i8) -> Vec<Element> {
    let word = |hour: i8| {
        let column = usize::try_from(hour).unwrap_or(0);
        let label = Word::new(subject.voice.hour(hour), letters::SMALL).dressed("ink-tick");
        label.on(across.centre(column) - across.pitch() / 2.0 + 1.0, HOURS - 7.0)
    };
    (0..24).filter(|hour| hour % every == 0).map(word).collect()
}

fn shade(ramp: &Ramp, cell: &Hour) -> Shade {
    match cell.mean.value().and_then(|value| ramp.level(value)) {
        None => Shade::Missing,
        Some(level) if cell.mean.is_partial() => Shade::Partial(level),
        Some(level) => Shade::Level(level),
    }
}

/// « mardi, 18 h : 12,3 en moyenne de 9 heures ».
fn said(subject: &Subject<'_>, cell: &Hour) -> String {
    let day = subject.voice.weekday(cell.weekday);
    let hour = subject.voice.hour(cell.hour);
    let value = subject.reading_text(cell.mean.map(shown));
    let args = [("day", day.into()), ("hour", hour.into()), ("value", value.into()), ("n", cell.known.into())];
    subject.voice.say_with("figure-mean-of", &args)
}
