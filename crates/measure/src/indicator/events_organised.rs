//! Events organised, as entered in the journal or a calendar.

use super::{Across, Family, Good, Indicator, Layer, Needs, Sample, TEAM, Unit};
use crate::quantity::{Places, Quantity};
use model::FactKind;

/// Events organised.
pub static EVENTS_ORGANISED: Indicator = Indicator {
    id: "events_organised",
    layer: Layer::Action,
    family: Family::Communication,
    unit: Unit::Count,
    good: Good::Neutral,
    sample: Sample::Facts,
    across: Across::Sum,
    places: Places::Journal,
    splits: TEAM,
    needs: Needs { kinds: &[FactKind::EventOrganised], ..Needs::NOTHING },
    formula: |cell| cell.figure(&cell.sum(Quantity::of_facts(&[FactKind::EventOrganised])), None),
};

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{FactKind, Network, What};

    #[test]
    fn what_the_journal_does_not_hold_was_not_done() {
        let told = story(Network::Journal)
            .covered(What::Facts(FactKind::EventOrganised), "2025-08-01", "2025-08-03")
            .fact(FactKind::EventOrganised, "2025-08-01T10:00", "Ada")
            .fact(FactKind::EventOrganised, "2025-08-02T10:00", "");
        let figure = told.ask("events_organised", "2025-08-01", "2025-09-01");
        assert_eq!((short(&figure), figure.told_by), ((Status::Measured, Some(2.0), vec![]), vec!["journal"]));
        let rows = told.rows("events_organised", "2025-08-01", "2025-09-01", &["person"]);
        let people: Vec<_> =
            rows.iter().flat_map(|row| row.keys.iter().map(|key| (key.id.as_str(), row.figure.value))).collect();
        assert_eq!(people, [("Ada", Some(1.0)), ("unknown", Some(1.0))]);
    }

    #[test]
    fn before_its_first_entry_a_journal_tells_nothing() {
        let told = story(Network::Journal).covered(What::Facts(FactKind::EventOrganised), "2025-08-02", "2025-08-03");
        let figure = told.ask("events_organised", "2025-08-01", "2025-08-04");
        assert_eq!(short(&figure), (Status::Partial, Some(0.0), vec!["days-told"]));
    }

    #[test]
    fn without_a_journal_nothing_is_known() {
        assert_eq!(
            short(&story(Network::Facebook).ask("events_organised", "2025-08-01", "2025-09-01")),
            (Status::Missing, None, vec!["no-source"])
        );
    }
}
