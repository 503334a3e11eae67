//! Growth rate: net growth over the followers of the beginning, in percent.

use super::{Across, Family, Good, Indicator, Layer, Needs, PLACES, Sample, Unit};
use crate::answer::{Figure, Status};
use crate::cell::Cell;
use crate::quantity::Places;
use crate::standing::{Net, net_by_space, net_sum};
use model::{FactKind, Metric};

/// Net growth in percent of the followers at the beginning.
pub static GROWTH_RATE: Indicator = Indicator {
    id: "growth_rate",
    layer: Layer::Health,
    family: Family::Growth,
    unit: Unit::Percent,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Ask,
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

/// Only spaces that tell both parts enter; the others make the figure partial.
fn formula(cell: &Cell<'_>) -> Figure {
    let nets = net_by_space(cell);
    let both = |net: &&Net| net.base.is_some() && net.told.any();
    let (mut sum, stale) = net_sum(cell, nets.iter().filter(both));
    for _ in nets.iter().filter(|net| !both(net)) {
        sum.spaces_asked += 1;
        sum.asked += u32::from(!cell.is_ahead());
        sum.ahead += u32::from(cell.is_ahead());
    }
    let mut figure = cell.figure(&sum, Some(Metric::NetGrowth));
    figure.caveats.extend(stale);
    figure.value = None;
    if sum.any() {
        let base: f64 = nets.iter().filter(both).filter_map(|net| net.base).map(|reading| reading.value).sum();
        figure.numerator = Some(sum.value);
        figure.denominator = Some(base);
        if base > 0.0 {
            figure.value = Some(100.0 * sum.value / base);
        } else {
            figure.status = Status::NotDefined;
        }
    }
    figure
}

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network};

    #[test]
    fn net_growth_over_the_followers_of_the_beginning() {
        let told = story(Network::X)
            .followers("2025-08-01T00:00", 200.0)
            .day(Metric::NetGrowth, "2025-08-01", 10.0)
            .and(Network::Facebook)
            .followers("2025-08-01T00:00", 0.0)
            .day(Metric::NetGrowth, "2025-08-01", 4.0);
        let figure = told.ask("growth_rate", "2025-08-01", "2025-08-02");
        assert_eq!(short(&figure), (Status::Measured, Some(7.0), vec![]));
        assert_eq!((figure.numerator, figure.denominator), (Some(14.0), Some(200.0)));
        let rows = told.rows("growth_rate", "2025-08-01", "2025-08-02", &["space"]);
        let statuses: Vec<_> = rows.iter().map(|row| (row.figure.status, row.figure.value)).collect();
        assert_eq!(statuses, [(Status::Measured, Some(5.0)), (Status::NotDefined, None)]);
    }

    #[test]
    fn without_a_first_stand_it_is_missing() {
        let told = story(Network::X).day(Metric::NetGrowth, "2025-08-01", 10.0);
        assert_eq!(
            short(&told.ask("growth_rate", "2025-08-01", "2025-08-02")),
            (Status::Missing, None, vec!["no-source"])
        );
    }
}
