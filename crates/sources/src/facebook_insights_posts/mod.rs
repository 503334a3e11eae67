//! Facebook Page Insights, post level: the export of 2011 to 2018 and after, one row a post.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates::{self, Order, OrderClues};
use crate::input::Input;
use crate::table::{Columns, Next, Rules, Table, headers};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{Metric, Network};
use normalise::Posts;
use wire::{Column, PostRow};

/// The posts export of Facebook Insights.
pub struct FacebookInsightsPosts;

/// The order of day and month is told from the whole file, which is therefore held in memory up to this size.
const HELD_LIMIT: usize = 64 * 1024 * 1024;

static MANIFEST: Manifest = Manifest {
    id: "facebook-insights-posts",
    name: "Facebook Insights · posts (2011–2018)",
    network: Some(Network::Facebook),
    sees: &[
        Sees::Posts,
        Sees::Post(Metric::Reach),
        Sees::Post(Metric::Impressions),
        Sees::Post(Metric::EngagedPeople),
        Sees::Post(Metric::Likes),
        Sees::Post(Metric::Comments),
        Sees::Post(Metric::Shares),
        Sees::Post(Metric::Clicks),
        Sees::Post(Metric::LinkClicks),
        Sees::Post(Metric::VideoViews),
        Sees::Post(Metric::NegativeFeedback),
    ],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Followers],
    never_kept: &["Countries", "Languages", "Audience Targeting", "… Paid …", "… Organic …"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for FacebookInsightsPosts {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        // Published tables without ids carry the same names of figures: they are not the export.
        let ours = wire::SIGNATURE.iter().filter(|column| columns.has(**column)).count();
        if ours < 3 || !columns.has(Column::Figure(Metric::Reach, 0)) {
            return None;
        }
        Some(Recognised { sure: 95, network: Some(Network::Facebook), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let mut table = Table::open(input, Rules::default(), 1)?;
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        let held = hold(&mut table, &columns, sink)?;
        let field = columns.header(Column::Posted);
        let order = order(&held.clues, field)?;
        let mut posts = Posts::new(&zone, order);
        for row in &held.rows {
            let trouble = || Trouble::new(TroubleCode::NotADate).line(row.line).field(field).with("value", &row.posted);
            match posts.pieces(row) {
                Some(pieces) => pieces.into_iter().try_for_each(|piece| sink.piece(piece))?,
                None => sink.bad(trouble())?,
            }
        }
        posts.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        let mut seen = posts.notes(held.clues.needed());
        if !options.zone_named {
            seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
        }
        if !columns.present().any(wire::is_reaction) {
            seen.push(Note::new("insights-without-reactions", []));
        }
        Ok(Report { rows: held.count, seen })
    }
}

/// What was read before the order of day and month is known.
struct Held {
    rows: Vec<PostRow>,
    clues: OrderClues,
    count: u64,
}

fn hold(table: &mut Table<'_>, columns: &Columns<Column>, sink: &mut dyn Sink) -> Result<Held, Refusal> {
    let mut held = Held { rows: Vec::new(), clues: OrderClues::default(), count: 0 };
    let mut size = 0;
    let mut first = true;
    loop {
        let row = match table.next()? {
            Next::End => break,
            Next::Bad(trouble) => Err(trouble),
            // The second row says in words what each column counts.
            Next::Row(row) if first && wire::is_descriptions(columns, &row)? => {
                first = false;
                continue;
            }
            Next::Row(row) => {
                size += row.cells.iter().map(String::len).sum::<usize>();
                PostRow::read(columns, &row)
            }
        };
        first = false;
        if size > HELD_LIMIT {
            return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &HELD_LIMIT.to_string()).into());
        }
        held.count += 1;
        match row {
            Ok(row) => {
                held.clues.see(&row.posted, row.line);
                held.rows.push(row);
            }
            Err(trouble) => sink.bad(trouble)?,
        }
        sink.progress(table.consumed(), held.count);
    }
    if held.count == 0 {
        return Err(Trouble::new(TroubleCode::Empty).line(table.header_line()).into());
    }
    Ok(held)
}

/// The order of day and month: from the dates themselves, else the month first that Facebook writes under its
/// English headers.
fn order(clues: &OrderClues, field: &str) -> Result<Order, Refusal> {
    match clues.order().map_err(|trouble| trouble.field(field))? {
        Some(order) => Ok(order),
        None if !clues.needed() || field.eq_ignore_ascii_case("Posted") => Ok(Order::MonthFirst),
        None => Err(Trouble::new(TroubleCode::AmbiguousDates).field(field).into()),
    }
}
