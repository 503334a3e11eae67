//! Replies received in conversations.

use super::{Across, Family, Good, Indicator, Layer, Needs, PLACES, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::{FactKind, Metric};

/// How often the community answers the team.
pub static REPLIES_RECEIVED: Indicator = Indicator {
    id: "replies_received",
    layer: Layer::Health,
    family: Family::Mentions,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Audience,
    splits: PLACES,
    needs: Needs { kinds: &[FactKind::ReplyReceived], flows: &[Metric::RepliesReceived], ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_space(Metric::RepliesReceived)), Some(Metric::RepliesReceived)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{FactKind, Metric, Network, What};

    #[test]
    fn covered_days_are_counted_and_the_others_are_missing() {
        let told = story(Network::Facebook)
            .covered(What::Facts(FactKind::ReplyReceived), "2025-08-01", "2025-08-03")
            .fact(FactKind::ReplyReceived, "2025-08-01T10:00", "a")
            .fact(FactKind::ReplyReceived, "2025-08-01T11:00", "a");
        assert_eq!(
            short(&told.ask("replies_received", "2025-08-01", "2025-08-03")),
            (Status::Measured, Some(2.0), vec![])
        );
        assert_eq!(
            short(&told.ask("replies_received", "2025-08-02", "2025-08-03")),
            (Status::Measured, Some(0.0), vec![])
        );
        assert_eq!(
            short(&told.ask("replies_received", "2025-08-01", "2025-08-05")),
            (Status::Partial, Some(2.0), vec!["days-told"])
        );
        assert_eq!(
            short(&told.ask("replies_received", "2025-08-04", "2025-08-05")),
            (Status::Missing, None, vec!["no-source"])
        );
    }

    #[test]
    fn the_service_goes_before_counted_facts() {
        let told = story(Network::Facebook)
            .covered(What::Facts(FactKind::ReplyReceived), "2025-08-01", "2025-08-03")
            .fact(FactKind::ReplyReceived, "2025-08-01T10:00", "a")
            .fact(FactKind::ReplyReceived, "2025-08-02T10:00", "b")
            .day(Metric::RepliesReceived, "2025-08-01", 5.0);
        let figure = told.ask("replies_received", "2025-08-01", "2025-08-03");
        assert_eq!(short(&figure), (Status::Measured, Some(6.0), vec![]));
        assert_eq!(figure.told_by, ["service_daily", "counted"]);
    }
}
