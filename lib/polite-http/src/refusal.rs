//! Why a page was not obtained: five answers of the outside world, and the guard's own refusal.
//!
//! Each has one behaviour for callers and one stable code for translation. The English sentences here are for logs
//! and command lines. No sentence carries a secret: URLs are struck before they come here.

use crate::address::AddressClass;
use std::time::{Duration, SystemTime};

/// A request that brought no page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The other side knows us and says no: a permission is missing or has expired, or robots.txt forbids the page.
    /// Asking again changes nothing until a person acts.
    #[error("{url} may not be read: {why}.")]
    Denied {
        /// What was asked.
        url: String,
        /// Who said no.
        why: Denial,
    },
    /// Too many requests: ask again at `until`, not before.
    #[error("{host} asks for a pause until {}.", date(*.until))]
    SlowDown {
        /// The host that needs rest.
        host: String,
        /// When it may be asked again.
        until: SystemTime,
    },
    /// There is nothing at this address (404 or 410).
    #[error("There is nothing at {url} (status {status}).")]
    Gone {
        /// What was asked.
        url: String,
        /// 404 or 410.
        status: u16,
    },
    /// An answer came and is not of the shape the caller knows. Also built by callers, when a document no longer
    /// parses: see [`Refusal::changed_shape`].
    #[error("{url} answered in an unknown shape: {what}.")]
    ChangedShape {
        /// What was asked.
        url: String,
        /// What was met, without a final stop.
        what: String,
    },
    /// No usable answer: the name, the network, the TLS handshake, the time limit or the server failed.
    #[error("{url} cannot be reached: {what}.")]
    Unreachable {
        /// What was asked.
        url: String,
        /// What failed, without a final stop.
        what: String,
    },
    /// Our own guard refused; nothing, or nothing more, was sent.
    #[error("{url} was not read, by our own rules: {barrier}.")]
    Guarded {
        /// What was asked.
        url: String,
        /// Which rule.
        barrier: Barrier,
    },
}

impl Refusal {
    /// For callers: the page arrived and its content is not what it used to be.
    #[must_use]
    pub fn changed_shape(url: impl Into<String>, what: impl Into<String>) -> Self {
        Self::ChangedShape { url: url.into(), what: what.into() }
    }

    /// A stable word per variant, for translation and storage.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Denied { .. } => "denied",
            Self::SlowDown { .. } => "slow_down",
            Self::Gone { .. } => "gone",
            Self::ChangedShape { .. } => "changed_shape",
            Self::Unreachable { .. } => "unreachable",
            Self::Guarded { .. } => "guarded",
        }
    }
}

/// The date format of HTTP has years 1970 to 9999 only.
fn date(until: SystemTime) -> String {
    let last = SystemTime::UNIX_EPOCH + Duration::from_secs(253_402_300_799);
    httpdate::fmt_http_date(until.clamp(SystemTime::UNIX_EPOCH, last))
}

/// Who denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Denial {
    /// The server, with this status (401, 402, 403, 407 or 451).
    #[error("the server refuses it with status {0}")]
    Status(u16),
    /// The robots.txt of the site.
    #[error("the robots.txt of the site forbids it to programs")]
    Robots,
}

impl Denial {
    /// A stable word per variant.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Status(_) => "status",
            Self::Robots => "robots",
        }
    }
}

/// The rule of our own that stopped a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Barrier {
    /// Not a URL at all.
    #[error("it is not a complete web address")]
    NotAUrl,
    /// Neither http nor https.
    #[error("only http and https addresses are read")]
    Scheme,
    /// `user:password@` in the URL.
    #[error("the address contains a user name or a password")]
    Credentials,
    /// No host.
    #[error("the address names no host")]
    NoHost,
    /// A port that belongs to another protocol.
    #[error("port {0} is not a web port")]
    Port(u16),
    /// The host is, or resolves to, an address that is not public.
    #[error("it leads to an address that is not on the public internet ({})", .0.code())]
    Address(AddressClass),
    /// More redirects than the policy follows.
    #[error("it redirects more than {0} times")]
    Redirects(usize),
    /// A redirect from https to http.
    #[error("it redirects from https to http")]
    Downgrade,
    /// A body longer than the policy accepts, counted after decompression.
    #[error("its body is longer than {0} bytes")]
    TooLong(usize),
    /// A header of the request that cannot be sent.
    #[error("the request has a header that cannot be sent")]
    Header,
}

impl Barrier {
    /// A stable word per rule; for addresses, the word of the class.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAUrl => "not_a_url",
            Self::Scheme => "scheme",
            Self::Credentials => "credentials",
            Self::NoHost => "no_host",
            Self::Port(_) => "port",
            Self::Address(class) => class.code(),
            Self::Redirects(_) => "redirects",
            Self::Downgrade => "downgrade",
            Self::TooLong(_) => "too_long",
            Self::Header => "header",
        }
    }
}
