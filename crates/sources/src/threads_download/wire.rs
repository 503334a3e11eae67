//! Their lists: what each key holds. The items are those of every download of Meta (`meta_download`).

/// How every key begins.
pub const FAMILY: &str = "text_post_app_";

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Somebody who follows.
    Follower,
    /// A text of the account: a post or an answer, which the download does not tell apart.
    Text,
    /// What concerns the account alone: whom it follows, what it likes.
    Aside,
}

/// What an item of the list under that key is.
pub fn part(key: &str) -> Part {
    match key {
        "text_post_app_text_post_app_followers" => Part::Follower,
        "text_post_app_text_posts" => Part::Text,
        _ => Part::Aside,
    }
}
