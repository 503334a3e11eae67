//! Facebook Page Insights, page level: the export of 2011 to 2018 and after, one row a day, gains *and* losses.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates::{Order, OrderClues};
use crate::input::Input;
use crate::table::{Columns, Next, Rules, Table, headers};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{Metric, Network};
use std::collections::BTreeSet;
use wire::{Column, Day};

/// The page export of Facebook Insights.
pub struct FacebookInsightsPage;

/// The order of day and month is told from the whole file, which is therefore held in memory up to so many days.
const DAYS_LIMIT: usize = 100_000;

/// Where Facebook cut the days of Page Insights: its interface of the time ended them at midnight there.
pub const ZONE: &str = "America/Los_Angeles";

static MANIFEST: Manifest = Manifest {
    id: "facebook-insights-page",
    name: "Facebook Insights · page (2011–2018)",
    network: Some(Network::Facebook),
    sees: &[
        Sees::Space(Metric::Followers),
        Sees::Space(Metric::Gains),
        Sees::Space(Metric::Losses),
        Sees::Space(Metric::Reach),
        Sees::Space(Metric::Impressions),
        Sees::Space(Metric::EngagedPeople),
        Sees::Space(Metric::Likes),
        Sees::Space(Metric::Comments),
        Sees::Space(Metric::Shares),
        Sees::Space(Metric::Clicks),
        Sees::Space(Metric::ProfileViews),
        Sees::Space(Metric::VideoViews),
        Sees::Space(Metric::NegativeFeedback),
    ],
    lacks: &[],
    never_kept: &["… by City", "… by Country", "… by Language", "… by Gender and Age", "Organic Reach", "Paid Reach"],
    asks: &[],
    service_zone: Some(ZONE),
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for FacebookInsightsPage {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        let ours = wire::SIGNATURE.iter().filter(|column| columns.has(**column)).count();
        if ours < 2 {
            return None;
        }
        Some(Recognised { sure: 95, network: Some(Network::Facebook), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut table = Table::open(input, Rules::default(), 1)?;
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        let held = hold(&mut table, &columns, sink)?;
        let order = wire::order(&held.clues, &held.days, wire::is_english(&columns))?;
        let mut dates = BTreeSet::new();
        for day in &held.days {
            match normalise::pieces(day, order, columns.header(Column::Date)) {
                Ok((date, _)) if !dates.insert(date) => {
                    let trouble = Trouble::new(TroubleCode::Contradiction).line(day.line);
                    sink.bad(trouble.field(columns.header(Column::Date)).with("value", &day.date))?;
                }
                Ok((_, pieces)) => pieces.into_iter().try_for_each(|piece| sink.piece(piece))?,
                Err(trouble) => sink.bad(trouble)?,
            }
        }
        let mut seen = Vec::new();
        if let (Some(first), Some(last)) = (dates.first(), dates.last()) {
            seen.push(Note::new("days", [("from", first.to_string()), ("to", last.to_string())]));
        }
        if held.clues.needed() {
            seen.push(match order {
                Order::MonthFirst => Note::new("dates-month-first", []),
                Order::DayFirst => Note::new("dates-day-first", []),
            });
        }
        if !columns.has(Column::losses()) {
            seen.push(Note::new("gains-only", []));
        }
        Ok(Report { rows: held.count, seen })
    }
}

/// What was read before the order of day and month is known.
struct Held {
    days: Vec<Day>,
    clues: OrderClues,
    count: u64,
}

fn hold(table: &mut Table<'_>, columns: &Columns<Column>, sink: &mut dyn Sink) -> Result<Held, Refusal> {
    let mut held = Held { days: Vec::new(), clues: OrderClues::default(), count: 0 };
    let mut first = true;
    loop {
        let day = match table.next()? {
            Next::End => break,
            Next::Bad(trouble) => Err(trouble),
            // The second row says in words what each column counts.
            Next::Row(row) if first && wire::is_descriptions(columns, &row)? => {
                first = false;
                continue;
            }
            Next::Row(row) => Day::read(columns, &row),
        };
        first = false;
        held.count += 1;
        match day {
            Ok(day) => {
                held.clues.see(&day.date, day.line);
                held.days.push(day);
            }
            Err(trouble) => sink.bad(trouble)?,
        }
        if held.days.len() > DAYS_LIMIT {
            return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &DAYS_LIMIT.to_string()).into());
        }
        sink.progress(table.consumed(), held.count);
    }
    if held.count == 0 {
        return Err(Trouble::new(TroubleCode::Empty).line(table.header_line()).into());
    }
    Ok(held)
}
