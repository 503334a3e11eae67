//! XML exports element by element: the elements a format wants, one in memory at a time.
//!
//! A document type is refused, and with it every entity of its own (billion laughs); nesting, the size of one element
//! and of one piece of text are limited. What the elements mean is each format's business.

mod text;

use crate::input::Input;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use quick_xml::errors::{Error, SyntaxError};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use text::Text;

/// How deep elements may stand in each other.
const DEPTH: usize = 64;
/// The most text kept of one element, in bytes: more than is ever shown of an article.
const KEPT: usize = 128 * 1024;
/// The largest tag, text or comment accepted, in bytes.
const PIECE: usize = 32 * 1024 * 1024;
/// The most that one wanted element may hold, in bytes: an article with a hundred thousand comments.
const ELEMENT: usize = 128 * 1024 * 1024;
/// What an element takes beside its text.
const OVERHEAD: usize = 128;

/// One element with what stands in it.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name as written, prefix included: `wp:comment`.
    pub name: String,
    /// The line on which it begins.
    pub line: u64,
    text: String,
    attributes: Vec<(String, String)>,
    children: Vec<Self>,
}

impl Element {
    /// The first element of that name directly inside.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children(name).next()
    }

    /// The elements of that name directly inside.
    pub fn children(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Its own text, trimmed.
    pub fn text(&self) -> &str {
        self.text.trim()
    }

    /// The text of the first element of that name directly inside; `None` when there is none or nothing in it.
    pub fn said(&self, name: &str) -> Option<&str> {
        self.child(name).map(Self::text).filter(|text| !text.is_empty())
    }

    fn says_nothing(&self) -> bool {
        self.attributes.is_empty() && self.children.is_empty() && self.text().is_empty()
    }

    /// An attribute that is not empty.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(key, _)| key == name)?;
        Some(value.trim()).filter(|value| !value.is_empty())
    }
}

/// The elements of a file that a format wants.
pub struct Elements<'a> {
    reader: Reader<Text<'a>>,
    buffer: Vec<u8>,
    wanted: &'static [&'static str],
    left_out: &'static [&'static str],
    /// Names of the elements that are open, those wanted apart.
    above: Vec<String>,
    open: Vec<Element>,
    size: usize,
    skipped: usize,
    met: bool,
}

