//! What the downloads of Instagram and Threads have in common: lists of accounts with a moment, media with a
//! caption, and texts whose UTF-8 was written as if it were Latin-1. No file is known here.

use crate::contract::Note;
use model::{ActorKey, ContentType, Coverage, Fact, FactKind, Millis, Piece, Span, What, ZoneRule};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// The key that is missing or is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault(pub &'static str);

/// The text as it was written: `TrÃ¨s` is `Très`. A text that is not damaged stays as it is.
pub fn mended(text: &str) -> String {
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_else(|| text.to_owned())
}

/// Seconds since 1970; nothing and zero are no moment.
pub fn moment(seconds: Option<&Value>) -> Option<Millis> {
    let seconds = seconds?.as_i64().filter(|seconds| *seconds > 0)?;
    let at = Millis(seconds.checked_mul(1000)?);
    jiff::Timestamp::from_millisecond(at.0).is_ok().then_some(at)
}

/// One line of a list of accounts.
#[derive(Debug, PartialEq)]
pub struct Listed<'a> {
    /// The account's name on the network, its key there.
    pub account: &'a str,
    /// Since when.
    pub at: Option<Millis>,
}

/// Reads an entry of `string_list_data`. Newer downloads name the account in `title` alone, or in its address.
pub fn listed(item: &Value) -> Result<Listed<'_>, Fault> {
    let data = item.get("string_list_data").and_then(Value::as_array).ok_or(Fault("string_list_data"))?;
    let first = data.first();
    let said = |key: &str| first.and_then(|entry| entry.get(key)).and_then(Value::as_str);
    let address = said("href").and_then(|href| href.trim_end_matches('/').rsplit('/').next());
    let title = item.get("title").and_then(Value::as_str);
    let names = [said("value"), title, address];
    let account = names.into_iter().flatten().map(str::trim).find(|name| !name.is_empty()).ok_or(Fault("value"))?;
    Ok(Listed { account, at: moment(first.and_then(|entry| entry.get("timestamp"))) })
}

/// Somebody began to follow.
pub fn follow(listed: &Listed<'_>, at: Millis) -> Piece {
    Piece::Fact(Fact {
        kind: FactKind::Follow,
        native: format!("follow:{}:{}", listed.account, at.0),
        at,
        zone_rule: ZoneRule::Told,
        actor: Some(ActorKey { native: listed.account.to_owned(), display: None }),
        post: None,
        reply_to: None,
        text: None,
        url: None,
    })
}

/// What is counted of a download, whatever its network: who follows, what has no moment, from when to when.
#[derive(Debug, Default)]
pub struct Met {
    followers: u64,
    undated: u64,
    aside: u64,
    spans: BTreeMap<FactKind, (Millis, Millis)>,
}

impl Met {
    /// Somebody who follows.
    pub fn follower(&mut self, item: &Value) -> Result<Vec<Piece>, Fault> {
        let listed = listed(item)?;
        self.followers += 1;
        Ok(self.dated(FactKind::Follow, listed.at).map(|at| follow(&listed, at)).into_iter().collect())
    }

    /// The moment of something of that kind; what has none is counted, and no day is invented for it.
    pub fn dated(&mut self, kind: FactKind, at: Option<Millis>) -> Option<Millis> {
        let Some(at) = at else {
            self.undated += 1;
            return None;
        };
        let span = self.spans.entry(kind).or_insert((at, at));
        *span = (span.0.min(at), span.1.max(at));
        Some(at)
    }

    /// Something that concerns the account alone.
    pub const fn aside(&mut self) {
        self.aside += 1;
    }

    /// From the first to the last of each kind, the lists are whole.
    pub fn coverage(&self) -> impl Iterator<Item = Piece> {
        self.spans.iter().map(|(kind, (from, to))| {
            let span = Span { from: *from, to: Millis(to.0.saturating_add(1)) };
            Piece::Coverage(Coverage { what: What::Facts(*kind), span })
        })
    }

    /// What people should know of the file; `own`: what is particular to the network.
    pub fn notes(&self, rows: u64, own: Vec<Note>) -> Vec<Note> {
        let count = |code, count: u64| (count > 0).then(|| Note::new(code, [("count", count.to_string())]));
        let empty = (rows == 0).then(|| Note::new("download-list-empty", []));
        let before = count("followers-listed", self.followers);
        let after = [count("download-undated", self.undated), count("download-left-aside", self.aside), empty];
        before.into_iter().chain(own).chain(after.into_iter().flatten()).collect()
    }
}

