//! How the figures of a space come: act by act, by day, by post, or as totals only. As real networks differ, so do
//! the spaces of the sample; what a space does not tell stays missing.

use super::plan::SpacePlan;
use model::{FactKind, Metric, Network, What};

model::coded!(
    /// How the growth of a space is told.
    Growth, "way of telling growth", {
        /// Not at all.
        NotTold = 1, "not_told";
        /// Each follow and each unfollow.
        OneByOne = 2, "one_by_one";
        /// New and lost followers of each day, and the level.
        GainsAndLosses = 3, "gains_and_losses";
        /// New followers of each day, nothing else.
        GainsOnly = 4, "gains_only";
        /// The level of each day: net growth, neither gains nor losses.
        LevelsOnly = 5, "levels_only";
    }
);

/// How the figures of a space come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Its growth.
    pub growth: Growth,
    /// Whether reactions to posts, and the team's answers, are known one by one.
    pub acts: bool,
    /// Figures told for each day.
    pub per_day: &'static [Metric],
    /// Lifetime figures told for each post.
    pub per_post: &'static [Metric],
    /// The zone in which the service cuts its days, where it is known.
    pub zone: Option<&'static str>,
}

impl Told {
    /// Nothing told.
    pub(super) const NOTHING: Self =
        Self { growth: Growth::NotTold, acts: false, per_day: &[], per_post: &[], zone: None };

    /// What people expect of such a space and do not get: goes with its figures as a caveat.
    pub const fn lacks(&self) -> &'static [Metric] {
        match self.growth {
            Growth::GainsOnly => &[Metric::Losses, Metric::Followers],
            Growth::LevelsOnly => &[Metric::Gains, Metric::Losses],
            Growth::NotTold | Growth::OneByOne | Growth::GainsAndLosses => &[],
        }
    }
}

/// Everything of which a space tells each act, post or visit: inside its stretch, none is a zero.
pub(super) fn covered(plan: &SpacePlan) -> Vec<What> {
    let mut whats = Vec::new();
    let mut facts = |kinds: &[FactKind]| whats.extend(kinds.iter().copied().map(What::Facts));
    let [likes, comments, shares] = plan.parts;
    if plan.network == Network::Journal {
        facts(FactKind::JOURNAL);
    }
    if plan.told.growth == Growth::OneByOne {
        facts(&[FactKind::Follow, FactKind::Unfollow]);
    }
    if plan.posts > 0 {
        facts(&[FactKind::Post, FactKind::Status, FactKind::Article]);
    }
    if plan.told.acts {
        for (part, kind) in [(likes, FactKind::Like), (comments, FactKind::Comment), (shares, FactKind::Share)] {
            if part > 0 {
                facts(&[kind]);
            }
        }
        facts(&[FactKind::Moderation]);
    }
    if plan.told.acts || plan.mentions > 0 {
        facts(&[FactKind::Reply, FactKind::ReplyReceived]);
    }
    for (amount, kind) in
        [(plan.mentions, FactKind::Mention), (plan.citations, FactKind::Citation), (plan.backlinks, FactKind::Backlink)]
    {
        if amount > 0 {
            facts(&[kind]);
        }
    }
    whats.extend(plan.told.per_post.iter().copied().map(What::Posts));
    if plan.visits > 0 {
        whats.push(What::Visits);
    }
    whats
}
