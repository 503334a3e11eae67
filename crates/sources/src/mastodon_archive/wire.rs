//! Their JSON: the keys of an ActivityPub activity that are read, and no other. Tags, contexts, signatures, media
//! descriptions and addresses of followers are never looked at.

use serde_json::Value;

/// Who may read an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody: listed or not.
    Public,
    /// Followers or the people named.
    Private,
}

/// One item of the outbox.
#[derive(Debug, PartialEq)]
pub struct Activity<'a> {
    /// Its own address.
    pub id: &'a str,
    /// The account that acted.
    pub actor: &'a str,
    /// When, as written.
    pub published: &'a str,
    /// Who may read it.
    pub audience: Audience,
    /// What was done.
    pub act: Act<'a>,
}

/// What an activity does.
#[derive(Debug, PartialEq)]
pub enum Act<'a> {
    /// Publishes something.
    Create(Note<'a>),
    /// Boosts the post at that address.
    Announce(&'a str),
    /// Anything else (`Like`, `Update`…): counted, not read.
    Other,
}

/// What was published.
#[derive(Debug, PartialEq)]
pub struct Note<'a> {
    /// Its address, which is its key everywhere on the network.
    pub id: &'a str,
    /// `Note`, `Question`, `Article`…
    pub kind: &'a str,
    /// The address of what it answers.
    pub in_reply_to: Option<&'a str>,
    /// The page that shows it.
    pub url: Option<&'a str>,
    /// The warning in front of it.
    pub summary: Option<&'a str>,
    /// What it says, as HTML.
    pub content: &'a str,
    /// Media types of what is attached.
    pub media: Vec<&'a str>,
}

/// The key that is missing or is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault(pub &'static str);

/// Reads one item of `orderedItems`.
pub fn activity(item: &Value) -> Result<Activity<'_>, Fault> {
    let id = text(item, "id")?;
    let kind = text(item, "type")?;
    let object = item.get("object").ok_or(Fault("object"))?;
    let act = match kind {
        "Create" => Act::Create(note(object)?),
        "Announce" => Act::Announce(object.as_str().or_else(|| object.get("id")?.as_str()).ok_or(Fault("object"))?),
        _ => Act::Other,
    };
    Ok(Activity { id, actor: text(item, "actor")?, published: text(item, "published")?, audience: audience(item), act })
}

fn note(object: &Value) -> Result<Note<'_>, Fault> {
    if !object.is_object() {
        return Err(Fault("object"));
    }
    let id = text(object, "id").map_err(|_| Fault("object.id"))?;
    let kind = text(object, "type").map_err(|_| Fault("object.type"))?;
    let optional = |key: &str| object.get(key).and_then(Value::as_str);
    // A post of pictures alone has an empty content; one whose language is told may have its content there only.
    let in_language = || object.get("contentMap")?.as_object()?.values().next()?.as_str();
    let media = object.get("attachment").and_then(Value::as_array).into_iter().flatten();
    Ok(Note {
        id,
        kind,
        in_reply_to: optional("inReplyTo"),
        url: optional("url"),
        summary: optional("summary").filter(|text| !text.is_empty()),
        content: optional("content").or_else(in_language).unwrap_or_default(),
        media: media.filter_map(|file| file.get("mediaType")?.as_str()).collect(),
    })
}

fn text<'a>(object: &'a Value, key: &'static str) -> Result<&'a str, Fault> {
    object.get(key).and_then(Value::as_str).filter(|text| !text.is_empty()).ok_or(Fault(key))
}

/// Public when the special address of everybody stands in `to` (listed) or `cc` (unlisted).
fn audience(item: &Value) -> Audience {
    let everybody = |value: &Value| {
        matches!(value.as_str(), Some("https://www.w3.org/ns/activitystreams#Public" | "as:Public" | "Public"))
    };
    let public = ["to", "cc"].iter().filter_map(|key| item.get(key)).any(|value| match value.as_array() {
        Some(list) => list.iter().any(everybody),
        None => everybody(value),
    });
    if public { Audience::Public } else { Audience::Private }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

    #[test]
    fn who_may_read() {
        let cases = [
            (json!({"to": [PUBLIC], "cc": ["x"]}), Audience::Public),
            (json!({"to": ["x/followers"], "cc": [PUBLIC]}), Audience::Public),
            (json!({"to": PUBLIC}), Audience::Public),
            (json!({"to": ["x/followers"], "cc": []}), Audience::Private),
            (json!({"to": ["y"]}), Audience::Private),
            (json!({}), Audience::Private),
        ];
        for (item, expected) in cases {
            assert_eq!(audience(&item), expected, "{item}");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let item =
            |object: Value| json!({"id": "a", "type": "Create", "actor": "me", "published": "x", "object": object});
        let cases = [
            (json!({}), "id"),
            (json!(5), "id"),
            (json!({"id": "a", "type": 3}), "type"),
            (json!({"id": "a", "type": "Create"}), "object"),
            (item(json!("address")), "object"),
            (item(json!({})), "object.id"),
            (item(json!({"id": "n"})), "object.type"),
            (json!({"id": "a", "type": "Announce", "object": "x"}), "actor"),
            (json!({"id": "a", "type": "Announce", "object": "x", "actor": "me"}), "published"),
        ];
        for (item, field) in cases {
            assert_eq!(activity(&item), Err(Fault(field)), "{item}");
        }
    }

    #[test]
    fn the_content_may_stand_under_its_language() {
        let object = json!({"id": "n", "type": "Note", "contentMap": {"fr": "<p>oui</p>"}, "attachment": [{"mediaType": "image/png"}, {}]});
        let note = note(&object);
        assert_eq!(note.as_ref().map(|note| note.content), Ok("<p>oui</p>"));
        assert_eq!(note.map(|note| note.media), Ok(vec!["image/png"]));
    }
}
