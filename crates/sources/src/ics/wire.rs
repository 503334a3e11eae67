//! The events of a calendar file: only the properties that are read, each event with its line.
//!
//! `calcard` reads the lines; what it forgives (a component that does not end) is checked before.

use super::zones::Zones;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarClassification, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarPeriod,
    ICalendarProperty, ICalendarRecurrenceRule, ICalendarStatus, ICalendarValue,
};
use calcard::{Entry, Parser};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use std::collections::{BTreeSet, HashMap};

/// The properties that are read, and what they stand in.
const READ: [&str; 12] = [
    "BEGIN",
    "END",
    "UID",
    "DTSTART",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "SUMMARY",
    "CATEGORIES",
    "CLASS",
    "STATUS",
];

/// How deep components may stand in each other.
const DEPTH: usize = 16;

/// The longest line that begins or ends a component.
const LONGEST_NAME: usize = 256;

/// The most that is read of one event, in bytes: a thousand dates, one by one.
const EVENT: usize = 64 * 1024;

/// The most that the zones may take, in bytes: those of a continent, as calendars write them.
const ZONES: usize = 256 * 1024;

/// Around what is read apart.
const BEGINNING: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
const END: &str = "END:VCALENDAR\r\n";

/// A moment as the calendar writes it: local, with its zone.
#[derive(Debug, Clone)]
pub struct Local {
    pub moment: DateTime,
    /// A whole day, no time of day.
    pub all_day: bool,
    pub zone: TimeZone,
    /// Whether the calendar tells the zone.
    pub told: bool,
}

/// One event, or the change of one date of an event that recurs.
#[derive(Debug)]
pub struct Event {
    pub line: u64,
    pub uid: String,
    pub start: Local,
    pub rules: Vec<ICalendarRecurrenceRule>,
    pub more: Vec<Local>,
    pub less: Vec<Local>,
    /// The date that this event replaces.
    pub replaces: Option<Local>,
    pub summary: String,
    pub categories: Vec<String>,
    pub private: bool,
    pub cancelled: bool,
}

/// A calendar.
#[derive(Debug)]
pub struct Calendar {
    pub events: Vec<Result<Event, Trouble>>,
}

/// Reads the whole text, one event at a time: all of them taken apart at once would hold twenty times the file.
pub fn read(text: &str, client_zone: &TimeZone) -> Result<Calendar, Refusal> {
    let Parts { zones, events } = parts(text)?;
    let zones = Zones::of(&parse(&zones)?, client_zone);
    let read = |(line, inside): (u64, &str)| {
        let own = parse(&kept(inside, line)?).map_err(|trouble| trouble.line(line))?;
        let component = own.components.iter().find(|c| c.component_type == ICalendarComponentType::VEvent);
        let component = component.ok_or_else(|| Trouble::new(TroubleCode::Malformed).line(line).field("VEVENT"))?;
        event(component, line, &zones)
    };
    Ok(Calendar { events: events.into_iter().map(read).collect() })
}

fn parse(text: &str) -> Result<ICalendar, Trouble> {
    match Parser::new(text).entry() {
        Entry::ICalendar(calendar) => Ok(calendar),
        other => Err(Trouble::new(TroubleCode::Malformed).with("reason", &format!("{other:?}"))),
    }
}

/// A file taken apart.
struct Parts<'a> {
    /// The zones it defines, as a calendar of their own.
    zones: String,
    /// The line on which each event begins, and its text.
    events: Vec<(u64, &'a str)>,
}

/// Takes the file apart; refuses one that ends before its components do.
fn parts(text: &str) -> Result<Parts<'_>, Trouble> {
    let mut parts = Parts { zones: BEGINNING.to_owned(), events: Vec::new() };
    let mut open: Vec<String> = Vec::new();
    let (mut last, mut at) = (0, 0);
    // The component of the calendar that is under way: its line, where it begins.
    let mut begun = (0, 0);
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        last = number;
        let from = at;
        at += line.len();
        let start = line.get(..line.floor_char_boundary(LONGEST_NAME)).unwrap_or(line);
        let upper = start.trim_end().to_ascii_uppercase();
        if let Some(name) = upper.strip_prefix("BEGIN:") {
            if open.len() == 1 {
                begun = (number, from);
            }
            open.push(name.to_owned());
            if open.len() > DEPTH {
                return Err(Trouble::new(TroubleCode::TooLarge).line(number).with("limit", &DEPTH.to_string()));
            }
        } else if let Some(name) = upper.strip_prefix("END:") {
            if open.pop().as_deref() != Some(name) {
                return Err(Trouble::new(TroubleCode::Malformed).line(number).field("END").with("reason", name));
            }
            let inside = text.get(begun.1..at).unwrap_or_default();
            match name {
                "VEVENT" if open.len() == 1 => parts.events.push((begun.0, inside)),
                "VTIMEZONE" if open.len() == 1 => parts.zones.push_str(inside),
                _ => {}
            }
            if parts.zones.len() > ZONES {
                return Err(Trouble::new(TroubleCode::TooLarge).line(number).with("limit", &ZONES.to_string()));
            }
        }
    }
    parts.zones.push_str(END);
    match open.pop() {
        Some(name) => Err(Trouble::new(TroubleCode::Truncated).line(last).field(&format!("END:{name}"))),
        None => Ok(parts),
    }
}

