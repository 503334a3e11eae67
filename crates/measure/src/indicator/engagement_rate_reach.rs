//! Engagement rate by reach: interactions over people reached, of posts that tell both.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::engagement::ratio;
use crate::ledger::told_figure;
use crate::quantity::Places;
use model::Metric;

/// Interactions in percent of the people reached by the same posts.
pub static ENGAGEMENT_RATE_REACH: Indicator = Indicator {
    id: "engagement_rate_reach",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Percent,
    good: Good::Up,
    sample: Sample::Posts,
    across: Across::Ask,
    places: Places::Publishing,
    splits: POSTS,
    needs: Needs { sheets: true, ..Needs::NOTHING },
    formula: |cell| ratio(cell, 100.0, |_, _, sheet| told_figure(&sheet.told, Metric::Reach)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn a_ratio_of_sums_over_posts_that_tell_both() {
        let told = story(Network::Facebook)
            .covered(What::Posts(Metric::Likes), "2025-08-01", "2025-09-01")
            .post(
                "p1",
                "2025-08-01T10:00",
                &[(Metric::Likes, 10.0), (Metric::Comments, 0.0), (Metric::Shares, 0.0), (Metric::Reach, 100.0)],
            )
            .post(
                "p2",
                "2025-08-02T10:00",
                &[(Metric::Likes, 1.0), (Metric::Comments, 0.0), (Metric::Shares, 0.0), (Metric::Reach, 900.0)],
            );
        let figure = told.ask("engagement_rate_reach", "2025-08-01", "2025-09-01");
        assert_eq!(short(&figure), (Status::Measured, Some(1.1), vec![]));
        assert_eq!((figure.numerator, figure.denominator, figure.n), (Some(11.0), Some(1000.0), 2));
        let told = told.post("p3", "2025-08-03T10:00", &[(Metric::Likes, 5.0)]);
        assert_eq!(short(&told.ask("engagement_rate_reach", "2025-08-03", "2025-08-04")).0, Status::Missing);
    }

    #[test]
    fn young_posts_are_pending() {
        let told = story(Network::Facebook)
            .now("2025-08-08T00:00")
            .covered(What::Posts(Metric::Likes), "2025-08-01", "2025-08-08")
            .post("p1", "2025-08-07T10:00", &[(Metric::Likes, 10.0), (Metric::Reach, 100.0)]);
        assert_eq!(
            short(&told.ask("engagement_rate_reach", "2025-08-07", "2025-08-08")),
            (Status::Pending, None, vec!["posts-pending"])
        );
    }

    #[test]
    fn no_post_is_no_rate() {
        let told = story(Network::Facebook).covered(What::Posts(Metric::Likes), "2025-08-01", "2025-09-01");
        assert_eq!(
            short(&told.ask("engagement_rate_reach", "2025-08-01", "2025-09-01")),
            (Status::NotDefined, None, vec![])
        );
    }
}
