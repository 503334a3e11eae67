//! What the LinkedIn exports share: sheets of a workbook or one of them saved as text, headers under a row that
//! describes them, days written month first. No figure is known here: each export is its own format.

mod address;
mod days;

pub use address::{instant_in, native};
pub use days::{Days, each_day, order_of};

use crate::contract::Peek;
use crate::input::Input;
use crate::mapped::grid::is_workbook;
use crate::table::{Columns, Label, Next, Row, Rows, Rules, dialect, headers, split_sample};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::workbook::{self, EXPORT, Sheet};
use std::io::BufRead as _;

/// How far down the headers are looked for.
const HEADER_ROWS: usize = 10;

/// How many rows of a text are held to tell the order of day and month: an export holds a year of days, or the posts of
/// one.
const ROWS_LIMIT: usize = 20_000;

/// The sheets of an export, and whether they come from a workbook.
#[derive(Debug)]
pub struct Export {
    /// The sheets; one without name for a text.
    pub sheets: Vec<Sheet>,
    /// Dates of a workbook may be serial numbers.
    pub workbook: bool,
}

/// A sheet whose headers were found.
#[derive(Debug)]
pub struct Under<'s, K: 'static> {
    /// Its name.
    pub name: &'s str,
    /// Its columns.
    pub columns: Columns<K>,
    /// The line of its headers.
    pub header_line: u64,
    /// The rows under them.
    pub rows: &'s [Row],
    /// Whether it comes from a workbook.
    pub workbook: bool,
}

/// Memory that a text's rows may take beyond a few times their size.
const SPARE: usize = 1 << 20;

/// How much memory a row takes beyond six times its text: nothing, unless its cells are next to empty.
fn excess(row: &Row) -> usize {
    let text: usize = row.cells.iter().map(|cell| cell.len() + 1).sum();
    let held = size_of::<Row>() + row.cells.iter().map(|cell| size_of::<String>() + cell.capacity()).sum::<usize>();
    held.saturating_sub(6 * text)
}

impl Export {
    /// What can be seen of it in a peek: a whole workbook, or the first rows of a text.
    pub fn seen(peek: &Peek) -> Self {
        if is_workbook(&peek.bytes) {
            return Self { sheets: workbook::glance(peek).unwrap_or_default(), workbook: true };
        }
        let (separator, text) = dialect::separator_and_body(&peek.text);
        // Rows that a spreadsheet quoted again are recognised, so that reading can refuse them by that name.
        let mut rows = vec![headers(peek)];
        rows.extend(split_sample(text, separator.char(), HEADER_ROWS));
        let rows = (1..).zip(rows).map(|(line, cells)| Row { line, cells, ended: true }).collect();
        Self { sheets: vec![Sheet { name: String::new(), rows }], workbook: false }
    }

    /// Reads all of it.
    pub fn read(input: &mut Input) -> Result<Self, Refusal> {
        let head = input.fill_buf().map_err(|error| crate::table::unreadable(&error))?;
        if is_workbook(head) {
            let bytes = input.read_all(EXPORT.packed)?;
            return Ok(Self { sheets: workbook::sheets(&bytes, &EXPORT)?, workbook: true });
        }
        let mut text = Rows::open(input, Rules::default())?;
        let (mut rows, mut left) = (Vec::new(), SPARE);
        loop {
            match text.next()? {
                Next::End => break,
                Next::Bad(trouble) => return Err(trouble.into()),
                Next::Row(row) if row.is_blank() => {}
                Next::Row(row) if rows.len() >= ROWS_LIMIT => {
                    let trouble = Trouble::new(TroubleCode::TooLarge).line(row.line);
                    return Err(trouble.with("limit", &ROWS_LIMIT.to_string()).into());
                }
                Next::Row(row) => {
                    left = left.checked_sub(excess(&row)).ok_or_else(|| {
                        Trouble::new(TroubleCode::TooLarge).line(row.line).with("limit", &row.cells.len().to_string())
                    })?;
                    rows.push(row);
                }
            }
        }
        Ok(Self { sheets: vec![Sheet { name: String::new(), rows }], workbook: false })
    }

