//! Visits under way: pages of one visitor that follow each other within 30 minutes of log time.

use foldhash::HashMap;
use foldhash::fast::RandomState;
use model::visit::PAUSE_MS;
use model::{Millis, Origin, Visit};
use std::hash::BuildHasher;

/// Servers write a request when it ends: lines may be out of order by as much as the slowest answer takes.
const DISORDER_MS: i64 = 5 * 60 * 1000;
/// Visits under way at once, about 500 bytes each. Beyond, those seen least recently are closed early.
const LIMIT: usize = 100_000;
/// Longest landing path kept, in bytes.
const LONGEST_PATH: usize = 500;

/// A page somebody saw.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// Address of the visitor's machine.
    pub address: &'a [u8],
    /// Its browser; empty in a common log.
    pub agent: &'a [u8],
    /// When.
    pub at: Millis,
    /// Path of the page.
    pub path: &'a [u8],
}

/// The table of visits under way.
#[derive(Debug)]
pub struct Visits {
    open: HashMap<u64, Visit>,
    hasher: RandomState,
    swept: Millis,
    limit: usize,
    /// Visits closed so far.
    pub closed: u64,
}

impl Default for Visits {
    fn default() -> Self {
        Self {
            open: HashMap::default(),
            hasher: RandomState::default(),
            swept: Millis(i64::MIN / 2),
            limit: LIMIT,
            closed: 0,
        }
    }
}

impl Visits {
    /// Takes one page in; visits that are over go to `over`, in order of their beginning. `origin` is asked for the
    /// first page of a visit only.
    pub fn page(&mut self, seen: Seen<'_>, origin: impl Fn() -> Origin, over: &mut Vec<Visit>) {
        self.sweep(seen.at, over);
        let visitor = self.hasher.hash_one((seen.address, seen.agent));
        if let Some(visit) = self.open.get_mut(&visitor) {
            if near(visit, seen.at, PAUSE_MS) {
                visit.pages = visit.pages.saturating_add(1);
                visit.last = visit.last.max(seen.at);
                if seen.at < visit.from {
                    visit.from = seen.at;
                    visit.origin = origin();
                    visit.landing = landing(seen.path);
                }
                return;
            }
            let next = begin(seen, origin());
            over.push(std::mem::replace(visit, next));
            self.closed += 1;
            return;
        }
        self.open.insert(visitor, begin(seen, origin()));
        if self.open.len() > self.limit {
            self.close_oldest(over);
        }
    }

    /// Closes what is left at the end of the log.
    pub fn finish(&mut self, over: &mut Vec<Visit>) {
        self.close(|_| true, over);
    }

    /// Every few minutes of log time, closes the visits that no line to come can continue. A log that jumps (several
    /// files one after the other, newest first) closes what lies far on either side.
    fn sweep(&mut self, at: Millis, over: &mut Vec<Visit>) {
        if at.0.abs_diff(self.swept.0) < DISORDER_MS.unsigned_abs() {
            return;
        }
        self.swept = at;
        self.close(|visit| !near(visit, at, PAUSE_MS + DISORDER_MS), over);
    }

    fn close_oldest(&mut self, over: &mut Vec<Visit>) {
        let mut lasts: Vec<Millis> = self.open.values().map(|visit| visit.last).collect();
        let quarter = lasts.len() / 4;
        let (_, limit, _) = lasts.select_nth_unstable(quarter);
        let limit = *limit;
        self.close(|visit| visit.last <= limit, over);
    }

    fn close(&mut self, is_over: impl Fn(&Visit) -> bool, over: &mut Vec<Visit>) {
        let start = over.len();
        over.extend(self.open.extract_if(|_, visit| is_over(visit)).map(|(_, visit)| visit));
        // The table has no order of its own; the same log gives the same pieces in the same order.
        if let Some(closed) = over.get_mut(start..) {
            closed.sort_unstable_by(|a, b| (a.from, &a.visitor).cmp(&(b.from, &b.visitor)));
            self.closed += u64::try_from(closed.len()).unwrap_or(0);
        }
    }
}

