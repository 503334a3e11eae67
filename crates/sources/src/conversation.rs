//! What every archive of a conversation means, whatever its service: who is of the team, what answers whom, who came
//! and who left, and what the archive tells in full. Knows no wire.

use crate::contract::{Note, Options, Sink};
use crate::figures::post_lifetime;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use model::{
    ActorKey, ContentType, Coverage, Fact, FactKind, Metric, Millis, Piece, Post, Precision, Span, What, ZoneRule,
};
use std::collections::{BTreeMap, HashSet};

/// Longest text kept of a message, in characters.
const LONGEST: usize = 2_000;

/// A moment and how it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub at: Millis,
    /// How it was told.
    pub zone_rule: ZoneRule,
}

impl Moment {
    /// An exact instant.
    pub const fn told(at: Millis) -> Self {
        Self { at, zone_rule: ZoneRule::Told }
    }

    /// A local time, in the client's zone.
    pub fn assumed(date: Date, time: Time, zone: &TimeZone) -> Option<Self> {
        Some(Self { at: crate::dates::at(date, time, zone)?, zone_rule: ZoneRule::Assumed })
    }
}

/// What the service writes down of people who come and go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Members {
    /// Who joins and who leaves.
    Both,
    /// Who joins.
    Joins,
    /// Nothing, or nothing that can be relied upon.
    Unknown,
}

/// One message.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its key, unique in the space.
    pub native: String,
    /// When.
    pub when: Moment,
    /// Who wrote it; `None` where the space itself speaks.
    pub author: Option<ActorKey>,
    /// Whether the team wrote it.
    pub of_team: bool,
    /// The key of the message it answers.
    pub answers: Option<String>,
    /// Whether that message is the team's, where the source says it. Otherwise those met before tell.
    pub answers_team: Option<bool>,
    /// The key of the message that opened the thread it stands in.
    pub under: Option<String>,
    /// What it says, plain text.
    pub text: Option<String>,
    /// Where it can be seen.
    pub url: Option<String>,
    /// What it is made of.
    pub content_type: ContentType,
    /// Likes and reactions it has gathered, where the source counts them.
    pub likes: Option<f64>,
}

impl Message {
    /// A message of which nothing else is known.
    pub const fn new(native: String, when: Moment) -> Self {
        Self {
            native,
            when,
            author: None,
            of_team: false,
            answers: None,
            answers_team: None,
            under: None,
            text: None,
            url: None,
            content_type: ContentType::Status,
            likes: None,
        }
    }
}

/// A conversation under way.
pub struct Conversation<'a> {
    options: &'a Options,
    /// When the figures of the file were seen, where it says.
    pub seen_at: Option<Millis>,
    /// Whether everything here is the team's by nature (a channel).
    pub owned: bool,
    /// The file holds a part of the space only: a day without a message in it says nothing of that day.
    pub partial: bool,
    /// The file tells the beginning of each thread only: of no day it says everything.
    pub openings_only: bool,
    /// Messages taken.
    pub messages: u64,
    /// Of these, the team's.
    pub by_team: u64,
    /// Of these, answers to others.
    pub replies: u64,
    /// People who joined.
    pub joins: u64,
    /// People who left.
    pub leaves: u64,
    /// Messages of bots, left out.
    pub bots: u64,
    /// Lines of the service and other things that nobody said, left out.
    pub other: u64,
    /// Items that not everybody may read, left out.
    pub private: u64,
    team_messages: HashSet<String>,
    openings: HashSet<String>,
    /// Threads in which the community has spoken.
    talked: HashSet<String>,
    /// What was seen: from the first thing to the last, on each day (UTC) where the file is partial.
    spans: BTreeMap<i64, (Millis, Millis)>,
    assumed: bool,
    counts_likes: bool,
}

impl<'a> Conversation<'a> {
    /// An empty one.
    pub fn new(options: &'a Options) -> Self {
        Self {
            options,
            seen_at: None,
            owned: false,
            partial: false,
            openings_only: false,
            messages: 0,
            by_team: 0,
            replies: 0,
            joins: 0,
            leaves: 0,
            bots: 0,
            other: 0,
            private: 0,
            team_messages: HashSet::new(),
            openings: HashSet::new(),
            talked: HashSet::new(),
            spans: BTreeMap::new(),
            assumed: false,
            counts_likes: false,
        }
    }

    /// Whether any of these names is of the team.
    pub fn is_team<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> bool {
        names.into_iter().any(|name| self.options.is_team(name))
    }

    /// Takes a message.
    pub fn message(&mut self, mut message: Message, sink: &mut dyn Sink) -> Result<(), Refusal> {
        self.saw(message.when);
        self.messages += 1;
        message.text = message.text.as_deref().and_then(kept);
        if message.of_team { self.of_team(message, sink) } else { self.of_community(message, sink) }
    }

    fn of_team(&mut self, message: Message, sink: &mut dyn Sink) -> Result<(), Refusal> {
        // In a thread of our own, what comes after somebody else's words answers them.
        let talked = message.under.as_ref().is_some_and(|opening| self.talked.contains(opening));
        let own = self.answered_team(&message) && !talked;
        let kind = if message.answers.is_some() && !own { FactKind::Reply } else { FactKind::Status };
        self.by_team += 1;
        self.replies += u64::from(kind == FactKind::Reply);
        if kind == FactKind::Status && message.answers.is_none() {
            self.openings.insert(message.native.clone());
        }
        self.team_messages.insert(message.native.clone());
        sink.piece(Piece::Post(Post {
            native: message.native.clone(),
            at: message.when.at,
            zone_rule: message.when.zone_rule,
            precision: Precision::Exact,
            content_type: message.content_type,
            text: message.text.clone(),
            url: message.url.clone(),
        }))?;
        sink.piece(Piece::Fact(Fact {
            kind,
            native: message.native.clone(),
            at: message.when.at,
            zone_rule: message.when.zone_rule,
            actor: message.author,
            post: Some(message.native.clone()),
            reply_to: message.answers,
            text: None,
            url: message.url,
        }))?;
        let Some(likes) = message.likes else { return Ok(()) };
        self.counts_likes = true;
        sink.piece(post_lifetime(&message.native, Metric::Likes, likes, self.seen_at))
    }

