//! The columns of Plausible's exports, which are the same in every language, and rows of them.

use crate::table::{Columns, Label, Row};
use crate::trouble::Trouble;
use jiff::civil::Date;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Date,
    Name,
    Visitors,
    Visits,
    Pageviews,
    BounceRate,
    Duration,
}

const fn label(key: Column, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required: false, names }
}

/// What they are called.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Date, &["date"]),
    label(Column::Name, &["name"]),
    Label { key: Column::Visitors, required: true, names: &["visitors"] },
    label(Column::Visits, &["visits"]),
    label(Column::Pageviews, &["pageviews"]),
    label(Column::BounceRate, &["bounce_rate"]),
    label(Column::Duration, &["visit_duration"]),
];

/// Plausible's channels: a table whose names are all among them is sorted by channel.
pub const CHANNELS: &[&str] = &[
    "Direct",
    "Organic Search",
    "Paid Search",
    "Organic Social",
    "Paid Social",
    "Organic Video",
    "Paid Video",
    "Organic Shopping",
    "Paid Shopping",
    "AI Assistants",
    "Email",
    "Referral",
    "Affiliates",
    "Display",
    "Paid Other",
    "Audio",
    "SMS",
    "Mobile Push Notifications",
    "Cross-network",
];

/// One day. Rates of a day without visitor are empty, and not read.
#[derive(Debug)]
pub struct Day {
    /// Where it stands.
    pub line: u64,
    /// Which.
    pub date: Date,
    /// Visitors.
    pub visitors: Option<f64>,
    /// Visits.
    pub visits: Option<f64>,
    /// Page views.
    pub pageviews: Option<f64>,
}

impl Day {
    /// Reads a row.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        Ok(Self {
            line: row.line,
            date: columns.day(row, Column::Date)?,
            visitors: columns.count(row, Column::Visitors)?,
            visits: columns.count(row, Column::Visits)?,
            pageviews: columns.count(row, Column::Pageviews)?,
        })
    }
}

/// Name and visitors of a row; `None` when it tells no visitors.
pub fn named(columns: &Columns<Column>, row: &Row) -> Result<Option<(String, f64)>, Trouble> {
    let name = columns.text(row, Column::Name)?.unwrap_or_default();
    Ok(columns.count(row, Column::Visitors)?.map(|visitors| (name, visitors)))
}
