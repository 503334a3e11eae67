//! Slack: the day files of the export of a workspace, one channel a folder; and pages of its history captured
//! through the API.

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::conversation::{Conversation, Members};
use crate::document::{self, Listener, Pace, Turn};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble};
use model::{FactKind, Metric, Network};
use normalise::Sort;
use std::io::BufRead;
use wire::Part;

static MANIFEST: Manifest = Manifest {
    id: "slack",
    name: "Slack · export",
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
    never_kept: &["users.json", "integration_logs.json", "attachments", "files", "reactions[].users"],
    asks: &[Asks::Team, Asks::Private],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest file read, in bytes.
const LIMIT: u64 = 1 << 30;

/// The format.
pub struct Slack;

impl Format for Slack {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let part = wire::part(document::opening(peek)?)?;
        // The lists beside the messages have keys that others may have too.
        let sure = if part == Part::Messages { 90 } else { 70 };
        Some(Recognised { sure, network: Some(Network::Chat), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let start = input.fill_buf().map_err(|error| crate::table::unreadable(&error))?;
        let text = String::from_utf8_lossy(start).into_owned();
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let part = wire::part(text).unwrap_or(Part::Messages);
        let channel = normalise::channel(&input.name).map(str::to_owned);
        let mut reading = Reading {
            talk: Conversation::new(options),
            left_out: channel.as_deref().is_some_and(normalise::is_private) && !options.include_private,
            channel: channel.unwrap_or_default(),
            part,
            pace: Pace::of(input),
            sink,
        };
        let rows = document::walk(input, LIMIT, &mut reading)?;
        reading.finish(rows)
    }
}

/// A file under way.
struct Reading<'a> {
    talk: Conversation<'a>,
    channel: String,
    /// A talk between a few people, which nobody asked for.
    left_out: bool,
    part: Part,
    pace: Pace,
    sink: &'a mut dyn Sink,
}

impl Reading<'_> {
    /// What is wrong with the message, or what became of it.
    fn take(&mut self, message: &wire::Message) -> Result<Result<(), Refusal>, Trouble> {
        let when = normalise::moment(message)?;
        self.talk.saw(when);
        Ok(match normalise::sort(message) {
            Sort::Said => {
                let said = normalise::message(message, &self.channel, when, &self.talk);
                self.talk.message(said, self.sink)
            }
            Sort::Bot => {
                self.talk.bots += 1;
                Ok(())
            }
            Sort::Service => {
                self.talk.other += 1;
                Ok(())
            }
            moved => {
                let ts = message.ts.as_deref().unwrap_or_default();
                let key = normalise::key(&self.channel, ts);
                let actor = normalise::actor(message);
                self.talk.membership(moved == Sort::Joined, key, when, actor, self.sink)
            }
        })
    }

    fn finish(self, rows: u64) -> Result<Report, Refusal> {
        let aside = match self.part {
            Part::Messages => None,
            Part::Users => Some("users"),
            Part::Channels => Some("channels"),
            Part::Integrations => Some("integrations"),
        };
        if let Some(what) = aside {
            let note = Note::new("slack-list", [("what", what.to_owned()), ("count", rows.to_string())]);
            return Ok(Report { rows, seen: vec![note] });
        }
        let mut seen = self.talk.finish(Members::Both, self.sink)?;
        seen.push(if self.channel.is_empty() {
            Note::new("slack-channel-unknown", [])
        } else {
            Note::new("slack-channel", [("channel", self.channel)])
        });
        Ok(Report { rows, seen })
    }
}

impl Listener for Reading<'_> {
    fn turn(&self, path: &str) -> Turn {
        if path == "messages" { Turn::Items } else { Turn::Pass }
    }

    fn item(&mut self, _path: &str, json: &str, number: u64) -> Result<(), Refusal> {
        self.pace.tell(self.sink, number);
        if self.part != Part::Messages {
            return Ok(());
        }
        if self.left_out {
            self.talk.private += 1;
            return Ok(());
        }
        match document::read::<wire::Message>(json, number).and_then(|message| self.take(&message)) {
            Ok(taken) => taken,
            Err(trouble) => self.sink.bad(trouble.line(number)),
        }
    }

    fn told(&mut self, _path: &str, _json: &str) -> Result<(), Refusal> {
        Ok(())
    }

    fn list(&self) -> &'static str {
        "messages"
    }
}
