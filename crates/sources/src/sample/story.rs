//! What happened to some spaces beside the ordinary: a crisis of three days, bots that arrive over weeks and are
//! purged in one night. Both come back on the same days of every even year, so that any two whole years hold one of
//! each and two samples with different ends tell the same story.

use jiff::civil::Date;

/// What happens to a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Story {
    /// Nothing out of the ordinary.
    Calm,
    /// A disputed article: many comments and mentions, followers who leave.
    Crisis,
    /// Bots follow in spring and are removed by the network in one night of September.
    Purge,
}

/// How much more than usual a day sees, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mood {
    /// @mentions and citations.
    pub(super) mentions: u64,
    /// Comments on the posts of the day.
    pub(super) comments: u64,
    /// Likes of the posts of the day.
    pub(super) likes: u64,
    /// Followers who leave.
    pub(super) losses: u64,
    /// Comments that the team has to moderate, of a thousand.
    pub(super) moderated: u64,
}

/// An ordinary day.
const ORDINARY: Mood = Mood { mentions: 1000, comments: 1000, likes: 1000, losses: 1000, moderated: 15 };

/// The night in which bots are purged begins this day.
const PURGE: (i8, i8) = (9, 15);

impl Story {
    /// How that day differs.
    pub(super) fn mood(self, date: Date) -> Mood {
        let day = match (date.year().rem_euclid(2), date.month(), date.day()) {
            (0, 10, day @ 6..=8) if self == Self::Crisis => day,
            _ => return ORDINARY,
        };
        match day {
            6 => Mood { mentions: 14_000, comments: 9_000, likes: 700, losses: 16_000, moderated: 140 },
            7 => Mood { mentions: 20_000, comments: 12_000, likes: 600, losses: 24_000, moderated: 170 },
            _ => Mood { mentions: 9_000, comments: 6_000, likes: 800, losses: 11_000, moderated: 110 },
        }
    }

    /// How many bots arrive that day, in thousandths.
    pub(super) fn bots_arriving(self, date: Date) -> u64 {
        let season = date.year().rem_euclid(2) == 0 && date.month() == 5 && date.day() <= 24;
        if self == Self::Purge && season { 38_000 } else { 0 }
    }

    /// Whether bots are removed in the first hours of that day.
    pub(super) fn purges(self, date: Date) -> bool {
        self == Self::Purge && date.year().rem_euclid(2) == 0 && (date.month(), date.day()) == PURGE
    }
}
