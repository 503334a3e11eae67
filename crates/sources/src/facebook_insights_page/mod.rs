//! Facebook Page Insights, page level: the export of 2011 to 2018 and after, one row a day, gains *and* losses.

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::facebook_insights::{self, Export};
use crate::input::Input;
use crate::table::{Columns, Row};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use model::{Metric, Network};
use std::collections::BTreeSet;
use wire::{Column, Day};

/// The page export of Facebook Insights.
pub struct FacebookInsightsPage;

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
        facebook_insights::seen_headers(peek).iter().find(|headers| wire::is_ours(headers))?;
        Some(Recognised { sure: 95, network: Some(Network::Facebook), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, _: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let mut export = Export::open(input, wire::is_ours)?;
        let columns = Columns::find(wire::LABELS, export.headers());
        columns.require(export.header_line())?;
        let read = |export: &Export<'_>, row: &Row| {
            Day::read(&columns, row).map(|day| Day { date: export.date(day.date), ..day })
        };
        let held = export.hold(&columns, Column::Date, sink, read, |day| (&day.date, day.line))?;
        let order = wire::order(&held.clues, &held.rows, wire::is_english(&columns))?;
        let mut dates = BTreeSet::new();
        for day in &held.rows {
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
        seen.extend(facebook_insights::order_note(&held.clues, order));
        if !columns.has(Column::losses()) {
            seen.push(Note::new("gains-only", []));
        }
        seen.extend(facebook_insights::sheets_note(export.others().len()));
        Ok(Report { rows: held.count, seen })
    }
}
