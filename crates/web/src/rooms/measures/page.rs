//! The pages of the room: one file for each page or fragment, `parts` for what several show.

mod card;
mod definition;
mod facts;
mod indicator;
mod origins;
mod overview;
mod parts;
mod rows;

pub use definition::definition;
pub use facts::facts;
pub use indicator::indicator;
pub use overview::{key_figure, overview};
