//! Finds columns by any of their known labels, whatever the language, the case, the spaces and the apostrophes.

use super::Row;
use crate::trouble::{Trouble, TroubleCode};
use crate::{dates, numbers};
use jiff::civil::Date;

/// One column that a format knows.
#[derive(Debug)]
pub struct Label<K: 'static> {
    /// What it is.
    pub key: K,
    /// Whether the format cannot do without it.
    pub required: bool,
    /// Its labels, the service's English one first.
    pub names: &'static [&'static str],
}

/// The columns found in one file.
#[derive(Debug)]
pub struct Columns<K: 'static> {
    labels: &'static [Label<K>],
    /// For each label, the places where it stands.
    places: Vec<Vec<usize>>,
    headers: Vec<String>,
}

impl<K: Copy + PartialEq> Columns<K> {
    /// Looks for every label among the headers.
    pub fn find(labels: &'static [Label<K>], headers: &[String]) -> Self {
        let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
        let places = labels
            .iter()
            .map(|label| {
                let names: Vec<String> = label.names.iter().map(|name| fold(name)).collect();
                let here = folded.iter().enumerate().filter(|(_, header)| names.contains(header));
                here.map(|(place, _)| place).collect()
            })
            .collect();
        Self { labels, places, headers: headers.to_vec() }
    }

    /// The headers of the file.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// How many of the labels were found.
    pub fn known(&self) -> usize {
        self.places.iter().filter(|places| !places.is_empty()).count()
    }

    /// Whether the column is there.
    pub fn has(&self, key: K) -> bool {
        self.places_of(key).is_some_and(|places| !places.is_empty())
    }

    /// The columns that are there, in the order of the labels.
    pub fn present(&self) -> impl Iterator<Item = K> + '_ {
        self.labels.iter().zip(&self.places).filter(|(_, places)| !places.is_empty()).map(|(label, _)| label.key)
    }

    /// The places where a column stands.
    pub fn places(&self, key: K) -> &[usize] {
        self.places_of(key).map_or(&[], Vec::as_slice)
    }

    /// The headers of a column as the file writes them: several where one key has several.
    pub fn written(&self, key: K) -> Vec<String> {
        self.places(key).iter().filter_map(|place| self.headers.get(*place).cloned()).collect()
    }

    /// Whether the column at that place has one of the labels.
    pub fn is_known(&self, place: usize) -> bool {
        self.places.iter().any(|places| places.contains(&place))
    }

    /// The columns without any of the labels: their places and headers.
    pub fn rest(&self) -> impl Iterator<Item = (usize, &String)> {
        self.headers.iter().enumerate().filter(|(place, _)| !self.is_known(*place))
    }

    /// Refuses a file without a column that the format cannot do without, naming what the file has instead.
    pub fn require(&self, header_line: u64) -> Result<(), Trouble> {
        let absent = self.labels.iter().zip(&self.places).find(|(label, places)| label.required && places.is_empty());
        let Some((label, _)) = absent else { return Ok(()) };
        Err(Trouble::new(TroubleCode::MissingColumn)
            .line(header_line)
            .field(label.names.first().unwrap_or(&""))
            .with("headers", &self.headers.join(" · ")))
    }

    /// The header as the file writes it, or the service's own label when the column is absent.
    pub fn header(&self, key: K) -> &str {
        let place = self.places_of(key).and_then(|places| places.first().copied());
        let written = place.and_then(|place| self.headers.get(place)).map(String::as_str);
        let label = self.labels.iter().find(|label| label.key == key).and_then(|label| label.names.first().copied());
        written.or(label).unwrap_or_default()
    }

    /// The cell, `None` when the column is absent. A column that stands twice must say the same twice, or be
    /// filled only once.
    pub fn cell<'r>(&self, row: &'r Row, key: K) -> Result<Option<&'r str>, Trouble> {
        let Some(places) = self.places_of(key) else { return Ok(None) };
        let mut found: Option<&'r str> = None;
        for place in places {
            let cell = row.cells.get(*place).map_or("", String::as_str);
            match found {
                None | Some("") => found = Some(cell),
                Some(first) if cell.is_empty() || cell == first => {}
                Some(first) => {
                    return Err(Trouble::new(TroubleCode::DuplicateColumn)
                        .line(row.line)
                        .field(self.header(key))
                        .with("first", first)
                        .with("second", cell));
                }
            }
        }
        Ok(found)
    }

    /// A count: `None` when the column is absent or the cell says that there is no figure.
    pub fn count(&self, row: &Row, key: K) -> Result<Option<f64>, Trouble> {
        let Some(cell) = self.cell(row, key)? else { return Ok(None) };
        numbers::count(cell).map_err(|_| {
            Trouble::new(TroubleCode::NotANumber).line(row.line).field(self.header(key)).with("value", cell)
        })
    }

    /// A day written without ambiguity, which must be there.
    pub fn day(&self, row: &Row, key: K) -> Result<Date, Trouble> {
        let cell = self.cell(row, key)?.unwrap_or_default();
        let trouble = |code| Trouble::new(code).line(row.line).field(self.header(key));
        if cell.trim().is_empty() {
            return Err(trouble(TroubleCode::EmptyValue));
        }
        dates::day(cell, None).ok_or_else(|| trouble(TroubleCode::NotADate).with("value", cell))
    }

    /// A cell that may be empty, trimmed.
    pub fn text(&self, row: &Row, key: K) -> Result<Option<String>, Trouble> {
        let cell = self.cell(row, key)?.map(str::trim);
        Ok(cell.filter(|cell| !cell.is_empty()).map(str::to_owned))
    }

    fn places_of(&self, key: K) -> Option<&Vec<usize>> {
        self.labels.iter().position(|label| label.key == key).and_then(|at| self.places.get(at))
    }
}

