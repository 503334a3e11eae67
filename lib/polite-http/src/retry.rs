//! When to ask again, and after how long: pure functions of an answer, a clock and a chance.

use crate::exchange::{Answer, Failure};
use std::time::{Duration, SystemTime};

/// The first wait; each later one is twice as long.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// The longest wait we choose ourselves.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// The longest pause a server can impose: a typing error there must not silence a source for a year here.
const LONGEST_PAUSE: Duration = Duration::from_secs(24 * 60 * 60);

/// Whether the same request may do better in a moment.
pub(crate) fn is_passing(outcome: &Result<Answer, Failure>) -> bool {
    match outcome {
        Ok(answer) => matches!(answer.status, 429 | 502 | 503 | 504),
        // Not `TimedOut`: a server that is already too slow is not helped by a second request.
        Err(failure) => matches!(failure, Failure::Connection(_)),
    }
}

/// The wait before retry number `attempt` (from 0): exponential, spread over its upper half by `fraction`.
pub(crate) fn backoff(attempt: u32, fraction: f64) -> Duration {
    let whole = FIRST_WAIT.saturating_mul(2_u32.saturating_pow(attempt)).min(LONGEST_WAIT);
    let half = whole / 2;
    half + half.mul_f64(fraction.clamp(0.0, 1.0))
}

/// The pause a `Retry-After` value asks for: seconds, or an HTTP date seen from `now`. At most a day.
pub(crate) fn retry_after(value: &str, now: SystemTime) -> Option<Duration> {
    let value = value.trim();
    let pause = match value.parse::<u64>() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => httpdate::parse_http_date(value).ok()?.duration_since(now).unwrap_or(Duration::ZERO),
    };
    Some(pause.min(LONGEST_PAUSE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("0", Some(0))]
    #[case(" 120 ", Some(120))]
    #[case("99999999999", Some(86_400))]
    #[case("Thu, 01 Jan 1970 00:01:30 GMT", Some(30))]
    #[case("Thursday, 01-Jan-70 00:01:30 GMT", Some(30))]
    #[case("Thu Jan  1 00:01:30 1970", Some(30))]
    #[case("Thu, 01 Jan 1970 00:00:30 GMT", Some(0))]
    #[case("-5", None)]
    #[case("soon", None)]
    #[case("", None)]
    fn retry_after_is_read_as_seconds_or_as_a_date(#[case] value: &str, #[case] seconds: Option<u64>) {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(60);
        assert_eq!(retry_after(value, now), seconds.map(Duration::from_secs));
    }

    #[rstest]
    #[case(0, 0.0, 500)]
    #[case(0, 1.0, 1_000)]
    #[case(1, 0.5, 1_500)]
    #[case(3, 0.0, 4_000)]
    #[case(10, 1.0, 60_000)]
    #[case(u32::MAX, 0.0, 30_000)]
    fn waits_double_within_their_bounds(#[case] attempt: u32, #[case] fraction: f64, #[case] millis: u64) {
        assert_eq!(backoff(attempt, fraction), Duration::from_millis(millis));
    }
}
