//! Impressions: times shown.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::Metric;

/// How many times contents were shown.
pub static IMPRESSIONS: Indicator = Indicator {
    id: "impressions",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Publishing,
    splits: POSTS,
    needs: Needs { flows: &[Metric::Impressions], sheets: true, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_posts(Metric::Impressions)), Some(Metric::Impressions)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn posts_tell_what_days_do_not_and_empty_cells_are_missing() {
        let told = story(Network::Facebook)
            .covered(What::Posts(Metric::Impressions), "2025-08-01", "2025-08-04")
            .post("p1", "2025-08-01T10:00", &[(Metric::Impressions, 7.0)])
            .post("p2", "2025-08-02T10:00", &[])
            .day(Metric::Impressions, "2025-08-03", 2.0);
        let figure = told.ask("impressions", "2025-08-01", "2025-08-04");
        assert_eq!(short(&figure), (Status::Partial, Some(9.0), vec!["cells-missing"]));
        assert_eq!(figure.told_by, ["service_daily", "post_lifetime"]);
        let rows = told.rows("impressions", "2025-08-01", "2025-08-04", &["post"]);
        assert_eq!(rows.iter().map(|row| row.figure.value).collect::<Vec<_>>(), [Some(7.0), None]);
    }
}