    /// The first sheet with headers that are `ours`.
    pub fn under<K: Copy + PartialEq>(
        &self,
        labels: &'static [Label<K>],
        ours: impl Fn(&Columns<K>) -> bool,
    ) -> Option<Under<'_, K>> {
        self.sheets.iter().find_map(|sheet| self.under_in(sheet, labels, &ours))
    }

    fn under_in<'s, K: Copy + PartialEq>(
        &self,
        sheet: &'s Sheet,
        labels: &'static [Label<K>],
        ours: &impl Fn(&Columns<K>) -> bool,
    ) -> Option<Under<'s, K>> {
        sheet.rows.iter().enumerate().take(HEADER_ROWS).find_map(|(at, row)| {
            let mut cells: Vec<String> = row.cells.iter().map(|cell| cell.trim().to_owned()).collect();
            while cells.last().is_some_and(String::is_empty) {
                cells.pop();
            }
            let columns = Columns::find(labels, &cells);
            let rows = sheet.rows.get(at + 1..).unwrap_or_default();
            let (name, header_line, workbook) = (sheet.name.as_str(), row.line, self.workbook);
            ours(&columns).then_some(Under { name, columns, header_line, rows, workbook })
        })
    }

    /// The same, or why it is not there: a spreadsheet quoted the rows again, or the columns are not those of the
    /// export.
    pub fn require<K: Copy + PartialEq>(
        &self,
        labels: &'static [Label<K>],
        ours: impl Fn(&Columns<K>) -> bool,
    ) -> Result<Under<'_, K>, Trouble> {
        if let Some(under) = self.under(labels, &ours) {
            under.columns.require(under.header_line)?;
            return Ok(under);
        }
        let first = || self.sheets.iter().flat_map(|sheet| sheet.rows.iter().take(HEADER_ROWS));
        for row in first() {
            let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
            if let (Some(lone), None) = (filled.next(), filled.next()) {
                let again = split_sample(lone, dialect::find_separator(lone).char(), 1);
                if again.first().is_some_and(|cells| ours(&Columns::find(labels, cells))) {
                    return Err(Trouble::new(TroubleCode::Requoted).line(row.line));
                }
            }
        }
        let Some(row) = first().max_by_key(|row| row.cells.len()) else { return Err(Trouble::new(TroubleCode::Empty)) };
        Columns::find(labels, &row.cells).require(row.line)?;
        Err(Trouble::new(TroubleCode::MissingColumn).line(row.line).with("headers", &row.cells.join(" · ")))
    }

    /// The names of the sheets that are none of these.
    pub fn others(&self, read: &[&str]) -> Vec<&str> {
        self.sheets.iter().map(|sheet| sheet.name.as_str()).filter(|name| !read.contains(name)).collect()
    }
}

impl<K: Copy + PartialEq> Under<'_, K> {
    /// The row with as many cells as there are headers; a text with other rows was cut or edited.
    pub fn fit(&self, row: &Row) -> Result<Row, Trouble> {
        let wanted = self.columns.headers().len();
        let mut row = row.clone();
        let surplus = row.cells.iter().skip(wanted).any(|cell| !cell.trim().is_empty());
        if row.cells.len() < wanted && !self.workbook {
            let field = row.cells.len().checked_sub(1).and_then(|last| self.columns.headers().get(last));
            let code = if row.ended { TroubleCode::CellCount } else { TroubleCode::Truncated };
            let trouble = Trouble::new(code).line(row.line);
            return Err(match (code, field) {
                (TroubleCode::Truncated, Some(field)) => trouble.field(field),
                _ => trouble.with("cells", &row.cells.len().to_string()).with("headers", &wanted.to_string()),
            });
        }
        if surplus && !self.workbook {
            let trouble = Trouble::new(TroubleCode::CellCount).line(row.line);
            return Err(trouble.with("cells", &row.cells.len().to_string()).with("headers", &wanted.to_string()));
        }
        row.cells.resize(wanted, String::new());
        Ok(row)
    }
}
