//! The little of XML that the scanner knows: tags with plain attributes, texts with the entities that everybody writes.

use super::Stop;

/// What is left of a piece of markup.
#[derive(Clone, Copy)]
pub(super) struct Markup<'x>(pub &'x [u8]);

/// Name and value.
pub(super) type Attribute<'x> = (&'x [u8], &'x [u8]);

impl<'x> Markup<'x> {
    /// Passes over what begins with this; whether it does.
    pub fn eat(&mut self, wanted: &[u8]) -> bool {
        match self.0.strip_prefix(wanted) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    /// Passes over this, which must be there.
    pub fn need(&mut self, wanted: &[u8]) -> Result<(), Stop> {
        if self.eat(wanted) { Ok(()) } else { Err(Stop::Odd) }
    }

    /// Passes over spaces.
    pub fn spaces(&mut self) {
        while let [b' ' | b'\n' | b'\r' | b'\t', rest @ ..] = self.0 {
            self.0 = rest;
        }
    }

    /// What stands before that byte, which stays.
    pub fn before(&mut self, byte: u8) -> Result<&'x [u8], Stop> {
        let at = self.0.iter().position(|one| *one == byte).ok_or(Stop::Odd)?;
        let (before, rest) = self.0.split_at_checked(at).ok_or(Stop::Odd)?;
        self.0 = rest;
        Ok(before)
    }

    /// The next attribute of a tag; `None` at the tag's end, which stays, and before anything but a space, which is no end
    /// either.
    pub fn attribute(&mut self) -> Result<Option<Attribute<'x>>, Stop> {
        let [b' ', ..] = self.0 else { return Ok(None) };
        self.spaces();
        if matches!(self.0, [b'>', ..] | [b'/', b'>', ..]) {
            return Ok(None);
        }
        let name = self.before(b'=')?;
        self.need(b"=\"")?;
        let value = self.before(b'"')?;
        self.need(b"\"")?;
        if name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-')) {
            Ok(Some((name, value)))
        } else {
            Err(Stop::Odd)
        }
    }

    /// The end of a tag; whether the element is empty.
    pub fn closes(&mut self) -> Result<bool, Stop> {
        if self.eat(b">") {
            return Ok(false);
        }
        self.need(b"/>").map(|()| true)
    }

    /// A `<t>` whose name is read already: adds its text.
    pub fn text(&mut self, into: &mut String) -> Result<(), Stop> {
        let mut preserve = false;
        while let Some((name, value)) = self.attribute()? {
            if name != b"xml:space" || value != b"preserve" {
                return Err(Stop::Odd);
            }
            preserve = true;
        }
        if self.closes()? {
            return Ok(());
        }
        let raw = self.before(b'<')?;
        self.need(b"</t>")?;
        let begins = into.len();
        decode(raw, into)?;
        if !preserve {
            let ends = into.trim_end_matches([' ', '\t', '\n']).len().max(begins);
            into.truncate(ends);
            let text = into.get(begins..).unwrap_or_default();
            let spaces = text.len() - text.trim_start_matches([' ', '\t', '\n']).len();
            into.drain(begins..begins + spaces);
        }
        Ok(())
    }
}

/// Adds a text, its entities replaced. Odd are those of a document type, line ends that a reader changes, and what
/// spreadsheet programs write for characters that XML does not have.
pub(super) fn decode(raw: &[u8], into: &mut String) -> Result<(), Stop> {
    let mut rest = str::from_utf8(raw).map_err(|_| Stop::Odd)?;
    if raw.contains(&b'\r') {
        return Err(Stop::Odd);
    }
    if !raw.iter().any(|byte| matches!(byte, b'&' | b'_')) {
        into.push_str(rest);
        return Ok(());
    }
    let begins = into.len();
    while let Some((before, after)) = rest.split_once('&') {
        into.push_str(before);
        let (name, after) = after.split_once(';').ok_or(Stop::Odd)?;
        into.push(entity(name).ok_or(Stop::Odd)?);
        rest = after;
    }
    into.push_str(rest);
    // `_x000D_` stands for a carriage return.
    let escaped = into.get(begins..).unwrap_or_default().split("_x").skip(1).any(|after| {
        let after = after.as_bytes();
        after.get(4) == Some(&b'_') && after.iter().take(4).all(u8::is_ascii_hexdigit)
    });
    if escaped { Err(Stop::Odd) } else { Ok(()) }
}

/// The character of `amp`, `#233` or `#xE9`.
fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |hex| (hex, 16));
            // A sign, which the parser below would take, is no digit.
            let plain = digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            let code = u32::from_str_radix(plain.then_some(digits)?, radix).ok()?;
            char::from_u32(code).filter(|c| *c != '\0' && *c != '\r')?
        }
    })
}

/// Whether a document begins as one in UTF-8 does; a byte-order mark or another encoding is odd.
pub(super) fn begins_plainly(head: &[u8]) -> Result<(), Stop> {
    let head = str::from_utf8(head).map_err(|_| Stop::Odd)?;
    if !head.starts_with('<') || head.contains("<!") {
        return Err(Stop::Odd);
    }
    // Written otherwise (`encoding = "…"`) it may say anything.
    match head.split_once("encoding") {
        None => Ok(()),
        Some((_, rest)) => {
            let utf_8 = rest
                .get(..8)
                .is_some_and(|told| ["=\"utf-8\"", "='utf-8'"].iter().any(|plain| told.eq_ignore_ascii_case(plain)));
            if utf_8 { Ok(()) } else { Err(Stop::Odd) }
        }
    }
}
