//! Meta Business Suite · posts: the content export of a Facebook page or an Instagram account.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates::{self, Order};
use crate::input::Input;
use crate::table::{Columns, Filled, Row, Rules, Table, headers, split_sample};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::waiting_rows::WaitingRows;
use model::Metric;
use normalise::Posts;
use wire::{Column, PostRow, Read};

/// The posts export of Meta Business Suite.
pub struct MetaPosts;

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
        let mut posts = Posts::new(&columns, &zone, range, options.now);
        let mut waiting = WaitingRows::new(&columns, Column::PublishTime);
        let (mut count, mut unavailable, mut row) = (0, 0, Row::default());
        loop {
            let read = match table.next_into(&mut row)? {
                Filled::End => break,
                Filled::Bad(trouble) => Err(trouble),
                Filled::Row => PostRow::read(&columns, &row),
            };
            count += 1;
            match read {
                Ok(Read::Post(post)) => {
                    if let Some(order) = waiting.see(&row, &post.published)? {
                        posts.hand_out_rows(waiting.take(), order, sink)?;
                        posts.hand_out(&post, order, sink)?;
                    }
                }
                Ok(Read::Unavailable) => unavailable += 1,
                Err(trouble) => sink.bad(trouble)?,
            }
            sink.progress(table.consumed(), count);
        }
        if count == 0 {
            return Err(Trouble::new(TroubleCode::Empty).line(table.header_line()).into());
        }
        let order = order(&waiting, &columns, range)?;
        posts.hand_out_rows(waiting.take(), order, sink)?;
        posts.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        let mut seen = posts.notes(order);
        if !options.zone_named {
            seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
        }
        if unavailable > 0 {
            seen.push(Note::new("posts-unavailable", [("count", unavailable.to_string())]));
        }
        Ok(Report { rows: count, seen })
    }
}

fn range_note(from: jiff::civil::Date, to: jiff::civil::Date) -> Note {
    Note::new("days", [("from", from.to_string()), ("to", to.to_string())])
}

/// The order of day and month: from the dates themselves, from the range in the file's name, else the
/// month first that Meta writes under English headers.
fn order(
    waiting: &WaitingRows<'_, Column>,
    columns: &Columns<Column>,
    range: Option<(jiff::civil::Date, jiff::civil::Date)>,
) -> Result<Order, Refusal> {
    let field = columns.header(Column::PublishTime);
    if let Some(order) = waiting.order()? {
        return Ok(order);
    }
    if let Some((from, to)) = range {
        let fits = |order| {
            let mut days = waiting.iter().filter_map(|row| {
                let written = columns.cell(&row, Column::PublishTime).ok().flatten()?;
                dates::day(written, Some(order))
            });
            days.all(|day| from <= day && day <= to)
        };
        match (fits(Order::MonthFirst), fits(Order::DayFirst)) {
            (true, false) => return Ok(Order::MonthFirst),
            (false, true) => return Ok(Order::DayFirst),
            _ => {}
        }
    }
    if !waiting.clues().needed() || field.eq_ignore_ascii_case("Publish time") {
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
