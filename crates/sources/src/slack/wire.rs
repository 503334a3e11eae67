//! Their JSON: the keys of a message in a day file that are read, and what tells the other files of the export apart.

use serde::Deserialize;

/// One message.
#[derive(Debug, Clone, Deserialize)]
pub struct Message {
    /// `1434139102.000002`: seconds, then microseconds or a number. Its key in the channel.
    pub ts: Option<String>,
    /// What sort of message, when it is no plain one.
    pub subtype: Option<String>,
    /// Id of who wrote it.
    pub user: Option<String>,
    /// Id of the bot that wrote it.
    pub bot_id: Option<String>,
    /// What is said, in Slack's own markup.
    pub text: Option<String>,
    /// Key of the message that opened the thread.
    pub thread_ts: Option<String>,
    /// Id of who opened the thread.
    pub parent_user_id: Option<String>,
    /// Reactions, by emoji.
    pub reactions: Option<Vec<Reaction>>,
    /// What the author is called, in newer exports.
    pub user_profile: Option<Profile>,
    /// Files.
    pub files: Option<Vec<File>>,
}

/// Reactions with one emoji.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Reaction {
    /// How many.
    pub count: u32,
}

/// What somebody is called.
#[derive(Debug, Clone, Deserialize)]
pub struct Profile {
    /// Handle.
    pub name: Option<String>,
    /// The name they chose.
    pub display_name: Option<String>,
    /// Their name.
    pub real_name: Option<String>,
}

/// A file.
#[derive(Debug, Clone, Deserialize)]
pub struct File {
    /// Its media type.
    pub mimetype: Option<String>,
}

/// Which file of an export this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The messages of one channel on one day.
    Messages,
    /// `users.json`.
    Users,
    /// `channels.json`, `groups.json`, `dms.json`, `mpims.json`.
    Channels,
    /// `integration_logs.json`.
    Integrations,
}

/// Which file it is, by the keys at its beginning.
pub fn part(text: &str) -> Option<Part> {
    let has = |key| crate::document::has_key(text, key);
    let list = text.starts_with('[');
    // A page of the API: the list stands under a key, beside its `ok`.
    let page = !list && has("messages") && has("ok");
    if (list || page) && has("ts") && has("type") && (has("user") || has("bot_id") || has("subtype")) {
        return Some(Part::Messages);
    }
    if list && has("change_type") && has("service_type") {
        return Some(Part::Integrations);
    }
    if list && has("profile") && (has("team_id") || has("is_bot")) {
        return Some(Part::Users);
    }
    (list && has("members") && has("created") && has("id")).then_some(Part::Channels)
}
