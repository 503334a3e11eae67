//! What the library understands of a workbook, asked of it on a small copy: its own small parts with questions in the
//! place of its sheets. So names, styles and the first day of its calendar mean here what they mean there.

use crate::workbook::cell::push_text;
use calamine::{DataRef, Reader, Xlsx};
use memchr::memmem;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The most parts, and the most bytes of each small one and of all questions.
const PARTS: usize = 512;
const SMALL: u64 = 4 << 20;
const QUESTIONS: usize = 8 << 20;

/// What is copied.
const KEPT: [&str; 5] =
    ["[content_types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml"];

/// The answers.
#[derive(Debug)]
pub(crate) struct Asked {
    /// Which part of the archive is the sheet, and which its table of texts.
    pub sheet: usize,
    pub texts: Option<usize>,
    /// For each style, what a number in it is.
    pub(super) kinds: Vec<Kind>,
    /// Whether days are counted from 1904.
    pub(super) from_1904: bool,
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Moment,
    Duration,
}

/// The answers on the sheet that `choose` takes; `None` where the workbook is no plain one.
pub(crate) fn ask(bytes: &[u8], choose: impl FnOnce(&[String]) -> Option<String>) -> Option<Asked> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if archive.len() > PARTS {
        return None;
    }
    let (mut small, mut sheets, mut texts, mut styles) = (Vec::new(), Vec::new(), None, 1);
    for index in 0..archive.len() {
        let name = archive.by_index_raw(index).ok()?.name().ok()?.to_string();
        let lower = name.to_ascii_lowercase().replace('\\', "/");
        if KEPT.contains(&lower.as_str()) {
            let mut content = Vec::new();
            archive.by_index(index).ok()?.take(SMALL + 1).read_to_end(&mut content).ok()?;
            if u64::try_from(content.len()).ok()? > SMALL {
                return None;
            }
            if lower == "xl/styles.xml" {
                styles += memmem::find_iter(&content, b"<xf").count();
            }
            small.push((name, content));
        } else if lower.ends_with("sharedstrings.xml") {
            if texts.replace(index).is_some() {
                return None;
            }
            small.push((name, b"<sst><si><t>here</t></si></sst>".to_vec()));
        } else if lower.ends_with(".xml") {
            sheets.push((index, name));
        }
    }
    let mut question = String::new();
    for style in 0..styles {
        write!(question, "<c s=\"{style}\"><v>1</v></c>").ok()?;
    }
    if question.len().saturating_mul(sheets.len()) > QUESTIONS {
        return None;
    }
    let text = if texts.is_some() { "<c t=\"s\"><v>0</v></c>" } else { "" };
    for (index, name) in sheets {
        let rows = format!("<row r=\"1\"><c><v>{index}</v></c>{text}</row><row r=\"2\">{question}</row>");
        small.push((name, format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").into_bytes()));
    }
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in small {
        copy.start_file(name, stored).ok()?;
        copy.write_all(&content).ok()?;
    }
    answers(copy.finish().ok()?.into_inner(), texts, choose)
}

fn answers(copy: Vec<u8>, texts: Option<usize>, choose: impl FnOnce(&[String]) -> Option<String>) -> Option<Asked> {
    let mut book = Xlsx::new(Cursor::new(copy)).ok()?;
    let name = choose(&book.sheet_names())?;
    let mut cells = book.worksheet_cells_reader(&name).ok()?;
    let mut index = String::new();
    push_text(cells.next_cell().ok()??.get_value(), &mut index);
    if texts.is_some() && !matches!(cells.next_cell().ok()??.get_value(), DataRef::SharedString("here")) {
        return None;
    }
    let (mut kinds, mut from_1904) = (Vec::new(), false);
    while let Some(cell) = cells.next_cell().ok()? {
        kinds.push(match cell.get_value() {
            DataRef::Float(_) => Kind::Number,
            DataRef::DateTime(first) if first.is_datetime() => {
                from_1904 = first.to_ymd_hms_milli().0 >= 1904;
                Kind::Moment
            }
            DataRef::DateTime(_) => Kind::Duration,
            _ => return None,
        });
    }
    // A duration alone does not tell the calendar.
    if kinds.contains(&Kind::Duration) && !kinds.contains(&Kind::Moment) {
        return None;
    }
    Some(Asked { sheet: index.parse().ok()?, texts, kinds, from_1904 })
}
