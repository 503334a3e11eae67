//! Findings over periods: where a level went, what a quantity made in all and when it was highest, at which hour.

use super::{net, rate_difference, single, versus, weakened, weakened_values};
use crate::grid::{Grid, Line, Sum};
use crate::subject::Subject;
use crate::value::{self, capital};
use crate::week;
use measure::answer::Series;

/// Known values with their places.
fn known(line: &Line<'_>) -> Vec<(usize, f64)> {
    line.readings().into_iter().enumerate().filter_map(|(place, value)| Some((place, value.value()?))).collect()
}

/// The places of the lowest and of the highest value, the first of equals.
pub fn lowest_and_highest(line: &Line<'_>) -> Option<((usize, f64), (usize, f64))> {
    let values = known(line);
    let first = *values.first()?;
    let low = values.iter().copied().fold(first, |low, one| if one.1 < low.1 { one } else { low });
    let high = values.iter().copied().fold(first, |high, one| if one.1 > high.1 { one } else { high });
    Some((low, high))
}

/// The place that no other equals.
fn peak(line: &Line<'_>) -> Option<(usize, f64)> {
    let (_, (place, top)) = lowest_and_highest(line)?;
    (known(line).iter().filter(|(_, value)| *value == top).count() == 1).then_some((place, top))
}

/// A level or a rate: where it went, or when it was highest.
pub fn title(subject: &Subject<'_>) -> String {
    let Some(line) = subject.single_line() else { return String::new() };
    weakened_values(subject, trend(subject, line), subject.total(line).partial)
}

/// The same for one line, without remarks.
pub fn trend(subject: &Subject<'_>, line: &Line<'_>) -> String {
    let values = known(line);
    let (Some((start, from)), Some((end, to))) = (values.first().copied(), values.last().copied()) else {
        return String::new();
    };
    let name = subject.name();
    if start == end {
        let what = subject.phrase(from);
        return capital(&subject.tell("figure-title-once", &[("what", &what), ("when", &subject.when(start))]));
    }
    let Some(((_, low), (top, high))) = lowest_and_highest(line) else { return String::new() };
    if subject.indicator().id == "growth_rate"
        && let Some((place, rate)) = peak(line).filter(|(_, rate)| *rate > 0.0)
    {
        let rate = subject.amount(rate);
        let args = [("value", rate.trim_start_matches('+')), ("when", &subject.when(place))];
        return subject.tell("figure-title-fastest", &args);
    }
    if low == high {
        return subject.tell(
            "figure-title-steady",
            &[("name", &name), ("value", &subject.amount(low)), ("span", &subject.over())],
        );
    }
    // Half of the movement must remain at the end: else the way there says more than where it led.
    if (to - from).abs() * 2.0 >= high - low {
        let key = if to > from { "figure-title-rose" } else { "figure-title-fell" };
        let args = [
            ("name", name.as_str()),
            ("from", &subject.amount(from)),
            ("to", &subject.amount(to)),
            ("change", &change(subject, from, to)),
            ("start", &subject.end_point(start)),
            ("end", &subject.end_point(end)),
        ];
        subject.tell(key, &args)
    } else {
        let args = [("name", name.as_str()), ("value", &subject.amount(high)), ("when", &subject.when(top))];
        subject.tell("figure-title-peak", &args)
    }
}

/// From one value to another, with its sign: « +3,2 % », « −1,1 pt », "+0.4".
fn change(subject: &Subject<'_>, from: f64, to: f64) -> String {
    let sign = if to > from { "+" } else { "\u{2212}" };
    let size = if value::is_rate(subject.indicator()) {
        rate_difference(subject, to - from)
    } else if from > 0.0 && to >= 0.0 {
        value::relative(to / from - 1.0, subject.voice)
    } else {
        subject.amount((to - from).abs()).trim_start_matches('+').to_owned()
    };
    format!("{sign}{size}")
}

/// A quantity: what it made in all; beside it the comparison, or the period that stands out.
pub fn flow(subject: &Subject<'_>) -> String {
    let Some(line) = subject.single_line() else { return String::new() };
    let sum = subject.total(line);
    if !subject.adds_over_periods() {
        return weakened_values(subject, highest(subject, line), sum.partial);
    }
    if subject.indicator().id == "net_growth" {
        return weakened(subject, net(subject, sum.value), &sum);
    }
    let title = single::statement(subject, sum.value);
    let before = Sum::of(line.before());
    if let Some(against) = subject.against().filter(|_| sum.is_whole() && before.is_whole())
        && let Some(versus) = versus(subject, sum.value, before.value, against)
    {
        return subject.tell("figure-title-versus", &[("title", &title), ("versus", &versus)]);
    }
    let stands_out = peak(line).filter(|(_, top)| *top > 0.0 && *top < sum.value && sum.known > 2);
    let title = match stands_out {
        Some((place, top)) => {
            let when = subject.when(place);
            subject
                .tell("figure-title-of-which", &[("title", &title), ("value", &subject.amount(top)), ("when", &when)])
        }
        None => title,
    };
    weakened(subject, title, &sum)
}

/// What cannot be added up: only its highest period.
fn highest(subject: &Subject<'_>, line: &Line<'_>) -> String {
    match peak(line) {
        Some((place, top)) => {
            let args = [("name", subject.name()), ("value", subject.amount(top)), ("when", subject.when(place))];
            let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
            subject.tell("figure-title-peak", &args)
        }
        None => trend(subject, line),
    }
}

/// Gains beside losses.
pub fn mirrored(subject: &Subject<'_>, losses: &Series) -> String {
    let Some(line) = subject.single_line() else { return String::new() };
    let gained = subject.total(line);
    let down = Grid::of(losses, subject.voice);
    let lost = Sum::of(down.lines.iter().flat_map(Line::readings));
    let both = Sum { value: 0.0, known: 1, gaps: gained.gaps.max(lost.gaps), partial: gained.partial || lost.partial };
    let title = if both.is_whole() {
        net(subject, gained.value - lost.value)
    } else {
        let gains = subject.phrase(gained.value);
        let losses = value::counted(lost.value, losses.indicator, subject.voice);
        let args = [("gains", gains.as_str()), ("losses", &losses), ("span", &subject.span())];
        capital(&subject.tell("figure-title-both", &args))
    };
    weakened(subject, title, &both)
}

/// The hour of the week that stands out on average.
pub fn week(subject: &Subject<'_>) -> String {
    let Some(line) = subject.single_line() else { return String::new() };
    let sum = subject.total(line);
    let cells = week::means(subject);
    let values = || cells.iter().filter_map(|cell| Some((cell, cell.mean.value()?)));
    let top = values().map(|(_, value)| value).fold(f64::NEG_INFINITY, f64::max);
    let mut highest = values().filter(|(_, value)| *value == top);
    let title = match (highest.next(), highest.next()) {
        (Some((cell, mean)), None) if mean > 0.0 => {
            let day = subject.voice.weekday(cell.weekday);
            let hour = subject.voice.hour(cell.hour);
            let what = value::counted(week::shown(mean), subject.indicator(), subject.voice);
            subject.tell("figure-title-hour", &[("day", day), ("hour", &hour), ("what", &what)])
        }
        _ if subject.adds_over_periods() => single::statement(subject, sum.value),
        _ => trend(subject, line),
    };
    weakened_values(subject, title, sum.partial || sum.gaps > 0)
}
