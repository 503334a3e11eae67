//! How roll-ups pack quarter-hours: a page is 32 UTC days, and a blob holds the quarters of one page in order.
//!
//! A page instead of a calendar month keeps the arithmetic free of calendars; two years of one series are 23 rows,
//! which is what makes a dashboard fast in a row store (ADR 0003).

use crate::error::StoreError;
use model::{Quarter, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Quarter-hours in a page.
pub const PAGE: i64 = 32 * 96;

/// The page a quarter lies in, and its place there.
pub fn place(quarter: Quarter) -> (i64, u16) {
    (quarter.0.div_euclid(PAGE), u16::try_from(quarter.0.rem_euclid(PAGE)).unwrap_or(u16::MAX))
}

/// The quarter at a place of a page.
pub fn quarter(page: i64, place: u16) -> Quarter {
    Quarter(page * PAGE + i64::from(place))
}

/// The pages a span touches, first and last, both included.
pub fn pages(span: Span) -> (i64, i64) {
    (place(span.from.quarter()).0, place(model::Millis(span.to.0.saturating_sub(1)).quarter()).0)
}

/// Counts by place.
pub type Counts = BTreeMap<u16, u32>;

/// Sets of actors by place.
pub type Sets = BTreeMap<u16, BTreeSet<u32>>;

/// Packs counts.
pub fn pack(counts: &Counts) -> Result<Vec<u8>, StoreError> {
    let list: Vec<(u16, u32)> = counts.iter().map(|(&place, &n)| (place, n)).collect();
    Ok(postcard::to_stdvec(&list)?)
}

/// Unpacks counts into a list in order.
pub fn unpack(blob: &[u8]) -> Result<Vec<(u16, u32)>, StoreError> {
    Ok(postcard::from_bytes(blob)?)
}

/// Packs sets; actors are kept as differences so that small sets stay small.
pub fn pack_sets(sets: &Sets) -> Result<Vec<u8>, StoreError> {
    let list: Vec<(u16, Vec<u32>)> = sets
        .iter()
        .map(|(&place, actors)| {
            let mut last = 0;
            let steps = actors.iter().map(|&actor| {
                let step = actor - last;
                last = actor;
                step
            });
            (place, steps.collect())
        })
        .collect();
    Ok(postcard::to_stdvec(&list)?)
}

/// Unpacks sets into lists in order.
pub fn unpack_sets(blob: &[u8]) -> Result<Vec<(u16, Vec<u32>)>, StoreError> {
    let mut list: Vec<(u16, Vec<u32>)> = postcard::from_bytes(blob)?;
    for (_, actors) in &mut list {
        let mut last = 0_u32;
        for actor in actors {
            last = last.saturating_add(*actor);
            *actor = last;
        }
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_quarter_finds_its_place_again(q in -10_000_000_i64..10_000_000) {
            let (page, at) = place(Quarter(q));
            prop_assert_eq!(quarter(page, at), Quarter(q));
        }

        #[test]
        fn counts_survive_packing(counts: BTreeMap<u16, u32>) {
            let list: Vec<_> = counts.clone().into_iter().collect();
            prop_assert_eq!(unpack(&pack(&counts).unwrap()).unwrap(), list);
        }

        #[test]
        fn sets_survive_packing(sets: BTreeMap<u16, BTreeSet<u32>>) {
            let list: Vec<(u16, Vec<u32>)> = sets.iter().map(|(p, s)| (*p, s.iter().copied().collect())).collect();
            prop_assert_eq!(unpack_sets(&pack_sets(&sets).unwrap()).unwrap(), list);
        }
    }
}
