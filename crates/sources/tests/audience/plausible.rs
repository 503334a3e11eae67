//! Plausible: days, channels and sources, dated by the name of the archive.

use crate::support::{paris, read, refusal, shared};
use crate::{damaged, note, table, whole};
use model::{Breakdown, Metric};
use sources::open::{Limits, list_bytes};
use std::io::Write as _;

pub const VISITORS: &str = "date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration\n\
    2021-09-20,1,1,1,1.0,100,0\n2021-09-21,0,0,0,0.0,,\n";
pub const CHANNELS: &str = "name,visitors,bounce_rate,visit_duration\nDirect,3,67,20\nOrganic Social,1,0,60\n";

#[test]
fn days_with_empty_rates() {
    let days = read("visitors.csv", VISITORS.as_bytes(), &paris()).unwrap();
    assert_eq!((whole(&days, Metric::Visits), whole(&days, Metric::Visitors)), ((1.0, 2), (1.0, 2)));
    assert_eq!(whole(&days, Metric::PageViews), (1.0, 2));
}

#[test]
fn channels_and_sources_of_an_archive() {
    let sources =
        "name,visitors,bounce_rate,visit_duration\nDirect / None,3,67,20\nFacebook,2,0,60\nblog.example,1,0,1\n";
    let tags = "name,visitors,bounce_rate,visit_duration\nprintemps,3,67,20\n";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("channels.csv", CHANNELS), ("sources.csv", sources), ("utm_campaigns.csv", tags)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let parts =
        list_bytes("Plausible export exemple.fr 2026-03-01 to 2026-03-31.zip", bytes, &Limits::default()).unwrap();
    let mut text = Vec::new();
    for part in &parts {
        let (peek, mut input) = sources::input::peek(part.open().unwrap()).unwrap();
        let found = sources::recognise::recognise(&peek, None, None).unwrap();
        let mut sink = crate::support::Gather::default();
        let report = found.format.read(&mut input, &paris(), &mut sink).unwrap();
        let read = crate::support::Read { format: "", pieces: sink.pieces, bad: sink.bad, report };
        text.push(format!(
            "{:?} {:?} {:?}",
            table(&read, Breakdown::Channel, Metric::Visitors),
            table(&read, Breakdown::Source, Metric::Visitors),
            read.seen()
        ));
    }
    assert_eq!(
        text,
        [
            r#"["direct 3", "organic social 1"] [] ["arrivals"]"#,
            r#"[] ["none 3", "blog.example 1", "facebook 2"] ["arrivals"]"#,
            r#"[] [] ["plausible-aside"]"#,
        ]
    );
    assert!(read("channels.csv", CHANNELS.as_bytes(), &paris()).unwrap().pieces.is_empty(), "no day is invented");
}

#[test]
fn damaged_files_are_refused() {
    damaged(
        "visitors.csv",
        VISITORS,
        &[
            ("2021-09-21", "2021-09-31", "line 3: date: not-a-date"),
            ("2021-09-21", "2021-09-20", "line 3: date: contradiction"),
            ("20,1,1,1,1.0", "20,un,1,1,1.0", "line 2: visitors: not-a-number"),
            ("2021-09-21,0,0,0,0.0,,\n", "2021-09-21,0,0", "truncated"),
        ],
    );
    let saved = VISITORS.replace(',', ";");
    assert!(refusal("visitors.csv", saved.as_bytes(), &paris()).contains("resaved"));
}

#[test]
fn the_shared_export() {
    let file = |name: &str| shared("the_shared_export", &format!("plausible-csv/{name}.csv"));
    let (Some(days), Some(channels), Some(sources)) = (file("visitors"), file("channels"), file("sources")) else {
        return;
    };
    let days = read("visitors.csv", &days, &paris()).unwrap();
    assert_eq!((whole(&days, Metric::Visits), whole(&days, Metric::Visitors)), ((4.0, 5), (4.0, 5)));
    let named = "Plausible export x.example 2021-09-20 to 2021-10-20/channels.csv";
    assert_eq!(note(&read("channels.csv", &channels, &paris()).unwrap(), "arrivals-undated", "sum"), "5");
    let dated = "channels 2021-09-20 to 2021-10-20.csv";
    let channels = read(dated, &channels, &paris()).unwrap();
    assert_eq!(
        table(&channels, Breakdown::Channel, Metric::Visitors),
        ["direct 3", "organic search 1", "paid search 1"]
    );
    assert_eq!(note(&read(named, &sources, &paris()).unwrap(), "arrivals-undated", "sum"), "1");
}
