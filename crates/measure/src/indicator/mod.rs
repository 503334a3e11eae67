//! The list of indicators, one file each. A file declares who the indicator is and gives its formula over one cell;
//! how days, sources and zones are dealt with is the same for all and stands elsewhere.

use crate::answer::Figure;
use crate::ask::Split;
use crate::cell::Cell;
use crate::quantity::Places;
use model::{FactKind, Metric};

mod active_members;
mod backlinks;
mod calls;
mod citations;
mod clicks;
mod comments;
mod engaged_people;
mod engagement_rate_followers;
mod engagement_rate_reach;
mod engagements;
mod events_attended;
mod events_organised;
mod followers;
mod follows_from_post;
mod gains;
mod growth_rate;
mod impressions;
mod interactions;
mod interactions_per_post;
mod interventions;
mod likes;
mod link_clicks;
mod losses;
mod mails;
mod media_views;
mod meetings;
mod mentions;
mod negative_feedback;
mod net_growth;
mod page_views;
mod posts_published;
mod profile_views;
mod reach;
mod replies_received;
mod replies_sent;
mod saves;
mod shares;
mod social_share;
#[cfg(test)]
mod story;
mod video_views;
mod visitors;
mod visits;

model::coded!(
    /// What an indicator speaks of (`product.md`: three layers, never mixed).
    Layer, "layer", {
        /// The health of the community.
        Health = 1, "health";
        /// The daily action of the community manager.
        Action = 2, "action";
        /// Results for the organisation.
        Results = 3, "results";
    }
);

model::coded!(
    /// The family of an indicator inside its layer.
    Family, "family", {
        /// Growth of the audience.
        Growth = 1, "growth";
        /// Who speaks of it.
        Mentions = 2, "mentions";
        /// What contents yield.
        Content = 3, "content";
        /// Visits and links.
        Traffic = 4, "traffic";
        /// What the team publishes and answers.
        Publishing = 5, "publishing";
        /// Acts of communication away from the spaces.
        Communication = 6, "communication";
    }
);

model::coded!(
    /// The unit of a value.
    Unit, "unit", {
        /// A number of things.
        Count = 1, "count";
        /// A number of different people.
        People = 2, "people";
        /// A percentage: 1.5 is 1.5 %.
        Percent = 3, "percent";
        /// A quotient without unit.
        Ratio = 4, "ratio";
    }
);

model::coded!(
    /// Which way is good news.
    Good, "good direction", {
        /// More is better.
        Up = 1, "up";
        /// Less is better.
        Down = 2, "down";
        /// Neither: it depends.
        Neutral = 3, "neutral";
    }
);

model::coded!(
    /// What `n` counts.
    Sample, "sample", {
        /// What was told: facts one by one, days given by the service, posts with the figure.
        Told = 1, "told";
        /// Facts.
        Facts = 2, "facts";
        /// Posts.
        Posts = 3, "posts";
        /// Readings of a stand.
        Readings = 4, "readings";
        /// Different people.
        People = 5, "people";
        /// Visits.
        Visits = 6, "visits";
    }
);

model::coded!(
    /// How the values of several periods make one.
    Across, "way across periods", {
        /// They add up.
        Sum = 1, "sum";
        /// The last one stands.
        Last = 2, "last";
        /// Their mean says something; their sum counts people twice.
        Mean = 3, "mean";
        /// They do not: the longer period must be asked for.
        Ask = 4, "ask";
    }
);

/// Which reads an indicator needs.
#[derive(Debug, Clone, Copy)]
pub struct Needs {
    /// Counts of facts of these kinds.
    pub kinds: &'static [FactKind],
    /// Active actors by these kinds.
    pub actors: &'static [FactKind],
    /// Figures per day or days. Those beside its own tell which sources are at hand (and what they lack).
    pub flows: &'static [Metric],
    /// Stands.
    pub levels: &'static [Metric],
    /// Posts with their figures.
    pub sheets: bool,
    /// Visits.
    pub visits: bool,
}

impl Needs {
    /// Nothing; each indicator names what it needs beyond.
    pub const NOTHING: Self = Self { kinds: &[], actors: &[], flows: &[], levels: &[], sheets: false, visits: false };
}

