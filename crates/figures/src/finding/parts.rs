//! Findings about keys: who leads, and with which share of the whole when there is a whole.

use super::{gaps, remarked, single, weakened, weakened_values};
use crate::grid::Sum;
use crate::subject::Subject;
use crate::value::{self, capital};
use ink::Reading;

/// A key with its value.
struct Part<'s> {
    name: &'s str,
    value: f64,
}

/// One value per key.
pub fn ranking(subject: &Subject<'_>) -> String {
    let readings: Vec<(&str, Reading)> =
        subject.grid.lines.iter().map(|line| (line.name.as_str(), line.at(0))).collect();
    let sum = Sum::of(readings.iter().map(|(_, reading)| *reading));
    if let [(name, reading)] = readings.as_slice() {
        let what = reading.value().map_or_else(String::new, |value| single::statement(subject, value));
        return weakened(subject, subject.tell("figure-title-of-key", &[("key", name), ("what", &what)]), &sum);
    }
    let title = leader(subject, &readings, &sum, "");
    if sum.gaps > 0 && sum.known > 0 {
        return remarked(subject, &title, &gaps(subject, sum.gaps, "key"));
    }
    weakened_values(subject, title, sum.partial)
}

/// Several keys over periods: by their sums when periods add up, else by their newest common period.
pub fn over_periods(subject: &Subject<'_>) -> String {
    let grid = &subject.grid;
    if subject.adds_over_periods() && subject.adds_over_keys() {
        let sums: Vec<Sum> = grid.lines.iter().map(|line| subject.total(line)).collect();
        let readings: Vec<(&str, Reading)> =
            grid.lines.iter().zip(&sums).map(|(line, sum)| (line.name.as_str(), sum.reading())).collect();
        let all = Sum::of(readings.iter().map(|(_, reading)| *reading));
        return weakened_values(subject, leader(subject, &readings, &all, &subject.span()), all.partial);
    }
    // Values of different dates are not compared: the newest period that every line tells, else the newest of any.
    let everywhere = |place: usize| grid.lines.iter().all(|line| line.at(place).value().is_some());
    let anywhere = |place: usize| grid.lines.iter().any(|line| line.at(place).value().is_some());
    let places = || (0..grid.periods.len()).rev();
    let Some(place) = places().find(|place| everywhere(*place)).or_else(|| places().find(|place| anywhere(*place)))
    else {
        return String::new();
    };
    let readings: Vec<(&str, Reading)> = grid.lines.iter().map(|line| (line.name.as_str(), line.at(place))).collect();
    let sum = Sum::of(readings.iter().map(|(_, reading)| *reading));
    weakened_values(subject, leader(subject, &readings, &sum, &subject.when(place)), sum.partial || sum.gaps > 0)
}

/// Who leads. `when` says over which stretch, where the picture holds several.
fn leader(subject: &Subject<'_>, readings: &[(&str, Reading)], sum: &Sum, when: &str) -> String {
    let mut parts: Vec<Part<'_>> =
        readings.iter().filter_map(|(name, reading)| Some(Part { name, value: reading.value()? })).collect();
    parts.sort_by(|a, b| b.value.total_cmp(&a.value));
    let said = |key: &str, args: &[(&str, &str)]| {
        let mut args = args.to_vec();
        let name = subject.name();
        args.push(("name", &name));
        let title = subject.tell(key, &args);
        if when.is_empty() { title } else { subject.tell("figure-title-at", &[("title", &title), ("when", when)]) }
    };
    match parts.as_slice() {
        [] => String::new(),
        [only] => {
            let what = subject.phrase(only.value);
            subject.tell("figure-title-of-key", &[("key", only.name), ("what", &what)])
        }
        [first, .., last]
            if first.value == last.value && first.value == 0.0 && !value::is_rate(subject.indicator()) =>
        {
            capital(&said("figure-title-plain", &[("what", &subject.phrase(0.0))]))
        }
        [first, second, ..] if first.value == second.value => {
            let level = parts.iter().filter(|part| part.value == first.value).count();
            let value = subject.amount(first.value);
            if level == 2 {
                said("figure-title-two-lead", &[("a", first.name), ("b", second.name), ("value", &value)])
            } else {
                let args = [("n", level.into()), ("value", value.as_str().into()), ("name", subject.name().into())];
                subject.voice.say_with("figure-title-many-lead", &args)
            }
        }
        [first, .., last] if subject.adds_over_keys() && sum.is_whole() && last.value >= 0.0 => {
            let share = value::share(first.value / sum.value, subject.voice);
            let of = subject.say(&format!("figure-{}.of", subject.indicator().id));
            said("figure-title-share", &[("key", first.name), ("share", &share), ("of", &of)])
        }
        [first, second, ..] => {
            let args = [
                ("key", first.name),
                ("value", &subject.amount(first.value)),
                ("second", second.name),
                ("next", &subject.amount(second.value)),
            ];
            said("figure-title-leads", &args)
        }
    }
}
