//! An OPML list of feeds, read leniently: what feed readers export is seldom clean.

use crate::feed::decode::decode;
use crate::trouble::{Trouble, TroubleCode};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// How deep outlines may lie in one another.
const DEPTH: usize = 64;

/// A list of feeds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// What the list calls itself.
    pub title: Option<String>,
    /// The feeds, each once, in their order.
    pub feeds: Vec<Feed>,
    /// Other lists that this one points to: title and address.
    pub lists: Vec<(String, String)>,
    /// Pages that are listed without a feed: title and address.
    pub pages: Vec<(String, String)>,
}

/// A feed of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Its title; empty when the list gives none.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// The page it belongs to.
    pub page: Option<String>,
    /// The folders it lies in, each from the outermost inwards.
    pub folders: Vec<Vec<String>>,
}

/// Whether the text is an OPML list: by its root element.
pub fn is_opml(text: &str) -> bool {
    let mut reader = lenient(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => return local(&tag).eq_ignore_ascii_case("opml"),
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// Reads a list. Unknown entities, missing ends and attributes without value are forgiven; what is no OPML is not.
pub fn read(bytes: &[u8]) -> Result<List, Trouble> {
    let decoded = decode(bytes);
    if let Some(line) = decoded.wrong {
        return Err(Trouble::new(TroubleCode::BadEncoding).line(line).with("encoding", decoded.encoding));
    }
    let text = decoded.text.as_str();
    if !is_opml(text) {
        return Err(Trouble::new(TroubleCode::Malformed).with("reason", "not OPML"));
    }
    let mut reading = Reading::default();
    let mut reader = lenient(text);
    loop {
        let event = reader.read_event().map_err(|error| {
            let line = line_at(text, reader.error_position());
            // A tag that is never closed: the file was cut.
            let cut = matches!(error, quick_xml::Error::Syntax(_));
            let code = if cut { TroubleCode::Truncated } else { TroubleCode::Malformed };
            Trouble::new(code).line(line).with("reason", &error.to_string())
        })?;
        match event {
            Event::Eof => break,
            Event::Start(tag) => reading.open(&tag, false)?,
            Event::Empty(tag) => reading.open(&tag, true)?,
            Event::End(tag) => reading.close(tag.local_name().as_ref()),
            Event::Text(said) => reading.say(&said),
            _ => {}
        }
    }
    Ok(reading.list)
}

fn lenient(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}

fn line_at(text: &str, position: u64) -> u64 {
    let before = usize::try_from(position).ok().and_then(|at| text.get(..at)).unwrap_or(text);
    1 + u64::try_from(before.matches('\n').count()).unwrap_or(0)
}

fn local(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_owned()
}

/// A list under way.
#[derive(Default)]
struct Reading {
    list: List,
    /// Names of the outlines that are open; empty for those without.
    open: Vec<String>,
    places: HashMap<String, usize>,
    in_title: bool,
}

impl Reading {
    fn open(&mut self, tag: &BytesStart<'_>, closed: bool) -> Result<(), Trouble> {
        let name = local(tag).to_ascii_lowercase();
        self.in_title = name == "title" && !closed;
        if name != "outline" {
            return Ok(());
        }
        let outline = Outline::read(tag);
        self.take(&outline);
        if !closed {
            if self.open.len() >= DEPTH {
                return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &DEPTH.to_string()));
            }
            self.open.push(outline.name);
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        self.in_title = false;
        if name.eq_ignore_ascii_case("outline") {
            self.open.pop();
        }
    }

    fn say(&mut self, said: &str) {
        let title = plain(said);
        if self.in_title && !title.is_empty() && self.open.is_empty() {
            self.list.title.get_or_insert(title);
        }
    }

    /// A feed, another list, a page, or a folder. Where an address of a feed stands, it is one, whatever its type says;
    /// only *source* means a list.
    fn take(&mut self, outline: &Outline) {
        let named = |url: &str| (outline.name.clone(), url.to_owned());
        match outline.kind.as_str() {
            "source" if !outline.feed.is_empty() => self.list.lists.push(named(&outline.feed)),
            _ if !outline.feed.is_empty() => self.feed(outline),
            "include" | "link" if !outline.url.is_empty() => self.list.lists.push(named(&outline.url)),
            _ if !outline.page.is_empty() => self.list.pages.push(named(&outline.page)),
            _ => {}
        }
    }

    fn feed(&mut self, outline: &Outline) {
        let within: Vec<String> = self.open.iter().filter(|name| !name.is_empty()).cloned().collect();
        let folders = std::iter::once(within).chain(outline.categories.iter().cloned()).filter(|path| !path.is_empty());
        let place = *self.places.entry(outline.feed.clone()).or_insert(self.list.feeds.len());
        if place == self.list.feeds.len() {
            let page = Some(outline.page.clone()).filter(|page| !page.is_empty());
            let (title, url) = (outline.name.clone(), outline.feed.clone());
            self.list.feeds.push(Feed { title, url, page, folders: Vec::new() });
        }
        if let Some(feed) = self.list.feeds.get_mut(place) {
            for path in folders {
                if !feed.folders.contains(&path) {
                    feed.folders.push(path);
                }
            }
        }
    }
}

/// The attributes of an outline that are read, whatever the case of their names.
#[derive(Default)]
struct Outline {
    name: String,
    kind: String,
    feed: String,
    page: String,
    url: String,
    categories: Vec<Vec<String>>,
}

impl Outline {
    fn read(tag: &BytesStart<'_>) -> Self {
        let mut outline = Self::default();
        let mut title = String::new();
        let mut attributes = tag.html_attributes();
        for attribute in attributes.with_checks(false).flatten() {
            let said = plain(&attribute.value);
            match attribute.key.as_ref().to_ascii_lowercase().as_str() {
                "text" => outline.name = said,
                "title" => title = said,
                "type" => outline.kind = said.to_ascii_lowercase(),
                "xmlurl" => outline.feed = said,
                "htmlurl" => outline.page = said,
                "url" => outline.url = said,
                "category" => outline.categories = said.split(',').map(path).collect(),
                _ => {}
            }
        }
        if outline.name.is_empty() {
            outline.name = title;
        }
        outline
    }
}

/// `/root/parent/child` or `tag`.
fn path(category: &str) -> Vec<String> {
    category.split('/').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The text behind XML, or else HTML, entities; one that nobody knows stays as it is.
fn plain(said: &str) -> String {
    let text = quick_xml::escape::unescape(said).map_or_else(|_| words::plain(said), std::borrow::Cow::into_owned);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
