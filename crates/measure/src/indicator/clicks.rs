//! Clicks of all sorts.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::{Metric, Network};

/// Every click on what was published, as the service counts them; for a site, clicks on its results in a search engine.
pub static CLICKS: Indicator = Indicator {
    id: "clicks",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Among(&[Network::Facebook, Network::Instagram, Network::Linkedin, Network::Pinterest]),
    splits: POSTS,
    needs: Needs { flows: &[Metric::Clicks], sheets: true, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_posts(Metric::Clicks)), Some(Metric::Clicks)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network};

    #[test]
    fn a_site_that_tells_clicks_counts_and_one_that_does_not_is_no_gap() {
        let told = story(Network::Site).day(Metric::Clicks, "2025-08-01", 9.0).and(Network::Site);
        assert_eq!(short(&told.ask("clicks", "2025-08-01", "2025-08-02")), (Status::Measured, Some(9.0), vec![]));
        assert_eq!(
            short(&told.ask("link_clicks", "2025-08-01", "2025-08-02")),
            (Status::Missing, None, vec!["no-source"])
        );
    }
}
