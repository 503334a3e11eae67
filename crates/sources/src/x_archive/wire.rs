//! Their files: the name each gives itself in its first line, and the keys of a tweet that are read.
//!
//! `window.YTD.tweets.part0 = [ {"tweet": {…}} ]` today, without the inner key before 2020, and
//! `Grailbird.data.tweets_2014_09 = [ {…} ]` before 2018. Numbers are texts.

use model::Millis;
use serde_json::Value;

/// Which file of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    /// What the account published.
    Tweets,
    /// Private messages, with or without their texts.
    Messages,
    /// Who follows, without dates.
    Followers,
    /// Whom the account follows, without dates.
    Following,
    /// What the account liked, without dates.
    Likes,
    /// The account itself.
    Account,
    /// What the archive holds.
    Manifest,
    /// Anything else of it, by its name.
    Other(String),
}

/// What stands before the first `=`, when it is X's.
fn assigned(text: &str) -> Option<&str> {
    let (before, _) = text.trim_start_matches('\u{feff}').split_once('=')?;
    let name = before.trim();
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '$'));
    (name.len() < 200 && plain).then_some(name)
}

/// Whether an assignment stands before the JSON.
pub fn is_assigned(text: &str) -> bool {
    assigned(text).is_some()
}

/// Which file of the archive this text begins.
pub fn file(text: &str) -> Option<File> {
    let name = assigned(text)?;
    if name == "window.__THAR_CONFIG" {
        return Some(File::Manifest);
    }
    if let Some(month) = name.strip_prefix("Grailbird.data.") {
        return month.starts_with("tweets_").then_some(File::Tweets);
    }
    let name = name.strip_prefix("window.YTD.")?.split('.').next()?;
    Some(match name {
        "tweets" | "tweet" | "community_tweet" => File::Tweets,
        "direct_messages"
        | "direct_messages_group"
        | "direct_message"
        | "direct_message_headers"
        | "direct_message_group_headers" => File::Messages,
        "follower" => File::Followers,
        "following" => File::Following,
        "like" => File::Likes,
        "account" => File::Account,
        other => File::Other(other.replace('_', "-")),
    })
}

/// One tweet.
#[derive(Debug, PartialEq)]
pub struct Tweet<'a> {
    /// Its number.
    pub id: &'a str,
    /// When.
    pub at: Millis,
    /// What it says, with X's escapes.
    pub text: &'a str,
    /// Whether it repeats somebody else's.
    pub boost: bool,
    /// What it answers.
    pub answers: Option<&'a str>,
    /// Whom it answers: number and name.
    pub answers_user: (Option<&'a str>, Option<&'a str>),
    /// The account's own number, which old archives tell.
    pub owner: Option<&'a str>,
    /// Likes and reposts gathered.
    pub gathered: [Option<f64>; 2],
    /// The sorts of media.
    pub media: Vec<&'a str>,
}

/// The key that is missing or is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault(pub &'static str);

/// Reads one tweet.
pub fn tweet(item: &Value) -> Result<Tweet<'_>, Fault> {
    let said = |key: &str| item.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    let text = said("full_text").or_else(|| said("text")).unwrap_or_default();
    let user = item.get("user").and_then(|user| user.get("id_str")).and_then(Value::as_str);
    let media = ["extended_entities", "entities"].into_iter().find_map(|key| item.get(key)?.get("media")?.as_array());
    Ok(Tweet {
        id: said("id_str").or_else(|| said("id")).ok_or(Fault("id_str"))?,
        at: said("created_at").and_then(instant).ok_or(Fault("created_at"))?,
        text,
        boost: item.get("retweeted_status").is_some_and(Value::is_object) || is_boost(text),
        answers: said("in_reply_to_status_id_str").or_else(|| said("in_reply_to_status_id")),
        answers_user: (
            said("in_reply_to_user_id_str").or_else(|| said("in_reply_to_user_id")),
            said("in_reply_to_screen_name"),
        ),
        owner: user,
        gathered: [count(item.get("favorite_count")), count(item.get("retweet_count"))],
        media: media.into_iter().flatten().filter_map(|medium| medium.get("type")?.as_str()).collect(),
    })
}

/// A count, written as a number or as a text.
fn count(value: Option<&Value>) -> Option<f64> {
    match value? {
        Value::String(text) => crate::numbers::count(text).ok().flatten(),
        number => number.as_f64(),
    }
}

/// `RT @name: …`: the only mark of a repost in the archive.
fn is_boost(text: &str) -> bool {
    let Some(name) = text.strip_prefix("RT @").and_then(|rest| rest.split_once(':')).map(|(name, _)| name) else {
        return false;
    };
    (1..=50).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// `Sat Dec 06 18:20:30 +0000 2025`, or `2014-09-30 18:20:30 +0000`.
pub fn instant(written: &str) -> Option<Millis> {
    if let Some(at) = crate::dates::instant(written) {
        return Some(at);
    }
    let (_, day) = written.trim().split_once(' ')?;
    let parsed = jiff::fmt::strtime::parse("%b %d %H:%M:%S %z %Y", day).ok()?;
    parsed.to_timestamp().ok().map(|timestamp| Millis(timestamp.as_millisecond()))
}

/// The text as it was typed: X escapes three characters.
pub fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn files_name_themselves() {
        let cases = [
            ("window.YTD.tweets.part0 = [", Some(File::Tweets)),
            ("\u{feff}window.YTD.tweet.part12 = [", Some(File::Tweets)),
            ("\nGrailbird.data.tweets_2014_09 = \n[", Some(File::Tweets)),
            ("window.__THAR_CONFIG = {", Some(File::Manifest)),
            ("window.YTD.direct_message_headers.part0 = []", Some(File::Messages)),
            ("window.YTD.saved_search.part0 = []", Some(File::Other("saved-search".to_owned()))),
            ("window.other = []", None),
            ("a = 1", None),
            ("no name at all", None),
        ];
        for (text, expected) in cases {
            assert_eq!(file(text), expected, "{text}");
        }
    }

    #[test]
    fn moments_of_every_age() {
        let at = Some(Millis(1_765_045_230_000));
        for written in ["Sat Dec 06 18:20:30 +0000 2025", "2025-12-06 18:20:30 +0000", "2025-12-06T18:20:30.000Z"] {
            assert_eq!(instant(written), at, "{written}");
        }
        assert_eq!(instant("soon"), None);
    }

    #[test]
    fn reposts_have_a_name_and_a_colon() {
        assert!(is_boost("RT @ada_1: hello"));
        for text in ["RT @ada hello", "RT @: hello", "rt @ada: hello", "RT @ada b: hello", "say RT @ada: hello"] {
            assert!(!is_boost(text), "{text}");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(tweet(&json!({})), Err(Fault("id_str")));
        assert_eq!(tweet(&json!({"id_str": "1", "created_at": "soon"})), Err(Fault("created_at")));
        assert_eq!(tweet(&json!({"id": 1, "created_at": "2025-12-06T18:20:30Z"})), Err(Fault("id_str")));
    }
}
