//! The table of texts of an old binary workbook: how long each is. A reader copies a text into each cell that names it,
//! so that a long one named by thousands of cells of fourteen bytes is counted before anybody reads it.

use super::binary::{record, u16_at, u32_at};

const CONTINUE: u16 = 0x003c;

/// In how many records a table may go on, beside one for so many bytes of the workbook: programs fill eight thousand
/// bytes of each, and the reader takes them from the front of a list, which takes the square of their number.
const SPARE: usize = 1024;
const BYTES: usize = 1024;

/// Whether some record goes on in more records than any program writes.
pub fn go_on_too_long(stream: &[u8]) -> bool {
    let most = SPARE + stream.len() / BYTES;
    let (mut at, mut run) = (0, 0);
    while let Some((kind, _, next)) = record(stream, at) {
        run = if kind == CONTINUE { run + 1 } else { 0 };
        if run > most {
            return true;
        }
        at = next;
    }
    false
}

/// How many characters each text of the table has; `None` when the table ends in the middle of one, which no reader
/// takes. `data`: the content of its first record, behind which the next one stands at `next`.
pub fn lengths(stream: &[u8], data: &[u8], next: usize) -> Option<Vec<u32>> {
    // How many texts there are is told before them twice; nobody counts on it.
    let mut table = Table { stream, data: data.get(8..)?, next };
    let mut lengths = Vec::new();
    while !table.data.is_empty() || table.goes_on() {
        lengths.push(table.text()?);
    }
    Some(lengths)
}

/// The rest of a table that goes on in the records behind it.
struct Table<'s> {
    stream: &'s [u8],
    data: &'s [u8],
    next: usize,
}

impl Table<'_> {
    fn goes_on(&mut self) -> bool {
        match record(self.stream, self.next) {
            Some((CONTINUE, data, next)) => {
                (self.data, self.next) = (data, next);
                true
            }
            _ => false,
        }
    }

    /// Passes over one text; how many characters it has.
    fn text(&mut self) -> Option<u32> {
        if self.data.is_empty() {
            return Some(0);
        }
        let (length, flags) = (u16_at(self.data, 0)?, *self.data.get(2)?);
        self.data = self.data.get(3..)?;
        let (mut runs, mut phonetic) = (0, 0);
        if flags & 0x8 != 0 {
            runs = usize::from(u16_at(self.data, 0)?) * 4;
            self.data = self.data.get(2..)?;
        }
        if flags & 0x4 != 0 {
            phonetic = usize::try_from(u32_at(self.data, 0)?).ok()?;
            self.data = self.data.get(4..)?;
        }
        self.characters(usize::from(length), flags)?;
        self.skip(runs)?;
        self.skip(phonetic)?;
        Some(u32::from(length))
    }

    /// Passes over characters of one byte or of two, which each record says anew.
    fn characters(&mut self, mut left: usize, mut flags: u8) -> Option<()> {
        loop {
            let width = if flags & 1 == 0 { 1 } else { 2 };
            let here = left.min(self.data.len() / width);
            self.data = self.data.get(here * width..)?;
            left -= here;
            if left == 0 {
                return Some(());
            }
            if !self.goes_on() {
                return None;
            }
            flags = *self.data.first()?;
            self.data = self.data.get(1..)?;
        }
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            if self.data.is_empty() && !self.goes_on() {
                return None;
            }
            let here = bytes.min(self.data.len());
            self.data = self.data.get(here..)?;
            bytes -= here;
        }
        Some(())
    }
}
