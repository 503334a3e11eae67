//! The other sheets of a workbook: likes, comments, shares and clicks on links of each post, as a count of acts in one
//! sheet and as a count of people in another. Acts are read where they are there, as in the text.

use super::wire::{Column, LABELS, PostRow, bare};
use crate::facebook_insights::{is_descriptions, trimmed};
use crate::numbers;
use crate::table::{Columns, Row, columns::fold};
use crate::trouble::{Trouble, TroubleCode};
use crate::workbook::Sheet;
use model::Metric;
use std::collections::{BTreeMap, HashMap};

/// What the other sheets tell of each post.
#[derive(Debug, Default)]
pub struct Acts {
    told: HashMap<String, Vec<(Metric, f64)>>,
    /// How many of the sheets were read.
    pub sheets: usize,
    reactions: bool,
}

/// One sheet with posts and figures of them.
struct Told<'s> {
    columns: Columns<Column>,
    rows: &'s [Row],
    acts: bool,
}

impl Acts {
    /// Reads the sheets that tell figures nothing else tells.
    pub fn of(sheets: &[Sheet]) -> Result<Self, Trouble> {
        let mut chosen: BTreeMap<Metric, (usize, Column)> = BTreeMap::new();
        let told: Vec<Told<'_>> = sheets.iter().filter_map(told).collect();
        for (place, sheet) in told.iter().enumerate() {
            for column in sheet.columns.present() {
                let Column::Figure(metric, _) = column else { continue };
                let better =
                    chosen.get(&metric).and_then(|(other, _)| told.get(*other)).is_none_or(|other| !other.acts);
                if better && (sheet.acts || !chosen.contains_key(&metric)) {
                    chosen.insert(metric, (place, column));
                }
            }
        }
        let mut acts = Self::default();
        for (place, sheet) in told.iter().enumerate() {
            let here: Vec<(Metric, Column)> = chosen
                .iter()
                .filter(|(_, (other, _))| *other == place)
                .map(|(metric, (_, column))| (*metric, *column))
                .collect();
            acts.sheets += usize::from(!here.is_empty());
            acts.reactions |= here.iter().any(|(_, column)| super::wire::is_reaction(*column));
            for row in sheet.rows.iter().filter(|_| !here.is_empty()) {
                acts.take(sheet, row, &here)?;
            }
        }
        Ok(acts)
    }

    fn take(&mut self, sheet: &Told<'_>, row: &Row, here: &[(Metric, Column)]) -> Result<(), Trouble> {
        let Some(written) = sheet.columns.cell(row, Column::PostId)?.filter(|cell| !cell.trim().is_empty()) else {
            return Ok(());
        };
        let rounded = |_| {
            let trouble = Trouble::new(TroubleCode::RoundedId).line(row.line).with("value", written);
            trouble.field(sheet.columns.header(Column::PostId))
        };
        let id = bare(numbers::id(written).map_err(rounded)?).to_owned();
        let figures = self.told.entry(id).or_default();
        for (metric, column) in here {
            let Some(value) = sheet.columns.count(row, *column)? else { continue };
            match figures.iter().find(|(known, _)| known == metric) {
                None => figures.push((*metric, value)),
                Some((_, before)) if (before - value).abs() < 0.5 => {}
                Some((_, before)) => {
                    let trouble = Trouble::new(TroubleCode::Contradiction).line(row.line);
                    let trouble = trouble.with("value", &value.to_string()).with("expected", &before.to_string());
                    return Err(trouble.field(sheet.columns.header(*column)));
                }
            }
        }
        Ok(())
    }

    /// What they tell of a post beside what its own row tells.
    pub fn of_post<'a>(&'a self, post: &'a PostRow) -> impl Iterator<Item = (Metric, f64)> + 'a {
        let told = self.told.get(&post.id).map_or(&[][..], Vec::as_slice);
        told.iter().copied().filter(|(metric, _)| post.figures.iter().all(|(known, _)| known != metric))
    }

    /// Whether likes, comments or shares stand in one of them.
    pub const fn tell_reactions(&self) -> bool {
        self.reactions
    }
}

/// A sheet with posts and figures of them; whether it counts acts is said by its name, else by its descriptions.
fn told(sheet: &Sheet) -> Option<Told<'_>> {
    let (first, rows) = sheet.rows.split_first()?;
    let columns = Columns::find(LABELS, &trimmed(first));
    let figures = columns.present().any(|column| matches!(column, Column::Figure(..)));
    if !columns.has(Column::PostId) || !figures {
        return None;
    }
    let name = fold(&sheet.name);
    let described = rows.first().filter(|row| is_descriptions(&columns, Column::PostId, row).unwrap_or(false));
    let total = described.is_some_and(|row| row.cells.iter().any(|cell| fold(cell).contains("total count")));
    let acts =
        total || ["lifetime post stories", "lifetime post consumptions"].iter().any(|acts| name.starts_with(acts));
    let rows = if described.is_some() { rows.get(1..).unwrap_or_default() } else { rows };
    Some(Told { columns, rows, acts })
}
