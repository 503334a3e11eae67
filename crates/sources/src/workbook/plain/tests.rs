//! A sheet read by the scanner, and by the library from where it gets odd, is the sheet that the library reads.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::workbook::{push_text, told};
use calamine::{DataRef, Reader, Xlsx};
use proptest::prelude::*;
use std::io::{Cursor, Write as _};
use std::sync::mpsc::{channel, sync_channel};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of one sheet and a table of texts, with dates in style 1 and durations in style 2.
fn book(sheet: &str, texts: Option<&str>, from_1904: bool) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let workbook = format!(
        "<workbook xmlns:r=\"{RELATIONS}\"><workbookPr date1904=\"{}\"/>\
         <sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        u8::from(from_1904)
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         </Relationships>"
    );
    let package = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/>\
         </Relationships>"
    );
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]:mm\"/></numFmts><cellXfs>\
                  <xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    let parts = [
        ("_rels/.rels", Some(package.as_str())),
        ("xl/workbook.xml", Some(workbook.as_str())),
        ("xl/_rels/workbook.xml.rels", Some(relations.as_str())),
        ("xl/styles.xml", Some(styles)),
        ("xl/sharedStrings.xml", texts),
        ("xl/worksheets/sheet1.xml", Some(sheet)),
    ];
    for (name, content) in parts {
        let Some(content) = content else { continue };
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

type Cells = Vec<(u32, u32, String)>;

#[derive(Default)]
struct Gathered {
    cells: Cells,
    row: u32,
}

impl Take for Gathered {
    fn begin(&mut self, row: u32) -> Result<(), Refusal> {
        self.row = row;
        Ok(())
    }

    fn cell(&mut self, column: u32, write: impl FnOnce(&mut String)) -> Result<(), Refusal> {
        let mut text = String::new();
        write(&mut text);
        self.cells.push((self.row, column, text));
        Ok(())
    }

    fn forget(&mut self, row: u32) {
        self.cells.retain(|cell| cell.0 != row);
    }
}

/// What the scanner reads, and after how many cells it stops.
fn scanned(bytes: &[u8]) -> (Cells, Option<u64>) {
    let mut out = Gathered::default();
    let Some(asked) = ask(bytes, |names| names.first().cloned()) else { return (out.cells, Some(0)) };
    let parts: Vec<usize> = asked.texts.into_iter().chain([asked.sheet]).collect();
    let ((to, chunks), (back, used)) = (sync_channel(2), channel());
    let stopped = std::thread::scope(|scope| {
        scope.spawn(move || unpack(bytes, 1 << 20, &parts, to, &used));
        read(&asked, Window::new(chunks, back), &mut out).unwrap()
    });
    (out.cells, stopped)
}

/// What the library reads, without so many cells at the beginning. It counts on places that make sense.
fn by_the_library(bytes: &[u8], skipped: u64) -> Result<Cells, String> {
    told(|| Ok(reading(bytes, skipped))).unwrap_or_else(|refusal| Err(refusal.to_string()))
}

fn reading(bytes: &[u8], skipped: u64) -> Result<Cells, String> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut reader = book.worksheet_cells_reader("One").map_err(|error| error.to_string())?;
    let (mut cells, mut met) = (Vec::new(), 0);
    while let Some(cell) = reader.next_cell().map_err(|error| error.to_string())? {
        met += 1;
        if met > skipped && !matches!(cell.get_value(), DataRef::Empty) {
            let mut text = String::new();
            push_text(cell.get_value(), &mut text);
            cells.push((cell.get_position().0, cell.get_position().1, text));
        }
    }
    Ok(cells)
}

fn joined(bytes: &[u8]) -> Result<Cells, String> {
    let (mut cells, stopped) = scanned(bytes);
    if let Some(met) = stopped {
        cells.extend(by_the_library(bytes, met)?);
    }
    Ok(cells)
}

