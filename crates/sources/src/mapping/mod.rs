//! A mapping: which column of an unknown table is what. Kept, reused, shared as a TOML file.
//!
//! Says nothing about how tables are read (`mapped`); `check` finds its faults, `propose` guesses one.

mod check;
mod propose;
mod role;

pub use propose::propose;
pub use role::Role;

use crate::table::Separator;
use crate::trouble::{Trouble, TroubleCode};
use model::{ContentType, FactKind, Network};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a person said about the columns of a table.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// Its name.
    pub name: String,
    /// What one row is.
    pub rows: RowsAre,
    /// The kind of space, where the person does not say otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network: Option<Network>,
    /// The space's name, where the person does not say otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub space: Option<String>,
    /// The IANA zone of its dates; the client's when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Which day of the week is 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weekday_one: Option<WeekdayOne>,
    /// Where the table is and how it is written.
    #[serde(skip_serializing_if = "Place::is_default")]
    pub table: Place,
    /// What is the same on every row.
    #[serde(skip_serializing_if = "Constants::is_default")]
    pub constants: Constants,
    /// The columns that are read; the others are not.
    #[serde(rename = "column", skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnIs>,
}

/// What one row of the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowsAre {
    /// A post of the team with its lifetime figures.
    #[default]
    Posts,
    /// A day of the space with its figures.
    Days,
    /// A dated act.
    Facts,
}

/// Which day a numbered week begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekdayOne {
    /// 1 is Sunday.
    Sunday,
    /// 1 is Monday.
    Monday,
}

/// Where the table is in the file and how it is written; what is absent is found from the content.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Place {
    /// The sheet of a workbook, by name; the first one otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Which row holds the headers: 1 is the first that is not blank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u64>,
    /// What parts the cells of a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separator: Option<Separator>,
    /// The encoding of a text: `windows-1252`, `iso-8859-15`…
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Words that mean "no figure", beside the usual ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub empty: Vec<String>,
}

impl Place {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// What no column says because it is the same on every row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Constants {
    /// The year, where columns tell the month only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// What every post is made of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<ContentType>,
    /// What every act is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<FactKind>,
    /// Who did it all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
}

impl Constants {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// What one column is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnIs {
    /// Its header, as the file writes it.
    pub header: String,
    /// What it is.
    pub is: Role,
    /// For a date: `auto`, `day-first`, `month-first`, `epoch` (seconds or milliseconds since 1970), or a pattern such as `%d/%m/%Y %H:%M`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// The file's words and ours: `{ Photo = "photo" }`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
}

impl Mapping {
    /// Reads a mapping file and checks it.
    pub fn from_toml(text: &str) -> Result<Self, Trouble> {
        let mapping: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().and_then(|span| text.get(..span.start)).map(|before| before.lines().count().max(1));
            let trouble = bad("toml").with("value", error.message());
            line.and_then(|line| u64::try_from(line).ok()).map_or(trouble.clone(), |line| trouble.line(line))
        })?;
        mapping.check()?;
        Ok(mapping)
    }

    /// Writes it as a file.
    pub fn to_toml(&self) -> Result<String, Trouble> {
        toml::to_string(self).map_err(|error| bad("toml").with("value", &error.to_string()))
    }

    /// The first column that objects in JSON lines may not do without and that is not met: what a row needs, or, where
    /// there are figures, all of them. `met` tells by the header.
    pub fn missing(&self, met: impl Fn(&str) -> bool) -> Option<&ColumnIs> {
        let is_met = |column: &&ColumnIs| met(&column.header);
        let figures = || self.columns.iter().filter(|column| matches!(column.is, Role::Figure(_)));
        let needed = self.columns.iter().find(|column| column.is.is_needed() && !is_met(column));
        needed.or_else(|| figures().next().filter(|_| !figures().any(|figure| is_met(&figure))))
    }

    /// The first column of that role.
    pub fn column(&self, role: Role) -> Option<&ColumnIs> {
        self.columns.iter().find(|column| column.is == role)
    }
}

/// A fault of the mapping: the sentence chooses its words by the reason.
fn bad(reason: &str) -> Trouble {
    Trouble::new(TroubleCode::BadMapping).with("reason", reason)
}
