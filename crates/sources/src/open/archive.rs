//! Zip archives: their parts, each read as a stream, bombs refused before and while they unpack.
//!
//! Office workbooks are zip archives too and stay whole: what is in them is one table.

use super::{Bytes, ReadSeek};
use crate::table::unreadable;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use flate2::read::DeflateDecoder;
use std::io::{self, Read, SeekFrom};
use zip::{CompressionMethod, ZipArchive};

/// Below this size a high ratio harms nobody: a small text of zeros is no bomb.
const RATIO_FLOOR: u64 = 16 * 1024 * 1024;

/// How much an archive may unpack to.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most parts, folders included.
    pub parts: usize,
    /// The most bytes of all parts together.
    pub total: u64,
    /// The most bytes out for one byte in.
    pub ratio: u64,
    /// How many archives may lie in one another.
    pub depth: usize,
    /// The most bytes of all archives inside the archive together: they are unpacked to memory.
    pub nested: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { parts: 10_000, total: 8 << 30, ratio: 200, depth: 2, nested: 256 << 20 }
    }
}

/// One part of an archive.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its path inside.
    pub name: String,
    /// Its size once unpacked, as the archive says; more is refused.
    pub size: u64,
    source: Bytes,
    start: u64,
    packed: u64,
    deflated: bool,
    crc: u32,
}

impl Entry {
    /// Its bytes. Ends in an error when they are more than the archive says, fewer, or not the same.
    pub fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        let mut reader = self.source.open()?;
        reader.seek(SeekFrom::Start(self.start))?;
        let packed = reader.take(self.packed);
        let plain: Box<dyn Read + Send> =
            if self.deflated { Box::new(DeflateDecoder::new(packed)) } else { Box::new(packed) };
        Ok(Box::new(Checked { inner: plain, left: self.size, crc: flate2::Crc::new(), expected: self.crc }))
    }
}

/// Holds the bytes to what the archive says of them.
struct Checked<R> {
    inner: R,
    left: u64,
    crc: flate2::Crc,
    expected: u32,
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        if n == 0 && !buf.is_empty() && (self.left > 0 || self.crc.sum() != self.expected) {
            let kind = if self.left > 0 { io::ErrorKind::UnexpectedEof } else { io::ErrorKind::InvalidData };
            return Err(io::Error::new(kind, "the archive is damaged"));
        }
        let read = u64::try_from(n).unwrap_or(u64::MAX);
        let Some(left) = self.left.checked_sub(read) else {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "larger than the archive says"));
        };
        self.left = left;
        self.crc.update(buf.get(..n).unwrap_or_default());
        Ok(n)
    }
}

/// The parts of an archive, sorted, archives inside it taken apart too; `None` when this is no archive to take
/// apart.
pub fn entries(name: &str, bytes: &Bytes, limits: &Limits) -> Result<Option<Vec<Entry>>, Refusal> {
    let mut budget = Budget { total: limits.total, nested: limits.nested };
    let found = unpack(name, bytes, limits, limits.depth, &mut budget)?;
    Ok(found.map(|mut entries| {
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        entries
    }))
}

/// What may still be unpacked.
struct Budget {
    total: u64,
    nested: u64,
}

fn unpack(
    name: &str,
    bytes: &Bytes,
    limits: &Limits,
    depth: usize,
    budget: &mut Budget,
) -> Result<Option<Vec<Entry>>, Refusal> {
    let mut reader = bytes.open().map_err(|error| unreadable(&error))?;
    let mut magic = [0; 4];
    let full = reader.read_exact(&mut magic).is_ok();
    if !full || !matches!(&magic, b"PK\x03\x04" | b"PK\x05\x06") {
        return Ok(None);
    }
    let too_large = |limit: u64| Trouble::new(TroubleCode::TooLarge).field(name).with("limit", &limit.to_string());
    if depth == 0 {
        return Err(too_large(u64::try_from(limits.depth).unwrap_or(0)).into());
    }
    let mut archive = ZipArchive::new(reader).map_err(|error| malformed(name, &error))?;
    if archive.len() > limits.parts {
        return Err(too_large(u64::try_from(limits.parts).unwrap_or(0)).into());
    }
    if is_workbook(&archive) {
        return Ok(None);
    }
    let mut entries = Vec::new();
    for index in 0..archive.len() {
        let Some(entry) = entry(&mut archive, index, name, bytes)? else { continue };
        budget.total = budget.total.checked_sub(entry.size).ok_or_else(|| too_large(limits.total))?;
        if entry.size > RATIO_FLOOR && entry.size / entry.packed.max(1) > limits.ratio {
            return Err(too_large(limits.ratio).into());
        }
        match nested(&entry, limits, depth, budget)? {
            None => entries.push(entry),
            Some(inner) => entries.extend(inner.into_iter().map(|mut part| {
                part.name = format!("{}/{}", entry.name, part.name);
                part
            })),
        }
    }
    Ok(Some(entries))
}

