//! Their JSON: the keys of a Commento export that are read. Mail addresses, links and photos are never looked at.

use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
pub struct Export {
    pub comments: Vec<Comment>,
    #[serde(default)]
    pub commenters: Vec<Commenter>,
}

/// One comment.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Comment {
    #[serde(default)]
    pub comment_hex: String,
    #[serde(default)]
    pub domain: String,
    #[serde(default, alias = "path")]
    pub url: String,
    #[serde(default)]
    pub commenter_hex: String,
    #[serde(default)]
    pub markdown: String,
    #[serde(default)]
    pub html: String,
    #[serde(default)]
    pub parent_hex: String,
    #[serde(default)]
    pub state: String,
    #[serde(default)]
    pub creation_date: String,
    #[serde(default)]
    pub deleted: bool,
}

/// Somebody who has commented.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Commenter {
    pub commenter_hex: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub is_moderator: bool,
}
