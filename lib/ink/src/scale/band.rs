//! The scale of categories: equal slots side by side, with air between them.

use crate::number::count;

/// Equal slots along a range of pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    slots: usize,
    from: f64,
    pitch: f64,
    width: f64,
}

impl Band {
    /// `slots` slots over `from..to`; `air` is the share of each slot left empty (0 to 0.9).
    #[must_use]
    pub fn new(slots: usize, from: f64, to: f64, air: f64) -> Self {
        let pitch = (to - from) / count(slots.max(1));
        let air = if air.is_finite() { air.clamp(0.0, 0.9) } else { 0.0 };
        Self { slots, from, pitch, width: pitch * (1.0 - air) }
    }

    /// How many slots there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots == 0
    }

    /// Where slot `n` (from 0) starts, air excluded.
    #[must_use]
    pub fn start(&self, n: usize) -> f64 {
        self.centre(n) - self.width / 2.0
    }

    /// The middle of slot `n`.
    #[must_use]
    pub fn centre(&self, n: usize) -> f64 {
        self.from + self.pitch * (count(n) + 0.5)
    }

    /// The width of a slot, air excluded.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.width
    }

    /// The distance between two slots, air included.
    #[must_use]
    pub fn pitch(&self) -> f64 {
        self.pitch
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_share_the_range() {
        let band = Band::new(4, 100.0, 300.0, 0.2);
        assert_eq!((band.len(), band.pitch(), band.width()), (4, 50.0, 40.0));
        assert_eq!((band.start(0), band.centre(0)), (105.0, 125.0));
        assert_eq!(band.start(3) + band.width(), 295.0);
        assert_eq!(Band::new(0, 0.0, 10.0, 0.0).width(), 10.0);
    }
}
