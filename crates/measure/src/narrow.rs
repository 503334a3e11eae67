//! What a row is narrowed to below the space: a kind, a content type, a person, a channel, a referrer, one post.

use crate::channel::Channel;
use model::{ContentType, FactKind, PostId};
use std::sync::Arc;

/// Stands for a member of the team, a referrer… that is not known.
pub const UNKNOWN: &str = "unknown";

/// The narrowing of a row; everything `None` is the space as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Narrow {
    /// Facts of this kind only.
    pub kind: Option<FactKind>,
    /// Posts, or facts about posts, of this content type only.
    pub content_type: Option<ContentType>,
    /// Acts and posts of this member of the team only; `UNKNOWN` for those without author.
    pub person: Option<Arc<str>>,
    /// Visits of this channel only.
    pub channel: Option<Channel>,
    /// Visits from this referrer only.
    pub referrer: Option<Arc<str>>,
    /// This post only.
    pub post: Option<PostId>,
}

impl Narrow {
    /// Whether a figure told for the space as a whole still fits. A kind is judged with the quantity.
    pub const fn is_whole(&self) -> bool {
        self.content_type.is_none()
            && self.person.is_none()
            && self.channel.is_none()
            && self.referrer.is_none()
            && self.post.is_none()
    }

    /// Whether facts or posts with these properties belong to it.
    pub fn takes(&self, content_type: ContentType, person: Option<&str>) -> bool {
        self.content_type.is_none_or(|wanted| wanted == content_type)
            && self.person.as_deref().is_none_or(|wanted| wanted == person.unwrap_or(UNKNOWN))
    }
}
