//! Google Analytics 4: several tables in one file, in both languages.

use crate::support::{paris, read, refusal, shared};
use crate::{damaged, note, table, utf16, whole};
use model::{Breakdown, Metric, Piece, Window};

pub const CHANNELS: &str = "# ----------------------------------------
# Report CSV Export
# Account: Exemple SA
# Property: exemple.fr - GA4
# ----------------------------------------
#  
# Start date: 20260701
# End date: 20260703
Session default channel group,Sessions,Engaged sessions,Engagement rate
Grand total,1200,700,0.58
Organic Search,600,390,0.65
Direct,400,200,0.5
Organic Social,150,80,0.53

# Start date: 20260701
# End date: 20260703
Nth day,Sessions
0000,500
0001,400
0002,300

# Start date: 20260701
# End date: 20260703
Page title,Views
Home,21
";

const FRENCH: &str = "# ----------------------------------------
# Acquisition de trafic\u{a0}: Source/support de la session
# Compte\u{a0}: Exemple SA
# Propriété\u{a0}: exemple.fr - GA4
# ----------------------------------------
# 
# Tous les utilisateurs
# Date de début\u{a0}: 20260701
# Date de fin\u{a0}: 20260930
Source/support de la session,Sessions,Taux d'engagement
google / organic,\"6\u{202f}000\",\"62,5 %\"
(direct) / (none),3000,50 %
m.facebook.com / referral,700,62 %
infolettre / email,200,40 %
facebook / cpc,300,40 %
(not set),12,0 %
Total,\"10\u{202f}212\",55 %
";

#[test]
fn views_by_day_and_not_by_page() {
    let file = |headers: &str, rows: &str| format!("# Start date: 20260701\n# End date: 20260703\n{headers}\n{rows}");
    let views = |headers: &str, rows: &str| {
        let read = read("data-export.csv", file(headers, rows).as_bytes(), &paris()).unwrap();
        whole(&read, Metric::PageViews)
    };
    assert_eq!(views("Date,Views,Total users", "20260702,20,3\n20260701,12,2\n"), (32.0, 2));
    assert_eq!(views("Jour,Vues,Sessions", "20260702,20,3\n20260701,12,2\n"), (32.0, 2));
    // Page by page, the rows may not be all there are.
    assert_eq!(views("Date,Page path,Views,Sessions", "20260701,/,20,3\n20260701,/prix,12,2\n"), (0.0, 0));
    assert_eq!(views("Date,Session default channel group,Views,Sessions", "20260701,Direct,20,3\n"), (0.0, 0));
}

#[test]
fn several_tables_in_one_file() {
    let read = read("data-export.csv", CHANNELS.as_bytes(), &paris()).unwrap();
    assert_eq!((read.format, read.report.rows), ("ga4", 8));
    // 1200 in all, 1150 listed: the rest came from somewhere too, and is nobody's.
    let expected = ["(other) 50", "direct 400", "organic search 600", "organic social 150"];
    assert_eq!(table(&read, Breakdown::Channel, Metric::Visits), expected);
    assert_eq!(whole(&read, Metric::Visits), (2400.0, 4), "three days and the table's own total");
    assert_eq!(note(&read, "ga4-aside", "count"), "1");
    assert_eq!(note(&read, "arrivals", "sum"), "1200");
    assert!(read.seen().contains(&"day-zone-unknown".to_owned()));
}

#[test]
fn windows_end_with_the_day_after_the_last() {
    let read = read("data-export.csv", CHANNELS.as_bytes(), &paris()).unwrap();
    let windows = read.pieces.iter().filter_map(|piece| match piece {
        Piece::Observation(told) => Some(&told.window),
        _ => None,
    });
    let date = |day| jiff::civil::date(2026, 7, day);
    let days = windows.filter(|window| **window == Window::Days { from: date(1), to: date(4), zone: None });
    assert_eq!(days.count(), 5);
}

