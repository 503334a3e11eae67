//! The blocks of Pinterest's overview: a title, the period, choices (`Devices,All`), then the days, then the best
//! boards and the best pins of the period, each under its own headers and above a sentence.
//!
//! French labels are those of Pinterest's French pages; no French file was met yet.

use crate::table::{Row, columns::fold};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::{dates, numbers};
use jiff::civil::Date;
use model::Metric;
use std::collections::{BTreeMap, BTreeSet};

/// What a metric is called.
const METRICS: &[(&str, Metric)] = &[
    ("impressions", Metric::Impressions),
    ("engagements", Metric::Engagements),
    ("engagement", Metric::Engagements),
    ("pin clicks", Metric::Clicks),
    ("clics sur les epingles", Metric::Clicks),
    ("clics sur l'epingle", Metric::Clicks),
    ("outbound clicks", Metric::LinkClicks),
    ("clics sortants", Metric::LinkClicks),
    ("saves", Metric::Saves),
    ("enregistrements", Metric::Saves),
    ("total audience", Metric::Reach),
    ("audience totale", Metric::Reach),
    ("engaged audience", Metric::EngagedPeople),
    ("audience engagee", Metric::EngagedPeople),
    ("video views", Metric::VideoViews),
    ("vues de video", Metric::VideoViews),
    ("vues de videos", Metric::VideoViews),
];

/// First header of the best boards and pins.
const RANKED: &[&str] = &["pinterest link", "lien pinterest", "lien de l'epingle"];

/// What a line was.
#[derive(Debug)]
pub enum Line {
    /// A day.
    Day(Day),
    /// One of the best boards or pins.
    Ranked,
    /// A title, headers, a choice, a blank line, a sentence.
    Other,
}

/// One day.
#[derive(Debug)]
pub struct Day {
    pub date: Date,
    /// What is told of it: a figure that is not there yet is not told.
    pub figures: Vec<(Metric, f64)>,
}

/// A list of the best of the period.
#[derive(Debug, Default)]
pub struct Ranked {
    /// How many different ones there are.
    pub links: BTreeSet<String>,
    /// How many lines.
    pub lines: u64,
    /// The sum of the file's metric over them.
    pub sum: f64,
}

/// What a whole file told beside its days.
#[derive(Debug)]
pub struct Overview {
    pub range: (Date, Date),
    pub titles: Vec<String>,
    /// Days without a figure.
    pub empty: u64,
    /// Whether one of the figures was a rate or unknown.
    pub left_out: Vec<String>,
    pub ranked: Vec<(String, Ranked)>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Place {
    #[default]
    Head,
    Days,
    Between,
    Ranked,
}

/// Reads the lines one by one.
#[derive(Debug, Default)]
pub struct Reader {
    place: Place,
    range: Option<(Date, Date)>,
    /// The columns of the days: what each counts.
    columns: Vec<(String, Option<Metric>)>,
    days: BTreeMap<Date, ()>,
    empty: u64,
    last: (Option<Date>, u64),
    title: String,
    /// The column of the best ones that is the file's metric, and how many columns there are.
    measured: (Option<usize>, usize),
    ranked: Vec<(String, Ranked)>,
}

impl Reader {
    /// Takes the next line.
    pub fn take(&mut self, row: &Row) -> Result<Line, Trouble> {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).collect();
        let first = cells.first().copied().unwrap_or_default();
        if row.is_blank() {
            if self.place != Place::Head {
                self.place = Place::Between;
            }
            return Ok(Line::Other);
        }
        if self.place == Place::Head && self.range.is_none() {
            self.range = range(&cells);
        }
        match self.place {
            Place::Head if fold(first) == "date" => self.begin_days(&cells, row.line),
            Place::Days => self.day(&cells, row),
            Place::Between if RANKED.contains(&fold(first).as_str()) => self.begin_ranked(&cells),
            Place::Between => {
                first.clone_into(&mut self.title);
                Ok(Line::Other)
            }
            Place::Ranked => self.best(&cells, row),
            Place::Head => Ok(Line::Other),
        }
    }

    fn begin_days(&mut self, cells: &[&str], line: u64) -> Result<Line, Trouble> {
        let columns = cells.iter().skip(1).filter(|cell| !cell.is_empty());
        let metric = |name: &str| METRICS.iter().find(|(known, _)| *known == fold(name)).map(|(_, metric)| *metric);
        self.columns = columns.map(|name| ((*name).to_owned(), metric(name))).collect();
        if self.columns.iter().all(|(_, metric)| metric.is_none()) {
            let trouble = Trouble::new(TroubleCode::MissingColumn).line(line).field("Impressions");
            return Err(trouble.with("headers", &cells.join(" · ")));
        }
        self.place = Place::Days;
        Ok(Line::Other)
    }

