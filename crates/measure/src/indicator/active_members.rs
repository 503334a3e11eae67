//! Active members: different people who did at least one core act.

use super::{Across, Family, Good, Indicator, Layer, Needs, Sample, Unit};
use crate::ask::Split;
use crate::quantity::Places;
use model::FactKind;

/// Different people with at least one like, share, comment, reply, mention, citation or vote.
pub static ACTIVE_MEMBERS: Indicator = Indicator {
    id: "active_members",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::People,
    good: Good::Up,
    sample: Sample::People,
    across: Across::Mean,
    places: Places::Audience,
    splits: &[Split::Client, Split::Space, Split::Network, Split::Kind],
    needs: Needs { actors: FactKind::CORE_ACTS, ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.people(FactKind::CORE_ACTS), None),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{FactKind, Network, What};

    #[test]
    fn people_count_once_however_often_they_act() {
        let told = story(Network::Facebook)
            .covered(What::Facts(FactKind::Like), "2025-08-01", "2025-08-03")
            .fact(FactKind::Like, "2025-08-01T10:00", "a")
            .fact(FactKind::Comment, "2025-08-01T11:00", "a")
            .fact(FactKind::Like, "2025-08-02T10:00", "a")
            .fact(FactKind::Like, "2025-08-02T10:00", "b")
            .fact(FactKind::Follow, "2025-08-02T10:00", "c");
        assert_eq!(
            short(&told.ask("active_members", "2025-08-01", "2025-08-03")),
            (Status::Measured, Some(2.0), vec![])
        );
        let days: Vec<_> = told
            .rows("active_members", "2025-08-01", "2025-08-03", &["day"])
            .into_iter()
            .map(|row| row.figure.value)
            .collect();
        assert_eq!(days, [Some(1.0), Some(2.0)]);
    }
}
