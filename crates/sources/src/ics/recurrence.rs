//! The dates of an event that recurs, up to a moment. `calcard` expands one rule in local time; zones, added,
//! removed and replaced dates are settled here, where each is compared as the calendar wrote it.

use super::wire::{Event, Local, civil};
use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarFrequency, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarValue,
};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::collections::{BTreeMap, BTreeSet};

/// The most dates taken of one event: every day for 27 years.
pub const DATES_LIMIT: usize = 10_000;

/// The first year of which a rule gives dates. One that begins in the year 1013 is a slip of the pen, whose thousands
/// of dates would use up what may be taken before it comes to our time.
pub const FIRST_YEAR: i16 = 1970;

/// The most times of day that one rule may name.
const TIMES_LIMIT: usize = 24;

/// How many dates of a rule are unfolded at once.
const PAGE: usize = 500;

/// What unfolding a rule costs at least, in dates.
const RULE_COST: usize = 500;

/// What a rule costs of which no date comes: every year up to the last one of the calendar was looked at.
const FRUITLESS_COST: usize = 200_000;

/// The dates of one event.
#[derive(Default)]
pub struct Dates {
    /// Instants (ms), each with whether the calendar tells its zone.
    pub instants: BTreeMap<i64, bool>,
    /// Whether a rule had more dates than are taken.
    pub cut: bool,
    /// Whether a rule had dates before `FIRST_YEAR`.
    pub early: bool,
    /// What unfolding them cost, in dates.
    pub cost: usize,
}

/// Every date that has begun by `now` (ms). No more rules are unfolded once that took `work`.
pub fn dates(event: &Event, now: i64, work: usize) -> Dates {
    let mut found = Dates::default();
    let less = Less::of(event);
    let add = |instants: &mut BTreeMap<i64, bool>, local: &Local| {
        let at = local.millis().filter(|at| *at <= now && !less.holds(*at, local.moment.date()));
        instants.extend(at.map(|at| (at, local.told)));
    };
    add(&mut found.instants, &event.start);
    for local in &event.more {
        // An added date without time of day takes the event's.
        let moment = DateTime::from_parts(local.moment.date(), event.start.moment.time());
        let timed = local.all_day && !event.start.all_day;
        add(&mut found.instants, &if timed { Local { moment, ..event.start.clone() } } else { local.clone() });
    }
    if event.start.millis().is_none_or(|at| at > now) {
        return found;
    }
    // A day later than now: whole days stand at their noon.
    let last = Timestamp::from_millisecond(now).ok().map(|now| now.to_zoned(event.start.zone.clone()).datetime());
    let last = last.and_then(|now| now.checked_add(1.day()).ok());
    let mut local = event.start.clone();
    let mut taken = 0;
    for rule in &event.rules {
        if !is_of_meetings(rule) || taken >= DATES_LIMIT || found.cost > work {
            found.cut = true;
            continue;
        }
        let (start, mut early) = skipped(event.start.moment, rule);
        let mut count = 0;
        for moment in expand(start, rule, last, &event.start.zone, DATES_LIMIT - taken) {
            count += 1;
            if moment.year() < FIRST_YEAR {
                early = true;
            } else {
                local.moment = moment;
                add(&mut found.instants, &local);
            }
        }
        taken += count;
        found.early |= early;
        found.cost += if count == 0 { FRUITLESS_COST } else { RULE_COST + count };
        found.cut |= taken >= DATES_LIMIT && local.millis().is_some_and(|at| at <= now);
    }
    found
}

/// The dates that an event does without.
struct Less {
    instants: BTreeSet<i64>,
    days: BTreeSet<Date>,
}

impl Less {
    fn of(event: &Event) -> Self {
        let days = event.less.iter().filter(|removed| removed.all_day).map(|removed| removed.moment.date());
        Self { instants: event.less.iter().filter_map(Local::millis).collect(), days: days.collect() }
    }

    fn holds(&self, at: i64, day: Date) -> bool {
        self.instants.contains(&at) || self.days.contains(&day)
    }
}

/// Where to begin unfolding: for a rule of days or weeks that begins before `FIRST_YEAR`, as many whole intervals later
/// as stand before that year, which changes no later date; and whether any was skipped.
fn skipped(start: DateTime, rule: &ICalendarRecurrenceRule) -> (DateTime, bool) {
    let step = match rule.freq {
        ICalendarFrequency::Daily => 1,
        ICalendarFrequency::Weekly => 7,
        _ => return (start, false),
    };
    let step = step * i32::from(rule.interval.unwrap_or(1));
    let before = (jiff::civil::date(FIRST_YEAR, 1, 1) - start.date()).get_days();
    // A rule that counts its dates counts those before as well.
    if rule.count.is_some() || step == 0 || before < step {
        return (start, false);
    }
    let later = start.checked_add((before - before % step).days());
    later.map_or((start, false), |later| (later, true))
}

