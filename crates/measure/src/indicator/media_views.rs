//! Media views.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::{Metric, Network};

/// Times that pictures, sounds and videos of posts were seen or played, as the service counts them.
pub static MEDIA_VIEWS: Indicator = Indicator {
    id: "media_views",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Among(&[Network::X]),
    splits: POSTS,
    needs: Needs { flows: &[Metric::MediaViews], sheets: true, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_posts(Metric::MediaViews)), Some(Metric::MediaViews)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network};

    #[test]
    fn views_of_media_are_not_those_of_videos() {
        let told =
            story(Network::X).day(Metric::MediaViews, "2025-08-01", 9.0).day(Metric::VideoViews, "2025-08-01", 4.0);
        assert_eq!(short(&told.ask("media_views", "2025-08-01", "2025-08-02")), (Status::Measured, Some(9.0), vec![]));
        assert_eq!(short(&told.ask("video_views", "2025-08-01", "2025-08-02")), (Status::Measured, Some(4.0), vec![]));
    }
}
