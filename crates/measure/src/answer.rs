//! `Answer`: the figures, with everything an honest number carries. Web, API, CSV, SVG and reports all take it.

mod csv;
mod json;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::Serialize;

model::coded!(
    /// What a figure is worth.
    Status, "status", {
        /// Measured over the whole window.
        Measured = 1, "measured";
        /// Measured over a part of the window, or of the spaces.
        Partial = 2, "partial";
        /// Too young to be told: posts still collect reactions, the window is not over.
        Pending = 3, "pending";
        /// Nothing tells it. Not zero.
        Missing = 4, "missing";
        /// The formula has no value here (division by zero, unique people over several windows).
        NotDefined = 5, "not_defined";
    }
);

/// A remark that travels with a figure: a stable code (a message key `caveat-CODE`) and its arguments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Caveat {
    /// Stable code, for example `gains-only`.
    pub code: &'static str,
    /// Arguments of the sentence, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(&'static str, String)>,
}

/// Every code a caveat may have.
pub const CAVEATS: &[&str] = &[
    "no-source",
    "not-yet",
    "gains-only",
    "not-exported",
    "days-only",
    "days-told",
    "spaces-untold",
    "cells-missing",
    "part-missing",
    "zone-of-day",
    "zone-unknown",
    "window-open",
    "part-days",
    "day-not-known",
    "stale-level",
    "reach-summed-over-posts",
    "reach-not-additive",
    "people-counted-per-space",
    "posts-pending",
    "post-not-here",
    "unknown-share",
    "referrers-not-logged",
    "channels-of-tool",
    "visitors-for-visits",
    "paid-social-apart",
];

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The value, in the indicator's unit; `None` when missing, pending without value, or not defined.
    pub value: Option<f64>,
    /// What it is worth.
    pub status: Status,
    /// Sample: how many facts, posts, days or readings it rests on (the indicator's `sample` says which).
    pub n: u64,
    /// For rates.
    pub numerator: Option<f64>,
    /// For rates.
    pub denominator: Option<f64>,
    /// The newest moment the sources know about, UTC ms.
    pub freshness: Option<i64>,
    /// Which sources were used: import ids as in `Answer::sources`.
    pub sources: Vec<i64>,
    /// How the figure was told: `service_daily`, `counted`, `post_lifetime`, `level_difference`, `level`, `journal`…
    pub told_by: Vec<&'static str>,
    /// Remarks.
    pub caveats: Vec<Caveat>,
}

/// One row: the keys that were asked for, then the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Start of the period, ISO (`2026-11-22`, `2026-W47`, `2026-11`, `2026-Q4`, `2026`, `2026-11-22T14:00+01:00`).
    pub period: Option<PeriodKey>,
    /// Split keys in the order asked: (split word, value id, label for people).
    pub keys: Vec<Key>,
    /// The figure.
    pub figure: Figure,
    /// The figure compared with, when a comparison was asked for.
    pub before: Option<Box<Figure>>,
}

/// A period of a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PeriodKey {
    /// Stable text, ISO.
    pub id: String,
    /// First local date inside.
    pub from: Date,
    /// First local date after.
    pub to: Date,
    /// Local hour, for hours: (hour, offset in minutes).
    pub hour: Option<(i8, i32)>,
}

/// A split key of a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Which split.
    pub split: crate::ask::Split,
    /// Stable value: slug, network word, kind word, post id…
    pub id: String,
    /// What people read: the name; equal to `id` where the interface has a message for it.
    pub label: String,
}

/// The rows of one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Which indicator.
    pub indicator: &'static crate::indicator::Indicator,
    /// Overall status: the worst that matters over the rows (measured only if every row is).
    pub status: Status,
    /// One row without splits; else periods in order within keys in order.
    pub rows: Vec<Row>,
}

/// A source named by figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceNote {
    /// As in `Figure::sources`.
    pub id: i64,
    /// The format's id.
    pub format: String,
    /// File or address.
    pub name: String,
    /// When it was taken in, UTC ms.
    pub at: i64,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// One per indicator asked for, in order.
    pub series: Vec<Series>,
    /// First local date.
    pub from: Date,
    /// First local date after.
    pub to: Date,
    /// The dates compared with.
    pub compared: Option<(Date, Date)>,
    /// IANA zone.
    pub zone: String,
    /// The sources used by any figure.
    pub sources: Vec<SourceNote>,
}
