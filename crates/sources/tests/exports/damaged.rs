//! Damaged files: each one is refused with its line, its column and a reason, or its bad lines are listed.

use crate::support::{paris, read, refusal, utf16};
use sources::{Options, TroubleCode};

const X: &str = include_str!("../x_overview/account_overview_analytics.csv");
const X_CONTENT: &str = include_str!("../x_content/account_analytics_content_2026-03-01_2026-03-31.csv");
const TIKTOK: &str = include_str!("../tiktok_business/overview.csv");
const AUDIENCE: &str = include_str!("../tiktok_business/audience.csv");
const META: &str = include_str!("../meta_posts/Mar-01-2026_Mar-31-2026_1234567890123456.csv");
const DAILY: &str =
    "sep=,\n\"Facebook reach\"\n\"Date\",\"Primary\"\n\"2026-03-27T00:00:00\",\"7\"\n\"2026-03-30T01:00:00\",\"4\"\n";

/// Every line quoted once more, as a spreadsheet does with a table it took for one column.
fn requoted(text: &str) -> String {
    let line = |line: &str| format!("\"{}\"\n", line.trim_start_matches('\u{feff}').replace('"', "\"\""));
    text.lines().map(line).collect()
}

fn without_end(text: &str, bytes: usize) -> Vec<u8> {
    let body = text.trim_end().as_bytes();
    body[..body.len() - bytes].to_vec()
}

#[test]
fn truncated() {
    let cases = [
        without_end(X, 2),
        without_end(X, 3),
        without_end(X, 12),
        without_end(X_CONTENT, 8),
        X_CONTENT.split("aube").next().unwrap().into(),
        without_end(TIKTOK, 1),
        without_end(AUDIENCE, 8),
        META.split("comme avant").next().unwrap().into(),
        without_end(META, 30),
    ];
    let said: Vec<String> = cases.iter().map(|bytes| refusal("export.csv", bytes, &paris())).collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    line 3: Media views: truncated
    line 3: Video views: truncated
    line 3: Reposts: truncated
    line 4: Profile visits: truncated
    line 2: truncated
    line 3: Lost followers: truncated
    line 3: Total followers: truncated
    line 2: truncated
    line 7: Post type: truncated
    "#);
}

#[test]
fn truncated_utf16() {
    let whole = utf16(DAILY.trim_end());
    let cut = |bytes: usize| refusal("Reach.csv", &whole[..whole.len() - bytes], &paris());
    assert_eq!(cut(1), "line 5: truncated", "half a character");
    assert_eq!(cut(2), "line 5: truncated", "an open quote");
    assert_eq!(cut(8), "line 5: truncated (cells: 1) (headers: 2)", "no value");
    let title = utf16("sep=,\n\"Facebook reach\"\n");
    assert_eq!(refusal("Reach.csv", &title, &paris()), "line 2: truncated");
}

