//! Addresses read and written, and the dates behind names.
#![allow(clippy::unwrap_used)]

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 22);

#[test]
fn named_periods_are_dates() {
    let cases = [
        (Named::Last7Days, date(2026, 11, 15), date(2026, 11, 22)),
        (Named::Last28Days, date(2026, 10, 25), date(2026, 11, 22)),
        (Named::Last90Days, date(2026, 8, 24), date(2026, 11, 22)),
        (Named::ThisMonth, date(2026, 11, 1), date(2026, 11, 23)),
        (Named::LastMonth, date(2026, 10, 1), date(2026, 11, 1)),
        (Named::ThisYear, date(2026, 1, 1), date(2026, 11, 23)),
        (Named::Last12Months, date(2025, 11, 22), date(2026, 11, 22)),
    ];
    for (named, from, to) in cases {
        assert_eq!(named.dates(TODAY), Some((from, to)), "{named}");
    }
    assert_eq!(Named::All.dates(TODAY), None);
}

#[test]
fn what_is_entered_by_hand_counts_today() {
    let usual = View::default();
    assert_eq!(usual.dates(TODAY).1, Some(TODAY));
    assert_eq!(usual.dates_with_today(TODAY).1, Some(date(2026, 11, 23)));
    let chosen = View::parse("from=2026-11-01&to=2026-11-22").unwrap();
    assert_eq!(chosen.dates_with_today(TODAY), chosen.dates(TODAY), "chosen dates stand as they are");
}

#[test]
fn the_usual_view_has_a_bare_address() {
    assert_eq!(View::default().link("/measures"), "/measures");
    assert_eq!(View::parse("").unwrap(), View::default());
    assert_eq!(View::parse("client=&period=&from=").unwrap(), View::default(), "a form sends empty choices");
}

#[test]
fn links_carry_the_view_and_leave_the_rooms_own_words() {
    let view = View::parse("client=acme&period=all&compare=none&by=week&panel=facts").unwrap();
    assert_eq!(view.link("/journal"), "/journal?client=acme&period=all&compare=none");
    assert_eq!(view.without("panel").here("/measures"), "/measures?client=acme&period=all&compare=none&by=week");
    assert_eq!(view.with("by", "day").own("by"), Some("day"));
    assert_eq!(View::parse("client=a%20b").unwrap().link("/x?y=1#z"), "/x?y=1&client=a+b#z");
}

#[test]
fn people_name_the_last_day_and_programs_the_day_after() {
    let view = View::parse("from=2026-09-22&until=2026-11-22").unwrap();
    assert_eq!(view.window, Window::Dates(Some(date(2026, 9, 22)), Some(date(2026, 11, 23))));
    assert_eq!(view.link("/m"), "/m?from=2026-09-22&to=2026-11-23");
    let ask = view.ask(&["gains"], TODAY, RuleSet::Ga4);
    assert_eq!((ask.from.as_deref(), ask.to.as_deref()), (Some("2026-09-22"), Some("2026-11-23")));
    assert_eq!((ask.compare.as_deref(), ask.rules.as_deref()), (Some("previous"), Some("ga4")));
}

#[test]
fn what_is_not_understood_is_said() {
    for query in [
        "from=yesterday",
        "period=someday",
        "compare=neighbours",
        "zone=Mars/Base",
        "rules=mine",
        "from=2026-02-01&to=2026-02-01",
    ] {
        assert!(View::parse(query).is_err(), "{query}");
    }
}

proptest! {
    #[test]
    fn any_view_reads_back_from_its_address(
        client in proptest::option::of("[a-z0-9-]{1,12}"),
        spaces in proptest::collection::vec("[a-z0-9/-]{1,12}", 0..3),
        named in proptest::sample::select(Named::ALL.to_vec()),
        days in proptest::option::of((0_i64..20_000, 1_i64..4000)),
        compare in proptest::option::of(proptest::sample::select(Compare::ALL.to_vec())),
        rest in proptest::option::of("[^\\s]{1,9}"),
    ) {
        let window = match days {
            Some((start, length)) => {
                let from = date(1990, 1, 1) + start.days();
                Window::Dates(Some(from), Some(from + length.days()))
            }
            None => Window::Named(named),
        };
        let rest = rest.map(|value| ("by".to_owned(), value)).into_iter().collect();
        let view = View { client, spaces, window, compare, zone: None, rules: None, rest };
        let link = view.here("/measures");
        let query = link.split_once('?').map_or("", |(_, query)| query);
        prop_assert_eq!(View::parse(query).unwrap(), view);
    }
}
