//! An input: bytes that are read once, in order, with a peek at their beginning.
//!
//! Opens plain files and packed ones (gzip, bzip2, zstd) alike; counts the bytes consumed of the outer file so that progress is true.
//! Zip archives and folders are taken apart one level above (`open`), into several inputs.

use crate::contract::Peek;
use crate::encoding;
use crate::packed::Packing;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How much of an input is looked at to recognise it.
pub const PEEK_BYTES: usize = 64 * 1024;

/// How much of a workbook is: its table of contents stands at its end.
const PEEK_WORKBOOK: usize = 1024 * 1024;

/// One input.
pub struct Input {
    /// The file's name without folders, or the address.
    pub name: String,
    /// The name of the archive it lies in: some services write a window's days there and nowhere else.
    pub archive: Option<String>,
    /// Size of the outer file in bytes, when known.
    pub size: Option<u64>,
    consumed: Arc<AtomicU64>,
    reader: Box<dyn BufRead + Send>,
}

impl Input {
    /// From any reader.
    pub fn from_reader(name: &str, size: Option<u64>, reader: impl Read + Send + 'static) -> io::Result<Self> {
        let consumed = Arc::new(AtomicU64::new(0));
        let counting = Counting { inner: reader, consumed: Arc::clone(&consumed) };
        let mut outer = BufReader::with_capacity(256 * 1024, counting);
        let packing = Packing::of(outer.fill_buf()?);
        let reader: Box<dyn BufRead + Send> = match packing {
            None => Box::new(outer),
            Some(packing) => Box::new(BufReader::with_capacity(256 * 1024, packing.unpack(outer))),
        };
        Ok(Self { name: name.to_owned(), archive: None, size, consumed, reader })
    }

    /// From bytes in memory.
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> io::Result<Self> {
        let size = u64::try_from(bytes.len()).ok();
        Self::from_reader(name, size, io::Cursor::new(bytes))
    }

    /// Bytes of the outer file consumed so far.
    pub fn consumed(&self) -> u64 {
        self.consumed.load(Ordering::Relaxed)
    }

    /// A handle on the count of bytes consumed, for who reads the input through a borrow.
    pub fn meter(&self) -> Meter {
        Meter(Arc::clone(&self.consumed))
    }

    /// Reads everything, refusing more than `limit` bytes.
    pub fn read_all(&mut self, limit: u64) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::new();
        let unreadable = |e: io::Error| Trouble::new(TroubleCode::Unreadable).with("reason", &e.to_string());
        let most = usize::try_from(limit.saturating_add(1)).unwrap_or(usize::MAX);
        loop {
            let part = self.reader.fill_buf().map_err(unreadable)?;
            let part = part.get(..part.len().min(most - bytes.len())).unwrap_or_default();
            if part.is_empty() {
                break;
            }
            if bytes.capacity() - bytes.len() < part.len() {
                // Doubled, and never beyond the limit: a bomb would take twice what is allowed.
                let room = bytes.len().max(part.len()).min(most - bytes.len());
                bytes.reserve_exact(room);
            }
            bytes.extend_from_slice(part);
            let taken = part.len();
            self.reader.consume(taken);
        }
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
            return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &limit.to_string()).into());
        }
        Ok(bytes)
    }
}

/// Tells how many bytes of the outer file were consumed so far.
#[derive(Debug, Clone)]
pub struct Meter(Arc<AtomicU64>);

impl Meter {
    /// Bytes of the outer file consumed so far.
    pub fn consumed(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Read for Input {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        self.reader.read(buf)
    }
}

impl BufRead for Input {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.reader.fill_buf()
    }
    fn consume(&mut self, amount: usize) {
        self.reader.consume(amount);
    }
}

struct Counting<R> {
    inner: R,
    consumed: Arc<AtomicU64>,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        self.consumed.fetch_add(u64::try_from(n).unwrap_or(0), Ordering::Relaxed);
        Ok(n)
    }
}

/// Looks at the beginning of an input and gives it back whole.
pub fn peek(mut input: Input) -> io::Result<(Peek, Input)> {
    let mut bytes = Vec::new();
    let mut whole = fill(&mut input, &mut bytes, PEEK_BYTES)?;
    let head = bytes.len();
    if crate::mapped::grid::is_workbook(&bytes) && !whole {
        whole = fill(&mut input, &mut bytes, PEEK_WORKBOOK)?;
    }
    let head = bytes.get(..head).unwrap_or(&bytes);
    let sniffed = encoding::sniff(head, whole);
    let text = encoding::decode_lossy(head, sniffed);
    let peek = Peek {
        name: file_name(&input.name),
        text,
        bytes: bytes.clone(),
        encoding: sniffed.encoding.name(),
        bom: sniffed.bom_len > 0,
        whole,
    };
    let rest = std::mem::replace(&mut input.reader, Box::new(io::empty()));
    input.reader = Box::new(io::Cursor::new(bytes).chain(rest));
    Ok((peek, input))
}

/// Reads on until there are so many bytes; whether the input ended before.
fn fill(input: &mut Input, bytes: &mut Vec<u8>, limit: usize) -> io::Result<bool> {
    let wanted = limit.saturating_sub(bytes.len());
    let read = (&mut input.reader).take(u64::try_from(wanted).unwrap_or(u64::MAX)).read_to_end(bytes)?;
    Ok(read < wanted)
}

/// What an input that cannot be read is refused for: a packed file that ends too early is a cut one.
pub fn refused(error: &io::Error) -> Refusal {
    crate::table::unreadable(error).into()
}

/// The last part of a path or address, without its query.
fn file_name(name: &str) -> String {
    let path = name.split(['?', '#']).next().unwrap_or(name);
    path.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(path).to_owned()
}
