//! A stretch of local dates cut twice: into *columns*, the periods a reader sees, and into *slots*, the local days
//! (or hours) in which figures are told. Every slot lies in one column. Pure: dates and a zone in, tables out.

use crate::answer::PeriodKey;
use crate::fold::{DAY_MS, HOUR_MS, LocalClock, day_number, day_of_number, start_of_day};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, civil};
use model::{Grain, Millis, Period, Span};

/// A period that a reader sees: a day, a week cut at the ends of the question, the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name and dates; `None` when the question has no grain and the column is the whole.
    pub key: Option<PeriodKey>,
    /// First local date inside.
    pub from: Date,
    /// First local date after (for hours: the day after).
    pub to: Date,
    /// The instants inside.
    pub span: Span,
    /// The slots inside: first, and first after.
    pub slots: (usize, usize),
}

/// A local day, or a local hour when hours were asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Its local date.
    pub date: Date,
    /// The instants inside. Empty for a day that a zone skipped.
    pub span: Span,
    /// Which column it lies in.
    pub column: usize,
}

/// Columns and slots of one stretch of dates in one zone.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The dates.
    pub period: Period,
    /// The instants.
    pub span: Span,
    /// What a reader sees, in order of time.
    pub columns: Vec<Column>,
    /// Where figures are told, in order of time.
    pub slots: Vec<Slot>,
    /// Whether slots are hours.
    pub hourly: bool,
    clock: LocalClock,
    first_day: i64,
}

impl Frame {
    /// Cuts the period.
    pub fn new(period: Period, grain: Option<Grain>, zone: &TimeZone) -> Self {
        let span = Span { from: start_of_day(period.from, zone), to: start_of_day(period.to, zone) };
        let clock = LocalClock::over(zone, span);
        let first_day = day_number(period.from);
        let mut frame = Self {
            period,
            span,
            columns: Vec::new(),
            slots: Vec::new(),
            hourly: grain == Some(Grain::Hour),
            clock,
            first_day,
        };
        if frame.hourly {
            frame.cut_hours()
        } else {
            frame.cut_days(grain, zone)
        }
        frame
    }

    /// How many columns a question would have, without cutting them (for hours: never too few).
    pub fn count(period: Period, grain: Option<Grain>) -> usize {
        let days = usize::try_from(day_number(period.to) - day_number(period.from)).unwrap_or(0);
        match grain {
            None => 1,
            Some(Grain::Hour) => days * 24,
            Some(Grain::Day) => days,
            Some(Grain::Week) => days.div_ceil(7) + 1,
            Some(Grain::Month) => days.div_ceil(28) + 1,
            Some(Grain::Quarter) => days.div_ceil(90) + 1,
            Some(Grain::Year) => days.div_ceil(365) + 1,
        }
    }

    /// The slot an instant falls in.
    pub fn slot_at(&self, at: Millis) -> Option<usize> {
        if !self.span.holds(at) {
            return None;
        }
        if self.hourly {
            self.slots.partition_point(|slot| slot.span.from <= at).checked_sub(1)
        } else {
            // TRICKY: Newfoundland changed its clocks at 00:01 until 2011, so that a day's first minute came before the
            // last hour of the day before. Such minutes at the ends of the period go to the nearest day.
            let last = self.slots.len().checked_sub(1)?;
            Some(usize::try_from(self.clock.day_at(at) - self.first_day).unwrap_or(0).min(last))
        }
    }

