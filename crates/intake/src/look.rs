//! Looking at a part before it is taken in: what it is, what says so, its first rows, what they would become.
//! Reads, never stores. These functions block: call them off the async threads.

use model::{Network, Piece};
use sources::contract::Peek;
use sources::input::{self, Input};
use sources::mapping::Place;
use sources::open::Part;
use sources::preview::{Preview, preview, preview_table};
use sources::recognise::recognise;
use sources::{Format as _, Manifest, Mapping, Note, Options, Refusal, Report, Sink, Trouble, TroubleCode};
use std::io::Read as _;

/// How much of a table is read to show what its first rows become.
const HEAD: u64 = 512 * 1024;

/// What a look at one part gave.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The part's name.
    pub name: String,
    /// Its size in bytes, when known.
    pub size: Option<u64>,
    /// What it is, or why nobody knows.
    pub known: Result<Known, Trouble>,
    /// Its first rows.
    pub preview: Preview,
}

/// A part that was recognised.
#[derive(Debug, Clone)]
pub struct Known {
    /// The format that will read it.
    pub manifest: &'static Manifest,
    /// The kinds of space it speaks of; empty when it does not say.
    pub networks: Vec<Network>,
    /// The space's name, when the content says it.
    pub space: Option<String>,
    /// What was seen.
    pub notes: Vec<Note>,
}

/// Looks at one part. `forced`: the id of the format the person named.
pub fn look(part: &Part, forced: Option<&str>, rows: usize) -> Seen {
    let empty = || Preview { headers: Vec::new(), rows: Vec::new(), note: Note::new("text", []) };
    let (peek, size, input) = match peek(part) {
        Ok(peeked) => peeked,
        Err(Refusal(trouble)) => {
            return Seen { name: part.name.clone(), size: None, known: Err(trouble), preview: empty() };
        }
    };
    let known = known(&peek, forced);
    let is_workbook = sources::mapped::grid::is_workbook(&peek.bytes);
    let preview = if is_workbook {
        let mut input = input;
        preview_table(&mut input, &Place::default(), rows).unwrap_or_else(|_| empty())
    } else {
        preview(&peek, rows)
    };
    Seen { name: part.name.clone(), size, known, preview }
}

fn peek(part: &Part) -> Result<(Peek, Option<u64>, Input), Refusal> {
    let input = part.open()?;
    let size = input.size;
    let (peek, input) = input::peek(input).map_err(unreadable)?;
    Ok((peek, size, input))
}

fn known(peek: &Peek, forced: Option<&str>) -> Result<Known, Trouble> {
    let found = recognise(peek, forced, None).map_err(|refusal| refusal.0)?;
    let manifest = found.format.manifest();
    let mut networks = found.format.networks(peek);
    if networks.is_empty() {
        networks.extend(manifest.network);
    }
    Ok(Known { manifest, networks, space: found.recognised.space, notes: found.recognised.seen })
}

/// The first rows of a table, where and how the mapping says it is written.
pub fn table(part: &Part, place: &Place, rows: usize) -> Result<Preview, Trouble> {
    let mut input = part.open().map_err(|refusal| refusal.0)?;
    preview_table(&mut input, place, rows).map_err(|refusal| refusal.0)
}

/// What the first rows of a table become through a mapping: the pieces of at most `limit` of them, in order, and the
/// first bad line if one was met.
pub fn trial(part: &Part, mapping: &Mapping, options: &Options, limit: usize) -> Result<Vec<Piece>, Trouble> {
    let (mut input, cut) = head(part).map_err(|refusal| refusal.0)?;
    let options = Options { mapping: Some(mapping.clone()), skip_bad: false, ..options.clone() };
    let mut first = First { pieces: Vec::new(), limit };
    let read: Result<Report, Refusal> = sources::mapped::Mapped.read(&mut input, &options, &mut first);
    match read {
        Ok(_) => Ok(first.pieces),
        // Our own stop; and what is wrong with a head only because it was cut.
        Err(Refusal(trouble)) if trouble.code == TroubleCode::Cancelled => Ok(first.pieces),
        Err(Refusal(trouble)) if cut && trouble.code == TroubleCode::Truncated => Ok(first.pieces),
        Err(Refusal(trouble)) => Err(trouble),
    }
}

