//! Views of the profile or the page.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::{Metric, Network};

/// How many times the profile or the page was opened.
pub static PROFILE_VIEWS: Indicator = Indicator {
    id: "profile_views",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Among(&[Network::X, Network::Facebook, Network::Instagram, Network::Tiktok, Network::Linkedin]),
    splits: POSTS,
    needs: Needs { flows: &[Metric::ProfileViews], sheets: true, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_posts(Metric::ProfileViews)), Some(Metric::ProfileViews)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn views_due_to_a_post_stand_where_days_tell_none() {
        let told = story(Network::X)
            .covered(What::Posts(Metric::ProfileViews), "2025-08-01", "2025-08-03")
            .post("p1", "2025-08-01T10:00", &[(Metric::ProfileViews, 3.0)])
            .post("p2", "2025-08-02T10:00", &[(Metric::ProfileViews, 4.0)])
            .day(Metric::ProfileViews, "2025-08-02", 50.0);
        assert_eq!(
            short(&told.ask("profile_views", "2025-08-01", "2025-08-03")),
            (Status::Measured, Some(53.0), vec![])
        );
    }
}
