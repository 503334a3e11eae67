//! The reader of workbooks: both kinds read alike, bombs and damaged ones are refused before they take memory.

use crate::books::{self, cell, compound, dimensions, records, xls, xlsx, xlsx_with};
use sources::workbook::{EXPORT, Limits, sheets};
use std::time::{Duration, Instant};

const ROWS: &[&[&str]] = &[&["Date", "", "Été 🏖"], &[], &["03/01/2026", "7", "-2.5"]];

fn refused(bytes: &[u8]) -> String {
    let began = Instant::now();
    let said = sheets(bytes, &EXPORT).unwrap_err().to_string();
    assert!(began.elapsed() < Duration::from_secs(5), "{said} took {:?}", began.elapsed());
    said
}

#[test]
fn both_kinds_read_alike() {
    for bytes in [xlsx(&[("One", ROWS)]), xls("One", ROWS)] {
        let sheets = sheets(&bytes, &EXPORT).unwrap();
        assert_eq!((sheets.len(), sheets[0].name.as_str()), (1, "One"));
        let rows: Vec<(u64, Vec<String>)> = sheets[0].rows.iter().map(|row| (row.line, row.cells.clone())).collect();
        let text = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>();
        assert_eq!(rows, [(1, text(&["Date", "", "Été 🏖"])), (3, text(&["03/01/2026", "7", "-2.5"]))]);
    }
}

#[test]
fn cells_at_the_far_end_of_a_sheet_are_refused() {
    let far = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
               <row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>";
    // Rows are kept apart: two far cells are no bomb.
    assert_eq!(sheets(&xlsx_with(far), &EXPORT).unwrap()[0].rows.len(), 2);
    let many: String = (1..=400).map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>")).collect();
    let many = xlsx_with(&format!("<worksheet><sheetData>{many}</sheetData></worksheet>"));
    assert!(refused(&many).contains("too-large"), "{}", refused(&many));
    let far = [cell(0, 0, "a"), cell(65_535, 65_535, "b")].concat();
    assert!(refused(&compound(&records("S", &far))).contains("too-large"));
    let told = dimensions((0, u32::MAX), (0, 255));
    assert!(refused(&compound(&records("S", &told))).contains("too-large"));
    let backwards = dimensions((9, 3), (0, 2));
    assert!(refused(&compound(&records("S", &backwards))).contains("malformed"));
}

#[test]
fn a_text_told_many_times_over_is_refused() {
    let cell = format!("<is><t>{}</t></is>", "x".repeat(100_000));
    let rows = (1..=40).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\">{cell}</c></row>"));
    let bytes = xlsx_with(&format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.collect::<String>()));
    let tight = Limits { unpacked: 2_000_000, ..EXPORT };
    assert!(bytes.len() < 200_000 && sheets(&bytes, &tight).unwrap_err().to_string().contains("too-large"));
    let long = format!("<is><t>{}</t></is>", "x".repeat(1_100_000));
    let one = format!(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\">{long}</c></row></sheetData></worksheet>"
    );
    assert!(refused(&xlsx_with(&one)).contains("too-large"));
    let small = Limits { packed: 1 << 20, unpacked: 1000, cells: 100 };
    assert!(sheets(&xlsx_with(&one), &small).unwrap_err().to_string().contains("too-large"));
}

#[test]
fn damaged_binaries_are_told() {
    let whole = xls("One", ROWS);
    for cut in [8, 100, 600, 1100, 1540, 1560] {
        let said = refused(&whole[..cut]);
        assert!(said.contains("malformed"), "{cut}: {said}");
    }
    for at in 0..whole.len().min(2000) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xff;
        // Read or refused: never fatal.
        let _ = sheets(&bytes, &EXPORT);
    }
    let circle = {
        let mut bytes = whole.clone();
        // The third sector follows itself.
        bytes[512 + 2 * 4..512 + 3 * 4].copy_from_slice(&2_u32.to_le_bytes());
        bytes
    };
    assert!(refused(&circle).contains("malformed"));
    assert!(refused(&books::compound(b"")).contains("malformed"));
}
