//! One stretch of dates being evaluated: the material, the frame it is folded into, and what is worked out once for
//! all rows (followers in order of time, the class of each visit, what each space's sources are known not to tell).

use crate::arrivals::{Table, tables};
use crate::ask::{Query, Split};
use crate::channel::{Channel, referrer_of, sort};
use crate::fold::start_of_day;
use crate::frame::Frame;
use crate::material::{Material, SpaceMaterial};
use crate::narrow::{Narrow, UNKNOWN};
use model::{FactKind, Grain, ImportId, Metric, Millis, Origin, What};
use std::sync::Arc;

/// A stand of followers in order of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// When it holds: for a stand given per day, the end of that local day.
    pub at: Millis,
    /// Its value.
    pub value: f64,
    /// Who told it.
    pub import: ImportId,
}

/// The class of a visit under the chosen rules.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitClass {
    /// Which channel.
    pub channel: Channel,
    /// Which referrer: a network's or engine's word, or a host.
    pub referrer: Arc<str>,
    /// Whether the log writes referrers at all.
    pub told: bool,
    /// Whether anything at all says where it came from.
    pub traced: bool,
}

impl VisitClass {
    /// Whether visits of this class belong to the row.
    pub fn belongs(&self, narrow: &Narrow) -> bool {
        narrow.channel.is_none_or(|channel| channel == self.channel)
            && narrow.referrer.as_ref().is_none_or(|referrer| *referrer == self.referrer)
    }
}

/// What is worked out once for a space, however the dates are cut.
#[derive(Debug, Default)]
struct Known {
    followers: Vec<Reading>,
    visits: Vec<VisitClass>,
    lacks: Vec<Metric>,
}

/// What is worked out once for a space and a cut.
#[derive(Debug)]
pub struct Ground<'a> {
    /// Stands of followers, by time.
    pub followers: &'a [Reading],
    /// The class of each entry of `SpaceMaterial::visits`.
    pub visits: &'a [VisitClass],
    /// Slots in which visits are counted one by one.
    pub counted: Vec<bool>,
    /// Tables of visits by origin, told by an audience tool.
    pub tables: Vec<Table>,
    /// Figures that the sources of this space are known not to tell.
    pub lacks: &'a [Metric],
}

/// Filters below the space, applied to the material beforehand.
#[derive(Debug, Default)]
pub struct Filters {
    /// Kinds allowed, if they are filtered.
    pub kinds: Option<Vec<FactKind>>,
    /// Whether content types, people, channels, referrers or posts are filtered: figures told for a space as a
    /// whole no longer fit.
    pub below_space: bool,
    /// Whether posts are filtered: what is told of a day is told of no post, so their sheets alone answer.
    pub posts: bool,
}

impl Filters {
    /// Whether facts of this kind count.
    pub fn takes_kind(&self, kind: FactKind) -> bool {
        self.kinds.as_ref().is_none_or(|kinds| kinds.contains(&kind))
    }
}

/// One stretch of dates, read and prepared: whatever is asked of it, in whatever cut, it is the same.
#[derive(Debug)]
pub struct Stretch {
    filters: Filters,
    zones: Vec<String>,
    material: Material,
    known: Vec<Known>,
}

impl Stretch {
    /// Prepares the material for questions with the filters, the zone and the rules of this one.
    pub fn new(query: &Query, mut material: Material) -> Self {
        let filters = below_space(query, &mut material);
        let mut zones: Vec<String> = Vec::new();
        let of_flows = material.spaces.iter().flat_map(|space| &space.flows).filter_map(|flow| flow.zone.as_ref());
        let of_arrivals = material.spaces.iter().flat_map(|space| &space.arrivals).filter_map(|row| row.zone.as_ref());
        for zone in of_flows.chain(of_arrivals) {
            if *zone != query.zone_name && !zones.contains(zone) && zones.len() < 64 {
                zones.push(zone.clone());
            }
        }
        let known = material.spaces.iter().map(|space| known(query, space, &material)).collect();
        Self { filters, zones, material, known }
    }
}

/// The evaluation of one stretch of dates.
#[derive(Debug)]
pub struct Evaluation<'a> {
    /// The question.
    pub query: &'a Query,
    /// Columns and slots.
    pub frame: Frame,
    /// The present moment.
    pub now: Millis,
    /// The zone asked.
    pub zone_name: &'a str,
    /// Whether columns are shorter than a month.
    pub finer_than_month: bool,
    /// Filters below the space.
    pub filters: &'a Filters,
    /// Zones in which services cut days, as met in the flows.
    pub zones: &'a [String],
    material: &'a Material,
    grounds: Vec<Ground<'a>>,
}

impl<'a> Evaluation<'a> {
    /// One question about a stretch.
    pub fn new(query: &'a Query, frame: Frame, stretch: &'a Stretch) -> Self {
        let spaces = stretch.material.spaces.iter().zip(&stretch.known);
        let grounds = spaces.map(|(space, known)| ground(query, &frame, space, known)).collect();
        Self {
            query,
            frame,
            now: query.now,
            zone_name: &query.zone_name,
            finer_than_month: matches!(query.grain, Some(Grain::Hour | Grain::Day | Grain::Week)),
            filters: &stretch.filters,
            zones: &stretch.zones,
            material: &stretch.material,
            grounds,
        }
    }

