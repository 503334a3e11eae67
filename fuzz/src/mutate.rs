//! Mutation inside zip archives: a workbook's parts carry checksums, so that bytes changed at random are refused before
//! any parser of ours sees them. One part is unpacked, changed, and packed again without compression.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The most of a part that is changed; a larger one is kept as it is.
const PART: u64 = 1 << 20;

/// Changes `data[..size]` in place, to at most `most` bytes; says how many there are now.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let inside = data[..size].starts_with(b"PK\x03\x04") && !seed.is_multiple_of(8);
    if inside
        && let Some(changed) = inside_archive(&data[..size], seed)
        && changed.len() <= most
    {
        data[..changed.len()].copy_from_slice(&changed);
        return changed.len();
    }
    libfuzzer_sys::fuzzer_mutate(data, size, most)
}

fn inside_archive(data: &[u8], seed: u32) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(data)).ok()?;
    let parts = archive.len();
    let chosen = usize::try_from(seed / 8).ok()?.checked_rem(parts)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for index in 0..parts {
        let mut file = archive.by_index(index).ok()?;
        let name = file.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        file.by_ref().take(PART).read_to_end(&mut bytes).ok()?;
        if index == chosen {
            let size = bytes.len();
            bytes.resize(size + 256, 0);
            let room = bytes.len();
            let size = libfuzzer_sys::fuzzer_mutate(&mut bytes, size, room);
            bytes.truncate(size);
        }
        writer.start_file(name, stored).ok()?;
        writer.write_all(&bytes).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}
