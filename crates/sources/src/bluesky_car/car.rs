//! The container (CAR, version 1): a header that names its roots, then blocks, each behind its length and its address
//! (CID). Knows nothing of what the blocks say.

use crate::trouble::{Trouble, TroubleCode};
use ciborium::Value;
use sha2::{Digest, Sha256};
use std::cell::Cell;
use std::collections::HashMap;
use std::ops::Range;

/// The longest block taken, in bytes: the network allows 1 MiB.
const LONGEST_BLOCK: usize = 4 << 20;
/// The most blocks.
const MOST_BLOCKS: usize = 4_000_000;
/// How deep values may nest.
const DEPTH: usize = 64;
/// How many times over a file may be read: two like records share one block.
const READINGS: usize = 8;
/// The tag of an address inside a value.
const LINK: u64 = 42;

/// A file taken apart.
#[derive(Debug)]
pub struct Car<'a> {
    bytes: &'a [u8],
    /// Address of the newest commit.
    pub root: &'a [u8],
    blocks: HashMap<&'a [u8], Range<usize>>,
    /// Bytes that may still be read: a small file that names a large block a million times ends.
    left: Cell<usize>,
}

/// Reads the frame of the whole file. `whole`: the last block must be there in full.
pub fn open(bytes: &[u8], whole: bool) -> Result<Car<'_>, Trouble> {
    let mut at = 0;
    let header = frame(bytes, &mut at)?;
    let root = root(bytes.get(header).unwrap_or_default())?;
    let mut blocks = HashMap::new();
    while at < bytes.len() {
        let block = match frame(bytes, &mut at) {
            Ok(block) => block,
            Err(_) if !whole => break,
            Err(trouble) => return Err(trouble.line(u64::try_from(blocks.len()).unwrap_or(0) + 1).field("block")),
        };
        let inside = bytes.get(block.clone()).unwrap_or_default();
        let length = address(inside).ok_or_else(|| malformed("no address before a block"))?;
        if blocks.len() >= MOST_BLOCKS {
            return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &MOST_BLOCKS.to_string()));
        }
        blocks.insert(inside.get(..length).unwrap_or_default(), block.start + length..block.end);
    }
    let root = blocks.get_key_value(root.as_slice()).map(|(root, _)| *root);
    let root = root.ok_or_else(|| Trouble::new(TroubleCode::Truncated).field("roots"))?;
    Ok(Car { bytes, root, blocks, left: Cell::new(bytes.len().saturating_mul(READINGS)) })
}

impl Car<'_> {
    /// How many blocks there are; a block that stands twice counts once.
    pub fn count(&self) -> usize {
        self.blocks.len()
    }

    /// The value at this address, `None` when its block is not in the file. A block that does not bear out its
    /// address was damaged.
    pub fn value(&self, address: &[u8]) -> Result<Option<Value>, Trouble> {
        let Some(block) = self.blocks.get(address).and_then(|range| self.bytes.get(range.clone())) else {
            return Ok(None);
        };
        let left = self.left.get().checked_sub(block.len());
        self.left.set(left.ok_or_else(|| malformed("the same blocks again and again"))?);
        if let Some(digest) = sha256(address)
            && Sha256::digest(block).as_slice() != digest
        {
            return Err(malformed("a block does not match its address"));
        }
        value(block).map(Some)
    }
}

/// Whether the bytes begin such a file.
pub fn is_car(bytes: &[u8]) -> bool {
    let mut at = 0;
    frame(bytes, &mut at).and_then(|header| root(bytes.get(header).unwrap_or_default())).is_ok()
}

/// The value of a key of a map.
pub fn get<'v>(map: &'v Value, key: &str) -> Option<&'v Value> {
    map.as_map()?.iter().find(|(name, _)| name.as_text() == Some(key)).map(|(_, value)| value)
}

/// The address that a value is.
pub fn link(value: &Value) -> Option<&[u8]> {
    let Value::Tag(LINK, inside) = value else { return None };
    inside.as_bytes()?.strip_prefix(&[0])
}

fn value(block: &[u8]) -> Result<Value, Trouble> {
    let mut rest = block;
    let value = ciborium::de::from_reader_with_recursion_limit(&mut rest, DEPTH);
    let value = value.map_err(|error| malformed(&error.to_string()))?;
    if rest.is_empty() { Ok(value) } else { Err(malformed("bytes behind the value of a block")) }
}

/// The first root of a header of version 1.
fn root(header: &[u8]) -> Result<Vec<u8>, Trouble> {
    let header = value(header)?;
    let version = get(&header, "version").and_then(Value::as_integer);
    let roots = get(&header, "roots").and_then(Value::as_array);
    let first = roots.and_then(|roots| link(roots.first()?));
    match (version == Some(1.into()), first) {
        (true, Some(first)) => Ok(first.to_vec()),
        _ => Err(malformed("no CAR header")),
    }
}

/// A length and the bytes of that length; `at` moves behind them.
fn frame(bytes: &[u8], at: &mut usize) -> Result<Range<usize>, Trouble> {
    let length = varint(bytes, at).ok_or_else(|| Trouble::new(TroubleCode::Truncated))?;
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    if length > LONGEST_BLOCK {
        return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &LONGEST_BLOCK.to_string()));
    }
    let range = *at..at.saturating_add(length);
    if length == 0 || range.end > bytes.len() {
        return Err(Trouble::new(TroubleCode::Truncated));
    }
    *at = range.end;
    Ok(range)
}

fn varint(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let byte = *bytes.get(*at)?;
        *at += 1;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// How many bytes the address at the beginning takes.
fn address(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    // Version 0 is a bare SHA-256.
    if bytes.starts_with(&[0x12, 0x20]) {
        at = 2 + 32;
    } else {
        let _version = varint(bytes, &mut at)?;
        let _codec = varint(bytes, &mut at)?;
        let _hash = varint(bytes, &mut at)?;
        let length = varint(bytes, &mut at)?;
        at = at.checked_add(usize::try_from(length).ok()?)?;
    }
    (at <= bytes.len()).then_some(at)
}

/// The SHA-256 that ends an address, if that is its hash.
fn sha256(address: &[u8]) -> Option<&[u8]> {
    let (head, digest) = address.split_at_checked(address.len().checked_sub(32)?)?;
    head.ends_with(&[0x12, 0x20]).then_some(digest)
}

fn malformed(reason: &str) -> Trouble {
    Trouble::new(TroubleCode::Malformed).with("reason", reason)
}
