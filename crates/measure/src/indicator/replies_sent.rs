//! Replies of the team.

use super::{Across, Family, Good, Indicator, Layer, Needs, Sample, TEAM, Unit};
use crate::quantity::{Places, Quantity};
use model::{FactKind, Metric};

/// How often the team answered.
pub static REPLIES_SENT: Indicator = Indicator {
    id: "replies_sent",
    layer: Layer::Action,
    family: Family::Publishing,
    unit: Unit::Count,
    good: Good::Neutral,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Audience,
    splits: TEAM,
    needs: Needs { kinds: &[FactKind::Reply], flows: &[Metric::RepliesSent], ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_space(Metric::RepliesSent)), Some(Metric::RepliesSent)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{FactKind, Metric, Network, What};

    #[test]
    fn covered_days_are_counted_and_the_others_are_missing() {
        let told = story(Network::Facebook)
            .covered(What::Facts(FactKind::Reply), "2025-08-01", "2025-08-03")
            .fact(FactKind::Reply, "2025-08-01T10:00", "a")
            .fact(FactKind::Reply, "2025-08-01T11:00", "a");
        assert_eq!(short(&told.ask("replies_sent", "2025-08-01", "2025-08-03")), (Status::Measured, Some(2.0), vec![]));
        assert_eq!(short(&told.ask("replies_sent", "2025-08-02", "2025-08-03")), (Status::Measured, Some(0.0), vec![]));
        assert_eq!(
            short(&told.ask("replies_sent", "2025-08-01", "2025-08-05")),
            (Status::Partial, Some(2.0), vec!["days-told"])
        );
        assert_eq!(
            short(&told.ask("replies_sent", "2025-08-04", "2025-08-05")),
            (Status::Missing, None, vec!["no-source"])
        );
    }

    #[test]
    fn the_service_goes_before_counted_facts() {
        let told = story(Network::Facebook)
            .covered(What::Facts(FactKind::Reply), "2025-08-01", "2025-08-03")
            .fact(FactKind::Reply, "2025-08-01T10:00", "a")
            .fact(FactKind::Reply, "2025-08-02T10:00", "b")
            .day(Metric::RepliesSent, "2025-08-01", 5.0);
        let figure = told.ask("replies_sent", "2025-08-01", "2025-08-03");
        assert_eq!(short(&figure), (Status::Measured, Some(6.0), vec![]));
        assert_eq!(figure.told_by, ["service_daily", "counted"]);
    }
}
