//! Walks through the collection item by item: one item is in memory at a time, whatever the archive's size.

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;
use std::io::Read;

/// Who listens to the walk.
pub trait Listener {
    /// One item of `orderedItems`. `false` stops the walk.
    fn item(&mut self, item: Value) -> bool;
    /// A text or number beside the items: `id`, `type`, `totalItems`, `preferredUsername`.
    fn beside(&mut self, key: &str, value: Value);
}

/// Walks through the JSON object read. An error is the JSON's, or says that the listener stopped.
pub fn walk(reader: impl Read, listener: &mut dyn Listener) -> Result<(), serde_json::Error> {
    let mut json = serde_json::Deserializer::from_reader(reader);
    Collection(listener).deserialize(&mut json)?;
    json.end()
}

/// Keys whose value is small and told to the listener.
const BESIDE: [&str; 4] = ["id", "type", "totalItems", "preferredUsername"];

struct Collection<'a>(&'a mut dyn Listener);

impl<'de> DeserializeSeed<'de> for Collection<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Collection<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an ActivityPub collection")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "orderedItems" {
                map.next_value_seed(Items(&mut *self.0))?;
            } else if BESIDE.contains(&key.as_str()) {
                let value = map.next_value()?;
                self.0.beside(&key, value);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

struct Items<'a>(&'a mut dyn Listener);

impl<'de> DeserializeSeed<'de> for Items<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of activities")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut items: S) -> Result<(), S::Error> {
        while let Some(item) = items.next_element::<Value>()? {
            if !self.0.item(item) {
                return Err(S::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}
