//! A mapping bound to the columns of one file, and one row read through it.

use crate::contract::Note;
use crate::dates::{self, Order, OrderClues};
use crate::mapping::{ColumnIs, Mapping, Role, WeekdayOne};
use crate::numbers::{self, NotId};
use crate::table::{Row, columns::fold};
use crate::trouble::{Trouble, TroubleCode};
use jiff::civil::{Date, Time, Weekday};
use jiff::fmt::strtime;
use jiff::tz::TimeZone;
use model::{ContentType, FactKind, Metric, Millis, Precision, ZoneRule};

/// A mapping and where its columns stand.
pub struct Bound<'m> {
    mapping: &'m Mapping,
    places: Vec<(usize, &'m ColumnIs)>,
    order: Option<Order>,
    /// The order was told from the file and should be said.
    inferred: bool,
    zone_needed: std::cell::Cell<bool>,
}

/// When a row is of.
#[derive(Debug, Clone, Copy)]
pub struct When {
    pub at: Millis,
    pub date: Date,
    pub precision: Precision,
    pub zone_rule: ZoneRule,
}

/// One row.
#[derive(Debug)]
pub struct Record {
    pub line: u64,
    /// The id the file gives.
    pub id: Option<String>,
    /// What stands for an id when the file gives none.
    pub hash: [u8; 16],
    pub when: When,
    pub text: Option<String>,
    pub url: Option<String>,
    pub content_type: ContentType,
    pub person: Option<String>,
    pub kind: Option<FactKind>,
    pub post: Option<String>,
    pub reply_to: Option<String>,
    pub figures: Vec<(Metric, f64)>,
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
        let order = match mapping.column(Role::At).and_then(|column| column.format.as_deref()) {
            Some("day-first") => Some(Order::DayFirst),
            Some("month-first") => Some(Order::MonthFirst),
            _ => None,
        };
        Ok(Self { mapping, places, order, inferred: false, zone_needed: std::cell::Cell::new(false) })
    }

    /// Whether the file must say in which order day and month stand.
    pub fn order_is_open(&self) -> bool {
        let format = self.mapping.column(Role::At).map(|column| column.format.as_deref());
        matches!(format, Some(None | Some("auto")))
    }

    /// Settles that order from the whole file.
    pub fn settle_order(&mut self, clues: OrderClues) -> Result<(), Trouble> {
        let field = self.mapping.column(Role::At).map_or("", |column| column.header.as_str());
        self.order = clues.order().map_err(|trouble| trouble.field(field))?;
        if self.order.is_none() && clues.needed() {
            return Err(Trouble::new(TroubleCode::AmbiguousDates).field(field));
        }
        self.inferred = clues.needed();
        Ok(())
    }

    /// What was settled.
    pub fn order_note(&self) -> Option<Note> {
        let code = match self.order.filter(|_| self.inferred)? {
            Order::DayFirst => "dates-day-first",
            Order::MonthFirst => "dates-month-first",
        };
        Some(Note::new(code, []))
    }

    /// Whether any row told a local time without zone.
    pub const fn zone_was_needed(&self) -> bool {
        self.zone_needed.get()
    }

    /// The cell of that role, `None` without column or without content.
    pub fn cell<'r>(&self, row: &'r Row, role: Role) -> Option<&'r str> {
        let (place, _) = self.places.iter().find(|(_, column)| column.is == role)?;
        row.cells.get(*place).map(|cell| cell.trim()).filter(|cell| !self.is_nothing(cell))
    }

    fn is_nothing(&self, cell: &str) -> bool {
        cell.is_empty() || self.mapping.table.empty.iter().any(|word| word == cell)
    }

    fn trouble(&self, code: TroubleCode, row: &Row, role: Role) -> Trouble {
        let trouble = Trouble::new(code).line(row.line);
        let column = self.mapping.column(role);
        let trouble = column.map_or(trouble.clone(), |column| trouble.field(&column.header));
        match self.cell(row, role) {
            Some(cell) => trouble.with("value", cell),
            None => trouble,
        }
    }

    /// The cell, translated by the column's own words.
    fn word<'a>(&'a self, row: &'a Row, role: Role) -> Option<&'a str> {
        let cell = self.cell(row, role)?;
        let values = self.mapping.column(role).map(|column| &column.values)?;
        Some(values.get(cell).map_or(cell, String::as_str))
    }

    /// One row.
    pub fn record(&self, row: &Row, zone: &TimeZone) -> Result<Record, Trouble> {
        let id = match self.cell(row, Role::Id).map(numbers::id) {
            Some(Ok(id)) => Some(id.to_owned()),
            Some(Err(NotId::Rounded)) => return Err(self.trouble(TroubleCode::RoundedId, row, Role::Id)),
            Some(Err(NotId::Empty)) => None,
            None if self.mapping.column(Role::Id).is_some() => {
                return Err(self.trouble(TroubleCode::EmptyValue, row, Role::Id));
            }
            None => None,
        };
        let own = |role| self.cell(row, role).map(str::to_owned);
        Ok(Record {
            line: row.line,
            id,
            hash: hash(row),
            when: self.when(row, zone)?,
            text: own(Role::Text),
            url: own(Role::Url),
            content_type: self.content_type(row)?,
            person: own(Role::Person).or_else(|| self.mapping.constants.person.clone()),
            kind: self.kind(row)?,
            post: own(Role::Post),
            reply_to: own(Role::ReplyTo),
            figures: self.figures(row)?,
        })
    }

    fn figures(&self, row: &Row) -> Result<Vec<(Metric, f64)>, Trouble> {
        let mut figures = Vec::new();
        for (_, column) in &self.places {
            let Role::Figure(metric) = column.is else { continue };
            let Some(cell) = self.cell(row, column.is) else { continue };
            let value = numbers::count(cell).map_err(|_| self.trouble(TroubleCode::NotANumber, row, column.is))?;
            figures.extend(value.map(|value| (metric, value)));
        }
        Ok(figures)
    }

    fn content_type(&self, row: &Row) -> Result<ContentType, Trouble> {
        let constant = self.mapping.constants.content_type.unwrap_or(ContentType::Unknown);
        let Some(word) = self.word(row, Role::ContentType) else { return Ok(constant) };
        let known = word.parse().ok().or_else(|| content_type_of(&fold(word)));
        known.ok_or_else(|| self.trouble(TroubleCode::BadLine, row, Role::ContentType))
    }

    fn kind(&self, row: &Row) -> Result<Option<FactKind>, Trouble> {
        let Some(word) = self.word(row, Role::Kind) else { return Ok(self.mapping.constants.kind) };
        word.parse().map(Some).map_err(|_| self.trouble(TroubleCode::BadLine, row, Role::Kind))
    }

    fn when(&self, row: &Row, zone: &TimeZone) -> Result<When, Trouble> {
        let Some(column) = self.mapping.column(Role::At) else { return self.when_of_parts(row, zone) };
        let cell = self.cell(row, Role::At).ok_or_else(|| self.trouble(TroubleCode::EmptyValue, row, Role::At))?;
        let parsed = match column.format.as_deref() {
            None | Some("auto" | "day-first" | "month-first") => match dates::instant(cell) {
                Some(at) => told(at, zone),
                None => dates::moment(cell, self.order).and_then(|(date, time)| local(date, time, zone)),
            },
            Some(pattern) => by_pattern(pattern, cell, zone),
        };
        let when = parsed.ok_or_else(|| self.trouble(TroubleCode::NotADate, row, Role::At))?;
        if when.zone_rule == ZoneRule::Assumed {
            self.zone_needed.set(true);
        }
        Ok(when)
    }

    /// Month, weekday and hour without day: the first such weekday of that month, at that hour.
    fn when_of_parts(&self, row: &Row, zone: &TimeZone) -> Result<When, Trouble> {
        let number = |role| -> Result<Option<i8>, Trouble> {
            let Some(cell) = self.cell(row, role) else { return Ok(None) };
            cell.parse().map(Some).map_err(|_| self.trouble(TroubleCode::NotADate, row, role))
        };
        let need = |role| self.trouble(TroubleCode::EmptyValue, row, role);
        let year = match self.cell(row, Role::Year) {
            Some(cell) => cell.parse().ok(),
            None => self.mapping.constants.year,
        };
        let year = year.ok_or_else(|| need(Role::Year))?;
        let month = match self.cell(row, Role::Month).and_then(dates::month_of) {
            Some(month) => month,
            None => number(Role::Month)?.ok_or_else(|| need(Role::Month))?,
        };
        let weekday = match self.cell(row, Role::Weekday).and_then(dates::weekday_of) {
            Some(weekday) => Some(weekday),
            None => self.weekday(number(Role::Weekday)?.ok_or_else(|| need(Role::Weekday))?),
        };
        let weekday = weekday.ok_or_else(|| self.trouble(TroubleCode::NotADate, row, Role::Weekday))?;
        let hour = number(Role::Hour)?.ok_or_else(|| need(Role::Hour))?;
        let time = Time::new(hour, 0, 0, 0).map_err(|_| self.trouble(TroubleCode::NotADate, row, Role::Hour))?;
        let date = Date::new(year, month, 1).and_then(|first| first.nth_weekday_of_month(1, weekday));
        let date = date.map_err(|_| self.trouble(TroubleCode::NotADate, row, Role::Month))?;
        let at = dates::at(date, time, zone).ok_or_else(|| need(Role::Hour))?;
        self.zone_needed.set(true);
        Ok(When { at, date, precision: Precision::MonthWeekdayHour, zone_rule: ZoneRule::Assumed })
    }

    fn weekday(&self, number: i8) -> Option<Weekday> {
        match self.mapping.weekday_one? {
            WeekdayOne::Sunday => Weekday::from_sunday_one_offset(number).ok(),
            WeekdayOne::Monday => Weekday::from_monday_one_offset(number).ok(),
        }
    }
}

