//! Calendars.

use crate::support::{paris, read, refusal, shared};
use sources::Options;

const AGENDA: &[u8] = include_bytes!("../ics/agenda.ics");

#[test]
fn agenda() {
    let read = read("agenda.ics", AGENDA, &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("ics", 8));
    insta::assert_snapshot!(read.text(), @r#"
    fact meeting 1@exemple@1791187200000 at 2026-10-05T08:00:00Z told "" "Comité éditorial"
    fact meeting 1@exemple@1793005200000 at 2026-10-26T09:00:00Z told "" "Comité éditorial"
    fact meeting 1@exemple@1793610000000 at 2026-11-02T09:00:00Z told "" "Comité éditorial"
    fact meeting 1@exemple@1792414800000 at 2026-10-19T13:00:00Z told "" "Comité éditorial"
    fact call 2@exemple@1793950200000 at 2026-11-06T07:30:00Z told "" "Appel de la mairie"
    fact event_attended 3@exemple@1794654000000 at 2026-11-14T11:00:00Z assumed "" "Salon du livre"
    cover Facts(Call) 2026-10-04T22:00:00Z..2026-11-22T11:00:00Z
    cover Facts(Meeting) 2026-10-04T22:00:00Z..2026-11-22T11:00:00Z
    cover Facts(EventAttended) 2026-10-04T22:00:00Z..2026-11-22T11:00:00Z
    seen private-left-out count=1
    seen cancelled-left-out count=1
    seen future-left-out count=1
    seen not-acts-left-out count=1
    seen zone-assumed zone=Europe/Paris
    "#);
}

#[test]
fn private_events_only_when_asked() {
    let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nCLASS:CONFIDENTIAL\r\nDTSTART:20261110T090000Z\r\n\
                SUMMARY:Réunion\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(refusal("private.ics", text.as_bytes(), &paris()), "only-private");
    let asked = Options { include_private: true, ..paris() };
    assert_eq!(read("private.ics", text.as_bytes(), &asked).unwrap().pieces.len(), 2);
}

#[test]
fn damaged_calendars() {
    let text = std::str::from_utf8(AGENDA).unwrap();
    let cut = text.split("SUMMARY:Appel").next().unwrap();
    assert_eq!(refusal("agenda.ics", cut.as_bytes(), &paris()), "line 23: END:VEVENT: truncated");
    let latin =
        [text.split('é').next().unwrap().as_bytes(), b"\xe9ditorial\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"].concat();
    assert_eq!(refusal("agenda.ics", &latin, &paris()), "line 10: bad-encoding (encoding: UTF-8)");
    let no_start = text.replace("DTSTART;VALUE=DATE:20261114\r\n", "");
    assert_eq!(refusal("agenda.ics", no_start.as_bytes(), &paris()), "line 26: DTSTART: empty-value");
    let nowhere = text.replace("Romance Standard Time", "Mars/Olympus");
    assert_eq!(refusal("agenda.ics", nowhere.as_bytes(), &paris()), "line 20: TZID: unknown-zone (zone: Mars/Olympus)");
    let skipped = read("agenda.ics", nowhere.as_bytes(), &Options { skip_bad: true, ..paris() }).unwrap();
    assert_eq!(skipped.bad.len(), 1);
}

#[test]
fn shared_calendars() {
    let facts = |name: &str| {
        let bytes = shared("shared_calendars", &format!("ics-icaljs/{name}"))?;
        let read = read(name, &bytes, &paris()).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        let lines: Vec<String> =
            read.text().lines().filter(|line| line.starts_with("fact")).map(str::to_owned).collect();
        Some(lines)
    };
    let Some(minimal) = facts("minimal.ics") else { return };
    assert!(minimal[0].contains("2012-06-30T13:00:00Z told"), "{minimal:?}");
    assert_eq!(facts("rdate_exdate.ics").unwrap().len(), 3);
    assert!(facts("timezone_from_file.ics").unwrap()[0].contains("2023-03-06T21:23:00Z told"));
    assert!(facts("utc_negative_zero.ics").unwrap()[0].contains("2012-08-21T21:00:00Z told"));
    assert!(facts("duration_instead_of_dtend.ics").unwrap()[0].contains("2012-06-30T13:00:00Z told"));
    assert!(facts("only_dtstart_date.ics").unwrap()[0].contains("assumed"));
    assert!(facts("google_birthday.ics").unwrap().is_empty(), "birthdays are no acts");
    // Daily since 1 August 2012: 5,227 days up to 22 November 2026 noon in Paris, where it is not yet 5 in Los Angeles.
    assert_eq!(facts("daily_recur.ics").unwrap().len(), 5226);
    let finite = facts("recur_instances_finite.ics").unwrap();
    assert_eq!(finite.len(), 5, "{finite:?}");
    let many = facts("recur_instances.ics").unwrap();
    assert!(many.iter().any(|line| line.contains("2012-10-02T22:00:00Z")), "the changed date");
    assert!(!many.iter().any(|line| line.contains("2012-10-02T17:00:00Z")), "the date it replaces");
    assert!(!many.iter().any(|line| line.contains("2013-04-02T17:00:00Z")), "the date taken out");
    for name in ["blank_line_end.ics", "blank_line_mid.ics"] {
        let bytes = shared("shared_calendars", &format!("ics-icaljs/{name}")).unwrap();
        assert_eq!(refusal(name, &bytes, &paris()), "empty", "{name}");
    }
    for name in [
        "blank_description.ics",
        "day_long_recur_yearly.ics",
        "forced_types.ics",
        "multiple_rrules.ics",
        "parserv2.ics",
        "only_dtstart_time.ics",
    ] {
        assert!(!facts(name).unwrap().is_empty(), "{name}");
    }
}

/// A slip of the pen: a weekly rule that begins in 1013 gave 10,000 dates up to 1205 and none of our time.
#[test]
fn rules_that_begin_long_ago_come_to_our_time() {
    let seen = |start: &str, rule: &str| {
        let text = format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Paris:{start}T100000\r\nRRULE:{rule}\r\n\
             SUMMARY:Réunion\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        let read = read("agenda.ics", text.as_bytes(), &paris()).unwrap();
        let acts: Vec<String> =
            read.text().lines().filter(|line| line.starts_with("fact")).map(str::to_owned).collect();
        let years = acts.iter().filter_map(|act| act.split_once(" at ")?.1.get(..10).map(str::to_owned));
        (years.collect::<Vec<_>>(), read.seen())
    };
    // The second of May 1013 is a Sunday, and so is every date after.
    let (days, notes) = seen("10130502", "FREQ=WEEKLY;UNTIL=20261102T090000Z");
    assert_eq!((days.len(), days[0].as_str(), days[1].as_str()), (2967, "1013-05-02", "1970-01-04"));
    assert_eq!((days.last().unwrap().as_str(), notes), ("2026-11-01", vec!["recurrences-early".to_owned()]));
    // Every third week, counted from the first.
    let (all, _) = seen("19690101", "FREQ=WEEKLY;INTERVAL=3");
    let (since, _) = seen("19700114", "FREQ=WEEKLY;INTERVAL=3");
    assert_eq!(all[1..], since[..], "54 weeks are 18 times three");
    // Months and counted dates are gone through one by one.
    let (months, _) = seen("19650331", "FREQ=MONTHLY");
    assert_eq!((months[0].as_str(), months[1].as_str()), ("1965-03-31", "1970-01-31"));
    let (counted, _) = seen("19691230", "FREQ=DAILY;COUNT=4");
    assert_eq!(counted, ["1969-12-30", "1970-01-01", "1970-01-02"]);
}

/// What was found by fuzzing: a rule of which no date comes, rules that name every second, a line of a million parts.
#[test]
fn hostile_calendars() {
    let calendar = |event: &str| {
        let event = format!(
            "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20240101T090000Z\r\n{event}\r\nSUMMARY:Réunion\r\nEND:VEVENT\r\n"
        );
        move |times: usize| format!("BEGIN:VCALENDAR\r\n{}END:VCALENDAR\r\n", event.repeat(times)).into_bytes()
    };
    let started = std::time::Instant::now();
    let every = "RRULE:FREQ=SECONDLY;BYHOUR=0;BYMINUTE=0;BYSECOND=0";
    let read_one = |bytes: &[u8]| read("agenda.ics", bytes, &paris()).unwrap();
    let read = read_one(&calendar(every)(1));
    assert_eq!((read.pieces.len(), read.seen()), (2, vec!["recurrences-cut".to_owned()]));
    let numbers = |to: u8| (0..to).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
    let all = format!("RRULE:FREQ=YEARLY;BYHOUR={};BYMINUTE={};BYDAY=MO,TU,WE", numbers(24), numbers(60));
    assert_eq!(read_one(&calendar(&all)(1)).pieces.len(), 2);
    // No Tuesday is the zeroth of its month.
    let never = "RRULE:FREQ=MONTHLY;INTERVAL=1;BYDAY=0TU";
    assert_eq!(read_one(&calendar(never)(1)).pieces.len(), 2);
    let refused = refusal("agenda.ics", &calendar(never)(1000), &paris());
    assert!(refused.ends_with("too-large (limit: 1000000)"), "{refused}");
    // As many rules as one event may hold: not ten thousand dates each.
    let many = "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9\r\n".repeat(1000);
    let read = read_one(&calendar(&many)(1));
    assert_eq!((read.pieces.len() < 10_010, read.seen()), (true, vec!["recurrences-cut".to_owned()]));
    let long = format!("SUMMARY{}:x", ";CU".repeat(100_000));
    assert_eq!(refusal("agenda.ics", &calendar(&long)(1), &paris()), "line 2: too-large (limit: 65536)");
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
