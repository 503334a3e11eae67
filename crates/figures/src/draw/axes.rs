//! What plots over periods share: the room of the axes, the axis of values, the calendar below, the thin line of the
//! comparison, what is said when a place is pointed at.

use super::cut;
use crate::number::{count, fitting};
use crate::period::grain;
use crate::size::Size;
use crate::subject::Subject;
use crate::value::tick;
use ink::mark::{self, Hit, Swatch, Tick};
use ink::text::{Weight, size as letters, width};
use ink::{Area, Civil, Element, Hue, Linear, Path, Point, Reading, Ticks, TimeScale, Unit as Turn, Zero};
use jiff::civil::Date;
use measure::answer::PeriodKey;
use measure::indicator::Unit;
use model::Grain;

/// Room under the area: strokes and two lines of labels.
const CALENDAR: f64 = 40.0;

/// Room a label of the calendar wants.
const LABEL: f64 = 52.0;

/// The area of a plot and its scale of values.
pub struct Ground {
    /// Where marks go.
    pub area: Area,
    /// Values to pixels.
    pub scale: Linear,
    ticks: Vec<Tick>,
}

/// The room for a plot.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// The size given.
    pub size: Size,
    /// What stands above the area.
    pub above: f64,
    /// What stands right of it.
    pub right: f64,
}

impl Ground {
    /// Axes for values.
    pub fn of(subject: &Subject<'_>, values: impl Iterator<Item = f64>, zero: Zero, room: Room) -> Self {
        let top = room.above;
        let bottom = (room.size.height - CALENDAR).max(top + 40.0);
        let most = fitting(bottom - top, 36.0, 6).max(3);
        let whole = matches!(subject.indicator().unit, Unit::Count | Unit::People);
        let values: Vec<f64> = values.collect();
        let round = values.iter().copied();
        let round = if whole { Linear::over_counts(round, zero, most) } else { Linear::over(round, zero, most) };
        let (low, high) = trimmed(round.ticks(), &values);
        let scale = Linear::new(low, high).onto(bottom, top);
        let label = |value: f64| tick(value, round.ticks().decimals, subject.indicator(), subject.voice);
        let inside = round.ticks().values.iter().filter(|value| (low..=high).contains(value));
        let ticks: Vec<Tick> =
            inside.map(|value| Tick::new(scale.position(*value), label(*value)).base(*value == 0.0)).collect();
        let left = mark::labels_room(&ticks).min(room.size.width * 0.3);
        let right = (room.size.width - room.right).max(left + 40.0);
        Self { area: Area { left, top, right, bottom }, scale, ticks }
    }

    /// The same with labels without sign, for plots whose direction says what is below zero.
    pub fn unsigned(mut self) -> Self {
        for tick in &mut self.ticks {
            tick.label = tick.label.trim_start_matches('\u{2212}').to_owned();
        }
        self
    }

    /// The grid with its labels.
    pub fn values(&self) -> Element {
        mark::values(&self.area, &self.ticks)
    }

    /// The calendar under the area, `x` being the middle of each period.
    pub fn calendar(&self, subject: &Subject<'_>, x: &impl Fn(usize) -> f64) -> Element {
        let ticks = calendar(subject, self.area.width(), x);
        mark::dates(&self.area, &ticks, (0.0, self.area.right + LABEL / 2.0))
    }

    /// The points of a line.
    pub fn points(&self, readings: &[Reading], x: &impl Fn(usize) -> f64) -> Vec<Point> {
        let point =
            |(place, value): (usize, &Reading)| Point::new(x(place), value.map(|value| self.scale.position(value)));
        readings.iter().enumerate().map(point).collect()
    }

    /// Where the places of a line stand: from side to side.
    pub fn places(&self, n: usize) -> impl Fn(usize) -> f64 + use<> {
        let (from, to) = (self.area.left + 4.0, self.area.right - 4.0);
        move |place| if n < 2 { f64::midpoint(from, to) } else { from + (to - from) * count(place) / count(n - 1) }
    }
}

/// The domain to draw: from tick to tick where values come near the outermost ticks, else no further than the values,
/// so that half of a plot is not spent on a round number nothing reaches. Zero stays where it was an end.
fn trimmed(ticks: &Ticks, values: &[f64]) -> (f64, f64) {
    /// How far from a tick a value may end, as a share of the step, for the plot to go on to the tick.
    const NEAR: f64 = 0.35;
    let (first, last) = (ticks.first(), ticks.last());
    let low = values.iter().copied().fold(f64::INFINITY, f64::min).min(last);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max).max(first);
    let low = if first == 0.0 || low - first <= NEAR * ticks.step { first } else { low };
    let high = if last == 0.0 || last - high <= NEAR * ticks.step { last } else { high };
    let left = ticks.values.iter().filter(|value| (low..=high).contains(*value)).count();
    if left < 2 { (first, last) } else { (low, high) }
}