    /// The material.
    pub const fn material(&self) -> &'a Material {
        self.material
    }

    /// The space at a place, and what was worked out about it.
    #[expect(clippy::indexing_slicing, reason = "places are made by enumerating the very same lists")]
    pub fn space(&self, place: usize) -> (&SpaceMaterial, &Ground<'a>) {
        (&self.material.spaces[place], &self.grounds[place])
    }

    /// The bit of a service's zone that differs from the one asked.
    pub fn zone_bit(&self, zone: &str) -> Option<u8> {
        self.zones.iter().position(|known| known == zone).and_then(|at| u8::try_from(at).ok())
    }
}

fn ground<'a>(query: &Query, frame: &Frame, space: &SpaceMaterial, known: &'a Known) -> Ground<'a> {
    Ground {
        followers: &known.followers,
        visits: &known.visits,
        counted: counted(frame, space),
        tables: tables(query, frame, &space.arrivals),
        lacks: &known.lacks,
    }
}

fn known(query: &Query, space: &SpaceMaterial, material: &Material) -> Known {
    let mut followers: Vec<Reading> = space
        .levels
        .iter()
        .filter(|level| level.metric == Metric::Followers)
        .map(|level| Reading {
            at: level.day.and_then(|day| day.tomorrow().ok()).map_or(level.at, |next| start_of_day(next, &query.zone)),
            value: level.value,
            import: level.import,
        })
        .collect();
    followers.sort_by_key(|reading| reading.at);

    let mut imports: Vec<ImportId> = Vec::new();
    imports.extend(space.covered.iter().map(|row| row.import));
    imports.extend(space.flows.iter().map(|row| row.import));
    imports.extend(space.levels.iter().map(|row| row.import));
    imports.extend(space.sheets.iter().map(|row| row.import));
    imports.extend(space.arrivals.iter().map(|row| row.import));
    imports.sort_unstable();
    imports.dedup();
    let lacking = material.imports.iter().filter(|import| imports.binary_search(&import.id).is_ok());
    let lacks = lacking.flat_map(|import| import.lacks.iter().copied()).collect();

    let visits = space.visits.iter().map(|tally| class_of(query, &tally.origin)).collect();
    Known { followers, visits, lacks }
}

fn counted(frame: &Frame, space: &SpaceMaterial) -> Vec<bool> {
    let mut slots = vec![false; if space.visits.is_empty() { 0 } else { frame.slots.len() }];
    for covered in space.covered.iter().filter(|covered| covered.coverage.what == What::Visits) {
        let (from, to) = frame.slots_touched(covered.coverage.span);
        slots.iter_mut().take(to).skip(from).for_each(|slot| *slot = true);
    }
    slots
}

/// The class of visits of this origin under the rules asked.
pub fn class_of(query: &Query, origin: &Origin) -> VisitClass {
    let channel = sort(query.rules, origin);
    // What a tool calls direct, or keeps together with the rest, says no more than a log without referrer.
    let sorted = origin.channel.is_some() && !matches!(channel, Channel::Direct | Channel::Unassigned);
    VisitClass {
        channel,
        referrer: referrer_of(origin),
        told: origin.told,
        traced: sorted
            || origin.referrer.is_some()
            || origin.campaign_source.is_some()
            || origin.campaign_medium.is_some()
            || origin.campaign.is_some()
            || origin.click_id.is_some(),
    }
}

/// Applies filters below the space to the material.
fn below_space(query: &Query, material: &mut Material) -> Filters {
    let mut filters = Filters::default();
    for (split, values) in &query.filters {
        let takes = |value: &str| values.iter().any(|wanted| wanted == value);
        match split {
            Split::Client | Split::Space | Split::Network => {}
            Split::Kind => filters.kinds = Some(values.iter().filter_map(|value| value.parse().ok()).collect()),
            Split::ContentType | Split::Person | Split::Channel | Split::Referrer | Split::Post => {
                filters.below_space = true;
                filters.posts |= *split == Split::Post;
                for space in &mut material.spaces {
                    match split {
                        Split::ContentType => {
                            space.tallies.retain(|row| takes(row.content_type.as_str()));
                            space.sheets.retain(|row| takes(row.content_type.as_str()));
                        }
                        Split::Person => {
                            space.tallies.retain(|row| takes(row.person.as_deref().unwrap_or(UNKNOWN)));
                            space.sheets.retain(|row| takes(row.person.as_deref().unwrap_or(UNKNOWN)));
                        }
                        Split::Channel => {
                            space.visits.retain(|row| takes(class_of(query, &row.origin).channel.as_str()))
                        }
                        Split::Referrer => space.visits.retain(|row| takes(&class_of(query, &row.origin).referrer)),
                        Split::Post => {
                            space.sheets.retain(|row| takes(&row.post.0.to_string()));
                            space.tallies.clear();
                        }
                        Split::Client | Split::Space | Split::Network | Split::Kind => {}
                    }
                }
            }
        }
    }
    filters
}
