//! The calendar of the second opinion: every quarter-hour of a question, converted by `jiff` one by one.

use crate::ask::Query;
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use model::time::QUARTER_MS;
use model::{Grain, Millis};
use std::collections::{BTreeMap, BTreeSet};

/// A day (or hour) in which figures are told.
#[derive(Debug)]
pub(super) struct Slot {
    /// Its local date.
    pub date: Date,
    /// The name of the period it belongs to.
    pub cell: String,
    /// The quarter-hours inside.
    pub quarters: BTreeSet<Millis>,
}

/// Every quarter-hour of the period, converted by jiff one by one and put into its day or hour.
pub(super) fn slots(query: &Query) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    let start = |date: Date| {
        date.to_zoned(query.zone.clone()).map(|start| start.timestamp().as_millisecond()).unwrap_or_default()
    };
    // Two days of margin on both sides: the date decides what is inside, not the instant.
    let mut at = start(query.period.from) - 2 * crate::fold::DAY_MS;
    let end = start(query.period.to) + 2 * crate::fold::DAY_MS;
    while at < end {
        let local = Timestamp::from_millisecond(at).map(|at| at.to_zoned(query.zone.clone())).unwrap_or_default();
        let date = local.date();
        if query.period.from <= date && date < query.period.to {
            let (name, cell) = names(&local, query.grain);
            let place = *named.entry(name).or_insert_with(|| {
                slots.push(Slot { date, cell, quarters: BTreeSet::new() });
                slots.len() - 1
            });
            if let Some(slot) = slots.get_mut(place) {
                slot.quarters.insert(Millis(at));
            }
        }
        at += QUARTER_MS;
    }
    slots
}

/// The name of the slot, and of the period it belongs to.
fn names(local: &Zoned, grain: Option<Grain>) -> (String, String) {
    let hour = || local.strftime("%Y-%m-%dT%H:00%:z").to_string();
    let day = || local.strftime("%Y-%m-%d").to_string();
    match grain {
        None => (day(), String::new()),
        Some(Grain::Hour) => (hour(), hour()),
        Some(Grain::Day) => (day(), day()),
        Some(Grain::Week) => (day(), local.strftime("%G-W%V").to_string()),
        Some(Grain::Month) => (day(), local.strftime("%Y-%m").to_string()),
        Some(Grain::Quarter) => {
            let quarter = (i32::from(local.month()) + 2) / 3;
            (day(), format!("{}-Q{quarter}", local.strftime("%Y")))
        }
        Some(Grain::Year) => (day(), local.strftime("%Y").to_string()),
    }
}
