//! The table of texts that cells point to, end to end in one piece of memory.

use super::Stop;
use super::markup::{Markup, begins_plainly};
use super::window::Window;
use memchr::memmem::Finder;

/// The texts.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    /// Where each one ends.
    ends: Vec<usize>,
}

impl Texts {
    /// Reads the table and stands before the next part.
    pub fn read(window: &mut Window) -> Result<Self, Stop> {
        let mut texts = Self::default();
        let begun = window.until(&Finder::new("<sst"))?;
        let head = window.rest().get(..begun).unwrap_or_default();
        begins_plainly(head)?;
        let declaration = head.strip_suffix(b"<sst").unwrap_or_default().trim_ascii();
        let whole = declaration.starts_with(b"<?xml") && declaration.ends_with(b"?>");
        if !declaration.is_empty() && (!whole || memchr::memchr_iter(b'<', declaration).count() > 1) {
            return Err(Stop::Odd);
        }
        window.advance(begun);
        let tag = window.until(&Finder::new(">"))?;
        let mut attributes = Markup(window.rest().get(..tag).unwrap_or_default());
        while attributes.attribute()?.is_some() {}
        if attributes.closes()? {
            return Err(Stop::Odd);
        }
        window.advance(tag);
        let end = Finder::new("</si>");
        loop {
            let rest = window.look(6)?;
            if rest.starts_with(b"</sst>") {
                window.next_part()?;
                return Ok(texts);
            }
            let length = if rest.starts_with(b"<si/>") { 5 } else { window.until(&end)? };
            texts.push(Markup(window.rest().get(..length).unwrap_or_default()))?;
            window.advance(length);
        }
    }

    /// One text, as it stands in the table.
    fn push(&mut self, mut one: Markup<'_>) -> Result<(), Stop> {
        if !one.eat(b"<si/>") {
            one.need(b"<si>")?;
            one.spaces();
            if one.eat(b"<t") {
                one.text(&mut self.all)?;
                one.spaces();
            }
            one.need(b"</si>")?;
        }
        self.ends.push(self.all.len());
        Ok(())
    }

    /// The text of that number.
    pub fn get(&self, number: usize) -> Option<&str> {
        let ends = *self.ends.get(number)?;
        let begins = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.all.get(begins..ends)
    }
}
