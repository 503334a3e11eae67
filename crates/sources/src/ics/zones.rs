//! The zone of a calendar's moments: UTC, an IANA or Outlook name, or the fixed offset that the file defines.

use super::wire::Wire;
use crate::trouble::{Trouble, TroubleCode};
use calcard::common::PartialDateTime;
use calcard::icalendar::{ICalendarComponentType, ICalendarProperty, ICalendarValue};
use jiff::tz::{Offset, TimeZone};
use std::collections::HashMap;

/// The zones that a file names.
pub struct Zones {
    named: HashMap<String, TimeZone>,
    client: TimeZone,
}

impl Zones {
    /// Reads the definitions of the file.
    pub fn of(calendar: &Wire, client: &TimeZone) -> Self {
        let mut named = HashMap::new();
        for definition in calendar.timezones() {
            let id = definition.property(&ICalendarProperty::Tzid).and_then(|entry| entry.values.first());
            let Some(id) = id.and_then(ICalendarValue::as_text) else { continue };
            let known = definition.timezone().and_then(|(_, zone)| zone.name().and_then(|name| iana(&name)));
            let zone = known.or_else(|| iana(id)).or_else(|| fixed(calendar, definition));
            named.extend(zone.map(|zone| (id.to_owned(), zone)));
        }
        Self { named, client: client.clone() }
    }

    /// The zone of one moment, and whether the file tells it; without any, the client's.
    pub fn find(&self, id: Option<&str>, partial: &PartialDateTime) -> Result<(TimeZone, bool), Trouble> {
        if partial.hour.is_none() {
            return Ok((self.client.clone(), false));
        }
        if let (Some(hour), minute) = (partial.tz_hour, partial.tz_minute.unwrap_or(0)) {
            let seconds = i32::from(hour) * 3600 + i32::from(minute) * 60;
            let seconds = if partial.tz_minus { -seconds } else { seconds };
            let unknown = |_| Trouble::new(TroubleCode::UnknownZone).with("zone", &seconds.to_string());
            return Ok((TimeZone::fixed(Offset::from_seconds(seconds).map_err(unknown)?), true));
        }
        let Some(id) = id else { return Ok((self.client.clone(), false)) };
        let zone = self.named.get(id).cloned().or_else(|| iana(id)).or_else(|| by_other_name(id));
        zone.map(|zone| (zone, true))
            .ok_or_else(|| Trouble::new(TroubleCode::UnknownZone).field("TZID").with("zone", id))
    }
}

fn iana(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// Outlook's names (`Romance Standard Time`) and the like.
fn by_other_name(id: &str) -> Option<TimeZone> {
    let zone: calcard::common::timezone::Tz = id.parse().ok()?;
    iana(&zone.name()?)
}

/// A zone that the file defines and nobody else knows, when it has one offset all the year.
fn fixed(calendar: &Wire, definition: &calcard::icalendar::ICalendarComponent) -> Option<TimeZone> {
    let parts = definition.component_ids.iter().filter_map(|id| calendar.component_by_id(*id));
    let parts = parts.filter(|part| {
        matches!(part.component_type, ICalendarComponentType::Standard | ICalendarComponentType::Daylight)
    });
    let mut offsets = parts.map(|part| {
        let entry = part.property(&ICalendarProperty::Tzoffsetto)?;
        let ICalendarValue::PartialDateTime(offset) = entry.values.first()? else { return None };
        let seconds = i32::from(offset.tz_hour?) * 3600 + i32::from(offset.tz_minute.unwrap_or(0)) * 60;
        Some(if offset.tz_minus { -seconds } else { seconds })
    });
    let first = offsets.next()??;
    let constant = offsets.all(|offset| offset == Some(first));
    constant.then(|| Offset::from_seconds(first).ok().map(TimeZone::fixed)).flatten()
}
