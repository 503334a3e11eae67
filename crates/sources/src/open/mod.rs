//! From what a person hands over (a file, a folder, an archive) to the list of inputs it holds.
//!
//! Lists first, opens each one when its turn comes: an archive of a gigabyte is never unpacked as a whole.
//! What each input is, `recognise` says.

mod archive;

pub use archive::{Limits, check_sizes, check_workbook};
pub(crate) use archive::{has_part, part_of};

use crate::input::Input;
use crate::table::unreadable;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use archive::Entry;
use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How deep folders are walked.
const FOLDER_DEPTH: usize = 16;

/// One input that can be opened.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its name for people: the file's, or the path inside the folder or archive.
    pub name: String,
    /// Whether it was one of several handed over together: not being recognised is then no fault of the person.
    pub among_others: bool,
    archive: Option<String>,
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    Whole(Bytes),
    Packed(Entry),
}

/// Where bytes lie.
#[derive(Debug, Clone)]
enum Bytes {
    File(PathBuf),
    Memory(Arc<[u8]>),
}

trait ReadSeek: Read + std::io::Seek + Send {}
impl<T: Read + std::io::Seek + Send> ReadSeek for T {}

impl Bytes {
    fn open(&self) -> std::io::Result<Box<dyn ReadSeek>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Memory(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }

    fn size(&self) -> Option<u64> {
        match self {
            Self::File(path) => fs::metadata(path).ok().map(|meta| meta.len()),
            Self::Memory(bytes) => u64::try_from(bytes.len()).ok(),
        }
    }
}

impl Part {
    /// Its size in bytes, unpacked, as far as it is known without reading.
    pub fn size(&self) -> Option<u64> {
        match &self.place {
            Place::Whole(bytes) => bytes.size(),
            Place::Packed(entry) => Some(entry.size),
        }
    }

    /// Opens it.
    pub fn open(&self) -> Result<Input, Refusal> {
        let opened = match &self.place {
            Place::Whole(bytes) => bytes.open().and_then(|reader| Input::from_reader(&self.name, bytes.size(), reader)),
            Place::Packed(entry) => {
                entry.open().and_then(|reader| Input::from_reader(&self.name, Some(entry.size), reader))
            }
        };
        let mut input = opened.map_err(|error| unreadable(&error))?;
        input.archive.clone_from(&self.archive);
        Ok(input)
    }
}

/// The inputs of a file, a folder or an archive, sorted by name; hidden files are left out.
pub fn list(path: &Path, limits: &Limits) -> Result<Vec<Part>, Refusal> {
    let meta = fs::metadata(path).map_err(|error| unreadable(&error))?;
    let mut files = Vec::new();
    if meta.is_dir() {
        walk(path, "", FOLDER_DEPTH, limits, &mut files)?;
        files.sort();
    } else {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        files.push((name, path.to_owned()));
    }
    let mut parts = Vec::new();
    for (name, file) in files {
        expand(&name, Bytes::File(file), limits, &mut parts)?;
    }
    finish(parts)
}

/// The inputs of bytes in memory: what a page received.
pub fn list_bytes(name: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Vec<Part>, Refusal> {
    let mut parts = Vec::new();
    expand(name, Bytes::Memory(bytes.into()), limits, &mut parts)?;
    finish(parts)
}

fn finish(mut parts: Vec<Part>) -> Result<Vec<Part>, Refusal> {
    if parts.is_empty() {
        return Err(Trouble::new(TroubleCode::Empty).into());
    }
    let several = parts.len() > 1;
    for part in &mut parts {
        part.among_others = several;
    }
    Ok(parts)
}

fn walk(
    folder: &Path,
    prefix: &str,
    depth: usize,
    limits: &Limits,
    files: &mut Vec<(String, PathBuf)>,
) -> Result<(), Refusal> {
    let too_large = |what: &str| Trouble::new(TroubleCode::TooLarge).field(prefix).with("limit", what);
    if depth == 0 {
        return Err(too_large(&FOLDER_DEPTH.to_string()).into());
    }
    for entry in fs::read_dir(folder).map_err(|error| unreadable(&error))? {
        let entry = entry.map_err(|error| unreadable(&error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let inside = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        // The kind of the entry itself: a link to a folder is not followed, so that no circle can be walked.
        let kind = entry.file_type().map_err(|error| unreadable(&error))?;
        if kind.is_dir() {
            walk(&entry.path(), &inside, depth - 1, limits, files)?;
        } else if kind.is_file() || entry.path().is_file() {
            files.push((inside, entry.path()));
        }
        if files.len() > limits.parts {
            return Err(too_large(&limits.parts.to_string()).into());
        }
    }
    Ok(())
}

/// One input, or the parts of an archive.
fn expand(name: &str, bytes: Bytes, limits: &Limits, parts: &mut Vec<Part>) -> Result<(), Refusal> {
    match archive::entries(name, &bytes, limits)? {
        None => {
            let place = Place::Whole(bytes);
            parts.push(Part { name: name.to_owned(), among_others: false, archive: None, place });
        }
        Some(entries) => parts.extend(entries.into_iter().map(|entry| Part {
            name: entry.name.clone(),
            among_others: false,
            archive: Some(name.to_owned()),
            place: Place::Packed(entry),
        })),
    }
    if parts.len() > limits.parts {
        return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &limits.parts.to_string()).into());
    }
    Ok(())
}
