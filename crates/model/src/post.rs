//! A post (*publication*): what the team published in a space.

use crate::fact::ZoneRule;
use crate::time::Millis;
use serde::{Deserialize, Serialize};

crate::coded!(
    /// What a post is made of.
    ContentType, "content type", {
        /// The source does not say.
        Unknown = 0, "unknown";
        /// Text alone.
        Status = 1, "status";
        /// One or several pictures.
        Photo = 2, "photo";
        /// A video.
        Video = 3, "video";
        /// A link with its preview.
        Link = 4, "link";
        /// A short vertical video.
        Reel = 5, "reel";
        /// Several pictures to swipe through.
        Carousel = 6, "carousel";
        /// A story that disappears.
        Story = 7, "story";
        /// A poll.
        Poll = 8, "poll";
        /// A long text: blog article, newsletter issue.
        Article = 9, "article";
        /// Sound: podcast episode.
        Audio = 10, "audio";
        /// An event announced.
        Event = 11, "event";
        /// A share of somebody else's post.
        Boost = 12, "boost";
    }
);

crate::coded!(
    /// How finely the moment of publication is known.
    Precision, "precision", {
        /// To the minute or better.
        Exact = 1, "exact";
        /// To the day.
        Day = 2, "day";
        /// Month, weekday and hour are known, the day is not (the published table of Moro et al. 2016).
        MonthWeekdayHour = 3, "month_weekday_hour";
    }
);

/// What the team published, as a source tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// The source's own key, unique in the space. Text always: such ids exceed 2^53.
    pub native: String,
    /// When it was published.
    pub at: Millis,
    /// How the instant was told.
    pub zone_rule: ZoneRule,
    /// How finely it is known.
    pub precision: Precision,
    /// What it is made of.
    pub content_type: ContentType,
    /// Its first words, plain text.
    pub text: Option<String>,
    /// Where it can be seen.
    pub url: Option<String>,
}