/// A label without case, accents, kinds of space and kinds of apostrophe.
pub fn fold(label: &str) -> String {
    let mut folded = String::with_capacity(label.len());
    for c in label.trim_start_matches('\u{feff}').chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'â' | 'ä' | 'á' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' => folded.push('i'),
            'ô' | 'ö' => folded.push('o'),
            'û' | 'ù' | 'ü' => folded.push('u'),
            'ç' => folded.push('c'),
            'œ' => folded.push_str("oe"),
            '’' | 'ʼ' | '`' => folded.push('\''),
            c if c.is_whitespace() || c == '_' => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c => folded.push(c),
        }
    }
    folded.trim().to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[derive(Debug, Clone, Copy, PartialEq)]
    enum Key {
        Likes,
        Views,
    }

    static LABELS: &[Label<Key>] = &[
        Label { key: Key::Likes, required: true, names: &["Likes", "Mentions J'aime"] },
        Label { key: Key::Views, required: false, names: &["Views", "Vues"] },
    ];

    fn headers(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    fn row(cells: &[&str]) -> Row {
        Row { line: 2, cells: headers(cells), ended: true }
    }

    #[test]
    fn labels_are_found_in_both_languages() {
        for name in ["likes", " LIKES ", "mentions\u{a0}j’aime", "Mentions  J'aime"] {
            assert!(Columns::find(LABELS, &headers(&[name])).has(Key::Likes), "{name:?}");
        }
    }

    #[test]
    fn a_missing_column_is_named_with_the_headers_of_the_file() {
        let trouble = Columns::find(LABELS, &headers(&["Views", "Date"])).require(3).unwrap_err();
        assert_eq!(trouble.to_string(), "line 3: Likes: missing-column (headers: Views · Date)");
    }

    #[test]
    fn a_column_that_stands_twice_must_agree() {
        let columns = Columns::find(LABELS, &headers(&["Views", "Likes", "views"]));
        assert_eq!(columns.cell(&row(&["5", "1", "5"]), Key::Views).unwrap(), Some("5"));
        assert_eq!(columns.cell(&row(&["", "1", "5"]), Key::Views).unwrap(), Some("5"));
        let trouble = columns.cell(&row(&["5", "1", "6"]), Key::Views).unwrap_err();
        assert_eq!(trouble.to_string(), "line 2: Views: duplicate-column (first: 5) (second: 6)");
    }
}
