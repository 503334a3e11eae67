//! Workbooks that say more than they hold: far cells, declared sizes, cells that stand a million times.

use crate::books::{cell as binary_cell, compound, dimensions, formula, record, records, records_with, xls, xlsx_with};
use crate::support::{MB, Taken, read};
use sources::registry::by_id;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn mapped(bytes: Vec<u8>) -> Taken {
    read(by_id("mapped").unwrap(), Cursor::new(bytes))
}

fn sheet(inside: &str) -> Vec<u8> {
    xlsx_with(&format!("<worksheet>{inside}</worksheet>"))
}

/// What a workbook comes to when it was read: nobody said which column is what.
const READ: &str = "mapping-needed";

#[test]
fn a_huge_declared_sheet_takes_what_it_holds() {
    let taken = mapped(sheet(
        "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>",
    ));
    assert_eq!((taken.code(), taken.peak < 4 * MB), (READ, true), "{} bytes held", taken.peak);
}

#[test]
fn far_cells_take_no_rectangle() {
    let two = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let taken = mapped(sheet(&format!("<sheetData>{two}</sheetData>")));
    assert_eq!((taken.code(), taken.peak < 8 * MB), (READ, true), "{} bytes held: {}", taken.peak, taken.said());
    let mut many = String::from("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    for row in 2..=401 {
        write!(many, "<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>").unwrap();
    }
    let taken = mapped(sheet(&format!("<sheetData>{many}</sheetData>")));
    // Rows come one by one: the far ones wait in no rectangle while nobody has said what the columns are.
    assert_eq!((taken.code(), taken.peak < 8 * MB), (READ, true), "{} bytes held", taken.peak);
}

#[test]
fn a_billion_laughs_are_no_laughs() {
    let mut types = String::from("<!DOCTYPE worksheet [<!ENTITY a \"haha\">");
    for (to, from) in ('b'..='z').zip('a'..='y') {
        write!(types, "<!ENTITY {to} \"{}\">", format!("&{from};").repeat(10)).unwrap();
    }
    let cell = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&z;</t></is></c></row></sheetData>";
    let taken = mapped(xlsx_with(&format!("{types}]><worksheet>{cell}</worksheet>")));
    assert!(taken.peak < 4 * MB, "{} bytes held: {}", taken.peak, taken.said());
}

/// An OpenDocument workbook of these rows.
fn ods(rows: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let names = "xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"";
    let content = format!(
        "<office:document-content {names}><office:body><office:spreadsheet><table:table table:name=\"A\">{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("content.xml", content.as_str()),
    ];
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn cell(times: u32, text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{times}\">\
         <text:p>{text}</text:p></table:table-cell>"
    )
}

fn row(times: u32, cells: &str) -> String {
    format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>")
}

#[test]
fn an_open_document_is_read_with_its_million_empty_rows() {
    let empty = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
    let rows = [row(1, &(cell(1, "Date") + &cell(1, "Likes"))), row(3, &cell(2, "1")), row(1_048_570, empty)].concat();
    let taken = mapped(ods(&rows));
    assert_eq!((taken.said().as_str(), taken.peak < 4 * MB), ("mapping-needed (headers: Date · Likes)", true));
}

#[test]
fn cells_that_stand_a_million_times_are_refused() {
    let bombs = [
        row(1, &cell(16_384, "haha")).repeat(1000),
        row(1, &cell(16_384, &"ha".repeat(5000))),
        row(1_000_000, &cell(20, "haha")),
        [row(1, &cell(1, "a")), row(1_000_000, ""), row(1, &cell(300, "b"))].concat(),
        row(1, &cell(10, &"ha".repeat(50_000))).replace("rows-repeated=\"1\"", "rows-repeated=\"100000\""),
    ];
    for bomb in bombs {
        let taken = mapped(ods(&bomb));
        let held = taken.peak;
        assert_eq!((taken.code(), held < 8 * MB), ("too-large", true), "{held} held: {}: {:.90}", taken.said(), bomb);
    }
}

