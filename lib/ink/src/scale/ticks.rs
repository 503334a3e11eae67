//! Round values that cover a domain: steps of 1, 2, 2.5 or 5 times a power of ten. Labels are the caller's.

/// Largest magnitude a domain may have: beyond it a step of ticks would overflow.
const LARGEST: f64 = 1.0e300;

/// The finest step: below it powers of ten lose their digits.
const FINEST: f64 = 1.0e-300;

/// Evenly spaced round values, increasing, that cover the domain they were made for.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticks {
    /// The values; at least two.
    pub values: Vec<f64>,
    /// The distance between two values.
    pub step: f64,
    /// How many decimals tell the values apart when written.
    pub decimals: u8,
}

impl Ticks {
    /// At most `max` round values covering `lo..=hi`; fewer than three cannot always cover a domain around
    /// zero, so `max` is at least 3 (and at most 100).
    ///
    /// Equal bounds are widened to reach zero (`7..7` gives `0..7`, `0..0` gives `0..1`). Bounds that are
    /// not finite count as zero, bounds beyond ±1e300 as ±1e300.
    #[must_use]
    pub fn nice(lo: f64, hi: f64, max: usize) -> Self {
        Self::covering(lo, hi, max, false)
    }

    /// Like [`Ticks::nice`] with whole values only, for things that are counted.
    #[must_use]
    pub fn whole(lo: f64, hi: f64, max: usize) -> Self {
        Self::covering(lo, hi, max, true)
    }

    /// The lowest value.
    #[must_use]
    pub fn first(&self) -> f64 {
        self.values.first().copied().unwrap_or(0.0)
    }

    /// The highest value.
    #[must_use]
    pub fn last(&self) -> f64 {
        self.values.last().copied().unwrap_or(1.0)
    }

    fn covering(lo: f64, hi: f64, max: usize, whole: bool) -> Self {
        let max = crate::number::count(max.clamp(3, 100));
        let (lo, hi) = sane(lo, hi);
        // Steps far below the magnitude of the bounds would be lost in rounding.
        let magnitude = lo.abs().max(hi.abs());
        let finest = (magnitude * 1e-12).max(FINEST);
        let rough = (hi / max - lo / max).max(finest);
        let mut exponent = floor_log10(rough);
        if whole {
            exponent = exponent.max(0);
        }
        loop {
            for (digits, extra) in [(1.0, 0), (2.0, 0), (2.5, 1), (5.0, 0)] {
                if whole && exponent == 0 && extra > 0 {
                    continue;
                }
                let step = scaled(digits, exponent);
                if step < finest {
                    continue;
                }
                let (from, to) = ((lo / step).floor(), (hi / step).ceil());
                if to - from < max && to > from {
                    return Self::counted(from, to, digits, exponent, extra);
                }
            }
            exponent += 1;
        }
    }

    fn counted(from: f64, to: f64, digits: f64, exponent: i32, extra: i32) -> Self {
        let mut values = Vec::new();
        let mut n = from;
        while n <= to {
            // Adding zero turns -0 into 0.
            values.push(scaled(n * digits, exponent) + 0.0);
            n += 1.0;
        }
        let decimals = u8::try_from((extra - exponent).max(0)).unwrap_or(u8::MAX);
        Self { values, step: scaled(digits, exponent), decimals }
    }
}

/// Ordered, finite, distinct bounds.
fn sane(a: f64, b: f64) -> (f64, f64) {
    let finite = |v: f64| {
        if v.is_finite() { v.clamp(-LARGEST, LARGEST) } else { 0.0 }
    };
    let (a, b) = (finite(a), finite(b));
    let (lo, hi) = (a.min(b), a.max(b));
    if lo < hi {
        (lo, hi)
    } else if lo == 0.0 {
        (0.0, 1.0)
    } else {
        (lo.min(0.0), hi.max(0.0))
    }
}

/// `digits × 10^exponent`, dividing for negative exponents so that 3 × 10⁻¹ is 0.3 and not 0.30000000000000004.
fn scaled(digits: f64, exponent: i32) -> f64 {
    if exponent < 0 { digits / 10f64.powi(-exponent) } else { digits * 10f64.powi(exponent) }
}

