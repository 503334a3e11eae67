//! What the two exports of Facebook Insights share: a text or a workbook, headers over a row that says in words what
//! each column counts, and dates whose order the whole file tells. No figure is known here.

use crate::contract::{Note, Peek, Sink};
use crate::dates::{Order, OrderClues};
use crate::input::Input;
use crate::mapped::grid::is_workbook;
use crate::serial;
use crate::table::{Columns, Next, Row, Rules, Table, headers, unreadable};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::workbook::{self, EXPORT, Sheet};
use std::io::BufRead as _;

/// The order of the days of a page is told by how they follow each other: they are held, up to so many bytes of the file.
const HELD_LIMIT: usize = 64 * 1024 * 1024;

/// What comes before the rows of an export: a text, as a stream, or the sheet of a workbook that holds the key figures.
pub enum Export<'a> {
    /// Comma-separated text.
    Text(Table<'a>),
    /// One sheet, in memory, beside the others of its workbook.
    Book {
        /// Its headers.
        headers: Vec<String>,
        /// Which row of the sheet they are.
        header_line: u64,
        /// The rows under them.
        rows: std::vec::IntoIter<Row>,
        /// The other sheets: each tells one figure by country, by town, by kind of act…
        others: Vec<Sheet>,
    },
}

/// The headers that can be seen in a peek: of a text, or of each sheet of a workbook.
pub fn seen_headers(peek: &Peek) -> Vec<Vec<String>> {
    if !is_workbook(&peek.bytes) {
        return vec![headers(peek)];
    }
    let sheets = workbook::glance(peek).unwrap_or_default();
    sheets.iter().filter_map(|sheet| Some(trimmed(sheet.rows.first()?))).collect()
}

impl<'a> Export<'a> {
    /// Opens the export; of a workbook, the first sheet whose headers are `ours`.
    pub fn open(input: &'a mut Input, ours: impl Fn(&[String]) -> bool) -> Result<Self, Refusal> {
        let head = input.fill_buf().map_err(|error| unreadable(&error))?;
        if !is_workbook(head) {
            let table = Table::open(input, Rules::default(), 1)?;
            table.as_the_service_writes()?;
            return Ok(Self::Text(table));
        }
        let mut others = workbook::sheets(&input.read_all(EXPORT.packed)?, &EXPORT)?;
        others.retain(|sheet| !sheet.rows.is_empty());
        if others.is_empty() {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        let key = others.iter().position(|sheet| sheet.rows.first().is_some_and(|row| ours(&trimmed(row))));
        let mut rows = others.remove(key.unwrap_or(0)).rows.into_iter();
        let Some(first) = rows.next() else { return Err(Trouble::new(TroubleCode::Empty).into()) };
        Ok(Self::Book { headers: trimmed(&first), header_line: first.line, rows, others })
    }

    /// The headers.
    pub fn headers(&self) -> &[String] {
        match self {
            Self::Text(table) => table.headers(),
            Self::Book { headers, .. } => headers,
        }
    }

    /// The line of the headers.
    pub const fn header_line(&self) -> u64 {
        match self {
            Self::Text(table) => table.header_line(),
            Self::Book { header_line, .. } => *header_line,
        }
    }

    /// The other sheets of a workbook.
    pub fn others(&self) -> &[Sheet] {
        match self {
            Self::Text(_) => &[],
            Self::Book { others, .. } => others,
        }
    }

    /// A date as it is written, or the one that a spreadsheet's number stands for; a text has no such numbers.
    pub fn date(&self, cell: String) -> String {
        let moment = if matches!(self, Self::Book { .. }) { serial::moment(&cell) } else { None };
        moment.map_or(cell, |(date, time)| date.to_datetime(time).to_string())
    }

    fn consumed(&self) -> u64 {
        match self {
            Self::Text(table) => table.consumed(),
            Self::Book { .. } => 0,
        }
    }

    fn next(&mut self) -> Result<Next, Refusal> {
        match self {
            Self::Text(table) => table.next(),
            Self::Book { headers, rows, .. } => Ok(rows.next().map_or(Next::End, |mut row| {
                row.cells.resize(headers.len(), String::new());
                Next::Row(row)
            })),
        }
    }

    /// Reads every row but the descriptions; how many there were. `key`: a column that every row fills.
    pub fn each<K: Copy + PartialEq>(
        &mut self,
        columns: &Columns<K>,
        key: K,
        sink: &mut dyn Sink,
        mut take: impl FnMut(&Self, Result<Row, Trouble>, &mut dyn Sink) -> Result<(), Refusal>,
    ) -> Result<u64, Refusal> {
        let (mut count, mut first) = (0, true);
        loop {
            let row = match self.next()? {
                Next::End => break,
                Next::Bad(trouble) => Err(trouble),
                Next::Row(row) if std::mem::take(&mut first) && is_descriptions(columns, key, &row)? => continue,
                Next::Row(row) => Ok(row),
            };
            count += 1;
            take(self, row, sink)?;
            sink.progress(self.consumed(), count);
        }
        if count == 0 {
            return Err(Trouble::new(TroubleCode::Empty).line(self.header_line()).into());
        }
        Ok(count)
    }

    /// Holds what `read_row` makes of every row, and what each says of the order of day and month.
    pub fn hold<K: Copy + PartialEq, T>(
        &mut self,
        columns: &Columns<K>,
        key: K,
        sink: &mut dyn Sink,
        read_row: impl Fn(&Self, &Row) -> Result<T, Trouble>,
        written: impl Fn(&T) -> (&str, u64),
    ) -> Result<Held<T>, Refusal> {
        let mut held = Held { rows: Vec::new(), clues: OrderClues::default(), count: 0 };
        let mut size = 0;
        held.count = self.each(columns, key, sink, |export, row, sink| {
            size += row.iter().flat_map(|row| &row.cells).map(String::len).sum::<usize>();
            if size > HELD_LIMIT {
                return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &HELD_LIMIT.to_string()).into());
            }
            match row.and_then(|row| read_row(export, &row)) {
                Ok(row) => {
                    let (date, line) = written(&row);
                    held.clues.see(date, line);
                    held.rows.push(row);
                    Ok(())
                }
                Err(trouble) => sink.bad(trouble),
            }
        })?;
        Ok(held)
    }
}

/// What was read before the order of day and month is known.
pub struct Held<T> {
    /// The rows that can be read.
    pub rows: Vec<T>,
    /// What their dates say of the order.
    pub clues: OrderClues,
    /// All rows, bad ones included.
    pub count: u64,
}

/// What to say of the order of day and month, where it mattered.
pub fn order_note(clues: &OrderClues, order: Order) -> Option<Note> {
    clues.needed().then(|| match order {
        Order::MonthFirst => Note::new("dates-month-first", []),
        Order::DayFirst => Note::new("dates-day-first", []),
    })
}

/// How many sheets of a workbook were left out.
pub fn sheets_note(left_out: usize) -> Option<Note> {
    (left_out > 0).then(|| Note::new("sheets-left-out", [("count", left_out.to_string())]))
}

/// Whether a row says in words what the columns count.
pub fn is_descriptions<K: Copy + PartialEq>(columns: &Columns<K>, key: K, row: &Row) -> Result<bool, Trouble> {
    let worded = |cell: &String| cell.contains(':') && cell.contains(char::is_alphabetic);
    Ok(columns.text(row, key)?.is_none() && row.cells.iter().any(worded))
}

/// The cells of a row of headers, trimmed, without the empty ones at the end.
pub fn trimmed(row: &Row) -> Vec<String> {
    let mut cells: Vec<String> = row.cells.iter().map(|cell| cell.trim().to_owned()).collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}