    fn day(&mut self, cells: &[&str], row: &Row) -> Result<Line, Trouble> {
        let wanted = self.columns.len() + 1;
        if row.cells.len() < wanted || !row.ended {
            let code = if row.ended { TroubleCode::CellCount } else { TroubleCode::Truncated };
            let counted = [("cells", row.cells.len()), ("headers", wanted)];
            let trouble = Trouble::new(code).line(row.line);
            return Err(if code == TroubleCode::Truncated {
                trouble
            } else {
                counted.iter().fold(trouble, |trouble, (name, n)| trouble.with(name, &n.to_string()))
            });
        }
        let trouble = |code, value: &str| Trouble::new(code).line(row.line).field("Date").with("value", value);
        let first = cells.first().copied().unwrap_or_default();
        let date = dates::day(first, None).ok_or_else(|| trouble(TroubleCode::NotADate, first))?;
        let within = self.range.is_none_or(|(from, to)| from <= date && date <= to);
        if !within || self.days.insert(date, ()).is_some() {
            return Err(trouble(TroubleCode::Contradiction, first));
        }
        self.last = (self.last.0.max(Some(date)), row.line);
        let mut figures = Vec::new();
        for ((name, metric), cell) in self.columns.iter().zip(cells.iter().skip(1)) {
            let Some(metric) = metric else { continue };
            let value = numbers::count(cell)
                .map_err(|_| Trouble::new(TroubleCode::NotANumber).line(row.line).field(name).with("value", cell))?;
            figures.extend(value.map(|value| (*metric, value)));
        }
        self.empty += u64::from(figures.is_empty());
        Ok(Line::Day(Day { date, figures }))
    }

    fn begin_ranked(&mut self, cells: &[&str]) -> Result<Line, Trouble> {
        let title = fold(self.columns.first().map_or("", |(name, _)| name));
        let measured = cells.iter().position(|cell| fold(cell) == title);
        self.measured = (measured, cells.iter().filter(|cell| !cell.is_empty()).count());
        self.ranked.push((self.title.clone(), Ranked::default()));
        self.place = Place::Ranked;
        Ok(Line::Other)
    }

    /// One of the best; the sentence under the list has no address in front.
    fn best(&mut self, cells: &[&str], row: &Row) -> Result<Line, Trouble> {
        let first = cells.first().copied().unwrap_or_default();
        if !first.contains("://") {
            return Ok(Line::Other);
        }
        let (measured, width) = self.measured;
        if !row.ended || row.cells.len() < width {
            return Err(Trouble::new(TroubleCode::Truncated).line(row.line));
        }
        let cell = measured.and_then(|at| cells.get(at)).copied().unwrap_or_default();
        let value = numbers::count(cell)
            .map_err(|_| Trouble::new(TroubleCode::NotANumber).line(row.line).with("value", cell))?;
        if let Some((_, ranked)) = self.ranked.last_mut() {
            ranked.lines += 1;
            ranked.sum += value.unwrap_or(0.0);
            ranked.links.insert(first.trim_end_matches('/').to_owned());
        }
        Ok(Line::Ranked)
    }

    /// The period and the metrics, once the days have begun.
    pub fn begun(self) -> Option<((Date, Date), Vec<String>)> {
        let range = self.range?;
        let titles: Vec<String> = self.columns.into_iter().map(|(name, _)| name).collect();
        (!titles.is_empty()).then_some((range, titles))
    }

    /// What the whole file told. Pinterest lists every day of the period: one that lacks at the end was cut.
    pub fn finish(self) -> Result<Overview, Refusal> {
        let Some(range) = self.range else { return Err(Trouble::new(TroubleCode::Empty).into()) };
        if self.last.0 != Some(range.1) {
            return Err(Trouble::new(TroubleCode::Truncated).line(self.last.1).into());
        }
        let (known, unknown): (Vec<_>, Vec<_>) = self.columns.into_iter().partition(|(_, metric)| metric.is_some());
        let names = |columns: Vec<(String, Option<Metric>)>| columns.into_iter().map(|(name, _)| name).collect();
        Ok(Overview { range, titles: names(known), left_out: names(unknown), empty: self.empty, ranked: self.ranked })
    }
}

/// The period: `2026-04-29 - 2026-05-29`.
fn range(cells: &[&str]) -> Option<(Date, Date)> {
    let [period] = cells.iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().as_slice().try_into().ok()?;
    let (from, to) = period.split_once(" - ").or_else(|| period.split_once(" – "))?;
    let (from, to) = (dates::day(from, None)?, dates::day(to, None)?);
    (from <= to).then_some((from, to))
}
