//! Calendars of a few lines whose one rule has thousands of dates.

use crate::support::{MB, Taken, read};
use sources::registry::by_id;
use std::io::Cursor;

fn calendar(start: &str, rule: &str) -> Taken {
    let text = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Paris:{start}T100000\r\nRRULE:{rule}\r\n\
         SUMMARY:Réunion\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    read(by_id("ics").unwrap(), Cursor::new(text.into_bytes()))
}

#[test]
fn a_rule_of_ten_thousand_dates_is_not_held_as_ten_thousand_acts() {
    for (start, rule) in [
        ("10130502", "FREQ=WEEKLY;UNTIL=20261102T090000Z"),
        ("10130502", "FREQ=DAILY"),
        ("10130502", "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10,11,12"),
        ("19990101", "FREQ=DAILY"),
        ("20150101", "FREQ=DAILY;BYHOUR=8,12,16"),
    ] {
        let taken = calendar(start, rule);
        assert!(taken.peak < 2 * MB, "{start} {rule}: {} bytes held", taken.peak);
    }
}
