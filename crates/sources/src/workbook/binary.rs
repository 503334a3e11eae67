//! A look at an old binary workbook (BIFF in a compound file) before a reader trusts what it says of its own size.
//!
//! Reads no cell: walks the records and refuses those that would make a reader reserve or walk far more than the
//! file holds.

use super::binary_texts;
use crate::trouble::{Trouble, TroubleCode};

/// The most sheets; a spreadsheet program stops long before.
const SHEETS: usize = 256;

/// Records with a row and a column in front.
const CELLS: [u16; 8] = [0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, 0x00fd, 0x00bd, 0x0006];

/// Among them: a cell that names a text of the table.
const NAMES_TEXT: u16 = 0x00fd;
const TEXTS: u16 = 0x00fc;
const BOUND_SHEET: u16 = 0x0085;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const DIMENSIONS: u16 = 0x0200;

/// The marks of the sector table that are no sectors.
const RESERVED: u32 = 0xffff_fffa;

/// How many times the workbook's size its cells may take as texts, beside a megabyte: those that name a text of the
/// table take fourteen bytes, however long it is. An export whose sheets repeat each post stays well below.
const TEXT_SHARE: usize = 16;
const TEXT_SPARE: usize = 1 << 20;

/// Refuses a workbook whose sheets are larger than `cells` together or say the same texts too often, or whose records do
/// not hold together.
pub fn check(bytes: &[u8], cells: usize) -> Result<(), Trouble> {
    let stream = stream(bytes).ok_or_else(malformed)?;
    if binary_texts::go_on_too_long(&stream) {
        return Err(malformed());
    }
    let (begins, texts) = globals(&stream)?;
    let told = stream.len().saturating_mul(TEXT_SHARE).saturating_add(TEXT_SPARE);
    let mut left = Left { cells, told };
    for begins in begins {
        let sheet = sheet(&stream, begins, &texts)?;
        left.cells = left.cells.checked_sub(sheet.cells).ok_or_else(|| too_large(cells))?;
        left.told = left.told.checked_sub(sheet.told).ok_or_else(|| too_large(told))?;
    }
    Ok(())
}

/// Cells, and characters of texts that they name.
struct Left {
    cells: usize,
    told: usize,
}

/// Where each sheet begins, and how long the shared texts are.
fn globals(stream: &[u8]) -> Result<(Vec<usize>, Vec<u32>), Trouble> {
    let (mut sheets, mut texts, mut at) = (Vec::new(), Vec::new(), 0);
    while let Some((kind, data, next)) = record(stream, at) {
        match kind {
            BOUND_SHEET => {
                let begins = u32_at(data, 0).and_then(|begins| usize::try_from(begins).ok()).ok_or_else(malformed)?;
                if sheets.len() >= SHEETS || begins >= stream.len() {
                    return Err(malformed());
                }
                sheets.push(begins);
            }
            TEXTS => texts = binary_texts::lengths(stream, data, next).ok_or_else(malformed)?,
            END => return Ok((sheets, texts)),
            _ => {}
        }
        at = next;
    }
    Err(malformed())
}

/// How many cells the sheet spans, from its first cell to its last, and what they name of the shared texts.
fn sheet(stream: &[u8], begins: usize, texts: &[u32]) -> Result<Left, Trouble> {
    let (mut at, mut depth, mut told) = (begins, 0_usize, 0_usize);
    let (mut rows, mut columns) = (0, 0);
    while let Some((kind, data, next)) = record(stream, at) {
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            DIMENSIONS => {
                let (first, last, from, to) = dimensions(data).ok_or_else(malformed)?;
                if (last > 0 && to > 0) && (last <= first || to <= from) {
                    return Err(malformed());
                }
                (rows, columns) = (rows.max(last), columns.max(to));
            }
            kind if CELLS.contains(&kind) => {
                let (row, first) = u16_at(data, 0).zip(u16_at(data, 2)).ok_or_else(malformed)?;
                // A run of numbers ends with its last column.
                let last = if kind == 0x00bd { u16_at(data, data.len().saturating_sub(2)) } else { None };
                rows = rows.max(u32::from(row) + 1);
                columns = columns.max(u32::from(first.max(last.unwrap_or(0))) + 1);
                if kind == NAMES_TEXT {
                    let place = u32_at(data, 6).and_then(|place| usize::try_from(place).ok());
                    let length = place.and_then(|place| texts.get(place)).copied().unwrap_or(0);
                    told = told.saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
                }
            }
            _ => {}
        }
        at = next;
    }
    let cells = u64::from(rows) * u64::from(columns);
    Ok(Left { cells: usize::try_from(cells).map_err(|_| malformed())?, told })
}

