//! Their flat file: sections `[post post_id,…]` over rows of quoted cells, and the columns that are read. Addresses on
//! the network, passwords' words and settings are never looked at.

use crate::dates;
use crate::talk::When;
use jiff::tz::TimeZone;
use model::ZoneRule;

/// A section: the table's name and its columns.
#[derive(Debug, Default)]
pub struct Section {
    pub table: String,
    columns: Vec<String>,
}

impl Section {
    /// Reads `[comment comment_id,post_id,…]`.
    pub fn read(line: &str) -> Option<Self> {
        let (table, columns) = line.strip_prefix('[')?.strip_suffix(']')?.split_once(' ')?;
        Some(Self { table: table.to_owned(), columns: columns.split(',').map(|name| name.trim().to_owned()).collect() })
    }

    /// The rows under it have so many cells.
    pub fn width(&self) -> usize {
        self.columns.len()
    }
}

/// One row under its section.
#[derive(Debug)]
pub struct Row<'s> {
    pub section: &'s Section,
    pub cells: Vec<String>,
}

impl Row<'_> {
    /// A cell that is not empty.
    pub fn said(&self, column: &str) -> Option<&str> {
        let place = self.section.columns.iter().position(|name| name == column)?;
        self.cells.get(place).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// A moment, in the zone that stands beside it, else in the one given.
    pub fn when(&self, moment: &'static str, zone_column: &str, zone: &TimeZone) -> Result<Option<When>, Fault> {
        let Some(met) = self.said(moment).filter(|met| !met.starts_with("0000-00-00")) else { return Ok(None) };
        let told = self.said(zone_column).and_then(|name| TimeZone::get(name).ok());
        let zone_rule = if told.is_some() { ZoneRule::Told } else { ZoneRule::Assumed };
        let zone = told.as_ref().unwrap_or(zone);
        let at = dates::moment(met, None).and_then(|(date, time)| dates::at(date, time?, zone));
        let at = at.ok_or_else(|| Fault { field: moment, met: met.to_owned() })?;
        Ok(Some(When { at, zone_rule }))
    }
}

/// The column that is missing or is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub field: &'static str,
    pub met: String,
}

/// What stands wrong in a row as a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// It ends inside a cell.
    Cut,
    /// Something other than a comma between cells.
    Separator,
}

/// The cells of a row: `"1","it''s \"so\"","two\nlines"`.
pub fn cells(line: &str) -> Result<Vec<String>, Broken> {
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let mut chars = line.chars();
    if chars.next() != Some('"') {
        return Err(Broken::Separator);
    }
    loop {
        match chars.next().ok_or(Broken::Cut)? {
            '\\' => match chars.next().ok_or(Broken::Cut)? {
                'n' => cell.push('\n'),
                'r' => cell.push('\r'),
                other => cell.push(other),
            },
            '"' => {
                cells.push(std::mem::take(&mut cell));
                match (chars.next(), chars.next()) {
                    (None, _) => return Ok(cells),
                    (Some(','), Some('"')) => {}
                    (Some(','), None) => return Err(Broken::Cut),
                    _ => return Err(Broken::Separator),
                }
            }
            other => cell.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_cut_and_their_escapes_undone() {
        let cases: [(&str, Result<&[&str], Broken>); 7] = [
            (r#""1","a \"b\", c","d\ne\\n","""#, Ok(&["1", "a \"b\", c", "d\ne\\n", ""])),
            (r#""""#, Ok(&[""])),
            (r#""1","a"#, Err(Broken::Cut)),
            (r#""1","#, Err(Broken::Cut)),
            (r#""1";"2""#, Err(Broken::Separator)),
            ("1,2", Err(Broken::Separator)),
            (r#""1","a\"#, Err(Broken::Cut)),
        ];
        for (line, expected) in cases {
            let expected = expected.map(|cells| cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>());
            assert_eq!(cells(line), expected, "{line}");
        }
    }
}
