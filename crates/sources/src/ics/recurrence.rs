//! The dates of an event that recurs, up to a moment. `calcard` expands one rule in local time; zones, added,
//! removed and replaced dates are settled here, where each is compared as the calendar wrote it.

use super::wire::{Event, Local, civil};
use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarFrequency, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarValue,
};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

/// The most dates taken from one rule: a daily event for 27 years.
pub const DATES_LIMIT: usize = 10_000;

/// The most times of day that one rule may name.
const TIMES_LIMIT: usize = 24;

/// What unfolding a rule costs at least, in dates.
const RULE_COST: usize = 500;

/// What a rule costs of which no date comes: every year up to the last one of the calendar was looked at.
const FRUITLESS_COST: usize = 200_000;

/// The dates of one event.
pub struct Dates {
    /// Instants (ms) with the local moment they stand for.
    pub dates: BTreeMap<i64, Local>,
    /// Whether a rule had more dates than are taken.
    pub cut: bool,
    /// What unfolding them cost, in dates.
    pub cost: usize,
}

/// Every date that has begun by `now` (ms).
pub fn dates(event: &Event, now: i64) -> Dates {
    let mut found = Dates { dates: BTreeMap::new(), cut: false, cost: 0 };
    let mut add = |local: Local| {
        if let Some(at) = local.millis().filter(|at| *at <= now) {
            found.dates.insert(at, local);
        }
    };
    add(event.start.clone());
    for local in &event.more {
        // An added date without time of day takes the event's.
        let moment = DateTime::from_parts(local.moment.date(), event.start.moment.time());
        let same = Local { moment, ..event.start.clone() };
        add(if local.all_day && !event.start.all_day { same } else { local.clone() });
    }
    let (mut cut, mut cost) = (false, 0);
    for rule in &event.rules {
        if !is_of_meetings(rule) {
            cut = true;
            continue;
        }
        let moments = expand(event.start.moment, rule, &event.start.zone);
        cost += if moments.is_empty() { FRUITLESS_COST } else { RULE_COST + moments.len() };
        let last_is_past = moments.last().is_some_and(|moment| {
            Local { moment: *moment, ..event.start.clone() }.millis().is_some_and(|at| at <= now)
        });
        cut |= moments.len() >= DATES_LIMIT && last_is_past;
        moments.into_iter().for_each(|moment| add(Local { moment, ..event.start.clone() }));
    }
    (found.cut, found.cost) = (cut, cost);
    let removed: BTreeSet<i64> = event.less.iter().filter_map(Local::millis).collect();
    let days = event.less.iter().filter(|removed| removed.all_day).map(|removed| removed.moment.date());
    let days: BTreeSet<Date> = days.collect();
    found.dates.retain(|at, local| !removed.contains(at) && !days.contains(&local.moment.date()));
    found
}

/// Whether the rule may be one of a meeting. One that names every second of a year would take hours and gigabytes to
/// unfold; of its event the first date is taken.
fn is_of_meetings(rule: &ICalendarRecurrenceRule) -> bool {
    let often =
        matches!(rule.freq, ICalendarFrequency::Secondly | ICalendarFrequency::Minutely | ICalendarFrequency::Hourly);
    let times = [rule.byhour.len(), rule.byminute.len(), rule.bysecond.len()].map(|named| named.max(1));
    !often && times.into_iter().try_fold(1_usize, usize::checked_mul).is_some_and(|times| times <= TIMES_LIMIT)
}

/// The local moments of one rule, the first included.
fn expand(start: DateTime, rule: &ICalendarRecurrenceRule, zone: &TimeZone) -> Vec<DateTime> {
    let mut rule = rule.clone();
    rule.until = rule.until.and_then(|until| local_until(&until, zone));
    let entry = |name, value| ICalendarEntry { name, params: Vec::new(), values: vec![value] };
    let event = ICalendarComponent {
        component_type: ICalendarComponentType::VEvent,
        entries: vec![
            entry(ICalendarProperty::Dtstart, ICalendarValue::PartialDateTime(Box::new(partial(start)))),
            entry(ICalendarProperty::Rrule, ICalendarValue::RecurrenceRule(Box::new(rule))),
        ],
        component_ids: Vec::new(),
    };
    let expanded = ICalendar { components: vec![event] }.expand_dates(Tz::Floating, DATES_LIMIT);
    let moments = expanded.events.iter().filter_map(|event| {
        let seconds = event.start.naive_local().and_utc().timestamp();
        Some(Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).datetime())
    });
    moments.collect()
}

/// The end of a rule in local time: calendars write it in UTC when the event has a zone.
fn local_until(until: &PartialDateTime, zone: &TimeZone) -> Option<PartialDateTime> {
    let moment = civil(until)?;
    if until.hour.is_none() {
        return Some(partial(DateTime::from_parts(moment.date(), jiff::civil::Time::MAX)));
    }
    if until.tz_hour.is_none() {
        return Some(partial(moment));
    }
    let utc = moment.to_zoned(TimeZone::UTC).ok()?;
    Some(partial(utc.with_time_zone(zone.clone()).datetime()))
}

fn partial(moment: DateTime) -> PartialDateTime {
    let small = |part: i8| u8::try_from(part).ok();
    PartialDateTime {
        year: u16::try_from(moment.year()).ok(),
        month: small(moment.month()),
        day: small(moment.day()),
        hour: small(moment.hour()),
        minute: small(moment.minute()),
        second: small(moment.second()),
        ..PartialDateTime::default()
    }
}
