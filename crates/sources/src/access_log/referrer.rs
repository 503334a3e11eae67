//! Who sends readers: each distinct referring address is read once and remembered, its host counted.

use foldhash::{HashMap, HashSet};
use model::referrer::{Kind, who};

/// Addresses remembered at once, and bytes of addresses: beyond, the memory starts afresh. Only speed depends on it.
const LIMIT: usize = 65_536;
const LIMIT_BYTES: usize = 16 * 1024 * 1024;
/// Hosts counted one by one; those met after are counted together.
const LIMIT_HOSTS: usize = 50_000;

/// What a referrer says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Referrer {
    /// The host, when it is somebody else's: lower case, without `www.`.
    pub host: Option<Box<str>>,
    /// The page that links here, when it is one that counts as a backlink.
    pub page: Option<Box<str>>,
    counted: Option<usize>,
}

/// Referrers read so far.
#[derive(Debug, Default)]
pub struct Referrers {
    own: HashSet<Box<str>>,
    known: HashMap<Box<[u8]>, usize>,
    read: Vec<Referrer>,
    bytes: usize,
    hosts: HashMap<Box<str>, usize>,
    lines: Vec<u64>,
    /// Lines whose referrer is a page of the site itself.
    pub inner: u64,
    /// Lines without a referrer.
    pub none: u64,
}

/// Lines per host, as people name them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Parties {
    /// Search engines (by their name), networks, assistants and mail hosts (by their host), most lines first.
    pub known: Vec<(String, u64)>,
    /// Other sites.
    pub others: Vec<(String, u64)>,
}

impl Referrers {
    /// With the hosts of the site itself.
    pub fn new(own: impl IntoIterator<Item = Box<str>>) -> Self {
        Self { own: own.into_iter().collect(), ..Self::default() }
    }

    /// Adds a host of the site itself, met on the way.
    pub fn add_own(&mut self, host: &str) {
        if !self.own.contains(host) && self.own.len() < LIMIT_HOSTS {
            self.own.insert(host.into());
            self.forget();
        }
    }

    /// The hosts of the site itself, in alphabetical order.
    pub fn own(&self) -> Vec<&str> {
        let mut own: Vec<&str> = self.own.iter().map(|host| &**host).collect();
        own.sort_unstable();
        own
    }

    /// Counts one line and says what its referrer is; `None` for `-` and for the site itself.
    pub fn count(&mut self, referrer: &[u8]) -> Option<&Referrer> {
        if matches!(referrer, b"-" | b"") {
            self.none += 1;
            return None;
        }
        let at = match self.known.get(referrer) {
            Some(at) => *at,
            None => self.remember(referrer),
        };
        let known = self.read.get(at)?;
        if known.host.is_none() {
            self.inner += 1;
            return None;
        }
        if let Some(lines) = known.counted.and_then(|at| self.lines.get_mut(at)) {
            *lines += 1;
        }
        Some(known)
    }

    fn remember(&mut self, referrer: &[u8]) -> usize {
        let read = self.understand(&String::from_utf8_lossy(referrer));
        if self.known.len() >= LIMIT || self.bytes > LIMIT_BYTES {
            self.forget();
        }
        let at = self.read.len();
        self.bytes += referrer.len();
        self.known.insert(referrer.into(), at);
        self.read.push(read);
        at
    }

    fn forget(&mut self) {
        self.known.clear();
        self.read.clear();
        self.bytes = 0;
    }

    /// An address that cannot be read counts as somebody else's under the name it gives, cut to what a host may be.
    fn understand(&mut self, address: &str) -> Referrer {
        let host = words::address::host(address).unwrap_or_else(|| address.chars().take(60).collect());
        if self.own.contains(host.as_str()) {
            return Referrer::default();
        }
        // A shop is a site like another; on the others links pass by, they do not stay.
        let links = who(&host).is_none_or(|party| party.kind == Kind::Shop);
        let page = if links { words::address::canonical(address) } else { None };
        let counted = self.place(&host);
        Referrer { host: Some(host.into()), page: page.map(Into::into), counted }
    }

    fn place(&mut self, host: &str) -> Option<usize> {
        if let Some(at) = self.hosts.get(host) {
            return Some(*at);
        }
        if self.hosts.len() >= LIMIT_HOSTS {
            return None;
        }
        let at = self.lines.len();
        self.lines.push(0);
        self.hosts.insert(host.into(), at);
        Some(at)
    }

    /// Lines per party.
    pub fn parties(&self) -> Parties {
        let mut known: HashMap<String, u64> = HashMap::default();
        let mut others = Vec::new();
        for (host, at) in &self.hosts {
            let lines = self.lines.get(*at).copied().unwrap_or(0);
            match who(host) {
                Some(party) if party.kind == Kind::Search => {
                    *known.entry(party.name.to_lowercase()).or_default() += lines
                }
                Some(_) => *known.entry(host.to_string()).or_default() += lines,
                None => others.push((host.to_string(), lines)),
            }
        }
        let mut parties = Parties { known: known.into_iter().collect(), others };
        for list in [&mut parties.known, &mut parties.others] {
            list.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        }
        parties
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn referrers_are_read_and_counted() {
        let mut referrers = Referrers::new([Box::from("example.org")]);
        let cases: [(&str, Option<&str>, Option<&str>); 8] = [
            ("-", None, None),
            ("", None, None),
            ("https://www.example.org/a", None, None),
            ("https://www.google.fr/url?q=x", Some("google.fr"), None),
            ("https://images.google.com/", Some("images.google.com"), None),
            ("https://t.co/abc", Some("t.co"), None),
            ("http://Blog.Example.net/a/?utm_source=x#y", Some("blog.example.net"), Some("http://blog.example.net/a")),
            ("garbage", Some("garbage"), None),
        ];
        for (referrer, host, page) in cases {
            let read = referrers.count(referrer.as_bytes()).cloned().unwrap_or_default();
            assert_eq!((read.host.as_deref(), read.page.as_deref()), (host, page), "{referrer}");
        }
        assert_eq!((referrers.none, referrers.inner), (2, 1));
        let parties = referrers.parties();
        assert_eq!(parties.known, [("google".to_owned(), 2), ("t.co".to_owned(), 1)]);
        assert_eq!(parties.others, [("blog.example.net".to_owned(), 1), ("garbage".to_owned(), 1)]);
    }

    #[test]
    fn a_site_met_on_the_way_is_ours_from_then_on() {
        let mut referrers = Referrers::default();
        assert!(referrers.count(b"http://a.example/x").is_some());
        referrers.add_own("a.example");
        assert!(referrers.count(b"http://a.example/x").is_none());
        assert_eq!(referrers.own(), ["a.example"]);
    }
}
