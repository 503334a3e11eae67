//! How a delimited text is written: which separator, told by a `sep=` line or found from the content.

use super::splitter::split_sample;

/// What parts the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`, what spreadsheets write where the comma is the decimal sign.
    Semicolon,
    /// A tabulation.
    Tab,
    /// `|`
    Pipe,
}

impl Separator {
    const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The character.
    pub const fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
            Self::Pipe => '|',
        }
    }

    /// Its word, as in a mapping file and in messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
            Self::Pipe => "pipe",
        }
    }

    fn of(c: char) -> Option<Self> {
        Self::ALL.into_iter().find(|separator| separator.char() == c)
    }
}

/// How a text is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialect {
    /// The encoding's name.
    pub encoding: &'static str,
    /// Whether the encoding is a guess.
    pub guessed: bool,
    /// What parts the cells.
    pub separator: Separator,
    /// Whether the file says so itself, in a `sep=` line.
    pub separator_told: bool,
}

/// The separator named by a first line `sep=,`.
pub fn told_separator(sample: &str) -> Option<Separator> {
    let first = sample.split(['\n', '\r']).next()?;
    let told = first.trim_start_matches('"').strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))?;
    told.chars().next().and_then(Separator::of)
}

/// The separator of a text and what follows its `sep=` line.
pub fn separator_and_body(text: &str) -> (Separator, &str) {
    match told_separator(text) {
        Some(told) => (told, text.split_once('\n').map_or("", |(_, rest)| rest)),
        None => (find_separator(text), text),
    }
}

/// The separator that cuts the first rows into the same number of cells, at least two; a comma by default.
pub fn find_separator(sample: &str) -> Separator {
    let score = |separator: Separator| {
        let mut rows = split_sample(sample, separator.char(), 40);
        rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        if width < 2 {
            return (0, 0);
        }
        let like = rows.iter().filter(|row| row.len() == width).count();
        (like * 100 / rows.len().max(1), width)
    };
    // The first of equals wins: `max_by_key` would take the last.
    let mut best = (Separator::Comma, (0, 0));
    for separator in Separator::ALL {
        let scored = score(separator);
        if scored > best.1 {
            best = (separator, scored);
        }
    }
    best.0
}

/// How many cells a lone cell holds once more, when a spreadsheet quoted whole rows again:
/// `"Post ID,""Account ID"",Title"`. 0 when the row is as it should be.
pub fn requoted_cells(cells: &[String], separator: char) -> usize {
    let mut filled = cells.iter().filter(|cell| !cell.trim().is_empty());
    let (Some(only), None) = (filled.next(), filled.next()) else { return 0 };
    [separator, ',', ';']
        .into_iter()
        .filter(|again| only.contains(*again))
        .map(|again| split_sample(only, again, 1).first().map_or(0, Vec::len))
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_found_from_the_content() {
        let cases = [
            ("a,b,c\n1,2,3\n", Separator::Comma),
            ("a;b;c\n1,5;2;3\n", Separator::Semicolon),
            ("a\tb\n1,234\t2\n", Separator::Tab),
            ("a|b\n1|2\n", Separator::Pipe),
            ("alone\n1\n", Separator::Comma),
            ("\"a;b\",c\n\"d;e\",f\n", Separator::Comma),
            ("title\n\na,b\n1,2\n", Separator::Comma),
        ];
        for (text, separator) in cases {
            assert_eq!(find_separator(text), separator, "{text:?}");
        }
    }

    #[test]
    fn a_told_separator_is_read() {
        assert_eq!(told_separator("sep=,\nx"), Some(Separator::Comma));
        assert_eq!(told_separator("sep=\t\t\t\r\nx"), Some(Separator::Tab));
        assert_eq!(told_separator("separate\n"), None);
    }

    #[test]
    fn rows_quoted_again_are_seen() {
        let row = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>();
        assert_eq!(requoted_cells(&row(&["Post ID,\"Account ID\",Title", ""]), ';'), 3);
        assert_eq!(requoted_cells(&row(&["a", "b"]), ','), 0);
        assert_eq!(requoted_cells(&row(&["Date"]), ','), 0);
    }
}
