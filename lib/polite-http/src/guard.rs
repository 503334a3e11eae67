//! The address guard: which URLs may be asked at all.
//!
//! It judges the scheme, the credentials, the port and literal addresses; the addresses behind a name are judged
//! when the connection is made, in `resolver.rs`, so that a name cannot change its answer between check and use.
//! It does not judge content.

use crate::address::special_class;
use crate::refusal::Barrier;
use crate::resolver::{Lookup, SystemLookup};
use std::collections::HashSet;
use std::net::IpAddr;
use std::sync::Arc;
use url::{Host, Url};

/// Ports at or above 1024 that browsers refuse too (the Fetch standard's list): other protocols live there.
const FOREIGN_PORTS: &[u16] = &[
    1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];

/// What may be connected to. The default is the public internet on web ports and nothing else.
#[derive(Clone)]
pub struct Guard {
    allowed: HashSet<(Host<String>, u16)>,
    lookup: Arc<dyn Lookup>,
}

/// An entry of the allow list that is not `host:port`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a host and a port, as in 127.0.0.1:8080, [::1]:8080 or intranet.example:443")]
pub struct NotHostAndPort(pub String);

/// By which way a URL passed the guard; it selects the resolver that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// An ordinary URL: its name must resolve to public addresses.
    Public,
    /// A host and port the operator named: any address will do.
    Allowed,
}

impl Guard {
    /// The public internet only.
    #[must_use]
    pub fn public_only() -> Self {
        Self { allowed: HashSet::new(), lookup: Arc::new(SystemLookup) }
    }

    /// The public internet and these `host:port` pairs, wherever they lead.
    ///
    /// A pair is matched as written in the URL: `127.0.0.1:8080` does not open `localhost:8080`.
    ///
    /// # Errors
    /// An entry that is not a host and a port.
    pub fn allowing<E: AsRef<str>>(entries: impl IntoIterator<Item = E>) -> Result<Self, NotHostAndPort> {
        let mut guard = Self::public_only();
        for entry in entries {
            let entry = entry.as_ref();
            let pair = host_and_port(entry).ok_or_else(|| NotHostAndPort(entry.to_owned()))?;
            guard.allowed.insert(pair);
        }
        Ok(guard)
    }

    /// Resolves names with `lookup` instead of the system's resolver. Its answers are filtered all the same.
    #[must_use]
    pub fn resolving_with(mut self, lookup: Arc<dyn Lookup>) -> Self {
        self.lookup = lookup;
        self
    }

    pub(crate) fn lookup(&self) -> Arc<dyn Lookup> {
        Arc::clone(&self.lookup)
    }

    /// Judges everything a URL says by itself.
    pub(crate) fn check(&self, url: &Url) -> Result<Door, Barrier> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Barrier::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Barrier::Credentials);
        }
        let (Some(host), Some(port)) = (url.host(), url.port_or_known_default()) else {
            return Err(Barrier::NoHost);
        };
        let host = without_root_dot(host.to_owned());
        let literal = match &host {
            Host::Domain(_) => None,
            Host::Ipv4(address) => Some(IpAddr::V4(*address)),
            Host::Ipv6(address) => Some(IpAddr::V6(*address)),
        };
        if self.allowed.contains(&(host, port)) {
            return Ok(Door::Allowed);
        }
        if !is_web_port(port) {
            return Err(Barrier::Port(port));
        }
        match literal.and_then(special_class) {
            Some(class) => Err(Barrier::Address(class)),
            None => Ok(Door::Public),
        }
    }
}

impl Default for Guard {
    fn default() -> Self {
        Self::public_only()
    }
}

impl std::fmt::Debug for Guard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Guard").field("allowed", &self.allowed).finish_non_exhaustive()
    }
}

fn is_web_port(port: u16) -> bool {
    matches!(port, 80 | 443) || (port >= 1024 && !FOREIGN_PORTS.contains(&port))
}

