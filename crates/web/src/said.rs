//! A sentence that waits for its language: a message key with its arguments.

use phrases::{Value, Voice};
use serde::{Deserialize, Serialize};

/// A message key with its arguments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Which message.
    pub key: String,
    /// Its arguments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, Arg)>,
}

/// One argument: numbers stay numbers, so that plurals agree and digits are grouped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Said {
    /// The message of a key.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }

    /// The sentence.
    pub fn in_voice(&self, voice: &Voice) -> String {
        self.say(voice, &self.key)
    }

    /// An attribute of the message (`hint`), with the same arguments.
    pub fn attribute(&self, voice: &Voice, name: &str) -> String {
        self.say(voice, &format!("{}.{name}", self.key))
    }

    fn say(&self, voice: &Voice, key: &str) -> String {
        let args: Vec<(&str, Value<'_>)> = self
            .args
            .iter()
            .map(|(name, value)| match value {
                Arg::Number(number) => (name.as_str(), Value::from(*number)),
                Arg::Text(text) => (name.as_str(), Value::from(text.as_str())),
            })
            .collect();
        voice.say_with(key, &args)
    }
}