#[test]
fn french_labels_sources_and_numbers() {
    let read = read("données.csv", FRENCH.as_bytes(), &paris()).unwrap();
    let expected = ["(other) 12", "none 3000", "google 6000", "m.facebook.com 700", "facebook 300", "infolettre 200"];
    let mut rows = table(&read, Breakdown::Source, Metric::Visits);
    let mut sorted = expected.map(str::to_owned);
    rows.sort();
    sorted.sort();
    assert_eq!(rows, sorted);
    assert_eq!(whole(&read, Metric::Visits), (10212.0, 1));
}

#[test]
fn days_by_channel_and_a_compared_period() {
    let text = "# Start date: 20260701\n# End date: 20260702\n\
        Date,Session default channel group,Date range,Sessions\n\
        20260702,Direct,Jul 1 - Jul 2,5\n20260701,Direct,Jul 1 - Jul 2,3\n20260701,Organic Social,Jul 1 - Jul 2,2\n\
        20260701,Direct,Jun 29 - Jun 30,99\n";
    let read = read("x.csv", text.as_bytes(), &paris()).unwrap();
    let expected = ["direct 3", "organic social 2", "direct 5"];
    assert_eq!(table(&read, Breakdown::Channel, Metric::Visits), expected);
    assert_eq!(note(&read, "ga4-compared", "count"), "1");
}

#[test]
fn parts_of_a_day_are_not_the_site() {
    let told = |table: &str| {
        let text = format!("# Start date: 20260701\n# End date: 20260702\n{table}");
        let read = read("x.csv", text.as_bytes(), &paris()).unwrap();
        [Metric::Visits, Metric::Visitors, Metric::PageViews].map(|metric| whole(&read, metric).1)
    };
    // A day that comes twice, and days that come once each: the header says that rows are parts.
    assert_eq!(told("Date,Country,Total users,Sessions\n20260701,FR,5,6\n20260701,BE,3,4\n20260702,FR,1,1\n"), [0; 3]);
    assert_eq!(told("Date,Country,Views,Total users,Sessions\n20260701,FR,5,6,9\n20260702,BE,3,4,8\n"), [0; 3]);
    assert_eq!(told("Date,Hour,Views,Sessions\n20260701,08,5,6\n20260702,09,3,4\n"), [0; 3]);
    assert_eq!(told("Pays,Jour,Vues,Sessions\nFrance,20260701,5,6\nBelgique,20260702,3,4\n"), [0; 3]);
    let channels =
        "Date,Session default channel group,Sessions,Total users,Views\n20260701,Direct,5,6,9\n20260702,Email,3,4,8\n";
    assert_eq!(told(channels), [0; 3]);
    // A metric that nobody reads may stand before those that are.
    assert_eq!(told("Date,Event count,Engagement rate,Views,Sessions\n20260701,20,\"52,5 %\",5,6\n"), [1, 0, 1]);
    assert_eq!(told("Nth day,Date range,Total users\n0000,Jul 1 - Jul 2,5\n0001,Jul 1 - Jul 2,6\n"), [0, 2, 0]);
}

#[test]
fn two_ways_of_sorting_are_kept_apart() {
    let head = "# Start date: 20260701\n# End date: 20260702\n";
    let channels = "Session default channel group,Sessions\nDirect,7\n";
    // The same table twice (two cards of an overview) is one table.
    let text = format!(
        "{head}{channels}\n{head}{channels}\n{head}Session source,Session medium,Sessions\n(direct),(none),7\n"
    );
    let read = read("x.csv", text.as_bytes(), &paris()).unwrap();
    assert_eq!(table(&read, Breakdown::Channel, Metric::Visits), ["direct 7"]);
    assert_eq!(table(&read, Breakdown::Source, Metric::Visits), ["none 7"]);
}

