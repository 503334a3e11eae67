//! Visits to the site.

use super::{Across, Family, Good, Indicator, Layer, Needs, Sample, Unit};
use crate::ask::Split;
use crate::quantity::{self, Places};
use model::Metric;

/// Visits: the audience tool's daily total, else counted from the access log, else the sum of what the tool tells by
/// origin. Rows by channel and referrer have no daily total to rest on: they are counted, else told by origin.
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
    use super::super::story::{Story, short, story};
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

    fn keys(told: &Story, to: &str, by: &str) -> Vec<(String, Option<f64>)> {
        let rows = told.rows("visits", "2025-08-01", to, &[by]);
        rows.into_iter().map(|row| (row.keys.first().unwrap().id.clone(), row.figure.value)).collect()
    }

    fn row(key: &str, value: f64) -> (String, Option<f64>) {
        (key.to_owned(), Some(value))
    }

    #[test]
    fn a_table_by_origin_tells_its_days_where_nothing_is_counted() {
        let told = story(Network::Site)
            .covered(What::Visits, "2025-08-01", "2025-08-02")
            .visit("2025-08-01T10:00", "t.co")
            .channels(Metric::Visits, "2025-08-01", "2025-08-02", &[("organic social", 50.0)])
            .channels(Metric::Visits, "2025-08-02", "2025-08-03", &[("organic social", 4.0), ("direct", 6.0)]);
        let figure = told.ask("visits", "2025-08-01", "2025-08-03");
        assert_eq!(short(&figure), (Status::Measured, Some(11.0), vec!["channels-of-tool"]));
        assert_eq!(figure.told_by, ["counted", "audience_tool"]);
        assert_eq!(keys(&told, "2025-08-03", "channel"), [row("direct", 6.0), row("organic_social", 5.0)]);
    }

    #[test]
    fn one_table_is_taken_and_never_two() {
        let told = story(Network::Site)
            .channels(Metric::Visits, "2025-08-01", "2025-08-04", &[("direct", 7.0), ("réseaux sociaux", 3.0)])
            .sources("2025-08-01", "2025-08-04", &[("", 6.0), ("facebook.com", 2.0), ("example.org", 2.0)]);
        assert_eq!(told.ask("visits", "2025-08-01", "2025-08-04").value, Some(10.0));
        assert_eq!(keys(&told, "2025-08-04", "channel"), [row("direct", 7.0), row("organic_social", 3.0)]);
        let referrers = [row("example.org", 2.0), row("facebook", 2.0), row("none", 6.0)];
        assert_eq!(keys(&told, "2025-08-04", "referrer"), referrers);
        // The table tells these three days together, not two of them.
        assert_eq!(short(&told.ask("visits", "2025-08-01", "2025-08-03")), (Status::Missing, None, vec!["no-source"]));
    }
}
