//! What the days an export was made for say: until when its lifetime figures were seen, which posts are all known.

use crate::dates;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{Coverage, FactKind, Metric, Millis, Piece, What};

/// The last moment of the last day, for what an export tells is known up to there; never after the import.
pub fn seen_until(range: Option<(Date, Date)>, zone: &TimeZone, now: Millis) -> Option<Millis> {
    let (from, to) = range?;
    let last = Millis(dates::span(from, to, zone)?.to.0.saturating_sub(1));
    Some(if now.0 > 0 { last.min(now) } else { last })
}

/// All posts published in these days are known, with these figures.
pub fn posts_known(
    range: Option<(Date, Date)>,
    zone: &TimeZone,
    metrics: impl IntoIterator<Item = Metric>,
) -> Vec<Piece> {
    let Some(span) = range.and_then(|(from, to)| dates::span(from, to, zone)) else { return Vec::new() };
    let figures = metrics.into_iter().map(What::Posts);
    let known = std::iter::once(What::Facts(FactKind::Post)).chain(figures);
    known.map(|what| Piece::Coverage(Coverage { what, span })).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_day_after_the_last_one_is_not_told() {
        let (zone, range) = (TimeZone::get("Europe/Paris").unwrap(), Some((date(2026, 3, 1), date(2026, 3, 31))));
        let at = |now| seen_until(range, &zone, Millis(now)).map(|at| at.0);
        assert_eq!(at(0), Some(1_774_994_399_999), "23:59:59.999 on 31 March in Paris");
        assert_eq!(at(1_774_000_000_000), Some(1_774_000_000_000), "imported before the range ended");
        assert_eq!(seen_until(None, &zone, Millis(0)), None);
    }
}
