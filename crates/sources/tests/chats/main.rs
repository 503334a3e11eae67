//! Archives of conversations on small files of our own and on the shared data: what they give, and how they refuse.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod bluesky;
mod discord;
mod discourse;
mod googleplus;
mod properties;
mod slack;
mod stackexchange;
#[path = "../exports/support.rs"]
#[allow(dead_code)]
mod support;
mod telegram;
mod told;
mod whatsapp;
