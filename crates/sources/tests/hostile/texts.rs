//! The texts written in code: what tests give a format to read, taken from where they stand.

/// The texts written in Rust code: between quotes, and between quotes with `#`.
pub fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find('"') {
        let before = rest.get(..at).unwrap_or_default();
        let hashes = before.chars().rev().take_while(|c| *c == '#').count();
        let raw = before.trim_end_matches('#').ends_with('r');
        let inside = rest.get(at + 1..).unwrap_or_default();
        let (text, length) = if raw {
            let end = format!("\"{}", "#".repeat(hashes));
            let length = inside.find(&end).unwrap_or(inside.len());
            (inside.get(..length).unwrap_or_default().to_owned(), length + end.len())
        } else {
            quoted(inside)
        };
        found.push(text);
        rest = inside.get(length..).unwrap_or_default();
    }
    found
}

/// A text up to its closing quote, what is escaped in it undone, and how many bytes it takes with the quote.
fn quoted(inside: &str) -> (String, usize) {
    let mut text = String::new();
    let mut chars = inside.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (text, at + 1),
            '\\' => match chars.next().map(|(_, c)| c) {
                Some('n') => text.push('\n'),
                Some('r') => text.push('\r'),
                Some('t') => text.push('\t'),
                Some('0') => text.push('\0'),
                Some('\n') => while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {},
                Some('u') => {
                    let code: String = chars.by_ref().map(|(_, c)| c).skip(1).take_while(|c| *c != '}').collect();
                    text.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                Some(other) => text.push(other),
                None => break,
            },
            other => text.push(other),
        }
    }
    (text, inside.len())
}
