//! The scale of shades: nine levels of even lightness, for heat maps.

use super::Linear;

/// How many levels a ramp has.
const LEVELS: u8 = 9;

/// From values to one of nine shades.
#[derive(Debug, Clone, PartialEq)]
pub struct Ramp {
    lo: f64,
    hi: f64,
    curved: bool,
}

impl Ramp {
    /// Nine equal steps over `lo..=hi`.
    #[must_use]
    pub fn new(lo: f64, hi: f64) -> Self {
        Self { lo: lo.min(hi), hi: hi.max(lo), curved: false }
    }

    /// Nine steps from zero to `top` by `ln(1 + value)`: for counts where a few cells would leave all
    /// others pale. Say so in the subtitle.
    #[must_use]
    pub fn curved(top: f64) -> Self {
        Self { lo: 0.0, hi: top.max(0.0), curved: true }
    }

    /// The level of a value, 1 to 9; values outside the domain take the nearest. `None` when the value is
    /// not finite. Without extent every value takes the middle level.
    #[must_use]
    pub fn level(&self, value: f64) -> Option<u8> {
        if !value.is_finite() {
            return None;
        }
        let turn = |v: f64| if self.curved { v.max(0.0).ln_1p() } else { v };
        let share = Linear::new(turn(self.lo), turn(self.hi)).position(turn(value));
        // Counting the thresholds passed avoids a conversion from float.
        let passed = (1..LEVELS).filter(|n| share >= f64::from(*n) / f64::from(LEVELS)).count();
        u8::try_from(passed).ok().map(|n| n + 1)
    }

    /// The lowest and the highest value of the domain.
    #[must_use]
    pub fn domain(&self) -> (f64, f64) {
        (self.lo, self.hi)
    }

    /// The class of a level; levels beyond nine take the ninth.
    #[must_use]
    pub fn class(level: u8) -> &'static str {
        match level {
            0 | 1 => "ink-ramp-1",
            2 => "ink-ramp-2",
            3 => "ink-ramp-3",
            4 => "ink-ramp-4",
            5 => "ink-ramp-5",
            6 => "ink-ramp-6",
            7 => "ink-ramp-7",
            8 => "ink-ramp-8",
            _ => "ink-ramp-9",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nine_equal_steps() {
        let ramp = Ramp::new(0.0, 90.0);
        for (value, level) in [(0.0, 1), (9.9, 1), (10.0, 2), (45.0, 5), (80.0, 9), (90.0, 9), (200.0, 9), (-4.0, 1)] {
            assert_eq!(ramp.level(value), Some(level), "{value}");
        }
        assert_eq!(ramp.level(f64::NAN), None);
        assert_eq!(Ramp::new(3.0, 3.0).level(3.0), Some(5));
        assert_eq!(Ramp::curved(9_999.0).level(99.0), Some(5));
    }

    proptest! {
        #[test]
        fn levels_follow_values(lo in -1e9f64..1e9, hi in -1e9f64..1e9, a in -2e9f64..2e9, b in -2e9f64..2e9, curved: bool) {
            let ramp = if curved { Ramp::curved(hi) } else { Ramp::new(lo, hi) };
            let (a, b) = (ramp.level(a.min(b)), ramp.level(a.max(b)));
            prop_assert!(a <= b && a >= Some(1) && b <= Some(9));
        }
    }
}
