//! Numbers as a drawing writes them: one decimal, nothing trailing. Not for numbers people read:
//! those are worded by the caller.

/// Beyond this no drawing has anything to show; it keeps a mistaken coordinate from writing 300 digits.
const FARTHEST: f64 = 1.0e6;

/// A coordinate with at most one decimal, without trailing or leading zero: `12`, `.5`, `-3.2`.
///
/// A value that is not finite becomes `0`; marks leave such points out before they get here.
pub(crate) fn compact(value: f64) -> String {
    let value = if value.is_finite() { value.clamp(-FARTHEST, FARTHEST) } else { 0.0 };
    let long = format!("{value:.1}");
    let short = long.strip_suffix(".0").unwrap_or(&long);
    match short {
        "-0" => "0".to_owned(),
        _ => {
            if let Some(rest) = short.strip_prefix("0.") {
                format!(".{rest}")
            } else if let Some(rest) = short.strip_prefix("-0.") {
                format!("-.{rest}")
            } else {
                short.to_owned()
            }
        }
    }
}

/// A count as a number to reckon with.
pub(crate) fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn coordinates_are_short() {
        for (value, written) in [
            (0.0, "0"),
            (-0.04, "0"),
            (12.0, "12"),
            (12.04, "12"),
            (12.25, "12.2"),
            (0.5, ".5"),
            (-0.5, "-.5"),
            (-3.21, "-3.2"),
            (100.0, "100"),
            (f64::NAN, "0"),
            (1e300, "1000000"),
        ] {
            assert_eq!(compact(value), written, "{value}");
        }
    }

    proptest! {
        #[test]
        fn a_written_coordinate_reads_back_within_half_a_tenth(value in -1e5f64..1e5) {
            let read: f64 = compact(value).parse().unwrap();
            prop_assert!((read - value).abs() <= 0.05 + 1e-9);
        }
    }
}