#[test]
fn a_binary_workbook_takes_what_it_holds() {
    let rows: Vec<Vec<String>> = (0..100).map(|n| vec![format!("{n}"); 20]).collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let bytes = xls("One", &rows);
    let size = bytes.len();
    let taken = mapped(bytes);
    assert_eq!((taken.code(), taken.peak < 3 * MB + 10 * size), (READ, true), "{} of {size}", taken.peak);
}

/// The reader of these makes a rectangle of each sheet, and two more of its formulas and of what it hands out.
#[test]
fn a_few_far_cells_of_a_binary_workbook_take_no_rectangle() {
    let corner = |row: u16, column: u16| {
        let ends = (u32::from(row) + 1, column + 1);
        let cells = [binary_cell(0, 0, "Date"), formula(0, 0), binary_cell(row, column, "1"), formula(row, column)];
        compound(&records("One", &[dimensions((0, ends.0), (0, ends.1)), cells.concat()].concat()))
    };
    for (row, column, code) in [(99, 99, READ), (149, 119, "too-large"), (399, 159, "too-large")] {
        let bytes = corner(row, column);
        let size = bytes.len();
        let taken = mapped(bytes);
        let fits = taken.peak < 3 * MB + 10 * size;
        assert_eq!((taken.code(), fits), (code, true), "{row} {column}: {} of {size} {}", taken.peak, taken.said());
    }
}

/// A text of the table, in two records: characters of one byte, then of two.
fn table_of_texts(long: usize) -> Vec<u8> {
    let head = [&[0; 8][..], &u16::try_from(long).unwrap().to_le_bytes(), &[0], &vec![b'a'; long / 2]].concat();
    let wide: Vec<u8> =
        std::iter::once(1).chain("é".repeat(long - long / 2).encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let short = [&2_u16.to_le_bytes()[..], &[0], b"Ok"].concat();
    [record(0x00fc, &head), record(0x003c, &[wide, short].concat())].concat()
}

fn naming(row: u16, column: u16, text: u32) -> Vec<u8> {
    record(0x00fd, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], &text.to_le_bytes()].concat())
}

#[test]
fn a_text_named_by_many_cells_of_a_binary_workbook_is_refused() {
    let book = |cells: u16| {
        let inside: Vec<u8> = (0..cells).flat_map(|row| [naming(row, 0, 0), naming(row, 1, 1)].concat()).collect();
        compound(&records_with("One", &table_of_texts(6000), &inside))
    };
    assert_eq!(mapped(book(1)).code(), READ);
    let bytes = book(1000);
    let size = bytes.len();
    let taken = mapped(bytes);
    assert_eq!((taken.code(), taken.peak < 3 * MB), ("too-large", true), "{} of {size}: {}", taken.peak, taken.said());
}

/// The reader takes each record from the front of a list.
#[test]
fn a_table_of_texts_in_ten_thousand_records_is_refused() {
    let parts = record(0x003c, &[]).repeat(10_000);
    let bytes = compound(&records_with("One", &[record(0x00fc, &[0; 8]), parts].concat(), &naming(0, 0, 0)));
    let taken = mapped(bytes);
    assert_eq!((taken.code(), taken.time.as_secs() < 3), ("malformed", true), "{:?}: {}", taken.time, taken.said());
}

/// Chains of sectors that stand still at the end of the file, where a sector holds next to nothing.
#[test]
fn chains_of_an_old_workbook_that_stand_still_end() {
    let number = |bytes: &mut [u8], at: usize, value: u32| bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
    let mut header = vec![0; 512];
    header[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    header[30] = 9;
    header[76..].fill(0xff);
    // The list of tables goes on in a sector of four bytes, which names itself as the next one.
    let list = [header.clone(), vec![0; 4]].concat();
    // The directory stands where the file ends, and its table says that it goes on there.
    let mut directory = [header, vec![0xff; 512]].concat();
    number(&mut directory, 68, 0xffff_fffe);
    number(&mut directory, 76, 0);
    number(&mut directory, 48, 1);
    number(&mut directory, 512 + 4, 1);
    for bytes in [list, directory] {
        assert_eq!(mapped(bytes).code(), "malformed");
    }
}
