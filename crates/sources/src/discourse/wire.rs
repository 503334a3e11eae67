//! Their JSON: the keys of a post and of a topic that are read.

use serde::Deserialize;

/// One post of a topic.
#[derive(Debug, Clone, Deserialize)]
pub struct Post {
    /// The topic it stands in.
    pub topic_id: i64,
    /// Its place in the topic, from 1 on.
    pub post_number: i64,
    /// When.
    pub created_at: String,
    /// Who wrote it.
    pub user_id: Option<i64>,
    /// Their handle.
    pub username: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// What it says, as HTML.
    pub cooked: Option<String>,
    /// 1 for a post, 2 and 3 for lines of the service, 4 for a word among the team.
    #[serde(default = "regular")]
    pub post_type: i64,
    /// The place of the post it answers.
    pub reply_to_post_number: Option<i64>,
    /// Who wrote that.
    pub reply_to_user: Option<User>,
    /// What was done with it, by sort.
    pub actions_summary: Option<Vec<Action>>,
    /// When it was taken away.
    pub deleted_at: Option<String>,
    /// Hidden, because of flags.
    #[serde(default)]
    pub hidden: bool,
}

const fn regular() -> i64 {
    1
}

/// How often something was done with a post.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Action {
    /// 2 is a like.
    pub id: i64,
    /// How often.
    pub count: Option<u32>,
}

/// Somebody.
#[derive(Debug, Clone, Deserialize)]
pub struct User {
    /// Their number.
    pub id: Option<i64>,
    /// Their handle.
    pub username: Option<String>,
    /// Their name.
    pub name: Option<String>,
}

/// One topic of a list.
#[derive(Debug, Clone, Deserialize)]
pub struct Topic {
    /// Its number.
    pub id: i64,
    /// Its title.
    pub title: Option<String>,
    /// When it was opened.
    pub created_at: String,
    /// `regular` or `private_message`.
    pub archetype: Option<String>,
    /// Who wrote in it, the one who opened it first.
    #[serde(default)]
    pub posters: Vec<Poster>,
}

/// Who wrote in a topic.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Poster {
    /// Their number.
    pub user_id: Option<i64>,
}
