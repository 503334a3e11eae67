//! The bytes of a JSON file under a walk: where they begin, and how many may still be read of the whole and of the item
//! under way, which alone is held in memory.

use crate::input::Input;
use crate::table::unreadable;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use std::cell::Cell;
use std::io::{self, BufRead, Read};

/// The longest item, key or value, in bytes of JSON.
pub const LONGEST_ITEM: u64 = 8 << 20;

/// Stands before the first character; UTF-16 is refused, the mark of UTF-8 passed over.
pub fn begin(input: &mut Input) -> Result<(), Refusal> {
    let start = input.fill_buf().map_err(|error| unreadable(&error))?;
    if start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]) || start.get(1) == Some(&0) {
        return Err(Trouble::new(TroubleCode::BadEncoding).with("encoding", "UTF-16").into());
    }
    if start.starts_with(b"\xef\xbb\xbf") {
        input.consume(3);
    }
    Ok(())
}

/// How much may still be read.
#[derive(Debug)]
pub struct Budget {
    limit: u64,
    whole: Cell<u64>,
    item: Cell<u64>,
}

impl Budget {
    /// A file of at most `limit` bytes, no item under way.
    pub const fn new(limit: u64) -> Self {
        // One more, so that a file of just so many bytes is read to its end.
        Self { limit, whole: Cell::new(limit.saturating_add(1)), item: Cell::new(u64::MAX) }
    }

    /// Whether what comes is an item, a key or a value that is held; what is passed over may be of any length.
    pub fn limit_items(&self, limited: bool) {
        self.item.set(if limited { LONGEST_ITEM } else { u64::MAX });
    }

    /// The limit that was met, in bytes.
    pub fn exceeded(&self) -> Option<u64> {
        match (self.whole.get(), self.item.get()) {
            (0, _) => Some(self.limit),
            (_, 0) => Some(LONGEST_ITEM),
            _ => None,
        }
    }
}

/// An input that ends in an error where the budget does.
pub struct Limited<'a> {
    inner: &'a mut Input,
    budget: &'a Budget,
}

impl<'a> Limited<'a> {
    /// The rest of the input under that budget.
    pub const fn new(inner: &'a mut Input, budget: &'a Budget) -> Self {
        Self { inner, budget }
    }
}

impl Read for Limited<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buf)?;
        let n = u64::try_from(read).unwrap_or(u64::MAX);
        for left in [&self.budget.whole, &self.budget.item] {
            left.set(left.get().saturating_sub(n));
        }
        if self.budget.exceeded().is_some() { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(read) }
    }
}
