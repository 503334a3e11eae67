//! The marks: what scales and readings become on paper. They know pixels, not data, and word nothing.

mod area;
mod axis;
mod bar;
mod dot;
mod end_label;
mod heat;
mod hit;
mod key;
mod line;
mod note;
#[cfg(test)]
mod sample;
mod sparkline;
mod stack;
mod word;

pub use area::area;
pub use axis::{Tick, dates, labels_room, values};
pub use bar::{Bar, Lay, bar, gains_and_losses};
pub use dot::{Dot, dot};
pub use end_label::{EndLabel, end_labels};
pub use heat::{Cell, Shade, cell, ramp_key};
pub use hit::{Hit, hits};
pub use key::{Swatch, key};
pub use line::line;
pub use note::{Note, notes};
pub use sparkline::Sparkline;
pub use stack::{Layer, stack};
pub use word::{Anchor, Word};
