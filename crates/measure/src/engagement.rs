//! Engagement over posts: the posts of a cell that are old enough, with their interactions and a denominator each.
//! Ratios are ratios of sums, never means of ratios (`measures.md` 2.2).

use crate::answer::{Caveat, Figure, Status};
use crate::cell::Cell;
use crate::history::SheetRow;
use crate::quantity::{INTERACTIONS, POSTS_KNOWN, Sheets};
use crate::told::Told;

/// A post collects reactions for so long before its figures are counted in a rate: seven days.
pub const HORIZON_MS: i64 = 7 * 24 * 3_600_000;

/// What the denominator of a rate is made of.
pub type Denominator = fn(&Cell<'_>, usize, &SheetRow) -> Option<f64>;

/// The interactions of a post (what is told of its three parts) and how many parts are not told;
/// `None` when none is.
pub fn interactions_of(cell: &Cell<'_>, place: usize, sheet: &SheetRow) -> Option<(f64, u32)> {
    let mut sum = None;
    let mut gaps = 0;
    for part in INTERACTIONS {
        let Sheets::Sum(metric) = part.sheets else { continue };
        match cell.of_post(place, sheet, metric) {
            Some((value, _)) => sum = Some(sum.unwrap_or(0.0) + value),
            None => gaps += 1,
        }
    }
    sum.map(|sum| (sum, gaps))
}

/// `scale` × the sum of interactions over the sum of denominators, over the posts of the cell that have both.
pub fn ratio(cell: &Cell<'_>, scale: f64, denominator: Denominator) -> Figure {
    let known = cell.sum(POSTS_KNOWN);
    let mut told = Told { told: known.told, asked: known.asked, ahead: known.ahead, ..Told::default() };
    told.spaces_told = known.spaces_told;
    told.spaces_asked = known.spaces_asked;
    told.remarks = known.remarks;
    let (mut above, mut below) = (0.0, 0.0);
    let mut pending: u64 = 0;
    let mut without: u32 = 0;
    for (place, sheet) in cell.posts() {
        if sheet.observed_at.unwrap_or(cell.evaluation().now).0 - sheet.at.0 < HORIZON_MS {
            pending += 1;
            continue;
        }
        let (Some((sum, gaps)), Some(base)) = (interactions_of(cell, place, sheet), denominator(cell, place, sheet))
        else {
            without += 1;
            continue;
        };
        above += sum;
        below += base;
        told.n += 1;
        told.gaps += gaps;
        told.by(crate::told::Teller::PostLifetime);
        told.credit_import(sheet.import);
        told.known_at(sheet.observed_at.map_or_else(|| cell.column.span.to.min(cell.evaluation().now).0, |at| at.0));
    }
    let counted = told.n > 0;
    told.gaps += if counted { without } else { 0 };
    if !counted && without > 0 {
        told.told = 0;
    }
    let mut figure = cell.figure(&told, None);
    figure.value = None;
    if counted {
        figure.numerator = Some(above);
        figure.denominator = Some(below);
        if below > 0.0 {
            figure.value = Some(scale * above / below);
        } else {
            figure.status = Status::NotDefined;
        }
    } else if pending > 0 {
        figure.status = Status::Pending;
        figure.caveats.retain(|caveat| caveat.code != "no-source");
    } else if told.any() {
        figure.status = Status::NotDefined;
    }
    if pending > 0 {
        figure.caveats.push(Caveat { code: "posts-pending", args: vec![("n", pending.to_string())] });
    }
    figure
}