#[test]
fn damaged_files_are_refused() {
    damaged(
        "data-export.csv",
        CHANNELS,
        &[
            ("600,390", "6oo,390", "line 11: Sessions: not-a-number"),
            ("Direct,400,200,0.5", "Direct,400", "line 12: cell-count"),
            ("0002,300", "0009,300", "line 20: Nth day: not-a-date"),
            ("0002,300", "two,300", "line 20: Nth day: not-a-date"),
            // Found by fuzzing: more days than a calendar has.
            ("0002,300", "0099999999,300", "line 20: Nth day: not-a-date"),
            (
                "Session default channel group,Sessions,Engaged sessions,Engagement rate",
                "Session default channel group;Sessions;Engaged sessions;Engagement rate",
                "line 9: resaved",
            ),
        ],
    );
    let cut = CHANNELS.split_once("Organic Search,600").unwrap().0;
    let cut = format!("{cut}Organic Search,6");
    assert!(refusal("x.csv", cut.as_bytes(), &paris()).starts_with("line 11: truncated"));
    let headers_only = CHANNELS.split_once("Grand total").unwrap().0;
    assert!(refusal("x.csv", headers_only.as_bytes(), &paris()).starts_with("empty"));
    let latin: Vec<u8> = FRENCH.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect();
    assert!(refusal("x.csv", &latin, &paris()).contains("bad-encoding"));
    // Saved as UTF-16 it is still one text, decoded by its mark.
    assert_eq!(read("x.csv", &utf16(CHANNELS), &paris()).unwrap().report.rows, 8);
}

#[test]
fn the_shared_overview_of_a_dozen_tables() {
    let Some(bytes) = shared("the_shared_overview_of_a_dozen_tables", "ga4-csv-shape/data-export_overview_multi.csv")
    else {
        return;
    };
    let read = read("data-export_overview_multi.csv", &bytes, &paris()).unwrap();
    assert_eq!(table(&read, Breakdown::Channel, Metric::Visits), ["organic social 7"]);
    // `Nth day` 0000 to 0027 is 23 September to 20 October 2023.
    assert_eq!(whole(&read, Metric::Visitors), (6.0, 28));
    assert_eq!(note(&read, "arrivals-days", "from"), "2023-09-23");
    assert_eq!(note(&read, "arrivals-days", "to"), "2023-10-20");
    assert!(note(&read, "ga4-aside", "count").parse::<u32>().unwrap() >= 8);
}

#[test]
fn the_shared_days_sorted_by_count() {
    let Some(bytes) = shared("the_shared_days_sorted_by_count", "ga4-csv-shape/data-export_exploration_daily.csv")
    else {
        return;
    };
    let read = read("data-export_exploration_daily.csv", &bytes, &paris()).unwrap();
    let (_, days) = whole(&read, Metric::Visitors);
    assert_eq!(u64::try_from(days).unwrap(), read.report.rows);
    assert_eq!(read.report.rows, 241);
    assert_eq!(note(&read, "arrivals-days", "from"), "2023-07-08");
}

#[test]
fn the_shared_report_of_events_tells_no_visit() {
    let Some(bytes) = shared("the_shared_report_of_events_tells_no_visit", "ga4-csv-shape/data-export_events.csv")
    else {
        return;
    };
    assert!(refusal("events.csv", &bytes, &paris()).starts_with("Sessions: missing-column"));
}

#[test]
fn the_shared_french_report() {
    let Some(bytes) = shared("the_shared_french_report", "shapes-synthetic/ga4-fr/data-export.csv") else { return };
    let read = read("data-export.csv", &bytes, &paris()).unwrap();
    let expected = ["direct 3000", "organic search 6000", "organic social 1000", "paid social 300", "referral 700"];
    assert_eq!(table(&read, Breakdown::Channel, Metric::Visits), expected);
    assert_eq!(note(&read, "arrivals", "sum"), "11000");
    assert_eq!(
        (note(&read, "arrivals", "from"), note(&read, "arrivals", "to")),
        ("2026-07-01".into(), "2026-09-30".into())
    );
}