const TEXTS: &str = "<sst uniqueCount=\"4\"><si><t>Date</t></si><si><t xml:space=\"preserve\"> a &amp; b </t></si>\
                     <si><t> trimmed&#xE9; </t></si><si/></sst>";

fn sheet(rows: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet><dimension ref=\"A1:G9\"/>\
         <sheetViews><sheetView workbookViewId=\"0\"/></sheetViews><sheetData>{rows}</sheetData><pageMargins/></worksheet>"
    )
}

#[test]
fn a_plain_sheet_is_read_by_the_scanner_alone() {
    let rows = "<row r=\"1\" spans=\"1:3\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>\n\
                <row r=\"3\"><c r=\"A3\" s=\"1\"><v>45292.25</v></c><c r=\"B3\" s=\"0\"><v>17</v></c>\
                <c r=\"C3\"/><c r=\"D3\"><f>A3&lt;B3</f><v>-2.5E-3</v></c><c><v>7</v></c>\
                <c r=\"F3\" t=\"inlineStr\"><is><t>in &quot;line&quot;</t></is></c></row><row r=\"4\"/>\
                <row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"str\"><v>x</v></c><c s=\"2\"><v>1.5</v></c>\
                <c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c><c><v>1234567890123456789</v></c></row>";
    for from_1904 in [false, true] {
        let bytes = book(&sheet(rows), Some(TEXTS), from_1904);
        let (cells, stopped) = scanned(&bytes);
        assert_eq!(stopped, None);
        assert_eq!(Ok(&cells), by_the_library(&bytes, 0).as_ref());
        assert_eq!(cells[1], (0, 2, " a & b ".to_owned()));
        assert_eq!(cells[2].2, if from_1904 { "2028-01-02T06:00:00" } else { "2024-01-01T06:00:00" });
    }
}

#[test]
fn what_is_odd_is_left_to_the_library_from_its_row_on() {
    let odd = [
        "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B9\"><v>2</v></c></row>",
        "<row r=\"3\"><!-- a remark --><c r=\"A3\"><v>1</v></c></row>",
        "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\" t='n'><v>2</v></c></row>",
        "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><r><t>rich</t></r><r><t> text</t></r></is></c></row>",
        "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>a_x000D_b</v></c></row>",
        "<row r=\"3\"><c r=\"A3\"><v>no number</v></c></row>",
        "<x:row r=\"3\"><x:c r=\"A3\"><x:v>1</x:v></x:c></x:row>",
        "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>99</v></c></row>",
        "<row r=\"3\"><c r=\"A3\"><v>1</v>",
    ];
    for odd in odd {
        let rows =
            format!("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"/></row>{odd}<row r=\"10\"><c><v>3</v></c></row>");
        let bytes = book(&sheet(&rows), Some(TEXTS), false);
        let (cells, stopped) = scanned(&bytes);
        assert_eq!((cells, stopped), (vec![(0, 0, "1".to_owned())], Some(2)), "{odd}");
        assert_eq!(joined(&bytes), by_the_library(&bytes, 0), "{odd}");
    }
}

#[test]
fn a_tag_that_is_not_closed_swallows_the_next_one() {
    let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    let open = sheet(row).replace("</sheetViews>", "</sheetViews ");
    let bytes = book(&open, Some(TEXTS), false);
    assert_eq!(scanned(&bytes), (Vec::new(), Some(0)));
    assert!(by_the_library(&bytes, 0).is_err());
    let texts = format!("<?xml version=\"1.0\" {TEXTS}");
    assert_eq!(scanned(&book(&sheet(row), Some(&texts), false)), (Vec::new(), Some(0)));
}

#[test]
fn another_encoding_however_it_is_written_is_left_to_the_library() {
    let plain = sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    let stopped = |encoding: &str| {
        let written = plain.replace("encoding=\"UTF-8\"", encoding);
        scanned(&book(&written, Some(TEXTS), false)).1
    };
    for own in ["encoding='utf-8'", ""] {
        assert_eq!(stopped(own), None, "{own}");
    }
    for other in ["encoding=\"ISO-8859-1\"", "encoding = \"ISO-8859-1\"", "encoding=\"UTF-80\"", "encoding"] {
        assert_eq!(stopped(other), Some(0), "{other}");
    }
}

