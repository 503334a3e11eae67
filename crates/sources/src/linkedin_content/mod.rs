//! LinkedIn page · content: the figures of each day (sheet *Metrics*) and the posts (sheet *All posts*).

mod normalise;
mod wire;

use crate::contract::{Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
use crate::dates;
use crate::input::Input;
use crate::linkedin::{Days, Export, Under, each_day, order_of};
use crate::trouble::{Refusal, Trouble, TroubleCode};
use jiff::civil::Date;
use model::{Metric, Millis, Network};
use wire::{Column, Daily};

/// The content export of a LinkedIn page.
pub struct LinkedinContent;

static MANIFEST: Manifest = Manifest {
    id: "linkedin-content",
    name: "LinkedIn page · content",
    network: Some(Network::Linkedin),
    sees: &[
        Sees::Space(Metric::Impressions),
        Sees::Space(Metric::Reach),
        Sees::Space(Metric::Clicks),
        Sees::Space(Metric::Likes),
        Sees::Space(Metric::Comments),
        Sees::Space(Metric::Shares),
        Sees::Posts,
        Sees::Post(Metric::Impressions),
        Sees::Post(Metric::VideoViews),
        Sees::Post(Metric::Clicks),
        Sees::Post(Metric::Likes),
        Sees::Post(Metric::Comments),
        Sees::Post(Metric::Shares),
        Sees::Post(Metric::FollowsFromPost),
    ],
    lacks: &[Metric::Gains, Metric::Losses, Metric::Followers],
    never_kept: &["Campaign name", "Posted by", "Audience", "Engagement rate", "(organic)", "(sponsored)"],
    asks: &[],
    service_zone: None,
    tier: Tier::Bronze,
    help: include_str!("README.md"),
};

impl Format for LinkedinContent {
    fn manifest(&self) -> &'static Manifest {
        &MANIFEST
    }

    fn recognise(&self, peek: &Peek) -> Option<Recognised> {
        let export = Export::seen(peek);
        let ours =
            export.under(wire::DAYS, wire::is_days).is_some() || export.under(wire::POSTS, wire::is_posts).is_some();
        ours.then_some(Recognised { sure: 95, network: Some(Network::Linkedin), space: None, seen: Vec::new() })
    }

    fn read(&self, input: &mut Input, options: &Options, sink: &mut dyn Sink) -> Result<Report, Refusal> {
        let zone = dates::zone(&options.zone)?;
        let observed_at = exported_at(&input.name, options.now);
        let export = Export::read(input)?;
        let posts = export.under(wire::POSTS, wire::is_posts);
        let days = match export.under(wire::DAYS, wire::is_days) {
            Some(under) => Some(under),
            None if posts.is_some() => None,
            None => return Err(neither(&export).into()),
        };
        days.iter().try_for_each(|under| under.columns.require(under.header_line))?;
        let (mut rows, mut seen, mut read, mut range) = (0, Vec::new(), Vec::new(), None);
        if let Some(under) = &days {
            let told = each_day(under, Daily::Date, sink, |row, date| {
                Ok(normalise::of_day(&wire::Day::read(&under.columns, row)?, date))
            })?;
            (rows, range) = (told.rows, told.range);
            seen.extend(told.notes());
            read.push(under.name);
        }
        if let Some(under) = &posts {
            under.columns.require(under.header_line)?;
            let told = take_posts(under, &zone, range, observed_at, sink)?;
            rows += told.0;
            seen.extend(told.1.into_iter().filter(|note| !seen.contains(note)).collect::<Vec<_>>());
            if told.2 && !options.zone_named {
                seen.push(Note::new("zone-assumed", [("zone", options.zone.clone())]));
            }
            read.push(under.name);
        }
        let others = export.others(&read);
        if !others.is_empty() {
            seen.push(Note::new("blocks-left-out", [("titles", others.join(" · "))]));
        }
        Ok(Report { rows, seen })
    }
}

/// Why neither table was found: quoted again, or columns that are not there.
fn neither(export: &Export) -> Trouble {
    let days = export.require(wire::DAYS, wire::is_days).err();
    let posts = export.require(wire::POSTS, wire::is_posts).err();
    let requoted = posts.filter(|trouble| trouble.code == TroubleCode::Requoted);
    requoted.or(days).unwrap_or_else(|| Trouble::new(TroubleCode::Empty))
}

/// Rows, notes, and whether the client's zone was needed.
type Told = (u64, Vec<Note>, bool);

fn take_posts(
    under: &Under<'_, Column>,
    zone: &jiff::tz::TimeZone,
    range: Option<(Date, Date)>,
    observed_at: Option<Millis>,
    sink: &mut dyn Sink,
) -> Result<Told, Refusal> {
    let order = order_of(under, Column::Created)?;
    let mut posts = normalise::Posts::new(zone, order);
    let mut rows = 0;
    for row in under.rows {
        rows += 1;
        let header = under.columns.header(Column::Created);
        let read = under.fit(row).and_then(|row| posts.take(wire::PostRow::read(under, &row)?, header));
        read.or_else(|trouble| sink.bad(trouble))?;
        sink.progress(0, rows);
    }
    if rows == 0 && range.is_none() {
        return Err(Trouble::new(TroubleCode::Empty).line(under.header_line).into());
    }
    posts.pieces(range, observed_at).into_iter().try_for_each(|piece| sink.piece(piece))?;
    let mut notes = Days { rows, range: None, order }.notes();
    notes.retain(|note| note.code != "day-zone-unknown");
    notes.extend(posts.notes());
    Ok((rows, notes, posts.zone_was_needed()))
}

/// When the file was made, in the name LinkedIn gives it: `page_content_1780000000000.xls`.
fn exported_at(name: &str, now: Millis) -> Option<Millis> {
    const FIRST: i64 = 1_000_000_000_000;
    let at = name.split(['_', '.', ' ', '/']).filter(|part| part.len() == 13).find_map(|part| part.parse().ok());
    at.filter(|at| (FIRST..=now.0).contains(at)).map(Millis)
}
