//! The columns of Search Console's tables of links, and rows of them.

use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::Date;

/// The zone in which Search Console cuts days.
pub const ZONE: &str = "America/Los_Angeles";

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Site,
    Pages,
    Targets,
    Target,
    Incoming,
    Sites,
    Page,
    Crawled,
}

const fn label(key: Column, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required: false, names }
}

/// What they are called. The French labels are those of the French pages; no French file was met yet.
pub static LABELS: &[Label<Column>] = &[
    label(
        Column::Site,
        &["Site", "Top linking sites", "Sites d'origine des liens les plus fréquents", "Site d'origine"],
    ),
    label(Column::Pages, &["Linking pages", "Pages d'origine", "Pages d'origine des liens"]),
    label(Column::Targets, &["Target pages", "Pages cibles", "Pages de destination"]),
    label(Column::Target, &["Target page", "Top linked pages", "Page cible", "Page de destination"]),
    label(Column::Incoming, &["Incoming links", "Liens entrants"]),
    label(Column::Sites, &["Linking sites", "Sites d'origine", "Sites d'origine des liens"]),
    label(Column::Page, &["Linking page", "Page d'origine", "Page d'origine du lien"]),
    label(Column::Crawled, &["Last crawled", "Dernière exploration", "Date de la dernière exploration"]),
];

/// In a table of counts: what is named, and what is counted.
pub fn counted(columns: &Columns<Column>) -> (Column, Column) {
    if columns.has(Column::Site) { (Column::Site, Column::Pages) } else { (Column::Target, Column::Incoming) }
}

/// The count of a row, whose name must be there.
pub fn count(columns: &Columns<Column>, row: &Row, name: Column, count: Column) -> Result<f64, Trouble> {
    let empty = |column| Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(column));
    columns.text(row, name)?.ok_or_else(|| empty(name))?;
    columns.count(row, count)?.ok_or_else(|| empty(count))
}

/// A linking page and the day Google last saw it.
pub fn linking(columns: &Columns<Column>, row: &Row) -> Result<(String, Date), Trouble> {
    let trouble = |code| Trouble::new(code).line(row.line).field(columns.header(Column::Page));
    let page = columns.text(row, Column::Page)?.ok_or_else(|| trouble(TroubleCode::EmptyValue))?;
    // A cell cut short is no address any more.
    let page = words::address::canonical(&page).ok_or_else(|| trouble(TroubleCode::Malformed).with("reason", &page))?;
    Ok((page, columns.day(row, Column::Crawled)?))
}
