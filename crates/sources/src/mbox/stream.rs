//! An mbox cut into its messages, one in memory at a time, and of a long one its beginning only.

use crate::input::Input;
use crate::table::unreadable;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use std::io::BufRead;

/// How much of a message is kept, in bytes: headers, and text before attachments.
const KEPT: usize = 1024 * 1024;
/// How much of a line is kept.
const LINE: usize = 64 * 1024;

/// One message as it stands, without the line that parts it from the one before.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Raw {
    /// The line on which it begins.
    pub line: u64,
    /// Its bytes, `>From` undone.
    pub bytes: Vec<u8>,
    /// Whether the file ends inside a line of it, or inside its headers.
    pub is_cut: bool,
}

/// The messages of an mbox.
pub struct Messages<'a> {
    input: &'a mut Input,
    line: Vec<u8>,
    number: u64,
    /// The line of the message that begins, once its first line was met.
    begun: Option<u64>,
}

/// What a line read was.
enum Read {
    Ended,
    /// The last line, without its end.
    Open,
    Nothing,
}

impl<'a> Messages<'a> {
    /// Stands before the first message.
    pub fn open(input: &'a mut Input) -> Result<Self, Refusal> {
        let mut messages = Self { input, line: Vec::new(), number: 0, begun: None };
        match messages.read_line()? {
            Read::Nothing => Err(Trouble::new(TroubleCode::Empty).into()),
            _ if parts(&messages.line) => {
                messages.begun = Some(1);
                Ok(messages)
            }
            _ if messages.line.contains(&0) => {
                Err(Trouble::new(TroubleCode::BadEncoding).line(1).with("encoding", "UTF-16").into())
            }
            _ => Err(Trouble::new(TroubleCode::Malformed)
                .line(1)
                .field("From ")
                .with("reason", &messages.shown())
                .into()),
        }
    }

    /// Bytes of the outer file consumed so far.
    pub fn consumed(&self) -> u64 {
        self.input.consumed()
    }

    /// The next message.
    pub fn next(&mut self) -> Result<Option<Raw>, Refusal> {
        let Some(line) = self.begun.take() else { return Ok(None) };
        let mut raw = Raw { line, ..Raw::default() };
        let (mut after_blank, mut in_headers) = (false, true);
        loop {
            let read = self.read_line()?;
            match read {
                Read::Nothing => {
                    raw.is_cut |= in_headers;
                    return Ok(Some(raw));
                }
                Read::Ended if after_blank && parts(&self.line) => {
                    self.begun = Some(self.number);
                    return Ok(Some(raw));
                }
                Read::Open => raw.is_cut = true,
                Read::Ended => {}
            }
            after_blank = matches!(self.line.as_slice(), b"\n" | b"\r\n");
            in_headers &= !after_blank;
            let quoted = self.line.strip_prefix(b">").filter(|rest| unquoted(rest).starts_with(b"From "));
            let text = quoted.unwrap_or(&self.line);
            if raw.bytes.len() + text.len() <= KEPT {
                raw.bytes.extend_from_slice(text);
            }
        }
    }

    /// Reads a line, of which no more than [`LINE`] bytes are kept.
    fn read_line(&mut self) -> Result<Read, Refusal> {
        self.line.clear();
        let mut met = false;
        loop {
            let available = self.input.fill_buf().map_err(|error| unreadable(&error))?;
            if available.is_empty() {
                self.number += u64::from(met);
                return Ok(if met { Read::Open } else { Read::Nothing });
            }
            met = true;
            let end = memchr::memchr(b'\n', available);
            let taken = end.map_or(available.len(), |end| end + 1);
            let room = LINE.saturating_sub(self.line.len());
            self.line.extend_from_slice(available.get(..taken.min(room)).unwrap_or_default());
            self.input.consume(taken);
            if end.is_some() {
                if self.line.last() != Some(&b'\n') {
                    self.line.push(b'\n');
                }
                self.number += 1;
                return Ok(Read::Ended);
            }
        }
    }

    fn shown(&self) -> String {
        String::from_utf8_lossy(&self.line).trim().to_owned()
    }
}

fn unquoted(line: &[u8]) -> &[u8] {
    let end = line.iter().position(|byte| *byte != b'>').unwrap_or(line.len());
    line.get(end..).unwrap_or_default()
}

/// Whether the line parts two messages: `From ada@example.org Wed Dec  1 08:26:40 2010`. A sentence that begins with
/// “From” has neither a time nor a year.
pub fn parts(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let rest = String::from_utf8_lossy(rest);
    let is_digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit());
    let time = rest.split_whitespace().any(|word| {
        let mut parts = word.split(':');
        let short = |part: Option<&str>| part.is_some_and(|part| is_digits(part, 1) || is_digits(part, 2));
        short(parts.next()) && short(parts.next())
    });
    let year =
        rest.split_whitespace().any(|word| is_digits(word, 4) && (word.starts_with("19") || word.starts_with("20")));
    time && year
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn lines_that_part_messages() {
        let cases: [(&str, bool); 6] = [
            ("From goran at domain.com  Wed Dec  1 08:26:40 2010\n", true),
            ("From MAILER-DAEMON Thu Jan 01 00:00:00 1970 +0000\n", true),
            ("From christian at “example.org”  Thu Jan 15 13:22:25 2015\n", true),
            ("From 8:30 to noon we talk.\n", false),
            ("From my point of view, 2010 was better.\n", false),
            ("from ada Wed Dec  1 08:26:40 2010\n", false),
        ];
        for (line, expected) in cases {
            assert_eq!(parts(line.as_bytes()), expected, "{line}");
        }
    }

    #[test]
    fn quoted_from_lines_are_undone_and_long_lines_cut() {
        let long = "x".repeat(200_000);
        let text = format!(
            "From a Wed Dec  1 08:26:40 2010\nA: b\n\n>From here\n>>From there\nFrom now on\n{long}\n\nFrom b Wed Dec  1 08:26:41 2010\nC: d\n\n"
        );
        let mut input = Input::from_bytes("x", text.into_bytes()).unwrap();
        let mut messages = Messages::open(&mut input).unwrap();
        let first = messages.next().unwrap().unwrap();
        let said = String::from_utf8(first.bytes).unwrap();
        assert!(said.starts_with("A: b\n\nFrom here\n>From there\nFrom now on\nxxx"), "{}", &said[..60]);
        assert!(said.len() < 70_000, "{}", said.len());
        assert_eq!((first.line, first.is_cut), (1, false));
        let second = messages.next().unwrap().unwrap();
        assert_eq!((second.line, second.bytes.as_slice()), (9, b"C: d\n\n".as_slice()));
        assert_eq!(messages.next().unwrap(), None);
    }
}
