//! Instants in UTC: milliseconds for facts, quarter-hours for roll-ups. Local time is no business of this crate
//! (`measure` folds it, in one place).

use serde::{Deserialize, Serialize};

/// Milliseconds in a quarter-hour.
pub const QUARTER_MS: i64 = 15 * 60 * 1000;

/// An instant: milliseconds since the Unix epoch, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub i64);

impl Millis {
    /// The quarter-hour this instant falls in.
    pub const fn quarter(self) -> Quarter {
        Quarter(self.0.div_euclid(QUARTER_MS))
    }
}

/// A UTC quarter-hour, counted from the Unix epoch: the finest grain of the roll-ups, fine enough for every
/// zone in use (+5:45 included) and for both clock changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quarter(pub i64);

impl Quarter {
    /// The instant at which it begins.
    pub const fn start(self) -> Millis {
        Millis(self.0 * QUARTER_MS)
    }
}

/// A half-open stretch of time, `from` included, `to` excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// First instant inside.
    pub from: Millis,
    /// First instant after.
    pub to: Millis,
}

impl Span {
    /// Every instant there is.
    pub const ALWAYS: Self = Self { from: Millis(i64::MIN / 2), to: Millis(i64::MAX / 2) };

    /// Whether the instant lies inside.
    pub const fn holds(&self, at: Millis) -> bool {
        self.from.0 <= at.0 && at.0 < self.to.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_before_the_epoch_round_down() {
        assert_eq!(Millis(-1).quarter(), Quarter(-1));
        assert_eq!(Millis(0).quarter(), Quarter(0));
        assert_eq!(Millis(QUARTER_MS).quarter().start(), Millis(QUARTER_MS));
    }
}
