//! One request and one answer over the network, with nothing around it: no redirect, no retry, no pace.
//!
//! The body is read in chunks as it is decompressed, and reading stops at the limit, so neither a long body nor a
//! small one that unpacks into a long one can fill the memory.

use crate::guard::{Door, Guard};
use crate::refusal::{Barrier, Refusal};
use crate::resolver::{Anywhere, NotPublic, PublicOnly};
use crate::tls;
use reqwest::header::HeaderMap;
use std::collections::BTreeMap;
use std::error::Error;
use std::io;
use std::time::Duration;
use url::Url;

/// The answer headers that anything here or a caller reads. The others are dropped at once, cookies among them.
const KEPT_HEADERS: &[&str] = &["content-type", "etag", "last-modified", "link", "location", "retry-after"];
/// Connecting takes at most this part of the patience for one exchange.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// What to ask, already judged by the guard.
pub(crate) struct Ask<'a> {
    pub(crate) url: &'a Url,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) door: Door,
    pub(crate) body: BodyRule,
}

/// What to do with a body that passes the limit.
#[derive(Debug, Clone, Copy)]
pub(crate) enum BodyRule {
    /// Refuse the whole answer.
    AtMost(usize),
    /// Keep the beginning, as RFC 9309 wants for robots.txt.
    CutAt(usize),
}

/// An answer of any status. Only 2xx answers have their body read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A rule of ours.
    Barrier(Barrier),
    /// The time limit of the exchange passed.
    TimedOut,
    /// The connection could not be made or broke.
    Connection(String),
    /// The other side could not prove who it is, or does not speak TLS.
    Tls(String),
    /// The body is not in the encoding it claims.
    Garbled(String),
    /// The tape has no such answer, or cannot be written.
    Tape(String),
}

impl Failure {
    pub(crate) fn into_refusal(self, url: String) -> Refusal {
        match self {
            Self::Barrier(barrier) => Refusal::Guarded { url, barrier },
            Self::TimedOut => Refusal::Unreachable { url, what: "no full answer within the time limit".to_owned() },
            Self::Connection(what) => Refusal::Unreachable { url, what },
            Self::Tls(what) => Refusal::Unreachable { url, what: format!("the secure connection failed ({what})") },
            Self::Garbled(what) => {
                Refusal::ChangedShape { url, what: format!("the body cannot be decompressed ({what})") }
            }
            Self::Tape(what) => Refusal::Unreachable { url, what },
        }
    }
}

/// The network. Two clients, because a resolver is told the name and not the port: the host and port the operator
/// allowed go through one that may connect anywhere, everything else through one that cannot.
pub(crate) struct Network {
    public: reqwest::Client,
    allowed: reqwest::Client,
}

impl Network {
    pub(crate) fn new(user_agent: &str, guard: &Guard) -> Result<Self, NetworkError> {
        let tls = tls::settings().map_err(NetworkError::Tls)?;
        let builder = || {
            reqwest::Client::builder()
                .user_agent(user_agent)
                .tls_backend_preconfigured(tls.clone())
                .http1_only()
                // Redirects and retries are followed by `Client`, which judges each step; a proxy would connect in our place.
                .redirect(reqwest::redirect::Policy::none())
                .retry(reqwest::retry::never())
                .no_proxy()
                .referer(false)
                .connect_timeout(CONNECT_TIMEOUT)
        };
        let public = builder().dns_resolver(PublicOnly(guard.lookup())).build().map_err(NetworkError::Client)?;
        let allowed = builder().dns_resolver(Anywhere(guard.lookup())).build().map_err(NetworkError::Client)?;
        Ok(Self { public, allowed })
    }

    pub(crate) async fn exchange(&self, ask: &Ask<'_>) -> Result<Answer, Failure> {
        let client = match ask.door {
            Door::Public => &self.public,
            Door::Allowed => &self.allowed,
        };
        let request = client.get(ask.url.clone()).headers(ask.headers.clone());
        let mut response = request.send().await.map_err(failure)?;
        let headers = KEPT_HEADERS
            .iter()
            .filter_map(|name| {
                let value = response.headers().get(*name)?;
                Some(((*name).to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            })
            .collect();
        let status = response.status().as_u16();
        let body = if response.status().is_success() { read(&mut response, ask.body).await? } else { Vec::new() };
        Ok(Answer { status, headers, body })
    }
}

async fn read(response: &mut reqwest::Response, rule: BodyRule) -> Result<Vec<u8>, Failure> {
    let (BodyRule::AtMost(limit) | BodyRule::CutAt(limit)) = rule;
    let announced = response.content_length().and_then(|length| usize::try_from(length).ok());
    if matches!(rule, BodyRule::AtMost(_)) && announced.is_some_and(|length| length > limit) {
        return Err(Failure::Barrier(Barrier::TooLong(limit)));
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(failure)? {
        let room = limit - body.len();
        if chunk.len() > room {
            match rule {
                BodyRule::AtMost(_) => return Err(Failure::Barrier(Barrier::TooLong(limit))),
                BodyRule::CutAt(_) => body.extend_from_slice(chunk.get(..room).unwrap_or_default()),
            }
            break;
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Sorts a reqwest error by what a caller can do about it.
fn failure(error: reqwest::Error) -> Failure {
    let error = error.without_url();
    if let Some(NotPublic(class)) = cause(&error) {
        return Failure::Barrier(Barrier::Address(*class));
    }
    if let Some(tls) = cause::<rustls::Error>(&error) {
        return Failure::Tls(tls.to_string());
    }
    let what = deepest(&error);
    if error.is_decode() { Failure::Garbled(what) } else { Failure::Connection(what) }
}

fn cause<T: Error + 'static>(error: &reqwest::Error) -> Option<&T> {
    causes(error).find_map(|cause| cause.downcast_ref())
}

fn deepest(error: &reqwest::Error) -> String {
    causes(error).last().map_or_else(|| error.to_string(), ToString::to_string)
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    let first: &(dyn Error + 'static) = error;
    std::iter::successors(Some(first), |cause| below(*cause))
}

/// TRICKY: `source()` of an `io::Error` skips the error it wraps, which is the one we look for.
fn below<'a>(cause: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    match cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(inner) => Some(inner),
        None => cause.source(),
    }
}

/// Why the network could not be prepared.
#[derive(Debug)]
pub(crate) enum NetworkError {
    Tls(rustls::Error),
    Client(reqwest::Error),
}
