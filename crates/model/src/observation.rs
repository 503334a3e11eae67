//! An observation (*relevé*): a figure that a service told, with the window it covers.

use crate::metric::Metric;
use crate::time::{Millis, Span};
use crate::visit::Origin;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

crate::coded!(
    /// Whether a figure is a stand at a moment or an amount over a window.
    Shape, "shape", {
        /// A stand: followers on a day, likes of a post so far.
        Level = 1, "level";
        /// An amount: new followers of a day.
        Flow = 2, "flow";
    }
);

crate::coded!(
    /// How an audience tool sorts what it tells: each way sorts all the visits of a window, so that two are never added.
    Breakdown, "breakdown", {
        /// By the tool's own channels.
        Channel = 1, "channel";
        /// By source: referring site, campaign.
        Source = 2, "source";
    }
);

/// The native key of a post that a figure is about. Most are short and take no memory of their own: a table of a million
/// posts has several million of them.
pub type NativeKey = compact_str::CompactString;

/// What a figure is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// The space as a whole.
    Space,
    /// One post, by its native key.
    Post(NativeKey),
    /// The visits of one origin, told by an audience tool in a table of all origins.
    Origin(Breakdown, Origin),
}

/// The window a figure covers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Window {
    /// One civil day as the service cuts it. The zone is the service's, `None` when the file does not say.
    Day {
        /// The day.
        date: Date,
        /// The IANA zone in which the day is cut.
        zone: Option<String>,
    },
    /// Several whole days as the service cuts them: `from` included, `to` excluded (28-day reach…).
    Days {
        /// First day inside.
        from: Date,
        /// First day after.
        to: Date,
        /// The IANA zone in which days are cut.
        zone: Option<String>,
    },
    /// An exact stretch of time.
    Exact(Span),
    /// Since the subject came to be, up to the moment of observation.
    Lifetime,
    /// The moment of observation itself (levels).
    Moment,
}

/// A figure seen at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// What it is about.
    pub subject: Subject,
    /// Which figure.
    pub metric: Metric,
    /// Level or flow.
    pub shape: Shape,
    /// Its value: counts are whole numbers, exact up to 2^53.
    pub value: f64,
    /// The window it covers.
    pub window: Window,
    /// When it was seen, if the source says. Levels need it (`Window::Day` gives end of day otherwise).
    pub observed_at: Option<Millis>,
}
