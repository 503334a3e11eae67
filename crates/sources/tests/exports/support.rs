//! A sink that gathers, a short text of each piece, and where the shared data is.

use model::{Metric, Millis, Observation, Piece, Subject, Window};
use sources::input::{self, Input};
use sources::recognise::recognise;
use sources::{Options, Refusal, Report, Sink, Trouble};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Gathers what a format reads.
#[derive(Default)]
pub struct Gather {
    pub pieces: Vec<Piece>,
    pub bad: Vec<Trouble>,
    skip_bad: bool,
}

impl Sink for Gather {
    fn piece(&mut self, piece: Piece) -> Result<(), Refusal> {
        self.pieces.push(piece);
        Ok(())
    }

    fn bad(&mut self, trouble: Trouble) -> Result<(), Refusal> {
        if !self.skip_bad {
            return Err(trouble.into());
        }
        self.bad.push(trouble);
        Ok(())
    }

    fn progress(&mut self, _: u64, _: u64) {}
}

/// A file read to its end.
pub struct Read {
    pub format: &'static str,
    pub pieces: Vec<Piece>,
    pub bad: Vec<Trouble>,
    pub report: Report,
}

/// The import moment of every test: 22 November 2026, noon in Paris.
pub const NOW: Millis = Millis(1_795_345_200_000);

/// Options of a client in Paris.
pub fn paris() -> Options {
    Options { zone: "Europe/Paris".to_owned(), now: NOW, ..Options::default() }
}

/// Recognises and reads.
pub fn read(name: &str, bytes: &[u8], options: &Options) -> Result<Read, Refusal> {
    let (peek, mut input) = input::peek(Input::from_bytes(name, bytes.to_vec()).unwrap()).unwrap();
    let found = recognise(&peek, None, options.mapping.as_ref())?;
    let mut sink = Gather { skip_bad: options.skip_bad, ..Gather::default() };
    let report = found.format.read(&mut input, options, &mut sink)?;
    Ok(Read { format: found.format.manifest().id, pieces: sink.pieces, bad: sink.bad, report })
}

/// The refusal of a file that must be refused.
pub fn refusal(name: &str, bytes: &[u8], options: &Options) -> String {
    match read(name, bytes, options) {
        Ok(read) => panic!("{name} was read as {}: {} pieces", read.format, read.pieces.len()),
        Err(Refusal(trouble)) => trouble.to_string(),
    }
}

impl Read {
    fn observations(&self) -> impl Iterator<Item = &Observation> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Observation(observation) => Some(observation),
            _ => None,
        })
    }

    /// The sum of a figure and how many values there are.
    pub fn sum(&self, metric: Metric) -> (f64, usize) {
        let values: Vec<f64> = self.observations().filter(|o| o.metric == metric).map(|o| o.value).collect();
        (values.iter().sum(), values.len())
    }

    /// How many posts there are.
    pub fn posts(&self) -> usize {
        self.pieces.iter().filter(|piece| matches!(piece, Piece::Post(_))).count()
    }

    /// The codes of what was seen.
    pub fn seen(&self) -> Vec<String> {
        self.report.seen.iter().map(|note| note.code.clone()).collect()
    }

    /// One line for each piece, for snapshots.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            writeln!(text, "{}", line(piece)).unwrap();
        }
        for note in &self.report.seen {
            let args: Vec<String> = note.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
            writeln!(text, "seen {} {}", note.code, args.join(" ")).unwrap();
        }
        text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }
}

fn instant(at: Millis) -> String {
    jiff::Timestamp::from_millisecond(at.0).unwrap().to_string()
}

fn line(piece: &Piece) -> String {
    match piece {
        Piece::Post(post) => format!(
            "post {} at {} {} {} {} {:?} {:?}",
            post.native,
            instant(post.at),
            post.zone_rule,
            post.precision,
            post.content_type,
            post.text.as_deref().unwrap_or(""),
            post.url.as_deref().unwrap_or("")
        ),
        Piece::Fact(fact) => format!(
            "fact {} {} at {} {} {:?} {:?}",
            fact.kind,
            fact.native,
            instant(fact.at),
            fact.zone_rule,
            fact.actor.as_ref().map_or("", |actor| actor.native.as_str()),
            fact.text.as_deref().unwrap_or("")
        ),
        Piece::Observation(o) => {
            let subject = match &o.subject {
                Subject::Space => "space".to_owned(),
                Subject::Post(post) => post.to_string(),
                Subject::Origin(by, origin) => format!("{by} {}", serde_json::to_string(origin).unwrap()),
            };
            let window = match &o.window {
                Window::Day { date, zone } => format!("{date} {}", zone.as_deref().unwrap_or("?")),
                Window::Days { from, to, .. } => format!("{from}..{to}"),
                Window::Exact(span) => format!("{}..{}", instant(span.from), instant(span.to)),
                Window::Lifetime => "lifetime".to_owned(),
                Window::Moment => "moment".to_owned(),
            };
            let seen = o.observed_at.map(|at| format!(" seen {}", instant(at))).unwrap_or_default();
            format!("{subject} {} {} {} {window}{seen}", o.metric, o.value, o.shape)
        }
        Piece::Visit(visit) => format!("visit {}", visit.landing),
        Piece::Answer(answer) => format!("answer {answer:?}"),
        Piece::Coverage(c) => format!("cover {:?} {}..{}", c.what, instant(c.span.from), instant(c.span.to)),
    }
}

/// Where the shared data is.
pub fn folder() -> PathBuf {
    std::env::var_os("VIGIE_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from)
}

/// A file of the shared data. Without the data, says so and gives `None`; in CI it must be there.
pub fn shared(test: &str, path: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("VIGIE_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    match std::fs::read(folder.join(path)) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            assert!(std::env::var("CI").as_deref() != Ok("true"), "{test} needs VIGIE_DATA: {path}: {error}");
            eprintln!("skipped: {test}: VIGIE_DATA not found");
            None
        }
    }
}

/// The text in UTF-16LE with its mark, as Meta writes it.
pub fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}
