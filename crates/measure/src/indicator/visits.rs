//! Visits to the site.

use super::{Across, Family, Good, Indicator, Layer, Needs, Sample, Unit};
use crate::ask::Split;
use crate::quantity::{self, Places};
use model::Metric;

/// Visits, told by the audience tool or counted from the access log.
pub static VISITS: Indicator = Indicator {
    id: "visits",
    layer: Layer::Health,
    family: Family::Traffic,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Sites,
    splits: &[Split::Client, Split::Space, Split::Network, Split::Channel, Split::Referrer],
    needs: Needs { flows: &[Metric::Visits], visits: true, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(quantity::VISITS), Some(Metric::Visits)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn visits_are_counted_where_the_log_covers() {
        let told = story(Network::Site)
            .covered(What::Visits, "2025-08-01", "2025-08-02")
            .visit("2025-08-01T10:00", "t.co")
            .visit("2025-08-01T11:00", "google.fr")
            .visit("2025-08-01T12:00", "");
        assert_eq!(short(&told.ask("visits", "2025-08-01", "2025-08-02")), (Status::Measured, Some(3.0), vec![]));
        let rows = told.rows("visits", "2025-08-01", "2025-08-02", &["channel", "referrer"]);
        let keys: Vec<Vec<&str>> =
            rows.iter().map(|row| row.keys.iter().map(|key| key.id.as_str()).collect()).collect();
        assert_eq!(keys, [["direct", "none"], ["organic_search", "google"], ["organic_social", "x"]]);
    }

    #[test]
    fn the_audience_tool_goes_first() {
        let told = story(Network::Site)
            .covered(What::Visits, "2025-08-01", "2025-08-02")
            .visit("2025-08-01T10:00", "t.co")
            .day(Metric::Visits, "2025-08-01", 9.0);
        assert_eq!(told.ask("visits", "2025-08-01", "2025-08-02").value, Some(9.0));
    }
}
