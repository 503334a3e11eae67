//! Gains: people who began to follow.

use super::{Across, Family, Good, Indicator, Layer, Needs, PLACES, Sample, Unit};
use crate::quantity::{self, Places};
use model::{FactKind, Metric};

/// People who began to follow.
pub static GAINS: Indicator = Indicator {
    id: "gains",
    layer: Layer::Health,
    family: Family::Growth,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Audience,
    splits: PLACES,
    needs: Needs {
        kinds: &[FactKind::Follow],
        flows: &[Metric::Gains, Metric::Losses, Metric::NetGrowth],
        ..Needs::NOTHING
    },
    formula: |cell| cell.figure(&cell.sum(quantity::GAINS), Some(Metric::Gains)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{FactKind, Metric, Network, What};

    #[test]
    fn covered_days_are_counted_and_the_others_are_missing() {
        let told = story(Network::Facebook)
            .covered(What::Facts(FactKind::Follow), "2025-08-01", "2025-08-03")
            .fact(FactKind::Follow, "2025-08-01T10:00", "a")
            .fact(FactKind::Follow, "2025-08-01T11:00", "a");
        assert_eq!(short(&told.ask("gains", "2025-08-01", "2025-08-03")), (Status::Measured, Some(2.0), vec![]));
        assert_eq!(short(&told.ask("gains", "2025-08-02", "2025-08-03")), (Status::Measured, Some(0.0), vec![]));
        assert_eq!(
            short(&told.ask("gains", "2025-08-01", "2025-08-05")),
            (Status::Partial, Some(2.0), vec!["days-told"])
        );
        assert_eq!(short(&told.ask("gains", "2025-08-04", "2025-08-05")), (Status::Missing, None, vec!["no-source"]));
    }

    #[test]
    fn the_service_goes_before_counted_facts() {
        let told = story(Network::Facebook)
            .covered(What::Facts(FactKind::Follow), "2025-08-01", "2025-08-03")
            .fact(FactKind::Follow, "2025-08-01T10:00", "a")
            .fact(FactKind::Follow, "2025-08-02T10:00", "b")
            .day(Metric::Gains, "2025-08-01", 5.0);
        let figure = told.ask("gains", "2025-08-01", "2025-08-03");
        assert_eq!(short(&figure), (Status::Measured, Some(6.0), vec![]));
        assert_eq!(figure.told_by, ["service_daily", "counted"]);
    }

    #[test]
    fn a_day_of_the_service_belongs_to_the_same_local_date() {
        let told = story(Network::X).day_in(Metric::Gains, "2025-08-01", 5.0, Some("America/Los_Angeles")).day_in(
            Metric::Gains,
            "2025-08-02",
            6.0,
            None,
        );
        let rows = told.rows("gains", "2025-08-01", "2025-08-03", &["day"]);
        let shorts: Vec<_> = rows.iter().map(|row| short(&row.figure)).collect();
        assert_eq!(
            shorts,
            [(Status::Measured, Some(5.0), vec!["zone-of-day"]), (Status::Measured, Some(6.0), vec!["zone-unknown"])]
        );
    }

    #[test]
    fn hours_are_not_told_by_days() {
        let told = story(Network::X).day(Metric::Gains, "2025-08-01", 5.0);
        let rows = told.rows("gains", "2025-08-01", "2025-08-02", &["hour"]);
        assert_eq!(rows.len(), 24);
        assert!(rows.iter().all(|row| short(&row.figure) == (Status::Missing, None, vec!["days-only"])));
    }

    #[test]
    fn days_to_come_are_not_expected() {
        let told = story(Network::X).now("2025-08-03T12:00").day(Metric::Gains, "2025-08-01", 5.0).day(
            Metric::Gains,
            "2025-08-02",
            1.0,
        );
        assert_eq!(
            short(&told.ask("gains", "2025-08-01", "2025-09-01")),
            (Status::Measured, Some(6.0), vec!["window-open"])
        );
        assert_eq!(short(&told.ask("gains", "2025-09-01", "2025-10-01")), (Status::Pending, None, vec!["not-yet"]));
    }

    #[test]
    fn a_window_of_several_days_is_used_only_as_a_whole() {
        let told = story(Network::X).days(Metric::Gains, "2025-08-01", "2025-08-29", 40.0).day(
            Metric::Gains,
            "2025-08-01",
            5.0,
        );
        let figure = told.ask("gains", "2025-08-01", "2025-08-29");
        assert_eq!((short(&figure), figure.told_by), ((Status::Measured, Some(40.0), vec![]), vec!["service_window"]));
        assert_eq!(told.ask("gains", "2025-08-01", "2025-08-28").value, Some(5.0));
    }
}
