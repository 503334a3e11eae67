//! Where the separators and line ends of a text stand. Cells are a few bytes long: eight bytes are looked at in one go,
//! which costs less than a search begun anew for each cell.

use std::slice::Chunks;

const ONES: u64 = 0x0101_0101_0101_0101;
const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;

/// The places of either of two bytes, neither of which is zero, in order.
pub struct Marks<'t> {
    chunks: Chunks<'t, u8>,
    either: [u64; 2],
    /// Where the chunk after the one under way begins.
    next: usize,
    /// The highest bit of each byte of the chunk under way that is met and not told yet.
    met: u64,
}

impl<'t> Marks<'t> {
    /// Of that text.
    pub fn of(text: &'t [u8], one: u8, other: u8) -> Self {
        Self { chunks: text.chunks(8), either: [one, other].map(|byte| u64::from(byte) * ONES), next: 0, met: 0 }
    }
}

impl Iterator for Marks<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.met == 0 {
            let chunk = self.chunks.next()?;
            let eight = <[u8; 8]>::try_from(chunk).unwrap_or_else(|_| filled(chunk));
            let text = u64::from_le_bytes(eight);
            self.met = zeros(text ^ self.either[0]) | zeros(text ^ self.either[1]);
            self.next += 8;
        }
        let place = usize::try_from(self.met.trailing_zeros() / 8).unwrap_or(0);
        self.met &= self.met - 1;
        Some(self.next - 8 + place)
    }
}

/// The highest bit of each byte that is zero, and no other.
const fn zeros(bytes: u64) -> u64 {
    !(((bytes & LOW) + LOW) | bytes | LOW)
}

/// The last bytes of a text, and zeros.
fn filled(rest: &[u8]) -> [u8; 8] {
    let mut eight = [0; 8];
    eight.iter_mut().zip(rest).for_each(|(byte, own)| *byte = *own);
    eight
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever the text, they are where a search finds them.
        #[test]
        fn as_searched(text in prop::collection::vec(prop_oneof![Just(b','), Just(b'\n'), any::<u8>()], 0..100)) {
            let searched: Vec<usize> = memchr::memchr2_iter(b',', b'\n', &text).collect();
            prop_assert_eq!(Marks::of(&text, b',', b'\n').collect::<Vec<_>>(), searched);
        }
    }
}
