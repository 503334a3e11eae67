//! Walks through a JSON document item by item: one item is in memory at a time, whatever the file's size.
//!
//! A format says which way to go by the path of keys (`messages`, `chats.list[].messages`); what it does not name is
//! passed over unread. Items come as the text of their JSON, so that one which is wrong is skipped alone.

use crate::contract::Peek;
use crate::input::{Input, Meter};
use crate::limited::{self, Budget, Limited};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;
use std::io::BufReader;

/// The path of the document itself.
const ROOT: &str = "";

/// Where to go from a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Into the object, or into each object of the list.
    Enter,
    /// Each element of the list is an item.
    Items,
    /// A value to be told.
    Tell,
    /// Nothing to see.
    Pass,
}

/// Who listens to the walk. The root's path is empty; a list at the root is a list of items.
pub trait Listener {
    /// Where to go from the key of that path.
    fn turn(&self, path: &str) -> Turn;

    /// An object inside a list is entered.
    fn enter(&mut self, _path: &str) {}

    /// One item of a list, with its number from 1 on in the whole file.
    fn item(&mut self, path: &str, json: &str, number: u64) -> Result<(), Refusal>;

    /// A value that was to be told.
    fn told(&mut self, path: &str, json: &str) -> Result<(), Refusal>;

    /// What stands for the whole list in a trouble: `messages`.
    fn list(&self) -> &'static str;
}

/// Walks through the whole input; answers how many items there were. More than `limit` bytes are refused.
pub fn walk(input: &mut Input, limit: u64, listener: &mut dyn Listener) -> Result<u64, Refusal> {
    limited::begin(input)?;
    let budget = Budget::new(limit);
    let mut way = Way { listener, budget: &budget, number: 0, stopped: None };
    let bytes = BufReader::new(Limited::new(input, &budget));
    let mut json = serde_json::Deserializer::from_reader(bytes);
    let walked = Node { path: ROOT.to_owned(), way: &mut way }.deserialize(&mut json).and_then(|()| json.end());
    match walked {
        Ok(()) => Ok(way.number),
        Err(error) => Err(way.stopped.take().unwrap_or_else(|| {
            let trouble = match budget.exceeded() {
                Some(limit) => Trouble::new(TroubleCode::TooLarge).with("limit", &limit.to_string()),
                None => trouble(&error),
            };
            trouble.line(way.number + 1).field(way.listener.list()).into()
        })),
    }
}

/// What the JSON reader stumbled over.
pub fn trouble(error: &serde_json::Error) -> Trouble {
    let reason = error.to_string();
    let code = TroubleCode::of_json(error);
    let trouble = Trouble::new(code).with("reason", &reason);
    if code == TroubleCode::BadEncoding { trouble.with("encoding", "UTF-8") } else { trouble }
}

/// Whether the text holds that key.
pub fn has_key(text: &str, key: &str) -> bool {
    text.match_indices(key).any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|before| text.get(before..at));
        before == Some("\"") && text.get(at + key.len()..).is_some_and(|rest| rest.starts_with('"'))
    })
}

/// The first text that stands under the key.
pub fn text_under(text: &str, key: &str) -> Option<String> {
    let (_, rest) = text.split_once(&format!("\"{key}\""))?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<String>();
    values.next()?.ok().filter(|text| !text.trim().is_empty())
}

/// The beginning of a JSON document, or `None` when this is none.
pub fn opening(peek: &Peek) -> Option<&str> {
    let text = peek.text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with(['{', '[']).then_some(text)
}

struct Way<'a> {
    listener: &'a mut dyn Listener,
    budget: &'a Budget,
    number: u64,
    stopped: Option<Refusal>,
}

impl Way<'_> {
    fn go_on<E: Error>(&mut self, outcome: Result<(), Refusal>) -> Result<(), E> {
        outcome.map_err(|refusal| {
            self.stopped = Some(refusal);
            E::custom("stopped")
        })
    }
}

struct Node<'w, 'a> {
    path: String,
    way: &'w mut Way<'a>,
}

impl<'de> DeserializeSeed<'de> for Node<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { f.write_str("an object or a list") } else { write!(f, "an object as {}", self.path) }
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        let Self { path, way } = self;
        if path.ends_with("[]") {
            way.listener.enter(&path);
        }
        loop {
            way.budget.limit_items(true);
            let Some(key) = map.next_key::<String>()? else { break };
            way.budget.limit_items(false);
            let below = if path.is_empty() { key } else { format!("{path}.{key}") };
            match way.listener.turn(&below) {
                Turn::Enter => map.next_value_seed(Node { path: below, way: &mut *way })?,
                Turn::Items => map.next_value_seed(Items { path: &below, way: &mut *way })?,
                Turn::Tell => {
                    way.budget.limit_items(true);
                    let json = map.next_value::<Box<RawValue>>()?;
                    way.budget.limit_items(false);
                    let told = way.listener.told(&below, json.get());
                    way.go_on(told)?;
                }
                Turn::Pass => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        way.budget.limit_items(false);
        Ok(())
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<(), S::Error> {
        let Self { path, way } = self;
        if path.is_empty() {
            return Items { path: ROOT, way }.visit_seq(list);
        }
        let below = format!("{path}[]");
        while list.next_element_seed(Node { path: below.clone(), way: &mut *way })?.is_some() {}
        Ok(())
    }
}

struct Items<'p, 'w, 'a> {
    path: &'p str,
    way: &'w mut Way<'a>,
}

impl<'de> DeserializeSeed<'de> for Items<'_, '_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a list as {}", if self.path.is_empty() { "the document" } else { self.path })
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut items: S) -> Result<(), S::Error> {
        let Self { path, way } = self;
        loop {
            way.budget.limit_items(true);
            let Some(item) = items.next_element::<Box<RawValue>>()? else { break };
            way.number += 1;
            let taken = way.listener.item(path, item.get(), way.number);
            way.go_on(taken)?;
        }
        way.budget.limit_items(false);
        Ok(())
    }
}

/// Reads an item into its wire shape, or says what is wrong with it: the key where one is missing.
pub fn read<T: serde::de::DeserializeOwned>(json: &str, number: u64) -> Result<T, Trouble> {
    serde_json::from_str(json).map_err(|error| {
        let reason = error.to_string();
        let missing = reason.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        match missing {
            Some(field) => Trouble::new(TroubleCode::EmptyValue).line(number).field(field),
            None => trouble(&error).line(number),
        }
    })
}

/// Tells how far the reading is, every so many items.
pub struct Pace {
    meter: Meter,
}

impl Pace {
    /// Of this input.
    pub fn of(input: &Input) -> Self {
        Self { meter: input.meter() }
    }

    /// Tells it after that many items, when it is time.
    pub fn tell(&self, sink: &mut dyn crate::contract::Sink, items: u64) {
        const STEP: u64 = 256;
        if items.is_multiple_of(STEP) {
            sink.progress(self.meter.consumed(), items);
        }
    }
}
