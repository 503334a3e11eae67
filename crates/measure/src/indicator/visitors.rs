//! Unique visitors of a site, or of a page at a network that counts them.

use super::{Across, Family, Good, Indicator, Layer, Needs, PLACES, Sample, Unit};
use crate::quantity::Places;
use crate::unique;
use model::Metric;

/// Different people who came to the site, as the audience tool counts them, or to the page, as its network does. Its tables by origin are no help: somebody
/// who came by two ways stands in both.
pub static VISITORS: Indicator = Indicator {
    id: "visitors",
    layer: Layer::Health,
    family: Family::Traffic,
    unit: Unit::People,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Ask,
    places: Places::Sites,
    splits: PLACES,
    needs: Needs { flows: &[Metric::Visitors], ..Needs::NOTHING },
    formula: |cell| unique::people(cell, Metric::Visitors),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn visitors_of_a_month_are_not_those_of_its_days() {
        let told = story(Network::Site)
            .day(Metric::Visitors, "2025-08-01", 20.0)
            .day(Metric::Visitors, "2025-08-02", 30.0)
            .days(Metric::Visitors, "2025-08-01", "2025-09-01", 45.0);
        assert_eq!(short(&told.ask("visitors", "2025-08-01", "2025-09-01")), (Status::Measured, Some(45.0), vec![]));
        assert_eq!(short(&told.ask("visitors", "2025-08-02", "2025-08-03")), (Status::Measured, Some(30.0), vec![]));
        assert_eq!(
            short(&told.ask("visitors", "2025-08-01", "2025-08-03")),
            (Status::NotDefined, None, vec!["reach-not-additive"])
        );
    }

    /// LinkedIn counts the people who look at a page; other networks do not, and do not lack it.
    #[test]
    fn visitors_of_a_page_are_told_where_its_network_counts_them() {
        let told = story(Network::Linkedin).day(Metric::Visitors, "2025-08-01", 20.0).day(
            Metric::Visitors,
            "2025-08-02",
            30.0,
        );
        assert_eq!(short(&told.ask("visitors", "2025-08-01", "2025-08-02")), (Status::Measured, Some(20.0), vec![]));
        assert_eq!(
            short(&told.ask("visitors", "2025-08-01", "2025-08-03")),
            (Status::NotDefined, None, vec!["reach-not-additive"])
        );
        let none = story(Network::Linkedin).day(Metric::ProfileViews, "2025-08-01", 20.0);
        assert_eq!(
            short(&none.ask("visitors", "2025-08-01", "2025-08-02")),
            (Status::Missing, None, vec!["no-source"])
        );
    }

    #[test]
    fn a_log_tells_visits_and_no_visitors() {
        let told = story(Network::Site)
            .covered(What::Visits, "2025-08-01", "2025-08-02")
            .visit("2025-08-01T10:00", "t.co")
            .channels(Metric::Visitors, "2025-08-01", "2025-08-02", &[("direct", 7.0)]);
        assert_eq!(
            short(&told.ask("visitors", "2025-08-01", "2025-08-02")),
            (Status::Missing, None, vec!["no-source"])
        );
    }
}
