//! Losses: people who stopped following. Many services do not tell them: unknown is not zero.

use super::{Across, Family, Good, Indicator, Layer, Needs, PLACES, Sample, Unit};
use crate::quantity::{self, Places};
use model::{FactKind, Metric};

/// People who stopped following.
pub static LOSSES: Indicator = Indicator {
    id: "losses",
    layer: Layer::Health,
    family: Family::Growth,
    unit: Unit::Count,
    good: Good::Down,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Audience,
    splits: PLACES,
    needs: Needs {
        kinds: &[FactKind::Unfollow],
        flows: &[Metric::Gains, Metric::Losses, Metric::NetGrowth],
        ..Needs::NOTHING
    },
    formula: |cell| cell.figure(&cell.sum(quantity::LOSSES), Some(Metric::Losses)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{FactKind, Metric, Network, What};

    #[test]
    fn covered_days_are_counted_and_the_others_are_missing() {
        let told = story(Network::Facebook)
            .covered(What::Facts(FactKind::Unfollow), "2025-08-01", "2025-08-03")
            .fact(FactKind::Unfollow, "2025-08-01T10:00", "a")
            .fact(FactKind::Unfollow, "2025-08-01T11:00", "a");
        assert_eq!(short(&told.ask("losses", "2025-08-01", "2025-08-03")), (Status::Measured, Some(2.0), vec![]));
        assert_eq!(short(&told.ask("losses", "2025-08-02", "2025-08-03")), (Status::Measured, Some(0.0), vec![]));
        assert_eq!(
            short(&told.ask("losses", "2025-08-01", "2025-08-05")),
            (Status::Partial, Some(2.0), vec!["days-told"])
        );
        assert_eq!(short(&told.ask("losses", "2025-08-04", "2025-08-05")), (Status::Missing, None, vec!["no-source"]));
    }

    #[test]
    fn the_service_goes_before_counted_facts() {
        let told = story(Network::Facebook)
            .covered(What::Facts(FactKind::Unfollow), "2025-08-01", "2025-08-03")
            .fact(FactKind::Unfollow, "2025-08-01T10:00", "a")
            .fact(FactKind::Unfollow, "2025-08-02T10:00", "b")
            .day(Metric::Losses, "2025-08-01", 5.0);
        let figure = told.ask("losses", "2025-08-01", "2025-08-03");
        assert_eq!(short(&figure), (Status::Measured, Some(6.0), vec![]));
        assert_eq!(figure.told_by, ["service_daily", "counted"]);
    }

    #[test]
    fn a_source_of_gains_alone_says_so() {
        let told = story(Network::Facebook).lacking(&[Metric::Losses]).day(Metric::Gains, "2025-08-01", 5.0);
        assert_eq!(short(&told.ask("losses", "2025-08-01", "2025-08-02")), (Status::Missing, None, vec!["gains-only"]));
    }

    #[test]
    fn a_source_of_neither_gains_nor_losses_does_not_speak_of_gains() {
        let told = story(Network::Linkedin).lacking(&[Metric::Gains, Metric::Losses]).day(
            Metric::NetGrowth,
            "2025-08-01",
            5.0,
        );
        let figure = told.ask("losses", "2025-08-01", "2025-08-02");
        assert_eq!(short(&figure), (Status::Missing, None, vec!["not-exported"]));
    }
}
