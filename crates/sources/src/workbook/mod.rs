//! The sheets of a workbook (XLSX, the old binary XLS, and ODS) as rows of cells with their line numbers.
//!
//! For formats that a service writes as workbooks, and for tables a person maps. Bombs, cells at the far end of a sheet
//! and damaged binaries are refused before they take memory.

mod binary;
mod binary_texts;
mod cell;
mod ods;
pub(crate) mod plain;

use crate::contract::Peek;
use crate::mapped::grid::is_workbook;
use crate::open::{check_workbook, part_of};
use crate::table::{CELL_LIMIT, Row};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use calamine::{Data, DataRef, Ods, Range, Reader, Xls, Xlsx};
pub(crate) use cell::{push_text, text_of};
use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How much a workbook may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the file.
    pub packed: u64,
    /// Bytes once unpacked.
    pub unpacked: u64,
    /// Cells of all sheets, empty ones before a filled one included.
    pub cells: usize,
}

impl Limits {
    /// How many cells a workbook of so many bytes, unpacked, may have.
    pub fn cells_for(&self, size: u64) -> usize {
        self.cells_beside(SPARE, size)
    }

    fn cells_beside(&self, spare: usize, size: u64) -> usize {
        self.cells.min(usize::try_from(size / CELL_BYTES).unwrap_or(usize::MAX).saturating_add(spare))
    }
}

/// Enough for any export of a service.
pub const EXPORT: Limits = Limits { packed: 64 << 20, unpacked: 256 << 20, cells: 4_000_000 };

/// Enough to recognise one: larger workbooks are no exports of a page.
const GLANCE: Limits = Limits { packed: 1 << 20, unpacked: 32 << 20, cells: 500_000 };

/// Empty cells before a filled one are held too, and take no byte of the file: one for so many bytes, beside those that
/// any sheet may have.
const CELL_BYTES: u64 = 4;
const SPARE: usize = 65_536;

/// An old binary workbook has fewer to spare: its reader holds the whole rectangle of each sheet three times over (the
/// cells it makes room for, their values, their formulas), some 80 bytes for each cell, filled or not.
const SPARE_BINARY: usize = 16_384;

/// How many times its size an OpenDocument sheet may take once its cells are unfolded.
const HELD_ODS: usize = 6;

/// One sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its name; empty for a text that is one table.
    pub name: String,
    /// Its rows that are not blank, each with the number it has in the sheet.
    pub rows: Vec<Row>,
}

/// The sheets of a workbook that is whole in the peek; `None` for anything else.
pub fn glance(peek: &Peek) -> Option<Vec<Sheet>> {
    let fits = peek.whole && u64::try_from(peek.bytes.len()).is_ok_and(|len| len <= GLANCE.packed);
    if !fits || !is_workbook(&peek.bytes) {
        return None;
    }
    sheets(&peek.bytes, &GLANCE).ok()
}

/// The sheets of a workbook, in their order.
pub fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, Refusal> {
    let (mut book, mut budget) = open(bytes, limits)?;
    told(|| book.names().into_iter().map(|name| book.sheet(name, &mut budget)).collect())
}

/// One sheet of a workbook: the one that is chosen among their names.
pub fn sheet(
    bytes: &[u8],
    limits: &Limits,
    choose: impl FnOnce(&[String]) -> Result<String, Refusal>,
) -> Result<Sheet, Refusal> {
    let (mut book, mut budget) = open(bytes, limits)?;
    let name = choose(&book.names())?;
    told(|| book.sheet(name, &mut budget))
}

/// Runs a reader of workbooks. The one of the old binary format counts on well-formed records in places: a damaged
/// file is told, not fatal.
pub(crate) fn told<T>(reader: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(reader)).unwrap_or_else(|_| Err(malformed(&"damaged records").into()))
}

