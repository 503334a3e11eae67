//! Chance that is no chance: a small generator (SplitMix64) keyed by seed, space, day and purpose, in whole numbers
//! only, so that every machine draws the same sample. Not for secrets, and not for statistics of real data.

/// The odd constant of SplitMix64 (Steele, Lea and Flood, 2014).
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// How much a day's amount strays from its mean, in thousandths: 13 quantiles, mean close to 1000.
const SPREAD: &[u64] = &[350, 500, 600, 690, 770, 850, 930, 1010, 1100, 1210, 1350, 1560, 2100];

/// A stream of draws.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

/// Scrambles one number into another that looks unrelated.
pub(super) const fn scramble(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

/// A number for a word, to key a stream with it (FNV-1a).
pub(super) fn number_of(word: &str) -> u64 {
    word.bytes().fold(0xCBF2_9CE4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

impl Chance {
    /// The stream of that key; the same key always gives the same draws.
    pub(super) fn of(key: &[u64]) -> Self {
        Self(key.iter().fold(GOLDEN, |state, part| scramble(state.wrapping_add(GOLDEN) ^ scramble(*part))))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        scramble(self.0)
    }

    /// A number from 0 to `end` excluded; 0 when `end` is 0. `end` stays below 2^32.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        ((self.next() >> 32) * end) >> 32
    }

    /// True so many times in a thousand.
    pub(super) fn hit(&mut self, thousandths: u64) -> bool {
        self.below(1000) < thousandths
    }

    /// One of a list, each as likely; `None` when it is empty.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let place = self.below(u64::try_from(list.len()).unwrap_or(0));
        list.get(usize::try_from(place).unwrap_or(0))
    }

    /// One of a list, each as likely as its weight.
    pub(super) fn weighted<T>(&mut self, list: &[T], weight: impl Fn(&T) -> u64) -> Option<usize> {
        let mut left = self.below(list.iter().map(&weight).sum());
        list.iter().position(|entry| {
            let its = weight(entry);
            let here = left < its;
            left = left.saturating_sub(its);
            here
        })
    }

    /// A value of a distribution given by its quantiles at even steps, ascending.
    pub(super) fn along(&mut self, quantiles: &[u64]) -> u64 {
        let steps = u64::try_from(quantiles.len()).unwrap_or(1).saturating_sub(1);
        let place = (self.next() >> 32) * steps;
        let step = usize::try_from(place >> 32).unwrap_or(0);
        let low = quantiles.get(step).copied().unwrap_or(0);
        let high = quantiles.get(step + 1).copied().unwrap_or(low);
        low + ((high.saturating_sub(low) * (place & 0xFFFF_FFFF)) >> 32)
    }

    /// A whole number whose mean is so many thousandths, strayed as days of a community do.
    pub(super) fn count(&mut self, mean_thousandths: u64) -> u64 {
        let strayed = mean_thousandths * self.along(SPREAD) / 1000;
        self.about(strayed)
    }

    /// A whole number next to so many thousandths, right on average.
    pub(super) fn about(&mut self, thousandths: u64) -> u64 {
        thousandths / 1000 + u64::from(self.hit(thousandths % 1000))
    }

    /// A rank from 0 to `ranks` excluded, heavy-headed: the first tenth is drawn nearly half of the time.
    pub(super) fn rank(&mut self, ranks: u64) -> u64 {
        let part = self.next() >> 48;
        cubed(ranks, part)
    }

    /// `wanted` different ranks below `ranks` where there are so many (beyond it otherwise), ascending and heavy-headed.
    pub(super) fn distinct_ranks(&mut self, wanted: u64, ranks: u64, mut each: impl FnMut(&mut Self, u64)) {
        let mut next = self.below(2);
        for turn in 0..wanted {
            let part = (turn << 16).saturating_add(self.next() >> 48) / wanted;
            let rank = next.max(cubed(ranks, part.min(0xFFFF)));
            next = rank + 1 + self.below(2);
            each(self, rank);
        }
    }
}

/// `ranks` times the cube of a part given in 65536ths.
const fn cubed(ranks: u64, part: u64) -> u64 {
    let once = ((ranks << 16) * part) >> 16;
    let twice = (once * part) >> 16;
    ((twice * part) >> 16) >> 16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_of_counts_is_the_one_asked_for() {
        for mean in [250, 1000, 7300, 120_000] {
            let mut chance = Chance::of(&[1, mean]);
            let sum: u64 = (0..20_000).map(|_| chance.count(mean)).sum();
            let found = sum / 20;
            assert!(found.abs_diff(mean) * 100 < mean * 4, "asked {mean}, found {found}");
        }
    }

    #[test]
    fn the_first_ranks_are_drawn_most_and_all_stay_inside() {
        let mut chance = Chance::of(&[7]);
        let ranks: Vec<u64> = (0..10_000).map(|_| chance.rank(1000)).collect();
        let first_tenth = ranks.iter().filter(|rank| **rank < 100).count();
        assert!((4_300..5_000).contains(&first_tenth), "{first_tenth}");
        assert!(ranks.iter().all(|rank| *rank < 1000));
    }

    #[test]
    fn distinct_ranks_never_come_twice() {
        let mut seen = std::collections::HashSet::new();
        Chance::of(&[3]).distinct_ranks(300, 400, |_, rank| assert!(seen.insert(rank)));
        assert_eq!(seen.len(), 300);
    }
}