fn host_and_port(entry: &str) -> Option<(Host<String>, u16)> {
    let (host, port) = entry.trim().rsplit_once(':')?;
    Some((without_root_dot(Host::parse(host).ok()?), port.parse().ok()?))
}

/// `example.org.` and `example.org` are one host.
fn without_root_dot(host: Host<String>) -> Host<String> {
    match host {
        Host::Domain(name) => Host::Domain(name.trim_end_matches('.').to_owned()),
        address => address,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed parse is a failed test")]
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("http://example.org/", Ok(Door::Public))]
    #[case("https://example.org:8443/", Ok(Door::Public))]
    #[case("http://1.1.1.1/", Ok(Door::Public))]
    #[case("ftp://example.org/", Err("scheme"))]
    #[case("file:///etc/passwd", Err("scheme"))]
    #[case("data:text/plain,hello", Err("scheme"))]
    #[case("https://me:secret@example.org/", Err("credentials"))]
    #[case("https://me@example.org/", Err("credentials"))]
    #[case("http://example.org:22/", Err("port"))]
    #[case("http://example.org:25/", Err("port"))]
    #[case("http://example.org:0/", Err("port"))]
    #[case("http://example.org:6667/", Err("port"))]
    #[case("http://127.0.0.1/", Err("loopback"))]
    #[case("http://127.0.0.1./", Err("loopback"))]
    #[case("http://127.1/", Err("loopback"))]
    #[case("http://2130706433/", Err("loopback"))]
    #[case("http://0x7f.0.0.1/", Err("loopback"))]
    #[case("http://0177.0.0.1/", Err("loopback"))]
    #[case("http://169.254.169.254/latest/meta-data/", Err("link_local"))]
    #[case("http://[::1]/", Err("loopback"))]
    #[case("http://[::ffff:192.168.0.1]/", Err("private"))]
    #[case("http://[64:ff9b::7f00:1]/", Err("loopback"))]
    fn a_url_is_judged_by_what_it_says(#[case] url: &str, #[case] expected: Result<Door, &str>) {
        let verdict = Guard::public_only().check(&Url::parse(url).unwrap());
        assert_eq!(verdict.as_ref().map_err(Barrier::code), expected.as_ref().map_err(|code| *code), "{url}");
    }

    #[rstest]
    #[case("http://127.0.0.1:8080/", Ok(Door::Allowed))]
    #[case("http://127.0.0.1:8081/", Err("loopback"))]
    #[case("http://127.0.0.2:8080/", Err("loopback"))]
    #[case("http://[::1]:9000/", Ok(Door::Allowed))]
    #[case("http://intranet.example/", Ok(Door::Allowed))]
    #[case("http://INTRANET.example./", Ok(Door::Allowed))]
    #[case("https://intranet.example/", Ok(Door::Public))]
    #[case("http://mail.example:25/", Ok(Door::Allowed))]
    #[case("ftp://127.0.0.1:8080/", Err("scheme"))]
    #[case("http://a:b@127.0.0.1:8080/", Err("credentials"))]
    fn the_allow_list_opens_exact_pairs(#[case] url: &str, #[case] expected: Result<Door, &str>) {
        let guard =
            Guard::allowing(["127.0.0.1:8080", "[::1]:9000", "intranet.example:80", "mail.example:25"]).unwrap();
        let verdict = guard.check(&Url::parse(url).unwrap());
        assert_eq!(verdict.as_ref().map_err(Barrier::code), expected.as_ref().map_err(|code| *code), "{url}");
    }

    #[rstest]
    #[case("example.org")]
    #[case("::1")]
    #[case("example.org:http")]
    #[case("http://example.org:80")]
    #[case(":80")]
    #[case("10.0.0.0/8:80")]
    fn an_unclear_entry_is_refused(#[case] entry: &str) {
        assert_eq!(Guard::allowing([entry]).unwrap_err(), NotHostAndPort(entry.to_owned()));
    }
}
