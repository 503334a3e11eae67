//! Shares, reposts, boosts.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::{self, Places};
use model::{FactKind, Metric};

/// How often contents were passed on.
pub static SHARES: Indicator = Indicator {
    id: "shares",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Publishing,
    splits: POSTS,
    needs: Needs { kinds: &[FactKind::Share], flows: &[Metric::Shares], sheets: true, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(quantity::SHARES), Some(Metric::Shares)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{FactKind, Metric, Network, What};

    #[test]
    fn covered_days_are_counted_and_the_others_are_missing() {
        let told = story(Network::Facebook)
            .covered(What::Facts(FactKind::Share), "2025-08-01", "2025-08-03")
            .fact(FactKind::Share, "2025-08-01T10:00", "a")
            .fact(FactKind::Share, "2025-08-01T11:00", "a");
        assert_eq!(short(&told.ask("shares", "2025-08-01", "2025-08-03")), (Status::Measured, Some(2.0), vec![]));
        assert_eq!(short(&told.ask("shares", "2025-08-02", "2025-08-03")), (Status::Measured, Some(0.0), vec![]));
        assert_eq!(
            short(&told.ask("shares", "2025-08-01", "2025-08-05")),
            (Status::Partial, Some(2.0), vec!["days-told"])
        );
        assert_eq!(short(&told.ask("shares", "2025-08-04", "2025-08-05")), (Status::Missing, None, vec!["no-source"]));
    }

    #[test]
    fn posts_tell_what_days_do_not_and_empty_cells_are_missing() {
        let told = story(Network::Facebook)
            .covered(What::Posts(Metric::Shares), "2025-08-01", "2025-08-04")
            .post("p1", "2025-08-01T10:00", &[(Metric::Shares, 7.0)])
            .post("p2", "2025-08-02T10:00", &[])
            .day(Metric::Shares, "2025-08-03", 2.0);
        let figure = told.ask("shares", "2025-08-01", "2025-08-04");
        assert_eq!(short(&figure), (Status::Partial, Some(9.0), vec!["cells-missing"]));
        assert_eq!(figure.told_by, ["service_daily", "post_lifetime"]);
        let rows = told.rows("shares", "2025-08-01", "2025-08-04", &["post"]);
        assert_eq!(rows.iter().map(|row| row.figure.value).collect::<Vec<_>>(), [Some(7.0), None]);
    }
}
