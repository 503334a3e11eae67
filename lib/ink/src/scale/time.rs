//! The scale of time over local dates, with ticks where a calendar turns: hours, days, Mondays, months,
//! quarters, years. Wording dates is the caller's.

use super::civil::{Civil, DAY};

/// What a tick of a time axis begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
    /// A quarter or a half of the year.
    Quarter,
    /// A year.
    Year,
}

/// One tick of a time axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeTick {
    /// Where it stands.
    pub at: Civil,
    /// What begins here, and so what the label should name.
    pub unit: Unit,
    /// The larger unit to name under the label, on the first tick and wherever it changes: the day for
    /// hours, the month for days and weeks, the year for months and quarters (and for days, at its turn).
    pub turn: Option<Unit>,
}

/// A distance between ticks.
#[derive(Debug, Clone, Copy)]
enum Step {
    Hours(i64),
    Days(i64),
    Week,
    Months(i32),
    Years(i32),
}

const STEPS: [Step; 14] = [
    Step::Hours(1),
    Step::Hours(2),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::Week,
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
];

/// A straight scale from local times onto pixels. Each minute of the wall calendar has the same length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeScale {
    from: Civil,
    to: Civil,
    range: (f64, f64),
}

impl TimeScale {
    /// A scale over `from..=to`, onto `0..=1`. Bounds in the wrong order are exchanged.
    #[must_use]
    pub fn new(from: Civil, to: Civil) -> Self {
        Self { from: from.min(to), to: to.max(from), range: (0.0, 1.0) }
    }

    /// The same scale onto pixels `from..to`.
    #[must_use]
    pub fn onto(mut self, from: f64, to: f64) -> Self {
        self.range = (from, to);
        self
    }

    /// The pixel of a time. A scale without extent puts everything in the middle.
    #[must_use]
    pub fn position(&self, at: Civil) -> f64 {
        let length = minutes(self.to.minutes() - self.from.minutes());
        let share = if length > 0.0 { minutes(at.minutes() - self.from.minutes()) / length } else { 0.5 };
        self.range.0 + share * (self.range.1 - self.range.0)
    }

    /// At most `max` ticks (at least two are allowed), as fine as that permits; one at the start when no
    /// calendar unit begins inside.
    #[must_use]
    pub fn ticks(&self, max: usize) -> Vec<TimeTick> {
        let max = max.clamp(2, 200);
        let mut decades = 10;
        let coarser = std::iter::from_fn(move || {
            let step = Step::Years(decades);
            decades *= 10;
            (decades <= 1_000_000).then_some(step)
        });
        for step in STEPS.into_iter().chain(coarser) {
            if let Some(at) = self.stops(step, max) {
                return self.turned(step.unit(), at);
            }
        }
        self.turned(Unit::Year, Vec::new())
    }

    /// Every beginning of a step inside the domain; `None` when there are more than `max`.
    fn stops(&self, step: Step, max: usize) -> Option<Vec<Civil>> {
        let mut stops = Vec::new();
        let mut at = step.before(self.from)?;
        while at <= self.to {
            if at >= self.from {
                stops.push(at);
                if stops.len() > max {
                    return None;
                }
            }
            let Some(next) = step.after(at) else { break };
            at = next;
        }
        Some(stops)
    }

    fn turned(&self, unit: Unit, mut stops: Vec<Civil>) -> Vec<TimeTick> {
        if stops.is_empty() {
            stops.push(self.from);
        }
        let mut last: Option<Civil> = None;
        stops
            .into_iter()
            .map(|at| {
                let turn = turn(unit, last, at);
                last = Some(at);
                TimeTick { at, unit, turn }
            })
            .collect()
    }
}

fn turn(unit: Unit, last: Option<Civil>, at: Civil) -> Option<Unit> {
    let context = match unit {
        Unit::Hour => Unit::Day,
        Unit::Day | Unit::Week => Unit::Month,
        Unit::Month | Unit::Quarter => Unit::Year,
        Unit::Year => return None,
    };
    let Some(last) = last else {
        return Some(context);
    };
    if last.year() != at.year() {
        Some(if unit == Unit::Hour { Unit::Day } else { Unit::Year })
    } else if context <= Unit::Month && last.month() != at.month() {
        Some(context)
    } else if context == Unit::Day && last.day_of_month() != at.day_of_month() {
        Some(Unit::Day)
    } else {
        None
    }
}

/// Minutes as a number to reckon with: a domain of ±9999 years stays far below 2⁵³.
fn minutes(n: i64) -> f64 {
    let (high, low) = (n.div_euclid(1 << 31), n.rem_euclid(1 << 31));
    let part = |v: i64| i32::try_from(v).map_or(0.0, f64::from);
    part(high) * 2_147_483_648.0 + part(low)
}

impl Step {
    fn unit(self) -> Unit {
        match self {
            Self::Hours(_) => Unit::Hour,
            Self::Days(_) => Unit::Day,
            Self::Week => Unit::Week,
            Self::Months(1) => Unit::Month,
            Self::Months(_) => Unit::Quarter,
            Self::Years(_) => Unit::Year,
        }
    }

