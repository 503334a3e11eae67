//! Discourse: topics, lists of topics and posts, as the forum's own addresses give them in JSON (`/t/1148.json`,
//! `/latest.json`, `/posts.json`, `/posts/2500.json`).

mod normalise;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::conversation::{Conversation, Members};
use crate::document::{self, Listener, Pace, Turn};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::Sort;
use std::collections::HashMap;
use std::io::BufRead;

static MANIFEST: Manifest = Manifest {
    id: "discourse",
    name: "Discourse · JSON",
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
    never_kept: &["avatar_template", "details.participants", "trust_level", "reads", "flags"],
    asks: &[Asks::Team, Asks::Private],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest file read, in bytes.
const LIMIT: u64 = 256 << 20;

/// The format.
pub struct Discourse;

impl Format for Discourse {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let text = document::opening(peek).filter(|text| text.starts_with('{'))?;
        let has = |key| document::has_key(text, key);
        let post = has("cooked") && has("post_number") && has("created_at");
        // What stands in front of the posts of a topic may be longer than what is looked at.
        let topic = has("archetype") && has("details") && has("chunk_size");
        let list = has("topic_list") && has("topics") && has("per_page");
        (post || topic || list).then_some(Recognised {
            sure: 90,
            network: Some(Network::Forum),
            space: None,
            seen: Vec::new(),
        })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let start = input.fill_buf().map_err(|error| crate::table::unreadable(&error))?;
        let text = String::from_utf8_lossy(start);
        let has = |key| document::has_key(&text, key);
        let alone = has("cooked") && !has("post_stream") && !has("latest_posts");
        drop(text);
        let mut talk = Conversation::new(options);
        talk.partial = true;
        let mut reading = Reading {
            talk,
            include_private: options.include_private,
            pace: Pace::of(input),
            users: HashMap::new(),
            topics: 0,
            posts: 0,
            said: None,
            sink,
        };
        let rows = if alone { reading.alone(input)? } else { document::walk(input, LIMIT, &mut reading)? };
        reading.finish(rows)
    }
}

/// A file under way.
struct Reading<'a> {
    talk: Conversation<'a>,
    include_private: bool,
    pace: Pace,
    users: HashMap<i64, wire::User>,
    topics: u64,
    posts: u64,
    /// How many posts the topic has.
    said: Option<u64>,
    sink: &'a mut dyn Sink,
}

impl Reading<'_> {
    /// A file of one post.
    fn alone(&mut self, input: &mut Input) -> Result<u64, Refusal> {
        /// No post is longer.
        const LONGEST: u64 = 8 << 20;
        let bytes = input.read_all(LONGEST)?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let post: serde_json::Value =
            serde_json::from_slice(bytes).map_err(|error| document::trouble(&error).line(1))?;
        self.item("", &post.to_string(), 1)?;
        Ok(1)
    }

    /// What is wrong with the post, or what became of it.
    fn post(&mut self, post: &wire::Post) -> Result<Result<(), Refusal>, Trouble> {
        let when = normalise::moment(&post.created_at)?;
        self.posts += 1;
        Ok(match normalise::sort(post) {
            Sort::Whisper if !self.include_private => {
                self.talk.private += 1;
                Ok(())
            }
            Sort::Service => {
                self.talk.other += 1;
                Ok(())
            }
            Sort::Said | Sort::Whisper => self.talk.message(normalise::post(post, when, &self.talk), self.sink),
        })
    }

    fn topic(&mut self, topic: &wire::Topic) -> Result<Result<(), Refusal>, Trouble> {
        let when = normalise::moment(&topic.created_at)?;
        self.topics += 1;
        self.talk.openings_only = true;
        if topic.archetype.as_deref() == Some("private_message") && !self.include_private {
            self.talk.private += 1;
            return Ok(Ok(()));
        }
        Ok(self.talk.message(normalise::topic(topic, &self.users, when, &self.talk), self.sink))
    }

    fn finish(self, rows: u64) -> Result<Report, Refusal> {
        let topics = self.topics;
        let missing = self.said.map(|said| said.saturating_sub(self.posts)).filter(|missing| *missing > 0);
        let mut seen = self.talk.finish(Members::Unknown, self.sink)?;
        if topics > 0 {
            seen.push(Note::new("discourse-topics", [("count", topics.to_string())]));
        }
        if let Some(missing) = missing {
            seen.push(Note::new("discourse-more", [("count", missing.to_string())]));
        }
        Ok(Report { rows, seen })
    }
}

impl Listener for Reading<'_> {
    fn turn(&self, path: &str) -> Turn {
        match path {
            "post_stream.posts" | "latest_posts" | "topic_list.topics" => Turn::Items,
            "post_stream" | "topic_list" => Turn::Enter,
            "users" | "posts_count" | "archetype" => Turn::Tell,
            _ => Turn::Pass,
        }
    }

    fn item(&mut self, path: &str, json: &str, number: u64) -> Result<(), Refusal> {
        self.pace.tell(self.sink, number);
        let taken = if path == "topic_list.topics" {
            document::read::<wire::Topic>(json, number).and_then(|topic| self.topic(&topic))
        } else {
            document::read::<wire::Post>(json, number).and_then(|post| self.post(&post))
        };
        match taken {
            Ok(taken) => taken,
            Err(trouble) => self.sink.bad(trouble.line(number)),
        }
    }

    fn told(&mut self, path: &str, json: &str) -> Result<(), Refusal> {
        match path {
            "users" => {
                let users: Vec<wire::User> = serde_json::from_str(json).unwrap_or_default();
                self.users = users.into_iter().filter_map(|user| Some((user.id?, user))).collect();
            }
            "posts_count" => self.said = serde_json::from_str(json).ok(),
            _ if json == "\"private_message\"" && !self.include_private => {
                return Err(Trouble::new(TroubleCode::OnlyPrivate).into());
            }
            _ => {}
        }
        Ok(())
    }

    fn list(&self) -> &'static str {
        "posts"
    }
}
