//! Messages → acts of the community and of the team.

use super::wire::{Id, Message, Reaction, Received, Seconds, User};
use crate::conversation::{self, Conversation, Moment};
use crate::dates;
use crate::trouble::{Trouble, TroubleCode};
use jiff::tz::TimeZone;
use model::{ActorKey, ContentType, Millis};
use std::collections::HashMap;

/// Somebody joined or left, by name until everybody's id is known.
#[derive(Debug)]
pub struct Member {
    /// Whether they joined.
    pub joined: bool,
    /// Key of the act.
    pub native: String,
    /// When.
    pub when: Moment,
    /// Their id, where the line says it.
    pub id: Option<String>,
    /// Their name.
    pub name: Option<String>,
}

/// Who bears which name, as messages tell.
#[derive(Debug, Default)]
pub struct Names(HashMap<String, Option<String>>);

impl Names {
    /// Notes who wrote a message.
    pub fn note(&mut self, name: Option<&str>, id: Option<&Id>) {
        let (Some(name), Some(id)) = (name, id) else { return };
        let id = id.native();
        self.0
            .entry(name.to_owned())
            .and_modify(|known| {
                if known.as_ref() != Some(&id) {
                    // Two people of one name: the name is nobody's key.
                    *known = None;
                }
            })
            .or_insert(Some(id));
    }

    /// The key of a member: their id where it is told or can be found, else their name.
    pub fn actor(&self, member: &Member) -> Option<ActorKey> {
        let found = member.name.as_ref().and_then(|name| self.0.get(name).cloned().flatten());
        let native = member.id.clone().or(found).or_else(|| member.name.as_ref().map(|name| format!("name {name}")))?;
        Some(ActorKey { native, display: member.name.clone() })
    }
}

/// The moment of a message: exact in newer exports, local in older ones.
pub fn moment(message: &Message, zone: &TimeZone) -> Result<Moment, Trouble> {
    let seconds = match &message.date_unixtime {
        Some(Seconds::Number(seconds)) => Some(*seconds),
        Some(Seconds::Text(text)) => Some(
            text.parse().map_err(|_| Trouble::new(TroubleCode::NotADate).field("date_unixtime").with("value", text))?,
        ),
        None => None,
    };
    if let Some(seconds) = seconds {
        return Ok(Moment::told(at(seconds)));
    }
    let date = message.date.as_deref().unwrap_or_default();
    if date.is_empty() {
        return Err(Trouble::new(TroubleCode::EmptyValue).field("date"));
    }
    let local = dates::moment(date, None).and_then(|(day, time)| Moment::assumed(day, time?, zone));
    local.ok_or_else(|| Trouble::new(TroubleCode::NotADate).field("date").with("value", date))
}

const fn at(seconds: i64) -> Millis {
    Millis(seconds.saturating_mul(1000))
}

/// A message of the chat of that id. `channel`: the chat is a channel, in which only its owner speaks.
pub fn message(
    message: &Message,
    chat: &str,
    when: Moment,
    channel: bool,
    talk: &Conversation<'_>,
) -> conversation::Message {
    let id = message.from_id.as_ref().map(Id::native);
    let digits = message.from_id.as_ref().map(Id::digits);
    let names = [message.from.as_deref(), id.as_deref(), digits.as_deref()];
    let of_team = channel || talk.is_team(names.into_iter().flatten());
    // Deleted accounts keep their id and lose their name; very old exports have the name alone.
    let native = id.or_else(|| message.from.as_ref().map(|name| format!("name {name}")));
    let author = native.filter(|_| !channel).map(|native| ActorKey { native, display: message.from.clone() });
    let answers = message.reply_to_message_id.filter(|_| message.reply_to_peer_id.is_none());
    conversation::Message {
        author,
        of_team,
        answers: answers.map(|id| key(chat, id)),
        text: message.text.as_ref().map(super::wire::Text::words),
        content_type: content_type(message),
        likes: message.reactions.as_deref().map(likes),
        ..conversation::Message::new(key(chat, message.id), when)
    }
}

/// The key of a message: its number counts within the chat only.
pub fn key(chat: &str, id: i64) -> String {
    format!("{chat}/{id}")
}

fn likes(reactions: &[Reaction]) -> f64 {
    reactions.iter().map(|reaction| f64::from(reaction.count)).sum()
}

