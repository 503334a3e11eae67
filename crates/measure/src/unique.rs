//! Unique people over a stretch: what the service tells of exactly these dates. Days are never added up, because somebody
//! who came on two of them is one person.

use crate::answer::{Figure, Status};
use crate::cell::Cell;
use crate::quantity::Quantity;
use crate::told::{Remark, Told};
use model::Metric;

/// The service's own figure of exactly this window goes first; daily figures are never added up over days;
/// otherwise what is told of posts is added up, and the figure says so.
pub fn people(cell: &Cell<'_>, metric: Metric) -> Figure {
    let of_posts = Quantity::of_sheets(metric);
    let whole = cell.is_whole();
    let posts = cell.sum(of_posts);
    let mut sum = Told::default();
    let mut daily = false;
    let mut spaces = 0;
    if whole {
        for (place, told) in cell.people_by_space(of_posts, metric) {
            let own = cell.own_window(place, metric);
            daily |= own.is_none() && !told.any() && cell.tells_by_day(place, metric);
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
    let mut figure = cell.figure(&sum, Some(metric));
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
