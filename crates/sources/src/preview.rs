//! The first rows of a table as cells, for the page that shows a file before it is taken in.

use crate::contract::{Note, Peek};
use crate::input::Input;
use crate::mapped::grid::{self, Grid};
use crate::mapped::json_lines;
use crate::mapping::Place;
use crate::table::{Next, dialect, split_sample};
use crate::trouble::Refusal;

/// The first rows of a file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Preview {
    /// The headers; empty when the file is no table.
    pub headers: Vec<String>,
    /// The first rows, each with as many cells as there are headers.
    pub rows: Vec<Vec<String>>,
    /// How the text is written.
    pub note: Note,
}

/// The first `limit` rows of a table or of JSON lines; the first lines of any other text, one cell each.
pub fn preview(peek: &Peek, limit: usize) -> Preview {
    if grid::is_workbook(&peek.bytes) {
        return Preview { headers: Vec::new(), rows: Vec::new(), note: Note::new("workbook", []) };
    }
    if json_lines::is_meant(peek) {
        let (headers, rows) = json_lines::first_rows(peek, limit);
        return Preview { headers, rows, note: Note::new(json_lines::NOTE, []) };
    }
    let (separator, text) = dialect::separator_and_body(&peek.text);
    let note =
        Note::new("text", [("encoding", peek.encoding.to_owned()), ("separator", separator.as_str().to_owned())]);
    let mut rows = split_sample(text, separator.char(), limit.saturating_add(8));
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    // Titles before the headers (Meta) are narrower than the table.
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if width < 2 {
        let lines = peek.lines().take(limit).map(|line| vec![line.to_owned()]).collect();
        return Preview { headers: Vec::new(), rows: lines, note };
    }
    let mut table = rows.into_iter().skip_while(|row| row.len() < width);
    let headers = table.next().unwrap_or_default();
    let rows = table
        .take(limit)
        .map(|mut row| {
            row.resize(width, String::new());
            row
        })
        .collect();
    Preview { headers, rows, note }
}

/// The first `limit` rows of a table where a mapping says it is: the way to look into a workbook.
pub fn preview_table(input: &mut Input, place: &Place, limit: usize) -> Result<Preview, Refusal> {
    let mut grid = Grid::open(input, place, &[])?;
    let headers = grid.headers().to_vec();
    let mut rows = Vec::new();
    while rows.len() < limit {
        match grid.next()? {
            Next::End => break,
            Next::Row(row) => rows.push(row.cells),
            Next::Bad(_) => {}
        }
    }
    let note = grid.note();
    Ok(Preview { headers, rows, note })
}
