//! Text in a drawing: how wide it will be, how to shorten it, wrap it, and keep labels off each other.
//! Not for shaping or right-to-left layout: widths are estimates from character classes.

mod fit;
mod spread;
mod width;

pub use fit::{balanced, truncated, wrapped};
pub use spread::{Spread, spread};
pub use width::{Weight, width};

/// Sizes of the type scale, in pixels.
pub mod size {
    /// Ticks, notes and direct labels.
    pub const SMALL: f64 = 12.0;
    /// Subtitles and running text.
    pub const BODY: f64 = 14.0;
    /// The title of a figure.
    pub const TITLE: f64 = 16.0;
    /// The title of a wide figure.
    pub const WIDE_TITLE: f64 = 20.0;
}

/// Distance between two baselines, as a share of the size.
pub const LEADING: f64 = 1.3;
