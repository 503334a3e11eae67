//! Meta Business Suite · posts: the content export of a Facebook page or an Instagram account.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates::{self, Order, OrderClues};
use crate::input::Input;
use crate::table::{Columns, Next, Rules, Table, headers, split_sample};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::Metric;
use wire::{Column, PostRow, Read};

/// The posts export of Meta Business Suite.
pub struct MetaPosts;

/// The order of day and month is told from the whole file, which is therefore held in memory up to this size.
const HELD_LIMIT: usize = 64 * 1024 * 1024;

static MANIFEST: Manifest = Manifest {
    id: "meta-posts",
    name: "Meta Business Suite · posts",
    network: None,
    sees: &[
        Sees::Posts,
        Sees::Post(Metric::Likes),
        Sees::Post(Metric::Comments),
        Sees::Post(Metric::Shares),
        Sees::Post(Metric::Reach),
        Sees::Post(Metric::Impressions),
        Sees::Post(Metric::Clicks),
        Sees::Post(Metric::LinkClicks),
        Sees::Post(Metric::Saves),
        Sees::Post(Metric::FollowsFromPost),
        Sees::Post(Metric::NegativeFeedback),
    ],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Followers],
    never_kept: &["Page ID", "Account ID", "Languages", "Custom labels", "Estimated earnings (USD)", "Ad impressions"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for MetaPosts {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let headers = headers(peek);
        let columns = Columns::find(wire::LABELS, &headers);
        let network = wire::network(&columns)?;
        let ours = wire::SIGNATURE.iter().filter(|column| columns.has(**column)).count();
        if ours < 3 || columns.known() < 6 {
            return None;
        }
        let seen = dates::range_in_name(&peek.name).map(|(from, to)| range_note(from, to));
        Some(Recognised {
            sure: 95,
            network: Some(network),
            space: first_space(peek, &columns),
            seen: seen.into_iter().collect(),
        })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let range = dates::range_in_name(&input.name);
        let mut table = Table::open(input, Rules::default(), 1)?;
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        wire::require_figures(&columns, table.header_line())?;
        let held = hold(&mut table, &columns, sink)?;
        let order = order(&held, &columns, range)?;
        let mut posts = normalise::Posts::new(&zone, order, range, options.now);
        for row in &held.rows {
            match posts.pieces(row, &columns) {
                Ok(pieces) => pieces.into_iter().try_for_each(|piece| sink.piece(piece))?,
                Err(trouble) => sink.bad(trouble)?,
            }
        }
        posts.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        let mut seen = posts.notes();
        if !options.zone_named {
            seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
        }
        if held.unavailable > 0 {
            seen.push(Note::new("posts-unavailable", [("count", held.unavailable.to_string())]));
        }
        Ok(Report { rows: held.count, seen })
    }
}

fn range_note(from: jiff::civil::Date, to: jiff::civil::Date) -> Note {
    Note::new("days", [("from", from.to_string()), ("to", to.to_string())])
}

/// What was read before the order of day and month is known.
struct Held {
    rows: Vec<PostRow>,
    clues: OrderClues,
    /// Rows in all.
    count: u64,
    /// Rows that Meta gives without their post, for want of access.
    unavailable: u64,
}

fn hold(table: &mut Table<'_>, columns: &Columns<Column>, sink: &mut dyn Sink) -> Result<Held, Refusal> {
    let mut held = Held { rows: Vec::new(), clues: OrderClues::default(), count: 0, unavailable: 0 };
    let mut size = 0;
    loop {
        let row = match table.next()? {
            Next::End => break,
            Next::Bad(trouble) => Err(trouble),
            Next::Row(row) => {
                size += row.cells.iter().map(String::len).sum::<usize>();
                PostRow::read(columns, &row)
            }
        };
        if size > HELD_LIMIT {
            return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &HELD_LIMIT.to_string()).into());
        }
        held.count += 1;
        match row {
            Ok(Read::Post(post)) => {
                held.clues.see(&post.published, post.line);
                held.rows.push(*post);
            }
            Ok(Read::Unavailable) => held.unavailable += 1,
            Err(trouble) => sink.bad(trouble)?,
        }
        sink.progress(table.consumed(), held.count);
    }
    if held.count == 0 {
        return Err(Trouble::new(TroubleCode::Empty).line(table.header_line()).into());
    }
    Ok(held)
}

/// The order of day and month: from the dates themselves, from the range in the file's name, else the
/// month first that Meta writes under English headers.
fn order(
    held: &Held,
    columns: &Columns<Column>,
    range: Option<(jiff::civil::Date, jiff::civil::Date)>,
) -> Result<Order, Refusal> {
    let field = columns.header(Column::PublishTime);
    if let Some(order) = held.clues.order().map_err(|trouble| trouble.field(field))? {
        return Ok(order);
    }
    if let Some((from, to)) = range {
        let fits = |order| {
            let mut days = held.rows.iter().filter_map(|row| dates::day(&row.published, Some(order)));
            days.all(|day| from <= day && day <= to)
        };
        match (fits(Order::MonthFirst), fits(Order::DayFirst)) {
            (true, false) => return Ok(Order::MonthFirst),
            (false, true) => return Ok(Order::DayFirst),
            _ => {}
        }
    }
    if !held.clues.needed() || field.eq_ignore_ascii_case("Publish time") {
        return Ok(Order::MonthFirst);
    }
    Err(Trouble::new(TroubleCode::AmbiguousDates).field(field).into())
}

/// The page or account of the first post.
fn first_space(peek: &Peek, columns: &Columns<Column>) -> Option<String> {
    let separator = crate::table::dialect::find_separator(&peek.text);
    split_sample(&peek.text, separator.char(), 20).into_iter().skip(1).find_map(|cells| {
        let row = crate::table::Row { line: 0, cells, ended: true };
        wire::space(columns, &row)
    })
}