fn near(visit: &Visit, at: Millis, pause: i64) -> bool {
    visit.from.0.saturating_sub(pause) <= at.0 && at.0 <= visit.last.0.saturating_add(pause)
}

fn begin(seen: Seen<'_>, origin: Origin) -> Visit {
    let mut visitor = String::from_utf8_lossy(seen.address).into_owned();
    if !seen.agent.is_empty() {
        visitor.push(' ');
        visitor.push_str(&String::from_utf8_lossy(seen.agent));
    }
    Visit { visitor, from: seen.at, last: seen.at, origin, landing: landing(seen.path), pages: 1 }
}

/// The path as kept: text, of a bounded length.
pub fn landing(path: &[u8]) -> String {
    let mut path = String::from_utf8_lossy(path).into_owned();
    path.truncate(path.floor_char_boundary(LONGEST_PATH));
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTE: i64 = 60_000;

    fn visits(pages: &[(&str, i64, &str)], limit: usize) -> Vec<(String, i64, i64, String, u32)> {
        let mut table = Visits { limit, ..Visits::default() };
        let mut over = Vec::new();
        for (address, minute, path) in pages {
            let seen =
                Seen { address: address.as_bytes(), agent: b"", at: Millis(minute * MINUTE), path: path.as_bytes() };
            table.page(seen, Origin::default, &mut over);
        }
        table.finish(&mut over);
        assert_eq!(table.closed, u64::try_from(over.len()).unwrap_or(0));
        over.into_iter().map(|v| (v.visitor, v.from.0 / MINUTE, v.last.0 / MINUTE, v.landing, v.pages)).collect()
    }

    #[test]
    fn a_pause_ends_a_visit() {
        let pages = [("a", 0, "/1"), ("a", 30, "/2"), ("b", 31, "/3"), ("a", 61, "/4")];
        let expected = [
            ("a".to_owned(), 0, 30, "/1".to_owned(), 2),
            ("b".to_owned(), 31, 31, "/3".to_owned(), 1),
            ("a".to_owned(), 61, 61, "/4".to_owned(), 1),
        ];
        assert_eq!(visits(&pages, LIMIT), expected);
    }

    #[test]
    fn lines_a_little_out_of_order_are_one_visit_that_begins_with_the_earliest() {
        let pages = [("a", 2, "/2"), ("a", 1, "/1"), ("a", 3, "/3")];
        assert_eq!(visits(&pages, LIMIT), [("a".to_owned(), 1, 3, "/1".to_owned(), 3)]);
    }

    #[test]
    fn a_full_table_closes_the_oldest() {
        let pages: Vec<_> = (0..20)
            .map(|at| (["a", "b", "c", "d", "e", "f", "g", "h"][at % 8], i64::try_from(at).unwrap_or(0), "/"))
            .collect();
        let found = visits(&pages, 4);
        assert_eq!(found.iter().map(|visit| visit.4).sum::<u32>(), 20);
    }

    proptest! {
        /// The same visits as cutting each visitor's sorted pages at every pause, which is the definition.
        #[test]
        fn visits_are_as_defined(mut pages in proptest::collection::vec((0_usize..3, 0_i64..600), 1..60)) {
            pages.sort_by_key(|(_, minute)| *minute);
            let names = ["a", "b", "c"];
            let mut expected = Vec::new();
            for (who, name) in names.iter().enumerate() {
                let times: Vec<i64> = pages.iter().filter(|(of, _)| *of == who).map(|(_, minute)| *minute).collect();
                for run in times.chunk_by(|a, b| b - a <= 30) {
                    if let (Some(first), Some(last)) = (run.first(), run.last()) {
                        expected.push((name.to_string(), *first, *last, "/".to_owned(), u32::try_from(run.len()).unwrap_or(0)));
                    }
                }
            }
            let pages: Vec<_> = pages.iter().map(|(who, minute)| (names[*who], *minute, "/")).collect();
            let mut found = visits(&pages, LIMIT);
            found.sort();
            expected.sort();
            prop_assert_eq!(found, expected);
        }
    }
}
