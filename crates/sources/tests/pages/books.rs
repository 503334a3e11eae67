//! Workbooks made by hand: XLSX as a zip of XML, XLS as records in a compound file.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// The sheets of a workbook: a name and rows of cells. A cell that is a number is written as one.
pub type Sheets<'a> = &'a [(&'a str, &'a [&'a [&'a str]])];

/// An XLSX workbook.
pub fn xlsx(sheets: Sheets<'_>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    let (mut list, mut links, mut types) = (String::new(), String::new(), String::new());
    for (number, (name, rows)) in (1..).zip(sheets) {
        write!(list, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>").unwrap();
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        write!(links, "<Relationship Id=\"rId{number}\" Type=\"{kind}\" Target=\"worksheets/sheet{number}.xml\"/>")
            .unwrap();
        let content = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
        write!(types, "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{content}\"/>").unwrap();
        put(&format!("xl/worksheets/sheet{number}.xml"), &sheet(rows));
    }
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    put(
        "xl/workbook.xml",
        &format!("{head}<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>{list}</sheets></workbook>"),
    );
    put("xl/_rels/workbook.xml.rels", &format!("{head}<Relationships xmlns=\"{relations}\">{links}</Relationships>"));
    let book = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    let kinds = "http://schemas.openxmlformats.org/package/2006/content-types";
    put(
        "[Content_Types].xml",
        &format!(
            "{head}<Types xmlns=\"{kinds}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{book}\"/>{types}</Types>"
        ),
    );
    put(
        "_rels/.rels",
        &format!(
            "{head}<Relationships xmlns=\"{relations}\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    zip.finish().unwrap().into_inner()
}

fn sheet(rows: &[&[&str]]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
    );
    for (number, row) in (1..).zip(rows) {
        write!(xml, "<row r=\"{number}\">").unwrap();
        for (column, cell) in ('A'..='Z').zip(*row) {
            if cell.parse::<f64>().is_ok() {
                write!(xml, "<c r=\"{column}{number}\"><v>{cell}</v></c>").unwrap();
            } else if !cell.is_empty() {
                let text = cell.replace('&', "&amp;").replace('<', "&lt;");
                write!(xml, "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>").unwrap();
            }
        }
        xml.push_str("</row>");
    }
    xml + "</sheetData></worksheet>"
}

/// An XLSX workbook with this XML as its only sheet.
pub fn xlsx_with(xml: &str) -> Vec<u8> {
    let whole = xlsx(&[("Sheet", &[])]);
    let mut archive = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).unwrap();
        if file.name().unwrap().ends_with("sheet1.xml") {
            zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
            zip.write_all(xml.as_bytes()).unwrap();
        } else {
            zip.raw_copy_file(file).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

/// One record of an old binary workbook.
pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
}

/// The records of an old binary workbook with one sheet, whose own records are `inside`.
pub fn records(name: &str, inside: &[u8]) -> Vec<u8> {
    records_with(name, &[], inside)
}

/// The same with records before the sheet: its table of texts.
pub fn records_with(name: &str, before: &[u8], inside: &[u8]) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &[&[0x00, 0x06], &kind.to_le_bytes()[..], &[0; 12]].concat());
    let end = record(0x000a, &[]);
    let named = |at: u32| {
        let length = u8::try_from(name.len()).unwrap();
        record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, length, 0], name.as_bytes()].concat())
    };
    let globals = begin(5).len() + named(0).len() + before.len() + end.len();
    let at = u32::try_from(globals).unwrap();
    [begin(5), named(at), before.to_vec(), end.clone(), begin(16), inside.to_vec(), end].concat()
}

/// One cell of an old binary workbook.
pub fn cell(row: u16, column: u16, text: &str) -> Vec<u8> {
    let place = [&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0]].concat();
    if let Ok(number) = text.parse::<f64>() {
        return record(0x0203, &[&place[..], &number.to_le_bytes()].concat());
    }
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = u16::try_from(units.len() / 2).unwrap().to_le_bytes();
    record(0x0204, &[&place[..], &length, &[1], &units].concat())
}

/// A formula that comes to zero, in an old binary workbook.
pub fn formula(row: u16, column: u16) -> Vec<u8> {
    record(0x0006, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 20]].concat())
}

/// What a sheet says of its own size: rows and columns, each with the last one after the end.
pub fn dimensions(rows: (u32, u32), columns: (u16, u16)) -> Vec<u8> {
    let data =
        [&rows.0.to_le_bytes()[..], &rows.1.to_le_bytes(), &columns.0.to_le_bytes(), &columns.1.to_le_bytes(), &[0, 0]];
    record(0x0200, &data.concat())
}

/// An old binary workbook.
pub fn xls(name: &str, rows: &[&[&str]]) -> Vec<u8> {
    let mut inside = Vec::new();
    for (number, row) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*row).filter(|(_, text)| !text.is_empty()) {
            inside.extend(cell(number, column, text));
        }
    }
    compound(&records(name, &inside))
}

/// A compound file with this as its stream `Workbook`.
pub fn compound(stream: &[u8]) -> Vec<u8> {
    const END: u32 = 0xffff_fffe;
    const FREE: u32 = 0xffff_ffff;
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = u32::try_from(stream.len() / 512).unwrap();
    // Sector 0 is the table of sectors, sector 1 the directory, the stream follows.
    let mut table = vec![0xffff_fffd, END];
    table.extend((2..2 + sectors).map(|at| if at + 1 < 2 + sectors { at + 1 } else { END }));
    table.resize(128, FREE);
    let mut header = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    header.resize(24, 0);
    for number in [0x3e_u16, 3, 0xfffe, 9, 6] {
        header.extend(number.to_le_bytes());
    }
    header.resize(44, 0);
    for number in [1_u32, 1, 0, 4096, END, 0, END, 0, 0] {
        header.extend(number.to_le_bytes());
    }
    header.resize(512, 0xff);
    let entry = |name: &str, kind: u8, start: u32, length: usize| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let size = u16::try_from(entry.len() + 2).unwrap();
        entry.resize(64, 0);
        entry.extend(size.to_le_bytes());
        entry.extend([kind, 1]);
        entry.extend([FREE, FREE, if kind == 5 { 1 } else { FREE }].map(u32::to_le_bytes).concat());
        entry.resize(116, 0);
        entry.extend(start.to_le_bytes());
        entry.extend(u32::try_from(length).unwrap().to_le_bytes());
        entry.resize(128, 0);
        entry
    };
    let mut directory = [entry("Root Entry", 5, END, 0), entry("Workbook", 2, 2, stream.len())].concat();
    directory.resize(512, 0);
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    [header, table, directory, stream].concat()
}
