//! The table of an indicator's page: the twin of its drawing, in the order asked for, each row leading to its facts.

use super::parts::path;
use crate::page::Page;
use crate::rooms::measures::first_upper;
use crate::view::{View, Window};
use figures::{Picture, Size};
use measure::answer::{Answer, Row, Series};
use measure::ask::Split;
use std::cmp::Ordering;

/// The own word for the order: a column's number from 1, negative for the other way round.
const SORT: &str = "sort";
/// The own word that shows every row.
const ALL: &str = "all";
/// Rows shown at first.
const SHOWN: usize = 60;

/// A heading that sorts.
pub struct Heading {
    pub text: String,
    pub numeric: bool,
    pub href: String,
    /// `ascending` or `descending` where it is the order in force.
    pub sorted: Option<&'static str>,
}

/// One row: its cells, and where its facts are.
pub struct Line {
    pub first: String,
    pub href: String,
    pub cells: Vec<figures::Cell>,
}

/// The table.
pub struct Rows {
    pub caption: String,
    /// Whether rows begin with a date, which does not break.
    pub dated: bool,
    pub headings: Vec<Heading>,
    pub lines: Vec<Line>,
    /// How many rows there are in all, and where all of them are shown; `None` when they are.
    pub rest: Option<(usize, String)>,
}

impl Rows {
    /// The table of a series. Without periods or keys there is one figure and no table.
    pub fn of(page: &Page, series: &Series, answer: &Answer) -> Option<Self> {
        let first = series.rows.first()?;
        if first.period.is_none() && first.keys.is_empty() {
            return None;
        }
        let picture = Picture::of(series, answer, &page.voice, Size::PHONE);
        let table = picture.table();
        let here = |view: &View| view.here(&format!("{}#table", page.path));
        // Keys without periods are a ranking, as their drawing is; periods stand in order of time.
        let usual = if first.period.is_none() { -i64::try_from(first.keys.len()).unwrap_or_default() - 1 } else { 0 };
        let asked: i64 = page.view.own(SORT).and_then(|word| word.parse().ok()).unwrap_or(usual);
        let column = usize::try_from(asked.unsigned_abs()).unwrap_or_default();
        let headings = table.headers.iter().zip(1_i64..).map(|(header, number)| {
            // Numbers are looked at from the largest, words from the first; a second touch turns the order round.
            let usual = if header.numeric { -number } else { number };
            let next = if asked == usual { -usual } else { usual };
            Heading {
                text: first_upper(&header.text),
                numeric: header.numeric,
                href: here(&page.view.with(SORT, &next.to_string())),
                sorted: (asked.abs() == number).then_some(if asked > 0 { "ascending" } else { "descending" }),
            }
        });
        let headings: Vec<Heading> = headings.collect();
        let mut lines: Vec<(&Row, &Vec<figures::Cell>)> = series.rows.iter().zip(&table.rows).collect();
        if (1..=headings.len()).contains(&column) {
            lines.sort_by(|one, other| {
                let order = compare(one, other, column - 1, first);
                if asked > 0 { order } else { order.reverse() }
            });
        }
        let (total, every) = (lines.len(), page.view.own(ALL).is_some());
        let shown = if every { total } else { SHOWN };
        let line = |(row, cells): (&Row, &Vec<figures::Cell>)| Line {
            first: cells.first().map_or_else(String::new, |cell| cell.text.clone()),
            href: facts(page, row, series.indicator.id),
            cells: cells.iter().skip(1).cloned().collect(),
        };
        Some(Self {
            caption: table.caption.clone(),
            dated: first.period.is_some(),
            lines: lines.into_iter().take(shown).map(line).collect(),
            headings,
            rest: (total > shown).then(|| (total, here(&page.view.with(ALL, "1")))),
        })
    }
}

/// Two rows by a column. Figures by their value, the absent ones first; periods by time; the rest by their words.
fn compare(
    one: &(&Row, &Vec<figures::Cell>),
    other: &(&Row, &Vec<figures::Cell>),
    column: usize,
    first: &Row,
) -> Ordering {
    let keys = usize::from(first.period.is_some()) + first.keys.len();
    let words = |cells: &Vec<figures::Cell>| cells.get(column).map(|cell| cell.text.to_lowercase());
    let before = |row: &Row| row.before.as_ref().and_then(|before| before.value);
    let value = |one: Option<f64>, other: Option<f64>| {
        one.unwrap_or(f64::NEG_INFINITY).total_cmp(&other.unwrap_or(f64::NEG_INFINITY))
    };
    match column {
        0 if first.period.is_some() => one.0.period.cmp(&other.0.period),
        at if at < keys => words(one.1).cmp(&words(other.1)),
        at if at == keys => value(one.0.figure.value, other.0.figure.value),
        at if at == keys + 1 && first.before.is_some() => value(before(one.0), before(other.0)),
        _ => words(one.1).cmp(&words(other.1)),
    }
}

/// Where the facts of a row are.
fn facts(page: &Page, row: &Row, indicator: &str) -> String {
    let mut view = View { rest: Vec::new(), ..page.view.clone() };
    if let Some(period) = &row.period {
        view.window = Window::Dates(Some(period.from), Some(period.to));
    }
    for key in &row.keys {
        match key.split {
            Split::Client => view.client = Some(key.id.clone()),
            Split::Space => view.spaces = vec![key.id.clone()],
            Split::Kind => view = view.with(super::facts::KIND, &key.id),
            Split::Network | Split::Post | Split::ContentType | Split::Person | Split::Channel | Split::Referrer => {
                view = view.with(key.split.as_str(), &key.id)
            }
        }
    }
    view.here(&format!("{}/facts", path(indicator)))
}