/// A workbook that is open.
enum Book<'b> {
    Xlsx(Xlsx<Cursor<&'b [u8]>>),
    Xls(Xls<Cursor<&'b [u8]>>),
    Ods(Ods<Cursor<&'b [u8]>>),
}

/// Opens a workbook once it is known to be no bomb, and a binary not to contradict itself: a reader holds it in memory.
fn open<'b>(bytes: &'b [u8], limits: &Limits) -> Result<(Book<'b>, Budget), Refusal> {
    let source = Cursor::new(bytes);
    if !bytes.starts_with(b"PK") {
        let cells = limits.cells_beside(SPARE_BINARY, length(bytes));
        let budget = Budget { cells, text: limits.unpacked };
        binary::check(bytes, budget.cells)?;
        let book = told(|| Xls::new(source).map_err(|error| malformed(&error).into()))?;
        return Ok((Book::Xls(book), budget));
    }
    let size = check_workbook(bytes, limits.unpacked)?.max(length(bytes));
    let budget = Budget { cells: limits.cells_for(size), text: limits.unpacked };
    let book = match part_of(bytes, "content.xml")? {
        Some(content) => {
            let held = usize::try_from(size).unwrap_or(usize::MAX).saturating_mul(HELD_ODS).saturating_add(SPARE * 32);
            ods::check(BufReader::new(Cursor::new(content)), held)?;
            told(|| Ods::new(source).map(Book::Ods).map_err(|error| malformed(&error).into()))
        }
        None => told(|| Xlsx::new(source).map(Book::Xlsx).map_err(|error| malformed(&error).into())),
    };
    Ok((book?, budget))
}

impl Book<'_> {
    fn names(&self) -> Vec<String> {
        match self {
            Self::Xlsx(book) => book.sheet_names(),
            Self::Xls(book) => book.sheet_names(),
            Self::Ods(book) => book.sheet_names(),
        }
    }

    fn sheet(&mut self, name: String, budget: &mut Budget) -> Result<Sheet, Refusal> {
        let mut rows = Rows::default();
        match self {
            Self::Xlsx(book) => {
                let mut cells = book.worksheet_cells_reader(&name).map_err(|error| malformed(&error))?;
                while let Some(cell) = cells.next_cell().map_err(|error| malformed(&error))? {
                    let value = cell.get_value();
                    if !matches!(value, DataRef::Empty) {
                        let mut text = String::new();
                        push_text(value, &mut text);
                        rows.put(cell.get_position(), text, budget)?;
                    }
                }
            }
            Self::Xls(book) => {
                rows.range(&book.worksheet_range(&name).map_err(|error| malformed(&error))?, budget)?;
            }
            Self::Ods(book) => {
                rows.range(&book.worksheet_range(&name).map_err(|error| malformed(&error))?, budget)?;
            }
        }
        Ok(Sheet { name, rows: rows.finish() })
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// What is left to give out.
struct Budget {
    cells: usize,
    text: u64,
}

/// Rows by their number: cells may come in any order.
#[derive(Default)]
struct Rows(BTreeMap<u32, Vec<String>>);

impl Rows {
    fn range(&mut self, range: &Range<Data>, budget: &mut Budget) -> Result<(), Refusal> {
        let (first_row, first_column) = range.start().unwrap_or_default();
        let place = |first: u32, at: usize| first.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
        for (row, column, value) in range.used_cells() {
            if !matches!(value, Data::Empty) {
                self.put((place(first_row, row), place(first_column, column)), text_of(value), budget)?;
            }
        }
        Ok(())
    }

    fn put(&mut self, (row, column): (u32, u32), text: String, budget: &mut Budget) -> Result<(), Refusal> {
        let too_large = |limit: &str| Trouble::new(TroubleCode::TooLarge).line(u64::from(row) + 1).with("limit", limit);
        if text.len() > CELL_LIMIT {
            return Err(too_large(&CELL_LIMIT.to_string()).into());
        }
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        budget.text = budget.text.checked_sub(length).ok_or_else(|| too_large("text"))?;
        let cells = self.0.entry(row).or_default();
        let place = usize::try_from(column).unwrap_or(usize::MAX);
        let wider = place.saturating_add(1).saturating_sub(cells.len());
        budget.cells = budget.cells.checked_sub(wider).ok_or_else(|| too_large("cells"))?;
        if wider > 0 {
            cells.resize(place + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(place) {
            *cell = text;
        }
        Ok(())
    }

    fn finish(self) -> Vec<Row> {
        let rows = self.0.into_iter().map(|(row, cells)| Row { line: u64::from(row) + 1, cells, ended: true });
        rows.filter(|row| !row.is_blank()).collect()
    }
}

/// Not a workbook, or a damaged one.
pub(crate) fn malformed(error: &dyn std::fmt::Display) -> Trouble {
    Trouble::new(TroubleCode::Malformed).with("reason", &error.to_string())
}
