//! The sheets of a workbook (XLSX, and the old binary XLS) as rows of cells with their line numbers.
//!
//! For formats that a service writes as workbooks. Bombs, cells at the far end of a sheet and damaged binaries are
//! refused before they take memory. A table a person maps is opened by `mapped::grid`.

mod binary;
mod cell;

use crate::contract::Peek;
use crate::mapped::grid::is_workbook;
use crate::open::check_workbook;
use crate::table::{CELL_LIMIT, Row};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use calamine::{Data, DataRef, Reader, Sheets, open_workbook_auto_from_rs};
pub(crate) use cell::{push_text, text_of};
use std::collections::BTreeMap;
use std::io::Cursor;
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

/// Enough for any export of a service.
pub const EXPORT: Limits = Limits { packed: 64 << 20, unpacked: 256 << 20, cells: 4_000_000 };

/// Enough to recognise one: larger workbooks are no exports of a page.
const GLANCE: Limits = Limits { packed: 1 << 20, unpacked: 32 << 20, cells: 500_000 };

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
    check(bytes, limits)?;
    told(|| read(bytes, limits))
}

/// Refuses a bomb, and a binary that contradicts itself, before a reader holds it in memory.
pub fn check(bytes: &[u8], limits: &Limits) -> Result<(), Refusal> {
    if bytes.starts_with(b"PK") {
        return check_workbook(bytes, limits.unpacked);
    }
    Ok(binary::check(bytes, limits.cells)?)
}

/// Runs a reader of workbooks. The one of the old binary format counts on well-formed records in places: a damaged
/// file is told, not fatal.
pub fn told<T>(reader: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(reader)).unwrap_or_else(|_| Err(malformed(&"damaged records").into()))
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, Refusal> {
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| malformed(&error))?;
    let mut budget = Budget { cells: limits.cells, text: limits.unpacked };
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let rows = match &mut workbook {
            Sheets::Xlsx(xlsx) => {
                let mut cells = xlsx.worksheet_cells_reader(&name).map_err(|error| malformed(&error))?;
                let mut rows = Rows::default();
                while let Some(cell) = cells.next_cell().map_err(|error| malformed(&error))? {
                    let value = cell.get_value();
                    if !matches!(value, DataRef::Empty) {
                        let mut text = String::new();
                        push_text(value, &mut text);
                        rows.put(cell.get_position(), text, &mut budget)?;
                    }
                }
                rows
            }
            other => {
                let range = other.worksheet_range(&name).map_err(|error| malformed(&error))?;
                let (first_row, first_column) = range.start().unwrap_or_default();
                let mut rows = Rows::default();
                for (row, column, value) in range.used_cells() {
                    let place = |first: u32, at: usize| first.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
                    if !matches!(value, Data::Empty) {
                        let place = (place(first_row, row), place(first_column, column));
                        rows.put(place, text_of(value), &mut budget)?;
                    }
                }
                rows
            }
        };
        sheets.push(Sheet { name, rows: rows.finish() });
    }
    Ok(sheets)
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
