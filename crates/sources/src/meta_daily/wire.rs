//! The blocks of Meta's daily files: a title, a line of headers, then a day and a value on each line.
//!
//! Blocks follow each other after a blank line. The blocks of `Audience.csv` are `meta_audience`'s.

use crate::table::{Row, columns::fold, dialect};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::{dates, numbers};
use jiff::civil::Date;
use model::{Metric, Network};
use std::collections::BTreeSet;

/// Words of a title that name a metric, longest first; what is left of the title once the network is taken out.
const METRICS: &[(&str, Metric)] = &[
    ("reach", Metric::Reach),
    ("page reach", Metric::Reach),
    ("couverture", Metric::Reach),
    ("couverture de la page", Metric::Reach),
    ("follows", Metric::Gains),
    ("new follows", Metric::Gains),
    ("new followers", Metric::Gains),
    ("new likes and follows", Metric::Gains),
    ("nouveaux followers", Metric::Gains),
    ("nouveaux abonnes", Metric::Gains),
    ("abonnements", Metric::Gains),
    ("nouveaux abonnements", Metric::Gains),
    ("visits", Metric::ProfileViews),
    ("page visits", Metric::ProfileViews),
    ("page and profile visits", Metric::ProfileViews),
    ("profile visits", Metric::ProfileViews),
    ("visites", Metric::ProfileViews),
    ("visites de la page", Metric::ProfileViews),
    ("visites du profil", Metric::ProfileViews),
    ("views", Metric::Impressions),
    ("vues", Metric::Impressions),
    ("interactions", Metric::Engagements),
    ("content interactions", Metric::Engagements),
    ("interactions avec le contenu", Metric::Engagements),
    ("link clicks", Metric::LinkClicks),
    ("clics sur un lien", Metric::LinkClicks),
    ("clics sur le lien", Metric::LinkClicks),
    ("clics sur les liens", Metric::LinkClicks),
    ("clics sur des liens", Metric::LinkClicks),
    ("followers", Metric::Followers),
    ("abonnes", Metric::Followers),
];

/// First headers of the block of `Audience.csv` that holds one number of followers: no series.
const LEVEL_HEADERS: &[&str] = &["fb page", "ig account"];

/// One block.
#[derive(Debug, Clone)]
pub struct Block {
    /// The title, as written.
    pub title: String,
    /// What it counts, when that is known.
    pub metric: Option<Metric>,
    /// The network named in the title.
    pub network: Option<Network>,
    /// Whether it is a series of days.
    pub daily: bool,
    /// Days and values; days without a value are not there.
    pub days: Vec<(Date, f64)>,
}

/// What a line was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A value.
    Value,
    /// A title, a header, a blank line, or a line of a block that is not kept.
    Other,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Place {
    #[default]
    Between,
    AfterTitle,
    InDays,
    InOther,
}

/// Reads the lines of a file one by one.
#[derive(Debug, Default)]
pub struct Reader {
    blocks: Vec<Block>,
    place: Place,
    seen: BTreeSet<Date>,
    rows: usize,
    title_line: u64,
}

impl Reader {
    /// Takes the next line.
    pub fn take(&mut self, row: &Row) -> Result<Line, Trouble> {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).collect();
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        if filled == 0 {
            self.place = Place::Between;
            return Ok(Line::Other);
        }
        if dialect::requoted_cells(&row.cells, ',') > 1 && self.place != Place::Between {
            return Err(Trouble::new(TroubleCode::Requoted).line(row.line));
        }
        let first = cells.first().copied().unwrap_or_default();
        match self.place {
            Place::Between => {
                self.start(first, row.line);
                Ok(Line::Other)
            }
            Place::AfterTitle => {
                self.header(&cells, row)?;
                Ok(Line::Other)
            }
            Place::InDays => self.day(first, &cells, filled, row),
            Place::InOther => Ok(Line::Other),
        }
    }

    fn start(&mut self, title: &str, line: u64) {
        let folded = fold(title);
        let network = [("facebook", Network::Facebook), ("instagram", Network::Instagram)]
            .into_iter()
            .find(|(name, _)| folded.contains(name));
        let bare = network.map_or(folded.clone(), |(name, _)| folded.replace(name, " "));
        let bare = fold(&bare);
        let bare = bare.trim_end_matches(" sur").trim_end_matches(" on").trim();
        let metric = METRICS.iter().find(|(name, _)| *name == bare).map(|(_, metric)| *metric);
        self.blocks.push(Block {
            title: title.to_owned(),
            metric,
            network: network.map(|(_, network)| network),
            daily: false,
            days: Vec::new(),
        });
        self.seen.clear();
        self.title_line = line;
        self.place = Place::AfterTitle;
    }

    fn header(&mut self, cells: &[&str], row: &Row) -> Result<(), Trouble> {
        let first = fold(cells.first().copied().unwrap_or_default());
        let Some(block) = self.blocks.last_mut() else { return Ok(()) };
        if first == "date" {
            block.daily = true;
            self.place = Place::InDays;
            let values = cells.get(1).is_some_and(|cell| !cell.is_empty());
            if !values {
                self.place = Place::InOther;
                return Err(missing("Primary", cells, row));
            }
        } else if LEVEL_HEADERS.contains(&first.as_str()) {
            block.metric = None;
            self.place = Place::InOther;
        } else {
            self.place = Place::InOther;
            // A series needs its column of days; what else has a title is a block of `Audience.csv`.
            if matches!(first.as_str(), "primary" | "principal" | "valeur" | "value") && cells.len() < 3 {
                return Err(missing("Date", cells, row));
            }
        }
        Ok(())
    }

    fn day(&mut self, first: &str, cells: &[&str], filled: usize, row: &Row) -> Result<Line, Trouble> {
        let trouble = |code| Trouble::new(code).line(row.line);
        if row.cells.len() < 2 || (filled < 2 && !row.ended) {
            let code = if row.ended { TroubleCode::CellCount } else { TroubleCode::Truncated };
            return Err(trouble(code).with("cells", &row.cells.len().to_string()).with("headers", "2"));
        }
        let date = dates::day(first, None)
            .filter(|_| first.len() >= 10)
            .ok_or_else(|| trouble(TroubleCode::NotADate).field("Date").with("value", first))?;
        let cell = cells.get(1).copied().unwrap_or_default();
        let value =
            numbers::count(cell).map_err(|_| trouble(TroubleCode::NotANumber).field("Primary").with("value", cell))?;
        if !self.seen.insert(date) {
            return Err(trouble(TroubleCode::Contradiction).field("Date").with("value", first));
        }
        self.rows += 1;
        if let (Some(block), Some(value)) = (self.blocks.last_mut(), value) {
            block.days.push((date, value));
        }
        Ok(Line::Value)
    }

    /// How many values were read.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The blocks that have their headers, for recognition; where the file told its separator, as Meta's do, a
    /// known title is enough.
    pub fn started(mut self, separator_told: bool) -> Vec<Block> {
        self.blocks.retain(|block| {
            let known = block.metric.is_some() && separator_told;
            block.daily || known
        });
        self.blocks
    }

    /// The blocks of a whole file. A title with nothing under it at the end was cut.
    pub fn finish(self) -> Result<Vec<Block>, Refusal> {
        if self.place == Place::AfterTitle {
            return Err(Trouble::new(TroubleCode::Truncated).line(self.title_line).into());
        }
        Ok(self.blocks)
    }
}

fn missing(column: &str, cells: &[&str], row: &Row) -> Trouble {
    Trouble::new(TroubleCode::MissingColumn).line(row.line).field(column).with("headers", &cells.join(" · "))
}
