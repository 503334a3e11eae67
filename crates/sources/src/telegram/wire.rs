//! Their JSON: the keys of a message of Telegram Desktop's export, and of an update of the Bot API, that are read.

use serde::Deserialize;
use serde::de::IgnoredAny;

/// An id: a text (`user123`) since 2021, a number before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Id {
    /// As `user123` or `channel123`.
    Text(String),
    /// Of a user.
    Number(i64),
}

impl Id {
    /// As newer exports write it.
    pub fn native(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => format!("user{number}"),
        }
    }

    /// The digits alone.
    pub fn digits(&self) -> String {
        match self {
            Self::Text(text) => text.chars().filter(char::is_ascii_digit).collect(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// One message or service line.
#[derive(Debug, Clone, Deserialize)]
pub struct Message {
    /// Its number in the chat.
    pub id: i64,
    /// `message` or `service`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Local time without zone.
    pub date: Option<String>,
    /// Seconds since 1970, since 2022.
    pub date_unixtime: Option<Seconds>,
    /// Who wrote it; null for a deleted account.
    pub from: Option<String>,
    /// The id of who wrote it.
    pub from_id: Option<Id>,
    /// Who did what a service line tells.
    pub actor: Option<String>,
    /// The id of who did it.
    pub actor_id: Option<Id>,
    /// What a service line tells.
    pub action: Option<String>,
    /// Whom it concerns, by name.
    pub members: Option<Vec<Option<String>>>,
    /// What is said.
    pub text: Option<Text>,
    /// The number of the message answered.
    pub reply_to_message_id: Option<i64>,
    /// The chat of the message answered, when it is another one.
    pub reply_to_peer_id: Option<IgnoredAny>,
    /// Reactions, by sort.
    pub reactions: Option<Vec<Reaction>>,
    /// A picture is attached.
    pub photo: Option<IgnoredAny>,
    /// The sort of what is attached.
    pub media_type: Option<String>,
    /// A poll.
    pub poll: Option<IgnoredAny>,
}

/// Seconds, as text or number.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Seconds {
    /// `"1767254400"`.
    Text(String),
    /// `1767254400`.
    Number(i64),
}

/// A text: plain, or in parts.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Text {
    /// Plain.
    Plain(String),
    /// Plain pieces and marked ones.
    Parts(Vec<Part>),
}

/// One piece of a text.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Part {
    /// Plain.
    Plain(String),
    /// A link, a mention, a hashtag…
    Marked {
        /// Its words.
        text: String,
    },
}

impl Text {
    /// All of its words.
    pub fn words(&self) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::Parts(parts) => parts
                .iter()
                .map(|part| match part {
                    Part::Plain(text) | Part::Marked { text } => text.as_str(),
                })
                .collect(),
        }
    }
}

/// Reactions of one sort.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Reaction {
    /// How many.
    pub count: u32,
}

/// One update of the Bot API.
#[derive(Debug, Clone, Deserialize)]
pub struct Update {
    /// A message of a group.
    pub message: Option<Received>,
    /// A message of a channel.
    pub channel_post: Option<Received>,
}

/// A message as a bot receives it.
#[derive(Debug, Clone, Deserialize)]
pub struct Received {
    /// Its number in the chat.
    pub message_id: i64,
    /// Seconds since 1970.
    pub date: i64,
    /// Where.
    pub chat: Chat,
    /// Who wrote it.
    pub from: Option<User>,
    /// What is said.
    pub text: Option<String>,
    /// What is said under a picture.
    pub caption: Option<String>,
    /// The message answered.
    pub reply_to_message: Option<Answered>,
    /// Who joined.
    pub new_chat_members: Option<Vec<User>>,
    /// Who left.
    pub left_chat_member: Option<User>,
    /// A picture is attached.
    pub photo: Option<IgnoredAny>,
    /// A video is attached.
    pub video: Option<IgnoredAny>,
    /// A poll.
    pub poll: Option<IgnoredAny>,
}

/// A chat as a bot sees it.
#[derive(Debug, Clone, Deserialize)]
pub struct Chat {
    /// Negative for groups.
    pub id: i64,
    /// Its name.
    pub title: Option<String>,
    /// `private`, `group`, `supergroup`, `channel`.
    #[serde(rename = "type")]
    pub kind: String,
}

/// A user as a bot sees them.
#[derive(Debug, Clone, Deserialize)]
pub struct User {
    /// Their number.
    pub id: i64,
    /// Whether they are a bot.
    #[serde(default)]
    pub is_bot: bool,
    /// First name.
    pub first_name: Option<String>,
    /// Family name.
    pub last_name: Option<String>,
    /// Their handle.
    pub username: Option<String>,
}

/// The message answered.
#[derive(Debug, Clone, Deserialize)]
pub struct Answered {
    /// Its number in the chat.
    pub message_id: i64,
    /// Who wrote it.
    pub from: Option<User>,
}
