//! Streams of any length that take no memory, and what reading one took.

use sources::input::Input;
use sources::{Format, Options, Refusal, Report, Sink, Trouble};
use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A megabyte.
pub const MB: usize = 1 << 20;

/// A head, once, then a part again and again, up to a size.
pub struct Stream {
    head: Vec<u8>,
    part: Vec<u8>,
    at: usize,
    size: usize,
}

impl Stream {
    /// The head, then the part repeated until there are so many bytes.
    pub fn new(head: &[u8], part: &[u8], size: usize) -> Self {
        // A part of a few bytes is handed out by thousands.
        let part = part.repeat((4096 / part.len()).max(1));
        Self { head: head.to_vec(), part, at: 0, size }
    }
}

impl Read for Stream {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let rest = match self.head.get(self.at..) {
            Some(rest) if !rest.is_empty() => rest,
            _ => &self.part[(self.at - self.head.len()) % self.part.len()..],
        };
        let n = rest.len().min(buf.len()).min(self.size.saturating_sub(self.at));
        buf[..n].copy_from_slice(&rest[..n]);
        self.at += n;
        Ok(n)
    }
}

/// What reading came to.
pub struct Taken {
    /// What it answered.
    pub answer: Result<Report, Refusal>,
    /// The most bytes held at the same time.
    pub peak: usize,
    /// Bytes of the file read until the answer.
    pub read: usize,
    /// How long it took.
    pub time: Duration,
}

impl Taken {
    /// The trouble it was refused for, in words.
    pub fn said(&self) -> String {
        match &self.answer {
            Ok(report) => format!("read: {} rows", report.rows),
            Err(Refusal(trouble)) => trouble.to_string(),
        }
    }

    /// The code of the trouble it was refused for.
    pub fn code(&self) -> &'static str {
        self.answer.as_ref().map_or_else(|Refusal(trouble)| trouble.code.as_str(), |_| "read")
    }
}

/// Counts of one test at a time: the allocator is the whole program's.
static ALONE: Mutex<()> = Mutex::new(());

/// Does it and says what it answered and the most it held beside what was there before.
pub fn measured<T>(job: impl FnOnce() -> T) -> (T, usize, Duration) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let before = crate::MEMORY.current_usage();
    crate::MEMORY.reset_peak_usage();
    let begun = Instant::now();
    let answer = job();
    (answer, crate::MEMORY.peak_usage().saturating_sub(before), begun.elapsed())
}

/// Looks at a stream and reads it as this format, refusing it at the first bad line.
pub fn read(format: &dyn Format, stream: impl Read + Send + 'static) -> Taken {
    let mut read = 0;
    let (answer, peak, time) = measured(|| {
        let input = Input::from_reader("export", None, stream)
            .and_then(sources::input::peek)
            .map_err(|error| sources::input::refused(&error));
        let (peek, mut input) = input?;
        let _ = format.recognise(&peek);
        let answer = format.read(&mut input, &options(), &mut Nowhere);
        read = input.consumed() as usize;
        answer
    });
    Taken { answer, peak, read, time }
}

fn options() -> Options {
    let now = model::Millis(1_795_345_200_000);
    Options { zone: "Europe/Paris".to_owned(), include_private: true, now, ..Options::default() }
}

struct Nowhere;

impl Sink for Nowhere {
    fn piece(&mut self, _: model::Piece) -> Result<(), Refusal> {
        Ok(())
    }

    fn bad(&mut self, trouble: Trouble) -> Result<(), Refusal> {
        Err(trouble.into())
    }

    fn progress(&mut self, _: u64, _: u64) {}
}
