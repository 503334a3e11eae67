//! Rows that a spreadsheet quoted whole again: recognised by what they held, so that reading refuses them by that name.

use crate::table::{dialect, split_sample};

/// The cells that a row held before it was quoted again; any other row as it is.
pub fn as_before(cells: Vec<String>, separator: char) -> Vec<String> {
    if dialect::requoted_cells(&cells, separator) < 2 {
        return cells;
    }
    let again = cells.iter().find(|cell| !cell.trim().is_empty()).map_or("", String::as_str);
    split_sample(again, dialect::find_separator(again).char(), 1).into_iter().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_rows_are_split_again() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
        assert_eq!(as_before(row(&["Date,\"Le port, un\",3"]), ','), row(&["Date", "Le port, un", "3"]));
        assert_eq!(as_before(row(&["Date", "Le port, un"]), ','), row(&["Date", "Le port, un"]));
        assert_eq!(as_before(row(&["Date"]), ','), row(&["Date"]));
    }
}
