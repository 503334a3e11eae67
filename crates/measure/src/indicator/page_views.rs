//! Page views of a site.

use super::{Across, Family, Good, Indicator, Layer, Needs, PLACES, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::Metric;

/// Pages of the site that were shown, as the audience tool counts them. An access log is read for visits only.
pub static PAGE_VIEWS: Indicator = Indicator {
    id: "page_views",
    layer: Layer::Health,
    family: Family::Traffic,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Sites,
    splits: PLACES,
    needs: Needs { flows: &[Metric::PageViews], ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_space(Metric::PageViews)), Some(Metric::PageViews)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn days_add_up_and_a_log_tells_none() {
        let told = story(Network::Site)
            .day(Metric::PageViews, "2025-08-01", 20.0)
            .day(Metric::PageViews, "2025-08-02", 30.0)
            .covered(What::Visits, "2025-08-01", "2025-08-04")
            .visit("2025-08-03T10:00", "t.co");
        assert_eq!(short(&told.ask("page_views", "2025-08-01", "2025-08-03")), (Status::Measured, Some(50.0), vec![]));
        assert_eq!(
            short(&told.ask("page_views", "2025-08-01", "2025-08-04")),
            (Status::Partial, Some(50.0), vec!["days-told"])
        );
        let log = told.ask("page_views", "2025-08-03", "2025-08-04");
        assert_eq!(short(&log), (Status::Missing, None, vec!["no-source"]));
    }
}