/// Cells, the first ones plain and the others less so.
const CELLS: &[&str] = &[
    "<c r=\"@\"><v>12</v></c>",
    "<c r=\"@\" t=\"s\"><v>0</v></c>",
    "<c r=\"@\" s=\"1\"><v>45000.5</v></c>",
    "<c r=\"@\" s=\"1\"/>",
    "<c><v>0</v></c>",
    "<c r=\"@\" t=\"n\"><v>-0.5</v></c>",
    "<c r=\"@\" t=\"s\"><v>3</v></c>",
    "<c r=\"@\" s=\"2\" t=\"n\"><v>0.75</v></c>",
    "<c r=\"@\" t=\"str\"><f>A1&amp;\"b\"</f><v>a&amp;b</v></c>",
    "<c r=\"@\"><v></v></c>",
    "<c r=\"@\" t=\"inlineStr\"><is><t> a </t></is></c>",
    "<c r=\"@\" t=\"b\"><v>0</v></c>",
    "<c r=\"@\"><v>007</v></c>",
    "<c r=\"@\"><v>1e3</v></c>",
    "<c r=\"@\"><v>1.</v></c>",
    "<c r=\"@\" s=\"9\"><v>1</v></c>",
    "<c r=\"@\" t=\"s\"><v>4</v></c>",
    "<c r=\"@\" t=\"d\"><v>2024-01-31</v></c>",
    "<c r=\"@\" t=\"str\"><v/></c>",
    "<c r=\"@\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> &#10;é </t></is></c>",
    "<c r=\"@\"><v>1</v><v>2</v></c>",
    "<c r=\"@\" t=\"str\"><v>a\r\nb</v></c>",
    "<c r=\"@\" t=\"inlineStr\"><is><t>&#0;</t></is></c>",
    "<c r=\"A01\"><v>1</v></c>",
];

fn rows() -> impl Strategy<Value = String> {
    let cell = prop_oneof![30 => 0..12_usize, 1 => 0..CELLS.len()];
    let row = (prop::collection::vec(cell, 0..7), 1..3_u32, any::<bool>());
    prop::collection::vec(row, 0..12).prop_map(|rows| {
        let (mut text, mut number) = (String::new(), 0);
        for (cells, step, told) in rows {
            number += if told { step } else { 1 };
            text += &if told { format!("<row r=\"{number}\">") } else { "<row>".to_owned() };
            for (column, cell) in ('A'..).zip(cells) {
                let cell = CELLS[cell];
                // Where the row does not tell its number, its cells do not either.
                text +=
                    &if told { cell.replace('@', &format!("{column}{number}")) } else { cell.replace(" r=\"@\"", "") };
            }
            text += "</row>";
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_sheet_reads_as_the_library_reads_it(rows in rows(), with_texts in any::<bool>(), from_1904 in any::<bool>()) {
        let bytes = book(&sheet(&rows), with_texts.then_some(TEXTS), from_1904);
        prop_assert_eq!(joined(&bytes), by_the_library(&bytes, 0));
    }

    #[test]
    fn a_damaged_sheet_reads_as_the_library_reads_it(rows in rows(), at in any::<prop::sample::Index>(), byte in "[ -~]") {
        let mut sheet = sheet(&rows);
        let at = at.index(sheet.len());
        if sheet.is_char_boundary(at) && sheet.is_char_boundary(at + 1) {
            sheet.replace_range(at..=at, &byte);
        }
        let bytes = book(&sheet, Some(TEXTS), false);
        prop_assert_eq!(joined(&bytes).ok(), by_the_library(&bytes, 0).ok(), "{}", sheet);
    }
}
