//! Their lists: what each key holds, and the labels of a comment, which are in the account's language.

use crate::items;
use crate::meta_download::{Fault, mended, moment};
use crate::table::columns::fold;
use model::Millis;
use serde_json::Value;

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Somebody who follows.
    Follower,
    /// A comment that the account wrote.
    Comment,
    /// A post of the profile.
    Post,
    /// A post that its author took off the profile.
    Archived,
    /// A story.
    Story,
    /// A reel.
    Reel,
    /// A video of the time of IGTV.
    Video,
    /// A private message.
    Message,
    /// Somebody whom the account stopped following: its own act, and no loss.
    Unfollowed,
    /// What concerns the account alone: whom it follows, likes, blocks.
    Aside,
}

/// Keys whose list is read; every other one is left alone.
const LISTS: &[(&str, Part)] = &[
    ("relationships_followers", Part::Follower),
    ("relationships_unfollowed_users", Part::Unfollowed),
    ("comments_reels_comments", Part::Comment),
    ("comments_media_comments", Part::Comment),
    ("comments_story_comments", Part::Comment),
    ("ig_posts", Part::Post),
    ("ig_archived_post_media", Part::Archived),
    ("ig_stories", Part::Story),
    ("ig_reels_media", Part::Reel),
    ("ig_igtv_media", Part::Video),
    ("messages", Part::Message),
];

/// Beginnings of the keys of the other lists.
const FAMILIES: &[&str] = &["relationships_", "comments_", "ig_", "likes_", "saved_saved_", "story_activities_"];

/// How sure it is that a text of this beginning is of the download.
pub fn sure(text: &str) -> Option<u8> {
    if items::is_list(text) {
        let published = text.contains("\"media\"") && text.contains("\"creation_timestamp\"");
        let comments = text.contains("\"string_map_data\"") && text.contains("\"timestamp\"");
        return (text.contains("\"string_list_data\"") || comments || published).then_some(90);
    }
    let key = items::first_key(text)?;
    if key == "participants" {
        return (text.contains("\"messages\"") && text.contains("\"timestamp_ms\"")).then_some(70);
    }
    let known = LISTS.iter().any(|(list, part)| *list == key && *part != Part::Message);
    (known || FAMILIES.iter().any(|family| key.starts_with(family))).then_some(95)
}

/// What an item of the list under that key is.
pub fn part(key: &str, item: &Value) -> Result<Part, Fault> {
    if !key.is_empty() {
        return Ok(LISTS.iter().find(|(list, _)| *list == key).map_or(Part::Aside, |(_, part)| *part));
    }
    let has = |key: &str| item.get(key).is_some();
    if has("string_list_data") {
        Ok(Part::Follower)
    } else if has("string_map_data") {
        Ok(Part::Comment)
    } else if has("media") {
        Ok(Part::Post)
    } else {
        Err(Fault("media"))
    }
}

/// A comment that the account wrote.
#[derive(Debug, PartialEq)]
pub struct Comment {
    /// When.
    pub at: Option<Millis>,
    /// What it says, where its label is known.
    pub text: Option<String>,
}

/// What the label of the text is called: English, French, Dutch, German, Spanish and Portuguese, Italian, Polish.
const TEXT: &[&str] = &["comment", "commentaire", "opmerking", "kommentar", "comentario", "commento", "komentarz"];

/// Reads a comment: its moment is the only value with a moment, whatever its label.
pub fn comment(item: &Value) -> Result<Comment, Fault> {
    let map = item.get("string_map_data").and_then(Value::as_object).ok_or(Fault("string_map_data"))?;
    let at = map.values().find_map(|value| moment(value.get("timestamp")));
    let text = map.iter().find(|(label, _)| TEXT.contains(&fold(&mended(label)).as_str()));
    let text = text.and_then(|(_, value)| value.get("value")?.as_str()).map(mended);
    Ok(Comment { at, text: text.filter(|text| !text.trim().is_empty()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn comments_are_read_whatever_the_language_of_their_labels() {
        let at = Some(Millis(5000));
        let cases = [
            (json!({"Comment": {"value": "a"}, "Media Owner": {"value": "b"}, "Time": {"timestamp": 5}}), Some("a")),
            (json!({"Commentaire": {"value": "\u{c3}\u{a9}t\u{c3}\u{a9}"}, "Heure": {"timestamp": 5}}), Some("été")),
            (json!({"Coment\u{c3}\u{a1}rio": {"value": "a"}, "Hora": {"timestamp": 5}}), Some("a")),
            (json!({"Hozzászólás": {"value": "a"}, "Id\u{151}": {"timestamp": 5}}), None),
        ];
        for (map, text) in cases {
            let comment = comment(&json!({"string_map_data": map}));
            assert_eq!(comment, Ok(Comment { at, text: text.map(str::to_owned) }), "{map}");
        }
    }

    #[test]
    fn lists_are_known_by_their_keys() {
        let follower = json!({"string_list_data": []});
        assert_eq!(part("", &follower), Ok(Part::Follower));
        assert_eq!(part("relationships_following", &follower), Ok(Part::Aside));
        assert_eq!(part("relationships_unfollowed_users", &follower), Ok(Part::Unfollowed));
        assert_eq!(part("", &json!({})), Err(Fault("media")));
    }
}
