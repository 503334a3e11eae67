//! A quantity: one thing that can be told in several ways, and the ways in which it can be told.
//! Which way wins on a given day is decided in `ledger`.

use model::{FactKind, Metric, Network};

/// How facts or visits can be counted one by one to tell a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// Not at all.
    Nothing,
    /// By counting facts of these kinds.
    Facts(&'static [FactKind]),
    /// By counting visits; failing that, by the tables of an audience tool.
    Visits,
    /// The same, visitors standing for visits where the tool tells no visits by origin.
    Origins,
    /// By taking losses from gains on the days that tell both.
    GainsMinusLosses,
}

/// How the sheets of posts can tell a quantity, attributed to the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheets {
    /// Not at all.
    Nothing,
    /// By adding up a lifetime figure.
    Sum(Metric),
    /// By being counted.
    Count,
}

/// One thing that can be told in several ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The service's own figure per day.
    pub flow: Option<Metric>,
    /// What can be counted.
    pub counting: Counting,
    /// What posts can tell.
    pub sheets: Sheets,
}

impl Quantity {
    /// A flow of the space, or facts; posts have no say (gains, mentions).
    pub const fn of_space(metric: Metric) -> Self {
        Self { flow: Some(metric), counting: Counting::Facts(metric.counted_as()), sheets: Sheets::Nothing }
    }

    /// A flow of the space, facts, or the lifetime figures of posts (likes, impressions).
    pub const fn of_posts(metric: Metric) -> Self {
        Self { flow: Some(metric), counting: Counting::Facts(metric.counted_as()), sheets: Sheets::Sum(metric) }
    }

    /// The lifetime figures of posts only: what is told of the space does not add up (reach).
    pub const fn of_sheets(metric: Metric) -> Self {
        Self { flow: None, counting: Counting::Nothing, sheets: Sheets::Sum(metric) }
    }

    /// Facts only (citations, mails).
    pub const fn of_facts(kinds: &'static [FactKind]) -> Self {
        Self { flow: None, counting: Counting::Facts(kinds), sheets: Sheets::Nothing }
    }

    /// The kinds of fact that count, none for visits.
    pub const fn kinds(&self) -> &'static [FactKind] {
        match self.counting {
            Counting::Facts(kinds) => kinds,
            Counting::Nothing | Counting::Visits | Counting::Origins | Counting::GainsMinusLosses => &[],
        }
    }
}

/// New followers.
pub const GAINS: Quantity = Quantity::of_space(Metric::Gains);
/// Followers lost.
pub const LOSSES: Quantity = Quantity::of_space(Metric::Losses);
/// New minus lost.
pub const NET_GROWTH: Quantity =
    Quantity { flow: Some(Metric::NetGrowth), counting: Counting::GainsMinusLosses, sheets: Sheets::Nothing };
/// Likes and reactions.
pub const LIKES: Quantity = Quantity::of_posts(Metric::Likes);
/// Comments.
pub const COMMENTS: Quantity = Quantity::of_posts(Metric::Comments);
/// Shares.
pub const SHARES: Quantity = Quantity::of_posts(Metric::Shares);
/// The posts whose sheets are known.
pub const POSTS_KNOWN: Quantity = Quantity { flow: None, counting: Counting::Nothing, sheets: Sheets::Count };
/// Posts published.
pub const POSTS_PUBLISHED: Quantity = Quantity {
    flow: Some(Metric::PostsPublished),
    counting: Counting::Facts(Metric::PostsPublished.counted_as()),
    sheets: Sheets::Count,
};
/// Visits to the site, told by its audience tool or counted.
pub const VISITS: Quantity =
    Quantity { flow: Some(Metric::Visits), counting: Counting::Visits, sheets: Sheets::Nothing };
/// Visits whose origin is told: counted one by one, or by an audience tool.
pub const VISITS_BY_ORIGIN: Quantity = Quantity { flow: None, counting: Counting::Origins, sheets: Sheets::Nothing };

/// The parts of an interaction (`measures.md` 2.2: reactions + comments + shares).
pub const INTERACTIONS: [Quantity; 3] = [LIKES, COMMENTS, SHARES];

/// The spaces in which a quantity can be expected: elsewhere its absence is no gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Places {
    /// Where people follow: networks, forums, newsletters, chats.
    Audience,
    /// Where the team publishes: the same, and blogs.
    Publishing,
    /// Sites and blogs.
    Sites,
    /// The journal.
    Journal,
    /// The networks whose exports tell it; every other one keeps it to itself.
    Among(&'static [Network]),
}

impl Places {
    /// Whether the quantity is expected in a space of this kind. A space of another kind that tells it counts too.
    pub fn expect(self, network: Network) -> bool {
        match self {
            Self::Audience => !matches!(network, Network::Blog | Network::Site | Network::Journal | Network::Other),
            Self::Publishing => !matches!(network, Network::Site | Network::Journal | Network::Other),
            Self::Sites => matches!(network, Network::Blog | Network::Site),
            Self::Journal => matches!(network, Network::Journal),
            Self::Among(networks) => networks.contains(&network),
        }
    }
}
