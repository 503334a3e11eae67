//! WhatsApp: the text file of an exported chat, from Android or from an iPhone, in English or in French.
//!
//! The order of day and month is told from the whole file (`order`), which is therefore read as a whole.

mod normalise;
mod order;
mod phrases;
mod wire;

use crate::contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::conversation::{Conversation, Members};
use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{FactKind, Metric, Network};
use normalise::Sort;
use phrases::Told;
use std::collections::BTreeSet;
use wire::{Chat, Message};

static MANIFEST: Manifest = Manifest {
    id: "whatsapp",
    name: "WhatsApp · chat.txt",
    network: Some(Network::Chat),
    sees: &[
        Sees::Facts(FactKind::Comment),
        Sees::Facts(FactKind::Follow),
        Sees::Facts(FactKind::Unfollow),
        Sees::Posts,
        Sees::Facts(FactKind::Status),
    ],
    lacks: &[Metric::Followers, Metric::Likes, Metric::RepliesReceived, Metric::RepliesSent, Metric::Reach],
    never_kept: &["names and telephone numbers of members (hashed)", "files"],
    asks: &[Asks::Team, Asks::Private],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

/// Largest file read, in bytes: a million messages.
const LIMIT: u64 = 128 << 20;

/// Longest message, in bytes: the service sends none of more than 65,536 characters.
const LONGEST: usize = 1 << 20;

/// The format.
pub struct Whatsapp;

impl Format for Whatsapp {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let first = peek.lines().find(|line| !line.trim_matches(wire::is_mark).trim().is_empty())?;
        wire::header(first)?;
        let chat = wire::chat(&peek.text);
        // A log has no names: `Nom: texte` must be there, on the first lines that are not the service's.
        let named = chat.messages.iter().take(50).any(|message| message.header.author.is_some());
        if !named {
            return None;
        }
        let space = group(&chat).map(str::to_owned).or_else(|| name_of_file(&peek.name));
        Some(Recognised { sure: 80, network: Some(Network::Chat), space, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = crate::dates::zone(&options.zone)?;
        let bytes = input.read_all(LIMIT)?;
        let text = text(&bytes)?;
        let chat = wire::chat(text);
        if let Some(long) = chat.messages.iter().find(|said| said.header.text.len() + said.more.len() > LONGEST) {
            return Err(Trouble::new(TroubleCode::TooLarge).line(long.line).with("limit", &LONGEST.to_string()).into());
        }
        for (line, code) in [(chat.stray, TroubleCode::BadLine), (chat.cut, TroubleCode::Truncated)] {
            if let Some(line) = line {
                sink.bad(Trouble::new(code).line(line).with("value", text_at(text, line)))?;
            }
        }
        let Some(first) = chat.messages.first() else { return Err(Trouble::new(TroubleCode::Empty).into()) };
        let group = group(&chat);
        let sorts: Vec<Sort<'_>> = chat.messages.iter().map(|message| normalise::sort(message, group)).collect();
        let french = chat.messages.iter().zip(&sorts).any(|(message, sort)| is_french(message, sort));
        let order = order::find(&chat, french, options.now)?;
        if is_between_two(group, &sorts) && !options.include_private {
            let count = chat.messages.len().to_string();
            return Err(Trouble::new(TroubleCode::OnlyPrivate).line(first.line).with("count", &count).into());
        }
        let mut talk = Conversation::new(options);
        let mut keys = normalise::Keys::default();
        let mut understood = Understood::default();
        for (message, sort) in chat.messages.iter().zip(&sorts) {
            let when = normalise::moment(message, order, &zone)?;
            talk.saw(when);
            match sort {
                Sort::Said(author) => {
                    let key = keys.next(author, when);
                    let said = normalise::message(message, author, when, key, &talk);
                    talk.message(said, sink)?;
                }
                Sort::Service(Told::Joined(people)) => {
                    understood.members = true;
                    moved(true, people, when, &mut keys, &mut talk, sink)?;
                }
                Sort::Service(Told::Left(people)) => {
                    understood.members = true;
                    moved(false, people, when, &mut keys, &mut talk, sink)?;
                }
                Sort::Service(told) => {
                    understood.unknown += u64::from(*told == Told::Unknown);
                    understood.known |= *told == Told::Notice;
                    talk.other += 1;
                }
            }
        }
        let rows = u64::try_from(chat.messages.len()).unwrap_or(u64::MAX);
        sink.progress(input.consumed(), rows);
        let mut seen = talk.finish(understood.members_told(), sink)?;
        let stated = order == order::Order::YearFirst && chat.messages.iter().all(|m| m.header.date.long == Some(0));
        seen.extend((!stated).then(|| Note::new(order.note(), [])));
        if understood.unknown > 0 {
            seen.push(Note::new("whatsapp-lines-unknown", [("count", understood.unknown.to_string())]));
        }
        Ok(Report { rows, seen })
    }
}

/// What was understood of the lines of the service.
#[derive(Debug, Default)]
struct Understood {
    /// Somebody came or went.
    members: bool,
    /// Another line in a language that is known.
    known: bool,
    /// Lines that say nothing to us.
    unknown: u64,
}

impl Understood {
    /// In a language that is not known, who comes and goes is not known either.
    const fn members_told(&self) -> Members {
        if self.members || (self.known && self.unknown == 0) { Members::Both } else { Members::Unknown }
    }
}

fn moved(
    joined: bool,
    people: &[Option<&str>],
    when: crate::conversation::Moment,
    keys: &mut normalise::Keys,
    talk: &mut Conversation<'_>,
    sink: &mut dyn Sink,
) -> Result<(), Refusal> {
    for name in people {
        let key = keys.next(name.unwrap_or_default(), when);
        talk.membership(joined, key, when, name.map(normalise::actor), sink)?;
    }
    Ok(())
}

/// The text, which WhatsApp writes in UTF-8.
fn text(bytes: &[u8]) -> Result<&str, Trouble> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Trouble::new(TroubleCode::BadEncoding).line(1).with("encoding", "UTF-16"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = 1 + u64::try_from(memchr::memchr_iter(b'\n', before).count()).unwrap_or(0);
        let code = if error.error_len().is_none() { TroubleCode::Truncated } else { TroubleCode::BadEncoding };
        Trouble::new(code).line(line).with("encoding", "UTF-8")
    })
}

