//! Telegram: the `result.json` that Telegram Desktop exports of a chat (or of an account), and updates captured
//! through the Bot API.

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::conversation::{Conversation, Members};
use crate::document::{self, Listener, Pace, Turn};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::tz::TimeZone;
use model::{FactKind, Metric, Network};
use std::collections::BTreeSet;

static MANIFEST: Manifest = Manifest {
    id: "telegram",
    name: "Telegram · result.json",
    network: Some(Network::Chat),
    sees: &[
        Sees::Facts(FactKind::Comment),
        Sees::Facts(FactKind::ReplyReceived),
        Sees::Facts(FactKind::Follow),
        Sees::Facts(FactKind::Unfollow),
        Sees::Posts,
        Sees::Facts(FactKind::Status),
        Sees::Facts(FactKind::Reply),
        Sees::Post(Metric::Likes),
    ],
    lacks: &[Metric::Followers, Metric::Impressions, Metric::Reach],
    never_kept: &["contact_information", "photo", "file", "location_information", "forwarded_from", "phone_number"],
    asks: &[Asks::Team, Asks::Private],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest file read, in bytes.
const LIMIT: u64 = 1 << 30;

/// The format.
pub struct Telegram;

impl Format for Telegram {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = document::opening(peek).filter(|text| text.starts_with('{'))?;
        let has = |key| document::has_key(text, key);
        let exported = has("messages") && (has("from_id") || has("actor_id") || has("date_unixtime"));
        let updates = has("update_id") && has("message_id") && has("result");
        let known = |space| Some(Recognised { sure: 95, network: Some(Network::Chat), space, seen: Vec::new() });
        if updates {
            return known(document::text_under(text, "title"));
        }
        let account = has("personal_information") && has("about");
        (exported || account).then(|| known(document::text_under(text, "name").filter(|_| !account)))?
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = crate::dates::zone(&options.zone)?;
        let mut reading = Reading {
            talk: Conversation::new(options),
            include_private: options.include_private,
            zone,
            pace: Pace::of(input),
            chat: Chat::default(),
            unjudged: false,
            spaces: BTreeSet::new(),
            names: normalise::Names::default(),
            members: Vec::new(),
            sink,
        };
        let rows = document::walk(input, LIMIT, &mut reading)?;
        reading.finish(rows)
    }
}

/// The chat whose messages are read.
#[derive(Debug, Default)]
struct Chat {
    id: String,
    name: String,
    kind: Option<String>,
    /// Of an export of the whole account: nobody chose it.
    unchosen: bool,
}

impl Chat {
    /// Talks between two people, notes to oneself; and groups nobody can find, when they were not chosen one by one.
    fn is_private(&self) -> bool {
        match self.kind.as_deref() {
            Some("public_supergroup" | "public_channel") => false,
            Some("private_group" | "private_supergroup" | "private_channel") => self.unchosen,
            Some(_) => true,
            None => false,
        }
    }

    fn is_channel(&self) -> bool {
        self.kind.as_deref().is_some_and(|kind| kind.ends_with("_channel"))
    }
}

/// A file under way.
struct Reading<'a> {
    talk: Conversation<'a>,
    include_private: bool,
    zone: TimeZone,
    pace: Pace,
    chat: Chat,
    /// Messages were read before the file said what sort of chat it is.
    unjudged: bool,
    spaces: BTreeSet<String>,
    names: normalise::Names,
    members: Vec<normalise::Member>,
    sink: &'a mut dyn Sink,
}

