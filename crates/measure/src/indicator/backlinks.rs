//! Backlinks: pages of others that link here, when first seen.

use super::{Across, Family, Good, Indicator, Layer, Needs, PLACES, Sample, Unit};
use crate::quantity::{Places, Quantity};
use model::FactKind;

/// Links from pages of others.
pub static BACKLINKS: Indicator = Indicator {
    id: "backlinks",
    layer: Layer::Health,
    family: Family::Traffic,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Facts,
    across: Across::Sum,
    places: Places::Sites,
    splits: PLACES,
    needs: Needs { kinds: &[FactKind::Backlink], ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_facts(&[FactKind::Backlink])), None),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{FactKind, Network, What};

    #[test]
    fn covered_days_are_counted_and_the_others_are_missing() {
        let told = story(Network::Site)
            .covered(What::Facts(FactKind::Backlink), "2025-08-01", "2025-08-03")
            .fact(FactKind::Backlink, "2025-08-01T10:00", "a")
            .fact(FactKind::Backlink, "2025-08-01T11:00", "a");
        assert_eq!(short(&told.ask("backlinks", "2025-08-01", "2025-08-03")), (Status::Measured, Some(2.0), vec![]));
        assert_eq!(short(&told.ask("backlinks", "2025-08-02", "2025-08-03")), (Status::Measured, Some(0.0), vec![]));
        assert_eq!(
            short(&told.ask("backlinks", "2025-08-01", "2025-08-05")),
            (Status::Partial, Some(2.0), vec!["days-told"])
        );
        assert_eq!(
            short(&told.ask("backlinks", "2025-08-04", "2025-08-05")),
            (Status::Missing, None, vec!["no-source"])
        );
    }
}