fn text_at(text: &str, line: u64) -> &str {
    (1..).zip(text.lines()).find(|(number, _)| *number == line).map_or("", |(_, text)| text)
}

/// The name of the group, under which an iPhone writes the first line of every chat.
fn group<'a>(chat: &Chat<'a>) -> Option<&'a str> {
    let first = chat.messages.first()?;
    first.header.author.filter(|_| phrases::is_encryption_notice(first.header.text))
}

fn is_french(message: &Message<'_>, sort: &Sort<'_>) -> bool {
    let own_words = matches!(sort, Sort::Service(_)) || message.header.marked;
    (own_words || message.header.text.starts_with('<')) && phrases::is_french(message.header.text)
}

/// A talk between two people is nobody's community; a group of two says that it is a group.
fn is_between_two(group: Option<&str>, sorts: &[Sort<'_>]) -> bool {
    let authors: BTreeSet<&str> = sorts
        .iter()
        .filter_map(|sort| match sort {
            Sort::Said(author) => Some(*author),
            Sort::Service(_) => None,
        })
        .collect();
    let moved = sorts.iter().any(|sort| matches!(sort, Sort::Service(Told::Joined(_) | Told::Left(_))));
    let named = group.is_some_and(|group| !authors.contains(group));
    authors.len() < 3 && !moved && !named
}

/// `Family` for `WhatsApp Chat with Family.txt`.
fn name_of_file(name: &str) -> Option<String> {
    const BEFORE: [&str; 4] =
        ["WhatsApp Chat with ", "WhatsApp Chat - ", "Discussion WhatsApp avec ", "Conversation WhatsApp avec "];
    let stem = name.strip_suffix(".txt")?;
    let space = BEFORE.iter().find_map(|before| stem.strip_prefix(before))?.trim();
    (!space.is_empty()).then(|| space.to_owned())
}
