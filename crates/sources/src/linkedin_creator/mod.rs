//! LinkedIn member · content: the workbook that a member exports from their own analytics.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::figures::{day_flow, day_level};
use crate::input::Input;
use crate::linkedin::{Days, Export, each_day};
use crate::numbers;
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::civil::Date;
use model::{Metric, Network, Piece};
use normalise::TopPosts;
use wire::{Engagement, Follower};

/// The content export of a LinkedIn member.
pub struct LinkedinCreator;

static MANIFEST: Manifest = Manifest {
    id: "linkedin-creator",
    name: "LinkedIn member · content",
    network: Some(Network::Linkedin),
    sees: &[
        Sees::Space(Metric::Impressions),
        Sees::Space(Metric::Engagements),
        Sees::Space(Metric::Gains),
        Sees::Space(Metric::Followers),
        Sees::Space(Metric::Reach),
        Sees::Posts,
        Sees::Post(Metric::Impressions),
        Sees::Post(Metric::Engagements),
    ],
    lacks: &[Metric::Losses, Metric::Likes, Metric::Comments, Metric::Shares],
    never_kept: &["DEMOGRAPHICS"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for LinkedinCreator {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let export = Export::seen(peek);
        let ours = export.workbook && wire::blocks(&export) > 1;
        ours.then_some(Recognised { sure: 95, network: Some(Network::Linkedin), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let export = Export::read(input)?;
        let mut reading = Reading { days: Vec::new(), read: Vec::new(), pieces: 0 };
        reading.tables(&export, sink)?;
        let order = reading.days.iter().find_map(|days| days.order);
        // LinkedIn writes the month first where no day says otherwise.
        let days_order = order.or(Some(dates::Order::MonthFirst));
        let period = export.sheets.iter().find_map(|sheet| normalise::period(sheet, days_order));
        let range = period.or_else(|| reading.range());
        for sheet in &export.sheets {
            if let Some((line, day, number)) = wire::total(sheet) {
                let trouble = |code| Trouble::new(code).line(line);
                let date =
                    wire::day(&day, days_order).ok_or_else(|| trouble(TroubleCode::NotADate).with("value", &day))?;
                let value =
                    numbers::count(&number).map_err(|_| trouble(TroubleCode::NotANumber).with("value", &number))?;
                if let Some(value) = value {
                    reading.tell(day_level(Metric::Followers, value, date, None), sink)?;
                }
                reading.read.push(&sheet.name);
            }
            if let Some(piece) = normalise::reach_of_period(sheet, days_order) {
                reading.tell(piece, sink)?;
                reading.read.push(&sheet.name);
            }
        }
        let mut posts = TopPosts::new(&zone, days_order, range, options.now);
        for sheet in &export.sheets {
            for list in wire::lists(sheet) {
                posts.take(sheet, &list, &mut |trouble| sink.bad(trouble))?;
                reading.read.push(&sheet.name);
            }
        }
        for piece in posts.pieces() {
            reading.tell(piece, sink)?;
        }
        let rows = reading.days.iter().map(|days| days.rows).sum::<u64>() + posts.rows;
        if reading.pieces == 0 {
            let first = export.sheets.first().and_then(|sheet| sheet.rows.first());
            let headers = first.map(|row| row.cells.join(" · ")).unwrap_or_default();
            return Err(Trouble::new(TroubleCode::MissingColumn)
                .field("Total followers on …")
                .with("headers", &headers)
                .into());
        }
        let mut seen: Vec<Note> = Days { rows, range, order }.notes();
        seen.push(Note::new("gains-only", []));
        seen.extend(posts.notes());
        let others = export.others(&reading.read);
        if !others.is_empty() {
            seen.push(Note::new("blocks-left-out", [("titles", others.join(" · "))]));
        }
        Ok(Report { rows, seen })
    }
}

/// What was read so far.
struct Reading<'e> {
    days: Vec<Days>,
    read: Vec<&'e str>,
    pieces: u64,
}

impl<'e> Reading<'e> {
    fn tell(&mut self, piece: Piece, sink: &mut dyn Sink) -> Result<(), Refusal> {
        self.pieces += 1;
        sink.piece(piece)
    }

    /// The two tables of days.
    fn tables(&mut self, export: &'e Export, sink: &mut dyn Sink) -> Result<(), Refusal> {
        if let Some(under) = export.under(wire::ENGAGEMENT, wire::is_engagement) {
            self.days.push(each_day(&under, Engagement::Date, sink, |row, date| {
                let impressions = under.columns.count(row, Engagement::Impressions)?;
                let engagements = under.columns.count(row, Engagement::Engagements)?;
                let told = [(Metric::Impressions, impressions), (Metric::Engagements, engagements)];
                Ok(told.into_iter().filter_map(|(metric, value)| Some(day_flow(metric, value?, date, None))).collect())
            })?);
            self.read.push(under.name);
        }
        if let Some(under) = export.under(wire::FOLLOWERS, wire::is_followers) {
            self.days.push(each_day(&under, Follower::Date, sink, |row, date| {
                let gained = under.columns.count(row, Follower::Gained)?;
                Ok(gained.map(|value| day_flow(Metric::Gains, value, date, None)).into_iter().collect())
            })?);
            self.read.push(under.name);
        }
        self.pieces += self.days.iter().map(|days| days.rows).sum::<u64>();
        Ok(())
    }

    /// The days of both tables.
    fn range(&self) -> Option<(Date, Date)> {
        let ranges = || self.days.iter().filter_map(|days| days.range);
        Some((ranges().map(|(from, _)| from).min()?, ranges().map(|(_, to)| to).max()?))
    }
}
