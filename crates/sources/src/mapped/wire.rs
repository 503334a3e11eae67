//! A mapping bound to the columns of one file, and one row read through it.

use super::when::{Moment, When};
use crate::dates::Order;
use crate::mapping::{ColumnIs, Mapping, Role};
use crate::numbers::{self, NotId};
use crate::table::batch::Cells;
use crate::table::columns::fold;
use crate::trouble::{Trouble, TroubleCode};
use jiff::tz::TimeZone;
use model::{ContentType, FactKind, Metric};
use std::ops::Range;

/// A mapping and where its columns stand.
pub struct Bound<'m> {
    pub(super) mapping: &'m Mapping,
    places: Vec<(usize, &'m ColumnIs)>,
    /// Where the figures stand.
    figures: Vec<(usize, Metric)>,
    pub(super) at: Option<(usize, &'m ColumnIs)>,
    content_type: Option<(usize, &'m ColumnIs)>,
    kind: Option<(usize, &'m ColumnIs)>,
    words: Words,
    /// Whether digits may mean that there is no figure.
    odd_digits: bool,
}

/// Where the words of a row stand.
struct Words {
    id: Option<usize>,
    text: Option<usize>,
    url: Option<usize>,
    person: Option<usize>,
    post: Option<usize>,
    reply_to: Option<usize>,
}

/// What is understood of one row, its words apart.
#[derive(Debug, Clone)]
pub struct Understood {
    pub when: When,
    pub content_type: ContentType,
    pub kind: Option<FactKind>,
    /// What stands for an id when the file gives none.
    hash: Option<[u8; 16]>,
    /// Which of the figures gathered are its own.
    figures: Range<usize>,
}

/// One row.
#[derive(Debug)]
pub struct Record<'r> {
    pub line: u64,
    pub key: Key<'r>,
    pub when: When,
    pub text: Option<&'r str>,
    pub url: Option<&'r str>,
    pub content_type: ContentType,
    pub person: Option<&'r str>,
    pub kind: Option<FactKind>,
    pub post: Option<&'r str>,
    pub reply_to: Option<&'r str>,
    pub figures: &'r [(Metric, f64)],
}

/// What makes a row this one and no other.
#[derive(Debug, Clone, Copy)]
pub enum Key<'r> {
    /// The id the file gives.
    Id(&'r str),
    /// The file gives none: what the row holds.
    Hash([u8; 16]),
}

impl<'m> Bound<'m> {
    /// Finds every column of the mapping among the headers.
    pub fn new(mapping: &'m Mapping, headers: &[String], header_line: u64) -> Result<Self, Trouble> {
        let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
        let mut places = Vec::new();
        for column in &mapping.columns {
            let wanted = fold(&column.header);
            let mut found = folded.iter().enumerate().filter(|(_, header)| **header == wanted).map(|(place, _)| place);
            let trouble = |code| Trouble::new(code).line(header_line).field(&column.header);
            let place = found
                .next()
                .ok_or_else(|| trouble(TroubleCode::MissingColumn).with("headers", &headers.join(" · ")))?;
            if found.next().is_some() {
                return Err(trouble(TroubleCode::DuplicateColumn));
            }
            places.push((place, column));
        }
        let figure = |(place, column): &(usize, &ColumnIs)| match column.is {
            Role::Figure(metric) => Some((*place, metric)),
            _ => None,
        };
        let figures = places.iter().filter_map(figure).collect();
        let of = |role| places.iter().copied().find(|(_, column)| column.is == role);
        let place = |role| of(role).map(|(place, _)| place);
        let words = Words {
            id: place(Role::Id),
            text: place(Role::Text),
            url: place(Role::Url),
            person: place(Role::Person),
            post: place(Role::Post),
            reply_to: place(Role::ReplyTo),
        };
        let (at, content_type, kind) = (of(Role::At), of(Role::ContentType), of(Role::Kind));
        let odd_digits = mapping.table.empty.iter().any(|word| numbers::few_digits(word.as_bytes()).is_some());
        Ok(Self { mapping, figures, at, content_type, kind, words, odd_digits, places })
    }

    /// The order of day and month that the mapping says.
    pub fn told_order(&self) -> Option<Order> {
        match self.at.and_then(|(_, column)| column.format.as_deref()) {
            Some("day-first") => Some(Order::DayFirst),
            Some("month-first") => Some(Order::MonthFirst),
            _ => None,
        }
    }

    /// The column of dates, where the file must say in which order day and month stand.
    pub fn open_order(&self) -> Option<&str> {
        let (_, column) = self.at.filter(|(_, column)| matches!(column.format.as_deref(), None | Some("auto")))?;
        Some(&column.header)
    }

    /// The cell of that role, `None` without column or without content.
    pub fn cell<'r>(&self, row: Cells<'r>, role: Role) -> Option<&'r str> {
        let (place, _) = self.places.iter().find(|(_, column)| column.is == role)?;
        self.cell_at(row, *place)
    }

    /// The cell of that column.
    #[inline]
    pub(super) fn cell_at<'r>(&self, row: Cells<'r>, place: usize) -> Option<&'r str> {
        row.get(place).map(trimmed).filter(|cell| !self.is_nothing(cell))
    }

    /// The cell of the date.
    pub fn date_cell<'r>(&self, row: Cells<'r>) -> Option<&'r str> {
        self.at.and_then(|(place, _)| self.cell_at(row, place))
    }

    #[inline]
    fn is_nothing(&self, cell: &str) -> bool {
        cell.is_empty() || self.mapping.table.empty.iter().any(|word| word == cell)
    }

    /// What is wrong with the cell of that role.
    pub(super) fn trouble(&self, code: TroubleCode, row: Cells<'_>, role: Role) -> Trouble {
        let trouble = Trouble::new(code).line(row.line);
        let column = self.mapping.column(role);
        let trouble = column.map_or(trouble.clone(), |column| trouble.field(&column.header));
        match self.cell(row, role) {
            Some(cell) => trouble.with("value", cell),
            None => trouble,
        }
    }

    /// The cell, translated by the column's own words.
    fn word<'a>(&'a self, row: Cells<'a>, column: Option<(usize, &'a ColumnIs)>) -> Option<&'a str> {
        let (place, column) = column?;
        let cell = self.cell_at(row, place)?;
        Some(column.values.get(cell).map_or(cell, String::as_str))
    }

    /// Understands one row, whose date may be known already; its figures join those gathered.
    pub fn understand(
        &self,
        row: Cells<'_>,
        plain: Option<Moment>,
        order: Option<Order>,
        zone: &TimeZone,
        gathered: &mut Vec<(Metric, f64)>,
    ) -> Result<Understood, Trouble> {
        let has_id = match self.words.id.and_then(|place| self.cell_at(row, place)).map(numbers::id) {
            Some(Ok(_)) => true,
            Some(Err(NotId::Rounded)) => return Err(self.trouble(TroubleCode::RoundedId, row, Role::Id)),
            Some(Err(NotId::Empty)) => false,
            None if self.words.id.is_some() => {
                return Err(self.trouble(TroubleCode::EmptyValue, row, Role::Id));
            }
            None => false,
        };
        let when = self.when(row, plain, order, zone)?;
        let content_type = self.content_type(row)?;
        let kind = self.kind(row)?;
        let from = gathered.len();
        for (place, metric) in &self.figures {
            let digits = row.bytes(*place).filter(|_| !self.odd_digits).and_then(numbers::few_digits);
            if let Some(value) = digits {
                gathered.push((*metric, f64::from(value)));
                continue;
            }
            let Some(cell) = self.cell_at(row, *place) else { continue };
            let role = Role::Figure(*metric);
            let value = numbers::count(cell).map_err(|_| self.trouble(TroubleCode::NotANumber, row, role))?;
            gathered.extend(value.map(|value| (*metric, value)));
        }
        let hash = (!has_id).then(|| hash(row));
        Ok(Understood { when, content_type, kind, hash, figures: from..gathered.len() })
    }

    /// One row with its words.
    pub fn record<'r>(&'r self, row: Cells<'r>, understood: &Understood, gathered: &'r [(Metric, f64)]) -> Record<'r> {
        let own = |place: Option<usize>| place.and_then(|place| self.cell_at(row, place));
        Record {
            line: row.line,
            key: understood.hash.map_or_else(|| Key::Id(own(self.words.id).unwrap_or_default()), Key::Hash),
            when: understood.when,
            text: own(self.words.text),
            url: own(self.words.url),
            content_type: understood.content_type,
            person: own(self.words.person).or(self.mapping.constants.person.as_deref()),
            kind: understood.kind,
            post: own(self.words.post),
            reply_to: own(self.words.reply_to),
            figures: gathered.get(understood.figures.clone()).unwrap_or_default(),
        }
    }

    fn content_type(&self, row: Cells<'_>) -> Result<ContentType, Trouble> {
        let constant = self.mapping.constants.content_type.unwrap_or(ContentType::Unknown);
        let Some(word) = self.word(row, self.content_type) else { return Ok(constant) };
        let known = word.parse().ok().or_else(|| content_type_of(&fold(word)));
        known.ok_or_else(|| self.trouble(TroubleCode::BadLine, row, Role::ContentType))
    }

    fn kind(&self, row: Cells<'_>) -> Result<Option<FactKind>, Trouble> {
        let Some(word) = self.word(row, self.kind) else { return Ok(self.mapping.constants.kind) };
        word.parse().map(Some).map_err(|_| self.trouble(TroubleCode::BadLine, row, Role::Kind))
    }
}

/// A cell without the spaces around it; most have none, and begin and end with what is plainly no space.
#[inline]
fn trimmed(cell: &str) -> &str {
    match cell.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => cell,
        _ => cell.trim(),
    }
}

/// The words of the services and of both languages for content types.
fn content_type_of(folded: &str) -> Option<ContentType> {
    Some(match folded {
        "photos" | "image" | "images" => ContentType::Photo,
        "text" | "texte" | "statut" => ContentType::Status,
        "links" | "lien" | "liens" => ContentType::Link,
        "videos" => ContentType::Video,
        "reels" => ContentType::Reel,
        "carrousel" | "album" => ContentType::Carousel,
        "stories" => ContentType::Story,
        "sondage" => ContentType::Poll,
        "billet" => ContentType::Article,
        "evenement" => ContentType::Event,
        other => other.parse().ok()?,
    })
}

fn hash(row: Cells<'_>) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    for cell in row.iter() {
        hasher.update(&u64::try_from(cell.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(cell.as_bytes());
    }
    let mut hash = [0; 16];
    hasher.finalize_xof().fill(&mut hash);
    hash
}
