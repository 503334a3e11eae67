//! Unpacks a workbook once, on a thread of its own: the parts that are read go to their reader as they come, the others
//! nowhere. Whatever is damaged, or more than allowed, is found on the way.

use super::window::Chunk;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::workbook::malformed;
use std::io::{self, Cursor, Read};
use std::sync::mpsc::{Receiver, SyncSender};
use zip::ZipArchive;

/// Bytes unpacked at a time.
const CHUNK: usize = 128 * 1024;

/// Unpacks every part, the wanted ones first and in their order. Refuses more than `total` bytes of all.
pub(crate) fn unpack(
    bytes: &[u8],
    total: u64,
    wanted: &[usize],
    to: SyncSender<Chunk>,
    used: &Receiver<Vec<u8>>,
) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| malformed(&error))?;
    let mut left = total;
    let mut reader = Some(to);
    let others = (0..archive.len()).filter(|index| !wanted.contains(index));
    for (place, index) in wanted.iter().copied().chain(others).enumerate() {
        let file = archive.by_index(index).map_err(|error| malformed(&error))?;
        let mut file = file.take(left.saturating_add(1));
        let mut unpacked = 0;
        if place >= wanted.len() {
            reader = None;
        }
        while let Some(to) = &reader {
            let mut chunk = used.try_recv().unwrap_or_default();
            let read = fill(&mut file, &mut chunk).map_err(|error| malformed(&error))?;
            unpacked += u64::try_from(read).unwrap_or(u64::MAX);
            let ended = chunk.is_empty();
            if unpacked > left {
                break;
            }
            // The reader has seen enough.
            if to.send(if ended { Chunk::End } else { Chunk::Bytes(chunk) }).is_err() {
                reader = None;
            }
            if ended {
                break;
            }
        }
        unpacked += io::copy(&mut file, &mut io::sink()).map_err(|error| malformed(&error))?;
        left = left
            .checked_sub(unpacked)
            .ok_or_else(|| Trouble::new(TroubleCode::TooLarge).with("limit", &total.to_string()))?;
    }
    Ok(())
}

/// Fills the buffer as far as there is something.
fn fill(file: &mut impl Read, chunk: &mut Vec<u8>) -> io::Result<usize> {
    chunk.resize(CHUNK, 0);
    let mut filled = 0;
    while let Some(rest) = chunk.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest)? {
            0 => break,
            read => filled += read,
        }
    }
    chunk.truncate(filled);
    Ok(filled)
}
