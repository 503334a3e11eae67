//! Posts and topics → acts of the community and of the team.

use super::wire::{Post, Topic, User};
use crate::conversation::{self, Conversation, Moment};
use crate::trouble::{Trouble, TroubleCode};
use model::ActorKey;
use std::collections::HashMap;

/// The sort of action that is a like.
const LIKE: i64 = 2;

/// What a post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Somebody says something.
    Said,
    /// Among the team only.
    Whisper,
    /// A line of the service (closed, pinned, moved), or a post taken away.
    Service,
}

/// What a post is.
pub const fn sort(post: &Post) -> Sort {
    match post.post_type {
        _ if post.deleted_at.is_some() || post.hidden => Sort::Service,
        1 => Sort::Said,
        4 => Sort::Whisper,
        _ => Sort::Service,
    }
}

/// When, as the forum writes it.
pub fn moment(created_at: &str) -> Result<Moment, Trouble> {
    let trouble = || Trouble::new(TroubleCode::NotADate).field("created_at").with("value", created_at);
    crate::dates::instant(created_at).map(Moment::told).ok_or_else(trouble)
}

/// The key of a post: its place in its topic, so that a list of topics and the topics themselves agree.
pub fn key(topic: i64, number: i64) -> String {
    format!("{topic}/{number}")
}

fn actor(id: Option<i64>, username: Option<&str>, name: Option<&str>) -> Option<ActorKey> {
    let native = id.map(|id| id.to_string()).or_else(|| username.map(|username| format!("name {username}")))?;
    let shown = name.filter(|name| !name.is_empty()).or(username);
    Some(ActorKey { native, display: shown.map(str::to_owned) })
}

/// A post.
pub fn post(post: &Post, when: Moment, talk: &Conversation<'_>) -> conversation::Message {
    let names = [post.username.as_deref(), post.name.as_deref()];
    let of_team = talk.is_team(names.into_iter().flatten());
    let opening = (post.post_number > 1).then(|| key(post.topic_id, 1));
    let answered = post.reply_to_post_number.map(|number| key(post.topic_id, number));
    let answered_user = post.reply_to_user.as_ref().filter(|_| answered.is_some());
    let likes = post.actions_summary.as_deref().map(|actions| {
        let likes = actions.iter().filter(|action| action.id == LIKE).filter_map(|action| action.count);
        likes.map(f64::from).sum()
    });
    conversation::Message {
        author: actor(post.user_id, post.username.as_deref(), post.name.as_deref()),
        of_team,
        // Without more, the team answers the topic; somebody of the community stands under it.
        answers: answered.or_else(|| opening.clone().filter(|_| of_team)),
        answers_team: answered_user
            .map(|user| talk.is_team([user.username.as_deref(), user.name.as_deref()].into_iter().flatten())),
        under: opening,
        text: post.cooked.as_deref().map(words::plain),
        likes,
        ..conversation::Message::new(key(post.topic_id, post.post_number), when)
    }
}

/// The first post of a topic, as a list of topics tells it.
pub fn topic(
    topic: &Topic,
    users: &HashMap<i64, User>,
    when: Moment,
    talk: &Conversation<'_>,
) -> conversation::Message {
    let id = topic.posters.first().and_then(|poster| poster.user_id);
    let user = id.and_then(|id| users.get(&id));
    let username = user.and_then(|user| user.username.as_deref());
    let name = user.and_then(|user| user.name.as_deref());
    conversation::Message {
        author: actor(id, username, name),
        of_team: talk.is_team([username, name].into_iter().flatten()),
        text: topic.title.clone(),
        ..conversation::Message::new(key(topic.id, 1), when)
    }
}
