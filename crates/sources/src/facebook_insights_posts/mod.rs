//! Facebook Page Insights, post level: the export of 2011 to 2018 and after, one row a post.

mod acts;
mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates::{self, Order};
use crate::facebook_insights::{self, Export};
use crate::input::Input;
use crate::table::{Columns, Row};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use crate::waiting_rows::WaitingRows;
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
        let mut posts = Posts::new(&zone);
        let mut waiting = WaitingRows::new(&columns, Column::Posted);
        let count = export.each(&columns, Column::PostId, sink, |export, row, sink| {
            let (row, post) = match row.and_then(|row| read(export, &row).map(|post| (row, post))) {
                Ok(read) => read,
                Err(trouble) => return sink.bad(trouble),
            };
            let Some(order) = waiting.see(&row, &post.posted)? else { return Ok(()) };
            for row in waiting.take() {
                posts.hand_out(&read(export, &row)?, order, columns.header(Column::Posted), sink)?;
            }
            posts.hand_out(&post, order, columns.header(Column::Posted), sink)
        })?;
        let field = columns.header(Column::Posted);
        let order = order(&waiting, field)?;
        for row in waiting.take() {
            posts.hand_out(&read(&export, &row)?, order, field, sink)?;
        }
        posts.coverage().into_iter().try_for_each(|piece| sink.piece(piece))?;
        let mut seen: Vec<Note> = facebook_insights::order_note(waiting.clues(), order).into_iter().collect();
        seen.extend(posts.notes());
        if !options.zone_named {
            seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
        }
        if !columns.present().any(wire::is_reaction) && !acts.tell_reactions() {
            seen.push(Note::new("insights-without-reactions", []));
        }
        seen.extend(facebook_insights::sheets_note(export.others().len() - acts.sheets));
        Ok(Report { rows: count, seen })
    }
}

/// The order of day and month: from the dates themselves, else the month first that Facebook writes under its
/// English headers.
fn order(waiting: &WaitingRows<'_, Column>, field: &str) -> Result<Order, Refusal> {
    match waiting.order()? {
        Some(order) => Ok(order),
        None if !waiting.clues().needed() || field.eq_ignore_ascii_case("Posted") => Ok(Order::MonthFirst),
        None => Err(Trouble::new(TroubleCode::AmbiguousDates).field(field).into()),
    }
}