    /// The last beginning of this step at or before a time. Two-day steps count from the time given.
    fn before(self, at: Civil) -> Option<Civil> {
        let midnight = at.minutes().div_euclid(DAY) * DAY;
        match self {
            Self::Hours(n) => {
                let since = at.minutes() - midnight;
                Civil::from_minutes(midnight + since / (n * 60) * (n * 60))
            }
            Self::Days(1) => Civil::from_minutes(midnight),
            Self::Days(_) => Civil::from_minutes(if midnight == at.minutes() { midnight } else { midnight + DAY }),
            Self::Week => Civil::from_minutes(midnight - i64::from(at.weekday()) * DAY),
            Self::Months(n) => {
                let month = (i32::from(at.month()) - 1).div_euclid(n) * n + 1;
                Civil::day(at.year(), u8::try_from(month).ok()?, 1).ok()
            }
            Self::Years(n) => Civil::day(at.year().div_euclid(n) * n, 1, 1).ok(),
        }
    }

    /// The next beginning; `None` past the end of the calendar.
    fn after(self, at: Civil) -> Option<Civil> {
        match self {
            Self::Hours(n) => Civil::from_minutes(at.minutes() + n * 60),
            Self::Days(n) => Civil::from_minutes(at.minutes() + n * DAY),
            Self::Week => Civil::from_minutes(at.minutes() + 7 * DAY),
            Self::Months(n) => {
                let months = i32::from(at.month()) - 1 + n;
                let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
                Civil::day(at.year() + months.div_euclid(12), month, 1).ok()
            }
            Self::Years(n) => Civil::day(at.year() + n, 1, 1).ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Civil {
        let mut parts = text.split('-');
        let mut next = || parts.next().unwrap();
        Civil::day(next().parse().unwrap(), next().parse().unwrap(), next().parse().unwrap()).unwrap()
    }

    /// `unit: 2026-03-01*y …`, the star and a letter where a larger unit turns.
    fn told(from: Civil, to: Civil, max: usize) -> String {
        let ticks = TimeScale::new(from, to).ticks(max);
        let stops: Vec<String> = ticks
            .iter()
            .map(|tick| {
                let at = tick.at;
                let hour = if tick.unit == Unit::Hour { format!("T{:02}", at.hour()) } else { String::new() };
                let turn = match tick.turn {
                    None => "",
                    Some(Unit::Day) => "*d",
                    Some(Unit::Month) => "*m",
                    Some(_) => "*y",
                };
                format!("{}-{:02}-{:02}{hour}{turn}", at.year(), at.month(), at.day_of_month())
            })
            .collect();
        format!("{:?}: {}", ticks.first().unwrap().unit, stops.join(" "))
    }

    #[test]
    fn ticks_stand_where_the_calendar_turns() {
        for (from, to, max, expected) in [
            (
                "2026-03-28",
                "2026-03-29",
                6,
                "Hour: 2026-03-28T00*d 2026-03-28T06 2026-03-28T12 2026-03-28T18 2026-03-29T00*d",
            ),
            (
                "2026-12-28",
                "2027-01-03",
                7,
                "Day: 2026-12-28*m 2026-12-29 2026-12-30 2026-12-31 2027-01-01*y 2027-01-02 2027-01-03",
            ),
            (
                "2026-03-25",
                "2026-04-05",
                7,
                "Day: 2026-03-25*m 2026-03-27 2026-03-29 2026-03-31 2026-04-02*m 2026-04-04",
            ),
            ("2026-10-01", "2026-11-05", 6, "Week: 2026-10-05*m 2026-10-12 2026-10-19 2026-10-26 2026-11-02*m"),
            ("2025-11-10", "2026-02-20", 6, "Month: 2025-12-01*y 2026-01-01*y 2026-02-01"),
            (
                "2025-01-01",
                "2026-12-31",
                9,
                "Quarter: 2025-01-01*y 2025-04-01 2025-07-01 2025-10-01 2026-01-01*y 2026-04-01 2026-07-01 2026-10-01",
            ),
            ("2014-05-01", "2026-12-31", 8, "Year: 2016-01-01 2018-01-01 2020-01-01 2022-01-01 2024-01-01 2026-01-01"),
            ("2026-05-02", "2026-05-02", 5, "Hour: 2026-05-02T00*d"),
        ] {
            assert_eq!(told(day(from), day(to), max), expected);
        }
    }

    #[test]
    fn a_span_inside_one_hour_gets_its_start() {
        let from = day("2026-05-02").at(10, 5).unwrap();
        let to = day("2026-05-02").at(10, 50).unwrap();
        let ticks = TimeScale::new(from, to).ticks(5);
        assert_eq!(ticks.iter().map(|t| t.at).collect::<Vec<_>>(), [from]);
    }

    proptest! {
        #[test]
        fn ticks_are_few_inside_and_increasing(a in -500_000_000i64..500_000_000, b in -500_000_000i64..500_000_000, max in 2usize..20) {
            let (from, to) = (Civil::from_minutes(a.min(b)).unwrap(), Civil::from_minutes(a.max(b)).unwrap());
            let scale = TimeScale::new(from, to).onto(0.0, 100.0);
            let ticks = scale.ticks(max);
            prop_assert!((1..=max).contains(&ticks.len()));
            prop_assert!(ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
            prop_assert!(ticks.iter().all(|t| t.at >= from && t.at <= to));
            prop_assert!(ticks.iter().all(|t| (0.0..=100.0).contains(&scale.position(t.at))));
        }
    }
}