    /// Finds slots of instants that mostly follow each other: of roll-ups in order of time.
    pub const fn walk(&self) -> Walk<'_> {
        Walk { frame: self, slot: 0 }
    }

    /// The slots of a local date, as first and first after; empty when the date lies outside.
    pub fn slots_on(&self, date: Date) -> (usize, usize) {
        if self.hourly {
            (self.slots.partition_point(|slot| slot.date < date), self.slots.partition_point(|slot| slot.date <= date))
        } else {
            match usize::try_from(day_number(date) - self.first_day) {
                Ok(slot) if slot < self.slots.len() => (slot, slot + 1),
                _ => (0, 0),
            }
        }
    }

    /// The slots that a span touches, as first and first after.
    pub fn slots_touched(&self, span: Span) -> (usize, usize) {
        let from = self.slots.partition_point(|slot| slot.span.to <= span.from);
        let to = self.slots.partition_point(|slot| slot.span.from < span.to);
        (from, to.max(from))
    }

    fn cut_days(&mut self, grain: Option<Grain>, zone: &TimeZone) {
        let mut start = self.span.from;
        for number in self.first_day..day_number(self.period.to) {
            let date = day_of_number(number);
            if self.columns.last().is_none_or(|column| column.to <= date) {
                let (from, to) = grain.map_or((self.period.from, self.period.to), |grain| bounds(date, grain));
                let (from, to) = (from.max(self.period.from), to.min(self.period.to));
                let key = grain.map(|grain| PeriodKey { id: name(date, grain), from, to, hour: None });
                let slots = (self.slots.len(), self.slots.len());
                self.columns.push(Column { key, from, to, span: Span { from: start, to: start }, slots });
            }
            let end = start_of_day(day_of_number(number + 1), zone);
            let column = self.columns.len().saturating_sub(1);
            self.slots.push(Slot { date, span: Span { from: start, to: end }, column });
            if let Some(column) = self.columns.last_mut() {
                column.span.to = end;
                column.slots.1 = self.slots.len();
            }
            start = end;
        }
    }

    /// Hours are cut inside stretches of constant offset: the doubled hour is two rows that differ by their
    /// offset, the skipped one is none, and a zone that moves by half an hour has two half rows.
    fn cut_hours(&mut self) {
        let stretches: Vec<_> = self.clock.stretches().collect();
        for (index, stretch) in stretches.iter().enumerate() {
            let end = stretches.get(index + 1).map_or(self.span.to.0, |next| next.from);
            let mut at = stretch.from;
            while at < end {
                let local = at + stretch.offset;
                let hour = local.div_euclid(HOUR_MS);
                let next = ((hour + 1) * HOUR_MS - stretch.offset).min(end);
                let date = day_of_number(local.div_euclid(DAY_MS));
                let of_day = i8::try_from(hour.rem_euclid(24)).unwrap_or_default();
                let minutes = i32::try_from(stretch.offset.div_euclid(60_000)).unwrap_or_default();
                let id = hour_name(date, of_day, minutes);
                let span = Span { from: Millis(at), to: Millis(next) };
                let to = date.checked_add(1.day()).unwrap_or(date);
                let slot = self.slots.len();
                self.columns.push(Column {
                    key: Some(PeriodKey { id, from: date, to, hour: Some((of_day, minutes)) }),
                    from: date,
                    to,
                    span,
                    slots: (slot, slot + 1),
                });
                self.slots.push(Slot { date, span, column: slot });
                at = next;
            }
        }
    }
}

/// A walk through the slots, in order of time.
#[derive(Debug)]
pub struct Walk<'a> {
    frame: &'a Frame,
    slot: usize,
}

impl Walk<'_> {
    /// The slot an instant falls in: the last one found or the one after it where that fits, else by search.
    pub fn slot_at(&mut self, at: Millis) -> Option<usize> {
        for slot in [self.slot, self.slot + 1] {
            if self.frame.slots.get(slot).is_some_and(|slot| slot.span.holds(at)) {
                self.slot = slot;
                return Some(slot);
            }
        }
        let slot = self.frame.slot_at(at);
        self.slot = slot.unwrap_or(self.slot);
        slot
    }

    /// The column an instant falls in.
    pub fn column_at(&mut self, at: Millis) -> Option<usize> {
        let slot = self.slot_at(at)?;
        self.frame.slots.get(slot).map(|slot| slot.column)
    }
}

/// The first date of the period around a date, and the first date after it.
pub fn bounds(date: Date, grain: Grain) -> (Date, Date) {
    let from = match grain {
        Grain::Hour | Grain::Day => date,
        Grain::Week => date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).unwrap_or(date),
        Grain::Month => date.first_of_month(),
        Grain::Quarter => {
            let back = (date.month() - 1).rem_euclid(3);
            date.first_of_month().checked_sub(i64::from(back).months()).unwrap_or(date)
        }
        Grain::Year => date.first_of_year(),
    };
    let length = match grain {
        Grain::Hour | Grain::Day => 1.day(),
        Grain::Week => 1.week(),
        Grain::Month => 1.month(),
        Grain::Quarter => 3.months(),
        Grain::Year => 1.year(),
    };
    (from, from.checked_add(length).unwrap_or(civil::Date::MAX))
}

