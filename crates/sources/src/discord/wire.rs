//! Their JSON: the keys of a message in DiscordChatExporter's files that are read; and the columns of its CSV.

use crate::table::Label;
use serde::Deserialize;

/// One message.
#[derive(Debug, Clone, Deserialize)]
pub struct Message {
    /// Its id: unique in all of Discord.
    pub id: String,
    /// `Default`, `Reply`, `GuildMemberJoin`… or the number of a kind the exporter does not name.
    #[serde(rename = "type")]
    pub kind: String,
    /// When, with an offset.
    pub timestamp: String,
    /// What is said.
    pub content: Option<String>,
    /// Who wrote it.
    pub author: Author,
    /// Files.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
    /// Reactions, by emoji.
    pub reactions: Option<Vec<Reaction>>,
    /// The message answered.
    pub reference: Option<Reference>,
}

/// Who wrote a message.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Author {
    /// Their id.
    pub id: String,
    /// Their handle.
    pub name: Option<String>,
    /// Their name on this server.
    pub nickname: Option<String>,
    /// Whether they are a bot.
    #[serde(default)]
    pub is_bot: bool,
}

/// A file.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// Its name.
    pub file_name: Option<String>,
}

/// Reactions with one emoji.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Reaction {
    /// How many.
    pub count: u32,
}

/// The message answered.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    /// Its id; null when it was deleted.
    pub message_id: Option<String>,
}

/// The server.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Guild {
    /// Its id.
    pub id: String,
}

/// The channel.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Channel {
    /// Its id.
    pub id: String,
    /// `GuildTextChat`, `DirectTextChat`…
    #[serde(rename = "type", default)]
    pub kind: String,
}

/// A column of the CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Id of the author.
    AuthorId,
    /// Handle of the author.
    Author,
    /// When.
    Date,
    /// What is said.
    Content,
    /// Addresses of files.
    Attachments,
    /// `👍 (2)`.
    Reactions,
}

/// The columns, the same in every language: the exporter does not translate them.
pub static LABELS: &[Label<Column>] = &[
    Label { key: Column::AuthorId, required: true, names: &["AuthorID", "Author ID"] },
    Label { key: Column::Author, required: true, names: &["Author"] },
    Label { key: Column::Date, required: true, names: &["Date"] },
    Label { key: Column::Content, required: true, names: &["Content"] },
    Label { key: Column::Attachments, required: false, names: &["Attachments"] },
    Label { key: Column::Reactions, required: false, names: &["Reactions"] },
];
