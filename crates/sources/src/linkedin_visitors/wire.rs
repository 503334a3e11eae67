//! The columns of LinkedIn's table of visitors that are read.

use crate::table::{Columns, Label};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Date,
    /// Page views of all tabs, on all devices.
    Views,
    /// People who looked at any tab, on all devices; missing in older exports.
    Visitors,
    /// Recognises the file; not read: the total holds it.
    Overview,
    /// Recognises the file; not read: the total holds it.
    Jobs,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called, in English, French and Portuguese. No French file was met yet: its labels are those of
/// LinkedIn's French pages.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Date, true, &["Date", "Data"]),
    label(
        Column::Views,
        true,
        &[
            "Total page views (total)",
            "Total des vues de page (total)",
            "Total des consultations de la page (total)",
            "Total de visualizações da página (total)",
        ],
    ),
    label(
        Column::Visitors,
        false,
        &["Total unique visitors (total)", "Total des visiteurs uniques (total)", "Total de visitantes únicos (total)"],
    ),
    label(
        Column::Overview,
        false,
        &[
            "Overview page views (total)",
            "Vues de la page Vue d'ensemble (total)",
            "Vues de page Vue d'ensemble (total)",
            "Visualizações da página Visão geral (total)",
        ],
    ),
    label(
        Column::Jobs,
        false,
        &[
            "Jobs page views (total)",
            "Vues de la page Offres d'emploi (total)",
            "Vues de page Offres d'emploi (total)",
            "Visualizações da página Vagas (total)",
        ],
    ),
];

/// Whether the headers are those of this table.
pub fn is_ours(columns: &Columns<Column>) -> bool {
    [Column::Views, Column::Visitors, Column::Overview, Column::Jobs].iter().filter(|one| columns.has(**one)).count()
        > 1
}
