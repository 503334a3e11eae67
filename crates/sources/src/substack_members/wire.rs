//! The columns of Substack's list of subscribers that are read.

use crate::table::{Columns, Label};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Address,
    Created,
    /// The person gets no mail any more.
    Disabled,
    /// Recognises the file; not read: paying or not is not joining or leaving.
    Active,
    /// Recognises the file; not read.
    Expiry,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called: Substack writes the same names in every language.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Address, true, &["email"]),
    label(Column::Created, true, &["created_at"]),
    label(Column::Disabled, false, &["email_disabled"]),
    label(Column::Active, true, &["active_subscription"]),
    label(Column::Expiry, false, &["expiry"]),
];

/// Whether these are the headers of a list of subscribers.
pub fn is_ours(columns: &Columns<Column>) -> bool {
    let ours = [Column::Active, Column::Expiry, Column::Disabled];
    columns.known() > 2 && ours.iter().filter(|column| columns.has(**column)).count() > 1
}

/// Substack tells who gets no mail any more, and not since when.
pub const fn dates_departures(_: &Columns<Column>) -> bool {
    false
}
