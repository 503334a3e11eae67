//! The blocks of `Audience.csv`: a title, a line of headers, lines. One block of the older files holds a number of
//! followers; all others hold shares by age, town or country.

use crate::dates::{self, Order};
use crate::numbers;
use crate::table::{Row, columns::fold, dialect};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::Network;

/// What is left of a title once the network is taken out, for blocks of shares.
const SHARES: &[&str] = &[
    "age & gender",
    "age and gender",
    "followers by gender and age",
    "followers by age and gender",
    "top cities",
    "top towns/cities",
    "top countries",
    "followers by top cities",
    "followers by top countries",
    "age et genre",
    "age et sexe",
    "principales villes",
    "principaux pays",
    "followers par age et genre",
    "followers par principales villes",
    "followers par principaux pays",
];

/// The titles of the number of followers.
const FOLLOWERS: &[&str] = &["followers", "abonnes"];

/// First headers of the block that holds a number of followers.
const LEVEL_HEADERS: &[&str] = &["fb page", "ig account"];

/// What a block holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Holds {
    /// Nothing known: another title.
    Unknown,
    /// Shares of people.
    Shares,
    /// A number of followers; missing where Meta gives none.
    Followers(Option<f64>),
}

/// One block.
#[derive(Debug, Clone)]
pub struct Block {
    /// The title, as written.
    pub title: String,
    /// The network named in the title.
    pub network: Option<Network>,
    /// What it holds.
    pub holds: Holds,
}

impl Block {
    /// Whether it is one of `Audience.csv`.
    pub fn is_known(&self) -> bool {
        self.holds != Holds::Unknown
    }
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Place {
    #[default]
    Between,
    AfterTitle,
    BeforeLevel,
    Inside,
}

/// Reads the lines of a file one by one.
#[derive(Debug, Default)]
pub struct Reader {
    blocks: Vec<Block>,
    place: Place,
    title_line: u64,
    /// Of the block under way.
    headers: Vec<String>,
}

impl Reader {
    /// Takes the next line; whether it holds a value.
    pub fn take(&mut self, row: &Row) -> Result<bool, Trouble> {
        if row.is_blank() {
            self.place = Place::Between;
            return Ok(false);
        }
        if dialect::requoted_cells(&row.cells, ',') > 2 && self.place == Place::AfterTitle {
            return Err(Trouble::new(TroubleCode::Requoted).line(row.line));
        }
        let first = row.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).unwrap_or_default();
        match self.place {
            Place::Between => {
                self.start(first, row.line);
                Ok(false)
            }
            Place::AfterTitle => {
                self.header(first);
                self.headers.clone_from(&row.cells);
                Ok(false)
            }
            Place::BeforeLevel => {
                self.place = Place::Inside;
                // A number without a line end may have lost its last digits.
                if !row.ended {
                    return Err(Trouble::new(TroubleCode::Truncated).line(row.line));
                }
                let value = numbers::count(first)
                    .map_err(|_| Trouble::new(TroubleCode::NotANumber).line(row.line).with("value", first))?;
                if let Some(block) = self.blocks.last_mut() {
                    block.holds = Holds::Followers(value);
                }
                Ok(true)
            }
            Place::Inside => {
                self.share(row)?;
                Ok(true)
            }
        }
    }

    /// Shares are not kept, but one that a spreadsheet made a date says that the file is no longer Meta's. A town may
    /// stand in several cells: the last one is the share.
    fn share(&self, row: &Row) -> Result<(), Trouble> {
        if self.blocks.last().is_none_or(|block| block.holds != Holds::Shares) {
            return Ok(());
        }
        let mut filled = row.cells.iter().skip(1).map(|cell| cell.trim()).enumerate().filter(|cell| !cell.1.is_empty());
        let damaged = |(_, cell): &(usize, &str)| is_date(cell);
        let last = filled.clone().next_back().filter(|(_, cell)| numbers::number(cell.trim_end_matches('%')).is_err());
        let Some((place, cell)) = filled.find(damaged).or(last) else { return Ok(()) };
        let trouble = Trouble::new(TroubleCode::NotANumber).line(row.line).with("value", cell);
        Err(match self.headers.get(place + 1).map(|header| header.trim()).filter(|header| !header.is_empty()) {
            Some(header) => trouble.field(header),
            None => trouble,
        })
    }

    fn start(&mut self, title: &str, line: u64) {
        let folded = fold(title);
        let network = [("facebook", Network::Facebook), ("instagram", Network::Instagram)]
            .into_iter()
            .find(|(name, _)| folded.contains(name));
        let bare = network.map_or_else(|| folded.clone(), |(name, _)| fold(&folded.replace(name, " ")));
        let bare = bare.trim_end_matches(" sur").trim_end_matches(" on").trim();
        let holds = if SHARES.contains(&bare) { Holds::Shares } else { Holds::Unknown };
        let network = network.map(|(_, network)| network);
        self.blocks.push(Block { title: title.to_owned(), network, holds });
        self.title_line = line;
        self.place = Place::AfterTitle;
    }

    fn header(&mut self, first: &str) {
        self.place = Place::Inside;
        let Some(block) = self.blocks.last_mut() else { return };
        let named = fold(&block.title);
        let followers = FOLLOWERS.iter().any(|title| named.contains(title));
        if followers && LEVEL_HEADERS.contains(&fold(first).as_str()) {
            block.holds = Holds::Followers(None);
            self.place = Place::BeforeLevel;
        }
    }

    /// The blocks met so far, for recognition.
    pub fn started(self) -> Vec<Block> {
        self.blocks
    }

    /// The blocks of a whole file. A title with nothing under it at the end was cut.
    pub fn finish(self) -> Result<Vec<Block>, Refusal> {
        if matches!(self.place, Place::AfterTitle | Place::BeforeLevel) {
            return Err(Trouble::new(TroubleCode::Truncated).line(self.title_line).into());
        }
        Ok(self.blocks)
    }
}

/// Whether a spreadsheet has made a date of a share: `3-Apr`, `avr. 03`, `03/04/2026`.
fn is_date(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let named = match parts.as_slice() {
        [one, two] => [(one, two), (two, one)]
            .into_iter()
            .any(|(day, month)| day.parse::<u8>().is_ok() && dates::month_of(month).is_some()),
        _ => false,
    };
    named || dates::day(cell, Some(Order::DayFirst)).is_some() || dates::day(cell, Some(Order::MonthFirst)).is_some()
}
