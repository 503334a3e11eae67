//! One field of a form: label, input, hint, error, tied together for those who listen. Every room uses it, so that no
//! field lacks a label and no error stands apart from its field.

use crate::forms::Problems;
use askama::Template;
use phrases::Voice;

/// A field, shown in a template by `{{ form.name }}`.
#[derive(Debug, Clone, Template)]
#[template(path = "templates/field.html")]
pub struct Field {
    /// Name and id.
    pub name: String,
    /// What stands above it.
    pub label: String,
    /// The input's type, or `select`, `textarea`.
    pub kind: &'static str,
    /// What it holds.
    pub value: String,
    /// What to know before typing.
    pub hint: Option<String>,
    /// What is wrong.
    pub error: Option<String>,
    /// Choices of a `select`: value and words.
    pub options: Vec<(String, String)>,
    /// What browsers may fill in.
    pub autocomplete: Option<&'static str>,
    /// The longest text.
    pub longest: Option<usize>,
    /// Whether it must be filled.
    pub required: bool,
    id: String,
}

impl Field {
    /// A field for a line of text.
    pub fn text(name: &str, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.to_owned(),
            label: label.into(),
            kind: "text",
            value: value.into(),
            hint: None,
            error: None,
            options: Vec::new(),
            autocomplete: None,
            longest: None,
            required: false,
            id: name.to_owned(),
        }
    }

    /// A choice among words; `options` are values with what people read.
    pub fn select(
        name: &str,
        label: impl Into<String>,
        value: impl Into<String>,
        options: Vec<(String, String)>,
    ) -> Self {
        Self { kind: "select", options, ..Self::text(name, label, value) }
    }

    /// Another type of input: `email`, `password`, `date`, `datetime-local`, `textarea`…
    #[must_use]
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// What to know before typing.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What browsers may fill in.
    #[must_use]
    pub const fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = Some(what);
        self
    }

    /// Must be filled.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The longest text, in characters.
    #[must_use]
    pub const fn longest(mut self, characters: usize) -> Self {
        self.longest = Some(characters);
        self
    }

    /// Another id than its name, where a page has two fields of one name.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// What is wrong with it, if anything is.
    #[must_use]
    pub fn checked(mut self, problems: &Problems, voice: &Voice) -> Self {
        self.error = problems.of(&self.name).map(|said| said.in_voice(voice));
        self
    }

    /// The ids of its hint and error, for `aria-describedby`.
    fn described_by(&self) -> Option<String> {
        let hint = self.hint.iter().map(|_| format!("{}-hint", self.id));
        let error = self.error.iter().map(|_| format!("{}-error", self.id));
        let ids: Vec<String> = hint.chain(error).collect();
        if ids.is_empty() { None } else { Some(ids.join(" ")) }
    }
}

impl askama::filters::HtmlSafe for Field {}
