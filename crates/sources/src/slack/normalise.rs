//! Messages → acts of the community and of the team.

use super::wire::{File, Message};
use crate::conversation::{self, Conversation, Moment};
use crate::trouble::{Trouble, TroubleCode};
use model::{ActorKey, ContentType, Millis};

/// What a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Somebody says something.
    Said,
    /// Somebody joined the channel.
    Joined,
    /// Somebody left it.
    Left,
    /// Of a bot or an integration.
    Bot,
    /// A line of the service: a topic changed, a file put down in older exports.
    Service,
}

/// What a message is, by its subtype and its author.
pub fn sort(message: &Message) -> Sort {
    match message.subtype.as_deref() {
        Some("channel_join" | "group_join") => Sort::Joined,
        Some("channel_leave" | "group_leave") => Sort::Left,
        Some("bot_message") => Sort::Bot,
        _ if message.user.as_deref() == Some("USLACKBOT") => Sort::Bot,
        None | Some("me_message" | "thread_broadcast") if message.bot_id.is_some() => Sort::Bot,
        None | Some("me_message" | "thread_broadcast") if message.user.is_some() => Sort::Said,
        _ => Sort::Service,
    }
}

/// When a message was sent, by its key.
pub fn moment(message: &Message) -> Result<Moment, Trouble> {
    let ts = message.ts.as_deref().unwrap_or_default();
    if ts.is_empty() {
        return Err(Trouble::new(TroubleCode::EmptyValue).field("ts"));
    }
    let trouble = || Trouble::new(TroubleCode::NotADate).field("ts").with("value", ts);
    let (seconds, rest) = ts.split_once('.').unwrap_or((ts, ""));
    if seconds.len() > 11 || !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(trouble());
    }
    let seconds: i64 = seconds.parse().map_err(|_| trouble())?;
    let thousandths: String = format!("{rest}000").chars().take(3).collect();
    let thousandths: i64 = thousandths.parse().map_err(|_| trouble())?;
    Ok(Moment::told(Millis(seconds * 1000 + thousandths)))
}

/// The key of a message: its own counts within the channel only.
pub fn key(channel: &str, ts: &str) -> String {
    format!("{channel}/{ts}")
}

/// Who wrote it. Their id, the same in the whole workspace.
pub fn actor(message: &Message) -> Option<ActorKey> {
    let profile = message.user_profile.as_ref();
    let shown = profile.and_then(|profile| {
        [&profile.display_name, &profile.real_name, &profile.name].into_iter().flatten().find(|name| !name.is_empty())
    });
    Some(ActorKey { native: message.user.clone()?, display: shown.cloned() })
}

/// A message of this channel.
pub fn message(message: &Message, channel: &str, when: Moment, talk: &Conversation<'_>) -> conversation::Message {
    let ts = message.ts.as_deref().unwrap_or_default();
    let profile = message.user_profile.as_ref();
    let called = profile.map(|profile| [&profile.name, &profile.display_name, &profile.real_name]);
    let names = called.into_iter().flatten().flatten().chain(&message.user).map(String::as_str);
    let thread = message.thread_ts.as_deref().filter(|thread| *thread != ts).map(|thread| key(channel, thread));
    conversation::Message {
        author: actor(message),
        of_team: talk.is_team(names),
        answers: thread.clone(),
        answers_team: message.parent_user_id.as_deref().filter(|_| thread.is_some()).and_then(|parent| {
            // Its name stands with its message only: an id that is not named says nothing.
            talk.is_team([parent]).then_some(true)
        }),
        under: thread,
        text: message.text.as_deref().map(plain),
        content_type: content_type(message.files.as_deref().unwrap_or_default()),
        likes: message.reactions.as_ref().map(|sorts| sorts.iter().map(|sort| f64::from(sort.count)).sum()),
        ..conversation::Message::new(key(channel, ts), when)
    }
}

fn content_type(files: &[File]) -> ContentType {
    let is = |sort: &str| files.iter().any(|file| file.mimetype.as_deref().is_some_and(|kind| kind.starts_with(sort)));
    if is("video/") {
        ContentType::Video
    } else if is("image/") {
        ContentType::Photo
    } else if is("audio/") {
        ContentType::Audio
    } else {
        ContentType::Status
    }
}

/// Slack's markup as people read it: `<@U1|ana>` is `@ana`, `<https://a.example|here>` is `here`.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        let Some((inside, behind)) = after.split_once('>') else {
            rest = after;
            plain.push('<');
            break;
        };
        let (target, label) = inside.split_once('|').map_or((inside, None), |(target, label)| (target, Some(label)));
        let sign = target.chars().next().filter(|sign| matches!(sign, '@' | '#' | '!'));
        match (sign, label) {
            (Some('!'), None) => plain.extend(["@", target.trim_start_matches('!')]),
            (Some(sign @ ('@' | '#')), Some(label)) => {
                plain.push(sign);
                plain.push_str(label);
            }
            (_, Some(label)) => plain.push_str(label),
            (_, None) => plain.push_str(target),
        }
        rest = behind;
    }
    plain.push_str(rest);
    plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The channel of a day file, from its path: `general/2016-01-14.json`.
pub fn channel(path: &str) -> Option<&str> {
    let mut parts = path.rsplit(['/', '\\']);
    let day = parts.next()?.strip_suffix(".json")?;
    let is_day = day.parse::<jiff::civil::Date>().is_ok();
    parts.next().filter(|folder| is_day && !folder.is_empty())
}

/// Whether the folder holds talks between a few people.
pub fn is_private(channel: &str) -> bool {
    let talk = channel
        .strip_prefix('D')
        .is_some_and(|id| id.len() >= 8 && id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()));
    talk || channel.starts_with("mpdm-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_words() {
        let cases = [
            (
                "<@U1>: see <https://a.example/x|the page> &amp; <https://b.example>",
                "@U1: see the page & https://b.example",
            ),
            ("<@U1|ana> in <#C1|general>, <!here>", "@ana in #general, @here"),
            ("1 &lt; 2 < 3", "1 < 2 < 3"),
            ("<!subteam^S1|@team>", "@team"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn channels_come_from_the_path() {
        let cases = [
            ("general/2016-01-14.json", Some("general")),
            ("export/general/2016-01-14.json", Some("general")),
            ("2016-01-14.json", None),
            ("general/notes.json", None),
            ("general/2016-13-14.json", None),
        ];
        for (path, expected) in cases {
            assert_eq!(channel(path), expected, "{path}");
        }
        assert!(is_private("D0BMQB6JE") && is_private("mpdm-ana--bob-1"));
        assert!(!is_private("DESIGN") && !is_private("general"));
    }

    #[test]
    fn keys_are_moments() {
        let at = |ts: &str| {
            let read: Result<Message, _> = serde_json::from_value(serde_json::json!({ "ts": ts }));
            read.ok().and_then(|message| moment(&message).ok()).map(|when| when.at.0)
        };
        assert_eq!(at("1434139102.000002"), Some(1_434_139_102_000));
        assert_eq!(at("1434139102.5"), Some(1_434_139_102_500));
        assert_eq!([at(""), at("soon"), at("1.x"), at("99999999999999")], [None; 4]);
    }
}
