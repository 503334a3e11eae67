//! The drawing as a document: size, name, description, style, and the three ways it is handed out.

use std::collections::BTreeSet;

use crate::{
    element::{Element, Pattern},
    escape,
    number::compact,
    style,
};

/// The ground a file shows around its drawing; a page and a report have their own margins.
const MARGIN: f64 = 24.0;

/// Where the drawing goes; it decides how colours reach it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// Inside a page: classes only, the page serves [`style::sheet`]. No `style` of any kind.
    Page,
    /// A file of its own: carries its style, follows the reader's light or dark setting, and has a
    /// margin of 24 pixels on each side.
    File,
    /// For a printed report: carries the light style only, no background, literal colours.
    Print,
}

/// A drawing under construction.
#[derive(Debug, Clone)]
pub struct Svg {
    id: String,
    width: f64,
    height: f64,
    title: String,
    desc: String,
    language: Option<String>,
    children: Vec<Element>,
}

impl Svg {
    /// A drawing of the given size in pixels. `id` must be unique on the page that will hold it; it is
    /// reduced to letters, digits, `-` and `_`.
    #[must_use]
    pub fn new(id: &str, width: f64, height: f64) -> Self {
        let sane = |side: f64| if side.is_finite() { side.max(1.0) } else { 1.0 };
        Self {
            id: escape::id(id),
            width: sane(width),
            height: sane(height),
            title: String::new(),
            desc: String::new(),
            language: None,
            children: Vec::new(),
        }
    }

    /// The name read out by a screen reader: the finding, in one sentence.
    #[must_use]
    pub fn title(mut self, title: &str) -> Self {
        title.clone_into(&mut self.title);
        self
    }

    /// The description read out after the name: what is drawn, over which period, where its table is.
    #[must_use]
    pub fn desc(mut self, desc: &str) -> Self {
        desc.clone_into(&mut self.desc);
        self
    }

    /// The language of the texts (`fr`, `en`), for voices and hyphenation.
    #[must_use]
    pub fn language(mut self, tag: &str) -> Self {
        self.language = Some(tag.to_owned());
        self
    }

    /// Adds a mark on top of the others.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "adding to a drawing is not arithmetic")]
    pub fn add(mut self, mark: Element) -> Self {
        self.children.push(mark);
        self
    }

    /// Adds several marks on top of the others.
    #[must_use]
    pub fn add_all(mut self, marks: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(marks);
        self
    }

    /// The drawing as text.
    #[must_use]
    pub fn render(&self, output: Output) -> String {
        let named = self.names();
        let margin = if output == Output::File { MARGIN } else { 0.0 };
        let seen = [-margin, -margin, self.width + 2.0 * margin, self.height + 2.0 * margin];
        let mut root = Element::new("svg").set("id", self.id.as_str());
        if output != Output::Page {
            root = root.set("xmlns", "http://www.w3.org/2000/svg");
        }
        root = root
            .class("ink")
            .set("width", self.width + 2.0 * margin)
            .set("height", self.height + 2.0 * margin)
            .set("viewBox", seen.map(compact).join(" "))
            .set("role", "img");
        if let Some(language) = &self.language {
            root = root.set("lang", language.as_str());
        }
        if !named.is_empty() {
            let ids: Vec<String> = named.iter().map(|(id, _)| id.clone()).collect();
            root = root.set("aria-labelledby", ids.join(" "));
        }
        for ((id, text), name) in named.into_iter().zip(["title", "desc"]) {
            root = root.child(Element::new(name).set("id", id).text(text));
        }
        match output {
            Output::Page => {}
            Output::File => {
                root = root.child(Element::new("style").text(style::embedded(true))).child(self.background());
            }
            Output::Print => {
                root = root.child(Element::new("style").text(style::embedded(false)));
            }
        }
        if let Some(defs) = self.patterns() {
            root = root.child(defs);
        }
        let mut out = String::new();
        root.children(self.children.iter().cloned()).write(&mut out, &self.id);
        out
    }

    /// The ids and texts of the name and the description; the description needs a name before it.
    fn names(&self) -> Vec<(String, String)> {
        let mut named = Vec::new();
        if !self.title.is_empty() {
            named.push((format!("{}-title", self.id), self.title.clone()));
            if !self.desc.is_empty() {
                named.push((format!("{}-desc", self.id), self.desc.clone()));
            }
        }
        named
    }

    fn background(&self) -> Element {
        Element::new("rect")
            .class("ink-ground")
            .set("x", -MARGIN)
            .set("y", -MARGIN)
            .set("width", self.width + 2.0 * MARGIN)
            .set("height", self.height + 2.0 * MARGIN)
    }

    /// The definition of every pattern that some mark asked for.
    fn patterns(&self) -> Option<Element> {
        let mut found = BTreeSet::new();
        for child in &self.children {
            child.patterns(&mut found);
        }
        if found.is_empty() {
            return None;
        }
        Some(Element::new("defs").children(found.into_iter().map(|one| self.definition(one))))
    }

    fn definition(&self, pattern: Pattern) -> Element {
        let (Pattern::Hatch(hue) | Pattern::Stripes(hue)) = pattern;
        let tile = Element::new("pattern")
            .set("id", pattern.id(&self.id))
            .class(hue.class())
            .set("width", 5.0)
            .set("height", 5.0)
            .set("patternUnits", "userSpaceOnUse")
            .set("patternTransform", "rotate(45)");
        let band = |class: &str, width: f64| Element::new("rect").class(class).set("width", width).set("height", 5.0);
        match pattern {
            Pattern::Hatch(_) => tile.child(band("ink-hatch-ground", 5.0)).child(band("ink-hatch", 2.0)),
            Pattern::Stripes(_) => tile.child(band("ink-hatch", 1.5)),
        }
    }
}
