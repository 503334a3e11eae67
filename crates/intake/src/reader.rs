//! Reading a file on a thread of its own, handing batches to whoever stores them.

use model::Piece;
use sources::input::Input;
use sources::{Format, Options, Refusal, Report, Sink, Trouble, TroubleCode};
use std::sync::Arc;
use tokio::sync::mpsc;

/// Pieces in a batch.
const BATCH: usize = 5000;

/// Bad lines listed; all are counted.
const LISTED: usize = 1000;

/// Told about progress: bytes of the file consumed, rows read. Called from the reading thread.
pub type Progress = Arc<dyn Fn(u64, u64) + Send + Sync>;

/// What reading gave beside the pieces.
#[derive(Debug, Default)]
pub struct Read {
    /// Rows and notes.
    pub report: Report,
    /// The first bad lines.
    pub bad: Vec<Trouble>,
    /// How many there were.
    pub bad_count: u64,
}

/// Collects batches and sends them; waits when the store is slower than the reading, so memory stays bounded.
struct Sender {
    batches: mpsc::Sender<Vec<Piece>>,
    batch: Vec<Piece>,
    skip_bad: bool,
    bad: Vec<Trouble>,
    bad_count: u64,
    progress: Progress,
}

impl Sender {
    fn send(&mut self) -> Result<(), Refusal> {
        let batch = std::mem::replace(&mut self.batch, Vec::with_capacity(BATCH));
        // The other end hangs up when it cannot store: what went wrong is told there.
        self.batches.blocking_send(batch).map_err(|_| Trouble::new(TroubleCode::StoreFailed).into())
    }
}

impl Sink for Sender {
    fn piece(&mut self, piece: Piece) -> Result<(), Refusal> {
        self.batch.push(piece);
        if self.batch.len() >= BATCH { self.send() } else { Ok(()) }
    }

    fn bad(&mut self, trouble: Trouble) -> Result<(), Refusal> {
        if !self.skip_bad {
            return Err(trouble.into());
        }
        self.bad_count += 1;
        if self.bad.len() < LISTED {
            self.bad.push(trouble);
        }
        Ok(())
    }

    fn progress(&mut self, bytes: u64, rows: u64) {
        (self.progress)(bytes, rows);
    }
}

/// Starts reading; batches come through the channel, the rest when the thread ends.
pub fn start(
    format: &'static dyn Format,
    mut input: Input,
    options: Options,
    progress: Progress,
) -> (mpsc::Receiver<Vec<Piece>>, tokio::task::JoinHandle<Result<Read, Refusal>>) {
    let (batches, receiver) = mpsc::channel(2);
    let reading = tokio::task::spawn_blocking(move || {
        let skip_bad = options.skip_bad;
        let mut sink = Sender { batches, batch: Vec::new(), skip_bad, bad: Vec::new(), bad_count: 0, progress };
        let report = format.read(&mut input, &options, &mut sink)?;
        sink.send()?;
        Ok(Read { report, bad: sink.bad, bad_count: sink.bad_count })
    });
    (receiver, reading)
}
