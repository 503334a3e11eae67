//! Messages → comments of the community; statuses and replies of the team.

use super::wire::Mail;
use crate::contract::Options;
use crate::talk::{LONGEST, Message, Talk, When, key, shortened};
use model::{ActorKey, ContentType, FactKind, Piece, Post, Precision, ZoneRule};
use std::collections::HashSet;

/// A list under way.
pub struct List<'o> {
    options: &'o Options,
    met: HashSet<[u8; 16]>,
    /// Discussions that the team opened.
    opened: HashSet<[u8; 16]>,
    /// What was told.
    pub talk: Talk,
    /// What was met.
    pub counted: Counted,
}

/// What was met, and what was left out, by reason.
#[derive(Debug, Default)]
pub struct Counted {
    /// Messages that answer another one, those told twice included.
    pub answers: u64,
    /// Messages of the team that open a discussion.
    pub statuses: u64,
    /// Messages that stand in the file again.
    pub duplicates: u64,
    pub without_id: u64,
    pub undated: u64,
    /// Letters of a mailbox that went through no list.
    pub private: u64,
}

impl<'o> List<'o> {
    pub fn new(options: &'o Options) -> Self {
        Self {
            options,
            met: HashSet::new(),
            opened: HashSet::new(),
            talk: Talk::default(),
            counted: Counted::default(),
        }
    }

    /// How many different messages were met.
    pub fn met(&self) -> usize {
        self.met.len()
    }

    /// What a message tells.
    pub fn mail(&mut self, mail: Mail) -> Vec<Piece> {
        if mail.is_of_mailbox && !mail.is_of_list && !self.options.include_private {
            self.counted.private += 1;
            return Vec::new();
        }
        let Some(native) = mail.id else {
            self.counted.without_id += 1;
            return Vec::new();
        };
        let Some(at) = mail.at else {
            self.counted.undated += 1;
            return Vec::new();
        };
        self.counted.answers += u64::from(mail.answers.is_some());
        if !self.met.insert(key(&native)) {
            self.counted.duplicates += 1;
            return Vec::new();
        }
        let when = When { at, zone_rule: ZoneRule::Told };
        let by_team = [&mail.name, &mail.address].into_iter().flatten().any(|name| self.options.is_team(name));
        let opens = mail.answers.is_none();
        let under = mail.root.filter(|root| self.opened.contains(&key(root)));
        let actor = mail.address.clone().or_else(|| mail.name.as_ref().map(|name| format!("name {name}")));
        let message = Message {
            native: native.clone(),
            actor: actor.map(|native| ActorKey { native, display: mail.name }),
            by_team,
            post: under,
            answers: mail.answers,
            text: mail.text,
            url: None,
        };
        if by_team && opens { self.status(message, when) } else { vec![self.talk.message(message, when)] }
    }

    fn status(&mut self, message: Message, when: When) -> Vec<Piece> {
        self.counted.statuses += 1;
        self.opened.insert(key(&message.native));
        self.talk.of_team(&message.native);
        let post = Post {
            native: message.native.clone(),
            at: when.at,
            zone_rule: when.zone_rule,
            precision: Precision::Exact,
            content_type: ContentType::Status,
            text: message.text.as_deref().and_then(|text| shortened(text, LONGEST)),
            url: None,
        };
        let act = Message { post: Some(message.native.clone()), text: None, ..message };
        vec![Piece::Post(post), self.talk.fact(FactKind::Status, act, when)]
    }

    /// The stretch over which the archive tells everything. What is the team's is known when the team is.
    pub fn coverage(&self) -> Vec<Piece> {
        let all: &[FactKind] = &[FactKind::Comment, FactKind::ReplyReceived, FactKind::Reply, FactKind::Status];
        self.talk.coverage(if self.options.team.is_empty() { all.get(..1).unwrap_or(all) } else { all })
    }
}
