//! Tables with one row a day: the order of day and month told from all of them, each day once.

use super::Under;
use crate::contract::{Note, Sink};
use crate::dates::{self, Order, OrderClues};
use crate::serial;
use crate::table::Row;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::civil::Date;
use model::Piece;
use std::collections::BTreeSet;

/// What was read of a table of days.
#[derive(Debug)]
pub struct Days {
    /// Rows, bad ones included.
    pub rows: u64,
    /// The first and the last day.
    pub range: Option<(Date, Date)>,
    /// Which of day and month comes first; `None` when no date needed it.
    pub order: Option<Order>,
}

impl Days {
    /// What people should know of the days.
    pub fn notes(&self) -> Vec<Note> {
        let order = self.order.map(|order| match order {
            Order::MonthFirst => Note::new("dates-month-first", []),
            Order::DayFirst => Note::new("dates-day-first", []),
        });
        let range =
            self.range.map(|(from, to)| Note::new("days", [("from", from.to_string()), ("to", to.to_string())]));
        order.into_iter().chain(range).chain([Note::new("day-zone-unknown", [])]).collect()
    }
}

/// Reads every row of a table of days.
pub fn each_day<K: Copy + PartialEq>(
    under: &Under<'_, K>,
    key: K,
    sink: &mut dyn Sink,
    mut read_row: impl FnMut(&Row, Date) -> Result<Vec<Piece>, Trouble>,
) -> Result<Days, Refusal> {
    let order = order_of(under, key)?;
    let header = under.columns.header(key);
    let mut seen = BTreeSet::new();
    let mut rows = 0;
    for row in under.rows {
        rows += 1;
        let read = under.fit(row).and_then(|row| {
            let date = day(under, &row, key, order)?;
            if !seen.insert(date) {
                let trouble = Trouble::new(TroubleCode::Contradiction).line(row.line).field(header);
                return Err(trouble.with("value", &date.to_string()));
            }
            read_row(&row, date)
        });
        match read {
            Ok(pieces) => pieces.into_iter().try_for_each(|piece| sink.piece(piece))?,
            Err(trouble) => sink.bad(trouble)?,
        }
        sink.progress(0, rows);
    }
    if rows == 0 {
        return Err(Trouble::new(TroubleCode::Empty).line(under.header_line).into());
    }
    Ok(Days { rows, range: seen.first().copied().zip(seen.last().copied()), order })
}

/// The day of a row; in a workbook it may be the serial number of a spreadsheet.
fn day<K: Copy + PartialEq>(under: &Under<'_, K>, row: &Row, key: K, order: Option<Order>) -> Result<Date, Trouble> {
    let cell = under.columns.cell(row, key)?.unwrap_or_default().trim();
    let trouble = |code| Trouble::new(code).line(row.line).field(under.columns.header(key));
    if cell.is_empty() {
        return Err(trouble(TroubleCode::EmptyValue));
    }
    let found = dates::day(cell, order).or_else(|| under.workbook.then(|| serial::day(cell)).flatten());
    found.ok_or_else(|| trouble(TroubleCode::NotADate).with("value", cell))
}

/// Which of day and month comes first: told by a day above 12, or by the order in which the days follow each other
/// without a gap, else the month, which LinkedIn writes first in every language. `None` when no date needs it.
pub fn order_of<K: Copy + PartialEq>(under: &Under<'_, K>, key: K) -> Result<Option<Order>, Trouble> {
    let mut clues = OrderClues::default();
    let mut cells = Vec::new();
    for row in under.rows {
        let cell = under.columns.cell(row, key)?.unwrap_or_default();
        clues.see(cell, row.line);
        cells.push(cell);
    }
    if let Some(order) = clues.order().map_err(|trouble| trouble.field(under.columns.header(key)))? {
        return Ok(Some(order));
    }
    let without_gap = |order| {
        let days: BTreeSet<Date> = cells.iter().filter_map(|cell| dates::day(cell, Some(order))).collect();
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return false };
        let span = usize::try_from((*last - *first).get_days()).unwrap_or(usize::MAX);
        days.len() > 1 && days.len() == cells.len() && span + 1 == days.len()
    };
    let day_first = without_gap(Order::DayFirst) && !without_gap(Order::MonthFirst);
    Ok(clues.needed().then_some(if day_first { Order::DayFirst } else { Order::MonthFirst }))
}
