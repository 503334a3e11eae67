//! One way to read the rows of a text or of a sheet of a workbook, under headers.

use crate::contract::Note;
use crate::input::Input;
use crate::mapping::Place;
use crate::table::{Next, Row, Rules, Table};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::workbook::{self, Limits};
use calamine::Data;
use std::io::BufRead;

/// The largest workbook accepted.
const LIMITS: Limits = Limits { packed: 64 << 20, unpacked: 512 << 20, cells: 32_000_000 };

/// A table, wherever it comes from.
pub enum Grid<'a> {
    /// Delimited text, as a stream.
    Text(Table<'a>),
    /// A sheet, in memory.
    Sheet {
        /// Its headers.
        headers: Vec<String>,
        /// Which row of the sheet they are.
        header_line: u64,
        /// The rows under them.
        rows: std::vec::IntoIter<Row>,
        /// How wide the widest of them is.
        width: usize,
        /// How many columns before the first filled one are left out.
        indent: usize,
    },
}

/// Whether the bytes are those of a workbook: a zip archive or an old binary document.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

impl<'a> Grid<'a> {
    /// Opens the table where the mapping says it is.
    pub fn open(input: &'a mut Input, place: &Place) -> Result<Self, Refusal> {
        let head = input.fill_buf().map_err(|error| crate::table::unreadable(&error))?;
        let header_row = place.header_row.unwrap_or(1);
        if is_workbook(head) {
            return Self::sheet(input, place, header_row);
        }
        let encoding = place.encoding.as_deref().and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
        let rules = Rules { guess_encoding: true, encoding, separator: place.separator };
        Ok(Self::Text(Table::open(input, rules, header_row)?))
    }

    fn sheet(input: &mut Input, place: &Place, header_row: u64) -> Result<Self, Refusal> {
        let bytes = input.read_all(LIMITS.packed)?;
        let sheet = workbook::sheet(&bytes, &LIMITS, |names| match &place.sheet {
            None => Ok(names.first().cloned().ok_or_else(|| Trouble::new(TroubleCode::Empty))?),
            Some(wanted) if names.contains(wanted) => Ok(wanted.clone()),
            Some(wanted) => {
                let trouble = Trouble::new(TroubleCode::BadMapping).with("reason", "sheet").with("value", wanted);
                Err(trouble.with("headers", &names.join(" · ")).into())
            }
        })?;
        Self::under(sheet.rows, header_row)
    }

    fn under(rows: Vec<Row>, header_row: u64) -> Result<Self, Refusal> {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let first = |row: &Row| row.cells.iter().position(|cell| !cell.is_empty());
        let indent = rows.iter().filter_map(first).min().unwrap_or(0);
        let skipped = usize::try_from(header_row.saturating_sub(1)).unwrap_or(usize::MAX);
        let mut rows = rows.into_iter();
        let header = rows.nth(skipped).ok_or_else(|| Trouble::new(TroubleCode::Empty))?;
        let header_line = header.line;
        let headers = fit(header, width, indent).cells.iter().map(|cell| cell.trim().to_owned()).collect();
        Ok(Self::Sheet { headers, header_line, rows, width, indent })
    }

    /// The headers.
    pub fn headers(&self) -> &[String] {
        match self {
            Self::Text(table) => table.headers(),
            Self::Sheet { headers, .. } => headers,
        }
    }

    /// The line of the headers.
    pub const fn header_line(&self) -> u64 {
        match self {
            Self::Text(table) => table.header_line(),
            Self::Sheet { header_line, .. } => *header_line,
        }
    }

    /// The encoding, when it is a guess.
    pub fn guessed_encoding(&self) -> Option<&'static str> {
        match self {
            Self::Text(table) => table.dialect().guessed.then_some(table.dialect().encoding),
            Self::Sheet { .. } => None,
        }
    }

    /// How the table is written, for people.
    pub fn note(&self) -> Note {
        match self {
            Self::Text(table) => {
                let dialect = table.dialect();
                let separator = dialect.separator.as_str().to_owned();
                Note::new("text", [("encoding", dialect.encoding.to_owned()), ("separator", separator)])
            }
            Self::Sheet { .. } => Note::new("workbook", []),
        }
    }

    /// Bytes consumed so far; a workbook is read at once.
    pub fn consumed(&self) -> u64 {
        match self {
            Self::Text(table) => table.consumed(),
            Self::Sheet { .. } => 0,
        }
    }

    /// The next row.
    #[expect(clippy::should_implement_trait, reason = "an iterator cannot tell a bad row from a refusal")]
    pub fn next(&mut self) -> Result<Next, Refusal> {
        match self {
            Self::Text(table) => table.next(),
            Self::Sheet { rows, width, indent, .. } => {
                Ok(rows.next().map_or(Next::End, |row| Next::Row(fit(row, *width, *indent))))
            }
        }
    }
}

/// The row as wide as its sheet: short until it is handed out, so that one far cell does not widen a million rows.
fn fit(mut row: Row, width: usize, indent: usize) -> Row {
    row.cells.resize(width, String::new());
    row.cells.drain(..indent.min(width));
    row
}

/// A cell as text: dates in ISO, whole numbers without a point, and those too large to be exact as the sheet
/// rounds them, so that an id read from them is refused.
pub(crate) fn text_of(cell: &Data) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match cell {
        Data::Float(number) if number.abs() >= EXACT => format!("{number:E}").replace('E', "E+"),
        Data::Float(number) => number.to_string(),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
        }
        other => other.to_string(),
    }
}
