//! The command line as people type it. Other programs rely on these names: they only ever grow.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Measure and carry the work of people who animate communities.
#[derive(Debug, Parser)]
#[command(name = "vigie", version, about, max_term_width = 100, arg_required_else_help = true)]
pub struct Cli {
    /// Language of messages: fr or en; without it, that of the terminal.
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<phrases::Lang>,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// The data folder and the database.
#[derive(Debug, Clone, Args)]
pub struct Data {
    /// Folder where everything is kept.
    #[arg(long, value_name = "DIR", env = "VIGIE_DATA_DIR")]
    pub data: PathBuf,
    /// PostgreSQL address; without it, SQLite in the data folder.
    #[arg(long, value_name = "URL", env = "VIGIE_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Fill a sample organisation and serve it.
    Demo(Demo),
    /// Serve the pages and the API.
    Serve(Serve),
    /// Take in files: exports, archives, logs, feeds.
    Import(Import),
    /// Ask for figures.
    Ask(Ask),
    /// List the indicators.
    Indicators(List),
    /// List the formats that can be taken in.
    Formats(List),
    /// Enter an act in the journal: a mail, a call, a meeting, an event, an intervention.
    Note(Note),
    /// List what was taken in.
    Imports(Imports),
    /// Take an import back as a whole.
    Undo(Undo),
    /// Make facts again from the files that were kept, after a rule has changed.
    Normalise(Normalise),
    /// Count everything again and name what differs.
    Check(Check),
    /// Write everything into one file.
    Backup(FileVerb),
    /// Bring back what `backup` wrote.
    Restore(Restore),
    /// People who may sign in.
    User(User),
    /// Print completions for a shell.
    Completions {
        /// bash, zsh, fish, elvish or powershell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page (roff).
    Man,
    /// Print the generated references, or write them into a folder.
    #[command(hide = true)]
    Reference {
        /// Folder to write into.
        #[arg(long, value_name = "DIR")]
        write: Option<PathBuf>,
    },
}

/// `vigie demo`
#[derive(Debug, Args)]
pub struct Demo {
    /// Folder of the sample.
    #[arg(long, value_name = "DIR", default_value = "data/demo")]
    pub data: PathBuf,
    /// Address to serve at.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7878")]
    pub listen: SocketAddr,
    /// PostgreSQL address; without it, SQLite in the folder.
    #[arg(long, value_name = "URL", env = "VIGIE_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// Make a history of about this many facts, for measuring speed, instead of the usual 300,000.
    #[arg(long, value_name = "N")]
    pub rows: Option<u64>,
    /// Fill and stop, without serving.
    #[arg(long)]
    pub fill_only: bool,
}

/// `vigie serve`
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub data: Data,
    /// Address to serve at.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7878", env = "VIGIE_LISTEN")]
    pub listen: SocketAddr,
    /// Folder to watch: what is dropped into DIR/CLIENT/SPACE is taken in, then moved to DIR/done or DIR/refused.
    #[arg(long, value_name = "DIR", env = "VIGIE_INBOX")]
    pub inbox: Option<PathBuf>,
    /// Say in cookies that pages come over HTTPS (behind a proxy that does it).
    #[arg(long, env = "VIGIE_HTTPS")]
    pub https: bool,
}

/// `vigie import`
#[derive(Debug, Args)]
pub struct Import {
    #[command(flatten)]
    pub data: Data,
    /// Client the files belong to; made when new.
    #[arg(long, value_name = "NAME")]
    pub client: String,
    /// Space they speak of; made when new. Without it, the file's own word for it.
    #[arg(long, value_name = "NAME")]
    pub space: Option<String>,
    /// Kind of space, where the file does not say: facebook, x, mastodon, site…
    #[arg(long, value_name = "NET")]
    pub network: Option<model::Network>,
    /// Read as this format (see `vigie formats`) instead of recognising it.
    #[arg(long = "as", value_name = "FORMAT")]
    pub format: Option<String>,
    /// Zone of local times without zone, and of a new client.
    #[arg(long, value_name = "IANA")]
    pub zone: Option<String>,
    /// Mapping of a table nobody knows.
    #[arg(long, value_name = "FILE.toml")]
    pub map: Option<PathBuf>,
    /// Skip and count bad lines instead of refusing the file.
    #[arg(long)]
    pub skip_bad: bool,
    /// Also take items that were not public.
    #[arg(long)]
    pub include_private: bool,
    /// The files speak of the client but were written by others (a watch feed).
    #[arg(long)]
    pub by_others: bool,
    /// Host of the client's own site, so that its inner links are not taken for referrers.
    #[arg(long, value_name = "HOST")]
    pub own_host: Vec<String>,
    /// Somebody of the team, named as the source writes it: what they wrote is the team's, not the community's.
    #[arg(long, value_name = "NAME")]
    pub team: Vec<String>,
    /// Read everything, store nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Print one JSON object per file.
    #[arg(long)]
    pub json: bool,
    /// Files, folders, archives or addresses.
    #[arg(required = true, value_name = "FILE|URL")]
    pub files: Vec<String>,
}

/// `vigie ask`
#[derive(Debug, Args)]
pub struct Ask {
    #[command(flatten)]
    pub data: Data,
    /// Client asked about; without it, all of them.
    #[arg(long, value_name = "NAME")]
    pub client: Option<String>,
    /// First local date.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// First local date after the period.
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// Splits: hour, day, week, month, quarter, year, client, space, network, kind, post, content_type, person, channel, referrer.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub by: Vec<String>,
    /// Only where this holds.
    #[arg(long = "where", value_name = "KEY=VALUE")]
    pub filters: Vec<String>,
    /// Zone in which days are cut; without it, the client's.
    #[arg(long, value_name = "IANA")]
    pub zone: Option<String>,
    /// Compare with the previous stretch or the same dates a year before.
    #[arg(long, value_name = "previous|year")]
    pub compare: Option<String>,
    /// Rules that sort visits into channels: ga4, matomo or plausible.
    #[arg(long, value_name = "RULES")]
    pub rules: Option<String>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Indicators (see `vigie indicators`).
    #[arg(required = true, value_name = "INDICATOR")]
    pub indicators: Vec<String>,
}

/// How an answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading.
    Table,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// A figure.
    Svg,
}

