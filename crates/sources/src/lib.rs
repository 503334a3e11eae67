//! The outside world, one folder per connector or export format, all of the same shape (`contract`).

pub mod access_log;
pub mod ahrefs_backlinks;
mod arrivals;
pub mod contract;
pub mod dates;
pub mod encoding;
pub mod feed;
mod figures;
pub mod ga4;
pub mod gsc_links;
pub mod ics;
pub mod input;
pub mod mapped;
pub mod mapping;
pub mod mastodon_archive;
pub mod matomo_csv;
pub mod meta_daily;
pub mod meta_posts;
pub mod numbers;
pub mod open;
mod packed;
pub mod plausible_csv;
pub mod preview;
pub mod recognise;
pub mod registry;
pub mod sample;
pub mod search_console;
pub mod table;
pub mod tiktok_business;
pub mod trouble;
pub mod webmention;
pub mod x_content;
pub mod x_overview;

pub use contract::{Asks, Format, Manifest, Note, Options, Peek, Recognised, Report, Sees, Sink, Tier};
pub use mapping::Mapping;
pub use trouble::{Refusal, Trouble, TroubleCode};
