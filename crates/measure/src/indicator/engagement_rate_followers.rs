//! Engagement rate by followers: interactions over the followers at publication.

use super::{Across, Family, Good, Indicator, Layer, Needs, POSTS, Sample, Unit};
use crate::cell::Cell;
use crate::engagement::ratio;
use crate::history::SheetRow;
use crate::ledger::told_figure;
use crate::quantity::Places;
use model::Metric;

/// Interactions in percent of the followers there were when each post was published.
pub static ENGAGEMENT_RATE_FOLLOWERS: Indicator = Indicator {
    id: "engagement_rate_followers",
    layer: Layer::Health,
    family: Family::Content,
    unit: Unit::Percent,
    good: Good::Up,
    sample: Sample::Posts,
    across: Across::Ask,
    places: Places::Publishing,
    splits: POSTS,
    needs: Needs { levels: &[Metric::Followers], sheets: true, ..Needs::NOTHING },
    formula: |cell| ratio(cell, 100.0, followers_at_publication),
};

/// The post's own figure of followers if told, or else the last stand of the space, at most 31 days old.
fn followers_at_publication(cell: &Cell<'_>, place: usize, sheet: &SheetRow) -> Option<f64> {
    let stand = || cell.evaluation().space(place).1.fresh_followers_at(sheet.at).map(|reading| reading.value);
    told_figure(&sheet.told, Metric::Followers).or_else(stand)
}

#[cfg(test)]
mod tests {
    use super::super::story::{short, story};
    use crate::answer::Status;
    use model::{Metric, Network, What};

    #[test]
    fn the_posts_own_followers_go_before_the_last_stand() {
        let whole = [(Metric::Likes, 6.0), (Metric::Comments, 0.0), (Metric::Shares, 0.0)];
        let own = [(Metric::Likes, 4.0), (Metric::Comments, 0.0), (Metric::Shares, 0.0), (Metric::Followers, 800.0)];
        let told = story(Network::Facebook)
            .covered(What::Posts(Metric::Likes), "2025-08-01", "2025-09-01")
            .followers("2025-07-20T00:00", 200.0)
            .post("p1", "2025-08-01T10:00", &whole)
            .post("p2", "2025-08-02T10:00", &own);
        let figure = told.ask("engagement_rate_followers", "2025-08-01", "2025-09-01");
        assert_eq!((short(&figure), figure.denominator), ((Status::Measured, Some(1.0), vec![]), Some(1000.0)));
    }

    #[test]
    fn a_stand_older_than_a_month_says_nothing() {
        let told = story(Network::Facebook)
            .covered(What::Posts(Metric::Likes), "2025-08-01", "2025-09-01")
            .followers("2025-06-20T00:00", 200.0)
            .post("p1", "2025-08-01T10:00", &[(Metric::Likes, 6.0)]);
        assert_eq!(told.ask("engagement_rate_followers", "2025-08-01", "2025-09-01").status, Status::Missing);
    }
}
