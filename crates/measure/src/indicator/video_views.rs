//! Video views.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::{Metric, Network};

/// Views of videos, as the service counts them.
pub static VIDEO_VIEWS: Indicator = Indicator {
    id: "video_views",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Among(&[
        Network::Youtube,
        Network::Tiktok,
        Network::X,
        Network::Facebook,
        Network::Linkedin,
        Network::Pinterest,
    ]),
    splits: POSTS,
    needs: Needs { flows: &[Metric::VideoViews], sheets: true, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_posts(Metric::VideoViews)), Some(Metric::VideoViews)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn the_service_s_days_go_before_the_videos_own_totals() {
        let told = story(Network::Youtube)
            .covered(What::Posts(Metric::VideoViews), "2025-08-01", "2025-08-03")
            .post("p1", "2025-08-01T10:00", &[(Metric::VideoViews, 40.0)])
            .post("p2", "2025-08-02T10:00", &[(Metric::VideoViews, 2.0)])
            .day(Metric::VideoViews, "2025-08-01", 9.0);
        let figure = told.ask("video_views", "2025-08-01", "2025-08-03");
        assert_eq!(short(&figure), (Status::Measured, Some(11.0), vec![]));
        assert_eq!(figure.told_by, ["service_daily", "post_lifetime"]);
        let rows = told.rows("video_views", "2025-08-01", "2025-08-03", &["post"]);
        assert_eq!(rows.iter().map(|row| row.figure.value).collect::<Vec<_>>(), [Some(40.0), Some(2.0)]);
    }

    #[test]
    fn a_network_without_videos_is_no_gap() {
        let told = story(Network::Youtube).day(Metric::VideoViews, "2025-08-01", 9.0).and(Network::Mastodon);
        assert_eq!(short(&told.ask("video_views", "2025-08-01", "2025-08-02")), (Status::Measured, Some(9.0), vec![]));
        let told = told.and(Network::Tiktok);
        let figure = told.ask("video_views", "2025-08-01", "2025-08-02");
        assert_eq!(short(&figure), (Status::Partial, Some(9.0), vec!["spaces-untold", "days-told"]));
    }
}
