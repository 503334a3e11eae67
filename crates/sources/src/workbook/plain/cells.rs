//! The rows of a sheet and their cells.

use super::asked::{Asked, Kind};
use super::markup::{Markup, begins_plainly, decode};
use super::notation::{COLUMNS, ROWS, column, corner, is_decimal, number};
use super::texts::Texts;
use super::window::Window;
use super::{Stop, Take};
use crate::workbook::cell::push_text;
use calamine::{CellErrorType, DataRef, ExcelDateTime, ExcelDateTimeType};
use memchr::memmem::Finder;
use quick_xml::Reader;
use quick_xml::events::Event;

/// Reads the sheet to the end of its rows; counts in `met` the cells of the rows that are given whole.
pub(super) fn read(
    asked: &Asked,
    texts: &Texts,
    window: &mut Window,
    met: &mut u64,
    out: &mut impl Take,
) -> Result<(), Stop> {
    let begun = window.until(&Finder::new("<sheetData>"))?;
    head(window.rest().get(..begun).unwrap_or_default())?;
    window.advance(begun);
    let (tag_end, row_end) = (Finder::new(">"), Finder::new("</row>"));
    // The number of the last row read, from one: rows that are left out count.
    let mut above = 0;
    loop {
        if window.look(12)?.starts_with(b"</sheetData>") {
            return Ok(());
        }
        let tag = window.until(&tag_end)?;
        let empty = window.rest().get(..tag).unwrap_or_default().ends_with(b"/>");
        let length = if empty { tag } else { window.until(&row_end)? };
        let mut reader = RowReader { asked, texts, number: above + 1, begun: false, cells: 0, out };
        if let Err(stop) = reader.read(Markup(window.rest().get(..length).unwrap_or_default())) {
            if reader.begun {
                reader.out.forget(reader.number - 1);
            }
            return Err(stop);
        }
        above = reader.number;
        *met += reader.cells;
        window.advance(length);
    }
}

/// What stands before the rows: well written, and of a size that a sheet can have.
fn head(head: &[u8]) -> Result<(), Stop> {
    begins_plainly(head)?;
    let text = str::from_utf8(head).map_err(|_| Stop::Odd)?;
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut begun = false;
    loop {
        match reader.read_event().map_err(|_| Stop::Odd)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "dimension" => {
                let range = tag.attributes().flatten().find(|one| one.key.as_ref() == "ref").ok_or(Stop::Odd)?;
                let range: &str = range.value.as_ref();
                let (first, last) = range.split_once(':').unwrap_or((range, range));
                let ((left, top), (right, bottom)) = corner(first).zip(corner(last)).ok_or(Stop::Odd)?;
                // The library counts on the one before the other.
                if left > right || top > bottom {
                    return Err(Stop::Odd);
                }
            }
            // A tag that is not closed before it swallows `<sheetData>`, which was found by its letters: then the rows
            // have not begun.
            Event::Eof => return if begun { Ok(()) } else { Err(Stop::Odd) },
            Event::Start(tag) => begun = tag.name().as_ref() == "sheetData",
            _ => {}
        }
    }
}

/// Reads one row.
struct RowReader<'r, T> {
    asked: &'r Asked,
    texts: &'r Texts,
    /// The row's number, counted from one; the one below the last row until its tag says otherwise.
    number: u32,
    /// Whether cells of it were given: it is to be forgotten when something odd follows.
    begun: bool,
    /// Its cells, empty ones included, as the library counts them.
    cells: u64,
    out: &'r mut T,
}

/// The attributes of a cell that matter.
#[derive(Default)]
struct Tag<'x> {
    place: Option<&'x [u8]>,
    style: Option<&'x [u8]>,
    kind: Option<&'x [u8]>,
}

