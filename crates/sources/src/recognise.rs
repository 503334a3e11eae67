//! Which format a file is: the surest of those that recognise its content, or the one the person named.

use crate::contract::{Format, Peek, Recognised};
use crate::mapping::Mapping;
use crate::registry;
use crate::table::{dialect, split_sample};
use crate::trouble::{Refusal, Trouble, TroubleCode};

/// A file's format and what was seen of it.
#[derive(Clone)]
pub struct Found {
    /// The format that will read it.
    pub format: &'static dyn Format,
    /// What it recognised; empty when the person forced a format that does not recognise the file.
    pub recognised: Recognised,
}

/// Finds the format. `forced` is a format's id (`--as`); with a mapping and no forced format, the table is read
/// through the mapping.
pub fn recognise(peek: &Peek, forced: Option<&str>, mapping: Option<&Mapping>) -> Result<Found, Refusal> {
    let forced = forced.or_else(|| mapping.map(|_| crate::mapped::ID));
    if let Some(id) = forced {
        let format = registry::by_id(id).ok_or_else(|| Trouble::new(TroubleCode::Unrecognised).with("format", id))?;
        let unseen = Recognised { sure: 0, network: None, space: None, seen: Vec::new() };
        return Ok(Found { format, recognised: format.recognise(peek).unwrap_or(unseen) });
    }
    if peek.bytes.is_empty() {
        return Err(Trouble::new(TroubleCode::Empty).into());
    }
    let mut found: Vec<Found> = registry::FORMATS
        .iter()
        .filter_map(|format| format.recognise(peek).map(|recognised| Found { format: *format, recognised }))
        .collect();
    found.sort_by_key(|found| std::cmp::Reverse(found.recognised.sure));
    let surest = found.first().map_or(0, |best| best.recognised.sure);
    let rivals: Vec<&str> =
        found.iter().filter(|found| found.recognised.sure == surest).map(|found| found.format.manifest().id).collect();
    if rivals.len() > 1 {
        return Err(Trouble::new(TroubleCode::Ambiguous).with("formats", &rivals.join(" · ")).into());
    }
    found.into_iter().next().ok_or_else(|| unrecognised(peek).into())
}

/// What was seen of a file that nobody recognises, so that its owner knows what we looked at.
fn unrecognised(peek: &Peek) -> Trouble {
    let binary = peek.bytes.contains(&0) && !peek.encoding.starts_with("UTF-16");
    if binary {
        return Trouble::new(TroubleCode::Unrecognised).with("encoding", "binary");
    }
    let (separator, text) = dialect::separator_and_body(&peek.text);
    let first = split_sample(text, separator.char(), 3).into_iter().find(|row| row.len() > 1);
    let headers = first.map_or_else(|| peek.lines().next().unwrap_or_default().to_owned(), |row| row.join(" · "));
    Trouble::new(TroubleCode::Unrecognised)
        .with("encoding", peek.encoding)
        .with("separator", separator.as_str())
        .with("headers", &headers)
}
