//! Rows: which combinations of keys a question has, given what the material holds.

use crate::answer::Key;
use crate::arrivals::Table;
use crate::ask::Split;
use crate::evaluation::Evaluation;
use crate::history::SpaceInfo;
use crate::indicator::Indicator;
use crate::material::SpaceMaterial;
use crate::narrow::{Narrow, UNKNOWN};
use model::{FactKind, Quarter};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One row of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The keys, in the order asked.
    pub keys: Vec<Key>,
    /// Places of the spaces.
    pub spaces: Vec<usize>,
    /// What it is narrowed to below the space.
    pub narrow: Narrow,
    /// The post it is about: it has a figure in one column only.
    pub only: Option<Only>,
}

/// One post and the column it came out in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Only {
    /// The column.
    pub column: usize,
    /// The place of its space.
    pub place: usize,
    /// Its place among the space's sheets.
    pub sheet: usize,
}

/// Orders rows: by rank (time of a post, code of a closed list), then by word.
type Order = Vec<(i64, String)>;

/// The rows of an indicator, in order.
pub fn groups(evaluation: &Evaluation<'_>, indicator: &Indicator) -> Vec<Group> {
    let splits = &evaluation.query.splits;
    let below: Vec<Split> = splits
        .iter()
        .copied()
        .filter(|split| !matches!(split, Split::Client | Split::Space | Split::Network))
        .collect();
    let mut rows: Vec<(Order, Group)> = Vec::new();
    for (places, spaces) in by_space(evaluation) {
        for (narrow, only) in narrows(evaluation, indicator, &below, &spaces) {
            let mut order = Order::new();
            let mut keys = Vec::new();
            let mut inside = places.iter();
            for split in splits {
                let (rank, key) = match split {
                    Split::Client | Split::Space | Split::Network => match inside.next() {
                        Some((rank, key)) => (*rank, key.clone()),
                        None => continue,
                    },
                    _ => key_below(evaluation, *split, &narrow, only),
                };
                order.push((rank, key.id.clone()));
                keys.push(key);
            }
            rows.push((order, Group { keys, spaces: spaces.clone(), narrow, only }));
        }
    }
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    rows.into_iter().map(|(_, group)| group).collect()
}

/// Keys of the splits by client, space and network, with their ranks.
type Places = Vec<(i64, Key)>;

/// The word and the name of a space. Two clients may give their spaces the same ones: then the client's go with them.
fn named(info: &SpaceInfo, all: &[SpaceMaterial]) -> (String, String) {
    let others = || all.iter().map(|space| &space.info).filter(|other| other.id != info.id);
    let id = if others().any(|other| other.slug == info.slug) {
        format!("{}/{}", info.client_slug, info.slug)
    } else {
        info.slug.clone()
    };
    let label = if others().any(|other| other.name == info.name) {
        format!("{} · {}", info.name, info.client_name)
    } else {
        info.name.clone()
    };
    (id, label)
}

fn by_space(evaluation: &Evaluation<'_>) -> BTreeMap<Places, Vec<usize>> {
    let query = evaluation.query;
    let mut rows: BTreeMap<Places, Vec<usize>> = BTreeMap::new();
    let wanted = |space: &SpaceInfo| {
        query.filters.iter().all(|(split, values)| match split {
            Split::Client => values.contains(&space.client_slug),
            Split::Space => values.iter().any(|value| match value.split_once('/') {
                Some((client, slug)) => client == space.client_slug && slug == space.slug,
                None => *value == space.slug,
            }),
            Split::Network => values.iter().any(|value| value == space.network.as_str()),
            _ => true,
        })
    };
    let split_by_space =
        query.splits.iter().any(|split| matches!(split, Split::Client | Split::Space | Split::Network));
    if !split_by_space {
        rows.insert(Vec::new(), Vec::new());
    }
    for (place, space) in evaluation.material().spaces.iter().enumerate() {
        let info = &space.info;
        if !wanted(info) {
            continue;
        }
        let mut keys = Vec::new();
        for split in &query.splits {
            let (rank, id, label) = match split {
                Split::Client => (0, info.client_slug.clone(), info.client_name.clone()),
                Split::Space => {
                    let (id, label) = named(info, &evaluation.material().spaces);
                    (info.id.0, id, label)
                }
                Split::Network => (i64::from(info.network.code()), info.network.to_string(), info.network.to_string()),
                _ => continue,
            };
            keys.push((rank, Key { split: *split, id, label }));
        }
        rows.entry(keys).or_default().push(place);
    }
    rows
}

