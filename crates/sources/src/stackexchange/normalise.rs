//! Questions, answers and comments → acts of the community and of the team.

use super::wire::{Comment, Owner, Post, Question};
use crate::conversation::{self, Conversation, Moment};
use model::{ActorKey, Millis};

/// A question and all that stands under it, each before what answers it.
pub fn messages(question: &Question, talk: &Conversation<'_>) -> Vec<conversation::Message> {
    let asked = key(question.question_id);
    let mut messages = vec![conversation::Message {
        text: Some([question.title.as_deref().unwrap_or_default(), &words(&question.post)].join("\n")),
        ..post(asked.clone(), &question.post, talk)
    }];
    messages.extend(question.post.comments.iter().map(|said| comment(said, &asked, &asked, talk)));
    for answer in &question.answers {
        let answered = key(answer.answer_id);
        let under = Some(asked.clone());
        messages.push(conversation::Message {
            answers: under.clone(),
            under,
            ..post(answered.clone(), &answer.post, talk)
        });
        messages.extend(answer.post.comments.iter().map(|said| comment(said, &answered, &asked, talk)));
    }
    messages
}

/// Questions and answers share one row of numbers.
fn key(post: i64) -> String {
    format!("post {post}")
}

const fn when(seconds: i64) -> Moment {
    Moment::told(Millis(seconds.saturating_mul(1000)))
}

fn actor(owner: Option<&Owner>) -> Option<ActorKey> {
    let owner = owner?;
    Some(ActorKey { native: owner.user_id?.to_string(), display: owner.display_name.clone() })
}

fn is_team(owner: Option<&Owner>, talk: &Conversation<'_>) -> bool {
    let id = owner.and_then(|owner| owner.user_id).map(|id| id.to_string());
    let name = owner.and_then(|owner| owner.display_name.as_deref());
    talk.is_team([id.as_deref(), name].into_iter().flatten())
}

fn words(post: &Post) -> String {
    post.body_markdown.clone().unwrap_or_else(|| words::plain(post.body.as_deref().unwrap_or_default()))
}

fn post(native: String, post: &Post, talk: &Conversation<'_>) -> conversation::Message {
    conversation::Message {
        author: actor(post.owner.as_ref()),
        of_team: is_team(post.owner.as_ref(), talk),
        text: Some(words(post)),
        url: post.link.clone().filter(|link| link.starts_with("http")),
        likes: post.up_vote_count.map(f64::from),
        ..conversation::Message::new(native, when(post.creation_date))
    }
}

fn comment(comment: &Comment, answered: &str, asked: &str, talk: &Conversation<'_>) -> conversation::Message {
    conversation::Message {
        author: actor(comment.owner.as_ref()),
        of_team: is_team(comment.owner.as_ref(), talk),
        answers: Some(answered.to_owned()),
        answers_team: comment.reply_to_user.as_ref().map(|user| is_team(Some(user), talk)),
        under: Some(asked.to_owned()),
        text: comment.body.as_deref().map(words::plain),
        ..conversation::Message::new(format!("comment {}", comment.comment_id), when(comment.creation_date))
    }
}
