//! The service's own total of interactions: what it holds differs from one service to the next.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::{Metric, Network};

/// The service's own total, as it defines it. `interactions` is Vigie's, the same everywhere: likes, comments, shares.
pub static ENGAGEMENTS: Indicator = Indicator {
    id: "engagements",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Among(&[Network::X, Network::Facebook, Network::Instagram, Network::Linkedin, Network::Pinterest]),
    splits: POSTS,
    needs: Needs { flows: &[Metric::Engagements], sheets: true, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_posts(Metric::Engagements)), Some(Metric::Engagements)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network};

    #[test]
    fn the_service_s_total_is_not_the_sum_of_its_parts() {
        let told = story(Network::X)
            .day(Metric::Engagements, "2025-08-01", 30.0)
            .day(Metric::Likes, "2025-08-01", 5.0)
            .day(Metric::Comments, "2025-08-01", 2.0)
            .day(Metric::Shares, "2025-08-01", 1.0);
        assert_eq!(short(&told.ask("engagements", "2025-08-01", "2025-08-02")), (Status::Measured, Some(30.0), vec![]));
        assert_eq!(short(&told.ask("interactions", "2025-08-01", "2025-08-02")), (Status::Measured, Some(8.0), vec![]));
    }
}
