//! YouTube Studio: the table of videos, its chart and the days of the channel, alone or in the zip that holds them.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::table::{Columns, Row, Rules, Table, headers};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{Metric, Network};
use normalise::Videos;
use std::collections::BTreeSet;
use wire::{Column, Kind, Video};

/// The content export of YouTube Studio.
pub struct YoutubeStudio;

static MANIFEST: Manifest = Manifest {
    id: "youtube-studio",
    name: "YouTube Studio",
    network: Some(Network::Youtube),
    sees: &[
        Sees::Posts,
        Sees::Post(Metric::VideoViews),
        Sees::Post(Metric::Impressions),
        Sees::Post(Metric::Likes),
        Sees::Post(Metric::Comments),
        Sees::Post(Metric::Shares),
        Sees::Post(Metric::Reach),
        Sees::Post(Metric::FollowsFromPost),
        Sees::Space(Metric::VideoViews),
        Sees::Space(Metric::Impressions),
        Sees::Space(Metric::Likes),
        Sees::Space(Metric::Comments),
        Sees::Space(Metric::Shares),
        Sees::Space(Metric::NetGrowth),
        Sees::Space(Metric::Gains),
        Sees::Space(Metric::Losses),
    ],
    lacks: &[Metric::Followers],
    never_kept: &["Watch time (hours)", "Average view duration", "Impressions click-through rate (%)", "Dislikes"],
    asks: &[],
    service_zone: Some(normalise::ZONE),
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for YoutubeStudio {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let columns = Columns::find(wire::LABELS, &headers(peek));
        let kind = wire::kind(&columns)?;
        let name = crate::table::columns::fold(&peek.name);
        // A date beside one figure may be anybody's: the name YouTube gives to it then tips the balance.
        let sure = match kind {
            Kind::Table | Kind::Chart => 95,
            Kind::Totals if wire::is_surely_ours(&columns) => 80,
            Kind::Totals if name.starts_with("totals") || name.starts_with("totaux") => 70,
            Kind::Totals => 30,
        };
        Some(Recognised { sure, network: Some(Network::Youtube), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        // The folder that a zip was unpacked to keeps the period that the files no longer name.
        let range = input.name.split(['/', '\\']).find_map(dates::range_in_name);
        let table = Table::open(input, Rules::default(), 1)?;
        table.as_the_service_writes()?;
        let columns = Columns::find(wire::LABELS, table.headers());
        let missing = |field: Column| {
            let trouble = Trouble::new(TroubleCode::MissingColumn).line(table.header_line());
            trouble.field(columns.header(field)).with("headers", &table.headers().join(" · "))
        };
        let absent = [Column::Content, Column::Title, Column::Published].into_iter().find(|one| !columns.has(*one));
        let mut report = match (wire::kind(&columns), absent) {
            (Some(Kind::Totals), _) => totals(table, &columns, sink)?,
            (Some(Kind::Chart), _) => chart(table, &columns, &zone, sink)?,
            (Some(Kind::Table), _) => videos(table, &columns, Videos::new(&zone, range, options.now), sink)?,
            (None, Some(absent)) => return Err(missing(absent).into()),
            (None, None) => return Err(missing(Column::Figure(Metric::VideoViews)).into()),
        };
        let dated = report.seen.iter().any(|note| note.code == "days");
        if !options.zone_named && dated && wire::kind(&columns) != Some(Kind::Totals) {
            report.seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
        }
        let left_out = wire::left_out(&columns);
        if !left_out.is_empty() {
            report.seen.push(Note::new("blocks-left-out", [("titles", left_out.join(" · "))]));
        }
        Ok(report)
    }
}

fn not_a_day(columns: &Columns<Column>, row: &Row, column: Column) -> Trouble {
    Trouble::new(TroubleCode::NotADate).line(row.line).field(columns.header(column))
}

fn twice(columns: &Columns<Column>, row: &Row, column: Column, value: &str) -> Trouble {
    Trouble::new(TroubleCode::Contradiction).line(row.line).field(columns.header(column)).with("value", value)
}

fn videos(
    mut table: Table<'_>,
    columns: &Columns<Column>,
    mut videos: Videos<'_>,
    sink: &mut dyn Sink,
) -> Result<Report, Refusal> {
    let rows = table.each(sink, |row| {
        let figures = wire::figures(columns, row, Metric::FollowsFromPost)?;
        if wire::is_total(columns, row)? {
            videos.total(figures);
            return Ok(Vec::new());
        }
        let video = Video::read(columns, row)?;
        if videos.knows(&video.id) {
            return Err(twice(columns, row, Column::Content, &video.id));
        }
        videos.pieces(video, &figures).ok_or_else(|| not_a_day(columns, row, Column::Published))
    })?;
    videos.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
    let header = |metric| {
        let column = if metric == Metric::FollowsFromPost { Column::Net } else { Column::Figure(metric) };
        columns.header(column).to_owned()
    };
    Ok(Report { rows, seen: videos.notes(header) })
}

/// The chart repeats its videos on every day: they are told once. What a day tells of one video is not kept.
fn chart(
    mut table: Table<'_>,
    columns: &Columns<Column>,
    zone: &TimeZone,
    sink: &mut dyn Sink,
) -> Result<Report, Refusal> {
    let mut videos = Videos::new(zone, None, model::Millis(0));
    let mut days = BTreeSet::new();
    let rows = table.each(sink, |row| {
        days.insert(columns.day(row, Column::Date)?);
        wire::figures(columns, row, Metric::FollowsFromPost)?;
        let video = Video::read(columns, row)?;
        if wire::is_total(columns, row)? || videos.knows(&video.id) {
            return Ok(Vec::new());
        }
        videos.pieces(video, &[]).ok_or_else(|| not_a_day(columns, row, Column::Published))
    })?;
    let mut seen = days_note(&days);
    seen.push(Note::new("youtube-chart", []));
    Ok(Report { rows, seen })
}

fn totals(mut table: Table<'_>, columns: &Columns<Column>, sink: &mut dyn Sink) -> Result<Report, Refusal> {
    let mut days = BTreeSet::new();
    let rows = table.each(sink, |row| {
        let date = columns.day(row, Column::Date)?;
        if !days.insert(date) {
            return Err(twice(columns, row, Column::Date, &date.to_string()));
        }
        let mut figures = wire::figures(columns, row, Metric::NetGrowth)?;
        for (column, metric) in [(Column::Gained, Metric::Gains), (Column::Lost, Metric::Losses)] {
            figures.extend(columns.count(row, column)?.map(|value| (metric, value)));
        }
        // Viewers of a day are people: the channel's own reach.
        Ok(normalise::of_day(date, &figures))
    })?;
    Ok(Report { rows, seen: days_note(&days) })
}

fn days_note(days: &BTreeSet<Date>) -> Vec<Note> {
    let ends = days.first().zip(days.last());
    ends.map(|(from, to)| Note::new("days", [("from", from.to_string()), ("to", to.to_string())])).into_iter().collect()
}