/// The first lines of a text, whole ones; a workbook as it is. `true` when something was left off.
fn head(part: &Part) -> Result<(Input, bool), Refusal> {
    let (peek, _, input) = peek(part)?;
    if sources::mapped::grid::is_workbook(&peek.bytes) {
        return Ok((input, false));
    }
    let mut bytes = Vec::new();
    input.take(HEAD).read_to_end(&mut bytes).map_err(unreadable)?;
    let cut = u64::try_from(bytes.len()).is_ok_and(|read| read == HEAD);
    if cut {
        bytes.truncate(whole_lines(&bytes, peek.encoding));
    }
    Ok((Input::from_bytes(&part.name, bytes).map_err(unreadable)?, cut))
}

/// Where the last whole line ends.
fn whole_lines(bytes: &[u8], encoding: &str) -> usize {
    let end = match encoding {
        "UTF-16LE" => bytes.as_chunks::<2>().0.iter().rposition(|unit| unit == b"\n\0").map(|unit| (unit + 1) * 2),
        "UTF-16BE" => bytes.as_chunks::<2>().0.iter().rposition(|unit| unit == b"\0\n").map(|unit| (unit + 1) * 2),
        _ => bytes.iter().rposition(|byte| *byte == b'\n').map(|at| at + 1),
    };
    end.unwrap_or(bytes.len())
}

fn unreadable(error: std::io::Error) -> Refusal {
    input::refused(&error)
}

/// Keeps the first pieces and stops.
struct First {
    pieces: Vec<Piece>,
    limit: usize,
}

impl Sink for First {
    fn piece(&mut self, piece: Piece) -> Result<(), Refusal> {
        if self.pieces.len() >= self.limit {
            return Err(Trouble::new(TroubleCode::Cancelled).into());
        }
        self.pieces.push(piece);
        Ok(())
    }

    fn bad(&mut self, trouble: Trouble) -> Result<(), Refusal> {
        Err(trouble.into())
    }

    fn progress(&mut self, _: u64, _: u64) {}
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use sources::open::{Limits, list_bytes};

    fn part(name: &str, text: &str) -> Part {
        list_bytes(name, text.as_bytes().to_vec(), &Limits::default()).unwrap().remove(0)
    }

    #[test]
    fn an_unknown_table_is_shown_and_tried() {
        let part = part("billets.csv", "Jour,Titre,J'aime\n2026-03-01,Un,3\n2026-03-02,Deux,5\n");
        let seen = look(&part, None, 10);
        assert_eq!(seen.known.unwrap().manifest.id, sources::mapped::ID);
        assert_eq!((seen.preview.headers.len(), seen.preview.rows.len()), (3, 2));
        let preview = table(&part, &Place::default(), 10).unwrap();
        let mut mapping = sources::mapping::propose(&preview.headers, &preview.rows);
        mapping.rows = sources::mapping::RowsAre::Posts;
        assert!(!trial(&part, &mapping, &Options::default(), 1).unwrap().is_empty());
    }

    #[test]
    fn a_bad_cell_is_told_with_its_line_and_column() {
        let part = part("billets.csv", "Date,Titre,Likes\n2026-03-01,Un,3\n2026-03-02,Deux,beaucoup\n");
        let preview = table(&part, &Place::default(), 10).unwrap();
        let mapping = sources::mapping::propose(&preview.headers, &preview.rows);
        let trouble = trial(&part, &mapping, &Options::default(), 100).unwrap_err();
        assert_eq!(
            (trouble.line, trouble.field.as_deref(), trouble.code),
            (Some(3), Some("Likes"), TroubleCode::NotANumber)
        );
    }

    #[test]
    fn a_head_ends_with_a_whole_line() {
        assert_eq!(whole_lines(b"a\nb\nc", "UTF-8"), 4);
        assert_eq!(whole_lines(b"a\0\n\0b\0\n\0c\0", "UTF-16LE"), 8);
        assert_eq!(whole_lines(b"\0a\0\n\0b", "UTF-16BE"), 4);
        assert_eq!(whole_lines(b"abc", "UTF-8"), 3);
    }

    #[test]
    fn a_file_nobody_knows_says_what_was_seen() {
        let seen = look(&part("notes.txt", "nothing to see here\n"), None, 10);
        assert_eq!(seen.known.unwrap_err().code, TroubleCode::Unrecognised);
        assert_eq!(seen.preview.rows.len(), 1);
    }
}
