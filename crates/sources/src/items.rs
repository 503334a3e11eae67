//! Walks through the lists of a JSON file item by item: one item is in memory at a time, whatever the file's size.
//! For downloads that are one long list, or an object of lists, with or without a word of JavaScript in front.

use crate::input::Input;
use crate::limited::{self, Budget, LONGEST_ITEM, Limited};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;
use std::io::{BufRead, BufReader, Read};

/// Largest file read, in bytes: half a million posts.
pub const LIMIT: u64 = 1 << 30;

/// Longest assignment in front of the JSON: `window.YTD.direct_message_group_headers.part12 =`.
const ASSIGNMENT: u64 = 256;

/// Progress is told every so many items.
const STEP: u64 = 256;

/// Who listens to the walk.
pub trait Listener {
    /// One item of a list; `key` is the list's, empty when the whole file is the list. `line`: which item it is.
    fn item(&mut self, key: &str, item: Value, line: u64) -> Result<(), Refusal>;

    /// A list under that key begins.
    fn list(&mut self, _key: &str) {}

    /// A value that is no list, under its key.
    fn beside(&mut self, key: &str, value: Value);

    /// How far the walk is: bytes of the file, items.
    fn progress(&mut self, bytes: u64, items: u64);
}

/// Walks through the file; `assigned` passes over an assignment in front of the JSON and a semicolon after it.
/// Returns how many items there were.
pub fn walk(input: &mut Input, assigned: bool, listener: &mut dyn Listener) -> Result<u64, Refusal> {
    limited::begin(input)?;
    let meter = input.meter();
    let budget = Budget::new(LIMIT);
    let mut bytes = BufReader::with_capacity(64 * 1024, Limited::new(input, &budget));
    if assigned {
        pass_assignment(&mut bytes)?;
    }
    let mut walking = Walk { listener, meter, budget: &budget, items: 0, key: String::new(), stopped: None };
    let mut json = serde_json::Deserializer::from_reader(&mut bytes);
    let walked = Whole(&mut walking).deserialize(&mut json);
    if let Err(error) = walked {
        if let Some(refusal) = walking.stopped {
            return Err(refusal);
        }
        if let Some(limit) = budget.exceeded() {
            let trouble = Trouble::new(TroubleCode::TooLarge).with("limit", &limit.to_string());
            return Err(if limit == LONGEST_ITEM { trouble.line(walking.items + 1) } else { trouble }.into());
        }
        return Err(trouble(&error, walking.items + 1, &walking.key).into());
    }
    let items = walking.items;
    nothing_after(&mut bytes, items)?;
    Ok(items)
}

fn pass_assignment(bytes: &mut impl BufRead) -> Result<(), Refusal> {
    let mut assignment = Vec::new();
    let read = bytes.take(ASSIGNMENT).read_until(b'=', &mut assignment);
    read.map_err(|error| crate::table::unreadable(&error))?;
    if assignment.last() == Some(&b'=') {
        return Ok(());
    }
    Err(Trouble::new(TroubleCode::Truncated).line(1).into())
}

/// After the JSON stand at most spaces and a semicolon.
fn nothing_after(bytes: &mut impl BufRead, items: u64) -> Result<(), Refusal> {
    for byte in bytes.bytes() {
        let byte = byte.map_err(|error| crate::table::unreadable(&error))?;
        if !byte.is_ascii_whitespace() && byte != b';' {
            let trouble = Trouble::new(TroubleCode::Malformed).line(items + 1);
            return Err(trouble.with("reason", "something follows the end").into());
        }
    }
    Ok(())
}

/// What the JSON reader stumbled over, at which item of which list.
fn trouble(error: &serde_json::Error, item: u64, key: &str) -> Trouble {
    let reason = error.to_string();
    let code = TroubleCode::of_json(error);
    let trouble = Trouble::new(code).line(item);
    let trouble = if key.is_empty() { trouble } else { trouble.field(key) };
    match code {
        TroubleCode::BadEncoding => trouble.with("encoding", "UTF-8"),
        TroubleCode::Truncated => trouble,
        _ => trouble.with("reason", &reason),
    }
}

struct Walk<'a> {
    listener: &'a mut dyn Listener,
    meter: crate::input::Meter,
    /// Items, keys and values beside the lists are held in memory.
    budget: &'a Budget,
    items: u64,
    /// The list under way.
    key: String,
    stopped: Option<Refusal>,
}

impl Walk<'_> {
    /// Hands an item over; `false` stops the walk.
    fn take(&mut self, item: Value) -> bool {
        self.items += 1;
        if self.items.is_multiple_of(STEP) {
            self.listener.progress(self.meter.consumed(), self.items);
        }
        self.stopped = self.listener.item(&self.key, item, self.items).err();
        self.stopped.is_none()
    }

    fn list<'de, S: SeqAccess<'de>>(&mut self, mut items: S) -> Result<(), S::Error> {
        self.listener.list(&self.key);
        loop {
            self.budget.limit_items(true);
            let Some(item) = items.next_element::<Value>()? else { break };
            if !self.take(item) {
                return Err(S::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

/// The whole file: a list, or an object whose lists are walked through.
struct Whole<'a, 'w>(&'a mut Walk<'w>);

impl<'de> DeserializeSeed<'de> for Whole<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, or an object of lists")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, items: S) -> Result<(), S::Error> {
        self.0.list(items)
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        loop {
            self.0.budget.limit_items(true);
            let Some(key) = map.next_key::<String>()? else { break };
            self.0.key = key;
            map.next_value_seed(Part(&mut *self.0))?;
        }
        self.0.budget.limit_items(false);
        Ok(())
    }
}

/// One value of the object: a list is walked through, anything else told beside.
struct Part<'a, 'w>(&'a mut Walk<'w>);

impl Part<'_, '_> {
    fn beside(self, value: Value) {
        self.0.listener.beside(&self.0.key, value);
    }
}

impl<'de> DeserializeSeed<'de> for Part<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, items: S) -> Result<(), S::Error> {
        self.0.list(items)
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<(), M::Error> {
        let object = Map::deserialize(MapAccessDeserializer::new(map))?;
        self.beside(Value::Object(object));
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.beside(Value::String(text.to_owned()));
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.beside(number.into());
        Ok(())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.beside(number.into());
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
}

/// The first key of a JSON object.
pub fn first_key(text: &str) -> Option<&str> {
    let object = text.trim_start_matches('\u{feff}').trim_start().strip_prefix('{')?;
    object.trim_start().strip_prefix('"')?.split('"').next()
}

/// Whether the text begins as a JSON list of objects.
pub fn is_list(text: &str) -> bool {
    let list = text.trim_start_matches('\u{feff}').trim_start().strip_prefix('[');
    list.is_some_and(|inside| inside.trim_start().starts_with('{'))
}
