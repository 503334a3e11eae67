//! What a source covers: the difference between "zero" and "missing".
//!
//! A day without a like inside the stretch that a source covers is a zero; outside of it, nothing is known.

use crate::fact::FactKind;
use crate::metric::Metric;
use crate::time::Span;

/// What is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// Facts of one kind, known one by one.
    Facts(FactKind),
    /// Lifetime figures of posts: the posts published in the stretch are all known.
    Posts(Metric),
    /// Visits to the site.
    Visits,
}

impl What {
    /// The stable number stored in the database.
    pub fn code(self) -> i16 {
        match self {
            Self::Facts(kind) => kind.code(),
            Self::Posts(metric) => 1000 + metric.code(),
            Self::Visits => 2000,
        }
    }

    /// What a stored number stands for.
    pub fn from_code(code: i16) -> Option<Self> {
        match code {
            2000 => Some(Self::Visits),
            1000.. => Metric::from_code(code - 1000).map(Self::Posts),
            _ => FactKind::from_code(code).map(Self::Facts),
        }
    }
}

/// A stretch of time over which a source tells everything of one sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// What.
    pub what: What,
    /// From when to when.
    pub span: Span,
}
