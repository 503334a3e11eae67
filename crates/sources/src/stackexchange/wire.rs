//! Their JSON: the keys of a question, an answer and a comment that are read.

use serde::Deserialize;

/// A question, with what stands under it where the page was asked for it.
#[derive(Debug, Clone, Deserialize)]
pub struct Question {
    /// Its number among posts.
    pub question_id: i64,
    /// Its title.
    pub title: Option<String>,
    /// The question itself.
    #[serde(flatten)]
    pub post: Post,
    /// Answers.
    #[serde(default)]
    pub answers: Vec<Answer>,
}

/// An answer.
#[derive(Debug, Clone, Deserialize)]
pub struct Answer {
    /// Its number among posts.
    pub answer_id: i64,
    /// The answer itself.
    #[serde(flatten)]
    pub post: Post,
}

/// What a question and an answer have in common.
#[derive(Debug, Clone, Deserialize)]
pub struct Post {
    /// Seconds since 1970.
    pub creation_date: i64,
    /// Who wrote it.
    pub owner: Option<Owner>,
    /// What it says, as HTML.
    pub body: Option<String>,
    /// What it says, as Markdown.
    pub body_markdown: Option<String>,
    /// Its page.
    pub link: Option<String>,
    /// Votes for it.
    pub up_vote_count: Option<u32>,
    /// Comments under it.
    #[serde(default)]
    pub comments: Vec<Comment>,
}

/// A comment under a question or an answer.
#[derive(Debug, Clone, Deserialize)]
pub struct Comment {
    /// Its number among comments.
    pub comment_id: i64,
    /// Seconds since 1970.
    pub creation_date: i64,
    /// Who wrote it.
    pub owner: Option<Owner>,
    /// What it says, as HTML.
    pub body: Option<String>,
    /// Whom it answers, when it names somebody.
    pub reply_to_user: Option<Owner>,
}

/// Somebody; without a number when the account is gone.
#[derive(Debug, Clone, Deserialize)]
pub struct Owner {
    /// Their number.
    pub user_id: Option<i64>,
    /// Their name.
    pub display_name: Option<String>,
}