fn dimensions(data: &[u8]) -> Option<(u32, u32, u32, u32)> {
    if data.len() == 10 {
        let at = |place| u16_at(data, place).map(u32::from);
        return Some((at(0)?, at(2)?, at(4)?, at(6)?));
    }
    Some((u32_at(data, 0)?, u32_at(data, 4)?, u32::from(u16_at(data, 8)?), u32::from(u16_at(data, 10)?)))
}

/// One record: its kind, its content, and where the next one begins.
pub(super) fn record(stream: &[u8], at: usize) -> Option<(u16, &[u8], usize)> {
    let kind = u16_at(stream, at)?;
    let length = usize::from(u16_at(stream, at.checked_add(2)?)?);
    let from = at.checked_add(4)?;
    let to = from.checked_add(length)?;
    Some((kind, stream.get(from..to)?, to))
}

/// The stream called `Workbook` (or `Book`) of the compound file.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let sector = match u16_at(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let table = sector_table(bytes, sector)?;
    let directory = chain(bytes, sector, &table, u32_at(bytes, 48)?)?;
    let entries = || directory.chunks_exact(128);
    let entry = entries().find(|entry| matches!(name(entry).as_str(), "workbook" | "book"))?;
    let (start, length) = (u32_at(entry, 116)?, usize::try_from(u32_at(entry, 120)?).ok()?);
    let mut stream = if length < 4096 {
        let root = entries().next()?;
        let small = chain(bytes, sector, &table, u32_at(root, 116)?)?;
        let small_table: Vec<u32> = numbers(&chain(bytes, sector, &table, u32_at(bytes, 60)?)?);
        follow(&small, 64, 0, &small_table, start)?
    } else {
        chain(bytes, sector, &table, start)?
    };
    stream.truncate(length);
    Some(stream)
}

fn sector_table(bytes: &[u8], sector: usize) -> Option<Vec<u32>> {
    let mut places: Vec<u32> = numbers(bytes.get(76..512)?);
    let mut next = u32_at(bytes, 68)?;
    for _ in 0..=sectors(bytes, sector) {
        if next >= RESERVED {
            let mut table = Vec::new();
            for place in places.into_iter().filter(|place| *place < RESERVED) {
                table.extend(numbers(sector_of(bytes, sector, sector, place)?));
            }
            return Some(table);
        }
        let mut more = numbers(sector_of(bytes, sector, sector, next)?);
        next = more.pop()?;
        places.extend(more);
    }
    None
}

/// How many sectors there may be: a chain with more of them runs in a circle.
const fn sectors(bytes: &[u8], sector: usize) -> usize {
    bytes.len() / sector + 1
}

fn chain(bytes: &[u8], sector: usize, table: &[u32], start: u32) -> Option<Vec<u8>> {
    follow(bytes, sector, sector, table, start)
}

/// The sectors of a chain, one after the other; `None` when it runs in a circle or out of the file.
fn follow(bytes: &[u8], sector: usize, header: usize, table: &[u32], start: u32) -> Option<Vec<u8>> {
    let (mut at, mut found) = (start, Vec::new());
    for _ in 0..=sectors(bytes, sector) {
        if at >= RESERVED {
            return Some(found);
        }
        found.extend_from_slice(sector_of(bytes, sector, header, at)?);
        at = *table.get(usize::try_from(at).ok()?)?;
    }
    None
}

/// One sector, the last one of the file possibly short.
fn sector_of(bytes: &[u8], sector: usize, header: usize, place: u32) -> Option<&[u8]> {
    let from = usize::try_from(place).ok()?.checked_mul(sector)?.checked_add(header)?;
    let to = from.checked_add(sector)?.min(bytes.len());
    bytes.get(from..to)
}

/// The name of a directory entry, in small letters.
fn name(entry: &[u8]) -> String {
    let units = entry.get(..64).unwrap_or_default().chunks_exact(2);
    let text = units.map(|unit| u16_at(unit, 0).unwrap_or(0)).take_while(|unit| *unit != 0);
    char::decode_utf16(text).map(|c| c.unwrap_or('?').to_ascii_lowercase()).collect()
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0)).collect()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_le_bytes(*two))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

fn malformed() -> Trouble {
    Trouble::new(TroubleCode::Malformed).with("reason", "damaged records")
}

fn too_large(cells: usize) -> Trouble {
    Trouble::new(TroubleCode::TooLarge).with("limit", &cells.to_string())
}
