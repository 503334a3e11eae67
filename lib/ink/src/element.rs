//! One SVG element and what it holds. Escaping happens here and nowhere else, so a drawing is well formed
//! whatever text it is given. Element and attribute names come from code, never from data.

use std::collections::BTreeSet;

use crate::{escape, number::compact, style::Hue};

/// A fill that carries meaning without colour. It stands for partial data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// Stripes of a hue on a pale ground of the same, for bars.
    Hatch(Hue),
    /// Stripes alone, over a cell that keeps its own shade.
    Stripes(Hue),
}

impl Pattern {
    /// Its id in a figure.
    pub(crate) fn id(self, figure: &str) -> String {
        match self {
            Self::Hatch(hue) => format!("{figure}-hatch-{}", hue.class()),
            Self::Stripes(hue) => format!("{figure}-stripes-{}", hue.class()),
        }
    }
}

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Any text; escaped when written.
    Text(String),
    /// A coordinate or a size; written with one decimal at most.
    Number(f64),
    /// A pattern as a fill; the drawing adds the definition it refers to.
    Pattern(Pattern),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Child {
    Element(Element),
    Text(String),
}

/// An SVG element under construction.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, Value)>,
    children: Vec<Child>,
}

impl Element {
    /// An empty element.
    #[must_use]
    pub fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), children: Vec::new() }
    }

    /// An empty `<g>`.
    #[must_use]
    pub fn group() -> Self {
        Self::new("g")
    }

    /// Adds an attribute. Never `style` nor a handler: a strict content policy refuses them.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds the `class` attribute; give all classes at once.
    #[must_use]
    pub fn class(self, classes: impl Into<String>) -> Self {
        self.set("class", classes.into())
    }

    /// Moves the element by whole coordinates, for small multiples.
    #[must_use]
    pub fn shifted(self, x: f64, y: f64) -> Self {
        let place = format!("translate({} {})", compact(x), compact(y));
        self.set("transform", place)
    }

    /// Adds a child at the end.
    #[must_use]
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Child::Element(child));
        self
    }

    /// Adds several children at the end.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Child::Element));
        self
    }

    /// Adds text at the end.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Child::Text(text.into()));
        self
    }

    /// Adds a `<title>`, shown by browsers when the mark is pointed at. An empty one is left out.
    #[must_use]
    pub fn title(self, text: &str) -> Self {
        if text.is_empty() { self } else { self.child(Self::new("title").text(text)) }
    }

    /// Whether nothing was added to it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    /// Every pattern used by this element and its descendants.
    pub(crate) fn patterns(&self, found: &mut BTreeSet<Pattern>) {
        for (_, value) in &self.attributes {
            if let Value::Pattern(pattern) = value {
                found.insert(*pattern);
            }
        }
        for child in &self.children {
            if let Child::Element(element) = child {
                element.patterns(found);
            }
        }
    }

    /// Writes the element; `figure` is the id that local references start with.
    pub(crate) fn write(&self, out: &mut String, figure: &str) {
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            match value {
                Value::Text(text) => escape::push(out, text),
                Value::Number(number) => out.push_str(&compact(*number)),
                Value::Pattern(pattern) => {
                    out.push_str("url(#");
                    out.push_str(&pattern.id(figure));
                    out.push(')');
                }
            }
            out.push('"');
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Child::Element(element) => element.write(out, figure),
                Child::Text(text) => escape::push(out, text),
            }
        }
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }
}