fn content_type(message: &Message) -> ContentType {
    match message.media_type.as_deref() {
        Some("video_file" | "video_message") => ContentType::Video,
        Some("voice_message" | "audio_file") => ContentType::Audio,
        Some("animation" | "sticker") => ContentType::Photo,
        _ if message.photo.is_some() => ContentType::Photo,
        _ if message.poll.is_some() => ContentType::Poll,
        _ => ContentType::Status,
    }
}

/// Who joined or left by a service line; empty when it tells nothing of the kind.
pub fn members(message: &Message, chat: &str, when: Moment) -> Vec<Member> {
    let native = key(chat, message.id);
    let actor = message.actor_id.as_ref().map(Id::native);
    let joined = match message.action.as_deref() {
        Some("join_group_by_link" | "join_group_by_request") => {
            return vec![Member { joined: true, native, when, id: actor, name: message.actor.clone() }];
        }
        Some("create_group" | "invite_members") => true,
        Some("remove_members") => false,
        _ => return Vec::new(),
    };
    let named = message.members.as_deref().unwrap_or_default();
    let member = |(place, name): (usize, &Option<String>)| {
        let own = name.is_some() && *name == message.actor;
        Member {
            joined,
            native: format!("{native}/{place}"),
            when,
            id: actor.clone().filter(|_| own),
            name: name.clone(),
        }
    };
    named.iter().enumerate().map(member).collect()
}

/// The chat's id as Telegram Desktop writes it: a bot sees it negative, supergroups behind `-100`.
pub fn bare_chat(id: i64) -> String {
    const SUPERGROUPS: i64 = 1_000_000_000_000;
    let id = id.saturating_abs();
    if id > SUPERGROUPS { (id - SUPERGROUPS).to_string() } else { id.to_string() }
}

/// A message as a bot received it.
pub fn received(message: &Received, channel: bool, talk: &Conversation<'_>) -> conversation::Message {
    let chat = bare_chat(message.chat.id);
    let of_team = |user: &User| talk.is_team(names(user).iter().map(String::as_str));
    let answered = message.reply_to_message.as_ref();
    conversation::Message {
        author: message.from.as_ref().filter(|_| !channel).map(actor),
        of_team: channel || message.from.as_ref().is_some_and(of_team),
        answers: answered.map(|answered| key(&chat, answered.message_id)),
        answers_team: answered.and_then(|answered| answered.from.as_ref()).map(of_team),
        text: message.text.clone().or_else(|| message.caption.clone()),
        content_type: match message {
            Received { video: Some(_), .. } => ContentType::Video,
            Received { photo: Some(_), .. } => ContentType::Photo,
            Received { poll: Some(_), .. } => ContentType::Poll,
            _ => ContentType::Status,
        },
        ..conversation::Message::new(key(&chat, message.message_id), received_at(message))
    }
}

/// When a bot's message was sent.
pub const fn received_at(message: &Received) -> Moment {
    Moment::told(at(message.date))
}

/// A user's key, the same as in an export of Telegram Desktop.
pub fn actor(user: &User) -> ActorKey {
    ActorKey { native: format!("user{}", user.id), display: names(user).into_iter().next() }
}

/// What a user is called, the fullest first.
fn names(user: &User) -> Vec<String> {
    let full: Vec<&str> = [&user.first_name, &user.last_name].into_iter().flatten().map(String::as_str).collect();
    let mut names = Vec::new();
    names.extend((!full.is_empty()).then(|| full.join(" ")));
    names.extend(user.first_name.clone());
    names.extend(user.username.clone());
    names.push(user.id.to_string());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chats_have_one_id_whoever_looks() {
        assert_eq!(
            [bare_chat(-1_001_292_716_582), bare_chat(-42), bare_chat(42), bare_chat(i64::MIN)],
            ["1292716582", "42", "42", "9223371036854775807"]
        );
    }

    #[test]
    fn a_name_that_two_people_bear_is_nobodys_key() {
        let mut names = Names::default();
        let id = |id: &str| Id::Text(id.to_owned());
        names.note(Some("Zoé"), Some(&id("user1")));
        names.note(Some("Zoé"), Some(&id("user1")));
        names.note(Some("Max"), Some(&id("user2")));
        names.note(Some("Max"), Some(&id("user3")));
        let member = |name: &str| Member {
            joined: true,
            native: String::new(),
            when: Moment::told(Millis(0)),
            id: None,
            name: Some(name.to_owned()),
        };
        let key = |name| names.actor(&member(name)).map(|actor| actor.native);
        assert_eq!(key("Zoé").as_deref(), Some("user1"));
        assert_eq!(key("Max").as_deref(), Some("name Max"));
        assert_eq!(key("Ana").as_deref(), Some("name Ana"));
    }
}
