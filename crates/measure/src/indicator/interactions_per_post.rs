//! Interactions per post: their mean over the posts of the period.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::engagement::ratio;
use crate::quantity::Places;

/// Interactions over posts published.
pub static INTERACTIONS_PER_POST: Indicator = Indicator {
    id: "interactions_per_post",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Ratio,
    good: Good::Up,
    sample: Sample::Posts,
    across: Across::Ask,
    places: Places::Publishing,
    splits: POSTS,
    needs: Needs { sheets: true, ..Needs::NOTHING },
    formula: |cell| ratio(cell, 1.0, |_, _, _| Some(1.0)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn the_mean_over_posts_that_tell_interactions() {
        let told = story(Network::Facebook)
            .covered(What::Posts(Metric::Likes), "2025-08-01", "2025-09-01")
            .post("p1", "2025-08-01T10:00", &[(Metric::Likes, 10.0), (Metric::Comments, 1.0), (Metric::Shares, 0.0)])
            .post("p2", "2025-08-02T10:00", &[(Metric::Likes, 4.0), (Metric::Comments, 0.0)]);
        let figure = told.ask("interactions_per_post", "2025-08-01", "2025-09-01");
        assert_eq!(short(&figure), (Status::Partial, Some(7.5), vec!["cells-missing"]));
        assert_eq!((figure.numerator, figure.denominator), (Some(15.0), Some(2.0)));
    }
}
