//! The columns of Beehiiv's list of subscribers that are read.

use crate::table::{Columns, Label};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Address,
    /// `active`, `inactive`, `pending`…
    Status,
    Created,
    Unsubscribed,
    /// Recognises the file; not read.
    Tier,
    /// Recognises the file; not read.
    Customer,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called: Beehiiv writes the same names in every language.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Address, true, &["email"]),
    label(Column::Status, true, &["status"]),
    label(Column::Created, true, &["created_at", "subscribed_at"]),
    label(Column::Unsubscribed, false, &["unsubscribed_at"]),
    label(Column::Tier, false, &["tier", "Free Tier", "subscription_tier"]),
    label(Column::Customer, false, &["stripe_customer_id"]),
];

/// Whether these are the headers of a list of subscribers.
pub fn is_ours(columns: &Columns<Column>) -> bool {
    let ours = [Column::Status, Column::Unsubscribed, Column::Tier];
    columns.known() > 3 && ours.iter().filter(|column| columns.has(**column)).count() > 1
}

/// Whether the list says when people left.
pub fn dates_departures(columns: &Columns<Column>) -> bool {
    columns.has(Column::Unsubscribed)
}
