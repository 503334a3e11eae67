//! Discord, through the exporter most communities use: its JSON, and its CSV as far as that goes (`rows`).

mod normalise;
mod rows;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::conversation::{Conversation, Members};
use crate::document::{self, Listener, Pace, Turn};
use crate::input::Input;
use crate::table::{Columns, headers};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::Sort;
use std::io::BufRead;

static MANIFEST: Manifest = Manifest {
    id: "discord",
    name: "Discord · DiscordChatExporter",
    network: Some(Network::Chat),
    sees: &[
        Sees::Facts(FactKind::Comment),
        Sees::Facts(FactKind::ReplyReceived),
        Sees::Facts(FactKind::Follow),
        Sees::Posts,
        Sees::Facts(FactKind::Status),
        Sees::Facts(FactKind::Reply),
        Sees::Post(Metric::Likes),
    ],
    lacks: &[Metric::Followers, Metric::Losses, Metric::Impressions, Metric::Reach],
    never_kept: &["avatarUrl", "roles", "reactions[].users", "embeds", "stickers", "mentions"],
    asks: &[Asks::Team, Asks::Private],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest file read, in bytes.
const LIMIT: u64 = 1 << 30;

/// The format.
pub struct Discord;

impl Format for Discord {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let known = |space| Some(Recognised { sure: 95, network: Some(Network::Chat), space, seen: Vec::new() });
        let Some(text) = document::opening(peek) else {
            let columns = Columns::find(wire::LABELS, &headers(peek));
            return if columns.known() == wire::LABELS.len() { known(None) } else { None };
        };
        let has = |key| document::has_key(text, key);
        let ours = ["guild", "channel", "dateRange", "messages"].into_iter().all(has);
        if !(text.starts_with('{') && ours) {
            return None;
        }
        let named =
            |key: &str| text.split_once(&format!("\"{key}\"")).and_then(|(_, rest)| document::text_under(rest, "name"));
        // A file tells one channel in full, and says nothing of the others of its server.
        known(named("guild").zip(named("channel")).map(|(guild, channel)| format!("{guild} · {channel}")))
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let start = input.fill_buf().map_err(|error| crate::table::unreadable(&error))?;
        let json = start.iter().find(|byte| !byte.is_ascii_whitespace() && byte.is_ascii()) == Some(&b'{');
        if !json {
            return rows::read(input, options, sink);
        }
        let mut reading = Reading {
            talk: Conversation::new(options),
            include_private: options.include_private,
            pace: Pace::of(input),
            guild: wire::Guild::default(),
            channel: wire::Channel::default(),
            said: None,
            sink,
        };
        let rows = document::walk(input, LIMIT, &mut reading)?;
        reading.finish(rows)
    }
}

/// A file under way.
struct Reading<'a> {
    talk: Conversation<'a>,
    include_private: bool,
    pace: Pace,
    guild: wire::Guild,
    channel: wire::Channel,
    /// How many messages the file says it holds.
    said: Option<u64>,
    sink: &'a mut dyn Sink,
}

impl Reading<'_> {
    /// What is wrong with the message, or what became of it.
    fn take(&mut self, message: &wire::Message) -> Result<Result<(), Refusal>, Trouble> {
        let when = normalise::moment(&message.timestamp)?;
        self.talk.saw(when);
        if message.author.is_bot {
            self.talk.bots += 1;
            return Ok(Ok(()));
        }
        Ok(match normalise::sort(&message.kind) {
            Sort::Said => {
                let said = normalise::message(message, when, &self.guild, &self.channel, &self.talk);
                self.talk.message(said, self.sink)
            }
            Sort::Service => {
                self.talk.other += 1;
                Ok(())
            }
            moved => {
                let actor = Some(normalise::actor(message));
                self.talk.membership(moved == Sort::Joined, message.id.clone(), when, actor, self.sink)
            }
        })
    }

    fn finish(self, rows: u64) -> Result<Report, Refusal> {
        // The one channel that welcomes new members tells joins; no other does, and nothing tells who leaves.
        let members = if self.talk.joins > 0 { Members::Joins } else { Members::Unknown };
        let mut seen = self.talk.finish(members, self.sink)?;
        if let Some(said) = self.said.filter(|said| *said != rows) {
            seen.push(Note::new("discord-total", [("said", said.to_string()), ("found", rows.to_string())]));
        }
        Ok(Report { rows, seen })
    }
}

impl Listener for Reading<'_> {
    fn turn(&self, path: &str) -> Turn {
        match path {
            "messages" => Turn::Items,
            "guild" | "channel" | "exportedAt" | "messageCount" => Turn::Tell,
            _ => Turn::Pass,
        }
    }

    fn item(&mut self, _path: &str, json: &str, number: u64) -> Result<(), Refusal> {
        self.pace.tell(self.sink, number);
        if self.channel.kind.starts_with("Direct") && !self.include_private {
            self.talk.private += 1;
            return Ok(());
        }
        match document::read::<wire::Message>(json, number).and_then(|message| self.take(&message)) {
            Ok(taken) => taken,
            Err(trouble) => self.sink.bad(trouble.line(number)),
        }
    }

    fn told(&mut self, path: &str, json: &str) -> Result<(), Refusal> {
        let malformed = |error: serde_json::Error| {
            Trouble::new(TroubleCode::Malformed).field(path).with("reason", &error.to_string())
        };
        match path {
            "guild" => self.guild = serde_json::from_str(json).map_err(malformed)?,
            "channel" => self.channel = serde_json::from_str(json).map_err(malformed)?,
            "messageCount" => self.said = serde_json::from_str(json).ok(),
            _ => {
                let exported = serde_json::from_str::<String>(json).ok();
                self.talk.seen_at = exported.and_then(|at| crate::dates::instant(&at));
            }
        }
        Ok(())
    }

    fn list(&self) -> &'static str {
        "messages"
    }
}
