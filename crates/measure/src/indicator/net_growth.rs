//! Net growth: gains minus losses, however it is told.

use super::{Across, Family, Good, Indicator, Layer, Needs, PLACES, Sample, Unit};
use crate::answer::Figure;
use crate::cell::Cell;
use crate::quantity::Places;
use crate::standing::{net_by_space, net_sum};
use model::{FactKind, Metric};

/// Gains minus losses.
pub static NET_GROWTH: Indicator = Indicator {
    id: "net_growth",
    layer: Layer::Health,
    family: Family::Growth,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Audience,
    splits: PLACES,
    needs: Needs {
        kinds: &[FactKind::Follow, FactKind::Unfollow],
        flows: &[Metric::NetGrowth, Metric::Gains, Metric::Losses],
        levels: &[Metric::Followers],
        ..Needs::NOTHING
    },
    formula,
};

fn formula(cell: &Cell<'_>) -> Figure {
    let nets = net_by_space(cell);
    let (sum, stale) = net_sum(cell, nets.iter());
    let mut figure = cell.figure(&sum, Some(Metric::NetGrowth));
    figure.caveats.extend(stale);
    figure
}

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network};

    #[test]
    fn gains_and_losses_of_the_same_day_tell_it() {
        let told = story(Network::X).day(Metric::Gains, "2025-08-01", 13.0).day(Metric::Losses, "2025-08-01", 2.0).day(
            Metric::Gains,
            "2025-08-02",
            4.0,
        );
        let figure = told.ask("net_growth", "2025-08-01", "2025-08-02");
        assert_eq!(
            (short(&figure), figure.told_by),
            ((Status::Measured, Some(11.0), vec![]), vec!["gains_minus_losses"])
        );
        assert_eq!(
            short(&told.ask("net_growth", "2025-08-01", "2025-08-03")),
            (Status::Partial, Some(11.0), vec!["days-told"])
        );
    }

    #[test]
    fn the_service_goes_first_and_two_stands_last() {
        let told = story(Network::X).followers("2025-08-01T00:00", 100.0).followers("2025-08-02T23:00", 130.0);
        let figure = told.ask("net_growth", "2025-08-01", "2025-08-03");
        assert_eq!(
            (short(&figure), figure.told_by),
            ((Status::Measured, Some(30.0), vec![]), vec!["level_difference"])
        );
        let told = told.day(Metric::NetGrowth, "2025-08-01", 12.0).day(Metric::NetGrowth, "2025-08-02", -2.0);
        let figure = told.ask("net_growth", "2025-08-01", "2025-08-03");
        assert_eq!((short(&figure), figure.told_by), ((Status::Measured, Some(10.0), vec![]), vec!["service_daily"]));
    }

    #[test]
    fn an_old_first_stand_is_named() {
        let told = story(Network::X).followers("2025-07-20T00:00", 100.0).followers("2025-08-31T12:00", 130.0);
        assert_eq!(
            short(&told.ask("net_growth", "2025-08-01", "2025-09-01")),
            (Status::Measured, Some(30.0), vec!["stale-level"])
        );
    }
}