#[test]
fn wrongly_encoded() {
    let latin = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let cases = [
        (latin(&X_CONTENT.replace("🧺", "")), "line 2: bad-encoding (encoding: UTF-8)"),
        (latin(&META.replace("🎉", "").replace('\u{feff}', "")), "line 4: bad-encoding (encoding: UTF-8)"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(refusal("export.csv", &bytes, &paris()), expected);
    }
    let mut odd = utf16(DAILY);
    odd.remove(40);
    let said = refusal("Reach.csv", &odd, &paris());
    assert!(said.contains("truncated") || said.contains("unrecognised") || said.contains("bad-encoding"), "{said}");
}

#[test]
fn utf16_without_its_mark_and_utf8_with_one_are_read() {
    let bare: Vec<u8> = DAILY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = DAILY.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = format!("\u{feff}{DAILY}").into_bytes();
    for bytes in [bare, big, marked] {
        assert_eq!(read("Reach.csv", &bytes, &paris()).unwrap().report.rows, 2);
    }
}

#[test]
fn missing_columns() {
    let cases = [
        (X.replace("Unfollows", "Foo"), "line 1: Unfollows: missing-column (headers: Date · Impressions · "),
        (X.replacen("Date,", "Jour,", 1), "line 1: Date: missing-column (headers: Jour · "),
        (X_CONTENT.replacen("Post id", "Foo", 1), "line 1: Post id: missing-column (headers: Foo · "),
        (TIKTOK.replacen("Lost followers", "Foo", 1), "line 1: Lost followers: missing-column (headers: Date · "),
        (AUDIENCE.replacen("Total followers", "Foo", 1), "line 1: Total followers: missing-column (headers: Date · "),
        (META.replacen("\"Publish time\"", "Foo", 1), "line 1: Publish time: missing-column (headers: Post ID · "),
        (META.replacen(",Reach,", ",Foo,", 1), "line 1: Reach: missing-column (headers: Post ID · "),
    ];
    for (text, expected) in cases {
        let said = refusal("export.csv", text.as_bytes(), &paris());
        assert!(said.starts_with(expected), "{said}");
    }
    let daily = DAILY.replace("\"Date\",\"Primary\"", "\"Date\"");
    assert_eq!(refusal("Reach.csv", &utf16(&daily), &paris()), "line 3: Primary: missing-column (headers: Date)");
}

#[test]
fn rows_quoted_again_by_a_spreadsheet() {
    for text in [X, TIKTOK, AUDIENCE] {
        assert_eq!(refusal("export.csv", requoted(text).as_bytes(), &paris()), "line 1: requoted");
    }
    assert_eq!(refusal("export.csv", requoted(X_CONTENT).as_bytes(), &paris()), "line 1: requoted");
    assert_eq!(refusal("export.csv", requoted(META).as_bytes(), &paris()), "line 1: requoted");
    let daily = requoted(DAILY).replacen("\"sep=,\"", "sep=,", 1);
    assert_eq!(refusal("Reach.csv", &utf16(&daily), &paris()), "line 3: requoted");
    let one_row =
        X.replace("\"Tue, Mar 3, 2026\",\"1,250\"", "\"\"\"Tue, Mar 3, 2026\"\",1250").replace("12,15\n", "12,15\"\n");
    assert_eq!(refusal("export.csv", one_row.as_bytes(), &paris()), "line 3: requoted");
}

#[test]
fn semicolons_of_a_spreadsheet() {
    let cases = [
        "Date;Impressions;Likes;Engagements;New follows;Unfollows;Replies;Reposts\nTue, Aug 26, 2025;1;2;3;4;5;6;7\n",
        "Date;Video views;Likes;Shares;Comments;Net growth;New followers;Lost followers\n2026/03/01;1;2;3;4;5;6;7\n",
        "Post ID;Page ID;Page name;Publish time;Post type;Reach;Reactions;Comments;Shares\n1;2;3;12/25/2026 10:00;Photo;5;6;7;8\n",
        "Post id;Date;Post text;Post Link;Impressions;Likes;Replies;Reposts\n1;Tue, Aug 26, 2025;a;b;5;6;7;8\n",
        "Facebook reach\nDate;Primary\n2026-03-27T00:00:00;7\n",
    ];
    for text in cases {
        assert_eq!(
            refusal("export.csv", text.as_bytes(), &paris()),
            "line 1: resaved (separator: semicolon)",
            "{text}"
        );
    }
}

#[test]
fn numbers_turned_into_dates_and_ids_into_numbers() {
    let cases = [
        (X.replacen(",40,", ",04/03/2026,", 1), "line 3: Likes: not-a-number (value: 04/03/2026)"),
        (X.replacen("\"Tue, Mar 3, 2026\"", "46084", 1), "line 3: Date: not-a-date (value: 46084)"),
        (TIKTOK.replacen("801", "8 janv.", 1), "line 3: Video views: not-a-number (value: 8 janv.)"),
        (META.replacen(",900,", ",9-Jan,", 1), "line 2: Reach: not-a-number (value: 9-Jan)"),
        (META.replacen("12345678901234568", "1.23457E+16", 1), "line 5: Post ID: rounded-id (value: 1.23457E+16)"),
        (META.replacen("12345678901234568", "", 1), "line 5: Post ID: empty-value"),
        (
            META.replacen(",14,10,1,3,", ",15,10,1,3,", 1),
            "line 2: Reactions, Comments and Shares: contradiction (value: 15) (expected: 14)",
        ),
        (META.replacen("03/02/2026 19:30", "46083.8125", 1), "line 5: Publish time: not-a-date (value: 46083.8125)"),
        (
            X_CONTENT.replacen("1868318316499468541", "1.86832E+18", 1).replacen("status/1868318316499468541", "", 1),
            "line 4: Post id: rounded-id (value: 1.86832E+18)",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(refusal("export.csv", text.as_bytes(), &paris()), expected);
    }
    let daily = |from: &str, to: &str| refusal("Reach.csv", &utf16(&DAILY.replacen(from, to, 1)), &paris());
    assert_eq!(daily("\"4\"", "\"4-Mar\""), "line 5: Primary: not-a-number (value: 4-Mar)");
    assert_eq!(daily("2026-03-30T01:00:00", "46111"), "line 5: Date: not-a-date (value: 46111)");
    assert_eq!(
        daily("2026-03-30T01:00:00", "2026-03-27T00:00:00"),
        "line 5: Date: contradiction (value: 2026-03-27T00:00:00)"
    );
}

#[test]
fn bad_lines_are_skipped_and_listed_when_asked() {
    let skip = Options { skip_bad: true, ..paris() };
    let text = X.replacen(",40,", ",04/03/2026,", 1);
    let read_x = read("export.csv", text.as_bytes(), &skip).unwrap();
    assert_eq!((read_x.report.rows, read_x.bad.len(), read_x.bad[0].line), (2, 1, Some(3)));
    assert_eq!(read_x.bad[0].code, TroubleCode::NotANumber);
    let cut = read("export.csv", META.split("comme avant").next().unwrap().as_bytes(), &skip).unwrap();
    assert_eq!((cut.report.rows, cut.bad[0].code), (1, TroubleCode::Truncated));
    let meta = META.replacen("12345678901234568", "1.23457E+16", 1);
    assert_eq!(read("export.csv", meta.as_bytes(), &skip).unwrap().posts(), 2);
}

#[test]
fn nothing_in_the_file() {
    let header = X.lines().next().unwrap();
    assert_eq!(refusal("export.csv", header.as_bytes(), &paris()), "line 1: empty");
    assert_eq!(refusal("export.csv", b"", &paris()), "empty");
    assert!(refusal("export.csv", b"\n \n", &paris()).contains("unrecognised"));
    let said = refusal("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &paris());
    assert_eq!(said, "unrecognised (encoding: binary)");
}

#[test]
fn a_cell_over_a_megabyte_is_refused() {
    let text = X.replacen(",40,", &format!(",\"{}\",", "4".repeat(1_100_000)), 1);
    assert_eq!(refusal("export.csv", text.as_bytes(), &paris()), "line 3: too-large (limit: 1048576)");
}