fn told(at: Millis, zone: &TimeZone) -> Option<When> {
    let timestamp = jiff::Timestamp::from_millisecond(at.0).ok()?;
    let date = timestamp.to_zoned(zone.clone()).date();
    Some(When { at, date, precision: Precision::Exact, zone_rule: ZoneRule::Told })
}

fn local(date: Date, time: Option<Time>, zone: &TimeZone) -> Option<When> {
    let (at, precision) = match time {
        Some(time) => (dates::at(date, time, zone)?, Precision::Exact),
        None => (dates::noon(date, zone)?, Precision::Day),
    };
    Some(When { at, date, precision, zone_rule: ZoneRule::Assumed })
}

fn by_pattern(pattern: &str, cell: &str, zone: &TimeZone) -> Option<When> {
    let parsed = strtime::parse(pattern, cell).ok()?;
    if let Ok(timestamp) = parsed.to_timestamp() {
        return told(Millis(timestamp.as_millisecond()), zone);
    }
    local(parsed.to_date().ok()?, parsed.to_time().ok(), zone)
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

fn hash(row: &Row) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    for cell in &row.cells {
        hasher.update(&u64::try_from(cell.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(cell.as_bytes());
    }
    let mut hash = [0; 16];
    hasher.finalize_xof().fill(&mut hash);
    hash
}
