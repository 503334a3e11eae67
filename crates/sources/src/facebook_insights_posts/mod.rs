//! Facebook Page Insights, post level: the export of 2011 to 2018 and after, one row a post.

mod acts;
mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates::{self, Order, OrderClues};
use crate::facebook_insights::{self, Export};
use crate::input::Input;
use crate::table::{Columns, Row};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use acts::Acts;
use model::{Metric, Network};
use normalise::Posts;
use wire::{Column, PostRow};

/// The posts export of Facebook Insights.
pub struct FacebookInsightsPosts;

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
        facebook_insights::seen_headers(peek).iter().find(|headers| wire::is_ours(headers))?;
        Some(Recognised { sure: 95, network: Some(Network::Facebook), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let mut export = Export::open(input, wire::is_ours)?;
        let columns = Columns::find(wire::LABELS, export.headers());
        columns.require(export.header_line())?;
        let acts = Acts::of(export.others())?;
        let read = |export: &Export<'_>, row: &Row| {
            let mut post = PostRow::read(&columns, row)?;
            let beside: Vec<(Metric, f64)> = acts.of_post(&post).collect();
            post.figures.extend(beside);
            Ok(PostRow { posted: export.date(post.posted), ..post })
        };
        let held = export.hold(&columns, Column::PostId, sink, read, |post| (&post.posted, post.line))?;
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
        let mut seen: Vec<Note> = facebook_insights::order_note(&held.clues, order).into_iter().collect();
        seen.extend(posts.notes());
        if !options.zone_named {
            seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
        }
        if !columns.present().any(wire::is_reaction) && !acts.tell_reactions() {
            seen.push(Note::new("insights-without-reactions", []));
        }
        seen.extend(facebook_insights::sheets_note(export.others().len() - acts.sheets));
        Ok(Report { rows: held.count, seen })
    }
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
