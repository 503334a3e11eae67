//! Damaged files: a clear refusal that names file, line and field; nothing stored.

use crate::Vigie;

const OVERVIEW: &str = "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views\n\
\"Tue, Mar 3, 2026\",10,1,2,0,0,4,1,0,0,0,1,0,0\n\
\"Mon, Mar 2, 2026\",20,2,3,0,0,5,0,0,0,0,0,0,0\n";

/// Imports a text as a file and expects a refusal; answers its words.
fn refused(name: &str, bytes: &[u8]) -> String {
    let vigie = Vigie::new();
    vigie.refusal(&vigie.file(name, bytes), &[])
}

#[test]
fn a_cell_that_is_no_number() {
    let words = refused("a.csv", OVERVIEW.replace(",20,2,", ",20,two,").as_bytes());
    assert!(words.contains("line 3") && words.contains("Likes") && words.contains("two"), "{words}");
}

#[test]
fn a_file_cut_short() {
    let words = refused("a.csv", OVERVIEW.get(..OVERVIEW.len() - 20).unwrap().as_bytes());
    assert!(words.contains("line 3"), "{words}");
}

#[test]
fn a_column_taken_away() {
    let words = refused("a.csv", OVERVIEW.replace("Unfollows", "Other").as_bytes());
    assert!(words.contains("Unfollows") || words.contains("not a file") || words.contains("recogni"), "{words}");
}

#[test]
fn rows_quoted_again_by_a_spreadsheet() {
    let again: String = OVERVIEW.lines().map(|line| format!("\"{}\"\n", line.replace('"', "\"\""))).collect();
    refused("a.csv", again.as_bytes());
}

#[test]
fn bytes_that_are_not_text() {
    refused("a.csv", &[0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00, 0x01]);
    refused("b.bin", &[0, 159, 146, 150, 1, 2, 3]);
    refused("c.csv", b"");
}

#[test]
fn bad_lines_are_counted_when_asked() {
    let vigie = Vigie::new();
    let file = vigie.folder.path().join("a.csv");
    std::fs::write(&file, OVERVIEW.replace(",20,2,", ",20,two,")).unwrap();
    let outcome = vigie.import(&[&file], &["--skip-bad"]);
    assert_eq!((&outcome[0]["rows_read"], &outcome[0]["bad_count"]), (&2.into(), &1.into()));
    assert_eq!((&outcome[0]["bad"][0]["line"], &outcome[0]["bad"][0]["field"]), (&3.into(), &"Likes".into()));
    assert_eq!(vigie.value("gains", &[]), 4.0);
}
