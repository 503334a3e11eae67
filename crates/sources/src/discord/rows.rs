//! The CSV of DiscordChatExporter: the same messages with less: no id, no reply, no sort, no mark of a bot.

use super::normalise;
use super::wire::{Column, LABELS};
use crate::contract::{Note, Options, Report, Sink};
use crate::conversation::{self, Conversation, Members, Moment};
use crate::dates::{self, Order, OrderClues};
use crate::input::Input;
use crate::table::{Columns, HeldRows, Next, Row, Rules, Table};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::tz::TimeZone;
use model::ActorKey;
use std::collections::HashMap;

/// Rows are held until the order of day and month is told, up to this size in bytes.
const HELD_LIMIT: usize = 64 << 20;

/// Reads the table.
pub fn read(input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
    let zone = dates::zone(&options.zone)?;
    let mut table = Table::open(input, Rules::default(), 1)?;
    table.as_the_service_writes()?;
    let columns = Columns::find(LABELS, table.headers());
    columns.require(table.header_line())?;
    let (rows, bad, clues) = hold(&mut table, &columns, sink)?;
    let order = clues.order()?;
    if clues.needed() && order.is_none() {
        return Err(Trouble::new(TroubleCode::AmbiguousDates).field(columns.header(Column::Date)).into());
    }
    let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    let mut talk = Conversation::new(options);
    let mut met: HashMap<String, u32> = HashMap::new();
    for row in rows.into_rows() {
        match message(&row, &columns, order, &zone, &talk, &mut met) {
            Ok(message) => talk.message(message, sink)?,
            Err(trouble) => sink.bad(trouble)?,
        }
    }
    sink.progress(table.consumed(), count);
    let mut seen = talk.finish(Members::Unknown, sink)?;
    seen.push(Note::new("discord-csv", []));
    match order {
        Some(Order::DayFirst) => seen.push(Note::new("dates-day-first", [])),
        Some(Order::MonthFirst) => seen.push(Note::new("dates-month-first", [])),
        None => {}
    }
    Ok(Report { rows: count + bad, seen })
}

/// Every row, how many were bad, and what their dates say about day and month.
fn hold(
    table: &mut Table<'_>,
    columns: &Columns<Column>,
    sink: &mut dyn Sink,
) -> Result<(HeldRows, u64, OrderClues), Refusal> {
    let (mut rows, mut bad, mut clues) = (HeldRows::new(HELD_LIMIT), 0, OrderClues::default());
    loop {
        match table.next()? {
            Next::End => return Ok((rows, bad, clues)),
            Next::Bad(trouble) => {
                bad += 1;
                sink.bad(trouble)?;
            }
            Next::Row(row) => {
                let date = columns.cell(&row, Column::Date)?.unwrap_or_default();
                if dates::instant(date).is_none() {
                    clues.see(date, row.line);
                }
                rows.push(&row)?;
            }
        }
    }
}

fn message(
    row: &Row,
    columns: &Columns<Column>,
    order: Option<Order>,
    zone: &TimeZone,
    talk: &Conversation<'_>,
    met: &mut HashMap<String, u32>,
) -> Result<conversation::Message, Trouble> {
    let cell = |column| columns.cell(row, column).map(Option::unwrap_or_default);
    let (id, name) = (cell(Column::AuthorId)?.trim(), cell(Column::Author)?.trim());
    if id.is_empty() {
        return Err(Trouble::new(TroubleCode::EmptyValue).line(row.line).field(columns.header(Column::AuthorId)));
    }
    let date = cell(Column::Date)?;
    let local = || dates::moment(date, order).and_then(|(day, time)| Moment::assumed(day, time?, zone));
    let when = dates::instant(date).map(Moment::told).or_else(local).ok_or_else(|| {
        let trouble = Trouble::new(TroubleCode::NotADate).line(row.line);
        trouble.field(columns.header(Column::Date)).with("value", date)
    })?;
    let content = cell(Column::Content)?;
    let alike = met.entry(normalise::row_key(id, when, content, 0)).and_modify(|alike| *alike += 1).or_insert(0);
    let key = normalise::row_key(id, when, content, *alike);
    // Handles of before 2023 end with a number: `ana#0001`.
    let handle = name.rsplit_once('#').map_or(name, |(handle, _)| handle);
    let files: Vec<&str> = cell(Column::Attachments)?.split(',').collect();
    let reactions = columns.has(Column::Reactions).then(|| cell(Column::Reactions)).transpose()?;
    Ok(conversation::Message {
        author: Some(ActorKey { native: id.to_owned(), display: Some(name.to_owned()) }),
        of_team: talk.is_team([id, name, handle]),
        text: Some(content.to_owned()),
        content_type: normalise::content_type(&files),
        likes: reactions.map(normalise::reactions),
        ..conversation::Message::new(key, when)
    })
}
