//! Web addresses once their decorations are off, so that one page has one address (`canonical`), and the host that
//! speaks in them (`host`).

use url::{Host, Url};

/// Longest address looked at, in bytes: servers refuse longer ones.
pub const LIMIT: usize = 8 * 1024;

/// One address for one page: scheme and host in lower case, default port, fragment, credentials and tracking parameters
/// off, the other parameters sorted, no slash at the end but the root's. `None` when it is not an `http` address of a
/// public host name.
pub fn canonical(address: &str) -> Option<String> {
    if address.len() > LIMIT {
        return None;
    }
    let mut url = Url::parse(address.trim()).ok()?;
    if !matches!(url.scheme(), "http" | "https") || !is_public(&url) {
        return None;
    }
    url.set_fragment(None);
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    if let Some(query) = url.query() {
        let mut kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !is_tracking(pair)).collect();
        kept.sort_unstable();
        let kept = kept.join("&");
        url.set_query((!kept.is_empty()).then_some(kept.as_str()));
    }
    let path = url.path().trim_end_matches('/').to_owned();
    url.set_path(&path);
    Some(url.into())
}

/// The host of an address in lower case, without `www.`; the package's name for `android-app://` addresses.
pub fn host(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    if scheme.is_empty() || !scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b)) {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let name = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let name = if name.starts_with('[') {
        name.split_inclusive(']').next().unwrap_or_default()
    } else {
        name.split(':').next().unwrap_or_default()
    };
    let name = name.trim_end_matches('.').to_lowercase();
    let bare = name.strip_prefix("www.").unwrap_or(&name);
    (!bare.is_empty() && bare.len() <= 253 && !bare.contains(|c: char| c.is_whitespace() || c.is_control()))
        .then(|| bare.to_owned())
}

/// A name of the public web: not an address in figures, not a machine of the house.
fn is_public(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            name.contains('.') && ![".local", ".lan", ".internal", ".localhost"].iter().any(|end| name.ends_with(end))
        }
        _ => false,
    }
}

/// Whether a `name=value` pair only says how the reader came.
fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_") || name.starts_with("mc_") || CLICK_IDS.contains(&name.as_str())
}

/// Parameters by which networks mark a click.
pub const CLICK_IDS: &[&str] = &[
    "gclid",
    "gbraid",
    "wbraid",
    "dclid",
    "msclkid",
    "fbclid",
    "ttclid",
    "twclid",
    "li_fat_id",
    "igshid",
    "epik",
    "rdt_cid",
    "yclid",
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_page_one_address() {
        let cases = [
            ("HTTP://Blog.Example.org:80/A/?utm_source=x&b=2&a=1#top", Some("http://blog.example.org/A?a=1&b=2")),
            ("https://example.org", Some("https://example.org/")),
            ("https://example.org:8443/a?fbclid=1", Some("https://example.org:8443/a")),
            ("https://me:secret@example.org/a", Some("https://example.org/a")),
            ("https://exämple.org/", Some("https://xn--exmple-cua.org/")),
            ("http://192.168.0.1/a", None),
            ("http://localhost/a", None),
            ("android-app://com.example/", None),
            ("not an address", None),
        ];
        for (given, expected) in cases {
            assert_eq!(canonical(given).as_deref(), expected, "{given}");
        }
    }

    #[test]
    fn the_host_speaks() {
        let cases = [
            ("https://www.Example.org:443/a", Some("example.org")),
            ("android-app://com.google.android.gm/", Some("com.google.android.gm")),
            ("http://u:p@a.example?x", Some("a.example")),
            ("http://[2001:db8::1]:80/", Some("[2001:db8::1]")),
            ("-", None),
            ("http://", None),
            ("javascript:alert(1)", None),
        ];
        for (given, expected) in cases {
            assert_eq!(host(given).as_deref(), expected, "{given}");
        }
    }

    proptest! {
        #[test]
        fn canonical_is_settled_at_once(path in "[a-zA-Z0-9/%._~-]{0,30}", query in "[a-z0-9=&_%]{0,30}") {
            let once = canonical(&format!("https://Example.org/{path}?{query}#x")).unwrap();
            prop_assert_eq!(canonical(&once), Some(once.clone()));
        }

        #[test]
        fn nothing_panics(text in "\\PC{0,80}") {
            let _ = (canonical(&text), host(&text));
        }
    }
}
