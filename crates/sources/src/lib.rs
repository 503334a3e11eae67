//! The outside world, one folder per connector or export format, all of the same shape (`contract`).

pub mod access_log;
pub mod contract;
pub mod dates;
pub mod encoding;
pub mod feed;
mod figures;
pub mod ics;
pub mod input;
pub mod mapped;
pub mod mapping;
pub mod mastodon_archive;
pub mod meta_daily;
pub mod meta_posts;
pub mod numbers;
pub mod open;
mod packed;
pub mod preview;
pub mod recognise;
pub mod registry;
pub mod sample;
pub mod table;
pub mod tiktok_business;
pub mod trouble;
pub mod x_content;
pub mod x_overview;

pub use contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
pub use mapping::Mapping;
pub use trouble::{Refusal, Trouble, TroubleCode};
