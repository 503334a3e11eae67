//! Their file: lines of preamble that begin with `#`, tables under them, blank lines between; and the columns read.

use crate::numbers;
use crate::table::columns::fold;
use crate::table::{Columns, Label, Row, dialect};
use crate::trouble::{Trouble, TroubleCode};
use jiff::Span;
use jiff::civil::Date;

/// Tables of a file whose headers are remembered for messages.
const HEADERS_TOLD: usize = 6;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    Date,
    NthDay,
    Channel,
    SourceMedium,
    Source,
    Medium,
    DateRange,
    Sessions,
    Users,
    Views,
}

const fn label(key: Column, names: &'static [&'static str]) -> Label<Column> {
    Label { key, required: false, names }
}

/// What they are called. Columns of a compared period carry its name in brackets and are none of these.
pub static LABELS: &[Label<Column>] = &[
    label(Column::Date, &["Date", "Jour"]),
    label(Column::NthDay, &["Nth day", "Nième jour", "Énième jour", "N-ième jour"]),
    label(
        Column::Channel,
        &[
            "Session default channel group",
            "Session default channel grouping",
            "Session primary channel group (Default channel group)",
            "Session primary channel group (Default Channel Group)",
            "Default channel group",
            "Groupe de canaux par défaut de la session",
            "Groupe de canaux principal de la session (Groupe de canaux par défaut)",
            "Groupe de canaux par défaut",
        ],
    ),
    label(
        Column::SourceMedium,
        &[
            "Session source / medium",
            "Session source/medium",
            "Source / medium",
            "Source/support de la session",
            "Source / Support de la session",
            "Source/support",
            "Source / support",
        ],
    ),
    label(Column::Source, &["Session source", "Source de la session"]),
    label(Column::Medium, &["Session medium", "Support de la session"]),
    label(Column::DateRange, &["Date range", "Plage de dates", "Période"]),
    label(Column::Sessions, &["Sessions"]),
    label(
        Column::Users,
        &["Total users", "Nombre total d'utilisateurs", "Total des utilisateurs", "Users", "Utilisateurs"],
    ),
    label(Column::Views, &["Views", "Vues"]),
];

/// Dimensions whose values are numbers, as metrics' are: told by their names.
const NUMBERED: &[&str] = &[
    "hour",
    "nth hour",
    "minute",
    "nth minute",
    "day",
    "day of week",
    "week",
    "nth week",
    "month",
    "nth month",
    "year",
    "heure",
    "jour du mois",
    "jour de la semaine",
    "semaine",
    "mois",
    "annee",
];

/// Words in the first column of a row that is the table's total.
const TOTALS: &[&str] = &["grand total", "total", "totals", "totaux", "total general"];

/// What the lines above a table say.
#[derive(Debug, Clone, Default)]
pub struct Preamble {
    /// The property's name.
    pub property: Option<String>,
    /// First day.
    pub from: Option<Date>,
    /// Last day, included.
    pub to: Option<Date>,
}

impl Preamble {
    /// Takes one line that begins with `#`.
    pub fn take(&mut self, line: &str) {
        let line = line.trim_matches(['"', ';', ',', '\r']).trim_start_matches('#').trim();
        let Some((name, value)) = line.split_once(':') else { return };
        match fold(name).as_str() {
            "start date" | "date de debut" => (self.from, self.to) = (day(value), None),
            "end date" | "date de fin" => self.to = day(value),
            "property" | "propriete" => self.property = Some(value.trim().to_owned()).filter(|name| !name.is_empty()),
            _ => {}
        }
    }
}

/// `20230923`, or `2023-09-23`.
pub fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = |from: usize, to: usize| text.get(from..to);
        return Date::new(part(0, 4)?.parse().ok()?, part(4, 6)?.parse().ok()?, part(6, 8)?.parse().ok()?).ok();
    }
    crate::dates::day(text, None)
}

/// The line after a spreadsheet saved the file again: cells parted by semicolons or tabulations, or a row quoted whole.
pub fn resaved(row: &Row) -> Option<Trouble> {
    let [only] = row.cells.as_slice() else { return None };
    if only.starts_with('#') {
        return None;
    }
    if dialect::requoted_cells(&row.cells, ',') > 1 && only.contains(',') {
        return Some(Trouble::new(TroubleCode::Requoted).line(row.line));
    }
    let separator = dialect::find_separator(only);
    let parted = only.contains(';') || only.contains('\t');
    parted.then(|| Trouble::new(TroubleCode::Resaved).line(row.line).with("separator", separator.as_str()))
}

/// What one row of the file is.
#[derive(Debug)]
pub enum Step {
    /// Preamble, a blank line, a total that tells nothing.
    Nothing,
    /// A row of a table left aside.
    Aside,
    /// The headers of a table: its days.
    Table(Option<(Date, Date)>),
    /// A row that tells sessions, users or views.
    Entry(Entry),
    /// The table's own total.
    Total(f64),
    /// A row of a compared period.
    Compared,
}

/// A row that tells sessions, users or views.
#[derive(Debug, Default)]
pub struct Entry {
    /// Its day, in a table by day.
    pub day: Option<Date>,
    /// Its channel.
    pub channel: Option<String>,
    /// Its source and medium.
    pub source: Option<(String, String)>,
    /// Whether the table has another dimension, which is not read: the row tells a part of its day.
    pub part: bool,
    /// Sessions.
    pub sessions: Option<f64>,
    /// Users.
    pub users: Option<f64>,
    /// Page views.
    pub views: Option<f64>,
}

/// A file under way.
#[derive(Debug, Default)]
pub struct Reader {
    preamble: Preamble,
    table: Option<Table>,
    headers: Vec<String>,
}