/// The ticks of the calendar: each period when there is room, else where a larger unit begins.
fn calendar<'a>(subject: &Subject<'a>, length: f64, x: &impl Fn(usize) -> f64) -> Vec<Tick> {
    let periods = &subject.grid.periods;
    let fits = fitting(length, LABEL, 16).max(2);
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Vec::new() };
    let own = grain(first);
    if periods.len() <= fits || own == Grain::Year {
        let mut before: Option<&'a PeriodKey> = None;
        let tick = |(place, period): (usize, &'a PeriodKey)| {
            let turn = before.is_none_or(|before| turned(own, before.from, period.from));
            let first = before.is_none_or(|before| before.from.year() != period.from.year());
            before = Some(period);
            let under = if turn { context(subject, own, period.from, first) } else { String::new() };
            Tick::new(x(place), each(subject, own, period)).under(under)
        };
        return periods.iter().copied().enumerate().map(tick).collect();
    }
    let (Some(from), Some(to)) = (civil(first), civil(last)) else { return Vec::new() };
    let mut year = None;
    let ticks = TimeScale::new(from, to).ticks(fits).into_iter().filter(|tick| tick.unit >= least(own));
    let placed = ticks.filter_map(|tick| {
        let at = date(tick.at)?;
        let hour = i8::try_from(tick.at.hour()).ok()?;
        let inside = |period: &&PeriodKey| match period.hour {
            Some((own, _)) => period.from == at && own == hour,
            None => period.from <= at && at < period.to,
        };
        let place = periods.iter().position(inside)?;
        let label = match tick.unit {
            Turn::Hour => subject.voice.hour(hour),
            Turn::Day | Turn::Week => at.day().to_string(),
            Turn::Month | Turn::Quarter => subject.voice.month_name_short(at.month()).to_owned(),
            Turn::Year => at.year().to_string(),
        };
        let under = tick.turn.map_or_else(String::new, |turn| {
            let new_year = year.replace(at.year()) != Some(at.year());
            match turn {
                Turn::Day => subject.voice.day(at),
                Turn::Month if !new_year => subject.voice.month_name_short(at.month()).to_owned(),
                Turn::Month => subject.voice.month_short(at),
                Turn::Year if matches!(tick.unit, Turn::Day | Turn::Week) => subject.voice.month_short(at),
                _ => at.year().to_string(),
            }
        });
        Some(Tick::new(x(place), label).under(under))
    });
    placed.collect()
}

/// The smallest unit a tick may begin among periods of a grain.
const fn least(grain: Grain) -> Turn {
    match grain {
        Grain::Hour => Turn::Hour,
        Grain::Day => Turn::Day,
        Grain::Week => Turn::Week,
        Grain::Month => Turn::Month,
        Grain::Quarter => Turn::Quarter,
        Grain::Year => Turn::Year,
    }
}

/// The label of one period among few.
fn each(subject: &Subject<'_>, grain: Grain, period: &PeriodKey) -> String {
    let from = period.from;
    match grain {
        Grain::Hour => subject.voice.hour(period.hour.map_or(0, |(hour, _)| hour)),
        Grain::Day => from.day().to_string(),
        Grain::Week => subject.voice.week(from),
        Grain::Month => subject.voice.month_name_short(from.month()).to_owned(),
        // The year stands below.
        Grain::Quarter => {
            subject.voice.quarter(from).split([' ', '\u{a0}', '\u{202f}']).next().unwrap_or_default().to_owned()
        }
        Grain::Year => from.year().to_string(),
    }
}

/// Whether the unit named below changes between two periods.
fn turned(grain: Grain, before: Date, now: Date) -> bool {
    match grain {
        Grain::Hour => before != now,
        Grain::Day => (before.year(), before.month()) != (now.year(), now.month()),
        _ => before.year() != now.year(),
    }
}

/// The unit named below a label.
fn context(subject: &Subject<'_>, grain: Grain, from: Date, new_year: bool) -> String {
    match grain {
        Grain::Hour => subject.voice.day(from),
        Grain::Day if new_year => subject.voice.month_short(from),
        Grain::Day => subject.voice.month_name_short(from.month()).to_owned(),
        Grain::Week => from.iso_week_date().year().to_string(),
        Grain::Month | Grain::Quarter => from.year().to_string(),
        Grain::Year => String::new(),
    }
}