/// `vigie indicators`, `vigie formats`
#[derive(Debug, Args)]
pub struct List {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `vigie note`
#[derive(Debug, Args)]
pub struct Note {
    #[command(flatten)]
    pub data: Data,
    /// Client it was done for.
    #[arg(long, value_name = "NAME")]
    pub client: String,
    /// When: 2026-11-22, 2026-11-22T14:30 (the client's zone) or with an offset.
    #[arg(long, value_name = "TIME")]
    pub at: String,
    /// A few words.
    #[arg(long, value_name = "T")]
    pub text: Option<String>,
    /// Who did it.
    #[arg(long, value_name = "P")]
    pub person: Option<String>,
    /// mail, call, meeting, event_attended, event_organised or intervention.
    #[arg(value_name = "KIND")]
    pub kind: model::FactKind,
}

/// `vigie imports`
#[derive(Debug, Args)]
pub struct Imports {
    #[command(flatten)]
    pub data: Data,
    /// Only this client's.
    #[arg(long, value_name = "NAME")]
    pub client: Option<String>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `vigie undo`
#[derive(Debug, Args)]
pub struct Undo {
    #[command(flatten)]
    pub data: Data,
    /// The import's number, as `vigie imports` and `vigie import --json` tell it.
    #[arg(value_name = "NUMBER")]
    pub import: i64,
}

/// `vigie normalise`
#[derive(Debug, Args)]
pub struct Normalise {
    #[command(flatten)]
    pub data: Data,
    /// Only this client.
    #[arg(long, value_name = "NAME")]
    pub client: Option<String>,
    /// Only this space of the client.
    #[arg(long, value_name = "NAME", requires = "client")]
    pub space: Option<String>,
    /// Say what would come of it, change nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Print one JSON object per space.
    #[arg(long)]
    pub json: bool,
}

/// `vigie check`
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub data: Data,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `vigie backup`
#[derive(Debug, Args)]
pub struct FileVerb {
    #[command(flatten)]
    pub data: Data,
    /// File to write.
    pub file: PathBuf,
}

/// `vigie restore`
#[derive(Debug, Args)]
pub struct Restore {
    #[command(flatten)]
    pub data: Data,
    /// Replace what is there.
    #[arg(long)]
    pub force: bool,
    /// File to read.
    pub file: PathBuf,
}

/// `vigie user`
#[derive(Debug, Args)]
pub struct User {
    /// What to do.
    #[command(subcommand)]
    pub verb: UserVerb,
}

/// `vigie user …`
#[derive(Debug, Subcommand)]
pub enum UserVerb {
    /// Add a person; prints a one-time sign-in link.
    Add {
        #[command(flatten)]
        data: Data,
        /// Their address, with which they sign in.
        email: String,
        /// Their name.
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// owner, manager, community_manager or viewer.
        #[arg(long, default_value = "owner")]
        role: store::desk::access::Role,
        /// Only these clients; without it, all of them.
        #[arg(long, value_name = "NAME")]
        client: Vec<String>,
    },
    /// List people.
    List {
        #[command(flatten)]
        data: Data,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Forget a person's password, end their sessions and print a one-time sign-in link.
    Reset {
        #[command(flatten)]
        data: Data,
        /// Their address.
        email: String,
    },
}
