//! Reach: unique people reached.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::Places;
use crate::unique;
use model::Metric;

/// Different people who saw something.
pub static REACH: Indicator = Indicator {
    id: "reach",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::People,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Ask,
    places: Places::Publishing,
    splits: POSTS,
    needs: Needs { flows: &[Metric::Reach], sheets: true, ..Needs::NOTHING },
    formula: |cell| unique::people(cell, Metric::Reach),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn unique_people_are_never_added_up_over_days() {
        let told =
            story(Network::Facebook).day(Metric::Reach, "2025-08-01", 50.0).day(Metric::Reach, "2025-08-02", 60.0);
        assert_eq!(short(&told.ask("reach", "2025-08-01", "2025-08-02")), (Status::Measured, Some(50.0), vec![]));
        assert_eq!(
            short(&told.ask("reach", "2025-08-01", "2025-08-03")),
            (Status::NotDefined, None, vec!["reach-not-additive"])
        );
        let told = told.days(Metric::Reach, "2025-08-01", "2025-08-03", 80.0);
        assert_eq!(short(&told.ask("reach", "2025-08-01", "2025-08-03")), (Status::Measured, Some(80.0), vec![]));
    }

    #[test]
    fn posts_are_added_up_with_a_remark() {
        let told = story(Network::Facebook)
            .covered(What::Posts(Metric::Reach), "2025-08-01", "2025-08-03")
            .post("p1", "2025-08-01T10:00", &[(Metric::Reach, 30.0)])
            .post("p2", "2025-08-02T10:00", &[(Metric::Reach, 40.0)])
            .day(Metric::Reach, "2025-08-01", 50.0);
        assert_eq!(
            short(&told.ask("reach", "2025-08-01", "2025-08-03")),
            (Status::Measured, Some(70.0), vec!["reach-summed-over-posts"])
        );
        assert_eq!(short(&told.ask("reach", "2025-08-01", "2025-08-02")), (Status::Measured, Some(50.0), vec![]));
    }

    #[test]
    fn people_of_two_spaces_are_counted_in_each() {
        let told = story(Network::Facebook).day(Metric::Reach, "2025-08-01", 50.0).and(Network::Instagram).day(
            Metric::Reach,
            "2025-08-01",
            20.0,
        );
        assert_eq!(
            short(&told.ask("reach", "2025-08-01", "2025-08-02")),
            (Status::Measured, Some(70.0), vec!["people-counted-per-space"])
        );
    }
}
