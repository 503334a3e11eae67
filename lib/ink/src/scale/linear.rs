//! The straight scale: equal differences are equal lengths.

use super::ticks::Ticks;

/// Whether an axis must reach zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zero {
    /// Always, as bars and areas need: their length is the value.
    Included,
    /// Only when the values come near it; for lines whose movement matters more than their level.
    Free,
}

/// A straight scale from a domain of values onto a range of pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Linear {
    domain: (f64, f64),
    range: (f64, f64),
    ticks: Ticks,
}

impl Linear {
    /// A scale over exactly `lo..=hi`, onto `0..=1` until [`Linear::onto`] says otherwise.
    #[must_use]
    pub fn new(lo: f64, hi: f64) -> Self {
        Self { domain: (lo, hi), range: (0.0, 1.0), ticks: Ticks::nice(lo, hi, 5) }
    }

    /// A scale over all the values, its domain widened to at most `max` round ticks.
    #[must_use]
    pub fn over(values: impl IntoIterator<Item = f64>, zero: Zero, max: usize) -> Self {
        let (lo, hi) = extent(values, zero);
        Self::ticked(Ticks::nice(lo, hi, max))
    }

    /// Like [`Linear::over`], with whole ticks, for things that are counted.
    #[must_use]
    pub fn over_counts(values: impl IntoIterator<Item = f64>, zero: Zero, max: usize) -> Self {
        let (lo, hi) = extent(values, zero);
        Self::ticked(Ticks::whole(lo, hi, max))
    }

    fn ticked(ticks: Ticks) -> Self {
        Self { domain: (ticks.first(), ticks.last()), range: (0.0, 1.0), ticks }
    }

    /// The same scale onto pixels `from..to`; give the bottom first for a vertical one.
    #[must_use]
    pub fn onto(mut self, from: f64, to: f64) -> Self {
        self.range = (from, to);
        self
    }

    /// The pixel of a value. A domain without extent puts everything in the middle.
    #[must_use]
    pub fn position(&self, value: f64) -> f64 {
        let ((lo, hi), (from, to)) = (self.domain, self.range);
        // Halves, because hi - lo may be beyond the largest number.
        let share = (value / 2.0 - lo / 2.0) / (hi / 2.0 - lo / 2.0);
        let share = if share.is_finite() { share } else { 0.5 };
        from + share * (to - from)
    }

    /// The value at a pixel.
    #[must_use]
    pub fn value(&self, pixel: f64) -> f64 {
        let ((lo, hi), (from, to)) = (self.domain, self.range);
        let share = (pixel - from) / (to - from);
        if share.is_finite() { lo * (1.0 - share) + hi * share } else { lo }
    }

    /// The round values of its domain.
    #[must_use]
    pub fn ticks(&self) -> &Ticks {
        &self.ticks
    }

    /// Lowest and highest value of the domain.
    #[must_use]
    pub fn domain(&self) -> (f64, f64) {
        self.domain
    }
}

/// The extent of the finite values. `Zero::Free` still takes zero in when the values span more than half of
/// the way to it: an axis that stops just short of zero misleads and gains nothing.
fn extent(values: impl IntoIterator<Item = f64>, zero: Zero) -> (f64, f64) {
    let mut bounds: Option<(f64, f64)> = None;
    for value in values.into_iter().filter(|v| v.is_finite()) {
        let (lo, hi) = bounds.unwrap_or((value, value));
        bounds = Some((lo.min(value), hi.max(value)));
    }
    let Some((lo, hi)) = bounds else {
        return (0.0, 0.0);
    };
    let far = lo.abs().max(hi.abs());
    let near_zero = hi / 2.0 - lo / 2.0 >= far / 4.0;
    if zero == Zero::Included || near_zero { (lo.min(0.0), hi.max(0.0)) } else { (lo, hi) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_domain_depends_on_what_zero_means() {
        let cases: [(&[f64], Zero, (f64, f64)); 6] = [
            (&[12_400.0, 13_900.0], Zero::Free, (12_000.0, 14_000.0)),
            (&[12_400.0, 13_900.0], Zero::Included, (0.0, 15_000.0)),
            (&[10.0, 90.0], Zero::Free, (0.0, 100.0)),
            (&[-5.0, 12.0], Zero::Included, (-5.0, 15.0)),
            (&[f64::NAN], Zero::Included, (0.0, 1.0)),
            (&[], Zero::Free, (0.0, 1.0)),
        ];
        for (values, zero, domain) in cases {
            let scale = Linear::over(values.iter().copied(), zero, 5);
            assert_eq!(scale.domain(), domain, "{values:?} {zero:?}");
        }
    }

    #[test]
    fn a_flat_domain_lies_in_the_middle() {
        assert_eq!(Linear::new(4.0, 4.0).onto(0.0, 10.0).position(4.0), 5.0);
    }

    proptest! {
        #[test]
        fn positions_turn_back_into_values(
            lo in -1e6f64..1e6, span in 1e-3f64..1e6, share in 0.0f64..1.0, from in -500f64..500.0, to in 600f64..2000.0,
        ) {
            let scale = Linear::new(lo, lo + span).onto(from, to);
            let value = lo + span * share;
            prop_assert!((scale.value(scale.position(value)) - value).abs() < 1e-6 * (span + lo.abs()));
        }

        #[test]
        fn every_value_lands_inside(values in prop::collection::vec(-1e300f64..1e300, 1..9)) {
            let scale = Linear::over(values.iter().copied(), Zero::Free, 5).onto(0.0, 100.0);
            for value in values {
                prop_assert!((-1e-6..=100.0 + 1e-6).contains(&scale.position(value)));
            }
        }
    }
}
