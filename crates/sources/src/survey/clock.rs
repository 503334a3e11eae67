//! Moments as survey tools write them: with a zone, as a spreadsheet's number of days, or as the clock showed them.

use crate::contract::{Note, Options};
use crate::dates::{self, Order, OrderClues};
use crate::serial;
use crate::table::HeldRows;
use crate::talk::When;
use crate::trouble::Trouble;
use jiff::civil::Time;
use jiff::tz::{Offset, TimeZone};
use model::ZoneRule;

/// Reads the moments of one file.
#[derive(Debug)]
pub struct Clock {
    zone: TimeZone,
    order: Option<Order>,
    order_matters: bool,
    assumed: bool,
}

impl Clock {
    /// Looks at every moment of the file, to tell the order of day and month from all of them. `fallback`: the order
    /// when none of them tells.
    pub fn of(rows: &HeldRows, places: &[usize], fallback: Order, options: &Options) -> Result<Self, Trouble> {
        let zone = dates::zone(&options.zone)?;
        let mut clues = OrderClues::default();
        let mut half_days = false;
        for row in rows.iter() {
            for cell in places.iter().filter_map(|place| row.cells.get(*place)) {
                clues.see(cell.trim(), row.line);
                half_days |= has_half_day(cell);
            }
        }
        // Only English writes AM and PM, and the tools write it month first.
        let fallback = if half_days { Order::MonthFirst } else { fallback };
        let order = clues.order()?.unwrap_or(fallback);
        Ok(Self { zone, order: Some(order), order_matters: clues.needed(), assumed: false })
    }

    /// The moment of a cell; `None` when it is none.
    pub fn read(&mut self, cell: &str) -> Option<When> {
        let cell = cell.trim();
        if let Some(at) = dates::instant(cell) {
            return Some(When { at, zone_rule: ZoneRule::Told });
        }
        if let Some((local, offset)) = with_offset(cell) {
            let (date, time) = dates::moment(local, self.order)?;
            let at = dates::at(date, time?, &TimeZone::fixed(offset))?;
            return Some(When { at, zone_rule: ZoneRule::Told });
        }
        let (date, time) = match serial::moment(cell) {
            Some(moment) => moment,
            None => {
                let (date, time) = dates::moment(cell, self.order)?;
                (date, time.unwrap_or(Time::constant(12, 0, 0, 0)))
            }
        };
        self.assumed = true;
        Some(When { at: dates::at(date, time, &self.zone)?, zone_rule: ZoneRule::Assumed })
    }

    /// What was seen, for people.
    pub fn notes(&self, options: &Options) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.order_matters {
            let code = if self.order == Some(Order::MonthFirst) { "dates-month-first" } else { "dates-day-first" };
            notes.push(Note::new(code, []));
        }
        if self.assumed && !options.zone_named {
            notes.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
        }
        notes
    }
}

fn has_half_day(cell: &str) -> bool {
    let folded = cell.to_ascii_lowercase();
    folded.contains(" am") || folded.contains(" pm")
}

/// `2026/03/02 9:15:04 AM UTC+1`: the clock, and how far it is from UTC.
fn with_offset(cell: &str) -> Option<(&str, Offset)> {
    let at = cell.rfind("UTC").or_else(|| cell.rfind("GMT"))?;
    let (local, zone) = cell.split_at_checked(at)?;
    let told = zone.get(3..)?.trim().replace('\u{2212}', "-");
    if told.is_empty() {
        return Some((local.trim(), Offset::UTC));
    }
    let (negative, digits) = match told.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, told.strip_prefix('+')?),
    };
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "0"));
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    Some((local.trim(), Offset::from_seconds(if negative { -seconds } else { seconds }).ok()?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::table::Row;

    fn clock(cells: &[&str], fallback: Order) -> Clock {
        let row = |cell: &&str| Row { line: 2, cells: vec![(*cell).to_owned()], ended: true };
        let mut rows = HeldRows::new(1 << 20);
        cells.iter().map(row).for_each(|row| rows.push(&row).unwrap());
        let options = Options { zone: "Europe/Paris".to_owned(), ..Options::default() };
        Clock::of(&rows, &[0], fallback, &options).unwrap()
    }

    #[test]
    fn moments_of_every_tool() {
        let cases = [
            ("2026/03/02 9:15:04 AM UTC+1", "2026-03-02T08:15:04Z", ZoneRule::Told),
            ("2026/03/02 2:03:59 PM UTC+1", "2026-03-02T13:03:59Z", ZoneRule::Told),
            ("2026/07/02 2:03:59 PM GMT\u{2212}3:30", "2026-07-02T17:33:59Z", ZoneRule::Told),
            ("02/03/2026 09:15:04", "2026-03-02T08:15:04Z", ZoneRule::Assumed),
            ("2014-06-02 10:12:33", "2014-06-02T08:12:33Z", ZoneRule::Assumed),
            ("43290.53487", "2018-07-09T10:50:13Z", ZoneRule::Assumed),
            ("43290", "2018-07-08T22:00:00Z", ZoneRule::Assumed),
        ];
        for (cell, expected, zone_rule) in cases {
            let when = clock(&[cell], Order::DayFirst).read(cell).unwrap();
            let said = jiff::Timestamp::from_millisecond(when.at.0).unwrap().to_string();
            assert_eq!((said.as_str(), when.zone_rule), (expected, zone_rule), "{cell}");
        }
        for none in ["", "soon", "2014", "43290.5x", "1234567.5", "2026/03/02 9:15 UTC+"] {
            assert_eq!(clock(&[none], Order::DayFirst).read(none), None, "{none}");
        }
    }

    #[test]
    fn the_order_of_day_and_month() {
        let order = |cells: &[&str], fallback| clock(cells, fallback).order;
        assert_eq!(order(&["06/08/2020 10:36:30 AM"], Order::DayFirst), Some(Order::MonthFirst), "AM is English");
        assert_eq!(order(&["06/08/2020 10:36:30"], Order::DayFirst), Some(Order::DayFirst));
        assert_eq!(order(&["06/08/2020 10:36:30", "25/08/2020 9:00"], Order::MonthFirst), Some(Order::DayFirst));
    }
}
