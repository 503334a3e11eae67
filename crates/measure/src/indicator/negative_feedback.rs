//! Hides, reports and other refusals.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::{Metric, Network};

/// How many times somebody hid or reported something. Less is better.
pub static NEGATIVE_FEEDBACK: Indicator = Indicator {
    id: "negative_feedback",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Down,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Among(&[Network::Facebook]),
    splits: POSTS,
    needs: Needs { flows: &[Metric::NegativeFeedback], sheets: true, ..Needs::NOTHING },
    formula: |cell| {
        cell.figure(&cell.sum(Quantity::of_posts(Metric::NegativeFeedback)), Some(Metric::NegativeFeedback))
    },
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn a_source_that_lacks_it_is_named() {
        let told = story(Network::Facebook).day(Metric::NegativeFeedback, "2025-08-01", 2.0);
        assert_eq!(
            short(&told.ask("negative_feedback", "2025-08-01", "2025-08-02")),
            (Status::Measured, Some(2.0), vec![])
        );
        let told = story(Network::Facebook).lacking(&[Metric::NegativeFeedback]).covered(
            What::Posts(Metric::Likes),
            "2025-08-01",
            "2025-08-02",
        );
        assert_eq!(
            short(&told.ask("negative_feedback", "2025-08-01", "2025-08-02")),
            (Status::Missing, None, vec!["not-exported"])
        );
    }
}
