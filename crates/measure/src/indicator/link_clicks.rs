//! Clicks on links.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::{Metric, Network};

/// Clicks on the links of what was published.
pub static LINK_CLICKS: Indicator = Indicator {
    id: "link_clicks",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Among(&[Network::X, Network::Facebook, Network::Instagram, Network::Pinterest]),
    splits: POSTS,
    needs: Needs { flows: &[Metric::LinkClicks], sheets: true, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_posts(Metric::LinkClicks)), Some(Metric::LinkClicks)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn posts_tell_what_days_do_not_and_empty_cells_are_missing() {
        let told = story(Network::Facebook)
            .covered(What::Posts(Metric::LinkClicks), "2025-08-01", "2025-08-04")
            .post("p1", "2025-08-01T10:00", &[(Metric::LinkClicks, 7.0)])
            .post("p2", "2025-08-02T10:00", &[])
            .day(Metric::LinkClicks, "2025-08-03", 2.0);
        let figure = told.ask("link_clicks", "2025-08-01", "2025-08-04");
        assert_eq!(short(&figure), (Status::Partial, Some(9.0), vec!["cells-missing"]));
    }
}
