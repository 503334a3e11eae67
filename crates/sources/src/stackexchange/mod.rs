//! Stack Exchange: pages of questions captured through the API, with the answers and comments asked for
//! (`/2.3/questions?filter=…`).

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::conversation::{Conversation, Members};
use crate::document::{self, Listener, Pace, Turn};
use crate::input::Input;
use crate::trouble::Refusal;
use model::{FactKind, Metric, Network};

static MANIFEST: Manifest = Manifest {
    id: "stackexchange",
    name: "Stack Exchange · API",
    network: Some(Network::Forum),
    sees: &[
        Sees::Facts(FactKind::Comment),
        Sees::Facts(FactKind::ReplyReceived),
        Sees::Posts,
        Sees::Facts(FactKind::Status),
        Sees::Facts(FactKind::Reply),
        Sees::Post(Metric::Likes),
    ],
    lacks: &[Metric::Followers, Metric::Gains, Metric::Losses, Metric::Impressions, Metric::Reach],
    never_kept: &["reputation", "badge_counts", "profile_image", "tags"],
    asks: &[Asks::Team],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest file read, in bytes.
const LIMIT: u64 = 256 << 20;

/// The format.
pub struct Stackexchange;

impl Format for Stackexchange {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = document::opening(peek)?;
        let has = |key| document::has_key(text, key);
        let page = text.starts_with('[') || has("items");
        let questions = has("question_id") && has("creation_date") && has("owner");
        (page && questions).then_some(Recognised {
            sure: 90,
            network: Some(Network::Forum),
            space: None,
            seen: Vec::new(),
        })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut talk = Conversation::new(options);
        // A page of questions, chosen by who asked for it.
        talk.partial = true;
        let mut reading = Reading { talk, pace: Pace::of(input), sink };
        let rows = document::walk(input, LIMIT, &mut reading)?;
        let seen = reading.talk.finish(Members::Unknown, reading.sink)?;
        Ok(Report { rows, seen })
    }
}

/// A file under way.
struct Reading<'a> {
    talk: Conversation<'a>,
    pace: Pace,
    sink: &'a mut dyn Sink,
}

impl Listener for Reading<'_> {
    fn turn(&self, path: &str) -> Turn {
        if path == "items" { Turn::Items } else { Turn::Pass }
    }

    fn item(&mut self, _path: &str, json: &str, number: u64) -> Result<(), Refusal> {
        self.pace.tell(self.sink, number);
        let question = match document::read::<wire::Question>(json, number) {
            Ok(question) => question,
            Err(trouble) => return self.sink.bad(trouble),
        };
        for message in normalise::messages(&question, &self.talk) {
            self.talk.message(message, self.sink)?;
        }
        Ok(())
    }

    fn told(&mut self, _path: &str, _json: &str) -> Result<(), Refusal> {
        Ok(())
    }

    fn list(&self) -> &'static str {
        "items"
    }
}
