//! The keys of objects and the cells their values go to. A key inside an object is told after its own: `author.name`; the
//! values of a list stand in one cell, parted by commas.

use crate::table::CELL_LIMIT;
use crate::table::columns::fold;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt::{self, Write};

/// The most keys that become headers.
const KEYS_LIMIT: usize = 1_000;

/// The longest key that becomes one, in bytes, those it stands in included.
const KEY_LIMIT: usize = 500;

/// Whole numbers above this are not exact in JSON's arithmetic: an id was rounded by whoever wrote it as a number.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Which key is which column.
#[derive(Debug, Default)]
pub struct Keys {
    headers: Vec<String>,
    places: HashMap<String, usize>,
    /// Which of them any line had.
    met: Vec<bool>,
    /// Whether a key not met before becomes a header.
    learning: bool,
}

/// Why a line is not read.
pub enum Stopped {
    /// It is no object.
    NoObject(serde_json::Error),
    /// A cell is larger than anybody's.
    TooLarge,
}

impl Keys {
    /// None yet; each key met becomes a header.
    pub fn learning() -> Self {
        Self { learning: true, ..Self::default() }
    }

    /// From here on, keys not met before are passed over.
    pub const fn settle(&mut self) {
        self.learning = false;
    }

    /// Adds the columns that are asked for under a key not met yet.
    pub fn ask(&mut self, asked: &[&str]) {
        for name in asked {
            let wanted = fold(name);
            if self.headers.iter().all(|header| fold(header) != wanted) {
                self.add(name);
            }
        }
    }

    /// The headers: in the order they were met, then those only asked for.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The headers that some line had, or those that none had.
    pub fn met(&self, met: bool) -> Vec<&str> {
        let which = self.headers.iter().zip(&self.met).filter(|(_, one)| **one == met);
        which.map(|(header, _)| header.as_str()).collect()
    }

    /// Reads one line into cells, one for each header.
    pub fn read(&mut self, line: &str, cells: &mut Vec<String>) -> Result<(), Stopped> {
        cells.iter_mut().for_each(String::clear);
        cells.resize(self.headers.len(), String::new());
        let mut json = serde_json::Deserializer::from_str(line.trim_start_matches('\u{feff}'));
        let mut path = String::new();
        let mut reading = Reading { keys: self, cells, path: &mut path, too_large: false };
        let read = json.deserialize_map(Object(&mut reading));
        if reading.too_large {
            return Err(Stopped::TooLarge);
        }
        read.and_then(|()| json.end()).map_err(Stopped::NoObject)
    }

    fn add(&mut self, key: &str) -> usize {
        let place = self.headers.len();
        self.headers.push(key.to_owned());
        self.places.insert(key.to_owned(), place);
        self.met.push(false);
        place
    }

    /// The column of a key that a line has.
    fn meet(&mut self, key: &str) -> Option<usize> {
        let known = self.places.get(key).copied();
        let new = self.learning && self.headers.len() < KEYS_LIMIT && key.len() <= KEY_LIMIT && !key.trim().is_empty();
        let place = known.or_else(|| new.then(|| self.add(key)))?;
        if let Some(met) = self.met.get_mut(place) {
            *met = true;
        }
        Some(place)
    }
}

/// One line under way.
struct Reading<'r> {
    keys: &'r mut Keys,
    cells: &'r mut Vec<String>,
    /// The key of the value under way, those it stands in before it.
    path: &'r mut String,
    too_large: bool,
}

impl Reading<'_> {
    fn value<E: Error>(&mut self, write: impl FnOnce(&mut String) -> fmt::Result) -> Result<(), E> {
        let Some(place) = self.keys.meet(self.path) else { return Ok(()) };
        if place >= self.cells.len() {
            self.cells.resize(place + 1, String::new());
        }
        let Some(cell) = self.cells.get_mut(place) else { return Ok(()) };
        if !cell.is_empty() {
            cell.push_str(", ");
        }
        // A text takes whatever is written.
        let _ = write(cell);
        self.too_large |= cell.len() > CELL_LIMIT;
        if self.too_large { Err(E::custom("too large")) } else { Ok(()) }
    }

    fn object<'de, M: MapAccess<'de>>(&mut self, mut map: M) -> Result<(), M::Error> {
        let outer = self.path.len();
        loop {
            if outer > 0 {
                self.path.push('.');
            }
            if map.next_key_seed(Key(self.path))?.is_none() {
                break;
            }
            if self.path.len() > KEY_LIMIT {
                map.next_value::<IgnoredAny>()?;
            } else {
                map.next_value_seed(Value(self))?;
            }
            self.path.truncate(outer);
        }
        self.path.truncate(outer);
        Ok(())
    }
}

/// A key, added to those it stands in.
struct Key<'p>(&'p mut String);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        self.0.push_str(key);
        Ok(())
    }
}

/// The object that a line is.
struct Object<'v, 'r>(&'v mut Reading<'r>);

impl<'de> Visitor<'de> for Object<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<(), M::Error> {
        self.0.object(map)
    }
}

/// Any value in it.
struct Value<'v, 'r>(&'v mut Reading<'r>);

impl<'de> DeserializeSeed<'de> for Value<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<(), M::Error> {
        self.0.object(map)
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut items: S) -> Result<(), S::Error> {
        while items.next_element_seed(Value(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.value(|cell| cell.write_str(text))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.0.value(|cell| write!(cell, "{value}"))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.0.value(|cell| write!(cell, "{value}"))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.0.value(|cell| write!(cell, "{value}"))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        // Written so that an id is seen to be rounded.
        if value.abs() > EXACT {
            return self.0.value(|cell| write!(cell, "{value:e}"));
        }
        self.0.value(|cell| write!(cell, "{value}"))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.keys.meet(self.0.path);
        Ok(())
    }
}
