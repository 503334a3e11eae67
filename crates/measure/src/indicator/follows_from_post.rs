//! Follows that the service attributes to a post.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::{Metric, Network};

/// Follows that the service attributes to one post. They are among the new followers too: never a sum of both.
pub static FOLLOWS_FROM_POST: Indicator = Indicator {
    id: "follows_from_post",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Among(&[Network::X, Network::Instagram, Network::Linkedin, Network::Youtube]),
    splits: POSTS,
    needs: Needs { flows: &[Metric::FollowsFromPost], sheets: true, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_posts(Metric::FollowsFromPost)), Some(Metric::FollowsFromPost)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn follows_due_to_a_post_are_not_new_followers() {
        let told = story(Network::Youtube)
            .covered(What::Posts(Metric::FollowsFromPost), "2025-08-01", "2025-08-02")
            .post("p1", "2025-08-01T10:00", &[(Metric::FollowsFromPost, 3.0)])
            // A service may take departures off: a video may cost followers.
            .post("p2", "2025-08-01T11:00", &[(Metric::FollowsFromPost, -5.0)]);
        assert_eq!(
            short(&told.ask("follows_from_post", "2025-08-01", "2025-08-02")),
            (Status::Measured, Some(-2.0), vec![])
        );
        assert_eq!(short(&told.ask("gains", "2025-08-01", "2025-08-02")), (Status::Missing, None, vec!["no-source"]));
    }
}