/// One part, unless it is a folder, hidden, or what a Mac adds.
fn entry(
    archive: &mut ZipArchive<Box<dyn ReadSeek>>,
    index: usize,
    name: &str,
    bytes: &Bytes,
) -> Result<Option<Entry>, Refusal> {
    let file = archive.by_index_raw(index).map_err(|error| malformed(name, &error))?;
    let inside = file.name().map_err(|error| malformed(name, &error))?.replace('\\', "/");
    let hidden = inside.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    if file.is_dir() || hidden {
        return Ok(None);
    }
    let deflated = match file.compression() {
        CompressionMethod::Stored => false,
        CompressionMethod::Deflated => true,
        other => return Err(malformed(&inside, &other).into()),
    };
    if file.encrypted() {
        return Err(malformed(&inside, &"encrypted").into());
    }
    let start = file.data_start().ok_or_else(|| malformed(&inside, &"no data"))?;
    Ok(Some(Entry {
        size: file.size(),
        packed: file.compressed_size(),
        crc: file.crc32(),
        name: inside,
        source: bytes.clone(),
        start,
        deflated,
    }))
}

/// The parts of an archive inside an archive.
fn nested(entry: &Entry, limits: &Limits, depth: usize, budget: &mut Budget) -> Result<Option<Vec<Entry>>, Refusal> {
    let mut head = Vec::new();
    let reader = entry.open().map_err(|error| unreadable(&error))?;
    let looked = reader.take(4).read_to_end(&mut head);
    if looked.is_err() || !head.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    budget.nested = budget.nested.checked_sub(entry.size).ok_or_else(|| {
        Trouble::new(TroubleCode::TooLarge).field(&entry.name).with("limit", &limits.nested.to_string())
    })?;
    let mut inner = Vec::new();
    entry.open().and_then(|mut reader| reader.read_to_end(&mut inner)).map_err(|error| unreadable(&error))?;
    unpack(&entry.name, &Bytes::Memory(inner.into()), limits, depth - 1, budget)
}

/// Whether the archive is a workbook of a spreadsheet program.
fn is_workbook(archive: &ZipArchive<Box<dyn ReadSeek>>) -> bool {
    let has = |path: &str| archive.index_for_name(path).is_some();
    has("xl/workbook.xml") || has("xl/workbook.bin") || (has("content.xml") && has("META-INF/manifest.xml"))
}

/// Refuses a workbook whose parts together are larger than `total`, as its archive tells. Whoever unpacks a part is
/// refused more of it than that. Answers what they are together.
pub fn check_sizes(bytes: &[u8], total: u64) -> Result<u64, Refusal> {
    let mut archive = ZipArchive::new(io::Cursor::new(bytes)).map_err(|error| malformed("", &error))?;
    let mut left = total;
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(|error| malformed("", &error))?;
        let too_large = || Trouble::new(TroubleCode::TooLarge).with("limit", &total.to_string());
        left = left.checked_sub(file.size()).ok_or_else(too_large)?;
    }
    Ok(total - left)
}

/// Unpacks a workbook to nowhere, to be sure that it is no bomb before a reader holds it in memory. Its size unpacked.
pub fn check_workbook(bytes: &[u8], total: u64) -> Result<u64, Refusal> {
    let too_large = || Trouble::new(TroubleCode::TooLarge).with("limit", &total.to_string());
    let mut archive = ZipArchive::new(io::Cursor::new(bytes)).map_err(|error| malformed("", &error))?;
    let mut left = total;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| malformed("", &error))?;
        let unpacked = io::copy(&mut file.take(left + 1), &mut io::sink()).map_err(|error| malformed("", &error))?;
        left = left.checked_sub(unpacked).ok_or_else(too_large)?;
    }
    Ok(total - left)
}

/// Whether an archive has a part of that name; nothing is unpacked.
pub fn has_part(bytes: &[u8], name: &str) -> Result<bool, Refusal> {
    let archive = ZipArchive::new(io::Cursor::new(bytes)).map_err(|error| malformed("", &error))?;
    Ok(archive.index_for_name(name).is_some())
}

/// One part of a workbook that was checked, unpacked; `None` when it has none of that name.
pub fn part_of(bytes: &[u8], name: &str) -> Result<Option<Vec<u8>>, Refusal> {
    let mut archive = ZipArchive::new(io::Cursor::new(bytes)).map_err(|error| malformed("", &error))?;
    let Some(index) = archive.index_for_name(name) else { return Ok(None) };
    let mut unpacked = Vec::new();
    let read = archive.by_index(index).map_err(|error| malformed("", &error))?.read_to_end(&mut unpacked);
    read.map_err(|error| unreadable(&error))?;
    Ok(Some(unpacked))
}

fn malformed(name: &str, error: &dyn std::fmt::Display) -> Trouble {
    let trouble = Trouble::new(TroubleCode::Malformed).with("reason", &error.to_string());
    if name.is_empty() { trouble } else { trouble.field(name) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::io::Write as _;
    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    /// A bomb's part is asked for by name before its size is known to be allowed.
    #[test]
    fn whether_a_part_is_there_is_known_without_unpacking_it() {
        let mut zip = ZipWriter::new(io::Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file("content.xml", stored).unwrap();
        zip.write_all(b"<office:document-content/>").unwrap();
        let mut bytes = zip.finish().unwrap().into_inner();
        assert_eq!(part_of(&bytes, "content.xml").unwrap().unwrap(), b"<office:document-content/>");
        let at = bytes.windows(8).position(|part| part == b"<office:").unwrap();
        *bytes.get_mut(at).unwrap() = b'?';
        assert!(part_of(&bytes, "content.xml").is_err(), "its sum is wrong");
        assert!(has_part(&bytes, "content.xml").unwrap() && !has_part(&bytes, "xl/workbook.xml").unwrap());
    }
}
