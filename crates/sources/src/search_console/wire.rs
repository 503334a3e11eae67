//! The columns of Search Console's tables, and one row of any of them. Rates and positions are not read.

use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::Date;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Date,
    Query,
    Page,
    Country,
    Device,
    Appearance,
    Clicks,
    Impressions,
    Ctr,
    Position,
    Filter,
    Value,
}

/// What the first column of a table of figures may be.
pub const DIMENSIONS: &[Column] =
    &[Column::Date, Column::Query, Column::Page, Column::Country, Column::Device, Column::Appearance];

const fn label(key: Column, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required: false, names }
}

/// What they are called.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Date, &["Date"]),
    label(Column::Query, &["Top queries", "Queries", "Query", "Requêtes les plus fréquentes", "Requête", "Requêtes"]),
    label(Column::Page, &["Top pages", "Page", "Pages", "Pages les plus populaires"]),
    label(Column::Country, &["Country", "Pays"]),
    label(Column::Device, &["Device", "Appareil"]),
    label(
        Column::Appearance,
        &["Search Appearance", "Apparence dans les résultats de recherche", "Apparence dans la recherche"],
    ),
    Label { key: Column::Clicks, required: true, names: &["Clicks", "Clics"] },
    Label { key: Column::Impressions, required: true, names: &["Impressions"] },
    label(Column::Ctr, &["CTR"]),
    label(Column::Position, &["Position"]),
    label(Column::Filter, &["Filter", "Filtre"]),
    label(Column::Value, &["Value", "Valeur"]),
];

/// One row.
#[derive(Debug)]
pub struct Entry {
    /// Where it stands.
    pub line: u64,
    /// Its day, in the table by day.
    pub day: Option<Date>,
    /// Clicks.
    pub clicks: f64,
    /// Impressions.
    pub impressions: f64,
}

impl Entry {
    /// Reads a row: Search Console leaves no cell empty.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        let day = if columns.has(Column::Date) { Some(columns.day(row, Column::Date)?) } else { None };
        let count = |column| {
            let empty = || Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(column));
            columns.count(row, column)?.ok_or_else(empty)
        };
        Ok(Self { line: row.line, day, clicks: count(Column::Clicks)?, impressions: count(Column::Impressions)? })
    }
}
