//! Whole numbers to real ones and back, in the one place where the language asks for `as`.

/// A count as a real number: exact below 2^53, which no count of ours reaches.
#[expect(clippy::as_conversions, reason = "no `From<u64>` for f64 exists; exact below 2^53")]
pub(crate) const fn real(count: u64) -> f64 {
    count as f64
}

/// The whole number a real one stands for, if it is whole and exact.
#[expect(clippy::as_conversions, reason = "guarded: the value is whole and below 2^53")]
pub(crate) fn whole(value: f64) -> Option<i64> {
    (value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0).then_some(value as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exact_whole_numbers_are_whole() {
        assert_eq!(whole(13.0), Some(13));
        assert_eq!(whole(-11.0), Some(-11));
        assert_eq!(whole(1.5), None);
        assert_eq!(whole(f64::INFINITY), None);
        assert_eq!(whole(real(1 << 40)), Some(1 << 40));
    }
}
