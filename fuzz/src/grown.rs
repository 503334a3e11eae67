//! Small inputs grown to a large one, by saying a part of them again and again: what grows faster than its input
//! (a search in a loop over the same text, a list walked for each of its items) shows at a size, not at a few bytes.

use crate::bounds;
use sources::Format;
use std::hash::{DefaultHasher, Hasher};
use std::path::PathBuf;
use std::sync::OnceLock;

/// How large they are grown.
const SIZE: usize = 1 << 20;

/// One input in so many is grown, unless the environment says another number (`VIGIE_FUZZ_GROW`; 0 for none).
const EVERY: u64 = 512;

/// Feeds the input grown, when its turn comes; which, and how, follows from its bytes alone.
pub fn feed(format: &dyn Format, data: &[u8]) {
    static GIVEN: OnceLock<u64> = OnceLock::new();
    let every = *GIVEN
        .get_or_init(|| std::env::var("VIGIE_FUZZ_GROW").ok().and_then(|said| said.parse().ok()).unwrap_or(EVERY));
    let chance = hash(data);
    if data.len() < 2 || every == 0 || !chance.is_multiple_of(every) || is_packed(data) {
        return;
    }
    // Asked to grow each input, it is grown in every way; else in one.
    let ways = if every == 1 { (0..WAYS).collect() } else { vec![chance / every % WAYS] };
    for way in ways {
        let grown = grow(data, way, chance);
        let keep = Keep::before(&grown);
        bounds::hold(format, &grown, "grown");
        keep.forget();
    }
}

const WAYS: u64 = 6;

fn grow(data: &[u8], way: u64, chance: u64) -> Vec<u8> {
    let at = |share: u64| usize::try_from(chance / 7 % (share + 1)).unwrap_or(0) * data.len() / (share as usize + 1);
    let (from, to) = match way {
        0 => (0, data.len()),
        1 => (data.len() / 2, data.len()),
        2 => (data.len() / 4, data.len() * 3 / 4),
        // A line.
        3 => {
            let from = data[..at(64)].iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
            let to = data[from..].iter().position(|byte| *byte == b'\n').map_or(data.len(), |place| from + place + 1);
            (from, to)
        }
        // A few bytes, and one.
        4 => (at(128), at(128) + 8),
        _ => (at(256), at(256) + 1),
    };
    let to = to.min(data.len());
    let from = from.min(to.saturating_sub(1));
    let part = &data[from..to];
    let times = SIZE.saturating_sub(data.len()) / part.len() + 1;
    [&data[..to], &part.repeat(times), &data[to..]].concat()
}

fn is_packed(data: &[u8]) -> bool {
    [b"PK".as_slice(), b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"BZh", b"\x28\xb5\x2f\xfd"]
        .iter()
        .any(|mark| data.starts_with(mark))
}

fn hash(data: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(data);
    hasher.finish()
}

/// The grown input on disk while it is read: libFuzzer keeps the small one only. Where: `VIGIE_FUZZ_KEEP`.
struct Keep(Option<PathBuf>);

impl Keep {
    fn before(grown: &[u8]) -> Self {
        let path = std::env::var_os("VIGIE_FUZZ_KEEP").map(|folder| PathBuf::from(folder).join("grown"));
        Self(path.filter(|path| std::fs::write(path, grown).is_ok()))
    }

    fn forget(self) {
        if let Some(path) = self.0 {
            let _ = std::fs::remove_file(path);
        }
    }
}
