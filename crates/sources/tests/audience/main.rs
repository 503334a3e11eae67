//! What tells the audience of a site and who links to it: logs of every dialect, audience tools, backlinks.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code,
    missing_docs,
    reason = "tests"
)]

mod ga4;
mod links;
mod matomo;
mod plausible;
mod search_console;
#[path = "../exports/support.rs"]
mod support;
mod webmention;
mod zoo;

use model::{Breakdown, Metric, Piece, Subject};
use support::{Read, paris, read, refusal};

/// The rows of the tables by channel or by source, `word value`, in order.
fn table(read: &Read, by: Breakdown, metric: Metric) -> Vec<String> {
    let rows = read.pieces.iter().filter_map(|piece| match piece {
        Piece::Observation(told) if told.metric == metric => match &told.subject {
            Subject::Origin(sorted, origin) if *sorted == by => {
                let word = [&origin.channel, &origin.referrer, &origin.campaign_source];
                let word = word.into_iter().flatten().next().map_or("none", String::as_str);
                Some(format!("{word} {}", told.value))
            }
            _ => None,
        },
        _ => None,
    });
    rows.collect()
}

/// Figures of the site as a whole: their sum and number.
fn whole(read: &Read, metric: Metric) -> (f64, usize) {
    let values: Vec<f64> = read
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Observation(told) if told.metric == metric && told.subject == Subject::Space => Some(told.value),
            _ => None,
        })
        .collect();
    (values.iter().sum(), values.len())
}

/// What a note says under a name.
fn note(read: &Read, code: &str, name: &str) -> String {
    let note = read.report.seen.iter().find(|note| note.code == code).unwrap_or_else(|| panic!("{:?}", read.seen()));
    note.args.iter().find(|(key, _)| key == name).unwrap().1.clone()
}

fn utf16(text: &str) -> Vec<u8> {
    support::utf16(text)
}

/// A file in Latin-1, cut in two, or empty under its headers is refused and tells nothing.
fn damaged(name: &str, text: &str, cases: &[(&str, &str, &str)]) {
    for (from, to, expected) in cases {
        assert!(text.contains(from), "{from}");
        let refused = refusal(name, text.replacen(from, to, 1).as_bytes(), &paris());
        assert!(refused.contains(expected), "{from} → {to}: {refused}");
    }
}

#[test]
fn no_two_of_these_formats_claim_one_file() {
    let files = [
        ("ga4", ga4::CHANNELS),
        ("matomo-csv", matomo::SUMMARY),
        ("plausible-csv", plausible::VISITORS),
        ("plausible-csv", plausible::CHANNELS),
        ("search-console", search_console::DATES),
        ("gsc-links", links::LATEST),
        ("gsc-links", links::SITES),
        ("ahrefs-backlinks", links::AHREFS),
        ("webmention", webmention::MENTIONS),
    ];
    for (format, text) in files {
        assert_eq!(read("file", text.as_bytes(), &paris()).unwrap().format, format);
    }
}
