//! The columns of Ghost's list of members that are read.

use crate::table::{Columns, Label};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Id,
    Address,
    /// Whether the person gets the newsletter.
    Subscribed,
    Created,
    /// Ghost names it and leaves it empty: a member who is deleted is no longer in the list.
    Deleted,
    /// Recognises the file; not read.
    Complimentary,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called: Ghost writes the same names in every language.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Id, false, &["id"]),
    label(Column::Address, true, &["email"]),
    label(Column::Subscribed, true, &["subscribed_to_emails", "subscribed"]),
    label(Column::Created, true, &["created_at"]),
    label(Column::Deleted, false, &["deleted_at"]),
    label(Column::Complimentary, false, &["complimentary_plan"]),
];

/// Whether these are the headers of a list of members.
pub fn is_ours(columns: &Columns<Column>) -> bool {
    let ours = [Column::Subscribed, Column::Deleted, Column::Complimentary];
    columns.known() > 3 && ours.iter().filter(|column| columns.has(**column)).count() > 1
}

/// Ghost tells who gets no mail any more, and not since when.
pub const fn dates_departures(_: &Columns<Column>) -> bool {
    false
}