impl<T: Take> RowReader<'_, T> {
    /// Reads the whole row.
    fn read(&mut self, mut row: Markup<'_>) -> Result<(), Stop> {
        row.need(b"<row")?;
        let mut written = None;
        while let Some((name, value)) = row.attribute()? {
            if name == b"r" && written.replace(value).is_some() {
                return Err(Stop::Odd);
            }
        }
        let lowest = self.number;
        self.number = written.map_or(Some(lowest), number).ok_or(Stop::Odd)?;
        if !(lowest..=ROWS).contains(&self.number) {
            return Err(Stop::Odd);
        }
        let written = written.unwrap_or_default();
        if row.closes()? {
            return if row.0.is_empty() { Ok(()) } else { Err(Stop::Odd) };
        }
        let mut next = 0;
        loop {
            row.spaces();
            if row.eat(b"</row>") {
                return if row.0.is_empty() { Ok(()) } else { Err(Stop::Odd) };
            }
            row.need(b"<c")?;
            next = self.cell(&mut row, written, next)? + 1;
            self.cells += 1;
        }
    }

    /// Reads one cell, whose name is read already; which column it stands in, `next` where it does not say. It must stand
    /// in this row, whose number is written so.
    fn cell(&mut self, row: &mut Markup<'_>, written: &[u8], next: u32) -> Result<u32, Stop> {
        let mut tag = Tag::default();
        while let Some((name, value)) = row.attribute()? {
            let known = match name {
                b"r" => &mut tag.place,
                b"s" => &mut tag.style,
                b"t" => &mut tag.kind,
                _ => continue,
            };
            if known.replace(value).is_some() {
                return Err(Stop::Odd);
            }
        }
        let place = match tag.place {
            Some(place) => match column(place) {
                Some((column, row)) if row == written && !written.is_empty() => column - 1,
                _ => return Err(Stop::Odd),
            },
            None => next,
        };
        if place >= COLUMNS {
            return Err(Stop::Odd);
        }
        if row.closes()? {
            return Ok(place);
        }
        let mut given = false;
        loop {
            row.spaces();
            if row.eat(b"</c>") {
                return Ok(place);
            }
            // Of several values the library takes the last one; nobody writes several.
            if given {
                return Err(Stop::Odd);
            }
            if row.eat(b"<v>") {
                let value = row.before(b'<')?;
                row.need(b"</v>")?;
                // The library passes over a value beside an inline text.
                if tag.kind != Some(b"inlineStr") {
                    self.value(place, &tag, value)?;
                    given = true;
                }
            } else if row.eat(b"<is>") {
                if tag.kind != Some(b"inlineStr") {
                    return Err(Stop::Odd);
                }
                row.spaces();
                let mut text = String::new();
                if row.eat(b"<t") {
                    row.text(&mut text)?;
                    row.spaces();
                }
                row.need(b"</is>")?;
                self.give(place, |into| into.push_str(&text))?;
                given = true;
            } else if row.eat(b"<f") {
                // Nobody needs the formula, but the library refuses one that is badly written.
                while row.attribute()?.is_some() {}
                if !row.closes()? {
                    decode(row.before(b'<')?, &mut String::new())?;
                    row.need(b"</f>")?;
                }
            } else {
                return Err(Stop::Odd);
            }
        }
    }

    /// Gives a value, by the kind of its cell.
    fn value(&mut self, place: u32, tag: &Tag<'_>, value: &[u8]) -> Result<(), Stop> {
        match tag.kind {
            // No value at all is no cell.
            Some(b"s" | b"n" | b"b" | b"e") | None if value.is_empty() => Ok(()),
            Some(b"s") => {
                let text = number(value).and_then(|number| usize::try_from(number).ok());
                let text = text.and_then(|number| self.texts.get(number)).ok_or(Stop::Odd)?;
                self.give(place, |into| into.push_str(text))
            }
            Some(b"n") | None => self.number(place, tag.style, value),
            Some(b"str") => {
                let mut text = String::new();
                decode(value, &mut text)?;
                self.give(place, |into| into.push_str(&text))
            }
            Some(b"b") => match value {
                b"0" | b"1" => self.give(place, |into| push_text(&DataRef::Bool(value == b"1"), into)),
                _ => Err(Stop::Odd),
            },
            Some(b"e") => {
                let error = str::from_utf8(value).ok().and_then(|error| error.parse::<CellErrorType>().ok());
                let error = DataRef::Error(error.ok_or(Stop::Odd)?);
                self.give(place, |into| push_text(&error, into))
            }
            Some(_) => Err(Stop::Odd),
        }
    }

    /// Gives a number, which the style may make a moment or a duration.
    fn number(&mut self, place: u32, style: Option<&[u8]>, value: &[u8]) -> Result<(), Stop> {
        let kind = match style {
            None => Kind::Number,
            Some(style) => {
                let style = number(style).and_then(|style| usize::try_from(style).ok()).ok_or(Stop::Odd)?;
                *self.asked.kinds.get(style).ok_or(Stop::Odd)?
            }
        };
        let text = str::from_utf8(value).map_err(|_| Stop::Odd)?;
        // A whole number as everybody writes it is its own text: up to fifteen digits, a float holds them all.
        let whole = matches!(value, [b'0'] | [b'1'..=b'9', ..]) && value.len() <= 15;
        if kind == Kind::Number && whole && value.iter().all(u8::is_ascii_digit) {
            return self.give(place, |into| into.push_str(text));
        }
        if !is_decimal(value) {
            return Err(Stop::Odd);
        }
        let number: f64 = text.parse().map_err(|_| Stop::Odd)?;
        let moment = |kind| DataRef::DateTime(ExcelDateTime::new(number, kind, self.asked.from_1904));
        let cell = match kind {
            Kind::Number => DataRef::Float(number),
            Kind::Moment => moment(ExcelDateTimeType::DateTime),
            Kind::Duration => moment(ExcelDateTimeType::TimeDelta),
        };
        self.give(place, |into| push_text(&cell, into))
    }

    /// Gives the text of a cell; columns and rows of the taker are counted from zero.
    fn give(&mut self, place: u32, write: impl FnOnce(&mut String)) -> Result<(), Stop> {
        self.begun = true;
        self.out.begin(self.number - 1)?;
        Ok(self.out.cell(place, write)?)
    }
}
