//! The columns of LinkedIn's table of new followers that are read.

use crate::table::{Columns, Label};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Date,
    /// Recognises the file; not read: the total holds it.
    Sponsored,
    /// Recognises the file; not read: the total holds it.
    Organic,
    /// Recognises the file; not read: the total holds it.
    Invited,
    Total,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called, in English, French and Portuguese. No French file was met yet: its labels are those of
/// LinkedIn's French pages.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Date, true, &["Date", "Data"]),
    label(Column::Sponsored, false, &["Sponsored followers", "Abonnés sponsorisés", "Seguidores patrocinados"]),
    label(
        Column::Organic,
        false,
        &["Organic followers", "Abonnés organiques", "Abonnés naturels", "Seguidores orgânicos"],
    ),
    label(
        Column::Invited,
        false,
        &[
            "Auto-invited followers",
            "Abonnés invités automatiquement",
            "Abonnés auto-invités",
            "Seguidores convidados automaticamente",
        ],
    ),
    label(
        Column::Total,
        true,
        &["Total followers", "Total des abonnés", "Nombre total d'abonnés", "Abonnés (total)", "Total de seguidores"],
    ),
];

/// Whether the headers are those of this table.
pub fn is_ours(columns: &Columns<Column>) -> bool {
    [Column::Sponsored, Column::Organic, Column::Invited].iter().filter(|column| columns.has(**column)).count() > 1
}
