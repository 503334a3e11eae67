//! Saves, bookmarks, pins kept.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::{Metric, Network};

/// How many times something was kept for later.
pub static SAVES: Indicator = Indicator {
    id: "saves",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Among(&[Network::X, Network::Instagram, Network::Pinterest, Network::Tiktok]),
    splits: POSTS,
    needs: Needs { flows: &[Metric::Saves], sheets: true, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_posts(Metric::Saves)), Some(Metric::Saves)),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network};

    #[test]
    fn a_day_without_save_is_zero_and_a_day_untold_is_missing() {
        let told = story(Network::Pinterest).day(Metric::Saves, "2025-08-01", 0.0);
        assert_eq!(short(&told.ask("saves", "2025-08-01", "2025-08-02")), (Status::Measured, Some(0.0), vec![]));
        assert_eq!(
            short(&told.ask("saves", "2025-08-01", "2025-08-03")),
            (Status::Partial, Some(0.0), vec!["days-told"])
        );
    }
}