    fn of_community(&mut self, message: Message, sink: &mut dyn Sink) -> Result<(), Refusal> {
        let to_team = self.answered_team(&message);
        let answered = message.answers.as_ref().filter(|_| to_team);
        self.talked.extend(message.under.clone());
        let under = message.under.as_ref().filter(|opening| self.openings.contains(*opening));
        sink.piece(Piece::Fact(Fact {
            kind: if to_team { FactKind::ReplyReceived } else { FactKind::Comment },
            native: message.native,
            at: message.when.at,
            zone_rule: message.when.zone_rule,
            actor: message.author,
            post: under.or(answered).cloned(),
            reply_to: message.answers,
            text: message.text,
            url: message.url,
        }))
    }

    fn answered_team(&self, message: &Message) -> bool {
        let known = || message.answers.as_ref().is_some_and(|answered| self.team_messages.contains(answered));
        message.answers_team.unwrap_or_else(known)
    }

    /// Somebody joined or left. Without an actor, nobody knows who.
    pub fn membership(
        &mut self,
        joined: bool,
        native: String,
        when: Moment,
        actor: Option<ActorKey>,
        sink: &mut dyn Sink,
    ) -> Result<(), Refusal> {
        self.saw(when);
        let kind = if joined { FactKind::Follow } else { FactKind::Unfollow };
        *(if joined { &mut self.joins } else { &mut self.leaves }) += 1;
        sink.piece(Piece::Fact(Fact {
            kind,
            native,
            at: when.at,
            zone_rule: when.zone_rule,
            actor,
            post: None,
            reply_to: None,
            text: None,
            url: None,
        }))
    }

    /// Something stands at this moment, whether it is taken or not: the archive reaches that far.
    pub fn saw(&mut self, when: Moment) {
        const DAY: i64 = 24 * 60 * 60 * 1000;
        let day = if self.partial { when.at.0.div_euclid(DAY) } else { 0 };
        let (from, to) = self.spans.entry(day).or_insert((when.at, when.at));
        (*from, *to) = ((*from).min(when.at), (*to).max(when.at));
        self.assumed |= when.zone_rule == ZoneRule::Assumed;
    }

    /// Whether anything was taken or rightly left out.
    pub const fn is_empty(&self) -> bool {
        self.messages + self.joins + self.leaves + self.bots + self.other == 0
    }

    /// Tells what is covered, from the first thing seen to the last, and what to say about it all.
    pub fn finish(self, members: Members, sink: &mut dyn Sink) -> Result<Vec<Note>, Refusal> {
        if self.private > 0 && self.is_empty() {
            return Err(Trouble::new(TroubleCode::OnlyPrivate).with("count", &self.private.to_string()).into());
        }
        if self.is_empty() {
            return Err(Trouble::new(TroubleCode::Empty).into());
        }
        let named = self.owned || !self.options.team.is_empty();
        let kinds = [
            (true, What::Facts(FactKind::Comment)),
            // Who is of the team is not known otherwise: a zero would be false.
            (named, What::Facts(FactKind::ReplyReceived)),
            (named, What::Facts(FactKind::Status)),
            (named, What::Facts(FactKind::Reply)),
            (members != Members::Unknown, What::Facts(FactKind::Follow)),
            (members == Members::Both, What::Facts(FactKind::Unfollow)),
            (self.counts_likes, What::Posts(Metric::Likes)),
        ];
        for (from, to) in self.spans.values().filter(|_| !self.openings_only) {
            let span = Span { from: *from, to: Millis(to.0.saturating_add(1)) };
            for (_, what) in kinds.iter().copied().filter(|(told, _)| *told) {
                sink.piece(Piece::Coverage(Coverage { what, span }))?;
            }
        }
        Ok(self.notes(named))
    }

    fn notes(&self, named: bool) -> Vec<Note> {
        let count = |code, count: u64| (count > 0).then(|| Note::new(code, [("count", count.to_string())]));
        let mut notes = vec![Note::new(
            "conversation-summary",
            [
                ("messages", self.messages.to_string()),
                ("team", self.by_team.to_string()),
                ("replies", self.replies.to_string()),
                ("joins", self.joins.to_string()),
                ("leaves", self.leaves.to_string()),
            ],
        )];
        notes.extend((!named && self.messages > 0).then(|| Note::new("team-not-named", [])));
        notes.extend(count("bots-left-out", self.bots));
        notes.extend(count("service-lines-left-out", self.other));
        notes.extend(count("private-left-out", self.private));
        let assumed = self.assumed && !self.options.zone_named;
        notes.extend(assumed.then(|| Note::new("zone-assumed", [("zone", self.options.zone.clone())])));
        notes
    }
}

/// The words kept of a text; `None` when it says nothing.
fn kept(text: &str) -> Option<String> {
    let text: String = text.trim().chars().take(LONGEST).collect();
    (!text.is_empty()).then_some(text)
}
