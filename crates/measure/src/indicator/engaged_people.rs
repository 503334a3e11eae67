//! People who interacted.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::quantity::Places;
use crate::unique;
use model::{Metric, Network};

/// Different people who interacted, as the service counts them.
pub static ENGAGED_PEOPLE: Indicator = Indicator {
    id: "engaged_people",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::People,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Ask,
    places: Places::Among(&[Network::Facebook, Network::Tiktok, Network::Pinterest]),
    splits: POSTS,
    needs: Needs { flows: &[Metric::EngagedPeople], sheets: true, ..Needs::NOTHING },
    formula: |cell| unique::people(cell, Metric::EngagedPeople),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn a_week_is_the_service_s_own_or_nothing() {
        let told = story(Network::Facebook).day(Metric::EngagedPeople, "2025-08-01", 5.0).day(
            Metric::EngagedPeople,
            "2025-08-02",
            6.0,
        );
        let week = |told: &super::super::story::Story| short(&told.ask("engaged_people", "2025-08-01", "2025-08-08"));
        assert_eq!(week(&told), (Status::NotDefined, None, vec!["reach-not-additive"]));
        let told = told.days(Metric::EngagedPeople, "2025-08-01", "2025-08-08", 8.0);
        assert_eq!(week(&told), (Status::Measured, Some(8.0), vec![]));
    }

    #[test]
    fn people_of_several_posts_are_added_up_with_a_remark() {
        let told = story(Network::Facebook)
            .covered(What::Posts(Metric::EngagedPeople), "2025-08-01", "2025-08-03")
            .post("p1", "2025-08-01T10:00", &[(Metric::EngagedPeople, 3.0)])
            .post("p2", "2025-08-02T10:00", &[(Metric::EngagedPeople, 4.0)]);
        assert_eq!(
            short(&told.ask("engaged_people", "2025-08-01", "2025-08-03")),
            (Status::Measured, Some(7.0), vec!["reach-summed-over-posts"])
        );
        let rows = told.rows("engaged_people", "2025-08-01", "2025-08-03", &["post"]);
        assert_eq!(
            rows.iter().map(|row| short(&row.figure)).collect::<Vec<_>>(),
            [(Status::Measured, Some(3.0), vec![]), (Status::Measured, Some(4.0), vec![])]
        );
    }
}
