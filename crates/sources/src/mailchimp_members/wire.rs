//! The columns of Mailchimp's three lists that are read.

use crate::table::{Columns, Label};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Address,
    /// Mailchimp's own id of the person.
    Person,
    OptedIn,
    Confirmed,
    /// In the list of those who left.
    Unsubscribed,
    /// In the list of those whose address no longer works.
    Cleaned,
    /// Recognises the file; not read.
    Rating,
    /// Recognises the file; not read.
    Letter,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called. The address has the name of a field of the audience, which follows its language; the others
/// are the same everywhere.
pub static LABELS: &[Label<Column>] = &[
    label(
        Column::Address,
        true,
        &[
            "Email Address",
            "Email",
            "Adresse e-mail",
            "Adresse email",
            "Adresse électronique",
            "Adresse mail",
            "E-mail",
        ],
    ),
    label(Column::Person, false, &["EUID"]),
    label(Column::OptedIn, true, &["OPTIN_TIME"]),
    label(Column::Confirmed, true, &["CONFIRM_TIME"]),
    label(Column::Unsubscribed, false, &["UNSUB_TIME"]),
    label(Column::Cleaned, false, &["CLEAN_TIME"]),
    label(Column::Rating, false, &["MEMBER_RATING"]),
    label(Column::Letter, false, &["LEID"]),
];

/// Whether these are the headers of one of the three lists.
pub fn is_ours(columns: &Columns<Column>) -> bool {
    let ours = [Column::OptedIn, Column::Confirmed, Column::Rating, Column::Letter, Column::Person];
    ours.iter().filter(|column| columns.has(**column)).count() > 2
}

/// Whether the list is one of those who left.
pub fn dates_departures(columns: &Columns<Column>) -> bool {
    columns.has(Column::Unsubscribed) || columns.has(Column::Cleaned)
}
