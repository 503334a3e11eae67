//! Turns an [`Answer`](measure::answer::Answer) into pictures, tables and sentences.
//!
//! It decides nothing about numbers: what a figure is worth, and what may be added up, is said by `measure`.
//! Here is decided which shape shows a question best, what the title says it found, and in which words.
//!
//! - [`Picture::of`] draws one series: its shape follows from its rows.
//! - [`Spark`], [`Change`] and [`card_sentence`] are what a card of the measures page needs.
//! - [`value_text`], [`status_text`], [`caveat_text`], [`key_text`] and [`period_text`] word the parts of a row.
//!
//! Two rules hold everywhere: a missing value is never drawn and never counted as zero, and a title says nothing that
//! the rows do not show.

mod caption;
mod card;
mod change;
mod draw;
mod finding;
mod grid;
mod key;
mod number;
mod period;
mod picture;
mod shape;
mod size;
mod spark;
mod status;
mod subject;
mod table;
#[cfg(test)]
mod trial;
mod value;
mod week;

pub use card::{card_sentence, remedy};
pub use change::{Change, Direction, Tone};
pub use ink::Output;
pub use key::{clipped, key_text, network_text};
pub use period::period_text;
pub use picture::Picture;
pub use size::Size;
pub use spark::{Spark, sparkline};
pub use status::{caveat_text, status_text};
pub use table::{Cell, Table};
pub use value::value_text;
