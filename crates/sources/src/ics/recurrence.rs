//! The dates of an event that recurs, up to a moment. `calcard` expands one rule in local time; zones, added,
//! removed and replaced dates are settled here, where each is compared as the calendar wrote it.

use super::wire::{Event, Local, civil};
use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarProperty, ICalendarRecurrenceRule,
    ICalendarValue,
};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// The most dates taken from one rule: a daily event for 27 years.
pub const DATES_LIMIT: usize = 10_000;

/// The dates of one event.
pub struct Dates {
    /// Instants (ms) with the local moment they stand for.
    pub dates: BTreeMap<i64, Local>,
    /// Whether a rule had more dates than are taken.
    pub cut: bool,
}

/// Every date that has begun by `now` (ms).
pub fn dates(event: &Event, now: i64) -> Dates {
    let mut found = Dates { dates: BTreeMap::new(), cut: false };
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
    let mut cut = false;
    for rule in &event.rules {
        let moments = expand(event.start.moment, rule, &event.start.zone);
        let last_is_past = moments.last().is_some_and(|moment| {
            Local { moment: *moment, ..event.start.clone() }.millis().is_some_and(|at| at <= now)
        });
        cut |= moments.len() >= DATES_LIMIT && last_is_past;
        moments.into_iter().for_each(|moment| add(Local { moment, ..event.start.clone() }));
    }
    found.cut = cut;
    for removed in &event.less {
        found.dates.retain(|at, local| {
            let same_day = removed.all_day && removed.moment.date() == local.moment.date();
            !same_day && Some(*at) != removed.millis()
        });
    }
    found
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
