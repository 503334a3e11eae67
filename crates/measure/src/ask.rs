//! `Ask`: a question as the URL, the command line or the API says it, in words; and its typed form, `Query`.

mod understand;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{Grain, Millis, Period};
use serde::{Deserialize, Serialize};

/// At most so many rows come with an answer.
pub const ROW_LIMIT: usize = 20_000;

model::coded!(
    /// What a figure can be split by, beside periods.
    Split, "split", {
        /// By client.
        Client = 1, "client";
        /// By space.
        Space = 2, "space";
        /// By network.
        Network = 3, "network";
        /// By kind of fact.
        Kind = 4, "kind";
        /// By post.
        Post = 5, "post";
        /// By content type of the post concerned.
        ContentType = 6, "content_type";
        /// By person of the team.
        Person = 7, "person";
        /// By channel of the visit, under the chosen rule set.
        Channel = 8, "channel";
        /// By referring host, or network of it.
        Referrer = 9, "referrer";
    }
);

model::coded!(
    /// Which published rules sort visits into channels.
    RuleSet, "rule set", {
        /// Google Analytics 4's default channel group.
        Ga4 = 1, "ga4";
        /// Matomo's channel types.
        Matomo = 2, "matomo";
        /// Plausible's channels.
        Plausible = 3, "plausible";
    }
);

model::coded!(
    /// What to compare with.
    Compare, "comparison", {
        /// The stretch of the same length just before.
        Previous = 1, "previous";
        /// The same dates a year before.
        Year = 2, "year";
    }
);

/// A question in words. Every field is what a person may type; nothing is checked yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Ask {
    /// Indicator ids.
    pub indicators: Vec<String>,
    /// First local date, `YYYY-MM-DD`; without it, the first date of which anything is known.
    pub from: Option<String>,
    /// First local date after; without it, the day after the last of which anything is known.
    pub to: Option<String>,
    /// Splits: a grain (`hour`, `day`, `week`, `month`, `quarter`, `year`) and split words, in any order.
    pub by: Vec<String>,
    /// Filters `key=value`; several values of one key are alternatives.
    pub filters: Vec<(String, String)>,
    /// IANA zone; without it, the client's (UTC when clients of several zones are asked about).
    pub zone: Option<String>,
    /// `previous` or `year`.
    pub compare: Option<String>,
    /// `ga4`, `matomo` or `plausible`; without it, `matomo`.
    pub rules: Option<String>,
}

/// A question understood.
#[derive(Debug, Clone)]
pub struct Query {
    /// What is asked.
    pub indicators: Vec<&'static crate::indicator::Indicator>,
    /// The local dates.
    pub period: Period,
    /// Cut into periods of this grain; `None`: one figure for the whole.
    pub grain: Option<Grain>,
    /// Further splits, in the order given.
    pub splits: Vec<Split>,
    /// Filters: a split and the values allowed.
    pub filters: Vec<(Split, Vec<String>)>,
    /// The zone in which days are cut.
    pub zone: TimeZone,
    /// Its IANA name, for the answer.
    pub zone_name: String,
    /// What to compare with.
    pub compare: Option<Compare>,
    /// How visits are sorted into channels.
    pub rules: RuleSet,
    /// The present moment: nothing after it is expected to be known, and young posts are pending.
    pub now: Millis,
}

/// Why a question cannot be answered: one of these, with what was given. Codes are message keys (`ask-…`).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    /// No such indicator.
    #[error("there is no indicator `{0}`")]
    UnknownIndicator(String),
    /// No such split or grain.
    #[error("cannot split by `{0}`")]
    UnknownSplit(String),
    /// Two grains.
    #[error("only one of hour, day, week, month, quarter, year can be asked for")]
    TwoGrains,
    /// This indicator has no such split.
    #[error("`{indicator}` cannot be split by `{split}`")]
    NoSuchSplit {
        /// The indicator.
        indicator: String,
        /// The split.
        split: String,
    },
    /// Not a date.
    #[error("`{0}` is not a date such as 2026-11-22")]
    NotADate(String),
    /// The end is not after the start.
    #[error("the period ends ({to}) before it begins ({from})")]
    EmptyPeriod {
        /// First day.
        from: Date,
        /// First day after.
        to: Date,
    },
    /// No such zone.
    #[error("`{0}` is not a time zone such as Europe/Paris")]
    UnknownZone(String),
    /// No such filter.
    #[error("cannot filter by `{0}`")]
    UnknownFilter(String),
    /// No such comparison.
    #[error("cannot compare with `{0}`: previous or year")]
    UnknownCompare(String),
    /// No such rule set.
    #[error("there is no rule set `{0}`: ga4, matomo or plausible")]
    UnknownRules(String),
    /// More rows than anyone reads.
    #[error("{rows} rows would come: ask for a longer grain or a shorter period (at most {limit})")]
    TooManyRows {
        /// How many would come.
        rows: usize,
        /// How many are allowed.
        limit: usize,
    },
}

impl AskError {
    /// Its stable code: a message key.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownIndicator(_) => "ask-unknown-indicator",
            Self::UnknownSplit(_) => "ask-unknown-split",
            Self::TwoGrains => "ask-two-grains",
            Self::NoSuchSplit { .. } => "ask-no-such-split",
            Self::NotADate(_) => "ask-not-a-date",
            Self::EmptyPeriod { .. } => "ask-empty-period",
            Self::UnknownZone(_) => "ask-unknown-zone",
            Self::UnknownFilter(_) => "ask-unknown-filter",
            Self::UnknownCompare(_) => "ask-unknown-compare",
            Self::UnknownRules(_) => "ask-unknown-rules",
            Self::TooManyRows { .. } => "ask-too-many-rows",
        }
    }

    /// The arguments of its message, by name.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownIndicator(given)
            | Self::UnknownSplit(given)
            | Self::NotADate(given)
            | Self::UnknownZone(given)
            | Self::UnknownFilter(given)
            | Self::UnknownCompare(given)
            | Self::UnknownRules(given) => vec![("given", given.clone())],
            Self::TwoGrains => Vec::new(),
            Self::NoSuchSplit { indicator, split } => vec![("indicator", indicator.clone()), ("split", split.clone())],
            Self::EmptyPeriod { from, to } => vec![("from", from.to_string()), ("to", to.to_string())],
            Self::TooManyRows { rows, limit } => vec![("rows", rows.to_string()), ("limit", limit.to_string())],
        }
    }
}
