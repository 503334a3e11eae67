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

    /// Sends what is left: one of the two at most.
    fn end(&mut self) -> Result<(), Refusal> {
        self.send_pieces()?;
        self.send_posts()
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
        sink.end()?;
        Ok(Read { report, bad: sink.bad, bad_count: sink.bad_count })
    });
    (receiver, reading)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use model::{ContentType, Coverage, FactKind, Metric, Millis, Precision, Span, What, ZoneRule};

    fn sender() -> (Sender, mpsc::Receiver<Batch>) {
        let (batches, receiver) = mpsc::channel(9);
        let (pieces, posts, figures, bad) = (Vec::new(), ToldPosts::default(), Vec::new(), Vec::new());
        let progress: Progress = Arc::new(|_, _| {});
        (Sender { batches, pieces, posts, figures, skip_bad: false, bad, bad_count: 0, progress }, receiver)
    }

    fn coverage() -> Piece {
        Piece::Coverage(Coverage { what: What::Facts(FactKind::Post), span: Span { from: Millis(0), to: Millis(9) } })
    }

    #[test]
    fn posts_go_whole_in_the_order_in_which_they_were_told_and_say_the_same_as_their_pieces() {
        let long = "œ".repeat(300);
        let bare = PostTold {
            native: "p1",
            at: Millis(1_700_000_000_000),
            zone_rule: ZoneRule::Assumed,
            precision: Precision::Day,
            content_type: ContentType::Photo,
            text: None,
            url: None,
            by: None,
            figures: &[],
        };
        let figures = [(Metric::Likes, 3.0), (Metric::Followers, 2.5), (Metric::Likes, 3.0)];
        let full = PostTold {
            native: "p2",
            content_type: ContentType::Article,
            text: Some(&long),
            url: Some("https://example.org/p2"),
            by: Some("Ana"),
            figures: &figures,
            ..bare
        };
        let short = PostTold { text: Some("a word"), ..bare };
        let (mut sink, mut batches) = sender();
        let mut expected = vec![coverage()];
        sink.piece(coverage()).unwrap();
        for told in [bare, full, short] {
            sink.post(&told).unwrap();
            told.pieces(&mut |piece| {
                expected.push(piece);
                Ok(())
            })
            .unwrap();
        }
        sink.piece(coverage()).unwrap();
        expected.push(coverage());
        sink.end().unwrap();
        drop(sink);
        let (mut told, mut kinds, mut counted) = (Vec::new(), Vec::new(), Counted::default());
        while let Some(batch) = batches.blocking_recv() {
            batch.count(&mut counted);
            match batch {
                Batch::Pieces(pieces) => {
                    kinds.push("pieces");
                    told.extend(pieces);
                }
                Batch::Posts(posts) => {
                    kinds.push("posts");
                    posts.iter().for_each(|post| told.extend(post.pieces()));
                }
            }
        }
        assert_eq!(told, expected);
        assert_eq!(kinds, ["pieces", "posts", "pieces"]);
        assert_eq!(counted, Counted { posts: 3, facts: 3, observations: 3, ..Counted::default() });
    }
}