#[derive(Debug)]
struct Table {
    columns: Columns<Column>,
    width: usize,
    range: Option<String>,
}

impl Reader {
    /// Takes one row.
    pub fn take(&mut self, row: &Row) -> Result<Step, Trouble> {
        if row.is_blank() {
            self.table = None;
            return Ok(Step::Nothing);
        }
        if row.cells.first().is_some_and(|cell| cell.trim_start_matches('\u{feff}').starts_with('#')) {
            self.table = None;
            self.preamble.take(row.cells.join(",").trim_start_matches('\u{feff}'));
            return Ok(Step::Nothing);
        }
        let Some(table) = &mut self.table else { return Ok(self.open(row)) };
        table.row(row, &self.preamble)
    }

    /// The headers of the first tables, for who is told that none is of use.
    pub fn headers_met(&self) -> &[String] {
        &self.headers
    }

    fn open(&mut self, row: &Row) -> Step {
        let columns = Columns::find(LABELS, &row.cells);
        if self.headers.len() < HEADERS_TOLD {
            self.headers.push(row.cells.join(","));
        }
        self.table = Some(Table { columns, width: row.cells.len(), range: None });
        Step::Table(self.preamble.from.zip(self.preamble.to))
    }
}

impl Table {
    fn row(&mut self, row: &Row, preamble: &Preamble) -> Result<Step, Trouble> {
        if row.cells.len() != self.width {
            let code = if row.ended { TroubleCode::CellCount } else { TroubleCode::Truncated };
            let trouble = Trouble::new(code).line(row.line).with("cells", &row.cells.len().to_string());
            return Err(trouble.with("headers", &self.width.to_string()));
        }
        let columns = &self.columns;
        let text = |column| -> Result<Option<&str>, Trouble> { Ok(columns.cell(row, column)?.map(str::trim)) };
        let by_day = columns.has(Column::Date) || columns.has(Column::NthDay);
        let by_origin =
            [Column::Channel, Column::SourceMedium, Column::Source].iter().any(|column| columns.has(*column));
        let of_days = columns.has(Column::Users) || columns.has(Column::Views);
        if !(columns.has(Column::Sessions) && (by_day || by_origin) || of_days && by_day) {
            return Ok(Step::Aside);
        }
        if let Some(range) = text(Column::DateRange)? {
            // The period asked for comes first; the one it is compared with is another question.
            if self.range.get_or_insert_with(|| range.to_owned()) != range {
                return Ok(Step::Compared);
            }
        }
        let sessions = columns.count(row, Column::Sessions)?;
        let keys = row.cells.iter().zip(columns.headers()).filter(|(_, header)| !header.is_empty());
        if keys.map(|(cell, _)| fold(cell)).any(|cell| TOTALS.contains(&cell.as_str())) {
            return Ok(sessions.map_or(Step::Nothing, Step::Total));
        }
        let source = match text(Column::SourceMedium)? {
            Some(both) => {
                // `(not set)` stands for both.
                let (source, medium) = both.rsplit_once('/').unwrap_or((both, ""));
                Some((source.trim().to_owned(), medium.trim().to_owned()))
            }
            None => text(Column::Source)?
                .map(|source| Ok((source.to_owned(), text(Column::Medium)?.unwrap_or_default().to_owned())))
                .transpose()?,
        };
        Ok(Step::Entry(Entry {
            day: self.day(row, preamble)?,
            channel: text(Column::Channel)?.map(str::to_owned),
            source,
            part: by_day && self.has_other_dimension(row),
            sessions,
            // Users by origin do not add up: somebody who came by two ways is in both.
            users: if by_origin { None } else { columns.count(row, Column::Users)? },
            views: if by_origin { None } else { columns.count(row, Column::Views)? },
        }))
    }

    /// Whether a dimension that is not read stands before the first metric: GA4 writes dimensions first. A metric that
    /// nobody here knows may stand there too; its cells are numbers.
    fn has_other_dimension(&self, row: &Row) -> bool {
        let columns = &self.columns;
        let metrics = [Column::Sessions, Column::Users, Column::Views];
        let first = metrics.iter().flat_map(|metric| columns.places(*metric)).min().copied().unwrap_or(0);
        let before = columns.headers().iter().zip(&row.cells).enumerate().take(first);
        before.filter(|(place, _)| !columns.is_known(*place)).any(|(_, (header, cell))| {
            let measured = cell.trim().trim_end_matches('%').trim_end();
            NUMBERED.contains(&fold(header).as_str()) || numbers::number(measured).is_err()
        })
    }

    /// The day of a row: a date, or a number of days after the first one.
    fn day(&self, row: &Row, preamble: &Preamble) -> Result<Option<Date>, Trouble> {
        let columns = &self.columns;
        let column = if columns.has(Column::Date) { Column::Date } else { Column::NthDay };
        let Some(cell) = columns.cell(row, column)? else { return Ok(None) };
        let wrong = || {
            let trouble = Trouble::new(TroubleCode::NotADate).line(row.line);
            trouble.field(columns.header(column)).with("value", cell)
        };
        if column == Column::Date {
            return day(cell).map(Some).ok_or_else(wrong);
        }
        let after: i32 = cell.trim().parse().map_err(|_| wrong())?;
        let first = preamble.from.ok_or_else(wrong)?;
        let date = Span::new().try_days(after).ok().and_then(|days| first.checked_add(days).ok());
        let inside = date.filter(|date| after >= 0 && preamble.to.is_none_or(|last| *date <= last));
        inside.map(Some).ok_or_else(wrong)
    }
}
