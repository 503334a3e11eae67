//! Their JSON: the keys of a post that are read.

use serde::Deserialize;
use serde::de::IgnoredAny;

/// One post.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Post {
    /// Its address.
    pub url: String,
    /// When.
    pub creation_time: String,
    /// Whose.
    pub author: Author,
    /// What it says, as HTML.
    pub content: Option<String>,
    /// A link with its preview.
    pub link: Option<Link>,
    /// A picture or a video.
    pub media: Option<Media>,
    /// Several of them.
    pub album: Option<IgnoredAny>,
    /// A poll.
    pub poll: Option<IgnoredAny>,
    /// Somebody else's post, shared again.
    pub reshared_post: Option<IgnoredAny>,
    /// What was said under it.
    #[serde(default)]
    pub comments: Vec<Comment>,
    /// Who gave a +1, without a date.
    #[serde(default)]
    pub plus_ones: Vec<IgnoredAny>,
    /// Who shared it again, without a date.
    #[serde(default)]
    pub reshares: Vec<IgnoredAny>,
    /// Who may read it.
    pub post_acl: Option<Acl>,
}

/// Somebody.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Author {
    /// Their name.
    pub display_name: Option<String>,
    /// The address of their page.
    pub profile_page_url: Option<String>,
}

/// A link with its preview.
#[derive(Debug, Deserialize)]
pub struct Link {
    /// Its title.
    pub title: Option<String>,
}

/// A picture or a video.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Media {
    /// Its media type.
    pub content_type: Option<String>,
}

/// A comment.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Comment {
    /// When.
    pub creation_time: String,
    /// Who wrote it.
    pub author: Author,
    /// What it says, as HTML.
    pub content: Option<String>,
}

/// Who may read a post.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Acl {
    /// Everybody.
    #[serde(default)]
    pub is_public: bool,
    /// Circles.
    pub visible_to_standard_acl: Option<Standard>,
}

/// Circles that may read a post.
#[derive(Debug, Deserialize)]
pub struct Standard {
    /// Which.
    #[serde(default)]
    pub circles: Vec<Circle>,
}

/// A circle.
#[derive(Debug, Deserialize)]
pub struct Circle {
    /// `CIRCLE_TYPE_PUBLIC`, whatever the language of its name.
    #[serde(rename = "type")]
    pub kind: Option<String>,
}

impl Post {
    /// Whether everybody may read it.
    pub fn is_public(&self) -> bool {
        let circles = |acl: &Acl| {
            let circles = acl.visible_to_standard_acl.as_ref().map_or(&[][..], |standard| &standard.circles);
            circles.iter().any(|circle| circle.kind.as_deref() == Some("CIRCLE_TYPE_PUBLIC"))
        };
        self.post_acl.as_ref().is_some_and(|acl| acl.is_public || circles(acl))
    }
}
