//! The contract every format keeps: a manifest, a way to recognise a file by its content, and a way to read it.
//!
//! A format is four files: `mod.rs` (manifest, `impl Format`), `wire.rs` (their columns or keys, only those read),
//! `normalise.rs` (wire → `model::Piece`; pure: no clock, no network, no database) and `README.md` (becomes the help).

use crate::input::Input;
use crate::mapping::Mapping;
use crate::post_told::PostTold;
use crate::trouble::{Refusal, Trouble};
use model::{Metric, Millis, Network, Piece};

model::coded!(
    /// How far a source has come (architecture: bronze, silver, gold).
    Tier, "tier", {
        /// Recognised by content, tested on real files, help in both languages.
        Bronze = 1, "bronze";
        /// Resumes after a cut, tells an expired permission from an outage, honours deletions.
        Silver = 2, "silver";
        /// Replies and schedules; reconciled with the service's own figures.
        Gold = 3, "gold";
    }
);

/// What a format tells about one figure.
///
/// In JSON: `{"what":"space","figure":"gains"}`, `{"what":"posts"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "what", content = "figure", rename_all = "snake_case")]
pub enum Sees {
    /// A figure per day or moment of the space.
    Space(Metric),
    /// A lifetime figure of each post.
    Post(Metric),
    /// The posts of the team themselves.
    Posts,
    /// Dated acts, one by one.
    Facts(model::FactKind),
    /// Visits with their origin.
    Visits,
    /// Answers to a survey.
    Answers,
}

/// What a format would like the person to say before it reads: the page shows these fields for its files only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Asks {
    /// Which hosts are the client's own sites (`Options::own_hosts`).
    OwnHosts,
    /// Whether items that were not public are taken too (`Options::include_private`).
    Private,
    /// Whether the file was written by others (`Options::by_others`).
    ByOthers,
    /// Which names are the team's (`Options::team`).
    Team,
}

/// Who a format is and what it sees. Serialises to one object of `vigie formats --json`, help text apart.
#[derive(Debug, serde::Serialize)]
pub struct Manifest {
    /// Stable id, as in `--as` and `vigie formats`: `x-overview`.
    pub id: &'static str,
    /// Its name, which is the same in every language: `X · account overview`.
    pub name: &'static str,
    /// The kind of space it speaks of; `None` when any.
    pub network: Option<Network>,
    /// What it tells.
    pub sees: &'static [Sees],
    /// What people expect of it and it does not tell: travels with figures as a caveat.
    pub lacks: &'static [Metric],
    /// What the file holds and Vigie never keeps, as words of the file.
    pub never_kept: &'static [&'static str],
    /// What it would like to know before reading.
    pub asks: &'static [Asks],
    /// The zone in which the service cuts days, when it is documented.
    pub service_zone: Option<&'static str>,
    /// How far it has come.
    pub tier: Tier,
    /// Its help page, Markdown: English first, then French (`README.md` of its folder).
    #[serde(skip)]
    pub help: &'static str,
}

/// The first bytes of an input, decoded, for recognition.
#[derive(Debug, Clone)]
pub struct Peek {
    /// The file's name without folders; a hint for defaults, never the ground of a recognition.
    pub name: String,
    /// Up to 64 KiB of text (decoded from the encoding found), or lossy text of a binary file.
    pub text: String,
    /// The first bytes as they are.
    pub bytes: Vec<u8>,
    /// The encoding's name: `UTF-8`, `UTF-16LE`…
    pub encoding: &'static str,
    /// Whether a byte-order mark was met.
    pub bom: bool,
    /// Whether the whole input is in `text`.
    pub whole: bool,
}

impl Peek {
    /// The first lines, without line ends.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines()
    }
}

/// A remark for people about a file: a message key `seen-CODE` and arguments.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Note {
    /// Stable code: `dates-month-first`, `zone-assumed`, `private-left-out`, `log-summary`…
    pub code: String,
    /// Arguments of the sentence, by name. Numbers as plain digits.
    pub args: Vec<(String, String)>,
}

impl Note {
    /// A note with arguments.
    pub fn new<const N: usize>(code: &str, args: [(&str, String); N]) -> Self {
        Self { code: code.to_owned(), args: args.into_iter().map(|(k, v)| (k.to_owned(), v)).collect() }
    }
}

