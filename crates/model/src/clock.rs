//! The clock is an argument: code that needs the time of day is given one of these.
//! `SystemClock` is the only place of the program where the ambient clock is read.

use crate::time::Millis;

/// Tells the present moment.
pub trait Clock: Send + Sync {
    /// Milliseconds since the Unix epoch, UTC.
    fn now(&self) -> Millis;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where ambient time enters")]
    fn now(&self) -> Millis {
        Millis(jiff::Timestamp::now().as_millisecond())
    }
}

/// A clock that stands still, for tests and for the deterministic sample.
#[derive(Debug, Clone, Copy)]
pub struct Frozen(pub Millis);

impl Clock for Frozen {
    fn now(&self) -> Millis {
        self.0
    }
}
