//! Rows held until something is known of all of them (the order of day and month), end to end in one piece of memory: a
//! piece for each cell would take twenty times what small cells take in the file.

use super::Row;
use crate::trouble::{Trouble, TroubleCode};

/// Rows held, up to a limit in bytes.
#[derive(Debug)]
pub struct HeldRows {
    /// For each row: by how much its line is above the one before, its cells and whether it ended, then each cell's
    /// length and text.
    bytes: Vec<u8>,
    last_line: u64,
    count: usize,
    limit: usize,
}

impl HeldRows {
    /// Nothing held yet; more than `limit` bytes will be refused.
    pub const fn new(limit: usize) -> Self {
        Self { bytes: Vec::new(), last_line: 0, count: 0, limit }
    }

    /// Holds a row; lines never go back.
    pub fn push(&mut self, row: &Row) -> Result<(), Trouble> {
        self.number(row.line.saturating_sub(self.last_line));
        self.number(length(row.cells.len()) << 1 | u64::from(row.ended));
        for cell in &row.cells {
            self.number(length(cell.len()));
            self.bytes.extend_from_slice(cell.as_bytes());
        }
        self.last_line = row.line;
        self.count += 1;
        if self.bytes.len() > self.limit {
            return Err(Trouble::new(TroubleCode::TooLarge).line(row.line).with("limit", &self.limit.to_string()));
        }
        Ok(())
    }

    /// How many rows are held.
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether none is.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The rows, in their order.
    pub fn iter(&self) -> impl Iterator<Item = Row> {
        let (mut rest, mut line) = (self.bytes.as_slice(), 0);
        std::iter::from_fn(move || row(&mut rest, &mut line))
    }

    /// The same, of rows nobody needs again.
    pub fn into_rows(self) -> impl Iterator<Item = Row> {
        let (mut at, mut line) = (0, 0);
        std::iter::from_fn(move || {
            let mut rest = self.bytes.get(at..)?;
            let row = row(&mut rest, &mut line);
            at = self.bytes.len() - rest.len();
            row
        })
    }

    /// Writes a number, seven bits at a time.
    fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.bytes.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
            number >>= 7;
        }
        self.bytes.push(u8::try_from(number).unwrap_or_default());
    }
}

fn length(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

fn row(rest: &mut &[u8], line: &mut u64) -> Option<Row> {
    *line += number(rest)?;
    let head = number(rest)?;
    let cells = (0..head >> 1).map(|_| cell(rest)).collect::<Option<Vec<String>>>()?;
    Some(Row { line: *line, cells, ended: head & 1 == 1 })
}

fn cell(rest: &mut &[u8]) -> Option<String> {
    let length = usize::try_from(number(rest)?).ok()?;
    let (text, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(str::from_utf8(text).ok()?.to_owned())
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        number |= u64::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_held_comes_back(
            rows in prop::collection::vec((0_u64..400, prop::collection::vec(".{0,200}", 0..5), any::<bool>()), 0..20)
        ) {
            let mut line = 0;
            let rows: Vec<Row> = rows.into_iter().map(|(more, cells, ended)| {
                line += more;
                Row { line, cells, ended }
            }).collect();
            let mut held = HeldRows::new(1 << 20);
            rows.iter().for_each(|row| held.push(row).unwrap());
            prop_assert_eq!(held.len(), rows.len());
            prop_assert_eq!(&held.iter().collect::<Vec<_>>(), &rows);
            prop_assert_eq!(held.into_rows().collect::<Vec<_>>(), rows);
        }
    }

    #[test]
    fn more_than_the_limit_is_refused() {
        let row = Row { line: 3, cells: vec!["a".repeat(60), "b".repeat(60)], ended: true };
        let mut held = HeldRows::new(200);
        held.push(&row).unwrap();
        assert_eq!(held.push(&row).unwrap_err().to_string(), "line 3: too-large (limit: 200)");
    }
}