/// What was published at once: one medium or several, or a text alone.
#[derive(Debug, PartialEq)]
pub struct Published {
    /// When.
    pub at: Option<Millis>,
    /// Its caption.
    pub text: Option<String>,
    /// What it is made of.
    pub content_type: ContentType,
}

/// Reads `{"media": [{"uri", "creation_timestamp", "title"}…], "title", "creation_timestamp"}`, or one medium alone.
pub fn published(item: &Value) -> Result<Published, Fault> {
    let several = item.get("media").and_then(Value::as_array).map(Vec::as_slice);
    let media = match several {
        Some(media) => media,
        None if item.get("creation_timestamp").is_some() => std::slice::from_ref(item),
        None => return Err(Fault("media")),
    };
    let first = media.first();
    let of_whole = |key: &str| item.get(key).or_else(|| first?.get(key));
    let title = item.get("title").filter(|title| title.as_str() != Some("")).or_else(|| first?.get("title"));
    let text = title.and_then(Value::as_str).map(mended).filter(|text| !text.trim().is_empty());
    let files: Vec<&str> = media.iter().filter_map(|medium| medium.get("uri")?.as_str()).collect();
    Ok(Published { at: moment(of_whole("creation_timestamp")), text, content_type: content_type(&files) })
}

fn content_type(files: &[&str]) -> ContentType {
    let extension = |file: &str| file.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    match files.iter().copied().filter(|file| !file.is_empty()).collect::<Vec<_>>().as_slice() {
        [] => ContentType::Status,
        [only] => match extension(only).as_deref() {
            Some("mp4" | "mov" | "m4v" | "webm") => ContentType::Video,
            _ => ContentType::Photo,
        },
        _ => ContentType::Carousel,
    }
}

/// Makes keys for what the download gives none: the sort and the second, and a number where a second holds several.
#[derive(Debug, Default)]
pub struct Keys(HashMap<(&'static str, i64), u32>);

impl Keys {
    /// The next key of that sort and moment: the same file gives the same keys again.
    pub fn next(&mut self, sort: &'static str, at: Millis) -> String {
        let met = self.0.entry((sort, at.0)).or_default();
        *met += 1;
        let second = at.0.div_euclid(1000);
        if *met == 1 { format!("{sort}:{second}") } else { format!("{sort}:{second}:{met}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_are_mended_only_where_they_are_damaged() {
        let cases = [
            ("Tr\u{c3}\u{a8}s r\u{c3}\u{a9}ussi n\u{c2}\u{b0} 0 \u{f0}\u{9f}\u{91}\u{8f}", "Très réussi n° 0 👏"),
            ("déjà écrit", "déjà écrit"),
            ("plain", "plain"),
            ("👏 Ã©", "👏 Ã©"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(mended(text), expected);
        }
    }

    #[test]
    fn accounts_are_named_where_the_download_names_them() {
        let at = Some(Millis(1_700_000_000_000));
        let entry = |value: serde_json::Value| json!({"title": "", "string_list_data": [value]});
        let cases = [
            (entry(json!({"href": "https://i.example/ada", "value": "ada", "timestamp": 1_700_000_000})), "ada"),
            (entry(json!({"href": "https://i.example/_u/ada/", "timestamp": 1_700_000_000})), "ada"),
            (json!({"title": "ada", "string_list_data": [{"timestamp": 1_700_000_000}]}), "ada"),
        ];
        for (item, account) in &cases {
            assert_eq!(listed(item), Ok(Listed { account, at }), "{item}");
        }
        assert_eq!(listed(&json!({"string_list_data": []})), Err(Fault("value")));
        assert_eq!(listed(&json!({})), Err(Fault("string_list_data")));
    }

    #[test]
    fn a_moment_is_not_zero() {
        assert_eq!(moment(Some(&json!(0))), None);
        assert_eq!(moment(Some(&json!(i64::MAX))), None);
        assert_eq!(moment(Some(&json!(5))), Some(Millis(5000)));
    }

    #[test]
    fn what_a_post_is_made_of() {
        let cases = [
            (vec![""], ContentType::Status),
            (vec!["media/posts/1.jpg"], ContentType::Photo),
            (vec!["media/posts/1.MP4"], ContentType::Video),
            (vec!["1.jpg", "2.mp4"], ContentType::Carousel),
        ];
        for (files, expected) in cases {
            assert_eq!(content_type(&files), expected, "{files:?}");
        }
    }
}
