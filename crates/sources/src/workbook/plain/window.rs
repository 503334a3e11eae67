//! A part of an archive as it comes: what was unpacked and not read yet.

use super::Stop;
use memchr::memmem::Finder;
use std::sync::mpsc::{Receiver, Sender};

/// The most bytes looked at together: a row, a text, what stands before the rows.
const MOST: usize = 4 << 20;

/// Of the parts that are wanted, one after the other.
#[derive(Debug)]
pub(crate) enum Chunk {
    /// Some bytes of the part.
    Bytes(Vec<u8>),
    /// The part ends.
    End,
}

/// The bytes of one part after the other.
pub(crate) struct Window {
    chunks: Receiver<Chunk>,
    back: Sender<Vec<u8>>,
    bytes: Vec<u8>,
    at: usize,
    ended: bool,
}

impl Window {
    /// On what comes through the channel; buffers go back to be filled again.
    pub fn new(chunks: Receiver<Chunk>, back: Sender<Vec<u8>>) -> Self {
        Self { chunks, back, bytes: Vec::new(), at: 0, ended: false }
    }

    /// What is there.
    pub(super) fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// So many bytes are read.
    pub(super) fn advance(&mut self, by: usize) {
        self.at = self.at.saturating_add(by).min(self.bytes.len());
    }

    /// Waits for more of the part. That it ends, or is longer than anybody's, is odd: it was not read to its end.
    fn more(&mut self) -> Result<(), Stop> {
        if self.ended || self.rest().len() > MOST {
            return Err(Stop::Odd);
        }
        match self.chunks.recv() {
            Ok(Chunk::Bytes(chunk)) => {
                self.bytes.drain(..self.at);
                self.at = 0;
                self.bytes.extend_from_slice(&chunk);
                // Who unpacks may have ended.
                let _ = self.back.send(chunk);
                Ok(())
            }
            Ok(Chunk::End) => {
                self.ended = true;
                Err(Stop::Odd)
            }
            Err(_) => Err(Stop::Odd),
        }
    }

    /// Begins the next part.
    pub(super) fn next_part(&mut self) -> Result<(), Stop> {
        while !self.ended {
            self.at = self.bytes.len();
            if self.more().is_err() && !self.ended {
                return Err(Stop::Odd);
            }
        }
        (self.at, self.ended) = (0, false);
        self.bytes.clear();
        Ok(())
    }

    /// Passes over spaces and sees that `length` bytes are there, unless the part ends.
    pub(super) fn look(&mut self, length: usize) -> Result<&[u8], Stop> {
        loop {
            let spaces = self.rest().iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            self.advance(spaces);
            if self.rest().len() >= length {
                return Ok(self.rest());
            }
            match self.more() {
                Err(Stop::Odd) if self.ended && !self.rest().is_empty() => return Ok(self.rest()),
                other => other?,
            }
        }
    }

    /// How many bytes there are up to the end of what is looked for.
    pub(super) fn until(&mut self, wanted: &Finder<'_>) -> Result<usize, Stop> {
        let length = wanted.needle().len();
        let mut searched = 0;
        loop {
            let found = self.rest().get(searched..).and_then(|rest| wanted.find(rest));
            if let Some(found) = found {
                return Ok(searched + found + length);
            }
            searched = self.rest().len().saturating_sub(length);
            self.more()?;
        }
    }
}
