//! TikTok Studio: the overview and the history of followers of an account, one row a day, days without a year.

pub(crate) mod days;
mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::table::{Columns, Next, Rules, Table, headers};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::civil::Date;
use model::{Metric, Millis, Network};
use wire::{Column, Day};

/// The daily tables of TikTok Studio.
pub struct TiktokStudio;

/// The most days held: their years are told from all of them.
const DAYS_LIMIT: usize = 4000;

static MANIFEST: Manifest = Manifest {
    id: "tiktok-studio",
    name: "TikTok Studio",
    network: Some(Network::Tiktok),
    sees: &[
        Sees::Space(Metric::VideoViews),
        Sees::Space(Metric::ProfileViews),
        Sees::Space(Metric::Likes),
        Sees::Space(Metric::Comments),
        Sees::Space(Metric::Shares),
        Sees::Space(Metric::Followers),
        Sees::Space(Metric::NetGrowth),
    ],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Reach, Metric::Impressions],
    never_kept: &[],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for TiktokStudio {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        let ours = columns.has(Column::Date) && (wire::is_history(&columns) || wire::is_overview(&columns));
        ours.then_some(Recognised { sure: 90, network: Some(Network::Tiktok), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let anchor = anchor(&input.name, options.now, &zone);
        let mut table = Table::open(input, Rules::default(), 1)?.last_cell_filled();
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        columns.require(table.header_line())?;
        if columns.known() < 2 {
            let trouble = Trouble::new(TroubleCode::MissingColumn).line(table.header_line());
            return Err(trouble.field("Followers").with("headers", &columns.headers().join(" · ")).into());
        }
        let (mut held, mut rows) = (Vec::new(), 0);
        loop {
            let day = match table.next()? {
                Next::End => break,
                Next::Bad(trouble) => Err(trouble),
                Next::Row(row) => Day::read(&columns, &row),
            };
            rows += 1;
            match day {
                Ok(day) => held.push(day),
                Err(trouble) => sink.bad(trouble)?,
            }
            if held.len() > DAYS_LIMIT {
                return Err(Trouble::new(TroubleCode::TooLarge).with("limit", &DAYS_LIMIT.to_string()).into());
            }
            sink.progress(table.consumed(), rows);
        }
        if rows == 0 {
            return Err(Trouble::new(TroubleCode::Empty).line(table.header_line()).into());
        }
        let header = columns.header(Column::Date);
        let mut days = dated(held, anchor, header)?;
        days.sort_by_key(|(date, _)| *date);
        normalise::pieces(&days).into_iter().try_for_each(|piece| sink.piece(piece))?;
        match normalise::growth(&days, columns.header(Column::Difference)) {
            Ok(growth) => growth.into_iter().try_for_each(|piece| sink.piece(piece))?,
            Err(trouble) => sink.bad(trouble)?,
        }
        let mut seen = vec![Note::new("day-zone-unknown", [])];
        if let (Some((from, _)), Some((to, _))) = (days.first(), days.last()) {
            seen.push(Note::new("year-anchored", [("from", from.to_string()), ("to", to.to_string())]));
        }
        Ok(Report { rows, seen })
    }
}

/// The latest day the file can tell of: the date in its name, else the day of the import.
fn anchor(name: &str, now: Millis, zone: &jiff::tz::TimeZone) -> Option<Date> {
    let told = name.split(['_', '.', ' ', '/', '(', ')']).filter(|part| part.len() == 10);
    let told = told.filter_map(|part| dates::day(part, None)).max();
    let today = jiff::Timestamp::from_millisecond(now.0).ok().filter(|_| now.0 > 0);
    told.or_else(|| today.map(|today| today.to_zoned(zone.clone()).date()))
}

/// Gives every day its year.
fn dated(held: Vec<Day>, anchor: Option<Date>, header: &str) -> Result<Vec<(Date, Day)>, Trouble> {
    for (one, next) in held.iter().zip(held.iter().skip(1)) {
        if one.month_day == next.month_day {
            let (month, day) = next.month_day;
            let trouble = Trouble::new(TroubleCode::Contradiction).line(next.line).field(header);
            return Err(trouble.with("value", &format!("{month:02}-{day:02}")));
        }
    }
    let month_days: Vec<(i8, i8)> = held.iter().map(|day| day.month_day).collect();
    let years = anchor.and_then(|anchor| days::dated(&month_days, anchor));
    let years = years.ok_or_else(|| Trouble::new(TroubleCode::AmbiguousDates).field(header))?;
    Ok(years.into_iter().zip(held).collect())
}
