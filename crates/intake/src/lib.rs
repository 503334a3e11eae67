//! Taking files in: from what a person hands over to facts in the history. The command line, the page and the API
//! call the same functions (ADR 0002: why this is a crate of its own).
//!
//! ```text
//! part ─▶ recognise ─▶ read (own thread) ═ batches ═▶ store::Import ─▶ finish
//! ```
//! All or nothing for each file: a refusal leaves nothing behind.

pub mod choices;
pub mod fetch;
pub mod inbox;
mod kept;
pub mod look;
pub mod normalise;
pub mod order;
pub mod outcome;
pub mod reader;
pub mod sample;
pub mod take;

pub use order::Order;
pub use outcome::Outcome;
pub use take::{IntakeError, take_in};
