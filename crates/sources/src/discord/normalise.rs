//! Messages → acts of the community and of the team.

use super::wire::{Channel, Guild, Message, Reaction};
use crate::conversation::{self, Conversation, Moment};
use crate::dates;
use crate::trouble::{Trouble, TroubleCode};
use model::{ActorKey, ContentType};

/// What a message is, by its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Somebody says something.
    Said,
    /// Somebody joined the server or the group.
    Joined,
    /// Somebody left the group.
    Left,
    /// A line of the service: pins, threads, boosts of the server, commands.
    Service,
}

/// The kind by its name, or by its number where the exporter does not name it.
pub fn sort(kind: &str) -> Sort {
    match kind {
        "Default" | "Reply" | "0" | "19" => Sort::Said,
        "GuildMemberJoin" | "RecipientAdd" | "7" | "1" => Sort::Joined,
        "RecipientRemove" | "2" => Sort::Left,
        _ => Sort::Service,
    }
}

/// When a message was sent.
pub fn moment(timestamp: &str) -> Result<Moment, Trouble> {
    let trouble = || Trouble::new(TroubleCode::NotADate).field("timestamp").with("value", timestamp);
    dates::instant(timestamp).map(Moment::told).ok_or_else(trouble)
}

/// Who wrote a message.
pub fn actor(message: &Message) -> ActorKey {
    let author = &message.author;
    ActorKey { native: author.id.clone(), display: author.nickname.clone().or_else(|| author.name.clone()) }
}

/// A message.
pub fn message(
    message: &Message,
    when: Moment,
    guild: &Guild,
    channel: &Channel,
    talk: &Conversation<'_>,
) -> conversation::Message {
    let author = &message.author;
    let names = [Some(author.id.as_str()), author.name.as_deref(), author.nickname.as_deref()];
    let files: Vec<&str> = message.attachments.iter().filter_map(|file| file.file_name.as_deref()).collect();
    conversation::Message {
        author: Some(actor(message)),
        of_team: talk.is_team(names.into_iter().flatten()),
        answers: message.reference.as_ref().and_then(|reference| reference.message_id.clone()),
        text: message.content.clone(),
        url: Some(format!("https://discord.com/channels/{}/{}/{}", guild.id, channel.id, message.id)),
        content_type: content_type(&files),
        likes: message.reactions.as_deref().map(likes),
        ..conversation::Message::new(message.id.clone(), when)
    }
}

fn likes(reactions: &[Reaction]) -> f64 {
    reactions.iter().map(|reaction| f64::from(reaction.count)).sum()
}

/// What a message is made of, by the names of its files.
pub fn content_type(files: &[&str]) -> ContentType {
    let ends = |endings: &[&str]| {
        files.iter().any(|file| {
            let file = file.split(['?', '#']).next().unwrap_or(file).to_ascii_lowercase();
            endings.iter().any(|ending| file.ends_with(ending))
        })
    };
    if ends(&[".mp4", ".mov", ".webm", ".mkv"]) {
        ContentType::Video
    } else if ends(&[".png", ".jpg", ".jpeg", ".gif", ".webp"]) {
        ContentType::Photo
    } else if ends(&[".mp3", ".ogg", ".wav", ".m4a"]) {
        ContentType::Audio
    } else {
        ContentType::Status
    }
}

/// How many reactions a cell of the CSV tells: `👍 (2), 🎉 (1)`. An empty cell is none.
pub fn reactions(cell: &str) -> f64 {
    let told = cell.split('(').skip(1).filter_map(|after| after.split_once(')')?.0.trim().parse::<u32>().ok());
    told.map(f64::from).sum()
}

/// The key of a row of the CSV, which has no id: who, when, what, and which one of those that are alike.
pub fn row_key(author: &str, when: Moment, content: &str, alike: u32) -> String {
    let words = blake3::hash(content.as_bytes()).to_hex();
    let words: String = words.chars().take(16).collect();
    format!("{author}/{}/{words}/{alike}", when.at.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reactions_of_a_cell() {
        let cases = [("", 0.0), ("👍 (2)", 2.0), ("👍 (2), 🎉 (11)", 13.0), (":) (x)", 0.0), ("(", 0.0)];
        for (cell, expected) in cases {
            assert!((reactions(cell) - expected).abs() < f64::EPSILON, "{cell}");
        }
    }

    #[test]
    fn what_a_message_is_made_of() {
        let cases = [
            (vec![], ContentType::Status),
            (vec!["a.pdf"], ContentType::Status),
            (vec!["a.pdf", "b.PNG"], ContentType::Photo),
            (vec!["https://cdn.example/a.mp4?ex=1", "b.png"], ContentType::Video),
        ];
        for (files, expected) in cases {
            assert_eq!(content_type(&files), expected, "{files:?}");
        }
    }
}