/// An event as a calendar of its own, with the properties that are read and no other.
fn kept(inside: &str, line: u64) -> Result<String, Trouble> {
    let mut text = BEGINNING.to_owned();
    let mut reads = false;
    for part in inside.split_inclusive('\n') {
        // A line that begins with a space goes on with the one before.
        if !part.starts_with([' ', '\t']) {
            let name = part.split([':', ';', '\r', '\n']).next().unwrap_or_default();
            reads = READ.iter().any(|read| read.eq_ignore_ascii_case(name));
        }
        if reads {
            text.push_str(part);
        }
        if text.len() > EVENT {
            return Err(Trouble::new(TroubleCode::TooLarge).line(line).with("limit", &EVENT.to_string()));
        }
    }
    if !text.ends_with('\n') {
        text.push_str("\r\n");
    }
    text.push_str(END);
    Ok(text)
}

fn event(component: &ICalendarComponent, line: u64, zones: &Zones) -> Result<Event, Trouble> {
    let text = |name: &ICalendarProperty| {
        let entry = component.property(name)?;
        entry.values.iter().find_map(ICalendarValue::as_text).map(str::to_owned)
    };
    let times = |name: &ICalendarProperty| -> Result<Vec<Local>, Trouble> {
        let mut all = Vec::new();
        for entry in component.properties(name) {
            all.extend(locals(entry, line, zones)?);
        }
        Ok(all)
    };
    let start = times(&ICalendarProperty::Dtstart)?.into_iter().next();
    let replaces = times(&ICalendarProperty::RecurrenceId)?.into_iter().next();
    let start = start.or_else(|| replaces.clone());
    let start = start.ok_or_else(|| Trouble::new(TroubleCode::EmptyValue).line(line).field("DTSTART"))?;
    let rules = component.properties(&ICalendarProperty::Rrule).flat_map(|entry| &entry.values);
    let rules = rules.filter_map(|value| match value {
        ICalendarValue::RecurrenceRule(rule) => Some((**rule).clone()),
        _ => None,
    });
    let classes = component.properties(&ICalendarProperty::Class).flat_map(|entry| &entry.values);
    // A class nobody knows is to be treated as private (RFC 5545, 3.8.1.3).
    let private = classes
        .into_iter()
        .any(|value| !matches!(value, ICalendarValue::Classification(ICalendarClassification::Public)));
    let categories = component.properties(&ICalendarProperty::Categories).flat_map(|entry| &entry.values);
    Ok(Event {
        line,
        uid: text(&ICalendarProperty::Uid).unwrap_or_default(),
        rules: rules.collect(),
        more: times(&ICalendarProperty::Rdate)?,
        less: times(&ICalendarProperty::Exdate)?,
        replaces,
        summary: text(&ICalendarProperty::Summary).unwrap_or_default(),
        categories: categories.filter_map(ICalendarValue::as_text).map(str::to_owned).collect(),
        private,
        cancelled: matches!(component.status(), Some(ICalendarStatus::Cancelled)),
        start,
    })
}

/// The moments of one line.
fn locals(entry: &ICalendarEntry, line: u64, zones: &Zones) -> Result<Vec<Local>, Trouble> {
    let mut all = Vec::new();
    for value in &entry.values {
        let partial = match value {
            ICalendarValue::PartialDateTime(partial) => partial.as_ref(),
            ICalendarValue::Period(ICalendarPeriod::Range { start, .. } | ICalendarPeriod::Duration { start, .. }) => {
                start
            }
            _ => return Err(Trouble::new(TroubleCode::NotADate).line(line).field(entry.name.as_str())),
        };
        let (zone, told) = zones.find(entry.tz_id(), partial).map_err(|trouble| trouble.line(line))?;
        let moment =
            civil(partial).ok_or_else(|| Trouble::new(TroubleCode::NotADate).line(line).field(entry.name.as_str()))?;
        all.push(Local { moment, all_day: partial.hour.is_none(), zone, told });
    }
    Ok(all)
}

/// The local date and time written.
pub fn civil(partial: &PartialDateTime) -> Option<DateTime> {
    let small = |part: Option<u8>| i8::try_from(part.unwrap_or(0)).ok();
    let year = i16::try_from(partial.year?).ok()?;
    let date = Date::new(year, small(partial.month)?, small(partial.day)?).ok()?;
    // A leap second is the end of the minute.
    let time = Time::new(small(partial.hour)?, small(partial.minute)?, small(partial.second)?.min(59), 0).ok()?;
    Some(DateTime::from_parts(date, time))
}

impl Calendar {
    /// For each id, the dates that other events of that id replace, in milliseconds.
    pub fn replaced(&self) -> HashMap<&str, BTreeSet<i64>> {
        let mut replaced: HashMap<&str, BTreeSet<i64>> = HashMap::new();
        for event in self.events.iter().flatten() {
            if let Some(at) = event.replaces.as_ref().and_then(Local::millis) {
                replaced.entry(event.uid.as_str()).or_default().insert(at);
            }
        }
        replaced
    }
}

impl Local {
    /// The instant, in milliseconds; a whole day stands at its noon.
    pub fn millis(&self) -> Option<i64> {
        let moment = if self.all_day { self.moment.date().at(12, 0, 0, 0) } else { self.moment };
        moment.to_zoned(self.zone.clone()).ok().map(|zoned| zoned.timestamp().as_millisecond())
    }
}

/// The calendar's own type, for the zones beside.
pub type Wire = ICalendar;
