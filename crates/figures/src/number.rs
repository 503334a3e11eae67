//! Counts of things on a page as lengths. Not for the numbers people read: see `value`.

/// A count as a number to reckon with.
pub fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}

/// How many pieces of a length fit into a room; at most `most`.
pub fn fitting(room: f64, piece: f64, most: usize) -> usize {
    (1..=most).take_while(|n| count(*n) * piece <= room).count()
}
