//! The rules a [`crate::Client`] keeps: who we say we are, limits, pace, and where time and chance come from.
//!
//! Plain values. What they do is in the modules they name.

use crate::guard::Guard;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Everything a client must know before its first request.
#[derive(Clone)]
pub struct Policy {
    /// The `User-Agent` header, `Product/1.0 (+https://contact)`; the product is also our name in robots.txt.
    pub user_agent: String,
    /// The time one exchange may take, from connecting to the last byte of the body.
    pub timeout: Duration,
    /// The time one call may take in all: waiting for its turn, redirects, retries and pauses included.
    pub patience: Duration,
    /// The longest body accepted, in bytes after decompression.
    pub max_bytes: usize,
    /// How many redirects are followed.
    pub max_redirects: usize,
    /// How many times a request is repeated after 429, 502, 503, 504 or a lost connection.
    pub retries: u32,
    /// Whether robots.txt is asked and obeyed; one call can be exempted with [`crate::Request::ignoring_robots`].
    pub obey_robots: bool,
    /// What may be connected to.
    pub guard: Guard,
    /// How often one host is asked.
    pub pace: Pace,
    /// The network, or a tape.
    pub transport: Transport,
    /// The calendar, for pauses given as dates. Durations are measured on tokio's clock, which tests can pause.
    pub clock: Arc<dyn Clock>,
    /// What spreads retries apart.
    pub chance: Arc<dyn Chance>,
}

impl Policy {
    /// Moderate rules: 30 s an exchange, 2 min a call, 16 MiB, 5 redirects, 3 retries, robots obeyed, public internet.
    #[must_use]
    pub fn new(user_agent: impl Into<String>) -> Self {
        Self {
            user_agent: user_agent.into(),
            timeout: Duration::from_secs(30),
            patience: Duration::from_secs(120),
            max_bytes: 16 << 20,
            max_redirects: 5,
            retries: 3,
            obey_robots: true,
            guard: Guard::public_only(),
            pace: Pace::default(),
            transport: Transport::Live,
            clock: Arc::new(SystemClock),
            chance: Arc::new(SystemChance),
        }
    }
}

/// How often one host is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The least time between the starts of two requests. A longer `Crawl-delay` of the site wins.
    pub interval: Duration,
    /// How many requests may be open at once; at least one.
    pub concurrent: usize,
}

impl Pace {
    /// No interval: for a server of our own, and for tests.
    #[must_use]
    pub const fn unhindered() -> Self {
        Self { interval: Duration::ZERO, concurrent: 8 }
    }
}

impl Default for Pace {
    /// One request a second, two at once.
    fn default() -> Self {
        Self { interval: Duration::from_secs(1), concurrent: 2 }
    }
}

/// Where answers come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Transport {
    /// The network.
    #[default]
    Live,
    /// The network, and every exchange is also written to this file, secrets struck out. The file is begun anew.
    Record(PathBuf),
    /// This file only, in the order it was recorded; no connection is made.
    Replay(PathBuf),
}

/// The calendar.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> SystemTime;
}

/// The calendar of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "the one place where the library reads the machine's calendar")]
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}

/// A source of fractions.
pub trait Chance: Send + Sync {
    /// A number from 0 (included) to 1 (excluded).
    fn fraction(&self) -> f64;
}

/// The randomness of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    #[allow(clippy::disallowed_methods, reason = "the one place where the library reads the machine's randomness")]
    fn fraction(&self) -> f64 {
        // Without randomness retries are merely less spread: the middle will do.
        let drawn = getrandom::u32().unwrap_or(u32::MAX / 2);
        f64::from(drawn) / (f64::from(u32::MAX) + 1.0)
    }
}
