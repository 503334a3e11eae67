//! Reading a file on a thread of its own, handing batches to whoever stores them.

use model::Piece;
use sources::input::Input;
use sources::{Format, Options, PostTold, Refusal, Report, Sink, Trouble, TroubleCode};
use std::sync::Arc;
use store::StoreError;
use store::history::{Counted, Figure, Import, Told, ToldPosts};
use tokio::sync::mpsc;

/// Pieces in a batch.
const BATCH: usize = 5000;

/// Posts told whole in a batch: as many as the store writes at once, a few times.
const POSTS: usize = 4000;

/// Bad lines listed; all are counted.
const LISTED: usize = 1000;

/// What goes to the store at once, in the order in which it was told.
#[derive(Debug)]
pub enum Batch {
    /// Pieces.
    Pieces(Vec<Piece>),
    /// Posts told whole.
    Posts(ToldPosts),
}

impl Batch {
    /// Writes it.
    pub async fn write(self, import: &mut Import) -> Result<(), StoreError> {
        match self {
            Self::Pieces(pieces) => import.write(pieces).await,
            Self::Posts(posts) => import.write_told(&posts).await,
        }
    }

    /// Counts what it would bring, at most: for a trial without a place to compare with.
    pub fn count(&self, told: &mut Counted) {
        let number = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        match self {
            Self::Pieces(pieces) => pieces.iter().for_each(|piece| match piece {
                Piece::Post(_) => told.posts += 1,
                Piece::Fact(_) => told.facts += 1,
                Piece::Observation(_) => told.observations += 1,
                Piece::Visit(_) => told.visits += 1,
                Piece::Answer(_) => told.answers += 1,
                Piece::Coverage(_) => {}
            }),
            Self::Posts(posts) => {
                told.posts += number(posts.len());
                told.facts += number(posts.len());
                told.observations += number(posts.figures());
            }
        }
    }
}

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
    batches: mpsc::Sender<Batch>,
    pieces: Vec<Piece>,
    posts: ToldPosts,
    figures: Vec<Figure>,
    skip_bad: bool,
    bad: Vec<Trouble>,
    bad_count: u64,
    progress: Progress,
}

impl Sender {
    fn send(&mut self, batch: Batch) -> Result<(), Refusal> {
        // The other end hangs up when it cannot store: what went wrong is told there.
        self.batches.blocking_send(batch).map_err(|_| Trouble::new(TroubleCode::StoreFailed).into())
    }

    fn send_pieces(&mut self) -> Result<(), Refusal> {
        if self.pieces.is_empty() {
            return Ok(());
        }
        let pieces = std::mem::replace(&mut self.pieces, Vec::with_capacity(BATCH));
        self.send(Batch::Pieces(pieces))
    }

    fn send_posts(&mut self) -> Result<(), Refusal> {
        if self.posts.is_empty() {
            return Ok(());
        }
        let posts = std::mem::take(&mut self.posts);
        self.send(Batch::Posts(posts))
    }
}

impl Sink for Sender {
    fn piece(&mut self, piece: Piece) -> Result<(), Refusal> {
        self.send_posts()?;
        self.pieces.push(piece);
        if self.pieces.len() >= BATCH { self.send_pieces() } else { Ok(()) }
    }

    fn post(&mut self, told: &PostTold<'_>) -> Result<(), Refusal> {
        self.send_pieces()?;
        let figure = |&(metric, value): &(_, _)| Figure { metric, value, moment: told.moment(metric) };
        self.figures.clear();
        self.figures.extend(told.figures.iter().map(figure));
        self.posts.push(&Told {
            native: told.native,
            at: told.at,
            zone_rule: told.zone_rule,
            precision: told.precision,
            content_type: told.content_type,
            act: told.act(),
            text: told.words().as_deref(),
            url: told.url,
            by: told.by,
            figures: &self.figures,
        });
        if self.posts.len() >= POSTS { self.send_posts() } else { Ok(()) }
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
) -> (mpsc::Receiver<Batch>, tokio::task::JoinHandle<Result<Read, Refusal>>) {
    let (batches, receiver) = mpsc::channel(2);
    let reading = tokio::task::spawn_blocking(move || {
        let skip_bad = options.skip_bad;
        let mut sink = Sender {
            batches,
            pieces: Vec::new(),
            posts: ToldPosts::default(),
            figures: Vec::new(),
            skip_bad,
            bad: Vec::new(),
            bad_count: 0,
            progress,
        };
        let report = format.read(&mut input, &options, &mut sink)?;
        sink.send_pieces()?;
        sink.send_posts()?;
        Ok(Read { report, bad: sink.bad, bad_count: sink.bad_count })
    });
    (receiver, reading)
}
