//! Followers: the stand at the end of the period.

use super::{Across, Family, Good, Indicator, Layer, Needs, PLACES, Sample, Unit};
use crate::quantity::Places;
use crate::standing;
use model::Metric;

/// Followers at the end of the period.
pub static FOLLOWERS: Indicator = Indicator {
    id: "followers",
    layer: Layer::Health,
    family: Family::Growth,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Readings,
    across: Across::Last,
    places: Places::Audience,
    splits: PLACES,
    needs: Needs { levels: &[Metric::Followers], ..Needs::NOTHING },
    formula: standing::followers,
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::Network;

    #[test]
    fn the_last_stand_at_the_end_counts() {
        let told = story(Network::X)
            .followers("2025-07-31T12:00", 90.0)
            .followers("2025-08-10T12:00", 100.0)
            .followers("2025-08-20T12:00", 110.0);
        assert_eq!(short(&told.ask("followers", "2025-08-01", "2025-08-15")), (Status::Measured, Some(100.0), vec![]));
        assert_eq!(
            short(&told.ask("followers", "2025-09-01", "2025-10-01")),
            (Status::Partial, Some(110.0), vec!["stale-level"])
        );
        assert_eq!(
            short(&told.ask("followers", "2025-06-01", "2025-07-01")),
            (Status::Missing, None, vec!["no-source"])
        );
    }

    #[test]
    fn a_space_without_a_stand_makes_the_sum_partial() {
        let told = story(Network::X).followers("2025-08-10T12:00", 100.0).and(Network::Facebook).and(Network::Site);
        assert_eq!(
            short(&told.ask("followers", "2025-08-01", "2025-09-01")),
            (Status::Partial, Some(100.0), vec!["spaces-untold"])
        );
    }
}
