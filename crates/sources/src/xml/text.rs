//! The bytes of an XML file as UTF-8, decoded strictly as they come, with the line they are on and a limit on how
//! much one piece of it may hold.

use crate::encoding::{self, Sniffed};
use crate::input::{Input, Meter};
use crate::table::unreadable;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use encoding_rs::{Decoder, DecoderResult, UTF_8};
use std::io::{self, BufRead, Cursor, Read};

/// How many bytes are looked at to find the encoding, and decoded at a time.
const CHUNK: usize = 16 * 1024;

/// The decoded text.
pub struct Text<'a> {
    source: Box<dyn Read + 'a>,
    decoder: Decoder,
    decoded: Vec<u8>,
    at: usize,
    exhausted: bool,
    line: u64,
    left: usize,
    fault: Option<Trouble>,
    meter: Meter,
}

impl<'a> Text<'a> {
    /// Stands before the first character, past a byte-order mark.
    pub fn open(input: &'a mut Input) -> Result<Self, Refusal> {
        let meter = input.meter();
        let mut head = Vec::new();
        let limit = u64::try_from(CHUNK).unwrap_or(u64::MAX);
        (&mut *input).take(limit).read_to_end(&mut head).map_err(|error| unreadable(&error))?;
        let sniffed = encoding::sniff(&head, head.len() < CHUNK);
        let wide = sniffed.encoding == encoding_rs::UTF_16LE || sniffed.encoding == encoding_rs::UTF_16BE;
        let sniffed = if sniffed.bom_len > 0 || wide {
            sniffed
        } else {
            // Without a mark the file says its encoding itself, or it is UTF-8.
            Sniffed { encoding: encoding::declared(&head).unwrap_or(UTF_8), bom_len: 0, guessed: false }
        };
        let body = head.split_off(sniffed.bom_len.min(head.len()));
        Ok(Self {
            source: Box::new(Cursor::new(body).chain(input)),
            decoder: sniffed.encoding.new_decoder_without_bom_handling(),
            decoded: Vec::new(),
            at: 0,
            exhausted: false,
            line: 1,
            left: usize::MAX,
            fault: None,
            meter,
        })
    }

    /// The line that is read.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// Bytes of the outer file consumed so far.
    pub fn consumed(&self) -> u64 {
        self.meter.consumed()
    }

    /// Allows so many bytes from here on.
    pub const fn allow(&mut self, bytes: usize) {
        self.left = bytes;
    }

    /// What was wrong with the bytes, when reading them ended in an error.
    pub const fn fault(&mut self) -> Option<Trouble> {
        self.fault.take()
    }

    fn decode_more(&mut self) -> Result<(), Trouble> {
        self.decoded.clear();
        self.at = 0;
        let mut raw = vec![0; CHUNK];
        while self.decoded.is_empty() && !self.exhausted {
            let n = self.source.read(&mut raw).map_err(|error| unreadable(&error).line(self.line))?;
            self.exhausted = n == 0;
            let mut rest = raw.get(..n).unwrap_or_default();
            loop {
                let start = self.decoded.len();
                self.decoded.resize(start + rest.len() * 3 + 16, 0);
                let free = self.decoded.get_mut(start..).unwrap_or_default();
                let (result, read, written) =
                    self.decoder.decode_to_utf8_without_replacement(rest, free, self.exhausted);
                self.decoded.truncate(start + written);
                rest = rest.get(read..).unwrap_or_default();
                match result {
                    DecoderResult::InputEmpty => break,
                    DecoderResult::OutputFull => {}
                    DecoderResult::Malformed(..) => return Err(self.malformed(rest.is_empty())),
                }
            }
        }
        Ok(())
    }

    /// Wrong bytes in the middle are another encoding; half a character at the very end is a cut file.
    fn malformed(&self, nothing_follows: bool) -> Trouble {
        let line = self.line + lines(&self.decoded);
        if self.exhausted && nothing_follows {
            return Trouble::new(TroubleCode::Truncated).line(line);
        }
        Trouble::new(TroubleCode::BadEncoding).line(line).with("encoding", self.decoder.encoding().name())
    }
}

fn lines(bytes: &[u8]) -> u64 {
    u64::try_from(memchr::memchr_iter(b'\n', bytes).count()).unwrap_or(0)
}

impl BufRead for Text<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if self.at >= self.decoded.len()
            && let Err(trouble) = self.decode_more()
        {
            self.fault = Some(trouble);
            return Err(io::ErrorKind::InvalidData.into());
        }
        let rest = self.decoded.get(self.at..).unwrap_or_default();
        Ok(rest.get(..rest.len().min(self.left)).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        let end = self.at.saturating_add(amount).min(self.decoded.len());
        self.line += lines(self.decoded.get(self.at..end).unwrap_or_default());
        self.at = end;
        self.left = self.left.saturating_sub(amount);
    }
}

impl Read for Text<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(buf)?;
        self.consume(n);
        Ok(n)
    }
}
