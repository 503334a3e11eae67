//! Social share: visits that come from social networks among all visits.

use super::{Across, Family, Good, Indicator, Layer, Needs, PLACES, Sample, Unit};
use crate::answer::{Caveat, Figure, Status};
use crate::cell::Cell;
use crate::quantity::{Places, VISITS_BY_ORIGIN};
use crate::told::Remark;

/// Visits from social networks in percent of all visits whose origin the log, or failing that the audience tool, tells.
pub static SOCIAL_SHARE: Indicator = Indicator {
    id: "social_share",
    layer: Layer::Health,
    family: Family::Traffic,
    unit: Unit::Percent,
    good: Good::Up,
    sample: Sample::Visits,
    across: Across::Ask,
    places: Places::Sites,
    splits: PLACES,
    needs: Needs { visits: true, ..Needs::NOTHING },
    formula,
};

/// A lower bound: visits that nothing says the origin of may come from social networks too, and their share is told
/// beside the figure. A log that writes no referrers tells nothing: missing, never 0 %.
fn formula(cell: &Cell<'_>) -> Figure {
    let mut told = cell.sum(VISITS_BY_ORIGIN);
    let sums = cell.visits();
    if sums.untold > 0.0 {
        told.remark(Remark::ReferrersNotLogged);
        if sums.all == 0.0 {
            told.told = 0;
        } else {
            told.spaces_asked = told.spaces_asked.max(told.spaces_told + 1);
        }
    }
    let mut figure = cell.figure(&told, None);
    figure.value = None;
    if told.any() {
        figure.numerator = Some(sums.social);
        figure.denominator = Some(sums.all);
        if sums.all > 0.0 {
            figure.value = Some(100.0 * sums.social / sums.all);
            let unknown = 100.0 * sums.untraced / sums.all;
            figure.caveats.push(Caveat { code: "unknown-share", args: vec![("percent", format!("{unknown:.1}"))] });
        } else {
            figure.status = Status::NotDefined;
        }
        if sums.paid_social > 0.0 {
            figure.caveats.push(Caveat { code: "paid-social-apart", args: vec![("n", sums.paid_social.to_string())] });
        }
    }
    figure
}

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn a_lower_bound_with_the_unknown_part_beside_it() {
        let told = story(Network::Site)
            .covered(What::Visits, "2025-08-01", "2025-08-02")
            .visit("2025-08-01T10:00", "t.co")
            .visit("2025-08-01T11:00", "google.fr")
            .visit("2025-08-01T12:00", "")
            .visit("2025-08-01T13:00", "");
        let figure = told.ask("social_share", "2025-08-01", "2025-08-02");
        assert_eq!(short(&figure), (Status::Measured, Some(25.0), vec!["unknown-share"]));
        assert_eq!((figure.numerator, figure.denominator), (Some(1.0), Some(4.0)));
        assert!(figure.caveats.iter().any(|caveat| caveat.args == [("percent", "50.0".to_owned())]));
    }

    #[test]
    fn a_log_without_referrers_is_unknown_and_not_zero() {
        let told =
            story(Network::Site).covered(What::Visits, "2025-08-01", "2025-08-02").visit("2025-08-01T10:00", "-");
        assert_eq!(
            short(&told.ask("social_share", "2025-08-01", "2025-08-02")),
            (Status::Missing, None, vec!["referrers-not-logged"])
        );
    }

    #[test]
    fn the_audience_tool_tells_it_where_the_log_does_not() {
        let table = [("organic social", 2.0), ("paid social", 1.0), ("direct", 4.0), ("organic search", 3.0)];
        let told = story(Network::Site).channels(Metric::Visits, "2025-08-01", "2025-08-08", &table);
        let figure = told.ask("social_share", "2025-08-01", "2025-08-08");
        assert_eq!(
            short(&figure),
            (Status::Measured, Some(20.0), vec!["channels-of-tool", "unknown-share", "paid-social-apart"])
        );
        assert_eq!((figure.numerator, figure.denominator, figure.n), (Some(2.0), Some(10.0), 10));
        assert!(figure.caveats.iter().any(|caveat| caveat.args == [("percent", "40.0".to_owned())]));
        assert_eq!(figure.told_by, ["audience_tool"]);
    }

    #[test]
    fn counted_visits_go_first_and_tables_fill_the_other_days() {
        let told = story(Network::Site)
            .covered(What::Visits, "2025-08-01", "2025-08-02")
            .visit("2025-08-01T10:00", "t.co")
            .channels(Metric::Visits, "2025-08-01", "2025-08-02", &[("direct", 90.0)])
            .channels(Metric::Visits, "2025-08-02", "2025-08-03", &[("direct", 3.0)]);
        assert_eq!(told.ask("social_share", "2025-08-01", "2025-08-03").value, Some(25.0));
    }

    #[test]
    fn visitors_stand_for_visits_and_it_is_said() {
        let told = story(Network::Site).channels(
            Metric::Visitors,
            "2025-08-01",
            "2025-08-08",
            &[("organic social", 1.0), ("direct", 3.0)],
        );
        let figure = told.ask("social_share", "2025-08-01", "2025-08-08");
        assert_eq!(figure.value, Some(25.0));
        assert!(short(&figure).2.contains(&"visitors-for-visits"));
        assert_eq!(told.ask("visits", "2025-08-01", "2025-08-08").value, None);
    }

    #[test]
    fn no_visit_is_no_share() {
        let told = story(Network::Site).covered(What::Visits, "2025-08-01", "2025-08-02");
        assert_eq!(short(&told.ask("social_share", "2025-08-01", "2025-08-02")), (Status::NotDefined, None, vec![]));
    }
}
