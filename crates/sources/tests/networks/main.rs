//! The networks' exports and downloads, on small files of our own and on the shared data: what they give, and how
//! they refuse.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

#[path = "../exports/support.rs"]
mod support;

#[path = "../pages/books.rs"]
#[expect(dead_code, reason = "some of it serves damaged workbooks alone")]
mod books;
mod facebook_insights_books;
mod facebook_insights_page;
mod facebook_insights_posts;
mod instagram_download;
mod meta_audience;
mod meta_business_suite;
mod pinterest_overview;
mod properties;
mod recognition;
mod reddit_download;
mod threads_download;
mod x_activity;
mod x_archive;
mod x_video;

/// Every line quoted once more, as a spreadsheet does with a table it took for one column.
fn requoted(text: &str) -> String {
    let line = |line: &str| format!("\"{}\"\n", line.trim_start_matches('\u{feff}').replace('"', "\"\""));
    text.lines().map(line).collect()
}

/// The text in Windows-1252.
fn latin(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

/// An argument of a note.
fn told(read: &support::Read, code: &str, name: &str) -> Option<String> {
    let note = read.report.seen.iter().find(|note| note.code == code)?;
    note.args.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
}

/// A text argument of a JSON file.
fn cut(text: &str, at: &str) -> Vec<u8> {
    text[..text.find(at).unwrap()].into()
}
