//! Interactions: likes, comments and shares together.

use super::{Across, Family, Good, Indicator, Layer, Needs, Sample, Unit};
use crate::answer::{Caveat, Figure, Status};
use crate::ask::Split;
use crate::cell::Cell;
use crate::quantity::{INTERACTIONS as PARTS, Places};
use crate::told::Told;
use model::{FactKind, Metric};

/// Likes + comments + shares.
pub static INTERACTIONS: Indicator = Indicator {
    id: "interactions",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Count,
    good: Good::Up,
    sample: Sample::Told,
    across: Across::Sum,
    places: Places::Publishing,
    splits: &[Split::Client, Split::Space, Split::Network, Split::Post, Split::ContentType, Split::Kind],
    needs: Needs {
        kinds: &[FactKind::Like, FactKind::Comment, FactKind::Share],
        flows: &[Metric::Likes, Metric::Comments, Metric::Shares],
        sheets: true,
        ..Needs::NOTHING
    },
    formula,
};

/// Each part by the same order of tellers. A part that nothing tells makes the sum partial and is named.
fn formula(cell: &Cell<'_>) -> Figure {
    let mut sum = Told::default();
    let mut untold = Vec::new();
    let parts: Vec<Told> = PARTS.iter().filter(|part| cell.takes_kind_of(**part)).map(|part| cell.sum(*part)).collect();
    for (part, told) in PARTS.iter().filter(|part| cell.takes_kind_of(**part)).zip(&parts) {
        sum.value += told.value;
        sum.n = sum.n.max(told.n);
        sum.asked = sum.asked.max(told.asked);
        sum.ahead = sum.ahead.max(told.ahead);
        sum.spaces_asked = sum.spaces_asked.max(told.spaces_asked);
        sum.credit(told);
        if !told.any() {
            untold.extend(part.flow);
        }
    }
    let told = || parts.iter().filter(|part| part.any());
    sum.told = told().map(|part| part.told).min().unwrap_or(0);
    sum.spaces_told = told().map(|part| part.spaces_told).min().unwrap_or(0);
    let mut figure = cell.figure(&sum, None);
    if sum.any() {
        for metric in untold {
            figure.status = Status::Partial;
            figure.caveats.push(Caveat { code: "part-missing", args: vec![("metric", metric.to_string())] });
        }
    }
    figure
}

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{FactKind, Metric, Network, What};

    #[test]
    fn parts_are_told_each_in_its_way_and_an_untold_part_is_named() {
        let told = story(Network::Facebook)
            .day(Metric::Likes, "2025-08-01", 5.0)
            .covered(What::Facts(FactKind::Comment), "2025-08-01", "2025-08-02")
            .fact(FactKind::Comment, "2025-08-01T10:00", "a");
        let figure = told.ask("interactions", "2025-08-01", "2025-08-02");
        assert_eq!(short(&figure), (Status::Partial, Some(6.0), vec!["part-missing"]));
        let rows = told.rows("interactions", "2025-08-01", "2025-08-02", &["kind"]);
        let kinds: Vec<_> =
            rows.iter().flat_map(|row| row.keys.iter().map(|key| (key.id.as_str(), row.figure.value))).collect();
        assert_eq!(kinds, [("like", Some(5.0)), ("share", None), ("comment", Some(1.0))]);
    }

    #[test]
    fn nothing_told_is_missing() {
        assert_eq!(
            short(&story(Network::X).ask("interactions", "2025-08-01", "2025-08-02")),
            (Status::Missing, None, vec!["no-source"])
        );
    }
}
