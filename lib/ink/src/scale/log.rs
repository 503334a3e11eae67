//! The scale of orders of magnitude that still has a zero: positions follow `ln(1 + value)`.

/// A logarithmic scale from zero up, for counts spread over several orders of magnitude.
/// Never for bars: their length would lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Log {
    top: f64,
    range: (f64, f64),
}

impl Log {
    /// A scale over `0..=top` onto `0..=1`. A top below one counts as one.
    #[must_use]
    pub fn new(top: f64) -> Self {
        let top = if top.is_finite() { top.max(1.0) } else { 1.0 };
        Self { top, range: (0.0, 1.0) }
    }

    /// The same scale onto pixels `from..to`.
    #[must_use]
    pub fn onto(mut self, from: f64, to: f64) -> Self {
        self.range = (from, to);
        self
    }

    /// The pixel of a value; negative values lie at zero.
    #[must_use]
    pub fn position(&self, value: f64) -> f64 {
        let share = value.max(0.0).ln_1p() / self.top.ln_1p();
        self.range.0 + share * (self.range.1 - self.range.0)
    }

    /// Zero and the powers of ten up to the top.
    #[must_use]
    pub fn ticks(&self) -> Vec<f64> {
        let mut ticks = vec![0.0];
        let mut power = 1.0;
        while power <= self.top {
            ticks.push(power);
            power *= 10.0;
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_of_magnitude_are_spread_and_zero_has_a_place() {
        let log = Log::new(9_999.0).onto(0.0, 100.0);
        assert_eq!(log.position(0.0), 0.0);
        assert_eq!(log.position(-3.0), 0.0);
        assert!((log.position(99.0) - 50.0).abs() < 1e-9);
        assert!((log.position(9_999.0) - 100.0).abs() < 1e-9);
        assert_eq!(log.ticks(), [0.0, 1.0, 10.0, 100.0, 1000.0]);
    }
}
