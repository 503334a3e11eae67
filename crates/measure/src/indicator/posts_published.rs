//! Posts published by the team.

use super::{Across, Family, Good, Indicator, Layer, Needs, Sample, Unit};
use crate::ask::Split;
use crate::quantity::{self, Places};
use model::Metric;

/// Posts, statuses and articles published.
pub static POSTS_PUBLISHED: Indicator = Indicator {
    id: "posts_published",
    layer: Layer::Action,
    family: Family::Publishing,
    unit: Unit::Count,
    good: Good::Neutral,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Publishing,
    splits: &[Split::Client, Split::Space, Split::Network, Split::Kind, Split::ContentType, Split::Person],
    needs: Needs {
        kinds: Metric::PostsPublished.counted_as(),
        flows: &[Metric::PostsPublished],
        sheets: true,
        ..Needs::NOTHING
    },
    formula: |cell| cell.figure(&cell.sum(quantity::POSTS_PUBLISHED), Some(Metric::PostsPublished)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{ContentType, FactKind, Metric, Network, What};

    #[test]
    fn covered_days_are_counted_and_the_others_are_missing() {
        let told = story(Network::Blog)
            .covered(What::Facts(FactKind::Article), "2025-08-01", "2025-08-03")
            .fact(FactKind::Article, "2025-08-01T10:00", "Ada")
            .fact(FactKind::Article, "2025-08-01T11:00", "Ada");
        assert_eq!(
            short(&told.ask("posts_published", "2025-08-01", "2025-08-03")),
            (Status::Measured, Some(2.0), vec![])
        );
        assert_eq!(
            short(&told.ask("posts_published", "2025-08-02", "2025-08-03")),
            (Status::Measured, Some(0.0), vec![])
        );
        assert_eq!(
            short(&told.ask("posts_published", "2025-08-01", "2025-08-05")),
            (Status::Partial, Some(2.0), vec!["days-told"])
        );
        assert_eq!(
            short(&told.ask("posts_published", "2025-08-04", "2025-08-05")),
            (Status::Missing, None, vec!["no-source"])
        );
    }

    #[test]
    fn posts_themselves_are_counted_where_nothing_else_tells() {
        let told = story(Network::Facebook)
            .covered(What::Posts(Metric::Likes), "2025-08-01", "2025-08-04")
            .post("p1", "2025-08-01T10:00", &[])
            .post_of(ContentType::Boost, "p2", "2025-08-01T11:00", &[])
            .day(Metric::PostsPublished, "2025-08-02", 3.0);
        let figure = told.ask("posts_published", "2025-08-01", "2025-08-04");
        assert_eq!(short(&figure), (Status::Measured, Some(5.0), vec![]));
        assert_eq!(figure.told_by, ["service_daily", "posts_counted"]);
        // A repost is an act of publication too; the content type tells it apart.
        let rows = told.rows("posts_published", "2025-08-01", "2025-08-02", &["content_type"]);
        let types: Vec<_> =
            rows.iter().flat_map(|row| row.keys.iter().map(|key| (key.id.as_str(), row.figure.value))).collect();
        assert_eq!(types, [("photo", Some(1.0)), ("boost", Some(1.0))]);
    }
}