/// What an indicator is: everything about it but its numbers.
#[derive(Debug)]
pub struct Indicator {
    /// Stable id, as in URLs and on the command line.
    pub id: &'static str,
    /// The layer it belongs to.
    pub layer: Layer,
    /// Its family.
    pub family: Family,
    /// The unit of its values.
    pub unit: Unit,
    /// Which way is good news.
    pub good: Good,
    /// What `n` counts.
    pub sample: Sample,
    /// How several periods make one.
    pub across: Across,
    /// Where it can be expected.
    pub places: Places,
    /// Splits it allows (periods are allowed everywhere).
    pub splits: &'static [Split],
    /// Which reads it needs.
    pub needs: Needs,
    /// Its formula over one cell.
    pub formula: fn(&Cell<'_>) -> Figure,
}

impl PartialEq for Indicator {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Indicator {
    /// Message key of its name: `indicator-net-growth`.
    pub fn name_key(&self) -> String {
        format!("indicator-{}", self.id.replace('_', "-"))
    }

    /// Message key of its definition in one sentence.
    pub fn short_key(&self) -> String {
        format!("{}-short", self.name_key())
    }

    /// Message key of its formula in words.
    pub fn formula_key(&self) -> String {
        format!("{}-formula", self.name_key())
    }

    /// Message key of what to know when reading it.
    pub fn note_key(&self) -> String {
        format!("{}-note", self.name_key())
    }

    /// The kinds of fact that it counts, for rows by kind and for the drill-down.
    pub fn kinds(&self) -> impl Iterator<Item = FactKind> {
        self.needs.kinds.iter().chain(self.needs.actors).copied()
    }
}

/// Splits by place: every indicator allows these.
pub const PLACES: &[Split] = &[Split::Client, Split::Space, Split::Network];
/// Splits of what is told of posts.
pub const POSTS: &[Split] = &[Split::Client, Split::Space, Split::Network, Split::Post, Split::ContentType];
/// Splits of what members of the team do.
pub const TEAM: &[Split] = &[Split::Client, Split::Space, Split::Network, Split::Person];

/// Every indicator, by layer and family.
pub static ALL: &[&Indicator] = &[
    &followers::FOLLOWERS,
    &gains::GAINS,
    &losses::LOSSES,
    &net_growth::NET_GROWTH,
    &growth_rate::GROWTH_RATE,
    &mentions::MENTIONS,
    &replies_received::REPLIES_RECEIVED,
    &citations::CITATIONS,
    &likes::LIKES,
    &shares::SHARES,
    &comments::COMMENTS,
    &interactions::INTERACTIONS,
    &engagements::ENGAGEMENTS,
    &engaged_people::ENGAGED_PEOPLE,
    &reach::REACH,
    &impressions::IMPRESSIONS,
    &video_views::VIDEO_VIEWS,
    &media_views::MEDIA_VIEWS,
    &profile_views::PROFILE_VIEWS,
    &clicks::CLICKS,
    &link_clicks::LINK_CLICKS,
    &saves::SAVES,
    &follows_from_post::FOLLOWS_FROM_POST,
    &negative_feedback::NEGATIVE_FEEDBACK,
    &engagement_rate_reach::ENGAGEMENT_RATE_REACH,
    &engagement_rate_followers::ENGAGEMENT_RATE_FOLLOWERS,
    &interactions_per_post::INTERACTIONS_PER_POST,
    &active_members::ACTIVE_MEMBERS,
    &visits::VISITS,
    &visitors::VISITORS,
    &page_views::PAGE_VIEWS,
    &social_share::SOCIAL_SHARE,
    &backlinks::BACKLINKS,
    &posts_published::POSTS_PUBLISHED,
    &replies_sent::REPLIES_SENT,
    &mails::MAILS,
    &calls::CALLS,
    &meetings::MEETINGS,
    &events_attended::EVENTS_ATTENDED,
    &events_organised::EVENTS_ORGANISED,
    &interventions::INTERVENTIONS,
];

/// The indicator of an id.
pub fn find(id: &str) -> Option<&'static Indicator> {
    ALL.iter().copied().find(|indicator| indicator.id == id)
}
