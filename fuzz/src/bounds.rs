//! The promise, held to: a second of the thread for each megabyte, ten bytes held for each byte of the input. Of a
//! packed input what counts is what it unpacks to.

use crate::meter::{Taken, measure};
use sources::Format;
use sources::input::Input;
use std::io::Read;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

const MEGABYTE: f64 = 1_048_576.0;

/// Seconds for each megabyte. The promise is one; code that counts its own branches and checks its own sums takes four
/// to five times as long as the program that people run.
const SECONDS: f64 = 4.0;

/// What the smallest input may take: tables are set up, a rule of a calendar is unfolded over all its years.
const SECONDS_FLOOR: f64 = 0.25;

/// Bytes held for each byte of the input.
const HELD: usize = 10;

/// What the smallest input may hold: buffers of fixed size and the look at the first 64 KiB.
const HELD_FLOOR: usize = 3 << 20;

/// What unpacks to more than this is not fed on: readers refuse it in their own time, which is no parser's.
const UNPACKED: u64 = 32 << 20;

/// Below this size figures per byte are those of the floor: they are held to the bounds and not reported.
const TOLD: usize = 256 * 1024;

/// Feeds the format and ends the program when that took more than is promised.
pub fn hold(format: &dyn Format, data: &[u8], how: &str) {
    let size = size(data);
    let mut taken = measure(|| crate::read(format, data));
    for _ in 0..2 {
        if fits(taken, size) {
            break;
        }
        // Once more: the first time something may have been loaded, or the machine hiccuped.
        let again = measure(|| crate::read(format, data));
        taken = Taken { time: taken.time.min(again.time), peak: taken.peak.min(again.peak) };
    }
    assert!(fits(taken, size), "over the bounds, {how}: {} bytes took {:?}, {} bytes held", size, taken.time, taken.peak);
    tell(taken, size);
}

fn fits(taken: Taken, size: usize) -> bool {
    let seconds = SECONDS_FLOOR.max(SECONDS * size as f64 / MEGABYTE);
    taken.time <= Duration::from_secs_f64(seconds) && taken.peak <= HELD_FLOOR + HELD * size
}

/// How large the input is, unpacked when it is packed.
fn size(data: &[u8]) -> usize {
    let unpacked = if data.starts_with(b"PK\x03\x04") { unzipped(data) } else { unrolled(data) };
    data.len().max(usize::try_from(unpacked).unwrap_or(usize::MAX))
}

fn unrolled(data: &[u8]) -> u64 {
    let packed = [b"\x1f\x8b".as_slice(), b"BZh", b"\x28\xb5\x2f\xfd"].iter().any(|mark| data.starts_with(mark));
    if !packed {
        return 0;
    }
    let Ok(input) = Input::from_bytes("file", data.to_vec()) else { return 0 };
    std::io::copy(&mut input.take(UNPACKED), &mut std::io::sink()).unwrap_or(0)
}

fn unzipped(data: &[u8]) -> u64 {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(data)) else { return 0 };
    let mut size = 0;
    for index in 0..archive.len() {
        let Ok(file) = archive.by_index(index) else { continue };
        size += std::io::copy(&mut file.take(UNPACKED), &mut std::io::sink()).unwrap_or(0);
    }
    size
}

static SLOWEST: AtomicU64 = AtomicU64::new(0);
static LARGEST: AtomicU64 = AtomicU64::new(0);

/// Says each new worst, in milliseconds for a megabyte and in bytes held for a hundred of the input.
fn tell(taken: Taken, size: usize) {
    if size < TOLD {
        return;
    }
    let pace = (taken.time.as_secs_f64() * 1000.0 * MEGABYTE / size as f64) as u64;
    if pace > SLOWEST.load(Ordering::Relaxed) + 9 {
        SLOWEST.store(pace, Ordering::Relaxed);
        eprintln!("vigie: slowest {pace} ms/MB of {size} bytes");
    }
    let share = (taken.peak as u64).saturating_mul(100) / size as u64;
    if share > LARGEST.load(Ordering::Relaxed) + 9 {
        LARGEST.store(share, Ordering::Relaxed);
        eprintln!("vigie: largest {share} % held of {size} bytes");
    }
}