impl Reading<'_> {
    /// What is wrong with the message, or what became of it.
    fn take_exported(&mut self, message: &wire::Message) -> Result<Result<(), Refusal>, Trouble> {
        let when = normalise::moment(message, &self.zone)?;
        self.unjudged |= self.chat.kind.is_none();
        self.talk.saw(when);
        if message.kind != "message" {
            let members = normalise::members(message, &self.chat.id, when);
            self.talk.other += u64::from(members.is_empty());
            self.members.extend(members);
            return Ok(Ok(()));
        }
        let channel = self.chat.is_channel();
        self.talk.owned |= channel;
        self.names.note(message.from.as_deref(), message.from_id.as_ref());
        let said = normalise::message(message, &self.chat.id, when, channel, &self.talk);
        Ok(self.talk.message(said, self.sink))
    }

    fn take_received(&mut self, update: &wire::Update) -> Result<(), Refusal> {
        let (Some(message), channel) = (match (&update.message, &update.channel_post) {
            (None, posted) => (posted.as_ref(), true),
            (message, _) => (message.as_ref(), false),
        }) else {
            self.talk.other += 1;
            return Ok(());
        };
        if message.chat.kind == "private" && !self.include_private {
            self.talk.private += 1;
            return Ok(());
        }
        self.spaces.extend(message.chat.title.clone());
        let (when, key) = (
            normalise::received_at(message),
            normalise::key(&normalise::bare_chat(message.chat.id), message.message_id),
        );
        let joined = message.new_chat_members.as_deref().unwrap_or_default();
        let moves =
            joined.iter().map(|user| (true, user)).chain(message.left_chat_member.iter().map(|user| (false, user)));
        let moves: Vec<(usize, (bool, &wire::User))> = moves.enumerate().collect();
        for (place, (joined, user)) in &moves {
            if user.is_bot {
                self.talk.bots += 1;
            } else {
                let actor = Some(normalise::actor(user));
                self.talk.membership(*joined, format!("{key}/{place}"), when, actor, self.sink)?;
            }
        }
        if !moves.is_empty() {
            return Ok(());
        }
        if message.from.as_ref().is_some_and(|user| user.is_bot) {
            self.talk.saw(when);
            self.talk.bots += 1;
            return Ok(());
        }
        self.talk.owned |= channel;
        let said = normalise::received(message, channel, &self.talk);
        self.talk.message(said, self.sink)
    }

    fn finish(mut self, rows: u64) -> Result<Report, Refusal> {
        for member in std::mem::take(&mut self.members) {
            let actor = self.names.actor(&member);
            self.talk.membership(member.joined, member.native, member.when, actor, self.sink)?;
        }
        let mut seen = self.talk.finish(Members::Both, self.sink)?;
        if self.spaces.len() > 1 {
            let names: Vec<String> = self.spaces.into_iter().take(8).collect();
            seen.push(Note::new("several-spaces", [("names", names.join(" · "))]));
        }
        Ok(Report { rows, seen })
    }
}

impl Listener for Reading<'_> {
    fn turn(&self, path: &str) -> Turn {
        match path {
            "messages" | "chats.list[].messages" | "result" => Turn::Items,
            "chats" | "chats.list" => Turn::Enter,
            "name" | "type" | "id" | "chats.list[].name" | "chats.list[].type" | "chats.list[].id" => Turn::Tell,
            _ => Turn::Pass,
        }
    }

    fn enter(&mut self, _path: &str) {
        self.chat = Chat { unchosen: true, ..Chat::default() };
    }

    fn item(&mut self, path: &str, json: &str, number: u64) -> Result<(), Refusal> {
        self.pace.tell(self.sink, number);
        if path == "result" {
            return match document::read::<wire::Update>(json, number) {
                Ok(update) => self.take_received(&update),
                Err(trouble) => self.sink.bad(trouble),
            };
        }
        if self.chat.is_private() && !self.include_private {
            self.talk.private += 1;
            return Ok(());
        }
        if self.chat.unchosen {
            self.spaces.insert(self.chat.name.clone());
        }
        let taken = document::read::<wire::Message>(json, number).and_then(|message| self.take_exported(&message));
        match taken {
            Ok(taken) => taken,
            Err(trouble) => self.sink.bad(trouble.line(number)),
        }
    }

    fn told(&mut self, path: &str, json: &str) -> Result<(), Refusal> {
        let text = serde_json::from_str::<String>(json).unwrap_or_else(|_| json.to_owned());
        match path.rsplit('.').next() {
            Some("name") => self.chat.name = text,
            Some("id") => self.chat.id = text,
            _ => {
                self.chat.kind = Some(text);
                if self.unjudged && self.chat.is_private() && !self.include_private {
                    return Err(Trouble::new(TroubleCode::OnlyPrivate).into());
                }
            }
        }
        Ok(())
    }

    fn list(&self) -> &'static str {
        "messages"
    }
}
