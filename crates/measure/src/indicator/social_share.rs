//! Social share: visits that come from social networks among all visits.

use super::{Across, Family, Good, Indicator, Layer, Needs, PLACES, Sample, Unit};
use crate::answer::{Caveat, Figure, Status};
use crate::cell::Cell;
use crate::quantity::{Places, VISITS_COUNTED};
use crate::told::Remark;

/// Visits from social networks in percent of all visits whose origin the log can tell.
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
    let mut told = cell.sum(VISITS_COUNTED);
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
    use model::{Network, What};

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
    fn no_visit_is_no_share() {
        let told = story(Network::Site).covered(What::Visits, "2025-08-01", "2025-08-02");
        assert_eq!(short(&told.ask("social_share", "2025-08-01", "2025-08-02")), (Status::NotDefined, None, vec![]));
    }
}
