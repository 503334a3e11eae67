//! Who stands behind a host: social networks, search engines, AI assistants, mail, shops, job boards.
//!
//! Facts only, in a form of our own: one line per party, its name and its hosts. What a *channel* is depends on the
//! rule set of the reader and is decided in `measure`. Called for every line of an access log: one hash per label.

mod apps;
mod assistants;
mod engines;
mod jobs;
mod mail;
mod neither;
mod networks;
mod shops;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

crate::coded!(
    /// What a party is.
    Kind, "kind of referrer", {
        /// A social network, forum or messenger.
        Network = 1, "network";
        /// A search engine.
        Search = 2, "search";
        /// An assistant that answers in sentences.
        Assistant = 3, "assistant";
        /// Mail read in a browser or an app.
        Mail = 4, "mail";
        /// A shop or marketplace.
        Shop = 5, "shop";
        /// A job board.
        Jobs = 6, "jobs";
    }
);

/// Who sent a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Party {
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: &'static str,
}

impl Party {
    /// Its name as a word for URLs and rows: `hacker-news`.
    pub fn word(&self) -> String {
        self.name.to_lowercase().replace([' ', '/'], "-")
    }
}

/// Every line of the tables: the kind (`None` for hosts that are nobody's), then `Name = host host…`.
/// `name.*` stands for the name under any country's domain.
const TABLES: &[(Option<Kind>, &str)] = &[
    (Some(Kind::Network), networks::HOSTS),
    (Some(Kind::Search), engines::HOSTS),
    (Some(Kind::Assistant), assistants::HOSTS),
    (Some(Kind::Mail), mail::HOSTS),
    (Some(Kind::Shop), shops::HOSTS),
    (Some(Kind::Jobs), jobs::HOSTS),
    (Some(Kind::Network), apps::NETWORKS),
    (Some(Kind::Search), apps::ENGINES),
    (Some(Kind::Mail), apps::MAIL),
    (Some(Kind::Assistant), apps::ASSISTANTS),
    (None, neither::HOSTS),
];

/// First labels of hosts that serve mail, whoever runs them.
const MAIL_LABELS: &[&str] =
    &["mail", "webmail", "email", "wmail", "messagerie", "roundcube", "zimbra", "lightmailer", "mailbusiness"];

/// A host of mail that is nobody's in particular.
const WEBMAIL: Party = Party { kind: Kind::Mail, name: "Webmail" };

static PARTIES: LazyLock<HashMap<&'static str, Option<Party>>> = LazyLock::new(|| {
    let lines = TABLES.iter().flat_map(|(kind, table)| table.lines().map(move |line| (*kind, line)));
    let mut parties = HashMap::new();
    for (kind, line) in lines {
        if let Some((name, hosts)) = line.split_once('=') {
            let party = kind.map(|kind| Party { kind, name: name.trim() });
            parties.extend(hosts.split_whitespace().map(|host| (host, party)));
        }
    }
    for host in engines::MINOR.split_whitespace() {
        parties.insert(host, Some(Party { kind: Kind::Search, name: host }));
    }
    parties
});

static NAMES: LazyLock<HashMap<String, Party>> = LazyLock::new(|| {
    let mut names: HashMap<String, Party> = HashMap::new();
    for party in PARTIES.values().copied().flatten() {
        names.insert(party.word(), party);
        names.insert(party.name.to_lowercase(), party);
    }
    for (alias, host) in ALIASES {
        if let Some(Some(party)) = PARTIES.get(host) {
            names.insert((*alias).to_owned(), *party);
        }
    }
    names
});

/// Words that people put in `utm_source` for a network.
const ALIASES: &[(&str, &str)] = &[
    ("fb", "facebook.com"),
    ("ig", "instagram.com"),
    ("insta", "instagram.com"),
    ("twitter", "twitter.com"),
    ("tw", "twitter.com"),
    ("yt", "youtube.com"),
    ("li", "linkedin.com"),
    ("hn", "news.ycombinator.com"),
    ("google+", "plus.google.com"),
    ("adwords", "google.*"),
];

/// The longest name that a host can have, in bytes.
const LONGEST_HOST: usize = 253;

/// Who stands behind a referring host (or an `android-app://` referrer); `None` when nobody known does.
pub fn who(host: &str) -> Option<Party> {
    let host = host.strip_prefix("android-app://").unwrap_or(host);
    let host = host.split(['/', ':']).next().unwrap_or_default().trim_end_matches('.');
    let host = if host.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(host.to_ascii_lowercase())
    } else {
        Cow::Borrowed(host)
    };
    let host = host.strip_prefix("www.").unwrap_or(&host);
    // Each label is looked up: a name longer than any host has would take long, and is nobody's.
    if host.is_empty() || host.len() > LONGEST_HOST {
        return None;
    }
    if let Some(known) = PARTIES.get(host) {
        return *known;
    }
    if serves_mail(host) {
        return Some(WEBMAIL);
    }
    let mut rest = host;
    loop {
        if let Some(known) = PARTIES.get(rest).or_else(|| under_country(rest)) {
            return *known;
        }
        rest = rest.split_once('.')?.1;
    }
}

/// The party of a name as people write it in campaign tags: `facebook`, `fb`, `LinkedIn`.
pub fn named(word: &str) -> Option<Party> {
    let word = word.trim();
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        NAMES.get(&word.to_lowercase()).copied()
    } else {
        NAMES.get(word).copied()
    }
}

fn serves_mail(host: &str) -> bool {
    host.split_once('.').is_some_and(|(first, rest)| {
        rest.contains('.')
            && (MAIL_LABELS.contains(&first) || first.starts_with("webmail"))
            && !PARTIES.contains_key(host)
    })
}

/// `google.co.uk` is `google.*`: the labels after the name must be a top-level domain, alone or behind one of the
/// short second-level ones that registries use.
fn under_country(host: &str) -> Option<&'static Option<Party>> {
    let cut = country_of(host)?;
    let name = host.get(..cut)?;
    // The longest names first: `news.google.*` may say otherwise than `google.*`.
    let mut pattern = String::with_capacity(cut + 2);
    pattern.push_str(name);
    pattern.push_str(".*");
    PARTIES.get(pattern.as_str())
}

/// Where the public suffix begins: the place of the dot before it.
fn country_of(host: &str) -> Option<usize> {
    const SECOND: &[&str] = &["co", "com", "org", "net", "ne", "or", "go", "off", "in", "it"];
    let last = host.rfind('.')?;
    let country = host.get(last + 1..)?;
    let before = host.get(..last)?;
    if country.len() == 2
        && let Some(dot) = before.rfind('.')
        && before.get(dot + 1..).is_some_and(|second| SECOND.contains(&second))
    {
        return Some(dot);
    }
    (country.len() <= 4 && country.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(last)
}

#[cfg(test)]
mod tests;
