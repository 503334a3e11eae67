//! Scales: from data to pixels, and the round values worth a tick. No drawing here.

mod band;
mod civil;
mod linear;
mod log;
mod ramp;
mod ticks;
mod time;

pub use band::Band;
pub use civil::{Civil, CivilError};
pub use linear::{Linear, Zero};
pub use log::Log;
pub use ramp::Ramp;
pub use ticks::Ticks;
pub use time::{TimeScale, TimeTick, Unit};