impl<'a> Elements<'a> {
    /// Stands before the first element. `wanted`: names of the elements to hand out, wherever they stand; `left_out`:
    /// names of those inside that are passed over.
    pub fn open(
        input: &'a mut Input,
        wanted: &'static [&'static str],
        left_out: &'static [&'static str],
    ) -> Result<Self, Refusal> {
        Ok(Self {
            reader: Reader::from_reader(Text::open(input)?),
            buffer: Vec::new(),
            wanted,
            left_out,
            above: Vec::new(),
            open: Vec::new(),
            size: 0,
            skipped: 0,
            met: false,
        })
    }

    /// Bytes of the outer file consumed so far.
    pub fn consumed(&self) -> u64 {
        self.reader.get_ref().consumed()
    }

    /// The next wanted element; `None` at the end of a whole file.
    pub fn next(&mut self) -> Result<Option<Element>, Refusal> {
        loop {
            let line = self.reader.get_ref().line();
            self.reader.get_mut().allow(PIECE);
            let mut buffer = std::mem::take(&mut self.buffer);
            buffer.clear();
            let step = match self.reader.read_event_into(&mut buffer) {
                Ok(event) => self.take(&event, line),
                Err(error) => Err(self.trouble(&error)),
            };
            self.buffer = buffer;
            match step? {
                Step::On => {}
                Step::Whole(element) => return Ok(Some(element)),
                Step::End => return Ok(None),
            }
        }
    }

    fn take(&mut self, event: &Event<'_>, line: u64) -> Result<Step, Trouble> {
        match event {
            Event::Start(start) => self.begin(start, line)?,
            Event::Empty(start) => {
                self.begin(start, line)?;
                return Ok(self.end());
            }
            Event::End(_) => return Ok(self.end()),
            Event::Text(text) => self.add(&text.xml10_content(), line)?,
            Event::CData(text) => self.add(&text.xml10_content(), line)?,
            Event::GeneralRef(name) => {
                let said = reference(name).ok_or_else(|| {
                    Trouble::new(TroubleCode::Malformed).line(line).with("reason", &format!("&{};", &**name))
                })?;
                self.add(said.encode_utf8(&mut [0; 4]), line)?;
            }
            Event::DocType(_) => {
                return Err(Trouble::new(TroubleCode::Malformed).line(line).with("reason", "<!DOCTYPE>"));
            }
            Event::Eof if !self.met => return Err(Trouble::new(TroubleCode::Empty)),
            Event::Eof if self.depth() > 0 => {
                let inside = self.open.last().map(|element| &element.name).or(self.above.last());
                let trouble = Trouble::new(TroubleCode::Truncated).line(line);
                return Err(inside.map_or(trouble.clone(), |name| trouble.field(name)));
            }
            Event::Eof => return Ok(Step::End),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        Ok(Step::On)
    }

    fn depth(&self) -> usize {
        self.above.len() + self.open.len() + self.skipped
    }

    fn begin(&mut self, start: &BytesStart<'_>, line: u64) -> Result<(), Trouble> {
        self.met = true;
        if self.depth() >= DEPTH {
            return Err(Trouble::new(TroubleCode::TooLarge).line(line).with("limit", &DEPTH.to_string()));
        }
        let name = start.name().as_ref().to_owned();
        if self.skipped > 0 || (!self.open.is_empty() && self.left_out.contains(&name.as_str())) {
            self.skipped += 1;
        } else if self.open.is_empty() && !self.wanted.contains(&name.as_str()) {
            self.above.push(name);
        } else {
            // An attribute that cannot be read is missing: the format says which one it needed.
            let attributes: Vec<(String, String)> = start
                .attributes()
                .flatten()
                .filter_map(|attribute| {
                    Some((
                        attribute.key.as_ref().to_owned(),
                        attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned(),
                    ))
                })
                .collect();
            let told: usize = attributes.iter().map(|(key, value)| key.len() + value.len()).sum();
            self.grow(OVERHEAD + name.len() + told, line)?;
            self.open.push(Element { name, line, attributes, ..Element::default() });
        }
        Ok(())
    }

    fn end(&mut self) -> Step {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Step::On;
        }
        let Some(element) = self.open.pop() else {
            self.above.pop();
            return Step::On;
        };
        if let Some(parent) = self.open.last_mut() {
            // `<id/>` says what no `id` at all would say, and would take ten times its size.
            if element.says_nothing() {
                self.size = self.size.saturating_sub(OVERHEAD + element.name.len() + element.text.len());
            } else {
                parent.children.push(element);
            }
            return Step::On;
        }
        self.size = 0;
        Step::Whole(element)
    }

    fn add(&mut self, text: &str, line: u64) -> Result<(), Trouble> {
        if self.skipped > 0 {
            return Ok(());
        }
        let Some(element) = self.open.last_mut() else { return Ok(()) };
        let room = KEPT.saturating_sub(element.text.len());
        let kept = text.get(..text.floor_char_boundary(room)).unwrap_or_default();
        element.text.push_str(kept);
        let added = kept.len();
        self.grow(added, line)
    }

    fn grow(&mut self, bytes: usize, line: u64) -> Result<(), Trouble> {
        self.size += bytes;
        if self.size > ELEMENT {
            return Err(Trouble::new(TroubleCode::TooLarge).line(line).with("limit", &ELEMENT.to_string()));
        }
        Ok(())
    }

    fn trouble(&mut self, error: &Error) -> Trouble {
        let line = self.reader.get_ref().line();
        if let Some(fault) = self.reader.get_mut().fault() {
            return fault;
        }
        match error {
            Error::Io(error) if error.kind() == std::io::ErrorKind::FileTooLarge => {
                Trouble::new(TroubleCode::TooLarge).line(line).with("limit", &PIECE.to_string())
            }
            // Nothing that is opened stays open but at the end of the file.
            Error::Syntax(syntax) if !matches!(syntax, SyntaxError::InvalidBangMarkup) => {
                Trouble::new(TroubleCode::Truncated).line(line)
            }
            other => Trouble::new(TroubleCode::Malformed).line(line).with("reason", &other.to_string()),
        }
    }
}

/// What reading one event made.
enum Step {
    On,
    Whole(Element),
    End,
}

/// The character that a reference stands for: by its number, or one of the five every XML knows.
fn reference(name: &BytesRef<'_>) -> Option<char> {
    match name.resolve_char_ref() {
        Ok(Some(c)) => Some(c),
        Ok(None) => resolve_predefined_entity(name).and_then(|said| said.chars().next()),
        Err(_) => None,
    }
}
