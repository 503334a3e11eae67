//! Bytes to lines of text, decoded strictly as they come, each with its number in the file.

use crate::encoding::Sniffed;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use encoding_rs::{Decoder, DecoderResult};
use std::io::Read;

/// The longest line accepted, in bytes of decoded text.
const LINE_LIMIT: usize = 8 * 1024 * 1024;

/// The most lines taken uncut at once: what is wrong with each may take more room than the line.
const PLAIN_LINES: usize = 2048;

/// How many bytes are decoded at a time.
const CHUNK: usize = 64 * 1024;

/// One physical line.
pub struct Line<'l> {
    /// 1-based number in the file.
    pub number: u64,
    /// Its text, line end included.
    pub text: &'l str,
    /// Whether it has a line end; only the last line of a file may lack one.
    pub ended: bool,
}

/// The lines of a text.
pub struct Lines<'a> {
    source: Box<dyn Read + Send + 'a>,
    decoder: Decoder,
    /// Line end of files of old spreadsheets for the Mac: a carriage return alone.
    line_end: u8,
    raw: Vec<u8>,
    pending: String,
    at: usize,
    decoded: u64,
    number: u64,
    exhausted: bool,
}

impl<'a> Lines<'a> {
    /// Lines of the source, whose first bytes gave `sniffed` and hold no line feed if `carriage_returns`.
    pub fn new(
        mut source: Box<dyn Read + Send + 'a>,
        sniffed: Sniffed,
        carriage_returns: bool,
    ) -> Result<Self, Refusal> {
        let mut mark = vec![0; sniffed.bom_len];
        source.read_exact(&mut mark).map_err(|e| unreadable(&e))?;
        Ok(Self {
            source,
            decoder: sniffed.encoding.new_decoder_without_bom_handling(),
            line_end: if carriage_returns { b'\r' } else { b'\n' },
            raw: vec![0; CHUNK],
            pending: String::new(),
            at: 0,
            decoded: 0,
            number: 0,
            exhausted: false,
        })
    }

    /// The next line.
    pub fn next(&mut self) -> Result<Option<Line<'_>>, Refusal> {
        let mut searched = self.at;
        loop {
            let rest = self.pending.as_bytes().get(searched..).unwrap_or_default();
            if let Some(found) = memchr::memchr(self.line_end, rest) {
                let end = searched + found + 1;
                return Ok(Some(self.take(end, true)));
            }
            if self.exhausted {
                let end = self.pending.len();
                return Ok((end > self.at).then(|| self.take(end, false)));
            }
            if self.pending.len() - self.at > LINE_LIMIT {
                let trouble = Trouble::new(TroubleCode::TooLarge).line(self.number + 1);
                return Err(trouble.with("limit", &LINE_LIMIT.to_string()).into());
            }
            self.pending.drain(..self.at);
            self.at = 0;
            searched = self.pending.len();
            self.decode_more()?;
        }
    }

    /// Takes whole lines without any quote out of what is decoded, one or as many as `limit` bytes hold, and adds them to
    /// `text`. The number of the first; `None` when the next line is no such line.
    pub fn take_plain(&mut self, limit: usize, text: &mut String) -> Option<u64> {
        let rest = self.pending.as_bytes().get(self.at..)?;
        let window = rest.get(..limit).unwrap_or(rest);
        let quote = memchr::memchr(b'"', window).unwrap_or(window.len());
        let end = match memchr::memrchr(self.line_end, window.get(..quote)?) {
            Some(last) => last + 1,
            None => {
                let end = memchr::memchr(self.line_end, rest)? + 1;
                memchr::memchr(b'"', rest.get(..end)?).is_none().then_some(end)?
            }
        };
        let mut end = end;
        let mut lines = memchr::memchr_iter(self.line_end, rest.get(..end)?).count();
        if lines > PLAIN_LINES {
            end = memchr::memchr_iter(self.line_end, rest.get(..end)?).nth(PLAIN_LINES - 1)? + 1;
            lines = PLAIN_LINES;
        }
        text.push_str(self.pending.get(self.at..self.at + end)?);
        let first = self.number + 1;
        self.number += u64::try_from(lines).unwrap_or(u64::MAX);
        self.at += end;
        Some(first)
    }

    /// What ends a line.
    pub const fn line_end(&self) -> u8 {
        self.line_end
    }

    fn take(&mut self, end: usize, ended: bool) -> Line<'_> {
        self.number += 1;
        let text = self.pending.get(self.at..end).unwrap_or_default();
        self.at = end;
        Line { number: self.number, text, ended }
    }

    fn decode_more(&mut self) -> Result<(), Refusal> {
        let n = self.source.read(&mut self.raw).map_err(|e| unreadable(&e))?;
        self.exhausted = n == 0;
        let mut rest = self.raw.get(..n).unwrap_or_default();
        self.decoded += u64::try_from(n).unwrap_or(0);
        loop {
            self.pending.reserve(CHUNK * 3);
            let (result, read) =
                self.decoder.decode_to_string_without_replacement(rest, &mut self.pending, self.exhausted);
            rest = rest.get(read..).unwrap_or_default();
            match result {
                DecoderResult::InputEmpty => return Ok(()),
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    let nothing_follows = rest.is_empty();
                    return Err(self.malformed(nothing_follows).into());
                }
            }
        }
    }

    /// Wrong bytes in the middle are another encoding; half a character at the very end is a cut file.
    fn malformed(&self, nothing_follows: bool) -> Trouble {
        let before = self.pending.get(self.at..).unwrap_or_default();
        let line = self.number + 1 + u64::try_from(before.matches(char::from(self.line_end)).count()).unwrap_or(0);
        if self.exhausted && nothing_follows {
            return Trouble::new(TroubleCode::Truncated).line(line);
        }
        Trouble::new(TroubleCode::BadEncoding).line(line).with("encoding", self.decoder.encoding().name())
    }
}

/// The file could not be read any further.
pub fn unreadable(error: &std::io::Error) -> Trouble {
    let code = match error.kind() {
        std::io::ErrorKind::UnexpectedEof => TroubleCode::Truncated,
        std::io::ErrorKind::InvalidData | std::io::ErrorKind::InvalidInput => TroubleCode::Malformed,
        std::io::ErrorKind::FileTooLarge => TroubleCode::TooLarge,
        _ => TroubleCode::Unreadable,
    };
    Trouble::new(code).with("reason", &error.to_string())
}
