//! A line of text at a place. Wrapping and shortening are in [`crate::text`].

use crate::{
    element::Element,
    text::{Weight, width},
};

/// Which part of the text stands at its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// A line of text about to be placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    text: String,
    size: f64,
    classes: String,
    weight: Weight,
    anchor: Anchor,
}

impl Word {
    /// Text at a size, in the colour of ordinary words unless [`Word::dressed`] says otherwise.
    #[must_use]
    pub fn new(text: impl Into<String>, size: f64) -> Self {
        Self { text: text.into(), size, classes: "ink-word".to_owned(), weight: Weight::Regular, anchor: Anchor::Start }
    }

    /// With other classes: `ink-tick`, `ink-aside`, or `ink-label` and the class of a hue.
    #[must_use]
    pub fn dressed(mut self, classes: impl Into<String>) -> Self {
        self.classes = classes.into();
        self
    }

    /// In a heavier weight.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.weight = Weight::Strong;
        self
    }

    /// With another part of the text at its x.
    #[must_use]
    pub fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// Its estimated width.
    #[must_use]
    pub fn width(&self) -> f64 {
        width(&self.text, self.size, self.weight)
    }

    /// The text with its baseline at `y`.
    #[must_use]
    pub fn on(self, x: f64, y: f64) -> Element {
        let classes = match self.weight {
            Weight::Regular => self.classes,
            Weight::Strong => format!("{} ink-strong", self.classes),
        };
        let element = Element::new("text").class(classes).set("x", x).set("y", y).set("font-size", self.size);
        let element = match self.anchor {
            Anchor::Start => element,
            Anchor::Middle => element.set("text-anchor", "middle"),
            Anchor::End => element.set("text-anchor", "end"),
        };
        element.text(self.text)
    }

    /// The text with the middle of its small letters and figures at `y`.
    #[must_use]
    pub fn centred_on(self, x: f64, y: f64) -> Element {
        let baseline = y + self.size * 0.36;
        self.on(x, baseline)
    }
}
