//! The nouns of Vigie and no verbs: what a client, a space, a fact, an observation, a visit, a period is.
//!
//! Every other crate depends on this one; this one depends on nothing of Vigie.
//! No input or output, no clock but the one passed in, no words for people (those are Fluent messages).

pub mod answer;
pub mod clock;
pub mod codes;
pub mod coverage;
pub mod fact;
pub mod id;
pub mod metric;
pub mod network;
pub mod observation;
pub mod period;
pub mod piece;
pub mod post;
pub mod referrer;
pub mod time;
pub mod visit;

pub use answer::Answer;
pub use clock::{Clock, Frozen, SystemClock};
pub use coverage::{Coverage, What};
pub use fact::{ActorKey, Fact, FactKind, Provenance, Side, ZoneRule};
pub use id::{ActorId, AnswerId, ClientId, FactId, ImportId, ObservationId, PersonId, PostId, SpaceId};
pub use metric::Metric;
pub use network::Network;
pub use observation::{Breakdown, NativeKey, Observation, Shape, Subject, Window};
pub use period::{Grain, Period};
pub use piece::Piece;
pub use post::{ContentType, Post, Precision};
pub use time::{Millis, Quarter, Span};
pub use visit::{Origin, Visit};
