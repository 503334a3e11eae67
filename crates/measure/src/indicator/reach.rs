//! Reach: unique people reached.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::answer::{Figure, Status};
use crate::cell::Cell;
use crate::quantity::{POST_REACH, Places};
use crate::told::{Remark, Told};
use model::Metric;

/// Different people who saw something.
pub static REACH: Indicator = Indicator {
    id: "reach",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::People,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Ask,
    places: Places::Publishing,
    splits: POSTS,
    needs: Needs { flows: &[Metric::Reach], sheets: true, ..Needs::NOTHING },
    formula,
};

/// The service's own figure of exactly this window goes first; daily figures are never added up over days;
/// otherwise the reach of posts is added up, and the figure says so.
fn formula(cell: &Cell<'_>) -> Figure {
    let whole = cell.is_whole();
    let posts = cell.sum(POST_REACH);
    let mut sum = Told::default();
    let mut daily = false;
    let mut spaces = 0;
    if whole {
        for (place, told) in cell.by_space(POST_REACH) {
            let own = cell.own_window(place, Metric::Reach);
            daily |= own.is_none() && !told.any() && cell.tells_by_day(place, Metric::Reach);
            let told = own.unwrap_or_else(|| over_posts(told));
            spaces += u32::from(told.any());
            sum.add_space(&told);
        }
    } else {
        spaces = posts.spaces_told;
        sum = over_posts(posts);
    }
    if spaces > 1 {
        sum.remark(Remark::PeopleCountedPerSpace);
    }
    if daily {
        sum.remark(Remark::ReachNotAdditive);
    }
    let mut figure = cell.figure(&sum, Some(Metric::Reach));
    if daily && !sum.any() {
        figure.status = Status::NotDefined;
    }
    figure
}

fn over_posts(mut told: Told) -> Told {
    if told.n > 1 {
        told.remark(Remark::ReachSummedOverPosts);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn unique_people_are_never_added_up_over_days() {
        let told =
            story(Network::Facebook).day(Metric::Reach, "2025-08-01", 50.0).day(Metric::Reach, "2025-08-02", 60.0);
        assert_eq!(short(&told.ask("reach", "2025-08-01", "2025-08-02")), (Status::Measured, Some(50.0), vec![]));
        assert_eq!(
            short(&told.ask("reach", "2025-08-01", "2025-08-03")),
            (Status::NotDefined, None, vec!["reach-not-additive"])
        );
        let told = told.days(Metric::Reach, "2025-08-01", "2025-08-03", 80.0);
        assert_eq!(short(&told.ask("reach", "2025-08-01", "2025-08-03")), (Status::Measured, Some(80.0), vec![]));
    }

    #[test]
    fn posts_are_added_up_with_a_remark() {
        let told = story(Network::Facebook)
            .covered(What::Posts(Metric::Reach), "2025-08-01", "2025-08-03")
            .post("p1", "2025-08-01T10:00", &[(Metric::Reach, 30.0)])
            .post("p2", "2025-08-02T10:00", &[(Metric::Reach, 40.0)])
            .day(Metric::Reach, "2025-08-01", 50.0);
        assert_eq!(
            short(&told.ask("reach", "2025-08-01", "2025-08-03")),
            (Status::Measured, Some(70.0), vec!["reach-summed-over-posts"])
        );
        assert_eq!(short(&told.ask("reach", "2025-08-01", "2025-08-02")), (Status::Measured, Some(50.0), vec![]));
    }

    #[test]
    fn people_of_two_spaces_are_counted_in_each() {
        let told = story(Network::Facebook).day(Metric::Reach, "2025-08-01", 50.0).and(Network::Instagram).day(
            Metric::Reach,
            "2025-08-01",
            20.0,
        );
        assert_eq!(
            short(&told.ask("reach", "2025-08-01", "2025-08-02")),
            (Status::Measured, Some(70.0), vec!["people-counted-per-space"])
        );
    }
}