fn civil(period: &PeriodKey) -> Option<Civil> {
    let from = period.from;
    let day = Civil::day(from.year().into(), u8::try_from(from.month()).ok()?, u8::try_from(from.day()).ok()?).ok()?;
    day.at(u8::try_from(period.hour.map_or(0, |(hour, _)| hour)).ok()?, 0).ok()
}

fn date(at: Civil) -> Option<Date> {
    let month = i8::try_from(at.month()).ok()?;
    Date::new(i16::try_from(at.year()).ok()?, month, i8::try_from(at.day_of_month()).ok()?).ok()
}

/// The thin grey line of the stretch compared with; it breaks where nothing is known, and is cut where it leaves the
/// heights given.
pub fn comparison(points: &[Point], heights: Option<(f64, f64)>) -> Element {
    let mut path = Path::new();
    let mut group = Element::group();
    for run in points.split(|point| point.y.value().is_none()) {
        let spots: Vec<(f64, f64)> = run.iter().filter_map(|point| Some((point.x, point.y.value()?))).collect();
        let shown = heights.map_or_else(|| vec![spots.clone()], |heights| cut::between(&spots, heights));
        for spots in shown {
            let mut spots = spots.iter().copied();
            let Some((x, y)) = spots.next() else { continue };
            path = path.to(x, y);
            if spots.len() == 0 {
                path = path.line(x + 2.0, y);
            }
            for (x, y) in spots {
                path = path.line(x, y);
            }
        }
    }
    if !path.is_empty() {
        // A rim in the colour of the ground keeps it legible where it crosses bars.
        let d = path.d();
        let stroke = || Element::new("path").set("fill", "none").set("d", d.as_str());
        let rim = stroke().class("ink-paper").set("stroke", "currentColor").set("stroke-width", 4.0);
        let line = stroke().class(format!("ink-line ink-thin {}", Hue::Quiet.class()));
        group = group.child(rim).child(line);
    }
    group
}

/// What is said at each place: the period, then each line with its value.
pub fn said(
    subject: &Subject<'_>,
    ground: &Ground,
    named: &[(String, Vec<Reading>)],
    x: &impl Fn(usize) -> f64,
) -> Element {
    let places = (0..subject.grid.periods.len()).map(|place| {
        let mut lines = vec![subject.period_text(place)];
        lines.extend(named.iter().map(|(name, readings)| {
            let value = subject.reading_text(readings.get(place).copied().unwrap_or(Reading::Missing));
            if name.is_empty() {
                value
            } else {
                subject.tell("figure-name-value", &[("name", name), ("value", &value)])
            }
        }));
        Hit { x: x(place), title: lines.join("\n") }
    });
    mark::hits(&ground.area, &places.collect::<Vec<_>>())
}

/// What a mark of one place says: « 12 mars 2026 : 85 ».
pub fn point(subject: &Subject<'_>, place: usize, reading: Reading) -> String {
    let value = subject.reading_text(reading);
    subject.tell("figure-name-value", &[("name", &subject.period_text(place)), ("value", &value)])
}

/// Rows of the key under a plot, and the height they take.
pub fn key(top: f64, room: Size, entries: &[(Swatch, String)]) -> (Option<Element>, f64) {
    if entries.is_empty() {
        return (None, 0.0);
    }
    let entries: Vec<(Swatch, &str)> = entries.iter().map(|(swatch, label)| (*swatch, label.as_str())).collect();
    let (element, height) = mark::key(0.0, top + 10.0, room.width, &entries);
    // Named so that a reader of the source tells the key from the data.
    (Some(element.set("data-part", "key")), height + 10.0)
}

/// The key's entries for the marks of partial and missing bars, when they occur.
pub fn weak_bars(subject: &Subject<'_>, readings: &[Reading], hue: Hue) -> Vec<(Swatch, String)> {
    let mut entries = Vec::new();
    if readings.iter().any(|reading| reading.is_partial()) {
        entries.push((Swatch::Partial(hue), subject.say("figure-key-partial")));
    }
    if readings.iter().any(|reading| reading.value().is_none()) {
        entries.push((Swatch::Missing, subject.say("figure-key-missing")));
    }
    entries
}

/// Room for labels at the right of lines: as much as they need, within bounds.
pub fn label_room(labels: &[mark::EndLabel], width_of_all: f64) -> f64 {
    let need = |label: &mark::EndLabel| {
        let space = if label.name.is_empty() || label.value.is_empty() { 0.0 } else { 4.0 };
        width(&label.name, letters::SMALL, Weight::Regular)
            + width(&label.value, letters::SMALL, Weight::Strong)
            + space
    };
    (labels.iter().map(need).fold(0.0, f64::max) + 26.0).min(width_of_all * 0.38)
}
