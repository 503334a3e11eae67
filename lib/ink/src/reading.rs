//! What is known about one value: whole, partial or missing. Marks draw each differently, and never draw
//! a missing value as zero.

/// One value and how far it can be trusted. The value may be in data units or in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// Complete.
    Whole(f64),
    /// Counted so far or from part of the sources: drawn hatched or dashed.
    Partial(f64),
    /// Not known: breaks a line, leaves a small cross among bars.
    Missing,
}

impl Reading {
    /// The value, when there is a finite one.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Whole(v) | Self::Partial(v) if v.is_finite() => Some(v),
            _ => None,
        }
    }

    /// Whether the value is there but incomplete.
    #[must_use]
    pub fn is_partial(self) -> bool {
        matches!(self, Self::Partial(_)) && self.value().is_some()
    }

    /// The same reading of another value, typically `reading.map(|v| scale.position(v))`.
    #[must_use]
    pub fn map(self, turn: impl FnOnce(f64) -> f64) -> Self {
        match self {
            Self::Whole(v) => Self::Whole(turn(v)),
            Self::Partial(v) => Self::Partial(turn(v)),
            Self::Missing => Self::Missing,
        }
    }
}

impl From<Option<f64>> for Reading {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::Missing, Self::Whole)
    }
}

/// One point of a line, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Horizontal position.
    pub x: f64,
    /// Vertical position, if known.
    pub y: Reading,
}

impl Point {
    /// A point at `x`, `y`.
    #[must_use]
    pub fn new(x: f64, y: Reading) -> Self {
        Self { x, y }
    }

    /// Both coordinates when both can be drawn.
    pub(crate) fn spot(self) -> Option<(f64, f64)> {
        self.y.value().filter(|_| self.x.is_finite()).map(|y| (self.x, y))
    }
}