/// Whether the rule may be one of a meeting. One that names every second of a year would take hours and gigabytes to
/// unfold; of its event the first date is taken.
fn is_of_meetings(rule: &ICalendarRecurrenceRule) -> bool {
    let often =
        matches!(rule.freq, ICalendarFrequency::Secondly | ICalendarFrequency::Minutely | ICalendarFrequency::Hourly);
    let times = [rule.byhour.len(), rule.byminute.len(), rule.bysecond.len()].map(|named| named.max(1));
    !often && times.into_iter().try_fold(1_usize, usize::checked_mul).is_some_and(|times| times <= TIMES_LIMIT)
}

/// The local moments of one rule up to the last that may be of use, the first included, no more than so many.
///
/// `calcard` answers with 170 bytes a date, all at once: it is asked for a page of them, then for the next as if the
/// event began with the last one, which changes nothing of what follows.
fn expand(
    start: DateTime,
    rule: &ICalendarRecurrenceRule,
    last: Option<DateTime>,
    zone: &TimeZone,
    limit: usize,
) -> impl Iterator<Item = DateTime> {
    let mut rule = rule.clone();
    let until = rule.until.and_then(|until| local_until(&until, zone));
    rule.until = until.into_iter().chain(last).min().map(partial);
    // The places of a week are counted from its first date, which the next page would begin elsewhere.
    let paged = rule.bysetpos.is_empty() || rule.freq != ICalendarFrequency::Weekly;
    let size = if paged { PAGE } else { limit };
    let mut next = Some((start, 0));
    let pages = std::iter::from_fn(move || {
        let (start, known) = next.take()?;
        let moments = page(start, &rule, size);
        rule.count = rule.count.map(|count| count.saturating_sub(u32::try_from(size - 1).unwrap_or(u32::MAX)));
        if paged && moments.len() == size {
            next = moments.last().filter(|last| **last > start).map(|last| (*last, 1));
        }
        Some(moments.into_iter().skip(known))
    });
    pages.flatten().take(limit)
}

/// The first moments of one rule, no more than so many.
fn page(start: DateTime, rule: &ICalendarRecurrenceRule, limit: usize) -> Vec<DateTime> {
    let entry = |name, value| ICalendarEntry { name, params: Vec::new(), values: vec![value] };
    let event = ICalendarComponent {
        component_type: ICalendarComponentType::VEvent,
        entries: vec![
            entry(ICalendarProperty::Dtstart, ICalendarValue::PartialDateTime(Box::new(partial(start)))),
            entry(ICalendarProperty::Rrule, ICalendarValue::RecurrenceRule(Box::new(rule.clone()))),
        ],
        component_ids: Vec::new(),
    };
    let expanded = ICalendar { components: vec![event] }.expand_dates(Tz::Floating, limit);
    let moments = expanded.events.iter().filter_map(|event| {
        let seconds = event.start.naive_local().and_utc().timestamp();
        Some(Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).datetime())
    });
    moments.collect()
}

/// The end of a rule in local time: calendars write it in UTC when the event has a zone.
fn local_until(until: &PartialDateTime, zone: &TimeZone) -> Option<DateTime> {
    let moment = civil(until)?;
    if until.hour.is_none() {
        return Some(DateTime::from_parts(moment.date(), jiff::civil::Time::MAX));
    }
    if until.tz_hour.is_none() {
        return Some(moment);
    }
    let utc = moment.to_zoned(TimeZone::UTC).ok()?;
    Some(utc.with_time_zone(zone.clone()).datetime())
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever the rule, its pages give what one page gives.
    #[test]
    fn pages_give_the_dates_of_the_rule() {
        let start = jiff::civil::date(2001, 1, 31).at(10, 30, 0, 0);
        let rules = [
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=DAILY;BYHOUR=8,12;BYMINUTE=0,45;COUNT=1723",
            "FREQ=DAILY;BYMONTH=1,2;BYSETPOS=-1;BYHOUR=9,10",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU;WKST=SU",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU;WKST=MO",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2",
            "FREQ=WEEKLY;COUNT=501",
            "FREQ=WEEKLY;COUNT=500",
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR,2MO",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,3",
            "FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=MO,SU",
            "FREQ=YEARLY;INTERVAL=2;BYYEARDAY=1,100,-1;BYHOUR=3,4",
            "FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=-1,15;BYHOUR=1,2,3",
        ];
        for text in rules {
            let text = format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:{text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
            let calendar = ICalendar::parse(&text).unwrap();
            let mut values =
                calendar.components.iter().flat_map(|component| &component.entries).flat_map(|e| &e.values);
            let rule = values.find_map(|value| match value {
                ICalendarValue::RecurrenceRule(rule) => Some(rule.as_ref()),
                _ => None,
            });
            let rule = rule.unwrap();
            let paged: Vec<DateTime> = expand(start, rule, None, &TimeZone::UTC, 1700).collect();
            assert_eq!(paged, page(start, rule, 1700), "{text}");
            assert!(paged.len() >= 500, "{text}: {}", paged.len());
        }
    }
}
