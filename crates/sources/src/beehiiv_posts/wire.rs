//! The columns of Beehiiv's list of posts that are read, and one row of it.

use crate::newsletter::{Moment, moment};
use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use jiff::tz::TimeZone;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Id,
    Title,
    /// `confirmed`, `draft`, `archived`.
    Status,
    Url,
    Created,
    /// Recognises the file; not read.
    Subject,
    /// Recognises the file; not read.
    Content,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called: Beehiiv writes the same names in every language.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Id, true, &["id"]),
    label(Column::Title, true, &["web_title"]),
    label(Column::Status, true, &["status"]),
    label(Column::Url, false, &["url"]),
    label(Column::Created, true, &["created_at"]),
    label(Column::Subject, false, &["email_subject_line"]),
    label(Column::Content, false, &["content_html"]),
];

/// Whether these are the headers of a list of posts.
pub fn is_ours(columns: &Columns<Column>) -> bool {
    let ours = [Column::Title, Column::Subject, Column::Content];
    columns.known() > 3 && ours.iter().filter(|column| columns.has(**column)).count() > 1
}

/// One issue.
#[derive(Debug)]
pub struct Issue {
    pub line: u64,
    pub id: String,
    pub title: Option<String>,
    pub url: Option<String>,
    pub sent: bool,
    pub at: Moment,
}

impl Issue {
    /// Reads a row.
    pub fn read(columns: &Columns<Column>, row: &Row, zone: &TimeZone) -> Result<Self, Trouble> {
        let empty = |column| Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(column));
        let status = columns.text(row, Column::Status)?.unwrap_or_default().to_ascii_lowercase();
        Ok(Self {
            line: row.line,
            id: columns.text(row, Column::Id)?.ok_or_else(|| empty(Column::Id))?,
            title: columns.text(row, Column::Title)?,
            url: columns.text(row, Column::Url)?,
            sent: matches!(status.as_str(), "confirmed" | "published" | "archived"),
            at: moment(columns, row, Column::Created, zone)?.ok_or_else(|| empty(Column::Created))?,
        })
    }
}