/// What was recognised in a file, before anything is read in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// How sure, 0 to 100; the surest format wins, equals are an ambiguity the person settles.
    pub sure: u8,
    /// The kind of space this file speaks of, when the content says so (Meta: Facebook or Instagram).
    pub network: Option<Network>,
    /// The space's name when the content says it (page name, account).
    pub space: Option<String>,
    /// What was seen, for people: encoding, metric, dates, gains only…
    pub seen: Vec<Note>,
}

/// What the person chose.
#[derive(Debug, Clone)]
pub struct Options {
    /// The client's IANA zone, for local times without zone.
    pub zone: String,
    /// Whether the person named that zone for this very file.
    pub zone_named: bool,
    /// Skip bad lines and count them, instead of refusing the file.
    pub skip_bad: bool,
    /// Also take items that were not public.
    pub include_private: bool,
    /// The file speaks of the client but was written by others (a watch feed): entries are citations, not posts.
    pub by_others: bool,
    /// Hosts of the client's own sites, so that inner links are not referrers; found from the log itself when empty.
    pub own_hosts: Vec<String>,
    /// Names or handles of the team's people, as the source writes them: what they wrote is the team's.
    pub team: Vec<String>,
    /// The kind of the space that is fed. A file that speaks of several kinds (`Format::networks`) is read once
    /// for each, and gives only what belongs to this one.
    pub network: Option<Network>,
    /// The mapping to use for a table nobody knows.
    pub mapping: Option<Mapping>,
    /// The moment of the import.
    pub now: Millis,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            zone: "UTC".to_owned(),
            zone_named: false,
            skip_bad: false,
            include_private: false,
            by_others: false,
            own_hosts: Vec::new(),
            team: Vec::new(),
            network: None,
            mapping: None,
            now: Millis(0),
        }
    }
}

impl Options {
    /// Whether somebody of that name or handle is of the team, whatever the case and an @ in front.
    pub fn is_team(&self, name: &str) -> bool {
        let folded = |name: &str| name.trim().trim_start_matches('@').to_lowercase();
        let name = folded(name);
        !name.is_empty() && self.team.iter().any(|member| folded(member) == name)
    }
}

/// Takes what a format reads. Implemented once by the importer (`store`) and by tests.
pub trait Sink {
    /// One thing told. An error stops the reading (the store failed, the person cancelled).
    fn piece(&mut self, piece: Piece) -> Result<(), Refusal>;

    /// A post with its act and its figures; in pieces, unless the sink knows better.
    fn post(&mut self, told: &PostTold<'_>) -> Result<(), Refusal> {
        told.pieces(&mut |piece| self.piece(piece))
    }

    /// A line that cannot be read. With `skip_bad` it is counted and listed and `Ok` comes back;
    /// without, the refusal to return at once.
    fn bad(&mut self, trouble: Trouble) -> Result<(), Refusal>;

    /// How far the reading is: bytes of the input consumed, rows read. Called often; must be cheap.
    fn progress(&mut self, bytes: u64, rows: u64);
}

/// What was read in full.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Rows, lines, items or entries of the file, headers apart, bad ones included.
    pub rows: u64,
    /// What was seen, for people, now that everything was read.
    pub seen: Vec<Note>,
}

/// One format.
pub trait Format: Sync {
    /// Who it is.
    fn manifest(&self) -> &'static Manifest;

    /// Whether this is its file. By content; the name may only break a tie.
    fn recognise(&self, peek: &Peek) -> Option<Recognised>;

    /// The kinds of space the file speaks of. When there are several, the host reads the file once for each, into
    /// one space each, naming it in `Options::network`.
    fn networks(&self, peek: &Peek) -> Vec<Network> {
        self.recognise(peek).and_then(|recognised| recognised.network).into_iter().collect()
    }

    /// Whether the file itself may be kept beside what was read from it. Not where it names people whom nothing else of
    /// Vigie names: respondents to a survey, subscribers with their mail addresses.
    fn keeps_file(&self) -> bool {
        true
    }

    /// Reads the whole input in constant memory (or refuses what is larger than its stated limit) and hands out pieces.
    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal>;
}
