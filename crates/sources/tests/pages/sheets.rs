//! A sheet of a workbook read through a mapping, as a stream: wherever the table stands, whatever its size, and never
//! more of it than its limits.

use crate::books::{xlsx, xlsx_with};
use crate::support::{paris, read, refusal};
use model::{Metric, Piece};
use sources::{Mapping, Options};
use std::fmt::Write as _;
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const MAPPING: &str = "rows = \"posts\"\n[[column]]\nheader = \"Jour\"\nis = \"at\"\n[[column]]\nheader = \"Id\"\nis = \"id\"\n\
                       [[column]]\nheader = \"J’aime\"\nis = \"likes\"";

fn options() -> Options {
    Options { mapping: Some(Mapping::from_toml(MAPPING).unwrap()), ..paris() }
}

fn native(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Post(post) => Some(&post.native),
        _ => None,
    }
}

fn natives(pieces: &[Piece]) -> Vec<&str> {
    pieces.iter().filter_map(native).collect()
}

/// A sheet of one post a row.
fn rows(count: usize) -> String {
    let mut xml = String::from("<worksheet><sheetData>");
    xml.push_str("<row r=\"1\">");
    for (column, header) in ["Jour", "Id", "J’aime"].into_iter().enumerate() {
        let place = ["A", "B", "C"][column];
        write!(xml, "<c r=\"{place}1\" t=\"inlineStr\"><is><t>{header}</t></is></c>").unwrap();
    }
    xml.push_str("</row>");
    for row in 2..count + 2 {
        write!(
            xml,
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>2026-01-31</t></is></c>\
             <c r=\"B{row}\" t=\"inlineStr\"><is><t>p{row}</t></is></c><c r=\"C{row}\"><v>2</v></c></row>"
        )
        .unwrap();
    }
    xml + "</sheetData></worksheet>"
}

#[test]
fn a_table_away_from_the_edge_of_its_sheet() {
    let table: &[&[&str]] = &[
        &[],
        &["", "", "Jour", "Id", "J’aime", "Autre"],
        &["", "", "2026-01-31", "a", "3", "x"],
        &["", "beside", "2026-02-01", "b", "", ""],
        &[],
        &["", "", "2026-02-02", "c", "4"],
    ];
    let read = read("t.xlsx", &xlsx(&[("One", table)]), &options()).unwrap();
    assert_eq!(natives(&read.pieces), ["a", "b", "c"]);
    assert_eq!((read.sum(Metric::Likes), read.report.rows), ((7.0, 2), 3));
}

#[test]
fn more_rows_than_are_read_at_once() {
    let read = read("t.xlsx", &xlsx_with(&rows(5000)), &options()).unwrap();
    let natives = natives(&read.pieces);
    assert_eq!((natives.len(), natives[0], natives[4999]), (5000, "p2", "p5001"));
    assert_eq!(read.sum(Metric::Likes), (10_000.0, 5000));
    let wrong = rows(5000)
        .replace("<t>p4711</t></is></c><c r=\"C4711\"><v>2</v>", "<t>p</t></is></c><c r=\"C4711\"><v>2.5</v>");
    let said = refusal("t.xlsx", &xlsx_with(&wrong), &options());
    assert_eq!(said, "line 4711: J’aime: not-a-number (value: 2.5)");
}

#[test]
fn rows_out_of_order_are_refused() {
    let turned =
        rows(3).replace("row r=\"3\"", "row r=\"1\"").replace("A3", "A1").replace("B3", "B1").replace("C3", "C1");
    let said = refusal("t.xlsx", &xlsx_with(&turned), &options());
    assert!(said.contains("malformed") && said.contains("rows out of order"), "{said}");
}

#[test]
fn a_sheet_of_far_cells_is_refused() {
    let mut far = rows(0).replace("</sheetData></worksheet>", "");
    for row in 2..4000 {
        write!(far, "<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>").unwrap();
    }
    let said =
        refusal("t.xlsx", &xlsx_with(&(far + "</sheetData></worksheet>")), &Options { skip_bad: true, ..options() });
    assert!(said.contains("too-large"), "{said}");
}

#[test]
fn a_figure_changed_on_the_way_is_found() {
    let mut archive = ZipArchive::new(Cursor::new(xlsx_with(&rows(10)))).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        zip.start_file(file.name().unwrap().to_string(), stored).unwrap();
        zip.write_all(&content).unwrap();
    }
    let whole = zip.finish().unwrap().into_inner();
    assert_eq!(read("t.xlsx", &whole, &options()).unwrap().sum(Metric::Likes), (20.0, 10));
    let place = whole.windows(8).position(|bytes| bytes == b"<v>2</v>").unwrap();
    let mut damaged = whole;
    damaged[place + 3] = b'9';
    assert!(refusal("t.xlsx", &damaged, &options()).contains("malformed"));
}
