//! Names of observed figures: what a service or an export tells as a number, as opposed to facts that we count.

use crate::fact::FactKind;

crate::coded!(
    /// A figure that sources tell.
    Metric, "metric", {
        /// Followers, subscribers, page likes: a level.
        Followers = 1, "followers";
        /// New followers: a flow.
        Gains = 2, "gains";
        /// Followers lost: a flow.
        Losses = 3, "losses";
        /// New minus lost: a flow that may be negative.
        NetGrowth = 4, "net_growth";
        /// Likes and reactions.
        Likes = 5, "likes";
        /// Shares, reposts, boosts.
        Shares = 6, "shares";
        /// Comments.
        Comments = 7, "comments";
        /// Replies received.
        RepliesReceived = 8, "replies_received";
        /// @mentions.
        Mentions = 9, "mentions";
        /// The service's own total of interactions, as it defines it.
        Engagements = 10, "engagements";
        /// Unique people reached in the window: never added up over windows.
        Reach = 11, "reach";
        /// Times shown.
        Impressions = 12, "impressions";
        /// Video views, as the service counts them.
        VideoViews = 13, "video_views";
        /// Views of the profile or page.
        ProfileViews = 14, "profile_views";
        /// Clicks on links.
        LinkClicks = 15, "link_clicks";
        /// All clicks.
        Clicks = 16, "clicks";
        /// Saves, bookmarks, favourites kept.
        Saves = 17, "saves";
        /// Posts published, as the service counts them.
        PostsPublished = 18, "posts_published";
        /// Unique people who interacted, as the service counts them.
        EngagedPeople = 19, "engaged_people";
        /// Replies of the team, as the service counts them.
        RepliesSent = 20, "replies_sent";
        /// Hides, reports and other negative feedback.
        NegativeFeedback = 21, "negative_feedback";
        /// Follows that the service attributes to one post.
        FollowsFromPost = 22, "follows_from_post";
        /// Plays or views of media attached to posts.
        MediaViews = 23, "media_views";
        /// Visits to a site.
        Visits = 24, "visits";
        /// Unique visitors of a site or of a page at a network in the window, as the service counts them: never added up over
        /// windows.
        Visitors = 25, "visitors";
        /// Pages of a site that were shown.
        PageViews = 26, "page_views";
    }
);

impl Metric {
    /// The fact kinds whose count tells the same figure, where facts are known one by one.
    pub const fn counted_as(self) -> &'static [FactKind] {
        match self {
            Self::Gains => &[FactKind::Follow],
            Self::Losses => &[FactKind::Unfollow],
            Self::Likes => &[FactKind::Like],
            Self::Shares => &[FactKind::Share],
            Self::Comments => &[FactKind::Comment],
            Self::RepliesReceived => &[FactKind::ReplyReceived],
            Self::Mentions => &[FactKind::Mention],
            Self::PostsPublished => &[FactKind::Post, FactKind::Status, FactKind::Article],
            Self::RepliesSent => &[FactKind::Reply],
            _ => &[],
        }
    }

    /// Whether values of disjoint windows may be added. Unique people may not.
    pub const fn adds_up(self) -> bool {
        !matches!(self, Self::Reach | Self::EngagedPeople | Self::Followers | Self::Visitors)
    }
}