/// The ISO name of the period around a date. A week is named after its ISO year, which may not be the date's.
pub fn name(date: Date, grain: Grain) -> String {
    match grain {
        Grain::Hour | Grain::Day => date.to_string(),
        Grain::Week => {
            let week = date.iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Grain::Month => format!("{:04}-{:02}", date.year(), date.month()),
        Grain::Quarter => format!("{:04}-Q{}", date.year(), (date.month() - 1) / 3 + 1),
        Grain::Year => format!("{:04}", date.year()),
    }
}

fn hour_name(date: Date, hour: i8, minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.abs();
    format!("{date}T{hour:02}:00{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::fold::date_at;
    use proptest::prelude::*;

    fn frame(from: &str, to: &str, grain: Option<Grain>, zone: &str) -> Frame {
        let period = Period { from: from.parse().unwrap(), to: to.parse().unwrap() };
        Frame::new(period, grain, &TimeZone::get(zone).unwrap())
    }

    fn names(frame: &Frame) -> Vec<String> {
        frame.columns.iter().map(|column| column.key.as_ref().unwrap().id.clone()).collect()
    }

    #[test]
    fn periods_are_named_and_cut_at_the_ends() {
        let cases: &[(Grain, &[&str])] = &[
            (Grain::Week, &["2025-W52", "2026-W01", "2026-W02"]),
            (Grain::Month, &["2025-12", "2026-01"]),
            (Grain::Quarter, &["2025-Q4", "2026-Q1"]),
            (Grain::Year, &["2025", "2026"]),
        ];
        for (grain, expected) in cases {
            let frame = frame("2025-12-28", "2026-01-07", Some(*grain), "Europe/Paris");
            assert_eq!(names(&frame), *expected);
            assert_eq!(frame.columns.first().unwrap().from.to_string(), "2025-12-28");
            assert_eq!(frame.columns.last().unwrap().to.to_string(), "2026-01-07");
        }
    }

    #[test]
    fn the_doubled_hour_is_two_rows_and_the_skipped_one_none() {
        let autumn = names(&frame("2025-10-26", "2025-10-27", Some(Grain::Hour), "Europe/Paris"));
        assert_eq!(autumn.len(), 25);
        assert_eq!(autumn.get(2..4).unwrap(), ["2025-10-26T02:00+02:00", "2025-10-26T02:00+01:00"]);
        let spring = names(&frame("2025-03-30", "2025-03-31", Some(Grain::Hour), "Europe/Paris"));
        assert_eq!(spring.len(), 23);
        assert!(spring.iter().all(|name| !name.contains("T02:")));
        let howe = names(&frame("2025-04-06", "2025-04-07", Some(Grain::Hour), "Australia/Lord_Howe"));
        assert_eq!(howe.iter().filter(|name| name.contains("T01:")).count(), 2);
        assert_eq!(
            names(&frame("2025-01-01", "2025-01-02", Some(Grain::Hour), "Asia/Kathmandu")).first().unwrap(),
            "2025-01-01T00:00+05:45"
        );
    }

    #[test]
    fn a_month_across_a_clock_change_has_its_days() {
        for (month, next, hours) in
            [("2025-03-01", "2025-04-01", 31 * 24 - 1), ("2025-10-01", "2025-11-01", 31 * 24 + 1)]
        {
            let days = frame(month, next, Some(Grain::Day), "Europe/Paris");
            assert_eq!(days.columns.len(), 31);
            assert_eq!(frame(month, next, Some(Grain::Hour), "Europe/Paris").columns.len(), hours);
        }
    }

    #[test]
    fn a_skipped_day_is_there_and_empty() {
        // Samoa went from 29 to 31 December 2011.
        let samoa = frame("2011-12-29", "2012-01-01", Some(Grain::Day), "Pacific/Apia");
        let lengths: Vec<i64> = samoa.slots.iter().map(|slot| (slot.span.to.0 - slot.span.from.0) / HOUR_MS).collect();
        assert_eq!(lengths, [24, 0, 24]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn slots_tile_the_period_and_hold_their_instants(
            start in 0i64..10_000,
            days in 1i64..70,
            zone in prop::sample::select(vec!["Europe/Paris", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"]),
            grain in prop::option::of(prop::sample::select(Grain::ALL.to_vec())),
            parts in prop::collection::vec(0i64..1_000_000, 20),
        ) {
            let zone = TimeZone::get(zone).unwrap();
            // From 2012: before, one of these zones changed its clocks a minute after midnight.
            let from = day_of_number(15_340 + start);
            let frame = Frame::new(Period { from, to: day_of_number(15_340 + start + days) }, grain, &zone);
            prop_assert!(frame.columns.len() <= Frame::count(frame.period, grain) + 2);
            let mut at = frame.span.from;
            for slot in &frame.slots {
                prop_assert_eq!(slot.span.from, at);
                at = slot.span.to;
                let column = frame.columns.get(slot.column).unwrap();
                prop_assert!(column.span.from <= slot.span.from && slot.span.to <= column.span.to);
            }
            prop_assert_eq!(at, frame.span.to);
            for part in &parts {
                let at = Millis(frame.span.from.0 + (frame.span.to.0 - frame.span.from.0) / 1_000_000 * part);
                let slot = frame.slot_at(at).unwrap();
                prop_assert_eq!(frame.slots.get(slot).unwrap().date, date_at(at, &zone));
                let (first, after) = frame.slots_on(date_at(at, &zone));
                prop_assert!(first <= slot && slot < after);
            }
            let mut walk = frame.walk();
            let mut instants: Vec<i64> = parts.iter().map(|part| frame.span.from.0 - HOUR_MS + part * days * 90).collect();
            instants.sort_unstable();
            for at in instants {
                prop_assert_eq!(walk.slot_at(Millis(at)), frame.slot_at(Millis(at)));
            }
            prop_assert_eq!(frame.slot_at(frame.span.to), None);
            prop_assert_eq!(frame.slot_at(Millis(frame.span.from.0 - 1)), None);
        }
    }
}