/// What rows are narrowed to: every combination the material holds.
fn narrows(
    evaluation: &Evaluation<'_>,
    indicator: &Indicator,
    below: &[Split],
    spaces: &[usize],
) -> BTreeMap<Narrow, Option<Only>> {
    let mut found = BTreeMap::new();
    if below.is_empty() {
        found.insert(Narrow::default(), None);
        return found;
    }
    let has = |split: Split| below.contains(&split);
    let kinds: Vec<FactKind> = indicator.kinds().filter(|kind| evaluation.filters.takes_kind(*kind)).collect();
    if below == [Split::Kind] {
        found.extend(kinds.iter().map(|kind| (Narrow { kind: Some(*kind), ..Narrow::default() }, None)));
        return found;
    }
    let seen = |quarters: &[(Quarter, u32)]| {
        quarters.iter().any(|(quarter, _)| evaluation.frame.slot_at(quarter.start()).is_some())
    };
    for place in spaces {
        let (space, ground) = evaluation.space(*place);
        for (tally, class) in space.visits.iter().zip(ground.visits) {
            if seen(&tally.quarters) {
                let channel = has(Split::Channel).then_some(class.channel);
                let referrer = has(Split::Referrer).then(|| Arc::clone(&class.referrer));
                found.insert(Narrow { channel, referrer, ..Narrow::default() }, None);
            }
        }
        let tables = ground.tables.iter().filter(|table| indicator.needs.visits && table.fits(false));
        for (class, _) in tables.flat_map(Table::rows) {
            let channel = has(Split::Channel).then_some(class.channel);
            let referrer = has(Split::Referrer).then(|| Arc::clone(&class.referrer));
            found.insert(Narrow { channel, referrer, ..Narrow::default() }, None);
        }
        let mut walk = evaluation.frame.walk();
        for (at, sheet) in space.sheets.iter().enumerate() {
            let Some(slot) = walk.slot_at(sheet.at) else { continue };
            let narrow = Narrow {
                kind: None,
                content_type: has(Split::ContentType).then_some(sheet.content_type),
                person: has(Split::Person).then(|| Arc::from(sheet.person.as_deref().unwrap_or(UNKNOWN))),
                post: has(Split::Post).then_some(sheet.post),
                ..Narrow::default()
            };
            let column = evaluation.frame.slots.get(slot).map(|slot| slot.column).filter(|_| has(Split::Post));
            let only = column.map(|column| Only { column, place: *place, sheet: at });
            if has(Split::Kind) {
                found.extend(kinds.iter().map(|kind| (Narrow { kind: Some(*kind), ..narrow.clone() }, only)));
            } else {
                found.insert(narrow, only);
            }
        }
        if has(Split::Post) {
            continue;
        }
        for tally in space.tallies.iter().filter(|tally| kinds.contains(&tally.kind) && seen(&tally.quarters)) {
            let narrow = Narrow {
                kind: has(Split::Kind).then_some(tally.kind),
                content_type: has(Split::ContentType).then_some(tally.content_type),
                person: has(Split::Person).then(|| Arc::from(tally.person.as_deref().unwrap_or(UNKNOWN))),
                ..Narrow::default()
            };
            found.insert(narrow, None);
        }
    }
    found
}

fn key_below(evaluation: &Evaluation<'_>, split: Split, narrow: &Narrow, only: Option<Only>) -> (i64, Key) {
    let same = |rank: i64, id: &str| (rank, Key { split, id: id.to_owned(), label: id.to_owned() });
    match split {
        Split::Kind => narrow.kind.map(|kind| same(i64::from(kind.code()), kind.as_str())),
        Split::ContentType => narrow.content_type.map(|content| same(i64::from(content.code()), content.as_str())),
        Split::Person => narrow.person.as_ref().map(|person| same(0, person)),
        Split::Channel => narrow.channel.map(|channel| same(i64::from(channel.code()), channel.as_str())),
        Split::Referrer => narrow.referrer.as_ref().map(|referrer| {
            let label = model::referrer::named(referrer).map_or(&**referrer, |party| party.name);
            (0, Key { split, id: referrer.to_string(), label: label.to_owned() })
        }),
        Split::Post => only.and_then(|only| {
            let sheet = evaluation.space(only.place).0.sheets.get(only.sheet)?;
            Some((sheet.at.0, Key { split, id: sheet.post.0.to_string(), label: sheet.label.clone() }))
        }),
        Split::Client | Split::Space | Split::Network => None,
    }
    .unwrap_or_else(|| same(0, UNKNOWN))
}