/// The exponent of the greatest power of ten not above a positive value.
fn floor_log10(value: f64) -> i32 {
    let mut exponent = 0;
    // Counting avoids a conversion from float; at most 300 steps.
    while exponent < 300 && scaled(1.0, exponent + 1) <= value {
        exponent += 1;
    }
    while exponent > -300 && scaled(1.0, exponent) > value {
        exponent -= 1;
    }
    exponent
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round() {
        let cases: [(f64, f64, usize, &[f64]); 11] = [
            (0.0, 10.0, 5, &[0.0, 2.5, 5.0, 7.5, 10.0]),
            (0.0, 10.0, 6, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0]),
            (0.0, 97.0, 5, &[0.0, 25.0, 50.0, 75.0, 100.0]),
            (0.0, 0.9, 4, &[0.0, 0.5, 1.0]),
            (0.0, 0.3, 4, &[0.0, 0.1, 0.2, 0.3]),
            (-7.0, 42.0, 5, &[-20.0, 0.0, 20.0, 40.0, 60.0]),
            (12_400.0, 13_900.0, 5, &[12_000.0, 12_500.0, 13_000.0, 13_500.0, 14_000.0]),
            (7.0, 7.0, 5, &[0.0, 2.0, 4.0, 6.0, 8.0]),
            (-7.0, -7.0, 5, &[-8.0, -6.0, -4.0, -2.0, 0.0]),
            (0.0, 0.0, 5, &[0.0, 0.25, 0.5, 0.75, 1.0]),
            (5.0, 0.0, 6, &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]),
        ];
        for (lo, hi, max, expected) in cases {
            assert_eq!(Ticks::nice(lo, hi, max).values, expected, "{lo}..{hi}");
        }
    }

    #[test]
    fn counted_things_get_whole_ticks() {
        let cases: [(f64, f64, usize, &[f64]); 4] = [
            (0.0, 2.0, 6, &[0.0, 1.0, 2.0]),
            (0.0, 0.0, 6, &[0.0, 1.0]),
            (0.0, 10.0, 5, &[0.0, 5.0, 10.0]),
            (0.0, 100.0, 5, &[0.0, 25.0, 50.0, 75.0, 100.0]),
        ];
        for (lo, hi, max, expected) in cases {
            let ticks = Ticks::whole(lo, hi, max);
            assert_eq!(ticks.values, expected, "{lo}..{hi}");
            assert_eq!(ticks.decimals, 0);
        }
    }

    #[test]
    fn decimals_tell_ticks_apart() {
        for (hi, max, decimals) in [(1000.0, 5, 0), (10.0, 5, 1), (1.0, 5, 2), (0.3, 4, 1)] {
            assert_eq!(Ticks::nice(0.0, hi, max).decimals, decimals, "{hi}");
        }
    }

    fn any_number() -> impl Strategy<Value = f64> {
        prop_oneof![
            prop::num::f64::ANY,
            -1e6f64..1e6,
            prop::sample::select(vec![0.0, 1.0, -1.0, 1e16, 1e16 + 2.0, 5e-324, f64::MAX, f64::MIN])
        ]
    }

    proptest! {
        #[test]
        fn ticks_cover_any_domain(a in any_number(), b in any_number(), max in 0usize..40, whole: bool) {
            let ticks = Ticks::covering(a, b, max, whole);
            let finite = |v: f64| if v.is_finite() { v.clamp(-LARGEST, LARGEST) } else { 0.0 };
            let (lo, hi) = (finite(a.min(b)).min(finite(a.max(b))), finite(a).max(finite(b)));
            prop_assert!(ticks.values.iter().all(|v| v.is_finite()));
            prop_assert!(ticks.values.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", ticks);
            prop_assert!((2..=max.max(3)).contains(&ticks.values.len()), "{:?}", ticks);
            let slack = ticks.step * 1e-9;
            prop_assert!(ticks.first() <= lo + slack && ticks.last() >= hi - slack, "{lo}..{hi}: {ticks:?}");
            if whole && ticks.last().abs() < 1e15 && ticks.first().abs() < 1e15 {
                prop_assert!(ticks.values.iter().all(|v| v.fract() == 0.0), "{:?}", ticks);
            }
        }

        #[test]
        fn zero_is_a_tick_when_the_domain_crosses_it(lo in -1e9f64..-1e-9, hi in 1e-9f64..1e9) {
            prop_assert!(Ticks::nice(lo, hi, 6).values.contains(&0.0));
        }
    }
}
