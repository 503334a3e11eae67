//! Their JSON: the keys of one webmention that are read, and no other.

use crate::trouble::TroubleCode;
use serde_json::Value;

/// The key that is missing or is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The key.
    pub field: &'static str,
    /// What is wrong with it.
    pub code: TroubleCode,
}

/// One webmention.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its number at webmention.io, or the two addresses where an older file has none.
    pub id: String,
    /// What it does: `in-reply-to`, `like-of`, `repost-of`, `bookmark-of`, `mention-of`, `rsvp`.
    pub property: &'a str,
    /// The page it was sent from.
    pub source: &'a str,
    /// The page of the site it speaks of.
    pub target: &'a str,
    /// When it was published, if the page says so.
    pub published: Option<&'a str>,
    /// When webmention.io received it.
    pub received: &'a str,
    /// Whether only the site's owner may see it.
    pub private: bool,
    /// The author's page and name.
    pub author: (Option<&'a str>, Option<&'a str>),
    /// What was said, plain.
    pub text: Option<&'a str>,
}

impl<'a> Entry<'a> {
    /// Reads one of `children`.
    pub fn read(child: &'a Value) -> Result<Self, Fault> {
        let text = |field: &'static str| {
            let text = child.get(field).and_then(Value::as_str).filter(|text| !text.is_empty());
            text.ok_or(Fault { field, code: TroubleCode::EmptyValue })
        };
        let (source, target) = (text("wm-source")?, text("wm-target")?);
        let id = match child.get("wm-id") {
            Some(Value::Number(number)) => number.to_string(),
            _ => format!("{source} {target}"),
        };
        let of_author = |key: &str| child.get("author")?.get(key)?.as_str().filter(|text| !text.is_empty());
        Ok(Self {
            id,
            property: text("wm-property")?,
            source,
            target,
            published: child.get("published").and_then(Value::as_str).filter(|text| !text.is_empty()),
            received: text("wm-received")?,
            private: child.get("wm-private").and_then(Value::as_bool).unwrap_or(false),
            author: (of_author("url"), of_author("name")),
            text: child.get("content").and_then(|content| content.get("text")).and_then(Value::as_str),
        })
    }
}
