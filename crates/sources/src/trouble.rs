//! What is wrong with a file, said so that its owner can mend it: file, line, field, reason, what to do.

use serde::{Deserialize, Serialize};

model::coded!(
    /// Why a line or a file cannot be read. Each is a message `trouble-CODE` with a hint `trouble-CODE-hint`.
    TroubleCode, "trouble", {
        /// Nobody recognises this file.
        Unrecognised = 1, "unrecognised";
        /// Two formats recognise it equally.
        Ambiguous = 2, "ambiguous";
        /// The file is empty or holds headers only.
        Empty = 3, "empty";
        /// Bytes that are not text in the encoding found.
        BadEncoding = 4, "bad-encoding";
        /// The file ends in the middle of a row or structure.
        Truncated = 5, "truncated";
        /// A header that the format needs is not there.
        MissingColumn = 6, "missing-column";
        /// More or fewer cells than headers.
        CellCount = 7, "cell-count";
        /// Not a number.
        NotANumber = 8, "not-a-number";
        /// Not a date, or not in the order seen elsewhere in the file.
        NotADate = 9, "not-a-date";
        /// An id that a spreadsheet has rounded (`6.49E+17`).
        RoundedId = 10, "rounded-id";
        /// Whole rows were quoted again by a spreadsheet.
        Requoted = 11, "requoted";
        /// Not well-formed JSON, XML or archive.
        Malformed = 12, "malformed";
        /// Larger than the limit: a cell, a file, what an archive unpacks to.
        TooLarge = 13, "too-large";
        /// A value that is required is empty.
        EmptyValue = 14, "empty-value";
        /// A time zone nobody knows.
        UnknownZone = 15, "unknown-zone";
        /// The order of day and month cannot be told from the file.
        AmbiguousDates = 16, "ambiguous-dates";
        /// A mapping is needed, or the one given does not fit the file.
        MappingNeeded = 17, "mapping-needed";
        /// The mapping given has a fault.
        BadMapping = 18, "bad-mapping";
        /// The file could not be opened or read.
        Unreadable = 19, "unreadable";
        /// What was read could not be stored.
        StoreFailed = 20, "store-failed";
        /// The person stopped the import.
        Cancelled = 21, "cancelled";
        /// The line is not in the dialect of the others.
        BadLine = 22, "bad-line";
        /// The same column twice with different values.
        DuplicateColumn = 23, "duplicate-column";
        /// The file holds only items that were not public.
        OnlyPrivate = 24, "only-private";
        /// The address could not be fetched.
        NotFetched = 25, "not-fetched";
        /// Totals of the file contradict each other.
        Contradiction = 26, "contradiction";
        /// A spreadsheet saved the file again: its separator is not the one the service writes.
        Resaved = 27, "resaved";
        /// The file speaks of one network, the space chosen is of another.
        WrongNetwork = 28, "wrong-network";
        /// The file lists feeds to follow and tells no figure itself.
        ListOfFeeds = 29, "list-of-feeds";
        /// A file in the watched folder that lies in no client's folder.
        NoClient = 30, "no-client";
        /// A line of JSON lines that is no object in JSON.
        NoObject = 31, "no-object";
    }
);

/// One thing wrong, at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// 1-based line of the file (row of the sheet, index of the item), where there is one.
    pub line: Option<u64>,
    /// The column or key, as the file writes it.
    pub field: Option<String>,
    /// What is wrong.
    pub code: TroubleCode,
    /// Arguments of the sentence: what was met, what was expected. Cut to 80 characters by `with`.
    pub args: Vec<(String, String)>,
}

impl TroubleCode {
    /// What the JSON reader stumbled over.
    pub fn of_json(error: &serde_json::Error) -> Self {
        let reason = error.to_string();
        match error.classify() {
            serde_json::error::Category::Eof => Self::Truncated,
            serde_json::error::Category::Io => Self::Unreadable,
            _ if reason.contains("unicode") || reason.contains("UTF-8") => Self::BadEncoding,
            _ => Self::Malformed,
        }
    }

    /// The arguments that its message may use. One that a trouble does not have is given as [`ABSENT`].
    pub const fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Unrecognised => &["encoding", "separator", "headers"],
            Self::Ambiguous => &["formats"],
            Self::BadEncoding => &["encoding"],
            Self::MissingColumn | Self::MappingNeeded => &["headers"],
            Self::CellCount => &["cells", "headers"],
            Self::NotANumber | Self::RoundedId | Self::BadLine => &["value"],
            Self::NotADate => &["value", "other"],
            Self::Malformed | Self::Unreadable | Self::NotFetched => &["reason"],
            Self::TooLarge => &["limit"],
            Self::UnknownZone => &["zone"],
            Self::BadMapping => &["reason", "value", "headers"],
            Self::DuplicateColumn => &["first", "second"],
            Self::Contradiction => &["value", "expected"],
            Self::Resaved => &["separator"],
            Self::WrongNetwork => &["file", "space"],
            Self::ListOfFeeds => &["count", "feeds"],
            Self::NoObject => &["column"],
            Self::Empty
            | Self::Truncated
            | Self::Requoted
            | Self::EmptyValue
            | Self::AmbiguousDates
            | Self::StoreFailed
            | Self::Cancelled
            | Self::OnlyPrivate
            | Self::NoClient => &[],
        }
    }
}

/// What a message is told for an argument that the trouble does not have: it then says less.
pub const ABSENT: &str = "none";

impl Trouble {
    /// Every argument of its message, those it does not have included.
    pub fn said(&self) -> Vec<(&str, &str)> {
        let own = self.args.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let absent = self.code.arguments().iter().filter(|name| self.args.iter().all(|(own, _)| own != *name));
        own.chain(absent.map(|name| (*name, ABSENT))).collect()
    }

    /// A trouble with the file as a whole.
    pub const fn new(code: TroubleCode) -> Self {
        Self { line: None, field: None, code, args: Vec::new() }
    }

    /// At this line.
    #[must_use]
    pub const fn line(mut self, line: u64) -> Self {
        self.line = Some(line);
        self
    }

    /// In this column or under this key.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// With this argument, cut to what fits a sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let mut short: String = value.chars().filter(|c| !c.is_control()).take(80).collect();
        if value.chars().count() > 80 {
            short.push('…');
        }
        self.args.push((name.to_owned(), short));
        self
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if let Some(field) = &self.field {
            write!(f, "{field}: ")?;
        }
        write!(f, "{}", self.code)?;
        for (name, value) in &self.args {
            write!(f, " ({name}: {value})")?;
        }
        Ok(())
    }
}

/// A file refused whole: nothing of it is stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(pub Trouble);

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        Self(trouble)
    }
}
