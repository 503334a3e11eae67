//! Private messages → acts of a conversation, without their texts, and only when a person asks for them.

use super::normalise::Told;
use super::wire::instant;
use crate::contract::{Note, Options};
use model::{ActorKey, Fact, FactKind, Millis, Piece, ZoneRule};
use serde_json::Value;
use std::collections::BTreeSet;

/// What was met so far.
#[derive(Debug, Default)]
pub struct Messages {
    conversations: Vec<Conversation>,
    /// Those who take part in every conversation met: the account is one of them.
    common: Option<BTreeSet<String>>,
    count: u64,
    undated: u64,
}

#[derive(Debug, Default)]
struct Conversation {
    messages: Vec<Message>,
}

#[derive(Debug)]
struct Message {
    id: String,
    sender: String,
    at: Millis,
}

impl Messages {
    /// Takes one conversation; only counts its messages when they are not wanted.
    pub fn take(&mut self, item: &Value, wanted: bool) {
        let Some(said) = item.get("dmConversation") else { return };
        let messages = said.get("messages").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let created = messages.iter().filter_map(|message| message.get("messageCreate"));
        if !wanted {
            self.count += u64::try_from(created.count()).unwrap_or(0);
            return;
        }
        let mut conversation = Conversation::default();
        let mut people = BTreeSet::new();
        for message in created {
            self.count += 1;
            let text = |key: &str| message.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
            people.extend([text("senderId"), text("recipientId")].into_iter().flatten().map(str::to_owned));
            match (text("id"), text("senderId"), text("createdAt").and_then(instant)) {
                (Some(id), Some(sender), Some(at)) => {
                    conversation.messages.push(Message { id: id.to_owned(), sender: sender.to_owned(), at });
                }
                _ => self.undated += 1,
            }
        }
        conversation.messages.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
        // Of a group, those who stayed silent are not known: it says nothing about whose archive this is.
        let pair = said.get("conversationId").and_then(Value::as_str).is_some_and(|id| id.contains('-'));
        if pair && !people.is_empty() {
            self.common = Some(match self.common.take() {
                Some(common) => common.intersection(&people).cloned().collect(),
                None => people,
            });
        }
        self.conversations.push(conversation);
    }

    /// How many messages there are.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The account's number: the only one present in every conversation, or one that the person named.
    fn owner(&self, options: &Options) -> Option<String> {
        let common = self.common.iter().flatten();
        let named = self.conversations.iter().flat_map(|conversation| &conversation.messages);
        let named = named.map(|message| &message.sender).find(|sender| options.is_team(sender));
        named.cloned().or_else(|| match common.collect::<Vec<_>>().as_slice() {
            [only] => Some((*only).clone()),
            _ => None,
        })
    }

    /// The acts. Without knowing whose archive it is, nobody can tell who answered whom: nothing is told.
    pub fn finish(self, options: &Options) -> Told {
        let mut told = Told::default();
        let Some(owner) = self.owner(options) else {
            told.notes.push(Note::new("private-left-out", [("count", self.count.to_string())]));
            if self.count > 0 {
                told.notes.push(Note::new("x-messages-owner-unknown", []));
            }
            return told;
        };
        for conversation in &self.conversations {
            let mut last: [Option<&str>; 2] = [None, None];
            for message in &conversation.messages {
                let of_team = message.sender == owner || options.is_team(&message.sender);
                let [theirs, ours] = last;
                told.pieces.push(act(message, of_team, if of_team { theirs } else { ours }));
                last = if of_team { [theirs, Some(&message.id)] } else { [Some(&message.id), ours] };
            }
        }
        let taken = told.pieces.len().to_string();
        told.notes.push(Note::new("x-messages", [("count", taken)]));
        if self.undated > 0 {
            told.notes.push(Note::new("download-undated", [("count", self.undated.to_string())]));
        }
        told
    }
}

fn act(message: &Message, of_team: bool, answered: Option<&str>) -> Piece {
    let kind = match (of_team, answered) {
        (true, _) => FactKind::Reply,
        (false, Some(_)) => FactKind::ReplyReceived,
        (false, None) => FactKind::Comment,
    };
    let actor = ActorKey { native: message.sender.clone(), display: None };
    Piece::Fact(Fact {
        kind,
        native: format!("dm:{}", message.id),
        at: message.at,
        zone_rule: ZoneRule::Told,
        actor: (!of_team).then_some(actor),
        post: None,
        reply_to: answered.map(|id| format!("dm:{id}")),
        text: None,
        url: None,
    })
}
