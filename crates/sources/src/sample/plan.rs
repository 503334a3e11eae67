//! What has to be said of a client and of a space for their two years to be told. The tables themselves are in
//! `clients`, `tourist_office`, `newspaper` and `hr_team`.

use super::rhythm::Rhythm;
use super::story::Story;
use super::told::Told;
use model::{ContentType, Network};

/// What a client talks about: chooses the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// Walks, beaches, festivals.
    Holidays,
    /// Local news.
    News,
    /// Jobs and life at work.
    Work,
}

/// Which part of the two years a space tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stretch {
    /// All of it.
    Whole,
    /// Collection stopped three months before the end.
    Stopped,
    /// Collection began eight months before the end.
    Recent,
}

/// A client of the agency.
#[derive(Debug)]
pub(super) struct ClientPlan {
    pub(super) slug: &'static str,
    pub(super) name_fr: &'static str,
    pub(super) name_en: &'static str,
    pub(super) zone: &'static str,
    pub(super) subject: Subject,
    pub(super) audience: &'static Rhythm,
    pub(super) desk: &'static Rhythm,
    /// Roles, no names: nobody real is shown.
    pub(super) team: &'static [&'static str],
    pub(super) spaces: &'static [SpacePlan],
}

/// A space and how busy it is. Amounts are thousandths: `gains: 13_000` is 13 a day.
#[derive(Debug)]
pub(super) struct SpacePlan {
    pub(super) slug: &'static str,
    pub(super) name: &'static str,
    pub(super) network: Network,
    pub(super) told: Told,
    pub(super) stretch: Stretch,
    pub(super) story: Story,
    /// Followers on the anchor day, in whole people.
    pub(super) followers: u64,
    /// New followers a day.
    pub(super) gains: u64,
    /// Followers lost a day.
    pub(super) losses: u64,
    /// Posts a day.
    pub(super) posts: u64,
    /// The one weekday on which it publishes (0 is Monday), for weekly issues.
    pub(super) weekly: Option<i8>,
    /// What posts are made of: type, weight, pull in thousandths of the usual interactions.
    pub(super) types: &'static [(ContentType, u64, u64)],
    /// Interactions per post.
    pub(super) interactions: u64,
    /// Their parts in a thousand: likes, comments, shares.
    pub(super) parts: [u64; 3],
    /// @mentions a day.
    pub(super) mentions: u64,
    /// Citations without @ a day.
    pub(super) citations: u64,
    /// Pages that link here, a day.
    pub(super) backlinks: u64,
    /// Visits a day.
    pub(super) visits: u64,
}

/// A space with nothing in it: the others say what they have.
pub(super) const EMPTY: SpacePlan = SpacePlan {
    slug: "",
    name: "",
    network: Network::Other,
    told: Told::NOTHING,
    stretch: Stretch::Whole,
    story: Story::Calm,
    followers: 0,
    gains: 0,
    losses: 0,
    posts: 0,
    weekly: None,
    types: &[(ContentType::Article, 1, 1000)],
    interactions: 0,
    parts: [0; 3],
    mentions: 0,
    citations: 0,
    backlinks: 0,
    visits: 0,
};

pub(super) const JOURNAL: SpacePlan =
    SpacePlan { slug: "journal", name: "Journal", network: Network::Journal, ..EMPTY };
