//! Which posts an import touched. New ones have ids one after the other, so that runs of them are kept: a million in one.

use std::collections::BTreeMap;

/// A set of ids.
#[derive(Debug, Default)]
pub(super) struct Touched {
    /// First id of each run, and the last.
    runs: BTreeMap<i64, i64>,
}

impl Touched {
    /// Adds an id.
    pub fn insert(&mut self, id: i64) {
        let before = self.runs.range_mut(..=id).next_back();
        let first = match before {
            Some((_, last)) if *last >= id => return,
            Some((first, last)) if *last == id - 1 => {
                *last = id;
                *first
            }
            _ => id,
        };
        let last = self.runs.remove(&(id + 1)).unwrap_or(id);
        self.runs.insert(first, last);
    }

    /// Whether an id is there.
    pub fn contains(&self, id: i64) -> bool {
        self.runs.range(..=id).next_back().is_some_and(|(_, last)| *last >= id)
    }

    /// First and last id of each run, in order.
    pub fn runs(&self) -> impl Iterator<Item = (i64, i64)> {
        self.runs.iter().map(|(first, last)| (*first, *last))
    }
}

impl Extend<i64> for Touched {
    fn extend<T: IntoIterator<Item = i64>>(&mut self, ids: T) {
        ids.into_iter().for_each(|id| self.insert(id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn it_is_a_set(ids: Vec<i8>) {
            let mut touched = Touched::default();
            touched.extend(ids.iter().copied().map(i64::from));
            let plain: BTreeSet<i64> = ids.into_iter().map(i64::from).collect();
            let runs: Vec<_> = touched.runs().collect();
            let told: Vec<i64> = runs.iter().flat_map(|(first, last)| *first..=*last).collect();
            prop_assert_eq!(told, plain.iter().copied().collect::<Vec<_>>());
            prop_assert!(runs.windows(2).all(|pair| matches!(pair, [a, b] if a.1 + 1 < b.0)), "runs that touch are one");
            for id in -200..200 {
                prop_assert_eq!(touched.contains(id), plain.contains(&id));
            }
        }
    }
}
