//! The lines of a grid from the largest to the smallest, and what becomes of those that are too many: added up under
//! "others" where that makes sense, else left out and counted.

use crate::grid::{Line, Sum};
use crate::subject::Subject;
use ink::Reading;

/// One series to draw.
#[derive(Debug, Clone)]
pub struct Ranked {
    /// Its name.
    pub name: String,
    /// Its values, one per period.
    pub readings: Vec<Reading>,
    /// Those of the stretch compared with.
    pub before: Vec<Reading>,
    /// Whether it is the sum of others.
    pub is_rest: bool,
}

/// The lines to draw and how many are left out.
pub struct Top {
    /// From the largest on; the rest last, lines without any value after those with one.
    pub lines: Vec<Ranked>,
    /// How many lines are neither drawn nor added up.
    pub left_out: usize,
}

/// At most `most` lines; with one more for the rest where values of keys add up.
pub fn top(subject: &Subject<'_>, most: usize) -> Top {
    let weight = |line: &Line<'_>| {
        let weight = if subject.adds_over_periods() {
            Sum::of(line.readings()).reading().value()
        } else {
            line.newest().map(|(_, value)| value)
        };
        weight.unwrap_or(f64::NEG_INFINITY)
    };
    let mut lines: Vec<&Line<'_>> = subject.grid.lines.iter().collect();
    lines.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    // "Others" for a single one would only hide its name.
    let kept = if lines.len() <= most + 1 && subject.adds_over_keys() { lines.len() } else { lines.len().min(most) };
    let (shown, rest) = lines.split_at(kept);
    let mut ranked: Vec<Ranked> = shown
        .iter()
        .map(|line| Ranked {
            name: line.name.clone(),
            readings: line.readings(),
            before: line.before(),
            is_rest: false,
        })
        .collect();
    let mut left_out = rest.len();
    if !rest.is_empty() && subject.adds_over_keys() {
        let places = 0..subject.grid.periods.len().max(1);
        let fold = |of: &dyn Fn(&Line<'_>, usize) -> Reading| -> Vec<Reading> {
            places.clone().map(|place| Sum::of(rest.iter().map(|line| of(line, place))).reading()).collect()
        };
        let before = |line: &Line<'_>, place: usize| line.before().get(place).copied().unwrap_or(Reading::Missing);
        ranked.push(Ranked {
            name: subject.number("figure-others", rest.len()),
            readings: fold(&|line, place| line.at(place)),
            before: fold(&before),
            is_rest: true,
        });
        left_out = 0;
    }
    Top { lines: ranked, left_out }
}
