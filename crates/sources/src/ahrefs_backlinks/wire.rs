//! The columns of a list of backlinks that are read, and one row of it.

use crate::dates;
use crate::table::{Columns, Label, Row};
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::{Date, Time};
use model::Millis;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Page,
    Target,
    FirstSeen,
    LastSeen,
    Lost,
}

const fn label(key: Column, required: bool, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required, names }
}

/// What they are called. Ahrefs exports in English whatever the page's language; other tools translate.
pub static LABELS: &[Label<Column>] = &[
    label(
        Column::Page,
        true,
        &[
            "Referring page URL",
            "Referring Page",
            "Source url",
            "Source URL",
            "URL de la page référente",
            "Page référente",
        ],
    ),
    label(Column::Target, true, &["Target URL", "Target url", "Link URL", "URL cible", "URL de destination"]),
    label(Column::FirstSeen, true, &["First seen", "First Seen", "Vu pour la première fois", "Première détection"]),
    label(Column::LastSeen, false, &["Last seen", "Last Check", "Vu pour la dernière fois", "Dernière détection"]),
    label(Column::Lost, false, &["Lost", "Lost date", "Lost status", "Perdu", "Date de perte"]),
];

/// A moment as the file writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// With its zone.
    At(Millis),
    /// Local: a day, and a time if there is one.
    Local(Date, Option<Time>),
}

/// One row.
#[derive(Debug)]
pub struct Link {
    /// The page that links, its address made comparable.
    pub page: String,
    /// The path of the page linked to.
    pub path: String,
    /// When it was first seen.
    pub first: Seen,
    /// Whether it is there no more.
    pub lost: bool,
}

impl Link {
    /// Reads a row.
    pub fn read(columns: &Columns<Column>, row: &Row) -> Result<Self, Trouble> {
        let trouble = |code, column| Trouble::new(code).line(row.line).field(columns.header(column));
        let address = |column| {
            let text = columns.text(row, column)?.ok_or_else(|| trouble(TroubleCode::EmptyValue, column))?;
            words::address::canonical(&text)
                .ok_or_else(|| trouble(TroubleCode::Malformed, column).with("reason", &text))
        };
        let page = address(Column::Page)?;
        let target = address(Column::Target)?;
        let first = columns.text(row, Column::FirstSeen)?;
        let first = first.ok_or_else(|| trouble(TroubleCode::EmptyValue, Column::FirstSeen))?;
        let seen =
            seen(&first).ok_or_else(|| trouble(TroubleCode::NotADate, Column::FirstSeen).with("value", &first))?;
        let lost = columns.text(row, Column::Lost)?.is_some_and(|lost| !matches!(lost.as_str(), "false" | "-" | "0"));
        Ok(Self { page, path: path(&target), first: seen, lost })
    }
}

fn seen(text: &str) -> Option<Seen> {
    if let Some(at) = dates::instant(text) {
        return Some(Seen::At(at));
    }
    let (day, time) = dates::moment(text, None)?;
    Some(Seen::Local(day, time))
}

/// The path of an address, as access logs write it.
fn path(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/");
    path.split(['?', '#']).next().unwrap_or("/").to_owned()
}
