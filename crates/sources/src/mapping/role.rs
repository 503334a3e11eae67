//! What a column can be: a part of the date, a text, an id, or any figure by its word.

use model::Metric;
use model::codes::NotListed;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The service's own id of the row's post or act.
    Id,
    /// When: a day or a moment.
    At,
    /// The year alone.
    Year,
    /// The month alone, 1 to 12 or its name.
    Month,
    /// The day of the week, 1 to 7 or its name.
    Weekday,
    /// The hour of the day, 0 to 23.
    Hour,
    /// What was said.
    Text,
    /// Where it can be seen.
    Url,
    /// What a post is made of.
    ContentType,
    /// Who did it.
    Person,
    /// What an act is.
    Kind,
    /// The post an act is about.
    Post,
    /// The message an act answers.
    ReplyTo,
    /// A figure.
    Figure(Metric),
}

const WORDS: &[(Role, &str)] = &[
    (Role::Id, "id"),
    (Role::At, "at"),
    (Role::Year, "year"),
    (Role::Month, "month"),
    (Role::Weekday, "weekday"),
    (Role::Hour, "hour"),
    (Role::Text, "text"),
    (Role::Url, "url"),
    (Role::ContentType, "content_type"),
    (Role::Person, "person"),
    (Role::Kind, "kind"),
    (Role::Post, "post"),
    (Role::ReplyTo, "reply_to"),
];

impl Role {
    /// Whether a row says nothing without it: objects in JSON lines may lack the others.
    pub const fn is_needed(self) -> bool {
        matches!(self, Self::At | Self::Year | Self::Month | Self::Weekday | Self::Hour | Self::Id | Self::Kind)
    }

    /// Every role, for the page where a person chooses.
    pub fn all() -> impl Iterator<Item = Self> {
        WORDS.iter().map(|(role, _)| *role).chain(Metric::ALL.iter().copied().map(Self::Figure))
    }

    /// Its word in a mapping file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Figure(metric) => metric.as_str(),
            other => WORDS.iter().find(|(role, _)| *role == other).map_or("", |(_, word)| word),
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Role {
    type Err = NotListed;
    fn from_str(given: &str) -> Result<Self, NotListed> {
        let word = WORDS.iter().find(|(_, word)| *word == given).map(|(role, _)| *role);
        word.or_else(|| given.parse().ok().map(Self::Figure))
            .ok_or_else(|| NotListed { list: "role of a column", given: given.to_owned() })
    }
}

impl Serialize for Role {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Role {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
